package org.mingze.duty.entering;

import java.util.LinkedHashMap;
import java.util.Map;
import org.mingze.institution.expression.Value;
import org.mingze.journal.Content;

/// 值的写法 — a typed value as a form writes it: codes, numbers of records, plain amounts.
final class ValueContent {
    private ValueContent() {}

    static Content of(Value value) {
        return switch (value) {
            case Value.Unknown _ -> new Content.Text("不详");
            case Value.Truth(boolean truth) -> new Content.Text(truth ? "是" : "否");
            case Value.Numeric(var number) -> new Content.Text(number.toString());
            case Value.Money(var yuan) -> new Content.Text(yuan.toString());
            case Value.Duration(var span) -> new Content.Text(span.toString());
            case Value.Text(String text) -> new Content.Text(text);
            case Value.Day(var day) -> new Content.Text(day.toString());
            case Value.Moment(var moment) -> new Content.Text(moment.toString());
            case Value.PeriodValue(var period) ->
                    new Content.Text(org.mingze.calendar.Periods.code(period));
            case Value.Reference(var _, String code) -> new Content.Text(code);
            case Value.Link(long number) -> new Content.Text(Long.toString(number));
            case Value.Evidence(String name, String digest) ->
                    new Content.Text(digest.isEmpty() ? name : name + "#" + digest);
            case Value.Series(var items) ->
                    new Content.Series(items.stream().map(ValueContent::of).toList());
            case Value.Group(Map<String, Value> fields) -> group(fields);
        };
    }

    static Content.Group group(Map<String, Value> fields) {
        Map<String, Content> written = new LinkedHashMap<>();
        fields.forEach((name, value) -> written.put(name, of(value)));
        return new Content.Group(written);
    }
}
