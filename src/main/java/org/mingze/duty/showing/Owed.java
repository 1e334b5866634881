package org.mingze.duty.showing;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.mingze.calendar.Period;
import org.mingze.calendar.PeriodUnit;
import org.mingze.calendar.Periods;
import org.mingze.duty.Occasion;
import org.mingze.duty.Standing;
import org.mingze.duty.Verdict;
import org.mingze.duty.running.Rejudging;
import org.mingze.work.Knowledge;
import org.mingze.work.WorkRecord;
import org.mingze.work.classed.ClassedSight;

/// 所负 — what the acting post and its body owe today, judged once for every list of a page.
record Owed(Knowledge known, LocalDate today, Acting acting, List<Verdict> verdicts) {
    private static final Comparator<Verdict> BY_DUE =
            Comparator.comparing(verdict -> verdict.due().orElse(LocalDate.MAX));

    Owed {
        verdicts = List.copyOf(verdicts);
    }

    /// Who acts, without asking what is owed.
    static Owed nothing(Knowledge known, String post, LocalDate today) {
        return new Owed(known, today, Acting.of(known.organization(), post, today), List.of());
    }

    static Owed of(Knowledge known, Acting acting, LocalDate today, Rejudging.Judged judged) {
        Predicate<WorkRecord> reads = ClassedSight.of(known, acting.post(), today)::reads;
        List<Verdict> verdicts =
                judged.verdicts().stream()
                        .filter(verdict -> verdict.obligation().bearer().isPresent())
                        .filter(verdict -> acting.owes(verdict.obligation()))
                        .filter(verdict -> verdict.standing() != Standing.NOT_APPLICABLE)
                        .map(verdict -> verdict.withoutClassed(known.records(), reads))
                        .toList();
        return new Owed(known, today, acting, verdicts);
    }

    /// What is owed of it besides what another owes, as that one reads it.
    Owed besides(Acting other) {
        Predicate<WorkRecord> reads = ClassedSight.of(known, other.post(), today)::reads;
        return new Owed(
                known,
                today,
                acting,
                verdicts.stream()
                        .filter(
                                verdict ->
                                        verdict.obligation()
                                                .bearer()
                                                .filter(other.bearers()::contains)
                                                .isEmpty())
                        .map(verdict -> verdict.withoutClassed(known.records(), reads))
                        .toList());
    }

    /// What was raised in the last year is seen, and in a half-year that is asked for.
    static LocalDate from(LocalDate today, Period half) {
        LocalDate year = today.minusYears(1);
        return half.start().isBefore(year) ? half.start() : year;
    }

    /// And what is raised until the half-year ends.
    static LocalDate to(LocalDate today) {
        return Periods.containing(today, PeriodUnit.HALF_YEAR).end();
    }

    /// 逾期 — the grace is over and an act would still answer it; what broke last comes first, so
    /// that a long list of old ones hides no new one.
    List<Verdict> overdue() {
        return sorted(
                        verdict ->
                                verdict.standing() == Standing.BREACHED
                                        && isAnswerable(verdict)
                                        && verdict.graceEnd().filter(today::isAfter).isPresent())
                .reversed();
    }

    /// 今天 — due today, or within its grace.
    List<Verdict> dueToday() {
        return open(verdict -> verdict.due().filter(day -> !day.isAfter(today)).isPresent());
    }

    List<Verdict> dueThisWeek() {
        return open(
                verdict ->
                        verdict.due()
                                .filter(today::isBefore)
                                .filter(day -> !day.isAfter(today.plusDays(7)))
                                .isPresent());
    }

    /// 期末前 — due later in the half-year, without a day, or in want of a fact.
    List<Verdict> later() {
        Period half = Periods.containing(today, PeriodUnit.HALF_YEAR);
        return sorted(
                verdict -> {
                    boolean later =
                            verdict.due()
                                    .map(
                                            day ->
                                                    day.isAfter(today.plusDays(7))
                                                            && !day.isAfter(half.end()))
                                    .orElse(true);
                    boolean unproven =
                            verdict.standing() == Standing.UNPROVEN && isIn(verdict, half);
                    return isAnswerable(verdict)
                            && (unproven || (verdict.standing() == Standing.OPEN && later));
                });
    }

    /// Every verdict of a half-year: due in it, or raised in it where no day is due.
    List<Verdict> in(Period half) {
        return sorted(verdict -> isIn(verdict, half));
    }

    /// Every verdict on one duty of the last year, as its institution counts them.
    List<Verdict> on(String institution, String duty) {
        return sorted(
                verdict ->
                        verdict.obligation().key().institution().equals(institution)
                                && verdict.obligation().key().duty().equals(duty));
    }

    private boolean isIn(Verdict verdict, Period half) {
        return verdict.due().isPresent()
                ? half.contains(verdict.due().get())
                : half.contains(raisedOn(verdict));
    }

    private LocalDate raisedOn(Verdict verdict) {
        return switch (verdict.obligation().occasion()) {
            case Occasion.InPeriod(Period period) -> period.end();
            case Occasion.OnBreach _ -> today;
            case Occasion.OnRecord(long number, var _) ->
                    known.records()
                            .history(number)
                            .map(history -> history.current())
                            .map(WorkRecord::day)
                            .orElse(today);
        };
    }

    private List<Verdict> open(Predicate<Verdict> when) {
        return sorted(
                when.and(verdict -> verdict.standing() == Standing.OPEN).and(Owed::isAnswerable));
    }

    private List<Verdict> sorted(Predicate<Verdict> when) {
        return verdicts.stream().filter(when).sorted(BY_DUE).toList();
    }

    static boolean isAnswerable(Verdict verdict) {
        return verdict.obligation().duty().form().isAnswerable();
    }
}
