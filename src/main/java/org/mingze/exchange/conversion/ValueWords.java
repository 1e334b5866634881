package org.mingze.exchange.conversion;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mingze.institution.expression.Value;
import org.mingze.organization.Organization;

/// 值的写法 — a value as a cell writes it, so that an import reads it back as what it is.
public record ValueWords(Organization organization) {
    /// The whole of a field: the items of a list a line each.
    public String cell(Value value, LocalDate day) {
        if (value instanceof Value.Series(List<Value> items)) {
            return items.stream().map(item -> item(item, day)).collect(Collectors.joining("\n"));
        }
        return value instanceof Value.Group group ? fields(group, day) : single(value, day);
    }

    /// What stands in a sentence: one line of bounded length.
    public String brief(Value value, LocalDate day) {
        String line = cell(value, day).replace("\n", "｜");
        return line.length() <= 60 ? line : line.substring(0, 59) + "…";
    }

    private String item(Value value, LocalDate day) {
        return value instanceof Value.Group group
                ? fields(group, day)
                : CellMarks.guarded(single(value, day));
    }

    private String fields(Value.Group group, LocalDate day) {
        List<String> fields = new ArrayList<>();
        group.fields().forEach((name, value) -> fields.add(name + "：" + inside(value, day)));
        return String.join("；", fields);
    }

    private String inside(Value value, LocalDate day) {
        return switch (value) {
            case Value.Group group -> "｛" + fields(group, day) + "｝";
            case Value.Series(List<Value> items) ->
                    items.stream().anyMatch(Value.Group.class::isInstance)
                            ? items.stream()
                                    .map(item -> "｛" + item(item, day) + "｝")
                                    .collect(Collectors.joining("｜", "｛", "｝"))
                            : items.stream()
                                    .map(item -> CellMarks.guarded(single(item, day)))
                                    .collect(Collectors.joining("、"));
            case Value other -> CellMarks.guarded(single(other, day));
        };
    }

    private String single(Value value, LocalDate day) {
        return switch (value) {
            case Value.Unknown _ -> "不详";
            case Value.Truth(boolean truth) -> truth ? "是" : "否";
            case Value.Numeric(var number) -> number.toString();
            case Value.Money(var yuan) -> yuan + "元";
            case Value.Duration(var span) -> span.toString();
            case Value.Text(String text) -> text;
            case Value.Day(LocalDate date) -> date.toString();
            case Value.Moment(var moment) -> moment.toString();
            case Value.PeriodValue(var period) -> org.mingze.calendar.Periods.code(period);
            case Value.Reference(var kind, String code) -> name(kind, code, day);
            case Value.Link(long number) -> "第" + number + "号";
            case Value.Evidence(String name, String digest) ->
                    digest.isEmpty() ? name : name + "#" + digest;
            case Value.Series _, Value.Group _ -> cell(value, day);
        };
    }

    /// The name if it alone leads back to the code, else the code.
    private String name(Value.Reference.Kind kind, String code, LocalDate day) {
        Optional<String> name =
                switch (kind) {
                    case BODY -> organization.body(code, day).map(body -> body.name());
                    case POST -> organization.post(code, day).map(post -> post.name());
                    case PERSON -> organization.person(code).map(person -> person.name());
                };
        Optional<String> back =
                name.flatMap(
                        written ->
                                switch (kind) {
                                    case BODY -> organization.findBody(written, day);
                                    case POST -> organization.findPost(written, day);
                                    case PERSON -> organization.findPerson(written);
                                });
        return back.filter(code::equals).flatMap(_ -> name).orElse(code);
    }
}
