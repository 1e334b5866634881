package org.mingze.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.mingze.duty.Contribution;
import org.mingze.duty.ObligationKey;
import org.mingze.duty.Obligations;
import org.mingze.duty.Occasion;
import org.mingze.duty.Standing;
import org.mingze.duty.Verdict;
import org.mingze.institution.Institution;
import org.mingze.institution.ReportTemplate.Cited;
import org.mingze.institution.ReportTemplate.Count;
import org.mingze.institution.ReportTemplate.Horizon;
import org.mingze.institution.ReportTemplate.Tally;
import org.mingze.institution.expression.Rational;

/// 计职责 — the obligations of a post and of its body that fall due in a period, by verdict.
///
/// 本期 takes those due in the period, judged as of its last day; 补充 also those due since; 展望
/// those due after it.
final class DutyCounting {
    private final ReportSubject subject;
    private final Institution own;
    private final Map<Horizon, List<Verdict>> verdicts = new EnumMap<>(Horizon.class);

    DutyCounting(ReportSubject subject, Institution own) {
        this.subject = subject;
        this.own = own;
    }

    Counted count(Count.OfDuties count, Horizon horizon) {
        ReportSubject.Range range = subject.range(horizon);
        List<Verdict> counted =
                verdicts(horizon)
                        .filter(verdict -> standsSo(verdict.standing(), count.tally()))
                        .filter(verdict -> count.duty().map(duty -> is(verdict, duty)).orElse(true))
                        .toList();
        return new Counted(
                Optional.of(Rational.of(counted.size())),
                "",
                "项",
                what(count),
                range.from(),
                range.to(),
                counted.stream().map(this::source).toList(),
                horizon != Horizon.CURRENT
                        && counted.stream().anyMatch(verdict -> isOutside(verdict)));
    }

    /// The obligations that stand in one of these ways, in order of the day of answer; those that
    /// differ only in whom they cover are one item.
    List<DutyReport.Item> listed(Set<Tally> tallies, Horizon horizon) {
        Map<List<Object>, List<Verdict>> alike = new LinkedHashMap<>();
        verdicts(horizon)
                .filter(
                        verdict ->
                                tallies.stream()
                                        .anyMatch(tally -> standsSo(verdict.standing(), tally)))
                .forEach(
                        verdict ->
                                alike.computeIfAbsent(likeness(verdict), _ -> new ArrayList<>())
                                        .add(verdict));
        return alike.values().stream().map(this::item).toList();
    }

    private static List<Object> likeness(Verdict verdict) {
        ObligationKey key = verdict.obligation().key();
        return List.of(
                key.institution(),
                key.duty(),
                key.bearer(),
                key.occasion(),
                verdict.standing(),
                verdict.certain(),
                verdict.note());
    }

    private DutyReport.Item item(List<Verdict> alike) {
        return new DutyReport.Item(
                alike.stream().map(verdict -> verdict.obligation().key()).toList(),
                DutySentence.of(alike, subject.organization()) + "。");
    }

    private Stream<Verdict> verdicts(Horizon horizon) {
        return verdicts.computeIfAbsent(horizon, this::judge).stream();
    }

    /// A trigger may lie up to a year before the day on which its obligation falls due.
    private List<Verdict> judge(Horizon horizon) {
        ReportSubject.Range range = subject.range(horizon);
        Obligations obligations =
                new Obligations(range.asOf().known(), range.asOf().day(), subject.bearers());
        return obligations.raised(range.from().minusYears(1), range.to()).stream()
                .filter(subject::owes)
                .map(obligations::judge)
                .filter(verdict -> standsSo(verdict.standing(), Tally.OWED))
                .filter(verdict -> falls(dayOf(verdict), range, horizon))
                .sorted(Comparator.comparing(this::dayOf))
                .toList();
    }

    private boolean falls(LocalDate day, ReportSubject.Range range, Horizon horizon) {
        return switch (horizon) {
            case CURRENT, SUPPLEMENT -> !day.isBefore(range.from()) && !day.isAfter(range.to());
            case OUTLOOK -> day.isAfter(subject.to());
        };
    }

    private boolean isOutside(Verdict verdict) {
        return !subject.contains(dayOf(verdict))
                || verdict.counted().stream().anyMatch(counted -> !subject.contains(counted.day()));
    }

    /// The day to which an obligation belongs: when it is due, else when it arose.
    private LocalDate dayOf(Verdict verdict) {
        return verdict.due()
                .orElseGet(
                        () ->
                                switch (verdict.obligation().occasion()) {
                                    case Occasion.InPeriod(var period) -> period.end();
                                    case Occasion.OnBreach _ -> subject.asOf().day();
                                    case Occasion.OnRecord(long number, var _) ->
                                            subject.asOf()
                                                    .known()
                                                    .records()
                                                    .history(number)
                                                    .map(known -> known.current().day())
                                                    .orElse(subject.from());
                                });
    }

    private boolean is(Verdict verdict, Cited duty) {
        return verdict.obligation().key().duty().equals(duty.number())
                && verdict.obligation()
                        .key()
                        .institution()
                        .equals(duty.institution().orElse(own.id()));
    }

    private String what(Count.OfDuties count) {
        String standing =
                switch (count.tally()) {
                    case OWED -> "应尽事项";
                    case FULFILLED -> "按期履行";
                    case LATE -> "迟履";
                    case BREACHED -> "违";
                    case WAIVED -> "免";
                    case UNPROVEN -> "缺据";
                    case OPEN -> "在办";
                };
        return count.duty().map(duty -> dutyName(duty) + "，").orElse("") + standing;
    }

    boolean isDuty(Cited cited) {
        String id = cited.institution().orElse(own.id());
        return subject.asOf()
                .known()
                .rules()
                .inForce(id, subject.lastDay())
                .flatMap(enacted -> enacted.institution().duty(cited.number()))
                .or(() -> own.duty(cited.number()).filter(_ -> id.equals(own.id())))
                .isPresent();
    }

    private String dutyName(Cited cited) {
        String id = cited.institution().orElse(own.id());
        return subject.asOf()
                .known()
                .rules()
                .inForce(id, subject.lastDay())
                .flatMap(enacted -> enacted.institution().duty(cited.number()))
                .map(duty -> duty.name())
                .orElse(cited.text());
    }

    private DutyReport.Source source(Verdict verdict) {
        Stream<Long> trigger =
                verdict.obligation().occasion() instanceof Occasion.OnRecord(long number, var _)
                        ? Stream.of(number)
                        : Stream.empty();
        Stream<Long> counted = verdict.counted().stream().map(Contribution::record);
        return new DutyReport.OfObligation(
                verdict.obligation().key(),
                verdict.obligation().duty().name(),
                DutySentence.of(verdict, subject.organization()),
                Stream.concat(trigger, counted).distinct().toList());
    }

    private static boolean standsSo(Standing standing, Tally tally) {
        return switch (standing) {
            case AHEAD, REVOKED, NOT_APPLICABLE, INACTIVE -> false;
            case OPEN -> tally == Tally.OWED || tally == Tally.OPEN;
            case FULFILLED -> tally == Tally.OWED || tally == Tally.FULFILLED;
            case LATE -> tally == Tally.OWED || tally == Tally.LATE;
            case BREACHED -> tally == Tally.OWED || tally == Tally.BREACHED;
            case WAIVED, STAYED -> tally == Tally.OWED || tally == Tally.WAIVED;
            case UNPROVEN, CONFLICTED -> tally == Tally.OWED || tally == Tally.UNPROVEN;
        };
    }
}
