package org.mingze.institution.file;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mingze.calendar.Span;
import org.mingze.calendar.SpanUnit;
import org.mingze.institution.Basis;
import org.mingze.institution.DiagnosticKind;
import org.mingze.institution.Parameter;
import org.mingze.institution.expression.Rational;
import org.mingze.institution.expression.Type;
import org.mingze.institution.expression.Type.Simple;
import org.mingze.institution.expression.Value;

/// 读参数 — the numbers of an institution, dated, bounded, or open (待定).
final class ParameterReading {
    private static final Section.Keys PARAMETER =
            new Section.Keys("参数", Set.of("型", "值"), Set.of("单位", "许设", "下界", "上界", "据"));
    private static final Section.Keys DATED =
            new Section.Keys("参数的值", Set.of("自", "值"), Set.of("据"));
    private static final List<Simple> RUNNABLE =
            List.of(Simple.INTEGER, Simple.NUMBER, Simple.MONEY, Simple.DURATION, Simple.TEXT);
    private static final Set<String> NOT_YET = Set.of("月日", "期", "表");
    private static final List<String> SETTERS = List.of("不许", "县", "乡镇", "本级");
    private static final String OPEN = "待定";

    private final Setting setting;
    private final Findings findings;

    ParameterReading(Setting setting) {
        this.setting = setting;
        this.findings = setting.findings;
    }

    void declare(Tree.Pair pair) {
        String name = pair.key().text();
        setting.parameterPlaces.put(name, pair.key().place());
        if (SlotNames.RESERVED.contains(name)
                || !name.matches("[\\p{IsHan}A-Za-z_][\\p{IsHan}\\w]*")) {
            findings.add(
                    DiagnosticKind.RESERVED_PARAMETER, pair.key().place(), "“" + name + "”不能做参数名。");
        }
        Section.of(pair.value(), PARAMETER, findings)
                .flatMap(section -> read(name, section))
                .ifPresent(parameter -> setting.parameters.put(name, parameter));
    }

    private Optional<Parameter> read(String name, Section section) {
        Optional<Simple> type = section.scalar("型").flatMap(this::type);
        if (type.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> unit = section.scalar("单位").flatMap(written -> unit(written, type.get()));
        List<Parameter.Dated> values = values(section, type.get(), unit);
        Optional<Value> least =
                section.scalar("下界").flatMap(bound -> value(bound, type.get(), unit));
        Optional<Value> most =
                section.scalar("上界").flatMap(bound -> value(bound, type.get(), unit));
        values.forEach(
                dated ->
                        dated.value()
                                .filter(value -> isOutside(value, least, most))
                                .ifPresent(
                                        _ ->
                                                findings.add(
                                                        DiagnosticKind.VALUE_OUT_OF_BOUNDS,
                                                        section.placeOf("值"),
                                                        "参数“" + name + "”的值越过下界或上界。")));
        List<String> setters =
                section.words("许设").stream()
                        .flatMap(
                                word ->
                                        Literals.word(word, SETTERS, each -> each, findings)
                                                .stream())
                        .filter(word -> !word.equals("不许"))
                        .toList();
        return Optional.of(
                new Parameter(name, counted(type.get(), unit), unit, values, setters, least, most));
    }

    /// 时长 whose unit is said is a type of its own, so that unlike units are found in expressions.
    private static Type counted(Simple type, Optional<String> unit) {
        Optional<SpanUnit> span =
                Arrays.stream(SpanUnit.values())
                        .filter(known -> unit.filter(known.word()::equals).isPresent())
                        .findFirst();
        return type == Simple.DURATION && span.isPresent() ? new Type.DurationOf(span.get()) : type;
    }

    private Optional<Simple> type(Tree.Scalar scalar) {
        String word = scalar.text();
        if (NOT_YET.contains(word) || word.startsWith("表(")) {
            findings.add(
                    DiagnosticKind.VALUE_NOT_RUNNABLE,
                    scalar.place(),
                    "本版还不能用型为“" + word + "”的参数。");
            return Optional.empty();
        }
        return Literals.word(scalar, RUNNABLE, Simple::word, findings);
    }

    private Optional<String> unit(Tree.Scalar scalar, Simple type) {
        if (type == Simple.DURATION) {
            return Literals.word(scalar, List.of(SpanUnit.values()), SpanUnit::word, findings)
                    .map(SpanUnit::word);
        }
        return Optional.of(scalar.text());
    }

    private List<Parameter.Dated> values(Section section, Simple type, Optional<String> unit) {
        Optional<Tree> written = section.get("值");
        if (written.isEmpty()) {
            return List.of();
        }
        if (!(written.get() instanceof Tree.Sequence sequence)) {
            Optional<Basis> basis = section.scalar("据").flatMap(new BasisReading(setting)::read);
            return Section.scalar(written.get(), findings)
                    .map(scalar -> dated(setting.from, scalar, type, unit, basis))
                    .map(List::of)
                    .orElse(List.of());
        }
        List<Parameter.Dated> values = new ArrayList<>();
        for (Tree item : sequence.items()) {
            Section.of(item, DATED, findings)
                    .flatMap(each -> dated(each, type, unit))
                    .ifPresent(next -> append(values, next, item.place()));
        }
        return values;
    }

    private void append(List<Parameter.Dated> values, Parameter.Dated next, Place place) {
        if (!values.isEmpty() && !values.getLast().from().isBefore(next.from())) {
            findings.add(DiagnosticKind.VALUES_NOT_IN_ORDER, place, "参数的值没有按日期排列。");
        }
        values.add(next);
    }

    private Optional<Parameter.Dated> dated(Section section, Simple type, Optional<String> unit) {
        Optional<LocalDate> from = section.scalar("自").flatMap(day -> Literals.day(day, findings));
        Optional<Basis> basis = section.scalar("据").flatMap(new BasisReading(setting)::read);
        Optional<Tree.Scalar> value = section.scalar("值");
        return from.flatMap(day -> value.map(scalar -> dated(day, scalar, type, unit, basis)));
    }

    private Parameter.Dated dated(
            LocalDate from,
            Tree.Scalar scalar,
            Simple type,
            Optional<String> unit,
            Optional<Basis> basis) {
        Optional<Value> value =
                scalar.text().equals(OPEN) ? Optional.empty() : value(scalar, type, unit);
        return new Parameter.Dated(from, value, basis);
    }

    private Optional<Value> value(Tree.Scalar scalar, Simple type, Optional<String> unit) {
        Optional<Value> value = literal(scalar, type, findings);
        if (value.isPresent()
                && value.get() instanceof Value.Duration(Span span)
                && unit.isPresent()
                && !span.unit().word().equals(unit.get())) {
            findings.add(
                    DiagnosticKind.LIMIT_UNIT,
                    scalar.place(),
                    "值“" + scalar.text() + "”的单位不是“" + unit.get() + "”。");
        }
        return value;
    }

    /// A literal of a type that slots and parameters take.
    static Optional<Value> literal(Tree.Scalar scalar, Type type, Findings findings) {
        if (!(type instanceof Simple simple)) {
            return Optional.empty();
        }
        return switch (simple) {
            case INTEGER, NUMBER ->
                    Literals.number(scalar, findings)
                            .filter(number -> isWholeEnough(number, simple, scalar, findings))
                            .map(Value.Numeric::new);
            case MONEY -> {
                Optional<Rational> yuan = Literals.money(scalar.text());
                if (yuan.isEmpty()) {
                    findings.add(
                            DiagnosticKind.BAD_MONEY,
                            scalar.place(),
                            "“" + scalar.text() + "”不是金额。");
                }
                yield yuan.map(Value.Money::new);
            }
            case DURATION -> Literals.span(scalar, findings).map(Value.Duration::new);
            case TEXT -> Optional.of(new Value.Text(scalar.text()));
            case TRUTH, DAY, MOMENT, PERSON, POST, BODY, EVIDENCE, PERIOD -> Optional.empty();
        };
    }

    private static boolean isWholeEnough(
            Rational number, Simple type, Tree.Scalar scalar, Findings findings) {
        boolean fine = type == Simple.NUMBER || number.isWhole();
        if (!fine) {
            findings.add(DiagnosticKind.BAD_NUMBER, scalar.place(), "“" + scalar.text() + "”不是整数。");
        }
        return fine;
    }

    private static boolean isOutside(Value value, Optional<Value> least, Optional<Value> most) {
        return least.map(bound -> isBelow(value, bound)).orElse(false)
                || most.map(bound -> isBelow(bound, value)).orElse(false);
    }

    /// Unlike units do not compare, so they are not found to be out of bounds.
    private static boolean isBelow(Value left, Value right) {
        return switch (left) {
            case Value.Numeric(Rational number) ->
                    right instanceof Value.Numeric(Rational bound) && number.compareTo(bound) < 0;
            case Value.Money(Rational yuan) ->
                    right instanceof Value.Money(Rational bound) && yuan.compareTo(bound) < 0;
            case Value.Duration(Span span) ->
                    right instanceof Value.Duration(Span bound)
                            && span.unit() == bound.unit()
                            && span.amount() < bound.amount();
            case Value.Unknown _,
                    Value.Truth _,
                    Value.Text _,
                    Value.Day _,
                    Value.Moment _,
                    Value.PeriodValue _,
                    Value.Reference _,
                    Value.Link _,
                    Value.Evidence _,
                    Value.Series _,
                    Value.Group _ ->
                    false;
        };
    }
}
