package org.mingze.duty.entering;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.mingze.calendar.Periods;
import org.mingze.duty.Naming;
import org.mingze.duty.showing.DayWords;
import org.mingze.institution.RecordType;
import org.mingze.institution.expression.Rational;
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

    /// Parts of a seat and of an item of an agenda.
    private static final String PRESENCE = "态";
    private static final String ORDER = "序";
    private static final String RESULT = "决定";
    private static final String BALLOT = "表决";
    private static final String STANDING = "身份";
    private static final String PRESENT = "出席";
    private static final List<String> SITTING_IN = List.of("列席", "特邀");

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
    RecordPage.Listed listed(
            RecordType type, String field, Type.Structure structure, List<Value> items) {
        return new RecordPage.Listed(
                type.label(field),
                tally(items),
                items.stream()
                        .sorted(Comparator.comparing(ValueWords::order))
                        .map(item -> item(structure, part -> type.label(field + "." + part), item))
                        .toList());
    }

    /// How many there are; of seats how many of each 到会态, so that who is on leave is not present,
    /// and who sits in without a vote is told apart.
    private static String tally(List<Value> items) {
        Map<String, Integer> states = new LinkedHashMap<>();
        items.forEach(item -> states.merge(state(item), 1, Integer::sum));
        return states.containsKey("")
                ? String.valueOf(items.size())
                : states.entrySet().stream()
                        .map(state -> state.getKey() + state.getValue())
                        .collect(Collectors.joining("、"));
    }

    private static String state(Value item) {
        String presence = text(item, PRESENCE);
        String standing = text(item, STANDING);
        return SITTING_IN.contains(standing) && !presence.isEmpty()
                ? standing + (presence.equals(PRESENT) ? "" : presence)
                : presence;
    }

    /// By the number that the items bear; the list numbers them itself.
    private static Rational order(Value item) {
        return item instanceof Value.Group(Map<String, Value> fields)
                        && fields.get(ORDER) instanceof Value.Numeric(Rational number)
                ? number
                : Rational.ZERO;
    }

    private static String text(Value item, String part) {
        return item instanceof Value.Group(Map<String, Value> fields)
                        && fields.get(part) instanceof Value.Text(String text)
                ? text
                : "";
    }

    private RecordPage.Item item(
            Type.Structure structure, UnaryOperator<String> label, Value item) {
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
                title.map(part -> part(parts, part, label)).orElseGet(() -> of(item)),
                filled.stream()
                        .filter(part -> !title.equals(Optional.of(part)) && !part.equals(ORDER))
                        .sorted(Comparator.comparing(part -> !part.equals(RESULT)))
                        .map(part -> new Fact(label.apply(part), part(parts, part, label)))
                        .toList());
    }

    /// Who voted what, as the votes by name or else the speeches bear it; of a secret vote how
    /// many.
    private Prose votes(Map<String, Value> parts, Value ballot, UnaryOperator<String> label) {
        Map<String, List<String>> votes = new LinkedHashMap<>();
        String method = text(ballot, "方式");
        Value named = ballot instanceof Value.Group(var told) ? told.get("票") : null;
        Value opinions = named == null ? parts.get("发言") : named;
        if (!method.equals("无记名") && opinions instanceof Value.Series(List<Value> speeches)) {
            for (Value speech : speeches) {
                String vote = text(speech, "意见");
                if (!vote.isEmpty() && speech instanceof Value.Group(Map<String, Value> said)) {
                    votes.computeIfAbsent(vote, _ -> new ArrayList<>())
                            .add(words(said.getOrDefault("人", NOTHING)));
                }
            }
        }
        return votes.isEmpty()
                ? of(called(ballot, label))
                : Prose.of(
                        votes.entrySet().stream()
                                .map(
                                        each ->
                                                each.getKey()
                                                        + each.getValue().size()
                                                        + "："
                                                        + String.join("、", each.getValue()))
                                .collect(Collectors.joining("；", method + "，", "")));
    }

    /// The same with its parts under the names that people know.
    private static Value called(Value ballot, UnaryOperator<String> label) {
        if (!(ballot instanceof Value.Group(Map<String, Value> fields))) {
            return ballot;
        }
        Map<String, Value> called = new LinkedHashMap<>();
        fields.forEach((name, value) -> called.put(label.apply(name), value));
        return new Value.Group(called);
    }

    private Prose part(Map<String, Value> parts, String part, UnaryOperator<String> label) {
        Value value = Objects.requireNonNull(parts.get(part));
        return part.equals(BALLOT)
                ? votes(parts, value, inside -> label.apply(BALLOT + "." + inside))
                : of(value);
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
