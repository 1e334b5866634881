package org.mingze.duty.naive;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.mingze.calendar.Span;
import org.mingze.calendar.WorkCalendar;
import org.mingze.duty.Standing;
import org.mingze.institution.DutyForm;
import org.mingze.work.WorkRecord;

/// 违后 — whether what a breach calls for was done in time.
record NaiveBreach(Owed owed, DutyForm.BreachResponse form, LocalDate began) {
    Answer answer() {
        WorkCalendar calendar = owed.facts().calendar();
        LocalDate today = owed.facts().today();
        Span limit = owed.span(form.limit());
        Set<LocalDate> off = new HashSet<>();
        for (LocalDate day = began; !day.isAfter(today); day = day.plusDays(1)) {
            if (NaiveResponse.rests(owed, day)) {
                off.add(day);
            }
        }
        LocalDate due =
                NaiveResponse.longer(
                        owed,
                        form.limit(),
                        form.restDays(),
                        began,
                        calendar.limit(began, limit, form.restDays()),
                        off);
        LocalDate graceEnd = owed.graceEnd(due);
        boolean doubtInTime =
                !owed.facts().isComplete(form.answer().recordType(), owed.body(), began);
        boolean doubt = doubtInTime;
        Set<LocalDate> sure = new TreeSet<>();
        Set<Long> counted = new TreeSet<>();
        for (WorkRecord record : owed.facts().visible()) {
            Truth means = owed.means(form.answer(), record);
            Optional<LocalDate> moment = owed.moment(form.answer(), record);
            if (record.day().isBefore(began) || means == Truth.NO) {
                continue;
            }
            if (means == Truth.YES && moment.isPresent()) {
                sure.add(moment.get());
                counted.add(record.number());
            } else {
                doubt = true;
                doubtInTime |= moment.map(day -> !day.isAfter(graceEnd)).orElse(true);
            }
        }
        Optional<LocalDate> first = sure.stream().findFirst();
        Standing standing;
        if (first.filter(day -> !day.isAfter(graceEnd)).isPresent()) {
            standing = Standing.FULFILLED;
        } else if (!today.isAfter(graceEnd)) {
            standing = Standing.OPEN;
        } else if (doubtInTime) {
            standing = Standing.UNPROVEN;
        } else if (first.isPresent()) {
            standing = Standing.LATE;
        } else {
            standing = doubt ? Standing.UNPROVEN : Standing.BREACHED;
        }
        return Answer.of(standing, due, graceEnd, counted);
    }
}
