package org.mingze.duty.certificate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mingze.calendar.Period;
import org.mingze.calendar.Span;
import org.mingze.duty.AsOf;
import org.mingze.duty.situation.Certainty;
import org.mingze.duty.situation.Situation;
import org.mingze.duty.situation.Slots;
import org.mingze.duty.situation.Stages;
import org.mingze.institution.DutyForm;
import org.mingze.institution.Selector;
import org.mingze.institution.expression.Value;

/// Reckons anew for how long a member was covered.
final class Enlisting {
    private Enlisting() {}

    static boolean isTooShort(Replay replay, DutyForm.Coverage form) {
        Optional<Span> least =
                form.enlisted().flatMap(slot -> Slots.span(slot, replay.situation()));
        if (least.isEmpty() || replay.counterpart().isEmpty()) {
            return false;
        }
        Period period = Cycle.of(replay, form.every()).days();
        List<LocalDate> days = new ArrayList<>();
        days.add(period.start());
        days.addAll(replay.known().organization().changeDays(period.start(), period.end()));
        days.add(period.end().plusDays(1));
        long belonged = 0;
        for (int index = 0; index + 1 < days.size(); index++) {
            if (isMember(replay, form, period, days.get(index))) {
                belonged += days.get(index + 1).toEpochDay() - days.get(index).toEpochDay();
            }
        }
        LocalDate enough = replay.known().calendar().plus(period.start(), least.get());
        return belonged < enough.toEpochDay() - period.start().toEpochDay();
    }

    private static boolean isMember(
            Replay replay, DutyForm.Coverage form, Period period, LocalDate day) {
        Situation that = replay.situation().at(day).unlessGone();
        Value member = replay.counterpart().orElseThrow();
        return switch (form.members()) {
            case DutyForm.Members.Listed(var list) ->
                    list.evaluate(that.scope(), that.world())
                                    instanceof Value.Series(List<Value> items)
                            && items.stream()
                                    .anyMatch(item -> counted(form, item, that).equals(member));
            case DutyForm.Members.OpenRecords(Selector selector) ->
                    replay.all(selector.recordType()).stream()
                            .filter(record -> !record.day().isAfter(period.end()))
                            .filter(record -> new Value.Link(record.number()).equals(member))
                            .filter(
                                    record ->
                                            Weighed.of(selector, record, that, false).match()
                                                    == Certainty.TRUE)
                            .anyMatch(
                                    record ->
                                            !Stages.isClosed(
                                                    new AsOf(
                                                            replay.known(),
                                                            period.start().minusDays(1)),
                                                    record.number()));
        };
    }

    private static Value counted(DutyForm.Coverage form, Value item, Situation that) {
        boolean byPerson = form.countedBy() == DutyForm.CountedBy.PERSON;
        return byPerson
                        && item instanceof Value.Reference post
                        && post.kind() == Value.Reference.Kind.POST
                ? that.organization()
                        .holder(post.code(), that.at())
                        .<Value>map(Value.Reference::person)
                        .orElse(new Value.Unknown("任者不详"))
                : item;
    }
}
