package org.mingze.institution.expression;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mingze.calendar.Span;
import org.mingze.institution.expression.Value.Link;
import org.mingze.institution.expression.Value.Reference;
import org.mingze.institution.expression.Value.Series;
import org.mingze.institution.expression.Value.Text;
import org.mingze.institution.expression.Value.Truth;
import org.mingze.institution.expression.Value.Unknown;

/// A few records and posts to ask about; Saturdays and Sundays are off.
final class SampleWorld implements World {
    private final Map<Long, Map<String, Value>> records = new HashMap<>();
    private final Map<String, List<Long>> lists = new HashMap<>();

    SampleWorld record(long number, Map<String, Value> fields) {
        records.put(number, fields);
        return this;
    }

    /// What 承(第n号, T) is, asked as `n T`, or 期内(T) and the like, asked as `期内 T`.
    SampleWorld answers(String question, Long... numbers) {
        lists.put(question, List.of(numbers));
        return this;
    }

    private Value list(String question) {
        List<Long> numbers = lists.get(question);
        return numbers == null
                ? new Unknown(question + "未建账")
                : new Series(numbers.stream().<Value>map(Link::new).toList());
    }

    @Override
    public Value field(Link record, String field) {
        return records.getOrDefault(record.number(), Map.of()).getOrDefault(field, new Unknown(""));
    }

    @Override
    public Value member(Reference of, String name) {
        return switch (name) {
            case "类" -> new Text("党委");
            case "名" -> new Text("名为" + of.code());
            case "负责人" -> Reference.post(of.code() + ".书记");
            case "机构" -> Reference.body("机构");
            default -> new Unknown(name + "不详");
        };
    }

    @Override
    public Value followers(Link record, String type) {
        return list(record.number() + " " + type);
    }

    @Override
    public Value slice(String function, String type) {
        return list(function + " " + type);
    }

    @Override
    public Value stage(Link record) {
        return new Text("整改中");
    }

    @Override
    public Value organization(String function, List<Value> arguments) {
        return switch (arguments.getFirst()) {
            case Reference of when function.equals("任者") -> Reference.person(of.code() + "之人");
            case Reference of when function.equals("上级") -> Reference.body(of.code() + "之上");
            case Reference of when function.equals("负责人") -> Reference.post(of.code() + ".书记");
            case Reference of when function.equals("下级") ->
                    new Series(
                            List.of(
                                    Reference.body(of.code() + "一"),
                                    Reference.body(of.code() + "二")));
            case Reference of when function.equals("班子") ->
                    new Series(List.of(Reference.post(of.code() + ".书记")));
            case Reference _ when function.equals("高于") -> Truth.TRUE;
            default -> new Unknown(function + "不详");
        };
    }

    @Override
    public boolean isWorkingDay(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    @Override
    public long workingDaysBetween(LocalDate from, LocalDate to) {
        return from.plusDays(1).datesUntil(to.plusDays(1)).filter(this::isWorkingDay).count();
    }

    @Override
    public Value leaveDays(Value post, Value period) {
        return Value.Numeric.of(2);
    }

    @Override
    public LocalDate addSpan(LocalDate day, Span span) {
        return switch (span.unit()) {
            case DAY, WORKING_DAY, HOUR, MINUTE -> day.plusDays(span.amount());
            case WEEK -> day.plusWeeks(span.amount());
            case MONTH -> day.plusMonths(span.amount());
            case YEAR -> day.plusYears(span.amount());
        };
    }
}
