package org.mingze.duty.situation;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.mingze.calendar.Period;
import org.mingze.institution.expression.Value;
import org.mingze.institution.expression.World;
import org.mingze.work.WorkRecord;

/// 公假日数 — the working days of a period on which a post is on official leave, each counted once
/// however many records say so.
final class LeaveDays {
    private LeaveDays() {}

    static Value count(Value.Reference post, Period period, Situation situation) {
        if (!situation.known().isComplete(World.LEAVE, situation.body(), period.start())) {
            return new Value.Unknown("建账前的" + World.LEAVE + "不详");
        }
        Set<LocalDate> days = new HashSet<>();
        for (WorkRecord leave :
                situation
                        .known()
                        .records()
                        .ofType(World.LEAVE, LocalDate.MIN, situation.asOf().day())) {
            if (!leave.field("岗").equals(Optional.of(post))) {
                continue;
            }
            if (!(leave.fields().get("自") instanceof Value.Day(LocalDate from))
                    || !(leave.fields().get("止") instanceof Value.Day(LocalDate to))) {
                return new Value.Unknown("第" + leave.number() + "号公假起止不详");
            }
            LocalDate first = from.isAfter(period.start()) ? from : period.start();
            LocalDate last = to.isBefore(period.end()) ? to : period.end();
            if (!first.isAfter(last)) {
                first.datesUntil(last.plusDays(1))
                        .filter(situation.known().calendar()::isWorkingDay)
                        .forEach(days::add);
            }
        }
        return Value.Numeric.of(days.size());
    }
}
