package org.mingze.institution.expression;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mingze.institution.expression.Checker.Resolved;
import org.mingze.institution.expression.Expression.Failing;
import org.mingze.institution.expression.Value.Day;
import org.mingze.institution.expression.Value.Duration;
import org.mingze.institution.expression.Value.Evidence;
import org.mingze.institution.expression.Value.Group;
import org.mingze.institution.expression.Value.Link;
import org.mingze.institution.expression.Value.Moment;
import org.mingze.institution.expression.Value.Money;
import org.mingze.institution.expression.Value.Numeric;
import org.mingze.institution.expression.Value.PeriodValue;
import org.mingze.institution.expression.Value.Reference;
import org.mingze.institution.expression.Value.Series;
import org.mingze.institution.expression.Value.Text;
import org.mingze.institution.expression.Value.Truth;
import org.mingze.institution.expression.Value.Unknown;
import org.mingze.institution.expression.syntax.Syntax;
import org.mingze.institution.expression.syntax.Syntax.Operator;

/// How values and failed conditions are told to a reader.
final class Rendering {
    private Rendering() {}

    static String text(Value value) {
        return switch (value) {
            case Unknown _ -> "未填";
            case Truth truth -> truth.value() ? "是" : "否";
            case Numeric number -> number.value().toString();
            case Money money -> money.yuan() + "元";
            case Duration duration -> duration.span().toString();
            case Text text -> text.value();
            case Day day -> day.value().toString();
            case Moment moment -> moment.value().toString().replace('T', ' ');
            case PeriodValue period -> period.value().start() + "至" + period.value().end();
            case Reference reference -> reference.code();
            case Link link -> "第" + link.number() + "号";
            case Evidence evidence -> evidence.name();
            case Series series -> items(series.items());
            case Group group ->
                    group.fields().entrySet().stream()
                            .map(field -> field.getKey() + "：" + text(field.getValue()))
                            .collect(Collectors.joining("，", "（", "）"));
        };
    }

    private static String items(List<Value> items) {
        if (items.isEmpty()) {
            return "无";
        }
        boolean structured = items.stream().anyMatch(Group.class::isInstance);
        return structured
                ? items.size() + "项"
                : items.stream().map(Rendering::text).collect(Collectors.joining("、"));
    }

    /// Bodies and posts by the name they bear, people by their opaque code.
    static String text(Value value, World world) {
        return switch (value) {
            case Reference reference when reference.kind() != Reference.Kind.PERSON ->
                    world.member(reference, "名") instanceof Text name
                            ? name.value()
                            : reference.code();
            case Series series when series.items().stream().allMatch(Reference.class::isInstance) ->
                    series.items().isEmpty()
                            ? "无"
                            : series.items().stream()
                                    .map(item -> text(item, world))
                                    .collect(Collectors.joining("、"));
            default -> text(value);
        };
    }

    /// One of the conditions that 且 joins, and what is worth telling when it fails.
    ///
    /// @param bare   whether the readings alone say why, without the condition's text
    record Conjunct(String condition, Evaluator evaluator, List<Reading> readings, boolean bare) {
        Optional<Failing> failing(Evaluator.Frame frame) {
            Value value = Logic.truth(evaluator.value(frame));
            if (value instanceof Unknown unknown) {
                return Optional.of(new Failing(condition, unknown.cause(), true));
            }
            return value.equals(Truth.TRUE)
                    ? Optional.empty()
                    : Optional.of(new Failing(condition, read(frame), false));
        }

        private String read(Evaluator.Frame frame) {
            String values =
                    readings.stream()
                            .map(reading -> reading.text(frame))
                            .collect(Collectors.joining("，"));
            if (bare) {
                return values;
            }
            return values.isEmpty() ? condition + "=否" : condition + "（" + values + "）";
        }
    }

    /// A part of a condition with its value: 计(材料)=0.
    record Reading(String source, Evaluator evaluator) {
        String text(Evaluator.Frame frame) {
            Value value = evaluator.value(frame);
            if (value.isUnknown() && evaluator.range(frame) instanceof Range.Within within) {
                return source + "=" + within.low() + "至" + within.high();
            }
            return source + "=" + Rendering.text(value, frame.world());
        }
    }

    static List<Conjunct> conjuncts(Syntax syntax, Resolved resolved, Checker checker) {
        List<Conjunct> conjuncts = new ArrayList<>();
        if (resolved.type() == Type.Simple.TRUTH) {
            for (Syntax part : flat(syntax)) {
                checker.check(part)
                        .ifPresent(found -> conjuncts.add(conjunct(part, found, checker)));
            }
        }
        return List.copyOf(conjuncts);
    }

    private static List<Syntax> flat(Syntax syntax) {
        return syntax instanceof Syntax.Junction junction && junction.operator() == Operator.AND
                ? junction.operands().stream().flatMap(part -> flat(part).stream()).toList()
                : List.of(syntax);
    }

    private static Conjunct conjunct(Syntax part, Resolved found, Checker checker) {
        List<Syntax> told = new ArrayList<>();
        boolean bare = true;
        Syntax inner = part instanceof Syntax.Negation negation ? negation.operand() : part;
        if (part instanceof Syntax.Binary binary
                && binary.operator().strength() == Operator.EQUAL.strength()) {
            boolean constant =
                    paths(binary.left()).isEmpty() && !(binary.left() instanceof Syntax.Call);
            told.add(constant ? binary.right() : binary.left());
        } else if (isPath(inner)) {
            told.add(inner);
        } else {
            bare = false;
            told.addAll(paths(part));
        }
        Map<String, Reading> readings = new LinkedHashMap<>();
        for (Syntax syntax : told) {
            String text = checker.text(syntax);
            checker.check(syntax)
                    .ifPresent(value -> readings.put(text, new Reading(text, value.evaluator())));
        }
        return new Conjunct(
                checker.text(part), found.evaluator(), List.copyOf(readings.values()), bare);
    }

    private static boolean isPath(Syntax syntax) {
        return syntax instanceof Syntax.Name
                || (syntax instanceof Syntax.Member member
                        && member.target() instanceof Syntax.Name);
    }

    /// The longest paths below a part that start at a name of the slot, not at a lambda's variable.
    private static List<Syntax> paths(Syntax syntax) {
        List<Syntax> found = new ArrayList<>();
        collect(syntax, List.of(), found);
        return found;
    }

    private static void collect(Syntax syntax, List<String> bound, List<Syntax> found) {
        switch (syntax) {
            case Syntax.Name name -> {
                if (!bound.contains(name.text())) {
                    found.add(name);
                }
            }
            case Syntax.Member member when member.target() instanceof Syntax.Name root -> {
                if (!bound.contains(root.text())) {
                    found.add(member);
                }
            }
            case Syntax.Member member -> collect(member.target(), bound, found);
            case Syntax.Call call -> {
                int last = call.function().text().equals("承") ? 1 : call.arguments().size();
                if (!WorldCalls.SLICES.contains(call.function().text())) {
                    call.arguments().subList(0, last).forEach(part -> collect(part, bound, found));
                }
            }
            case Syntax.Lambda lambda -> {
                List<String> inner = new ArrayList<>(bound);
                inner.add(lambda.parameter().text());
                collect(lambda.body(), inner, found);
            }
            case Syntax.ListLiteral list -> list.items().forEach(i -> collect(i, bound, found));
            case Syntax.Binary binary -> {
                collect(binary.left(), bound, found);
                collect(binary.right(), bound, found);
            }
            case Syntax.Negation negation -> collect(negation.operand(), bound, found);
            case Syntax.Junction junction ->
                    junction.operands().forEach(part -> collect(part, bound, found));
            case Syntax.NumberLiteral _, Syntax.TextLiteral _, Syntax.TruthLiteral _ -> {}
        }
    }
}
