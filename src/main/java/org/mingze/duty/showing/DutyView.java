package org.mingze.duty.showing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mingze.calendar.Period;
import org.mingze.duty.AsOf;
import org.mingze.duty.Contribution;
import org.mingze.duty.DutyPage;
import org.mingze.duty.Obligation;
import org.mingze.duty.ObligationKey;
import org.mingze.duty.Obligations;
import org.mingze.duty.Occasion;
import org.mingze.duty.Rejection;
import org.mingze.duty.Sentences;
import org.mingze.duty.Standing;
import org.mingze.duty.Verdict;
import org.mingze.duty.WhyNot;
import org.mingze.duty.form.Situations;
import org.mingze.duty.situation.Bearers;
import org.mingze.institution.Basis;
import org.mingze.institution.Institution;
import org.mingze.institution.expression.Rational;
import org.mingze.institution.expression.Value;
import org.mingze.organization.Organization;
import org.mingze.web.Act;
import org.mingze.web.Fact;
import org.mingze.web.Heading;
import org.mingze.web.Link;
import org.mingze.web.Prose;
import org.mingze.work.Knowledge;
import org.mingze.work.RecordTitles;
import org.mingze.work.WorkRecord;

/// 职责页的内容 — one verdict with the records, the article and the people that it rests on.
final class DutyView {
    private static final int SHOWN_MAX = 20;
    private static final int WAYS_MAX = 2;

    /// 所问 — when it is asked, and the two questions with the one that is answered here.
    ///
    /// @param journal where the journal stood, in words
    record Asked(LocalDate today, List<DutyPage.Known> questions, boolean then, String journal) {}

    private final Knowledge known;
    private final Verdict verdict;
    private final Asked asked;
    private final Organization organization;

    private DutyView(Knowledge known, Verdict verdict, Asked asked) {
        this.known = known;
        this.verdict = verdict;
        this.asked = asked;
        this.organization = known.organization();
    }

    static DutyPage of(Knowledge known, Verdict verdict, Asked asked) {
        return new DutyView(known, verdict, asked).page();
    }

    private DutyPage page() {
        ObligationKey key = verdict.obligation().key();
        DutyRows rows = new DutyRows(known, asked.today());
        return new DutyPage(
                new Heading(
                        List.of(
                                new Link("职责", "/duties"),
                                new Link(rows.name(key.bearer(), verdict.day()), ""),
                                new Link(verdict.obligation().duty().number(), "")),
                        Sentences.head(verdict, organization),
                        Prose.EMPTY,
                        List.of()),
                new DutyPage.Verdict(
                        Marks.of(verdict.standing()),
                        SentenceProse.of(verdict, organization, asked.today()),
                        asked.questions(),
                        dates(rows),
                        tone()),
                year(key),
                counted(),
                rejected(),
                asked.then() ? List.of() : waysOut(),
                basis(),
                bearers(),
                proof(),
                Optional.empty());
    }

    private DutyPage.Tone tone() {
        return switch (verdict.standing()) {
            case BREACHED -> DutyPage.Tone.BREACH;
            case FULFILLED -> DutyPage.Tone.DONE;
            case AHEAD,
                    OPEN,
                    LATE,
                    WAIVED,
                    STAYED,
                    REVOKED,
                    NOT_APPLICABLE,
                    UNPROVEN,
                    INACTIVE,
                    CONFLICTED ->
                    DutyPage.Tone.QUIET;
        };
    }

    private List<Fact> dates(DutyRows rows) {
        List<Fact> dates = new ArrayList<>();
        verdict.due().ifPresent(day -> dates.add(Fact.of("到期", day(day))));
        verdict.graceEnd()
                .filter(day -> !verdict.due().equals(Optional.of(day)))
                .ifPresent(day -> dates.add(Fact.of("宽限至", day(day))));
        String left = rows.due(verdict).left();
        if (!left.isEmpty() && !asked.then()) {
            dates.add(Fact.of(left.startsWith("逾") ? "已逾" : "时间", left));
        }
        if (DutyRows.isDone(verdict)) {
            verdict.witnesses().stream()
                    .map(Contribution::day)
                    .max(LocalDate::compareTo)
                    .ifPresent(day -> dates.add(Fact.of("履于", day(day))));
        }
        dates.add(Fact.of("所知截至", DayWords.moment(known.knownAt(), asked.today())));
        return dates;
    }

    private String day(LocalDate day) {
        return DayWords.day(day, asked.today());
    }

    /// The periods of the year around this one; of a yearly duty, three years.
    private Optional<DutyPage.Year> year(ObligationKey key) {
        if (!(verdict.obligation().occasion() instanceof Occasion.InPeriod(Period period))) {
            return Optional.empty();
        }
        List<Period> periods = YearStrip.around(period);
        if (periods.size() < 2) {
            return Optional.empty();
        }
        Obligations obligations = new Obligations(known, verdict.day());
        List<DutyPage.Period> shown =
                periods.stream()
                        .map(each -> YearStrip.period(each, obligations, key, each.equals(period)))
                        .toList();
        return Optional.of(new DutyPage.Year(YearStrip.heading(period), shown.size() + "期", shown));
    }

    private DutyPage.Counted counted() {
        List<DutyPage.RecordLine> lines =
                verdict.counted().stream().limit(SHOWN_MAX).map(this::line).toList();
        String required = verdict.required().map(number -> "，须" + sign() + number).orElse("");
        String tally =
                verdict.required().isPresent()
                        ? verdict.certain() + required
                        : String.valueOf(verdict.counted().size());
        return new DutyPage.Counted(
                tally,
                lines,
                verdict.rejected().isEmpty() ? "还没有可计的记录。" : "没有可计的记录。最接近的在下面，各写明差在哪一条。");
    }

    private String sign() {
        return Sentences.isUpperBound(verdict) ? "≤" : "≥";
    }

    private DutyPage.RecordLine line(Contribution contribution) {
        Prose what =
                Prose.of(title(contribution.record()))
                        .words(
                                contribution.amount().equals(Rational.ONE)
                                        ? ""
                                        : "，计" + contribution.amount());
        List<String> when = new ArrayList<>();
        when.add("业时" + day(contribution.day()));
        when.add(contribution.lateDays() == 0 ? "录时当天" : "迟录" + contribution.lateDays() + "日");
        if (contribution.inGrace()) {
            when.add("到期后");
        }
        if (contribution.backfilled()) {
            when.add("期后补录");
        }
        return new DutyPage.RecordLine(number(contribution.record()), what, String.join("，", when));
    }

    private List<DutyPage.Rejected> rejected() {
        return verdict.rejected().stream().limit(SHOWN_MAX).map(this::rejected).toList();
    }

    private DutyPage.Rejected rejected(Rejection rejection) {
        Optional<WorkRecord> record = known.records().find(rejection.record());
        String when = record.map(this::when).orElse("");
        return new DutyPage.Rejected(
                "r" + rejection.record(),
                number(rejection.record()),
                Prose.of(rejection.unknown() ? "待定：" : "不计：")
                        .failing(WhyNot.words(rejection, known.organization()))
                        .words("。"),
                Prose.of(when + title(rejection.record()) + "。条件：" + rejection.condition() + "。"),
                asked.then() || rejection.record() == 0
                        ? Optional.empty()
                        : Optional.of(
                                Act.small("更正", "/records/" + rejection.record() + "/correction")));
    }

    private String when(WorkRecord record) {
        return "业时"
                + day(record.day())
                + "，录时"
                + DayWords.moment(record.recordedAt(), asked.today())
                + "。";
    }

    private List<DutyPage.WayOut> waysOut() {
        List<DutyPage.WayOut> ways = new ArrayList<>();
        Optional<Act> act = EntryLinks.of(verdict, known);
        boolean late = verdict.standing() == Standing.BREACHED;
        act.map(
                        link ->
                                new DutyPage.WayOut(
                                        late ? "补记漏记的一笔" : link.text(),
                                        late
                                                ? Prose.of("已做而没有记的，允许补记，并标明迟录天数。按现在所知转判，")
                                                        .words("“到期时所知”的答案不变。")
                                                : Prose.of("记下后，右侧会说它计入哪些职责。"),
                                        Act.main(link.text(), link.href())))
                .ifPresent(ways::add);
        if (EntryLinks.canBeAnswered(verdict.standing())) {
            verdict.rejected().stream()
                    .limit(WAYS_MAX)
                    .map(
                            rejection ->
                                    new DutyPage.WayOut(
                                            "更正第" + rejection.record() + "号",
                                            Prose.of("它现在")
                                                    .failing(
                                                            WhyNot.words(
                                                                    rejection,
                                                                    known.organization()))
                                                    .words("。记错的，更正入账，原来的一笔和理由都保留。"),
                                            Act.of(
                                                    "更正",
                                                    "/records/"
                                                            + rejection.record()
                                                            + "/correction")))
                    .forEach(ways::add);
        }
        return ways;
    }

    private DutyPage.Basis basis() {
        Institution institution = verdict.obligation().enactment().institution();
        Basis basis = verdict.obligation().duty().basis();
        return new DutyPage.Basis(
                String.valueOf(basis.grade()),
                basis.words().map(words -> article(basis) + words).orElse(""),
                new Link(
                        basis.citation() + "，见《" + institution.title() + "》",
                        DutyLinks.institution(institution.id())));
    }

    private static String article(Basis basis) {
        return basis.article().equals("未明") ? "" : "第" + basis.article() + "条　";
    }

    private List<Fact> bearers() {
        Obligation obligation = verdict.obligation();
        LocalDate day = verdict.due().filter(verdict.day()::isAfter).orElse(verdict.day());
        List<Fact> facts = new ArrayList<>();
        Optional<Value.Reference> bearer = obligation.bearer();
        DutyRows rows = new DutyRows(known, asked.today());
        bearer.ifPresent(
                who -> {
                    facts.add(Fact.of("承担", rows.name(who.code(), day)));
                    Optional<String> post =
                            who.kind() == Value.Reference.Kind.BODY
                                    ? organization
                                            .headPost(who.code(), day)
                                            .map(head -> head.code())
                                    : Optional.of(who.code());
                    post.flatMap(
                                    code ->
                                            organization
                                                    .holder(code, day)
                                                    .map(
                                                            holder ->
                                                                    rows.name(holder, day)
                                                                            + "，"
                                                                            + rows.name(code, day)))
                            .ifPresent(
                                    holder ->
                                            facts.add(
                                                    Fact.of(
                                                            day.isBefore(asked.today())
                                                                    ? "到期时任职"
                                                                    : "现任",
                                                            holder)));
                });
        AsOf asOf = new AsOf(known, verdict.day());
        obligation
                .duty()
                .enforcer()
                .flatMap(enforcer -> Bearers.resolve(enforcer, Situations.of(obligation, asOf)))
                .ifPresent(who -> facts.add(Fact.of("督办", rows.name(who.code(), day))));
        return facts;
    }

    private List<Fact> proof() {
        Institution institution = verdict.obligation().enactment().institution();
        List<Fact> facts = new ArrayList<>();
        facts.add(Fact.of("制度", institution.from() + "施行版"));
        facts.add(Fact.of("施行", "第" + verdict.obligation().enactment().entryNumber() + "笔"));
        facts.add(Fact.of("机构", "截至" + day(verdict.day())));
        facts.add(
                Fact.of(
                        "日历",
                        verdict.graceEnd().filter(known.calendar()::isProvisional).isPresent()
                                ? "暂定：那一年的放假通知还没有发布"
                                : "到" + known.calendar().lastPublishedYear() + "年的放假通知"));
        facts.add(Fact.of("账页", asked.journal()));
        return facts;
    }

    private String title(long number) {
        return known.records()
                .find(number)
                .map(record -> record.type().name() + "：" + RecordTitles.of(record))
                .orElse("");
    }

    private static Link number(long number) {
        return new Link("第" + number + "号", "/records/" + number);
    }
}
