package org.mingze.duty.form;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mingze.calendar.Period;
import org.mingze.calendar.Span;
import org.mingze.duty.AsOf;
import org.mingze.duty.Obligation;
import org.mingze.duty.situation.Candidates;
import org.mingze.duty.situation.Certainty;
import org.mingze.duty.situation.Situation;
import org.mingze.duty.situation.Slots;
import org.mingze.duty.situation.Stages;
import org.mingze.institution.DutyForm;
import org.mingze.institution.Selector;
import org.mingze.institution.expression.Value;

/// 覆盖之对 — who or what is covered in a period, and for how long each belonged.
final class Coverages {
    private Coverages() {}

    /// One obligation for each member.
    static List<Obligation> perMember(
            Obligation plain, DutyForm.Coverage form, Period period, AsOf asOf) {
        Set<Value> members = new LinkedHashSet<>();
        for (LocalDate day : membershipDays(form.membership(), period, asOf)) {
            members.addAll(members(plain, form, period, day, asOf));
        }
        return members.stream().map(member -> plain.towards(Optional.of(member))).toList();
    }

    private static List<Value> members(
            Obligation plain, DutyForm.Coverage form, Period period, LocalDate day, AsOf asOf) {
        Situation situation = Situations.of(plain, asOf).at(day).unlessGone();
        return switch (form.members()) {
            case DutyForm.Members.OpenRecords(Selector selector) ->
                    open(selector, situation, period);
            case DutyForm.Members.Listed(var list) ->
                    list.evaluate(situation.scope(), situation.world())
                                    instanceof Value.Series(List<Value> items)
                            ? items.stream()
                                    .flatMap(item -> counterpart(form, item, situation).stream())
                                    .toList()
                            : List.of();
        };
    }

    /// Records that are there by the end of the period and whose dossier was not settled before
    /// it began.
    private static List<Value> open(Selector selector, Situation situation, Period period) {
        AsOf before = new AsOf(situation.known(), period.start().minusDays(1));
        return Candidates.of(selector, situation, LocalDate.MIN, period.end()).stream()
                .filter(candidate -> candidate.match() == Certainty.TRUE)
                .map(candidate -> candidate.record().number())
                .filter(number -> !Stages.isClosed(before, number))
                .<Value>map(Value.Link::new)
                .toList();
    }

    /// 按: 人 turns a post into the person who held it that day.
    private static Optional<Value> counterpart(
            DutyForm.Coverage form, Value member, Situation situation) {
        if (form.countedBy() == DutyForm.CountedBy.PERSON
                && member instanceof Value.Reference(Value.Reference.Kind kind, String code)
                && kind == Value.Reference.Kind.POST) {
            return situation
                    .organization()
                    .holder(code, situation.at())
                    .map(Value.Reference::person);
        }
        return Optional.of(member).filter(given -> !given.isUnknown());
    }

    private static List<LocalDate> membershipDays(
            DutyForm.Membership membership, Period period, AsOf asOf) {
        return switch (membership) {
            case AT_START -> List.of(period.start());
            case AT_END -> List.of(period.end());
            case AT_ANY_TIME -> changeDays(period, asOf);
        };
    }

    private static List<LocalDate> changeDays(Period period, AsOf asOf) {
        List<LocalDate> days = new ArrayList<>();
        days.add(period.start());
        days.addAll(asOf.known().organization().changeDays(period.start(), period.end()));
        return days;
    }

    /// Whether a member belonged for less than 至少在列 in all.
    static boolean isTooShort(
            Obligation obligation, DutyForm.Coverage form, Period period, AsOf asOf) {
        Situation situation = Situations.of(obligation, asOf);
        Span least = Slots.span(form.enlisted().orElseThrow(), situation).orElseThrow();
        Value member = obligation.counterpart().orElseThrow();
        List<LocalDate> days = changeDays(period, asOf);
        long belonged = 0;
        for (int index = 0; index < days.size(); index++) {
            LocalDate from = days.get(index);
            LocalDate until =
                    index + 1 < days.size() ? days.get(index + 1) : period.end().plusDays(1);
            if (members(obligation, form, period, from, asOf).contains(member)) {
                belonged += until.toEpochDay() - from.toEpochDay();
            }
        }
        LocalDate enough = situation.known().calendar().plus(period.start(), least);
        return belonged < enough.toEpochDay() - period.start().toEpochDay();
    }
}
