package org.mingze.duty.showing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mingze.duty.Naming;
import org.mingze.duty.ObligationKey;
import org.mingze.duty.Occasion;
import org.mingze.duty.Sentences;
import org.mingze.duty.Standing;
import org.mingze.duty.Verdict;
import org.mingze.organization.Organization;
import org.mingze.web.Link;
import org.mingze.web.Prose;
import org.mingze.web.Row;
import org.mingze.work.Knowledge;
import org.mingze.work.RecordTitles;

/// 职责行 — verdicts as lines of a list: state, reason, time left, one act.
public final class DutyRows {
    private static final int NEAR_DAYS = 5;
    private static final int NAMED_MAX = 5;

    private final Knowledge known;
    private final LocalDate today;

    public DutyRows(Knowledge known, LocalDate today) {
        this.known = known;
        this.today = today;
    }

    public Row row(Verdict verdict) {
        Organization organization = known.organization();
        return new Row(
                Marks.of(verdict.standing()),
                new Link(
                        Sentences.head(verdict, organization),
                        DutyLinks.page(verdict.obligation().key())),
                why(verdict, organization),
                due(verdict),
                EntryLinks.of(verdict, known));
    }

    /// What raised it, by its own words, and how it stands.
    private Prose why(Verdict verdict, Organization organization) {
        Prose reason = SentenceProse.reason(verdict, organization, today);
        String matter = matter(known, verdict);
        return matter.isEmpty() ? reason : Prose.of(matter + "。").and(reason);
    }

    /// The title of the record that raised it; empty for a duty that none did.
    public static String matter(Knowledge known, Verdict verdict) {
        return verdict.obligation().occasion() instanceof Occasion.OnRecord(long number, var _)
                ? known.records()
                        .history(number)
                        .map(history -> RecordTitles.of(history.current()))
                        .orElse("")
                : "";
    }

    /// The same rows for somebody whose own list does not show the members of a set.
    List<Row> groupedByPage(List<Verdict> verdicts, List<Verdict> all) {
        return grouped(verdicts, all, set -> DutyLinks.page(set.obligation().key()));
    }

    /// One row for each verdict, but one for all members of a covered set that stand alike.
    public List<Row> grouped(List<Verdict> verdicts, List<Verdict> all) {
        return grouped(
                verdicts,
                all,
                set -> "/duties?find=" + DutyLinks.encoded(set.obligation().duty().name()));
    }

    private List<Row> grouped(
            List<Verdict> verdicts, List<Verdict> all, Function<Verdict, String> address) {
        Map<ObligationKey, List<Verdict>> sets = new LinkedHashMap<>();
        verdicts.forEach(
                verdict -> sets.computeIfAbsent(set(verdict), _ -> new ArrayList<>()).add(verdict));
        return sets.values().stream()
                .map(set -> set.size() == 1 ? row(set.getFirst()) : covering(set, all, address))
                .toList();
    }

    /// The key of the covered set that a verdict belongs to; of any other duty its own key.
    public static ObligationKey set(Verdict verdict) {
        ObligationKey key = verdict.obligation().key();
        return new ObligationKey(
                key.institution(), key.duty(), key.bearer(), Optional.empty(), key.occasion());
    }

    private Row covering(List<Verdict> set, List<Verdict> all, Function<Verdict, String> address) {
        Verdict first = set.getFirst();
        List<Verdict> whole =
                all.stream().filter(verdict -> set(verdict).equals(set(first))).toList();
        long done = whole.stream().filter(DutyRows::isDone).count();
        String named =
                set.stream()
                        .limit(NAMED_MAX)
                        .map(verdict -> Sentences.covered(verdict, known.organization()))
                        .collect(Collectors.joining("、"));
        String lacking = set.size() > NAMED_MAX ? named + "等" + set.size() + "个" : named;
        return new Row(
                Marks.of(first.standing()),
                new Link(Sentences.headOfSet(first), address.apply(first)),
                Prose.of("应" + whole.size() + "，已" + done + "；还差" + lacking + "。"),
                due(first),
                EntryLinks.of(first, known));
    }

    static boolean isDone(Verdict verdict) {
        return verdict.standing() == Standing.FULFILLED || verdict.standing() == Standing.LATE;
    }

    /// What is left, or by how much it is over, in working days; and the date that says so.
    public Row.Due due(Verdict verdict) {
        if (verdict.due().isEmpty() || !EntryLinks.canBeAnswered(verdict.standing())) {
            return verdict.due()
                    .map(day -> new Row.Due("", Row.Urgency.CALM, DayWords.day(day, today)))
                    .orElse(Row.Due.NONE);
        }
        LocalDate due = verdict.due().get();
        LocalDate grace = verdict.graceEnd().orElse(due);
        if (verdict.standing() == Standing.BREACHED && today.isAfter(grace)) {
            return new Row.Due(
                    "逾" + known.calendar().workingDaysBetween(grace, today) + "个工作日",
                    Row.Urgency.OVER,
                    grace.isAfter(due)
                            ? "宽限至" + DayWords.day(grace, today)
                            : DayWords.day(due, today) + "到期");
        }
        if (today.isAfter(due)) {
            boolean within = !today.isAfter(grace);
            return new Row.Due(
                    within ? "宽限" + left(grace) : "",
                    within ? Row.Urgency.NEAR : Row.Urgency.CALM,
                    (within ? "宽限至" : "") + DayWords.day(grace, today) + (within ? "" : "到期"));
        }
        return new Row.Due(
                due.equals(today) ? "今天24:00满" : left(due),
                known.calendar().workingDaysBetween(today, due) <= NEAR_DAYS
                        ? Row.Urgency.NEAR
                        : Row.Urgency.CALM,
                DayWords.day(due, today));
    }

    private String left(LocalDate last) {
        long working = known.calendar().workingDaysBetween(today, last);
        return working == 0
                ? "还剩" + java.time.temporal.ChronoUnit.DAYS.between(today, last) + "天"
                : "还剩" + working + "个工作日";
    }

    /// A body, post or person by name.
    public String name(String code, LocalDate day) {
        return Naming.of(known.organization(), code, day);
    }
}
