package org.mingze.duty.entering;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.mingze.calendar.Periods;
import org.mingze.duty.Naming;
import org.mingze.duty.showing.DayWords;
import org.mingze.institution.expression.Type;
import org.mingze.institution.expression.Value;
import org.mingze.journal.Evidence;
import org.mingze.web.Fact;
import org.mingze.web.Prose;
import org.mingze.work.Knowledge;
import org.mingze.work.RecordPage;
import org.mingze.work.WorkRecord;

/// 值的说法 — a typed value as a reader reads it: names for codes, links for records.
final class ValueWords {
    private static final Value NOTHING = new Value.Series(List.of());

    private final Knowledge known;
    private final LocalDate day;
    private final LocalDate today;

    /// @param day the day on which names are read
    ValueWords(Knowledge known, LocalDate day, LocalDate today) {
        this.known = known;
        this.day = day;
        this.today = today;
    }

    Prose of(Value value) {
        return add(Prose.EMPTY, value);
    }

    /// A list one by one: each by its first text, or its first part, then the other parts that it
    /// fills.
    RecordPage.Listed listed(String name, Type.Structure structure, List<Value> items) {
        return new RecordPage.Listed(
                name, items.stream().map(item -> item(structure, item)).toList());
    }

    private RecordPage.Item item(Type.Structure structure, Value item) {
        Map<String, Value> parts =
                item instanceof Value.Group(Map<String, Value> fields) ? fields : Map.of();
        List<String> filled =
                structure.fields().keySet().stream()
                        .filter(parts::containsKey)
                        .filter(part -> !NOTHING.equals(parts.get(part)))
                        .toList();
        Optional<String> title =
                filled.stream()
                        .filter(part -> structure.fields().get(part) == Type.Simple.TEXT)
                        .findFirst()
                        .or(() -> filled.stream().findFirst());
        return new RecordPage.Item(
                title.map(part -> part(parts, part)).orElseGet(() -> of(item)),
                filled.stream()
                        .filter(part -> !title.equals(Optional.of(part)))
                        .map(part -> new Fact(part, part(parts, part)))
                        .toList());
    }

    private Prose part(Map<String, Value> parts, String part) {
        return of(Objects.requireNonNull(parts.get(part)));
    }

    private Prose add(Prose prose, Value value) {
        return switch (value) {
            case Value.Link(long number) ->
                    prose.reference(
                            "第"
                                    + number
                                    + "号"
                                    + known.records()
                                            .find(number)
                                            .map(WorkRecord::type)
                                            .map(type -> type.name())
                                            .orElse(""),
                            "/records/" + number);
            case Value.Series(List<Value> items) -> series(prose, items);
            case Value.Group(Map<String, Value> fields) -> group(prose, fields);
            case Value plain -> prose.words(words(plain));
        };
    }

    private Prose series(Prose prose, List<Value> items) {
        if (items.isEmpty()) {
            return prose.words("无");
        }
        Prose longer = prose;
        for (int index = 0; index < items.size(); index++) {
            String between = items.get(index) instanceof Value.Group ? "；" : "、";
            longer = add(index == 0 ? longer : longer.words(between), items.get(index));
        }
        return longer;
    }

    private Prose group(Prose prose, Map<String, Value> fields) {
        Prose longer = prose;
        boolean first = true;
        for (Map.Entry<String, Value> field : fields.entrySet()) {
            String name = isPlain(field.getValue()) ? "" : field.getKey();
            longer = add(longer.words((first ? "" : "，") + name), field.getValue());
            first = false;
        }
        return longer;
    }

    /// Names and words say what they are; numbers, days and answers need the name of their part.
    private static boolean isPlain(Value value) {
        return value instanceof Value.Reference || value instanceof Value.Text;
    }

    private String words(Value value) {
        return switch (value) {
            case Value.Unknown _ -> "不详";
            case Value.Truth(boolean truth) -> truth ? "是" : "否";
            case Value.Numeric(var number) -> number.toString();
            case Value.Money(var yuan) -> yuan + "元";
            case Value.Duration(var span) -> span.toString();
            case Value.Text(String text) -> text;
            case Value.Day(LocalDate date) -> DayWords.day(date, today);
            case Value.Moment(var moment) ->
                    DayWords.day(moment.toLocalDate(), today)
                            + "%d:%02d".formatted(moment.getHour(), moment.getMinute());
            case Value.PeriodValue(var period) -> Periods.name(period, today);
            case Value.Reference(var _, String code) -> Naming.of(known.organization(), code, day);
            case Value.Evidence(String name, String _) -> fileName(name);
            case Value.Link _, Value.Series _, Value.Group _ -> "";
        };
    }

    /// The name of a file without the digest that an entry cites it by.
    static String fileName(String cited) {
        return Evidence.Citation.parse(cited).map(Evidence.Citation::name).orElse(cited);
    }
}
