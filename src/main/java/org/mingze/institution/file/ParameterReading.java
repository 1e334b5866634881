package org.mingze.institution.file;

import java.time.LocalDate;
import java.util.ArrayList;
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
import org.mingze.institution.file.rule.BasisReading;
import org.mingze.institution.file.rule.ParameterTypes;
import org.mingze.institution.file.rule.Setting;
import org.mingze.institution.file.rule.SlotNames;
import org.mingze.institution.file.tree.Findings;
import org.mingze.institution.file.tree.Literals;
import org.mingze.institution.file.tree.Position;
import org.mingze.institution.file.tree.Section;
import org.mingze.institution.file.tree.Tree;

/// 读参数 — the numbers of an institution, dated, bounded, or open (待定).
final class ParameterReading {
    static final Section.Keys PARAMETER =
            new Section.Keys("参数", Set.of("型", "值"), Set.of("单位", "许设", "下界", "上界", "据"));
    static final Section.Keys DATED = new Section.Keys("参数的值", Set.of("自", "值"), Set.of("据"));
    static final List<String> SETTERS = List.of("不许", "县", "乡镇", "本级");
    private static final String OPEN = "待定";

    private final Setting setting;
    private final Findings findings;
    private final ParameterTypes types;

    ParameterReading(Setting setting) {
        this.setting = setting;
        this.findings = setting.findings;
        this.types = new ParameterTypes(setting.lexicon, setting.findings);
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
        Optional<Type> type = section.scalar("型").flatMap(types::read);
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
                new Parameter(
                        name,
                        ParameterTypes.counted(type.get(), unit),
                        unit,
                        values,
                        setters,
                        least,
                        most));
    }

    private Optional<String> unit(Tree.Scalar scalar, Type type) {
        if (ParameterTypes.element(type) == Simple.DURATION) {
            return Literals.word(scalar, List.of(SpanUnit.values()), SpanUnit::word, findings)
                    .map(SpanUnit::word);
        }
        return Optional.of(scalar.text());
    }

    private List<Parameter.Dated> values(Section section, Type type, Optional<String> unit) {
        Optional<Tree> written = section.get("值");
        if (written.isEmpty()) {
            return List.of();
        }
        if (!(written.get() instanceof Tree.Sequence sequence)) {
            Optional<Basis> basis = section.scalar("据").flatMap(new BasisReading(setting)::read);
            return List.of(dated(setting.from, written.get(), type, unit, basis));
        }
        List<Parameter.Dated> values = new ArrayList<>();
        for (Tree item : sequence.items()) {
            Section.of(item, DATED, findings)
                    .flatMap(each -> dated(each, type, unit))
                    .ifPresent(next -> append(values, next, item.place()));
        }
        return values;
    }

    private void append(List<Parameter.Dated> values, Parameter.Dated next, Position place) {
        if (!values.isEmpty() && !values.getLast().from().isBefore(next.from())) {
            findings.add(DiagnosticKind.VALUES_NOT_IN_ORDER, place, "参数的值没有按日期排列。");
        }
        values.add(next);
    }

    private Optional<Parameter.Dated> dated(Section section, Type type, Optional<String> unit) {
        Optional<LocalDate> from = section.scalar("自").flatMap(day -> Literals.day(day, findings));
        Optional<Basis> basis = section.scalar("据").flatMap(new BasisReading(setting)::read);
        Optional<Tree> value = section.get("值");
        return from.flatMap(day -> value.map(tree -> dated(day, tree, type, unit, basis)));
    }

    private Parameter.Dated dated(
            LocalDate from, Tree tree, Type type, Optional<String> unit, Optional<Basis> basis) {
        boolean open = tree instanceof Tree.Scalar scalar && scalar.text().equals(OPEN);
        Optional<Value> value = open ? Optional.empty() : value(tree, type, unit);
        return new Parameter.Dated(from, value, basis);
    }

    private Optional<Value> value(Tree tree, Type type, Optional<String> unit) {
        return types.value(tree, type, unit);
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
