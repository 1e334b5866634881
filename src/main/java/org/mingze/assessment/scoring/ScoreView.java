package org.mingze.assessment.scoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mingze.access.Officer;
import org.mingze.assessment.ScorePage;
import org.mingze.calendar.Period;
import org.mingze.calendar.Periods;
import org.mingze.duty.Contribution;
import org.mingze.duty.Sentences;
import org.mingze.duty.Verdict;
import org.mingze.duty.assessment.ItemScore;
import org.mingze.duty.assessment.Score;
import org.mingze.institution.assessment.Scheme;
import org.mingze.institution.expression.Rational;
import org.mingze.institution.expression.Value;
import org.mingze.web.Heading;
import org.mingze.web.Link;
import org.mingze.web.Prose;
import org.mingze.work.Sight;

/// 得分页的内容 — each item with its reasons, its records and what would change it.
final class ScoreView {
    static final String MANUAL = "manual";
    static final String APPEALS = "appeals";
    static final String REPLIES = "replies";
    private static final int RECORDS_MAX = 500;

    private final Schemes schemes;
    private final Schemes.Declared declared;
    private final Period period;
    private final Score score;
    private final Officer officer;
    private final SentForm sent;

    ScoreView(
            Schemes schemes,
            Schemes.Declared declared,
            Period period,
            Score score,
            Officer officer,
            SentForm sent) {
        this.schemes = schemes;
        this.declared = declared;
        this.period = period;
        this.score = score;
        this.officer = officer;
        this.sent = sent;
    }

    ScorePage page(Optional<Score> before) {
        List<ScorePage.Item> items = new ArrayList<>();
        for (ItemScore mark : score.marks()) {
            items.add(item(mark, before.flatMap(old -> old.mark(mark.item().number()))));
        }
        return new ScorePage(
                heading(before),
                declared.address() + "/" + Schemes.encoded(Schemes.code(score.subject())),
                Periods.code(period),
                items,
                SchemeWords.remains(period, schemes.today()),
                declared.scheme().manual().map(this::manual),
                new AppealsView(schemes, declared, period, score, officer, sent)
                        .entries(judges(), isByHand()),
                sent.others(List.of("分", "理由", "署名", "结论")),
                sent.refusal());
    }

    private boolean judges() {
        Sight sight =
                Sight.of(schemes.known().organization(), officer.post().code(), schemes.today());
        return schemes.mayJudge(declared, period, score.subject(), sight);
    }

    private Heading heading(Optional<Score> before) {
        String name = schemes.name(score.subject());
        String finding =
                score.inactive()
                        .map(_ -> name + "：未启用")
                        .orElseGet(
                                () ->
                                        name
                                                + score.total()
                                                        .map(
                                                                total ->
                                                                        SchemeWords.points(total)
                                                                                + "分")
                                                        .orElse("的分还算不出"));
        String grade = score.grade().map(word -> "评档" + word + "。").orElse("");
        String rank = score.rank().isPresent() ? "第" + score.rank().getAsInt() + "名。" : "";
        String compared =
                before.flatMap(Score::total)
                        .map(
                                old ->
                                        SchemeWords.period(Periods.previous(period))
                                                + SchemeWords.points(old)
                                                + "分"
                                                + score.total()
                                                        .map(
                                                                now ->
                                                                        "，"
                                                                                + SchemeView.signed(
                                                                                        now.minus(
                                                                                                old)))
                                                        .orElse("")
                                                + "。")
                        .orElse("");
        String why = score.inactive().map(said -> said + "。").orElse("");
        return new Heading(
                List.of(
                        new Link("考核", "/assessments"),
                        new Link(declared.scheme().name(), declared.address(period)),
                        new Link(SchemeWords.period(period), "")),
                finding,
                Prose.of(why + grade + rank + compared + "每一项写明凭哪几笔记录、怎样会变。"),
                List.of());
    }

    private ScorePage.Item item(ItemScore mark, Optional<ItemScore> before) {
        SchemeWords words =
                new SchemeWords(schemes.known(), declared.institution(), period.start());
        List<Long> records =
                Stream.concat(
                                mark.records().stream(),
                                mark.open().stream()
                                        .flatMap(open -> open.witnesses().stream())
                                        .map(Contribution::record))
                        .distinct()
                        .toList();
        Optional<Link> behind =
                records.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Link(records.size() + "笔记录", numbers(records)));
        boolean reckoned =
                mark.item().source() instanceof Scheme.Source.ByExpression
                        && mark.points().isPresent();
        List<String> why = new ArrayList<>(mark.why());
        if (reckoned) {
            why.clear();
            mark.points().ifPresent(got -> why.add("按办法写的式子算出" + SchemeWords.points(got) + "分。"));
        }
        List<String> ahead =
                mark.open().stream().filter(ScoreView::lacks).map(this::ahead).toList();
        why.addAll(ahead);
        boolean lacking = mark.points().map(got -> got.compareTo(mark.full()) < 0).orElse(true);
        return new ScorePage.Item(
                mark.item().name(),
                mark.points().map(SchemeWords::points).orElse("算不出"),
                SchemeWords.points(mark.full()),
                lacking,
                before.flatMap(ItemScore::points).map(SchemeWords::points).orElse(""),
                why,
                reckoned ? String.join("；", mark.why()) : "",
                behind,
                lacking ? words.change(mark, schemes::name) : kept(ahead),
                duties(mark.item(), ""),
                duties(mark.item(), "&standing=" + Schemes.encoded("未判"))
                        .filter(_ -> !mark.open().isEmpty())
                        .map(list -> new Link("另有" + mark.open().size() + "项未到期", list.href())),
                mark.isOfLacks() ? "还缺记录的" : "式子里不为0的",
                lacking
                        ? mark.among().stream()
                                .map(share -> among(share, mark.isOfLacks()))
                                .toList()
                        : List.of());
    }

    /// The points of what is not due yet are kept only by doing it.
    private static String kept(List<String> ahead) {
        return ahead.isEmpty() ? "已得满分。" : "没有到期的还不扣分；到期前补齐，才保得住满分。";
    }

    private static boolean lacks(Verdict verdict) {
        return verdict.required()
                .filter(required -> required.compareTo(verdict.certain()) > 0)
                .isPresent();
    }

    private String ahead(Verdict verdict) {
        return "未到期："
                + Sentences.of(
                        verdict.withoutClassed(schemes.known().records()),
                        schemes.known().organization())
                + verdict.due()
                        .map(day -> "；" + SchemeWords.day(day, schemes.today()) + "到期")
                        .orElse("");
    }

    /// Leads to the records kept for whom the expression found something; else to the body.
    private Link among(ItemScore.Share share, boolean lacks) {
        String name = schemes.name(share.who());
        String body = Schemes.encoded(schemes.body(share.who()));
        return new Link(
                share.amount()
                        .map(SchemeWords::points)
                        .map(amount -> lacks ? name + "缺" + amount + "次" : name + "=" + amount)
                        .orElse(name),
                share.records().isEmpty()
                        ? "/organization?body=" + body + "#" + body
                        : numbers(share.records()));
    }

    /// The duties that an item counts, as they stand in the period.
    private Optional<Link> duties(Scheme.Item item, String standing) {
        if (!(item.source() instanceof Scheme.Source.OfDuty(String cited))
                || !(score.subject() instanceof Value.Reference)) {
            return Optional.empty();
        }
        String number = cited.contains("/") ? cited : declared.institution().id() + "/" + cited;
        return Optional.of(
                new Link(
                        "看这项职责",
                        "/duties/due?period="
                                + Schemes.encoded(Periods.code(period))
                                + "&body="
                                + Schemes.encoded(schemes.body(score.subject()))
                                + "&duty="
                                + Schemes.encoded(number)
                                + standing));
    }

    private static String numbers(List<Long> records) {
        return "/records/numbers?n="
                + records.stream()
                        .limit(RECORDS_MAX)
                        .map(String::valueOf)
                        .collect(Collectors.joining(","));
    }

    private ScorePage.Entries manual(Scheme.Manual manual) {
        String most = most(manual);
        List<ScorePage.Entered> lines =
                score.manual().stream()
                        .map(
                                given ->
                                        new ScorePage.Entered(
                                                "entry-" + given.entry(),
                                                SchemeView.signed(given.points()) + "分",
                                                given.reason(),
                                                given.signer() + "，第" + given.entry() + "号",
                                                List.of(),
                                                Optional.empty()))
                        .toList();
        boolean open = judges() && isAllowed(manual) && score.inactive().isEmpty();
        return new ScorePage.Entries(
                lines,
                !isAllowed(manual) ? "办法不许人工加减分。" : "还没有人工分。人工加减至多" + most + "分，须写理由和署名。",
                open ? Optional.of(manualForm(most)) : Optional.empty(),
                "");
    }

    private String most(Scheme.Manual manual) {
        return new SchemeWords(schemes.known(), declared.institution(), period.start())
                .number(manual.atMost());
    }

    private boolean isByHand() {
        return declared.scheme().manual().filter(this::isAllowed).isPresent();
    }

    private boolean isAllowed(Scheme.Manual manual) {
        return !most(manual).equals("0");
    }

    private ScorePage.Form manualForm(String most) {
        SentForm typed = sent.is(MANUAL) ? sent : SentForm.NONE;
        return new ScorePage.Form(
                MANUAL,
                typed.key(),
                "记人工分",
                List.of(
                        typed.line("分", "加或减几分", "减分写成-1；至多" + most + "分", "", "number"),
                        typed.area("理由", "理由", "凭什么，写明记录的号"),
                        typed.line("署名", "署名", "", officer.name(), "text")),
                "");
    }

    static Rational rational(String text) {
        return Rational.parse(text.replace('−', '-').replace('＋', '+').replaceFirst("^\\+", ""));
    }
}
