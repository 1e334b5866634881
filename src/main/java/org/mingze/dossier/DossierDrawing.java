package org.mingze.dossier;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.mingze.duty.Occasion;
import org.mingze.duty.Standing;
import org.mingze.duty.Verdict;
import org.mingze.duty.showing.DutyLinks;
import org.mingze.duty.showing.SentenceProse;
import org.mingze.institution.DossierKind;
import org.mingze.institution.expression.Value;
import org.mingze.web.Act;
import org.mingze.web.Fact;
import org.mingze.web.Heading;
import org.mingze.web.Link;
import org.mingze.web.Mark;
import org.mingze.web.Prose;
import org.mingze.web.Row;
import org.mingze.work.WorkRecord;

/// 画案卷 — a dossier as a page.
///
/// @param stages every stage of its kind, in the order in which work goes through them
/// @param first  the dossier without what was asked and said after an answer
/// @param rounds the steps of what was asked and said after it
/// @param alike  findings of the same aspect in the same body
record DossierDrawing(
        Dossier dossier,
        Saying saying,
        List<DossierKind.Stage> stages,
        Dossier first,
        List<DossierPage.Stage> rounds,
        List<DossierPage.Step> chain,
        List<DossierPage.Desk> desks,
        List<Dossier> alike) {
    DossierPage page(List<Link> faults) {
        return new DossierPage(
                heading(),
                faults,
                dossier.kind().place(),
                strip(),
                chain,
                desks,
                waiting(),
                deadline(),
                people(),
                dossier.verdicts().stream().map(this::duty).toList(),
                basis(),
                others());
    }

    private Heading heading() {
        List<Act> acts =
                desks.stream()
                        .filter(DossierPage.Desk::main)
                        .map(desk -> Act.of("去办：" + desk.heading(), "#" + desk.id()))
                        .toList();
        return new Heading(
                List.of(
                        new Link(dossier.kind().title(), dossier.kind().path()),
                        new Link("第" + dossier.number() + "号", "")),
                LedgerDrawing.title(dossier),
                lede(),
                acts);
    }

    private Prose lede() {
        Prose words = Prose.of("现在：").strong(dossier.stage());
        Optional<Row.Due> left = dossier.due().map(saying::left);
        String asked = dossier.isSettled() ? "；请求再看的还没有意见" : "";
        return left.isEmpty()
                ? words.words(later() + "。")
                : words.words(asked + "，" + left.get().left() + "。");
    }

    /// What is still owed on what is settled, as a look again.
    private String later() {
        return dossier.laterOwed().map(owed -> "；以后还要办：" + saying.owed(owed)).orElse("");
    }

    private List<DossierPage.Stage> strip() {
        boolean later =
                rounds.stream().anyMatch(step -> step.progress() == DossierPage.Progress.NOW);
        List<DossierKind.Stage> shown = later ? passed() : shown();
        int now = later ? shown.size() : here(shown);
        List<DossierPage.Stage> drawn = new ArrayList<>();
        for (int at = 0; at < shown.size(); at++) {
            DossierPage.Progress progress =
                    at < now
                            ? DossierPage.Progress.PAST
                            : at == now ? DossierPage.Progress.NOW : DossierPage.Progress.AHEAD;
            drawn.add(
                    new DossierPage.Stage(
                            shown.get(at).name(), below(shown.get(at), at, now), progress));
        }
        drawn.addAll(rounds);
        return drawn;
    }

    /// What it went through before it was looked at again.
    private List<DossierKind.Stage> passed() {
        return stages.stream().filter(stage -> !stage.aside() && left(stage).isPresent()).toList();
    }

    /// The record that ended a stage, or brought it to one that settles.
    private Optional<WorkRecord> left(DossierKind.Stage stage) {
        return (stage.settled() ? settling(stage) : Dossier.awaited(stage)).flatMap(first::last);
    }

    /// What is settled goes through no further stage, nor did it go through those that its last
    /// record left out: a petition that is refused was never in hand.
    private List<DossierKind.Stage> shown() {
        List<DossierKind.Stage> straight =
                stages.stream().filter(stage -> !stage.aside() || isHere(stage)).toList();
        int now = here(straight);
        if (!dossier.isSettled() || now < 0) {
            return straight;
        }
        Optional<String> settling = settling(straight.get(now));
        return IntStream.rangeClosed(0, now)
                .filter(at -> at == now || !isBeyond(straight.subList(0, at), settling))
                .mapToObj(straight::get)
                .toList();
    }

    /// By name: a later version of the institution may declare the same stage anew.
    private boolean isHere(DossierKind.Stage stage) {
        return stage.name().equals(dossier.stage());
    }

    private int here(List<DossierKind.Stage> shown) {
        return IntStream.range(0, shown.size())
                .filter(at -> isHere(shown.get(at)))
                .findFirst()
                .orElse(-1);
    }

    private static boolean isBeyond(List<DossierKind.Stage> before, Optional<String> settling) {
        return settling.isPresent()
                && before.stream().anyMatch(stage -> Dossier.awaited(stage).equals(settling));
    }

    /// The kind of record that brought it to a stage that settles: the last one waited for before
    /// it that was made. What follows later, as a look again or a relapse, moves no day.
    private Optional<String> settling(DossierKind.Stage settled) {
        return stages.reversed().stream()
                .dropWhile(stage -> !stage.name().equals(settled.name()))
                .skip(1)
                .filter(stage -> !stage.aside())
                .flatMap(stage -> Dossier.awaited(stage).stream())
                .filter(type -> first.last(type).isPresent())
                .findFirst();
    }

    private String below(DossierKind.Stage stage, int at, int now) {
        if (at > now) {
            return "";
        }
        if (at == now && !dossier.isSettled()) {
            return dossier.due().map(day -> "到" + saying.day(day)).orElse("");
        }
        Optional<WorkRecord> made =
                at == now
                        ? settling(stage)
                                .flatMap(first::last)
                                .or(() -> first.members().stream().reduce((_, later) -> later))
                        : left(stage);
        return made.map(WorkRecord::day).map(saying::day).orElse("");
    }

    private String waiting() {
        return dossier.isSettled() ? "这一件已办结，没有等着办的事。" : "现在没有你的岗位能办的事。";
    }

    private Optional<DossierPage.Deadline> deadline() {
        Optional<LocalDate> due = dossier.due();
        if (due.isEmpty()) {
            return Optional.empty();
        }
        Row.Due left = saying.left(due.get());
        boolean over = left.urgency() == Row.Urgency.OVER;
        long days = Math.abs(saying.calendar().workingDaysBetween(saying.today(), due.get()));
        Optional<LocalDate> written = dossier.day("期限");
        String words =
                written.filter(day -> !day.equals(due.get()))
                        .map(
                                day ->
                                        due.get().isAfter(day)
                                                ? (dossier.last("复发").isPresent() ? "复发后" : "延期后")
                                                        + saying.day(due.get())
                                                        + "到期；原期限"
                                                        + saying.day(day)
                                                : saying.day(due.get())
                                                        + (dossier.kind() == LedgerKind.ASSIGNMENT
                                                                ? "前签收；完成期限"
                                                                : "前补齐要素和措施；完成期限")
                                                        + saying.day(day))
                        .orElse(
                                saying.day(due.get())
                                        + "到期"
                                        + dossier.fillDay()
                                                .map(day -> "；原因措施" + saying.day(day) + "前补齐")
                                                .orElse(""));
        return Optional.of(
                new DossierPage.Deadline(
                        String.valueOf(over ? Math.max(1, days) : days),
                        over ? "个工作日，已逾期" : "个工作日",
                        Prose.of(words),
                        over));
    }

    private List<Fact> people() {
        List<Fact> facts = new ArrayList<>();
        facts.add(
                Fact.of(
                        dossier.kind() == LedgerKind.PETITION ? "承办机构" : "责任单位",
                        dossier.body().map(saying::name).orElse("未定")));
        if (dossier.kind() == LedgerKind.ASSIGNMENT) {
            dossier.reference("机构")
                    .map(Value.Reference::code)
                    .ifPresent(code -> facts.add(Fact.of("交办单位", saying.name(code))));
        }
        if (dossier.kind() != LedgerKind.PETITION) {
            facts.add(
                    Fact.of(
                            "责任人",
                            dossier.reference("责任人")
                                    .map(Value.Reference::code)
                                    .map(saying::who)
                                    .orElse("未定")));
            by("验收").ifPresent(who -> facts.add(Fact.of("验收人", who + own())));
            by("销号").ifPresent(who -> facts.add(Fact.of("销号人", who)));
        }
        return facts;
    }

    /// Of a verification that a rule asks of somebody else: it stands in the books and moves
    /// nothing.
    private String own() {
        boolean own =
                dossier.last("验收").stream()
                        .anyMatch(
                                last ->
                                        dossier.verdicts().stream()
                                                .filter(
                                                        each ->
                                                                each.standing()
                                                                        == Standing.BREACHED)
                                                .filter(RefusalBox::asksWho)
                                                .anyMatch(each -> isOn(each, last)));
        return own ? "（自行验收，不算）" : "";
    }

    private static boolean isOn(Verdict verdict, WorkRecord record) {
        return verdict.obligation().occasion() instanceof Occasion.OnRecord(long number, var _)
                && number == record.number();
    }

    private Optional<String> by(String type) {
        return dossier.last(type)
                .flatMap(record -> record.field("人"))
                .flatMap(
                        value ->
                                value instanceof Value.Reference post
                                        ? Optional.of(saying.who(post.code()))
                                        : Optional.empty());
    }

    private DossierPage.DutyLine duty(Verdict verdict) {
        boolean quiet =
                verdict.standing() == Standing.FULFILLED
                        || verdict.standing() == Standing.NOT_APPLICABLE;
        return new DossierPage.DutyLine(
                new Link(
                        verdict.obligation().duty().name(),
                        DutyLinks.page(verdict.obligation().key())),
                mark(verdict.standing()),
                quiet
                        ? Prose.EMPTY
                        : SentenceProse.reason(verdict, saying.organization(), saying.today()));
    }

    static Mark mark(Standing standing) {
        return switch (standing) {
            case AHEAD -> Mark.of(Mark.Shape.AHEAD);
            case OPEN -> Mark.of(Mark.Shape.OPEN);
            case FULFILLED -> Mark.of(Mark.Shape.DONE);
            case LATE -> Mark.of(Mark.Shape.LATE);
            case BREACHED -> Mark.of(Mark.Shape.BREACH);
            case WAIVED -> Mark.of(Mark.Shape.WAIVED);
            case STAYED -> Mark.of(Mark.Shape.STAYED);
            case REVOKED -> Mark.of(Mark.Shape.WITHDRAWN);
            case NOT_APPLICABLE -> Mark.notApplicable();
            case UNPROVEN -> Mark.of(Mark.Shape.UNKNOWN);
            case INACTIVE -> Mark.of(Mark.Shape.OFF);
            case CONFLICTED -> Mark.of(Mark.Shape.CLASH);
        };
    }

    private Prose basis() {
        List<String> cited =
                dossier.verdicts().stream()
                        .map(verdict -> verdict.obligation().duty().basis().citation())
                        .distinct()
                        .toList();
        return cited.isEmpty() ? Prose.EMPTY : Prose.of("依据" + String.join("、", cited) + "。");
    }

    private Optional<DossierPage.Alike> others() {
        if (alike.isEmpty()) {
            return Optional.empty();
        }
        long relapsed = alike.stream().filter(each -> !each.ofType("复发").isEmpty()).count();
        String words =
                "“"
                        + dossier.text("方面").orElse("")
                        + "”方面，同一单位另有"
                        + alike.size()
                        + "件"
                        + (relapsed > 0 ? "，其中" + relapsed + "件销号后复发" : "")
                        + "。";
        return Optional.of(
                new DossierPage.Alike(
                        Prose.of(words),
                        Optional.of(
                                new Link(
                                        "看这些",
                                        dossier.kind().path()
                                                + LedgerFilter.ALL
                                                        .answeredBy(dossier.body().orElse(""))
                                                        .about(dossier.text("方面").orElse(""))
                                                        .query()))));
    }
}
