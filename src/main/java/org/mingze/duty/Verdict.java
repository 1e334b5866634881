package org.mingze.duty;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.mingze.institution.RecordType;
import org.mingze.institution.expression.Rational;
import org.mingze.work.Records;
import org.mingze.work.WorkRecord;

/// 判定 — the answer for one obligation on a day, with everything that led to it.
///
/// @param day       the day asked about
/// @param known     K: the number of entries known
/// @param due       last day in time; empty where none can be computed
/// @param graceEnd  last day of the grace
/// @param required  how many are required; empty where nothing is counted
/// @param certain   how many certainly count
/// @param possible  how many may count
/// @param witnesses the earliest sufficient records, or all that count while they do not suffice
/// @param counted   every record that certainly counts
/// @param rejected  the nearest candidates that do not count
/// @param acts      the entries of 免, 延 and the like that made it so
/// @param note      what else the sentence must say: who waived and why, what is missing
public record Verdict(
        Obligation obligation,
        Standing standing,
        LocalDate day,
        long known,
        Optional<LocalDate> due,
        Optional<LocalDate> graceEnd,
        Optional<Rational> required,
        Rational certain,
        Rational possible,
        List<Contribution> witnesses,
        List<Contribution> counted,
        List<Rejection> rejected,
        List<Long> acts,
        String note) {
    public Verdict {
        witnesses = List.copyOf(witnesses);
        counted = List.copyOf(counted);
        rejected = List.copyOf(rejected);
        acts = List.copyOf(acts);
    }

    public static Verdict of(Obligation obligation, Standing standing, AsOf asOf, String note) {
        return new Verdict(
                obligation,
                standing,
                asOf.day(),
                asOf.known().size(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Rational.ZERO,
                Rational.ZERO,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                note);
    }

    public Verdict due(LocalDate due, LocalDate graceEnd) {
        return new Verdict(
                obligation,
                standing,
                day,
                known,
                Optional.of(due),
                Optional.of(graceEnd),
                required,
                certain,
                possible,
                witnesses,
                counted,
                rejected,
                acts,
                note);
    }

    /// Without what was read of classed fields; which they are stays told.
    public Verdict withoutClassed(Records records) {
        return withoutClassed(records, _ -> false);
    }

    /// Without what was read of classed fields of records that are not read.
    public Verdict withoutClassed(Records records, Predicate<WorkRecord> reads) {
        return witnessed(
                witnesses,
                counted,
                rejected.stream().map(each -> withoutClassed(records, reads, each)).toList());
    }

    private static Rejection withoutClassed(
            Records records, Predicate<WorkRecord> reads, Rejection rejection) {
        Optional<WorkRecord> record = records.find(rejection.record());
        return record.stream()
                .flatMap(found -> found.type().fields().values().stream())
                .filter(field -> field.fieldClass().isClassed())
                .map(RecordType.Field::name)
                .filter(name -> rejection.read().contains(name))
                .findFirst()
                .filter(_ -> record.filter(reads).isEmpty())
                .map(
                        name ->
                                new Rejection(
                                        rejection.record(),
                                        rejection.condition(),
                                        "“" + name + "”隐去",
                                        rejection.unknown()))
                .orElse(rejection);
    }

    public Verdict witnessed(
            List<Contribution> witnesses, List<Contribution> counted, List<Rejection> rejected) {
        return new Verdict(
                obligation,
                standing,
                day,
                known,
                due,
                graceEnd,
                required,
                certain,
                possible,
                witnesses,
                counted,
                rejected,
                acts,
                note);
    }

    public Verdict counted(Rational required, Rational certain, Rational possible) {
        return new Verdict(
                obligation,
                standing,
                day,
                known,
                due,
                graceEnd,
                Optional.of(required),
                certain,
                possible,
                witnesses,
                counted,
                rejected,
                acts,
                note);
    }

    public Verdict standing(Standing standing, String note) {
        return new Verdict(
                obligation,
                standing,
                day,
                known,
                due,
                graceEnd,
                required,
                certain,
                possible,
                witnesses,
                counted,
                rejected,
                acts,
                note);
    }

    /// With more acts that it rests on.
    public Verdict using(List<Long> more) {
        List<Long> all = new ArrayList<>(acts);
        all.addAll(more);
        return new Verdict(
                obligation,
                standing,
                day,
                known,
                due,
                graceEnd,
                required,
                certain,
                possible,
                witnesses,
                counted,
                rejected,
                all,
                note);
    }
}
