package org.mingze.duty.naive;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.mingze.calendar.RestDayRule;
import org.mingze.duty.Standing;
import org.mingze.institution.DutyForm;
import org.mingze.institution.Selector;
import org.mingze.institution.expression.Value;
import org.mingze.journal.Occurred;
import org.mingze.work.RecordHistory;
import org.mingze.work.WorkRecord;

/// 闭环 — one item, round by round: filled within a time, closed by its own deadline.
final class NaiveLoop {
    private final NaiveFacts facts;
    private final Owed owed;
    private final DutyForm.ClosedLoop loop;
    private final RecordHistory history;
    private final WorkRecord item;
    private final LocalDate ruleDay;
    private final LocalDate today;

    NaiveLoop(Owed owed, DutyForm.ClosedLoop loop, RecordHistory history) {
        this.facts = owed.facts();
        this.owed = owed;
        this.loop = loop;
        this.history = history;
        this.item = history.current();
        this.ruleDay = item.day();
        this.today = facts.today();
    }

    /// One round, from its start to the day on which the next begins.
    private record Round(
            String occasion,
            Optional<LocalDate> start,
            Optional<Occurred> after,
            Optional<Occurred> next) {
        boolean first() {
            return after.isEmpty();
        }
    }

    /// Each round, and what it answers.
    Map<Owed, Supplier<Answer>> answers() {
        List<WorkRecord> relapses = new ArrayList<>();
        for (WorkRecord record : facts.visible()) {
            if (loop.relapse().filter(of -> matches(of, record) == Truth.YES).isPresent()) {
                relapses.add(record);
            }
        }
        List<Round> rounds = new ArrayList<>();
        Optional<LocalDate> moment = owed.moment(loop.trigger(), item);
        rounds.add(new Round(owed.occasion(), moment, Optional.empty(), next(relapses, 0)));
        for (int index = 0; index < relapses.size(); index++) {
            WorkRecord relapse = relapses.get(index);
            rounds.add(
                    new Round(
                            owed.occasion() + "-" + relapse.number(),
                            Optional.of(relapse.day()),
                            Optional.of(relapse.occurred()),
                            next(relapses, index + 1)));
        }
        Map<Owed, Supplier<Answer>> answers = new LinkedHashMap<>();
        for (Round round : rounds) {
            Owed that = owed.on(round.occasion(), firstDue(round).orElse(LocalDate.MAX));
            answers.put(that, () -> judge(that, round));
        }
        return answers;
    }

    private Optional<LocalDate> firstDue(Round round) {
        if (owed.isInactive()) {
            return Optional.empty();
        }
        return earlier(completeDue(round), deadline(round));
    }

    private static Optional<LocalDate> earlier(Optional<LocalDate> one, Optional<LocalDate> other) {
        return one.isPresent() && other.isPresent() && other.get().isBefore(one.get())
                ? other
                : one.or(() -> other);
    }

    private static Optional<Occurred> next(List<WorkRecord> relapses, int index) {
        return index < relapses.size()
                ? Optional.of(relapses.get(index).occurred())
                : Optional.empty();
    }

    private Truth matches(Selector of, WorkRecord record) {
        return record.day().isBefore(ruleDay) ? Truth.NO : owed.answers(of, record, item, false);
    }

    /// The day on which everything required was there, if it was.
    private Optional<LocalDate> completeOn(Round round) {
        LocalDate complete = round.start().orElse(ruleDay);
        for (DutyForm.Requirement requirement : loop.required()) {
            Optional<LocalDate> filled =
                    switch (requirement) {
                        case DutyForm.Requirement.Filled(String field) -> filledOn(field, round);
                        case DutyForm.Requirement.FollowedBy(String type) ->
                                followedOn(type, round);
                    };
            if (filled.isEmpty()) {
                return Optional.empty();
            }
            complete = filled.get().isAfter(complete) ? filled.get() : complete;
        }
        return Optional.of(complete);
    }

    private Optional<LocalDate> filledOn(String field, Round round) {
        if (!item.isFilled(field)) {
            return Optional.empty();
        }
        List<LocalDate> days = new ArrayList<>();
        if (round.first() && history.original().isFilled(field)) {
            days.add(item.day());
        }
        for (RecordHistory.Correction correction : history.corrections()) {
            Value value = correction.changes().get(field);
            if (value != null && !value.isUnknown()) {
                days.add(correction.entry().occurred().day());
            }
        }
        return earliest(days, round);
    }

    private Optional<LocalDate> followedOn(String type, Round round) {
        List<LocalDate> days = new ArrayList<>();
        for (WorkRecord record : facts.visible()) {
            if (record.type().name().equals(type)
                    && !record.day().isBefore(ruleDay)
                    && facts.follows(record.number(), item.number())) {
                days.add(record.day());
            }
        }
        return earliest(days, round);
    }

    private Optional<LocalDate> earliest(List<LocalDate> days, Round round) {
        return days.stream()
                .filter(found -> !found.isAfter(today))
                .filter(
                        found ->
                                round.first()
                                        || round.start()
                                                .filter(start -> !found.isBefore(start))
                                                .isPresent())
                .sorted()
                .findFirst();
    }

    /// 期限 — by the first values that it ever had in this round.
    private Optional<LocalDate> deadline(Round round) {
        Map<String, Value> first = new LinkedHashMap<>();
        if (round.first()) {
            first.putAll(history.original().fields());
            first.values().removeIf(Value::isUnknown);
        }
        for (RecordHistory.Correction correction : history.corrections()) {
            LocalDate made = correction.entry().occurred().day();
            boolean counts =
                    !made.isAfter(today)
                            && (round.first()
                                    || round.start()
                                            .filter(start -> !made.isBefore(start))
                                            .isPresent());
            if (counts) {
                correction.changes().forEach(first::putIfAbsent);
                first.values().removeIf(Value::isUnknown);
            }
        }
        if (loop.deadline().isEmpty()) {
            return Optional.empty();
        }
        Owed hand = owed.holding(item);
        for (String field : item.type().fields().keySet()) {
            hand = hand.with(field, first.getOrDefault(field, NaiveFacts.UNKNOWN));
        }
        return Spans.day(hand.value(loop.deadline().get(), ruleDay)).map(this::unlessOff);
    }

    private LocalDate unlessOff(LocalDate written) {
        LocalDate last = written;
        while (loop.restDays() == RestDayRule.MOVES && !facts.calendar().isWorkingDay(last)) {
            last = last.plusDays(1);
        }
        return last;
    }

    private Optional<LocalDate> completeDue(Round round) {
        if (loop.completeWithin().isEmpty() || round.start().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                facts.calendar()
                        .limit(
                                round.start().get(),
                                owed.span(loop.completeWithin().get()),
                                loop.restDays()));
    }

    private Answer judge(Owed that, Round round) {
        if (round.start().isEmpty()) {
            return Answer.of(Standing.UNPROVEN);
        }
        Optional<LocalDate> completeDue = completeDue(round);
        Phase filled =
                loop.completeWithin().isPresent()
                        ? phase(completeOn(round), completeDue)
                        : Phase.DONE;
        Optional<LocalDate> closeDue = closeDue(that, round);
        Optional<LocalDate> due =
                filled == Phase.DONE && closeDue.isPresent()
                        ? closeDue
                        : earlier(completeDue, closeDue);
        Set<Long> counted = new TreeSet<>();
        Standing standing = filledOnly(filled);
        if (loop.closing().isPresent()) {
            List<WorkRecord> closings = closings(round, Truth.YES);
            closings.forEach(record -> counted.add(record.number()));
            standing = standing(round, filled, closings, completeDue, closeDue);
        } else if (filled == Phase.DONE || filled == Phase.DONE_LATE) {
            for (DutyForm.Requirement requirement : loop.required()) {
                if (requirement instanceof DutyForm.Requirement.FollowedBy(String type)) {
                    facts.visible().stream()
                            .filter(record -> record.type().name().equals(type))
                            .filter(record -> !record.day().isBefore(ruleDay))
                            .filter(record -> facts.follows(record.number(), item.number()))
                            .findFirst()
                            .ifPresent(record -> counted.add(record.number()));
                }
            }
        }
        return due.isEmpty()
                ? new Answer(standing, Optional.empty(), Optional.empty(), new TreeSet<>(counted))
                : Answer.of(standing, due.get(), owed.graceEnd(due.get()), counted);
    }

    private static Standing filledOnly(Phase filled) {
        return switch (filled) {
            case DONE -> Standing.FULFILLED;
            case DONE_LATE -> Standing.LATE;
            case OPEN -> Standing.OPEN;
            case MISSED -> Standing.BREACHED;
            case UNKNOWN -> Standing.UNPROVEN;
        };
    }

    private Optional<LocalDate> closeDue(Owed that, Round round) {
        return deadline(round)
                .map(day -> NaiveResponse.extended(that, loop.extendable(), loop.restDays(), day));
    }

    private List<WorkRecord> closings(Round round, Truth wanted) {
        List<WorkRecord> closings = new ArrayList<>();
        for (WorkRecord record : facts.visible()) {
            Occurred at = record.occurred();
            boolean inRound =
                    round.after().map(opened -> at.compareTo(opened) > 0).orElse(true)
                            && round.next().map(last -> at.compareTo(last) <= 0).orElse(true);
            if (inRound && matches(loop.closing().orElseThrow(), record) == wanted) {
                closings.add(record);
            }
        }
        return closings;
    }

    /// How far one of the two phases is.
    private enum Phase {
        DONE,
        OPEN,
        DONE_LATE,
        MISSED,
        UNKNOWN
    }

    private Phase phase(Optional<LocalDate> done, Optional<LocalDate> due) {
        if (due.isEmpty()) {
            return Phase.UNKNOWN;
        }
        LocalDate last = owed.graceEnd(due.get());
        if (done.isPresent()) {
            return done.get().isAfter(last) ? Phase.DONE_LATE : Phase.DONE;
        }
        return today.isAfter(last) ? Phase.MISSED : Phase.OPEN;
    }

    private Standing standing(
            Round round,
            Phase filled,
            List<WorkRecord> closings,
            Optional<LocalDate> completeDue,
            Optional<LocalDate> closeDue) {
        List<WorkRecord> doubtful = closings(round, Truth.MAYBE);
        boolean incomplete =
                !facts.isComplete(loop.closing().orElseThrow().recordType(), owed.body(), ruleDay);
        boolean maybe = incomplete || !doubtful.isEmpty();
        boolean maybeInTime =
                incomplete
                        || doubtful.stream()
                                .anyMatch(
                                        record ->
                                                closeDue.isPresent()
                                                        && !record.day()
                                                                .isAfter(
                                                                        owed.graceEnd(
                                                                                closeDue.get())));
        if (filled == Phase.MISSED || filled == Phase.DONE_LATE) {
            return !closings.isEmpty()
                    ? Standing.LATE
                    : maybe ? Standing.UNPROVEN : Standing.BREACHED;
        }
        boolean filling =
                completeDue.filter(last -> !today.isAfter(owed.graceEnd(last))).isPresent();
        return switch (phase(closings.stream().map(WorkRecord::day).findFirst(), closeDue)) {
            case UNKNOWN -> filling ? Standing.OPEN : Standing.UNPROVEN;
            case DONE -> filled == Phase.OPEN ? Standing.OPEN : Standing.FULFILLED;
            case OPEN -> Standing.OPEN;
            case DONE_LATE -> maybeInTime ? Standing.UNPROVEN : Standing.LATE;
            case MISSED -> maybe ? Standing.UNPROVEN : Standing.BREACHED;
        };
    }
}
