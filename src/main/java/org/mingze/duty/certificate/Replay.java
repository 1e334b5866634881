package org.mingze.duty.certificate;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.mingze.calendar.Period;
import org.mingze.calendar.RestDayRule;
import org.mingze.duty.AsOf;
import org.mingze.duty.Obligation;
import org.mingze.duty.ObligationKey;
import org.mingze.duty.Occasion;
import org.mingze.duty.situation.Situation;
import org.mingze.institution.Bearer;
import org.mingze.institution.Duty;
import org.mingze.institution.Role;
import org.mingze.institution.expression.Value;
import org.mingze.work.Enactment;
import org.mingze.work.Knowledge;
import org.mingze.work.RecordHistory;
import org.mingze.work.Records;
import org.mingze.work.WorkRecord;

/// What a certificate is checked against: the entries that it knew, and the duty that it names. It
/// looks through all records of a type, with no help of any index.
record Replay(
        AsOf asOf,
        Enactment enactment,
        Duty duty,
        Optional<Value.Reference> bearer,
        Optional<Value> counterpart,
        Occasion occasion) {

    Knowledge known() {
        return asOf.known();
    }

    LocalDate today() {
        return asOf.day();
    }

    ObligationKey key() {
        return obligation().key();
    }

    Obligation obligation() {
        return new Obligation(enactment, duty, bearer, counterpart, occasion);
    }

    Replay borneBy(Optional<Value.Reference> found) {
        return new Replay(asOf, enactment, duty, found, counterpart, occasion);
    }

    Replay covering(Optional<Value> member) {
        return new Replay(asOf, enactment, duty, bearer, member, occasion);
    }

    Optional<RecordHistory> trigger() {
        return switch (occasion) {
            case Occasion.InPeriod _ -> Optional.empty();
            case Occasion.OnRecord(long number, OptionalLong _) ->
                    known().records().histories().stream()
                            .filter(history -> history.original().number() == number)
                            .findFirst();
        };
    }

    /// The names that the expressions of the duty may read.
    Situation situation() {
        LocalDate ruleDay =
                switch (occasion) {
                    case Occasion.InPeriod(Period period) -> period.start();
                    case Occasion.OnRecord _ ->
                            trigger().map(history -> history.current().day()).orElse(today());
                };
        Situation situation =
                Situation.of(asOf, enactment.institution(), ruleDay).borneBy(bearer);
        if (duty.bearer() instanceof Bearer.ByRole(Role role)) {
            situation = situation.among(role);
        }
        if (occasion instanceof Occasion.InPeriod(Period period)) {
            situation = situation.in(period);
        }
        return counterpart.isPresent() ? situation.bind("其", counterpart.get()) : situation;
    }

    /// Every record of a type that stands on the day asked about, oldest first.
    List<WorkRecord> all(String type) {
        return known().records().histories().stream()
                .filter(history -> !history.isWithdrawn())
                .map(RecordHistory::current)
                .filter(record -> record.type().name().equals(type))
                .filter(record -> !record.day().isAfter(today()))
                .sorted(Records.ORDER)
                .toList();
    }

    /// Whether a record follows another, directly or not, even one that is withdrawn.
    boolean isFollowing(WorkRecord record, long other) {
        return known().records().followersOf(other).stream()
                .anyMatch(follower -> follower.number() == record.number());
    }

    LocalDate graceEnd(LocalDate due) {
        return known().calendar().limit(due, duty.grace(), RestDayRule.STAYS);
    }

    /// The version that governs what falls due on a day: the latest one that covers the day of
    /// the occasion and was recorded by the due day.
    boolean isGoverning(LocalDate day, Optional<LocalDate> due) {
        return known().rules().versions(enactment.institution().id()).stream()
                .filter(version -> version.covers(day))
                .filter(version -> due.map(last -> !last.isBefore(version.knownOn())).orElse(true))
                .max(Comparator.comparing(version -> version.institution().from()))
                .filter(enactment::equals)
                .isPresent();
    }
}
