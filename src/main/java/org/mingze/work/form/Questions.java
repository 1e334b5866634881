package org.mingze.work.form;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.mingze.institution.RecordForm;
import org.mingze.institution.expression.Type;
import org.mingze.institution.expression.Type.Simple;
import org.mingze.journal.Content;
import org.mingze.journal.Evidence;
import org.mingze.web.Field;
import org.mingze.web.Field.Control;
import org.mingze.web.Field.Option;

/// 问 — turns each declared field into the control that suits its type.
///
/// @param form      what the fields are called
/// @param sentences what is wrong, by the field's name
record Questions(RecordForm form, Map<String, String> sentences, EntryForm.Candidates candidates) {
    private static final int WORDS_IN_SIGHT = 8;
    private static final String UNKNOWN = "不详";

    boolean isFaulty(Field field) {
        return sentences.keySet().stream()
                .anyMatch(name -> name.equals(field.name()) || name.startsWith(field.name() + "."));
    }

    Field field(String name, String hint, boolean required, Type type, Optional<Content> answer) {
        return new Field(
                name,
                form.label(name),
                hint.isEmpty() ? example(type) : hint,
                required,
                sentences.getOrDefault(name, ""),
                control(name, type, required, answer));
    }

    private Control control(String name, Type type, boolean required, Optional<Content> answer) {
        return switch (type) {
            case Type.ListOf(Type element) -> several(name, element, series(answer));
            case Type.Structure(Map<String, Type> fields) ->
                    new Control.Group(inner(name, fields, group(answer)));
            case Type.Choice choice -> words(choice, text(answer), required);
            case Type.RecordOf record -> menu(candidates.records(record.names()), text(answer));
            case Type.DurationOf duration ->
                    new Control.Line(
                            without(duration.unit().word(), text(answer)),
                            "number",
                            duration.unit().word());
            case Simple simple -> simple(name, simple, required, answer);
        };
    }

    private Control simple(String name, Simple type, boolean required, Optional<Content> answer) {
        return switch (type) {
            case TRUTH -> choices(List.of("是", "否"), List.of(text(answer)), false, required);
            case INTEGER, NUMBER -> new Control.Line(text(answer), "number", "");
            case MONEY -> new Control.Line(text(answer), "text", "元");
            case DURATION, PERIOD -> new Control.Line(text(answer), "text", "");
            case DAY -> new Control.Line(text(answer), "date", "");
            case MOMENT -> new Control.Line(text(answer), "datetime-local", "");
            case TEXT ->
                    name.indexOf('.') < 0
                            ? new Control.Area(text(answer))
                            : new Control.Line(text(answer), "text", "");
            case PERSON -> person(text(answer));
            case POST -> menu(candidates.posts(), text(answer));
            case BODY -> menu(candidates.bodies(), text(answer));
            case EVIDENCE -> new Control.Files(kept(answer.stream().toList()), false);
        };
    }

    /// Who is named and not registered, a petitioner, stays written as he is.
    private Control person(String answer) {
        List<Option> people = candidates.people();
        boolean stranger =
                !answer.isBlank()
                        && !answer.equals(UNKNOWN)
                        && people.stream().noneMatch(each -> each.value().equals(answer));
        return stranger ? new Control.Line(answer, "text", "") : menu(people, answer);
    }

    private Control several(String name, Type element, List<Content> items) {
        List<String> texts = items.stream().map(item -> text(Optional.of(item))).toList();
        return switch (element) {
            case Type.Structure(Map<String, Type> fields) -> rows(name, fields, items);
            case Type.Choice choice -> choices(choice.words(), texts, true, true);
            case Type.RecordOf record -> chosen(candidates.records(record.names()), texts, "加一件");
            case Type.ListOf _, Type.DurationOf _ -> new Control.Lines(String.join("\n", texts));
            case Simple simple ->
                    switch (simple) {
                        case PERSON -> chosen(candidates.people(), texts, "加人");
                        case POST -> chosen(candidates.posts(), texts, "加岗位");
                        case BODY -> chosen(candidates.bodies(), texts, "加机构");
                        case EVIDENCE -> new Control.Files(kept(items), true);
                        case TRUTH, INTEGER, NUMBER, MONEY, DURATION, DAY, MOMENT, TEXT, PERIOD ->
                                new Control.Lines(String.join("\n", texts));
                    };
        };
    }

    private Control rows(String name, Map<String, Type> fields, List<Content> items) {
        return new Control.Rows(
                IntStream.range(0, items.size())
                        .mapToObj(
                                row ->
                                        inner(
                                                name + "." + row,
                                                fields,
                                                group(Optional.of(items.get(row)))))
                        .toList(),
                "项");
    }

    private List<Field> inner(String name, Map<String, Type> fields, Content.Group answers) {
        return fields.entrySet().stream()
                .map(
                        each ->
                                field(
                                        name + "." + each.getKey(),
                                        "",
                                        false,
                                        each.getValue(),
                                        answers.get(each.getKey())))
                .toList();
    }

    private static Control words(Type.Choice choice, String answer, boolean required) {
        if (choice.words().size() <= WORDS_IN_SIGHT) {
            return choices(choice.words(), List.of(answer), false, required);
        }
        return menu(
                choice.words().stream().map(word -> new Option(word, word, false)).toList(),
                answer);
    }

    /// A choice that may be left open has a way back to open.
    private static Control choices(
            List<String> words, List<String> answers, boolean several, boolean required) {
        Stream<Option> options =
                words.stream().map(word -> new Option(word, word, answers.contains(word)));
        boolean none = words.stream().noneMatch(answers::contains);
        return new Control.Choices(
                required
                        ? options.toList()
                        : Stream.concat(options, Stream.of(new Option("", "不写", none))).toList(),
                several);
    }

    private static Control menu(List<Option> options, String answer) {
        Option open = new Option("", "未选", answer.isEmpty());
        return new Control.Menu(
                Stream.concat(Stream.of(open), options.stream().map(each -> marked(each, answer)))
                        .toList());
    }

    private static Option marked(Option option, String answer) {
        return new Option(option.value(), option.label(), option.value().equals(answer));
    }

    private static Control chosen(List<Option> options, List<String> answers, String add) {
        List<Option> picked =
                answers.stream()
                        .filter(answer -> !answer.isEmpty())
                        .map(
                                answer ->
                                        options.stream()
                                                .filter(each -> each.value().equals(answer))
                                                .findFirst()
                                                .orElse(new Option(answer, answer, true)))
                        .toList();
        return new Control.Several(
                picked,
                options.stream().filter(each -> !answers.contains(each.value())).toList(),
                add);
    }

    private static List<Field.FileKept> kept(List<Content> items) {
        return items.stream()
                .map(item -> text(Optional.of(item)))
                .filter(text -> !text.isEmpty())
                .map(text -> new Field.FileKept(text, fileName(text), "已附"))
                .toList();
    }

    private static String fileName(String kept) {
        return Evidence.Citation.parse(kept).map(Evidence.Citation::name).orElse(kept);
    }

    private static String example(Type type) {
        return type == Simple.DURATION ? "例如90分钟、15日" : "";
    }

    private static String without(String unit, String text) {
        return text.endsWith(unit) ? text.substring(0, text.length() - unit.length()) : text;
    }

    private static String text(Optional<Content> answer) {
        return answer.orElse(Content.Group.EMPTY) instanceof Content.Text(String text) ? text : "";
    }

    private static Content.Group group(Optional<Content> answer) {
        return answer.orElse(Content.Group.EMPTY) instanceof Content.Group group
                ? group
                : Content.Group.EMPTY;
    }

    private static List<Content> series(Optional<Content> answer) {
        return answer.orElse(Content.Group.EMPTY) instanceof Content.Series(List<Content> items)
                ? items
                : List.of();
    }
}
