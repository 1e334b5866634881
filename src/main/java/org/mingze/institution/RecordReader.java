package org.mingze.institution;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.mingze.institution.expression.Type;
import org.mingze.institution.expression.Type.Simple;
import org.mingze.institution.expression.Value;
import org.mingze.institution.file.tree.Literals;
import org.mingze.journal.Content;

/// 读记录 — turns the text of a record's fields into typed values, or says what is wrong with them.
///
/// `不详` as a single value is known to be unknown; an absent field is simply not there.
public final class RecordReader {
    private static final Pattern RECORD =
            Pattern.compile("(?:第([1-9]\\d{0,17})号)|([1-9]\\d{0,17})");
    private static final Pattern PLACED = Pattern.compile(".*\\[(\\d+)][^\\[]*");
    private static final String KNOWN_UNKNOWN = "不详";

    private final RecordType type;
    private final Resolver resolver;
    private final List<Fault> faults = new ArrayList<>();

    private RecordReader(RecordType type, Resolver resolver) {
        this.type = type;
        this.resolver = resolver;
    }

    /// 解名 — the code of the body, post or person that a text names; empty if there is none.
    @FunctionalInterface
    public interface Resolver {
        Optional<String> code(Value.Reference.Kind kind, String codeOrName);

        /// The same as a value; who reads many records may hold each value once.
        default Optional<Value> reference(Value.Reference.Kind kind, String codeOrName) {
            return code(kind, codeOrName).map(code -> new Value.Reference(kind, code));
        }

        /// Takes every text for a code.
        Resolver CODES = (_, text) -> Optional.of(text);
    }

    /// 差错 — a field by its path (`议程[2].类`) and a sentence.
    public record Fault(String field, String sentence) {}

    /// Typed fields, or every fault at once.
    public sealed interface Read {
        record Sound(Map<String, Value> fields) implements Read {
            public Sound {
                fields = Collections.unmodifiableMap(fields);
            }
        }

        /// What is wrong, beside the fields that nothing is wrong with.
        record Faulty(List<Fault> faults, Map<String, Value> sound) implements Read {
            public Faulty {
                faults = List.copyOf(faults);
                sound = Collections.unmodifiableMap(sound);
            }
        }
    }

    /// Reads a whole record: every 必 field must be there, nothing unknown may.
    public static Read read(RecordType type, Content.Group content, Resolver resolver) {
        RecordReader reader = new RecordReader(type, resolver);
        for (RecordType.Field field : type.requiredFields()) {
            if (content.get(field.name()).filter(RecordText::isFilled).isEmpty()) {
                reader.fault(field.name(), "未填“" + type.label(field.name()) + "”，它是必填的。");
            }
        }
        return reader.outcome(reader.fields(type, content));
    }

    /// Reads fields that change a record (更正): nothing is required, nothing unknown may be there.
    public static Read readChange(RecordType type, Content.Group content, Resolver resolver) {
        RecordReader reader = new RecordReader(type, resolver);
        return reader.outcome(reader.fields(type, content));
    }

    private Read outcome(Map<String, Value> fields) {
        return faults.isEmpty() ? new Read.Sound(fields) : new Read.Faulty(faults, fields);
    }

    /// As its form calls it, with the place in its list: 参加人员第2项.
    private String named(String path) {
        Matcher placed = PLACED.matcher(path);
        return type.label(path) + (placed.matches() ? "第" + placed.group(1) + "项" : "");
    }

    private void fault(String field, String sentence) {
        faults.add(new Fault(field, sentence));
    }

    private Map<String, Value> fields(RecordType type, Content.Group content) {
        Map<String, Value> values = new LinkedHashMap<>();
        content.fields()
                .forEach(
                        (name, written) -> {
                            RecordType.Field field = type.fields().get(name);
                            if (field == null) {
                                fault(
                                        name,
                                        RecordText.noSuchField(
                                                type.name(), name, type.fields().keySet()));
                            } else if (RecordText.isFilled(written)) {
                                value(name, field.type(), written)
                                        .ifPresent(value -> values.put(name, value));
                            }
                        });
        return values;
    }

    private Optional<Value> value(String path, Type type, Content content) {
        if (content instanceof Content.Text(String text) && text.strip().equals(KNOWN_UNKNOWN)) {
            return Optional.of(new Value.Unknown(path + "不详"));
        }
        return switch (type) {
            case Type.ListOf(Type element) -> series(path, element, content);
            case Type.Structure(Map<String, Type> fields) -> structure(path, fields, content);
            case Type.Choice choice ->
                    text(path, content).flatMap(text -> word(path, choice, text));
            case Type.RecordOf _ -> text(path, content).flatMap(text -> link(path, text));
            case Type.DurationOf _ -> simple(path, Simple.DURATION, content);
            case Simple simple -> simple(path, simple, content);
        };
    }

    private Optional<Value> series(String path, Type element, Content content) {
        List<Content> items =
                content instanceof Content.Series(List<Content> written)
                        ? written
                        : List.of(content);
        List<Value> values = new ArrayList<>();
        for (int index = 0; index < items.size(); index++) {
            value(path + "[" + (index + 1) + "]", element, items.get(index)).ifPresent(values::add);
        }
        return Optional.of(new Value.Series(values));
    }

    private Optional<Value> structure(String path, Map<String, Type> fields, Content content) {
        if (!(content instanceof Content.Group(Map<String, Content> written))) {
            fault(path, "“" + named(path) + "”要写成几项“名: 值”。");
            return Optional.empty();
        }
        Map<String, Value> values = new LinkedHashMap<>();
        written.forEach(
                (name, inner) -> {
                    Type type = fields.get(name);
                    if (type == null) {
                        fault(
                                path + "." + name,
                                RecordText.noSuchField(path, name, fields.keySet()));
                    } else if (RecordText.isFilled(inner)) {
                        value(path + "." + name, type, inner)
                                .ifPresent(value -> values.put(name, value));
                    }
                });
        return Optional.of(new Value.Group(values));
    }

    private Optional<String> text(String path, Content content) {
        if (content instanceof Content.Text(String text)) {
            return Optional.of(text.strip());
        }
        fault(path, "“" + named(path) + "”要一个值，不是列表或结构。");
        return Optional.empty();
    }

    private Optional<Value> word(String path, Type.Choice choice, String text) {
        Optional<Value> word = choice.value(text);
        if (word.isPresent()) {
            return word;
        }
        fault(
                path,
                "“%s”没有“%s”这个词，可用：%s。"
                        .formatted(
                                named(path),
                                text,
                                choice.words().stream().collect(Collectors.joining("、"))));
        return Optional.empty();
    }

    private Optional<Value> link(String path, String text) {
        Matcher matcher = RECORD.matcher(text);
        if (!matcher.matches()) {
            fault(path, "“" + named(path) + "”要一个记录的号，例如 12 或 第12号，现为“" + text + "”。");
            return Optional.empty();
        }
        String number = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
        return Optional.of(new Value.Link(Long.parseLong(number)));
    }

    private Optional<Value> simple(String path, Simple type, Content content) {
        if (type == Simple.EVIDENCE) {
            return evidence(path, content);
        }
        return text(path, content).flatMap(text -> simple(path, type, text));
    }

    private Optional<Value> simple(String path, Simple type, String text) {
        return switch (type) {
            case TRUTH -> truth(text).or(() -> wrong(path, "是 或 否", text));
            case INTEGER ->
                    Literals.whole(text)
                            .<Value>map(Value.Numeric::of)
                            .or(() -> wrong(path, "整数", text));
            case NUMBER ->
                    Literals.number(text)
                            .<Value>map(Value.Numeric::of)
                            .or(() -> wrong(path, "数", text));
            case MONEY ->
                    Literals.spokenMoney(text)
                            .<Value>map(Value.Money::new)
                            .or(() -> wrong(path, "金额，例如 500000元、50万元", text));
            case DURATION ->
                    Literals.span(text)
                            .<Value>map(Value.Duration::new)
                            .or(() -> wrong(path, "时长，例如 15日、3工作日", text));
            case DAY ->
                    Literals.day(text)
                            .<Value>map(Value.Day::new)
                            .or(() -> wrong(path, "日期，例如 2026-02-28", text));
            case MOMENT -> moment(text).or(() -> wrong(path, "时刻，例如 2026-02-28T09:30", text));
            case TEXT -> Optional.of(new Value.Text(text));
            case PERSON -> reference(path, Value.Reference.Kind.PERSON, text);
            case POST -> reference(path, Value.Reference.Kind.POST, text);
            case BODY -> reference(path, Value.Reference.Kind.BODY, text);
            case EVIDENCE, PERIOD -> wrong(path, "别的写法", text);
        };
    }

    private Optional<Value> wrong(String path, String wanted, String text) {
        fault(path, "“" + named(path) + "”要" + wanted + "，现为“" + text + "”。");
        return Optional.empty();
    }

    private static Optional<Value> truth(String text) {
        return switch (text) {
            case "是" -> Optional.of(Value.Truth.TRUE);
            case "否" -> Optional.of(Value.Truth.FALSE);
            default -> Optional.empty();
        };
    }

    /// A day alone is the beginning of that day.
    private static Optional<Value> moment(String text) {
        Optional<Value> day =
                Literals.day(text).map(value -> new Value.Moment(value.atStartOfDay()));
        if (day.isPresent()) {
            return day;
        }
        try {
            return Optional.of(new Value.Moment(LocalDateTime.parse(text)));
        } catch (DateTimeException impossible) {
            return Optional.empty();
        }
    }

    private Optional<Value> reference(String path, Value.Reference.Kind kind, String text) {
        Optional<Value> code = resolver.reference(kind, text);
        if (code.isEmpty()) {
            String what =
                    switch (kind) {
                        case PERSON -> "人";
                        case POST -> "岗位";
                        case BODY -> "机构";
                    };
            fault(path, "“" + named(path) + "”找不到" + what + "“" + text + "”，或重名，改写全名或代码。");
        }
        return code;
    }

    private Optional<Value> evidence(String path, Content content) {
        if (content instanceof Content.Group group) {
            Optional<String> name = group.text("名");
            if (name.isPresent() && List.of("名", "摘要").containsAll(group.fields().keySet())) {
                return Optional.of(new Value.Evidence(name.get(), group.text("摘要").orElse("")));
            }
            fault(path, "“" + named(path) + "”的附件要写 {名, 摘要}。");
            return Optional.empty();
        }
        return text(path, content).map(name -> new Value.Evidence(name, ""));
    }
}
