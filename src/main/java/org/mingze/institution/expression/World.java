package org.mingze.institution.expression;

import java.time.LocalDate;
import java.util.List;
import org.mingze.calendar.Period;
import org.mingze.calendar.Span;

/// 外界 — what an expression may ask about beyond the values in its scope: other records, the
/// organization and the calendar, all as of one day and one prefix of the journal.
public interface World {
    /// The record type whose records 公假日数 counts: 岗 is on official leave from 自 to 止.
    String LEAVE = "公假";

    /// A field of another record.
    Value field(Value.Link record, String field);

    /// A member of a body (类 级 地 名 负责人) or a post (机构 职 级 名).
    Value member(Value.Reference of, String name);

    /// 承(r,T): the records of `type` that follow r, directly or not, oldest first.
    Value followers(Value.Link record, String type);

    /// 期内(T), 上期内(T): the bearer's records in this or the previous period; 往(T): the county's
    /// records up to the one in hand; 案卷(T): dossiers rooted in T that are open at some time in 期.
    Value slice(String function, String type);

    /// The same without those of which a field is known to hold something else.
    default Value slice(String function, String type, String field, Value held) {
        return slice(function, type);
    }

    /// 阶段(r).
    Value stage(Value.Link record);

    /// 应 履 迟 违 免 缺(号): the obligations of a duty that the bearer, or who is within it, has in
    /// 期, by how they stand; each as a group of 自 and 止, the days it runs from and to.
    default Value obligations(String tally, String dutyNumber) {
        return new Value.Unknown(tally + "(" + dutyNumber + ")不详");
    }

    /// 上级 下级 班子 党员 负责人 分管 任者 岗于 高于, by name; the arguments are known references, a
    /// list is asked about one by one.
    Value organization(String function, List<Value> arguments);

    boolean isWorkingDay(LocalDate day);

    /// 工作日差: working days after `from` up to and including `to`; negative when `to` is earlier.
    long workingDaysBetween(LocalDate from, LocalDate to);

    /// 工作日数(期).
    default long workingDaysIn(Period period) {
        return period.start()
                .datesUntil(period.end().plusDays(1))
                .filter(this::isWorkingDay)
                .count();
    }

    /// 公假日数(岗,期): the working days of the period on which the post is on official leave, each
    /// once; unknown while a leave has no end.
    Value leaveDays(Value post, Value period);

    LocalDate addSpan(LocalDate day, Span span);
}
