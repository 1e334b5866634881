package org.mingze.institution.file.rule;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mingze.calendar.PeriodUnit;
import org.mingze.calendar.Span;
import org.mingze.calendar.SpanUnit;
import org.mingze.institution.DiagnosticKind;
import org.mingze.institution.expression.Rational;
import org.mingze.institution.expression.Type;
import org.mingze.institution.expression.Type.Simple;
import org.mingze.institution.expression.Value;
import org.mingze.institution.file.tree.Findings;
import org.mingze.institution.file.tree.Literals;
import org.mingze.institution.file.tree.Section;
import org.mingze.institution.file.tree.Tree;
import org.mingze.institution.file.words.Lexicon;

/// 参数之型 — `整`, `时长`, `月日`, `期`, `表(处置措施→时长)`, and the values of each.
public final class ParameterTypes {
    /// 月日 — a day of every year, written 05-01.
    static final Type MONTH_DAY = new Type.Choice("月日", monthDays());

    /// 期 — the length of a period.
    static final Type UNIT =
            new Type.Choice("期", CycleReading.PERIODS.stream().map(PeriodUnit::word).toList());

    private static final List<Type> PLAIN =
            List.of(
                    Simple.INTEGER,
                    Simple.NUMBER,
                    Simple.MONEY,
                    Simple.DURATION,
                    Simple.TEXT,
                    MONTH_DAY,
                    UNIT);
    private static final Pattern TABLE =
            Pattern.compile("表\\(\\s*(\\S+?)\\s*(?:→|->)\\s*(\\S+?)\\s*\\)");

    private final Lexicon lexicon;
    private final Findings findings;

    public ParameterTypes(Lexicon lexicon, Findings findings) {
        this.lexicon = lexicon;
        this.findings = findings;
    }

    private static List<String> monthDays() {
        LocalDate first = LocalDate.of(2024, 1, 1);
        return first.datesUntil(first.plusYears(1))
                .map(day -> day.toString().substring("2024-".length()))
                .toList();
    }

    private static String word(Type type) {
        return type instanceof Type.Choice choice
                ? choice.list()
                : type instanceof Simple simple ? simple.word() : "表(词表→型)";
    }

    public Optional<Type> read(Tree.Scalar scalar) {
        Matcher table = TABLE.matcher(scalar.text());
        if (!table.matches()) {
            return Literals.word(scalar, PLAIN, ParameterTypes::word, findings);
        }
        String list = table.group(1);
        Optional<Type> words = lexicon.choice(list);
        if (words.isEmpty()) {
            findings.addUnknown(
                    DiagnosticKind.UNKNOWN_CHOICES,
                    scalar.at(table.start(1)),
                    list,
                    "没有选项表“" + list + "”。",
                    lexicon.choices.keySet());
        }
        Optional<Type> element =
                Literals.word(
                        scalar.replaced(table.group(2)), PLAIN, ParameterTypes::word, findings);
        return words.flatMap(of -> element.map(type -> table((Type.Choice) of, type)));
    }

    private static Type table(Type.Choice words, Type element) {
        Map<String, Type> fields = new LinkedHashMap<>();
        words.words().forEach(word -> fields.put(word, element));
        return new Type.Structure(fields);
    }

    /// The type of one value: of a table, that of its entries.
    public static Type element(Type type) {
        return type instanceof Type.Structure(Map<String, Type> fields)
                ? fields.values().iterator().next()
                : type;
    }

    /// 时长 whose unit is said is a type of its own, so that unlike units are found in expressions.
    public static Type counted(Type type, Optional<String> unit) {
        Optional<Type> span =
                Arrays.stream(SpanUnit.values())
                        .filter(known -> unit.filter(known.word()::equals).isPresent())
                        .findFirst()
                        .map(Type.DurationOf::new);
        if (span.isEmpty() || element(type) != Simple.DURATION) {
            return type;
        }
        if (type instanceof Type.Structure(Map<String, Type> fields)) {
            Map<String, Type> counted = new LinkedHashMap<>();
            fields.keySet().forEach(word -> counted.put(word, span.get()));
            return new Type.Structure(counted);
        }
        return span.get();
    }

    public Optional<Value> value(Tree tree, Type type, Optional<String> unit) {
        if (type instanceof Type.Structure(Map<String, Type> fields)) {
            return table(tree, fields, unit);
        }
        return Section.scalar(tree, findings)
                .flatMap(scalar -> literal(scalar, type).filter(of -> isIn(unit, of, scalar)));
    }

    private Optional<Value> table(Tree tree, Map<String, Type> fields, Optional<String> unit) {
        Map<String, Value> values = new LinkedHashMap<>();
        for (Tree.Pair pair : Section.entries(tree, findings)) {
            Literals.word(pair.key(), fields.keySet(), word -> word, findings)
                    .flatMap(word -> value(pair.value(), element(new Type.Structure(fields)), unit))
                    .ifPresent(value -> values.put(pair.key().text(), value));
        }
        return values.isEmpty() ? Optional.empty() : Optional.of(new Value.Group(values));
    }

    private boolean isIn(Optional<String> unit, Value value, Tree.Scalar scalar) {
        boolean fits =
                unit.isEmpty()
                        || !(value instanceof Value.Duration(Span span))
                        || span.unit().word().equals(unit.get());
        if (!fits) {
            findings.add(
                    DiagnosticKind.LIMIT_UNIT,
                    scalar.place(),
                    "值“" + scalar.text() + "”的单位不是“" + unit.get() + "”。");
        }
        return true;
    }

    /// A literal of a type that slots and parameters take.
    Optional<Value> literal(Tree.Scalar scalar, Type type) {
        if (type.equals(MONTH_DAY)) {
            return Literals.monthDay(scalar, findings).map(_ -> new Value.Text(scalar.text()));
        }
        if (type instanceof Type.Choice choice) {
            return Literals.word(scalar, choice.words(), word -> word, findings)
                    .map(Value.Text::new);
        }
        if (type instanceof Type.DurationOf) {
            return Literals.span(scalar, findings).map(Value.Duration::new);
        }
        return type instanceof Simple simple ? literal(scalar, simple) : Optional.empty();
    }

    private Optional<Value> literal(Tree.Scalar scalar, Simple type) {
        return switch (type) {
            case INTEGER, NUMBER ->
                    Literals.number(scalar, findings)
                            .filter(number -> isWholeEnough(number, type, scalar))
                            .map(Value.Numeric::new);
            case MONEY -> {
                Optional<Rational> yuan =
                        Literals.money(scalar.text()).filter(_ -> scalar.text().endsWith("元"));
                if (yuan.isEmpty()) {
                    findings.add(
                            DiagnosticKind.BAD_MONEY,
                            scalar.place(),
                            "“" + scalar.text() + "”不是带单位的金额。");
                }
                yield yuan.map(Value.Money::new);
            }
            case DURATION -> Literals.span(scalar, findings).map(Value.Duration::new);
            case TEXT -> Optional.of(new Value.Text(scalar.text()));
            case TRUTH, DAY, MOMENT, PERSON, POST, BODY, EVIDENCE, PERIOD -> Optional.empty();
        };
    }

    private boolean isWholeEnough(Rational number, Simple type, Tree.Scalar scalar) {
        boolean fine = type == Simple.NUMBER || number.isWhole();
        if (!fine) {
            findings.add(DiagnosticKind.BAD_NUMBER, scalar.place(), "“" + scalar.text() + "”不是整数。");
        }
        return fine;
    }
}
