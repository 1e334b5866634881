package org.mingze.office.packet;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mingze.calendar.Periods;
import org.mingze.duty.Naming;
import org.mingze.duty.showing.DayWords;
import org.mingze.institution.expression.Value;
import org.mingze.journal.Evidence;
import org.mingze.organization.Organization;

/// 值的说法 — a value as somebody reads it who has nothing but the packet: names for codes, days with
/// their year, a list an item a line.
///
/// @param day on which names are read
record FieldWords(Organization organization, LocalDate day) {
    String of(Value value) {
        return value instanceof Value.Series(List<Value> items)
                ? joined(items, "\n")
                : inside(value);
    }

    private String joined(List<Value> items, String between) {
        return items.stream()
                .map(this::inside)
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(between));
    }

    private String inside(Value value) {
        return switch (value) {
            case Value.Unknown _ -> "不详";
            case Value.Truth(boolean truth) -> truth ? "是" : "否";
            case Value.Numeric(var number) -> number.toString();
            case Value.Money(var yuan) -> yuan + "元";
            case Value.Duration(var span) -> span.toString();
            case Value.Text(String text) -> file(text).isPresent() ? "" : text;
            case Value.Day(LocalDate date) -> DayWords.full(date);
            case Value.Moment(var moment) ->
                    DayWords.full(moment.toLocalDate())
                            + "%d:%02d".formatted(moment.getHour(), moment.getMinute());
            case Value.PeriodValue(var period) -> Periods.name(period, LocalDate.EPOCH);
            case Value.Reference(var _, String code) -> Naming.of(organization, code, day);
            case Value.Link(long number) -> "第" + number + "号";
            case Value.Evidence _ -> "";
            case Value.Series(List<Value> items) -> joined(items, "、");
            case Value.Group(Map<String, Value> fields) ->
                    fields.entrySet().stream()
                            .map(each -> Map.entry(each.getKey(), inside(each.getValue())))
                            .filter(each -> !each.getValue().isEmpty())
                            .map(each -> each.getKey() + "：" + each.getValue())
                            .collect(Collectors.joining("；"));
        };
    }

    /// The files that a value cites.
    static List<Evidence.Citation> files(Value value) {
        return cited(value).toList();
    }

    private static Stream<Evidence.Citation> cited(Value value) {
        return switch (value) {
            case Value.Text(String text) -> file(text).stream();
            case Value.Evidence(String name, String digest) ->
                    file(digest.isEmpty() ? name : name + "#" + digest).stream();
            case Value.Series(List<Value> items) -> items.stream().flatMap(FieldWords::cited);
            case Value.Group(Map<String, Value> fields) ->
                    fields.values().stream().flatMap(FieldWords::cited);
            case Value _ -> Stream.empty();
        };
    }

    private static Optional<Evidence.Citation> file(String text) {
        return Evidence.Citation.parse(text);
    }
}
