package org.mingze.work.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mingze.calendar.SpanUnit;
import org.mingze.institution.RecordType;
import org.mingze.institution.expression.Type;
import org.mingze.institution.expression.Type.Simple;
import org.mingze.journal.Content;
import org.mingze.web.Again;

/// 表单内容 — what a sent form says, as the fields of a record.
///
/// A parameter is named by the field's path: `参加`, `议程.0.题`. A kept file is `name#hash`.
public final class EntryContent {
    private static final Pattern PLACE = Pattern.compile("\\[(\\d{1,6})\\]");
    private static final int ROWS_MOST = 200;

    private EntryContent() {}

    /// Everything that was typed, with the rows that are still empty, to show the form again.
    public static Content.Group typed(RecordType type, Map<String, List<String>> parameters) {
        Map<String, Content> fields = new LinkedHashMap<>();
        type.fields()
                .values()
                .forEach(
                        field ->
                                value(field.name(), field.type(), parameters)
                                        .ifPresent(value -> fields.put(field.name(), value)));
        return new Content.Group(fields);
    }

    /// What is to be recorded: empty answers and empty rows are left out.
    public static Content.Group filled(Content.Group typed) {
        Map<String, Content> fields = new LinkedHashMap<>();
        typed.fields()
                .forEach((name, value) -> tidy(value).ifPresent(kept -> fields.put(name, kept)));
        return new Content.Group(fields);
    }

    /// The form after a button that changes it: 再加一项, 移去.
    public static Content.Group changed(Content.Group typed, Again again) {
        return switch (again.change()) {
            case SHOW -> typed;
            case ADD -> withRow(typed, again.field());
            case REMOVE ->
                    again.value().isEmpty() ? withoutRow(typed, again) : withoutValue(typed, again);
        };
    }

    /// The parameter that a reader's fault path means: `议程[2].类` is `议程.1.类`.
    static String name(String faultPath) {
        return PLACE.matcher(faultPath)
                .replaceAll(place -> "." + (Integer.parseInt(place.group(1)) - 1));
    }

    private static Optional<Content> value(
            String name, Type type, Map<String, List<String>> parameters) {
        List<String> texts = texts(name, parameters);
        return switch (type) {
            case Type.ListOf(Type.Structure(Map<String, Type> fields)) ->
                    rows(name, fields, parameters);
            case Type.ListOf(Type element) -> series(element, texts);
            case Type.Structure(Map<String, Type> fields) ->
                    Optional.<Content>of(group(name, fields, parameters))
                            .filter(group -> !group.equals(Content.Group.EMPTY));
            case Type.DurationOf(SpanUnit unit) ->
                    texts.stream().findFirst().map(text -> new Content.Text(text + unit.word()));
            case Type.Choice _, Type.RecordOf _ ->
                    texts.stream().findFirst().map(Content.Text::new);
            case Simple simple ->
                    simple == Simple.EVIDENCE
                            ? last(texts).map(Content.Text::new)
                            : texts.stream().findFirst().map(Content.Text::new);
        };
    }

    private static Optional<Content> series(Type element, List<String> texts) {
        Stream<Content> items =
                element == Simple.EVIDENCE
                        ? texts.stream().map(Content.Text::new)
                        : texts.stream()
                                .flatMap(String::lines)
                                .map(String::strip)
                                .map(Content.Text::new);
        List<Content> all = items.distinct().toList();
        return all.isEmpty() ? Optional.empty() : Optional.of(new Content.Series(all));
    }

    private static Optional<Content> rows(
            String name, Map<String, Type> fields, Map<String, List<String>> parameters) {
        Pattern row = Pattern.compile(Pattern.quote(name) + "\\.(\\d{1,3})\\..*", Pattern.DOTALL);
        TreeSet<Integer> numbers = new TreeSet<>();
        for (String parameter : parameters.keySet()) {
            Matcher matcher = row.matcher(parameter);
            if (matcher.matches()) {
                numbers.add(Integer.parseInt(matcher.group(1)));
            }
        }
        List<Content> items =
                numbers.stream()
                        .limit(ROWS_MOST)
                        .<Content>map(number -> group(name + "." + number, fields, parameters))
                        .toList();
        return items.isEmpty() ? Optional.empty() : Optional.of(new Content.Series(items));
    }

    private static Content.Group group(
            String name, Map<String, Type> fields, Map<String, List<String>> parameters) {
        Map<String, Content> values = new LinkedHashMap<>();
        fields.forEach(
                (inner, type) ->
                        value(name + "." + inner, type, parameters)
                                .ifPresent(value -> values.put(inner, value)));
        return new Content.Group(values);
    }

    private static List<String> texts(String name, Map<String, List<String>> parameters) {
        return parameters.getOrDefault(name, List.of()).stream()
                .map(text -> text.replace("\r\n", "\n").strip())
                .filter(text -> !text.isEmpty())
                .toList();
    }

    /// A file chosen later takes the place of the one kept before.
    private static Optional<String> last(List<String> texts) {
        return texts.isEmpty() ? Optional.empty() : Optional.of(texts.getLast());
    }

    private static Optional<Content> tidy(Content value) {
        return switch (value) {
            case Content.Text(String text) ->
                    text.isEmpty() ? Optional.empty() : Optional.of(value);
            case Content.Group group ->
                    Optional.<Content>of(filled(group))
                            .filter(kept -> !kept.equals(Content.Group.EMPTY));
            case Content.Series(List<Content> items) ->
                    Optional.of(items.stream().flatMap(item -> tidy(item).stream()).toList())
                            .filter(kept -> !kept.isEmpty())
                            .map(Content.Series::new);
        };
    }

    private static Content.Group withRow(Content.Group typed, String path) {
        return with(
                typed,
                path,
                items -> {
                    boolean structures = items.stream().allMatch(Content.Group.class::isInstance);
                    List<Content> longer = new ArrayList<>(items);
                    if (structures && longer.size() < ROWS_MOST) {
                        longer.add(Content.Group.EMPTY);
                    }
                    return longer;
                });
    }

    private static Content.Group withoutRow(Content.Group typed, Again again) {
        int dot = again.field().lastIndexOf('.');
        if (dot < 0) {
            return typed;
        }
        String number = again.field().substring(dot + 1);
        return with(
                typed,
                again.field().substring(0, dot),
                items -> {
                    List<Content> shorter = new ArrayList<>(items);
                    if (number.matches("\\d{1,3}") && Integer.parseInt(number) < shorter.size()) {
                        shorter.remove(Integer.parseInt(number));
                    }
                    return shorter;
                });
    }

    private static Content.Group withoutValue(Content.Group typed, Again again) {
        Predicate<Content> meant =
                item ->
                        switch (item) {
                            case Content.Text(String text) -> text.equals(again.value());
                            case Content.Group _, Content.Series _ -> false;
                        };
        return with(typed, again.field(), items -> items.stream().filter(meant.negate()).toList());
    }

    private interface Change {
        List<Content> of(List<Content> items);
    }

    /// Changes the list at a path; `议程.0.表决` leads through a row.
    private static Content.Group with(Content.Group group, String path, Change change) {
        int dot = path.indexOf('.');
        String name = dot < 0 ? path : path.substring(0, dot);
        Map<String, Content> fields = new LinkedHashMap<>(group.fields());
        List<Content> items = group.get(name).map(EntryContent::items).orElse(List.of());
        if (dot < 0) {
            fields.put(name, new Content.Series(change.of(items)));
            return new Content.Group(fields);
        }
        String rest = path.substring(dot + 1);
        if (group.get(name).orElse(Content.Group.EMPTY) instanceof Content.Group inner
                && !rest.matches("\\d{1,3}(\\..*)?")) {
            fields.put(name, with(inner, rest, change));
            return new Content.Group(fields);
        }
        if (!rest.matches("\\d{1,3}\\..+")) {
            return group;
        }
        int next = rest.indexOf('.');
        int row = Integer.parseInt(rest.substring(0, next));
        if (row < items.size() && items.get(row) instanceof Content.Group inner) {
            List<Content> changed = new ArrayList<>(items);
            changed.set(row, with(inner, rest.substring(next + 1), change));
            fields.put(name, new Content.Series(changed));
        }
        return new Content.Group(fields);
    }

    private static List<Content> items(Content value) {
        return value instanceof Content.Series(List<Content> items) ? items : List.of(value);
    }
}
