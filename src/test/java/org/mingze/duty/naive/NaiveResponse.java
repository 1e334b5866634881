package org.mingze.duty.naive;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.mingze.calendar.RestDayRule;
import org.mingze.calendar.Span;
import org.mingze.calendar.SpanUnit;
import org.mingze.calendar.WorkCalendar;
import org.mingze.duty.Standing;
import org.mingze.institution.Bearer;
import org.mingze.institution.Duty;
import org.mingze.institution.DutyForm;
import org.mingze.institution.Slot;
import org.mingze.institution.expression.Rational;
import org.mingze.journal.Entry;
import org.mingze.work.ChinaTime;
import org.mingze.work.WorkRecord;

/// 应答 — 时限: whether a trigger was answered in time; and the days that move or stop a limit.
record NaiveResponse(Owed owed, DutyForm.Response form, WorkRecord trigger) {
    private NaiveFacts facts() {
        return owed.facts();
    }

    /// The moment of the trigger, or the end of 不早于.
    private Optional<LocalDate> begin() {
        Optional<Span> wait = owed.span(form.notBefore());
        return owed.moment(form.trigger(), trigger)
                .map(day -> wait.map(span -> facts().calendar().plus(day, span)).orElse(day));
    }

    LocalDate firstDue() {
        if (begin().isEmpty() || owed.isInactive()) {
            return LocalDate.MAX;
        }
        return limit(begin().get(), deducted(new HashSet<>()));
    }

    /// The last day of the limit; days that are not counted make it longer.
    private LocalDate limit(LocalDate start, Set<LocalDate> off) {
        WorkCalendar calendar = facts().calendar();
        Span span = owed.span(form.limit());
        LocalDate plain = calendar.plus(start, span);
        LocalDate last = longer(owed, form.limit(), form.restDays(), start, plain, off);
        return last.equals(plain) ? calendar.limit(start, span, form.restDays()) : last;
    }

    /// A last day put off by the days that do not count; working days by working days.
    static LocalDate longer(
            Owed owed,
            Slot limit,
            RestDayRule restDays,
            LocalDate start,
            LocalDate last,
            Set<LocalDate> off) {
        WorkCalendar calendar = owed.facts().calendar();
        boolean working = owed.span(limit).unit() == SpanUnit.WORKING_DAY;
        LocalDate found = last;
        long missing = 0;
        for (LocalDate day : off) {
            boolean within = day.isAfter(start) && !day.isAfter(last);
            missing += within && (!working || calendar.isWorkingDay(day)) ? 1 : 0;
        }
        if (missing == 0) {
            return last;
        }
        while (missing > 0) {
            found = found.plusDays(1);
            boolean counts = !working || calendar.isWorkingDay(found);
            missing -= counts && !off.contains(found) ? 1 : 0;
        }
        while (restDays == RestDayRule.MOVES && !calendar.isWorkingDay(found)) {
            found = found.plusDays(1);
        }
        return found;
    }

    /// 扣除 — the days of records of the same dossier: of what the trigger follows, or of itself.
    private Set<LocalDate> deducted(Set<LocalDate> openSince) {
        Set<LocalDate> off = new HashSet<>();
        if (form.deduction().isEmpty()) {
            return off;
        }
        DutyForm.Deduction deduction = form.deduction().get();
        for (WorkRecord record : facts().visible()) {
            boolean tied = facts().follows(record.number(), trigger.number());
            for (WorkRecord root : facts().visible()) {
                tied |=
                        facts().follows(trigger.number(), root.number())
                                && facts().follows(record.number(), root.number());
            }
            Truth means = tied ? owed.means(deduction.records(), record) : Truth.NO;
            Optional<LocalDate> from = Spans.day(owed.value(deduction.from(), record));
            Optional<LocalDate> to = Spans.day(owed.value(deduction.to(), record));
            if (means == Truth.YES && from.isPresent() && to.isPresent()) {
                for (LocalDate day = from.get(); !day.isAfter(to.get()); day = day.plusDays(1)) {
                    off.add(day);
                }
            } else if (means != Truth.NO) {
                openSince.add(from.orElse(LocalDate.MIN));
            }
        }
        return off;
    }

    Answer answer() {
        if (begin().isEmpty()) {
            return Answer.of(Standing.UNPROVEN);
        }
        LocalDate moved = extended(owed, form.extendable(), form.restDays(), firstDue());
        Set<LocalDate> off = new HashSet<>();
        LocalDate day = begin().get();
        for (; !day.isAfter(facts().today()); day = day.plusDays(1)) {
            if (rests(owed, day)) {
                off.add(day);
            }
        }
        LocalDate due = longer(owed, form.limit(), form.restDays(), begin().get(), moved, off);
        LocalDate graceEnd = owed.graceEnd(due);
        LocalDate earliest = form.notBefore().isPresent() ? begin().get() : trigger.day();
        boolean maybeInTime =
                !facts().isComplete(form.answer().recordType(), owed.body(), trigger.day());
        boolean maybe = maybeInTime;
        Set<LocalDate> sure = new TreeSet<>(Comparator.naturalOrder());
        Set<Long> counted = new TreeSet<>();
        for (WorkRecord record : facts().visible()) {
            Truth answers =
                    record.day().isBefore(earliest) || record.day().isBefore(trigger.day())
                            ? Truth.NO
                            : owed.answers(form.answer(), record, trigger, false);
            Optional<LocalDate> moment = owed.moment(form.answer(), record);
            if (answers == Truth.YES && moment.isPresent()) {
                sure.add(moment.get());
                counted.add(record.number());
            } else if (answers != Truth.NO) {
                maybe = true;
                maybeInTime |= moment.map(at -> !at.isAfter(graceEnd)).orElse(true);
            }
        }
        Set<LocalDate> openSince = new HashSet<>();
        deducted(openSince);
        maybeInTime |= openSince.stream().anyMatch(from -> !from.isAfter(due));
        Optional<LocalDate> first = sure.stream().findFirst();
        Standing standing;
        if (first.filter(found -> !found.isAfter(graceEnd)).isPresent()) {
            standing = Standing.FULFILLED;
        } else if (!facts().today().isAfter(graceEnd)) {
            standing = Standing.OPEN;
        } else if (maybeInTime) {
            standing = Standing.UNPROVEN;
        } else if (first.isPresent()) {
            standing = Standing.LATE;
        } else {
            standing = maybe ? Standing.UNPROVEN : Standing.BREACHED;
        }
        return Answer.of(standing, due, graceEnd, counted);
    }

    /// 延 in the order recorded, each recorded and dated before the limit that it moves ends.
    static LocalDate extended(
            Owed owed,
            Optional<DutyForm.Extendable> extendable,
            RestDayRule restDays,
            LocalDate due) {
        LocalDate moved = due;
        int times = 0;
        for (Entry act : owed.facts().acts("延")) {
            if (extendable.isEmpty()
                    || Rational.of(times).equals(owed.number(extendable.get().times()))) {
                return moved;
            }
            boolean told = !extendable.get().notice() || NaiveFacts.text(act, "告知").equals("是");
            if (told
                    && !act.occurred().day().isAfter(moved)
                    && !ChinaTime.day(act.recordedAt()).isAfter(moved)
                    && owed.isMeantBy(act, true)
                    && owed.isBy(Optional.of(extendable.get().authority()), act)) {
                Span most = owed.span(extendable.get().by());
                Span granted =
                        Spans.read(NaiveFacts.text(act, "限"))
                                .filter(span -> span.unit() == most.unit())
                                .filter(span -> span.amount() <= most.amount())
                                .orElse(most);
                moved = owed.facts().calendar().limit(moved, granted, restDays);
                times++;
            }
        }
        return moved;
    }

    /// 停 — whether an authority had it rest on a day: ordered by then, and not resumed since.
    static boolean rests(Owed owed, LocalDate day) {
        Duty duty = owed.duty();
        Optional<Bearer> authority =
                duty.waivable().map(Duty.Waivable::authority).or(duty::enforcer);
        LocalDate resumed = LocalDate.MIN;
        for (Entry act : owed.facts().acts("复")) {
            LocalDate on = act.occurred().day();
            boolean meant = owed.isMeantBy(act, false) && owed.isByAnother(authority, act);
            resumed = meant && !on.isAfter(day) && on.isAfter(resumed) ? on : resumed;
        }
        for (Entry act : owed.facts().acts("停")) {
            LocalDate on = act.occurred().day();
            boolean meant = owed.isMeantBy(act, false) && owed.isByAnother(authority, act);
            if (meant && !on.isAfter(day) && on.isAfter(resumed)) {
                return true;
            }
        }
        return false;
    }
}
