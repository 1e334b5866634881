package org.mingze.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.mingze.calendar.Period;
import org.mingze.calendar.PeriodUnit;
import org.mingze.duty.Naming;
import org.mingze.duty.situation.Situation;
import org.mingze.institution.Institution;
import org.mingze.institution.ReportTemplate.Horizon;
import org.mingze.institution.Selector;
import org.mingze.institution.expression.Rational;
import org.mingze.institution.expression.Value;
import org.mingze.work.WorkRecord;

/// 所取之录 — the records of a post that a section of its report takes, in the order of their days.
final class TakenRecords {
    private final ReportSubject subject;
    private final Institution own;

    TakenRecords(ReportSubject subject, Institution own) {
        this.subject = subject;
        this.own = own;
    }

    /// The post's own records of the type in the days of the section that meet its condition.
    List<WorkRecord> of(Selector selector, Horizon horizon) {
        ReportSubject.Range range = subject.range(horizon);
        Period period = new Period(PeriodUnit.YEAR, range.from(), range.to());
        Situation situation =
                Situation.of(range.asOf(), own, range.from())
                        .borneBy(Optional.of(Value.Reference.post(subject.post())))
                        .in(period);
        Value found = situation.world().slice("期内", selector.recordType());
        return found instanceof Value.Series(List<Value> links)
                ? links.stream()
                        .map(link -> record(link, situation))
                        .flatMap(Optional::stream)
                        .filter(record -> meets(selector, record, situation))
                        .toList()
                : List.of();
    }

    private static Optional<WorkRecord> record(Value link, Situation situation) {
        OptionalLong number =
                link instanceof Value.Link(long known)
                        ? OptionalLong.of(known)
                        : OptionalLong.empty();
        return number.isPresent()
                ? situation.known().records().find(number.getAsLong())
                : Optional.empty();
    }

    private static boolean meets(Selector selector, WorkRecord record, Situation situation) {
        Situation that = situation.at(record.day());
        return selector.condition()
                .map(condition -> condition.evaluate(that.scope(record), that.world()))
                .map(value -> value instanceof Value.Truth(boolean holds) && holds)
                .orElse(true);
    }

    /// The record as a source of a figure.
    DutyReport.OfRecord row(WorkRecord record) {
        return RecordTitle.of(
                record,
                subject.organization(),
                record.lateDays() > 0 ? List.of("迟录" + record.lateDays() + "日") : List.of());
    }

    /// A field in words; what was never filled is said so.
    String words(WorkRecord record, String field) {
        return record.field(field).map(value -> words(value, record)).orElse("〔" + field + "未填〕");
    }

    private String words(Value value, WorkRecord record) {
        return switch (value) {
            case Value.Text(String text) -> text;
            case Value.Day(LocalDate day) -> ReportWords.day(day);
            case Value.Moment(var moment) -> ReportWords.day(moment.toLocalDate());
            case Value.Truth(boolean holds) -> holds ? "是" : "否";
            case Value.Numeric(Rational number) -> number.toString();
            case Value.Money(Rational yuan) -> yuan + "元";
            case Value.Duration(var span) -> span.toString();
            case Value.Reference(var _, String code) ->
                    Naming.of(subject.organization(), code, record.day());
            case Value.Series(List<Value> items) ->
                    String.join("、", items.stream().map(item -> words(item, record)).toList());
            case Value.Link(long number) -> "第" + number + "号";
            case Value.Evidence(String name, var _) -> name;
            case Value.PeriodValue(var period) -> ReportWords.period(period.start(), period.end());
            case Value.Group _, Value.Unknown _ -> "〔不详〕";
        };
    }
}
