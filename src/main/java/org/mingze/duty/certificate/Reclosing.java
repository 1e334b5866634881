package org.mingze.duty.certificate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingze.calendar.Span;
import org.mingze.duty.Contribution;
import org.mingze.duty.Occasion;
import org.mingze.duty.Standing;
import org.mingze.duty.situation.Certainty;
import org.mingze.duty.situation.Situation;
import org.mingze.duty.situation.Slots;
import org.mingze.institution.DutyForm;
import org.mingze.institution.Selector;
import org.mingze.institution.expression.Rational;
import org.mingze.institution.expression.Value;
import org.mingze.journal.Occurred;
import org.mingze.work.RecordHistory;
import org.mingze.work.WorkRecord;

/// Goes anew through one round of a closed loop.
final class Reclosing {
    private static final LocalDate NEVER = LocalDate.of(9999, 12, 31);

    private final Replay replay;
    private final DutyForm.ClosedLoop form;
    private final RecordHistory history;
    private final WorkRecord item;
    private final Reanswering answering;
    private final Situation situation;
    private final Optional<Occurred> opened;
    private final Optional<Occurred> reopened;
    private final boolean exists;

    Reclosing(Replay replay, DutyForm.ClosedLoop form, RecordHistory history) {
        this.replay = replay;
        this.form = form;
        this.history = history;
        this.item = history.current();
        this.answering = new Reanswering(replay, item);
        this.situation = answering.situation();
        List<WorkRecord> relapses = relapses();
        OptionalLong number =
                replay.occasion() instanceof Occasion.OnRecord(long _, OptionalLong reopening)
                        ? reopening
                        : OptionalLong.empty();
        int round = -1;
        for (int index = 0; index < relapses.size(); index++) {
            if (number.isPresent() && relapses.get(index).number() == number.getAsLong()) {
                round = index;
            }
        }
        this.exists = number.isEmpty() || round >= 0;
        this.opened = round >= 0 ? Optional.of(relapses.get(round).occurred()) : Optional.empty();
        this.reopened = relapses.stream().skip(round + 1L).map(WorkRecord::occurred).findFirst();
    }

    private List<WorkRecord> relapses() {
        return form.relapse().stream()
                .flatMap(of -> answering.candidates(of, item.day()).stream())
                .filter(weighed -> weighed.match() == Certainty.TRUE)
                .map(Weighed::record)
                .toList();
    }

    private enum Phase {
        DONE,
        LATE,
        OPEN,
        MISSED,
        UNDATED
    }

    private Phase phase(Optional<LocalDate> done, Optional<LocalDate> due) {
        if (due.isEmpty()) {
            return Phase.UNDATED;
        }
        LocalDate last = replay.graceEnd(due.get());
        return done.map(day -> day.isAfter(last) ? Phase.LATE : Phase.DONE)
                .orElse(replay.today().isAfter(last) ? Phase.MISSED : Phase.OPEN);
    }

    private Optional<LocalDate> start() {
        return opened.isPresent()
                ? opened.map(Occurred::day)
                : Weighed.of(form.trigger(), item, situation, true).moment();
    }

    private Optional<LocalDate> fillDue() {
        Optional<Span> within = form.completeWithin().flatMap(slot -> Slots.span(slot, situation));
        return start().flatMap(
                        from ->
                                within.map(
                                        span ->
                                                replay.known()
                                                        .calendar()
                                                        .limit(from, span, form.restDays())));
    }

    /// 期限 by the first values that were given in this round.
    private Optional<LocalDate> deadline() {
        Map<String, Value> first = new LinkedHashMap<>();
        if (opened.isEmpty()) {
            history.original().fields().forEach((name, value) -> give(first, name, value));
        }
        history.corrections().stream()
                .filter(made -> isInRound(made.entry().occurred().day()))
                .forEach(made -> made.changes().forEach((name, value) -> give(first, name, value)));
        WorkRecord then =
                new WorkRecord(
                        item.number(),
                        item.type(),
                        item.occurred(),
                        item.recordedAt(),
                        item.recorder(),
                        item.mode(),
                        first);
        return form.deadline()
                .map(given -> given.evaluate(situation.scope(then), situation.world()))
                .filter(Value.Day.class::isInstance)
                .map(value -> ((Value.Day) value).value())
                .map(day -> replay.known().calendar().lastDay(day, form.restDays()));
    }

    private static void give(Map<String, Value> first, String name, Value value) {
        if (!value.isUnknown()) {
            first.putIfAbsent(name, value);
        }
    }

    private boolean isInRound(LocalDate day) {
        return !day.isAfter(replay.today())
                && opened.map(since -> !day.isBefore(since.day())).orElse(true);
    }

    private Optional<LocalDate> filledOn(String field) {
        if (!item.isFilled(field)) {
            return Optional.empty();
        }
        List<LocalDate> days = new ArrayList<>();
        if (opened.isEmpty() && history.original().isFilled(field)) {
            days.add(history.original().day());
        }
        history.corrections().stream()
                .filter(made -> isFilling(made.changes().get(field)))
                .map(made -> made.entry().occurred().day())
                .forEach(days::add);
        return days.stream().filter(this::isInRound).min(LocalDate::compareTo);
    }

    private static boolean isFilling(@Nullable Value value) {
        return value != null && !value.isUnknown();
    }

    private Optional<WorkRecord> follower(String type) {
        return replay.all(type).stream()
                .filter(record -> !record.day().isBefore(item.day()))
                .filter(record -> isInRound(record.day()))
                .filter(record -> replay.isFollowing(record, item.number()))
                .findFirst();
    }

    private Optional<LocalDate> completeOn() {
        Optional<LocalDate> complete = start();
        for (DutyForm.Requirement requirement : form.required()) {
            Optional<LocalDate> day =
                    switch (requirement) {
                        case DutyForm.Requirement.Filled(String field) -> filledOn(field);
                        case DutyForm.Requirement.FollowedBy(String type) ->
                                follower(type).map(WorkRecord::day);
                    };
            complete = complete.flatMap(so -> day.map(one -> one.isAfter(so) ? one : so));
        }
        return complete;
    }

    Expected expected() {
        if (!exists) {
            return Expected.of(Standing.REVOKED);
        }
        if (start().isEmpty()) {
            return Expected.of(Standing.UNPROVEN);
        }
        Phase filled =
                form.completeWithin().isEmpty() ? Phase.DONE : phase(completeOn(), fillDue());
        Optional<ActsUsed.Moved> moved =
                deadline()
                        .map(
                                day ->
                                        new ActsUsed(replay)
                                                .moved(
                                                        day,
                                                        form.extendable(),
                                                        form.restDays(),
                                                        situation));
        Optional<LocalDate> closeDue = moved.map(ActsUsed.Moved::due);
        Optional<LocalDate> due =
                filled == Phase.DONE
                        ? closeDue.or(this::fillDue)
                        : Stream.of(fillDue(), closeDue)
                                .flatMap(Optional::stream)
                                .min(Comparator.naturalOrder());
        Expected open = Expected.of(Standing.OPEN);
        Expected dated = due.map(day -> open.due(day, replay.graceEnd(day))).orElse(open);
        return form.closing().isEmpty()
                ? filled(dated, filled)
                : closed(dated, filled, closeDue)
                        .using(moved.map(ActsUsed.Moved::acts).orElse(List.of()));
    }

    private Expected filled(Expected dated, Phase filled) {
        List<Contribution> found = new ArrayList<>();
        for (DutyForm.Requirement requirement : form.required()) {
            if (requirement instanceof DutyForm.Requirement.FollowedBy(String type)) {
                follower(type).ifPresent(record -> found.add(plain(record)));
            }
        }
        return switch (filled) {
            case DONE -> dated.standing(Standing.FULFILLED).found(found, found, List.of());
            case LATE -> dated.standing(Standing.LATE).found(found, found, List.of());
            case OPEN -> dated;
            case MISSED -> dated.standing(Standing.BREACHED);
            case UNDATED -> dated.standing(Standing.UNPROVEN);
        };
    }

    static Contribution plain(WorkRecord record) {
        return new Contribution(
                record.number(), record.day(), Rational.ONE, record.lateDays(), false, false);
    }

    private Expected closed(Expected dated, Phase filled, Optional<LocalDate> due) {
        Selector closing = form.closing().orElseThrow();
        Reanswering.Answers answers =
                answering.answers(
                        closing,
                        this::isOfRound,
                        due.orElse(NEVER),
                        due.map(replay::graceEnd).orElse(NEVER));
        boolean unknown = !answering.isComplete(closing);
        boolean mayClose = unknown || !answers.doubtful().isEmpty();
        Standing standing =
                switch (filled) {
                    case MISSED, LATE ->
                            !answers.counted().isEmpty()
                                    ? Standing.LATE
                                    : mayClose ? Standing.UNPROVEN : Standing.BREACHED;
                    case UNDATED -> Standing.UNPROVEN;
                    case DONE, OPEN ->
                            switch (phase(answers.firstDay(), due)) {
                                case DONE ->
                                        filled == Phase.OPEN ? Standing.OPEN : Standing.FULFILLED;
                                case OPEN -> Standing.OPEN;
                                case UNDATED ->
                                        phase(Optional.empty(), fillDue()) == Phase.OPEN
                                                ? Standing.OPEN
                                                : Standing.UNPROVEN;
                                case LATE ->
                                        unknown
                                                        || answers.mayExistBy(
                                                                replay.graceEnd(due.orElseThrow()))
                                                ? Standing.UNPROVEN
                                                : Standing.LATE;
                                case MISSED -> mayClose ? Standing.UNPROVEN : Standing.BREACHED;
                            };
                };
        return dated.standing(standing)
                .found(answers.first(), answers.counted(), answers.failing());
    }

    private boolean isOfRound(WorkRecord closure) {
        return opened.map(since -> closure.occurred().compareTo(since) > 0).orElse(true)
                && reopened.map(until -> closure.occurred().compareTo(until) <= 0).orElse(true);
    }
}
