package org.mingze.institution.wording;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mingze.institution.Bearer;
import org.mingze.institution.DutyForm;
import org.mingze.institution.Role;
import org.mingze.institution.Selector;
import org.mingze.institution.Slot;
import org.mingze.institution.expression.Expression;
import org.mingze.institution.expression.Value;

/// Selectors, slots, periods and bearers in words.
///
/// @param values     the parameters as they hold; empty for one that nobody has set
/// @param parameters the names of all parameters
/// @param names      what 起, 后 and 卷 are called here
record ActWording(
        Function<String, Optional<Value>> values,
        Set<String> parameters,
        Map<String, String> names) {
    private static final int SHORT = 26;
    private static final Map<String, String> SELVES =
            Map.of("此", "该记录", "其", "该成员", "班", "当班一行", "期", "本期", "今", "当日");

    /// The same where a name stands for a record of this type.
    ActWording naming(String name, Selector record) {
        Map<String, String> more = new HashMap<>(names);
        more.put(name, "该" + record.recordType());
        return new ActWording(values, parameters, more);
    }

    String words(Expression expression) {
        return expression.inWords(this::called);
    }

    private String called(String name) {
        String own = names.getOrDefault(name, SELVES.getOrDefault(name, ""));
        if (!own.isEmpty() || !parameters.contains(name)) {
            return own.isEmpty() ? name : own;
        }
        return values.apply(name).map(ValueWording::of).orElse("“" + name + "”（待定）");
    }

    String bearer(Bearer bearer) {
        return switch (bearer) {
            case Bearer.ByRole(Role role) -> role(role);
            case Bearer.ByField(Expression expression) -> words(expression);
        };
    }

    static String role(Role role) {
        String levels = role.levels().stream().sorted().collect(Collectors.joining("、"));
        return levels.isEmpty() ? role.name() : role.name() + "（" + levels + "级）";
    }

    String slot(Slot slot) {
        return switch (slot) {
            case Slot.Literal(Value value) -> ValueWording.of(value);
            case Slot.Named(String name) ->
                    values.apply(name).map(ValueWording::of).orElse("“" + name + "”（待定）");
            case Slot.Previous() -> "上期数";
        };
    }

    String share(Slot slot) {
        Optional<Value> value =
                switch (slot) {
                    case Slot.Literal(Value literal) -> Optional.of(literal);
                    case Slot.Named(String name) -> values.apply(name);
                    case Slot.Previous() -> Optional.empty();
                };
        return value.map(ValueWording::share).orElseGet(() -> slot(slot));
    }

    String acts(List<Selector> acts) {
        return acts.stream().map(act -> act(act, true)).collect(Collectors.joining("或"));
    }

    String record(Selector record) {
        return act(record, false);
    }

    private String act(Selector act, boolean owned) {
        ActWording inHand = naming("此", act);
        StringBuilder words = new StringBuilder(inHand.limited(act));
        if (owned) {
            words.append(inHand.owner(act));
        }
        if (act.link() instanceof Selector.Link.Condition(Expression condition)) {
            words.append("（").append(inHand.words(condition)).append("）");
        }
        act.moment().ifPresent(at -> words.append("（以").append(inHand.words(at)).append("为准）"));
        return words.toString();
    }

    /// A type with its condition before it, or behind it where the condition is long.
    private String limited(Selector act) {
        String condition = act.condition().map(this::words).orElse("");
        if (condition.isEmpty()) {
            return act.recordType();
        }
        boolean brief =
                condition.length() <= SHORT
                        && !condition.contains("，")
                        && !condition.startsWith("有");
        return brief
                ? condition + "的" + act.recordType()
                : act.recordType() + "（限" + condition + "的）";
    }

    private String owner(Selector act) {
        return switch (act.owner()) {
            case Selector.Owner.TypeOwner _ -> "";
            case Selector.Owner.Anybody _ -> "（不论由谁办）";
            case Selector.Owner.Field(String name) -> "（以“" + name + "”计）";
            case Selector.Owner.Condition(Expression condition) -> "（限" + words(condition) + "的）";
        };
    }

    /// What is counted, with its number: 至少要有2次学习.
    String counted(List<Selector> acts, DutyForm.Bound bound, Slot count) {
        String number = bound.word() + slot(count);
        Optional<Expression> amount =
                acts.stream().flatMap(act -> act.amount().stream()).findFirst();
        Optional<Expression> distinct =
                acts.stream().flatMap(act -> act.distinct().stream()).findFirst();
        if (amount.isPresent()) {
            return "按" + acts(acts) + "计，" + words(amount.get()) + "合计" + number;
        }
        if (distinct.isPresent()) {
            return "按" + acts(acts) + "计，不同的" + words(distinct.get()) + number + "个";
        }
        boolean none =
                bound == DutyForm.Bound.AT_MOST
                        && count instanceof Slot.Literal(Value value)
                        && ValueWording.of(value).equals("0");
        if (none) {
            return "不得有" + acts(acts);
        }
        boolean previous = count instanceof Slot.Previous;
        return previous
                ? acts(acts) + "的次数" + bound.word() + "与上期相同"
                : (bound == DutyForm.Bound.AT_LEAST ? "至少要有" : "至多有")
                        + slot(count)
                        + "次"
                        + acts(acts);
    }

    String every(DutyForm.Cycle cycle) {
        return switch (cycle) {
            case DutyForm.Cycle.Each(var unit) -> "每" + unit.word();
            case DutyForm.Cycle.Named(String name) ->
                    values.apply(name)
                            .map(unit -> "每" + ValueWording.of(unit))
                            .orElse("每个“" + name + "”（待定）");
            case DutyForm.Cycle.FromTo(Selector start, Selector end) ->
                    "每次自" + record(start) + "起，至" + naming("起", start).record(end) + "止，其间";
        };
    }

    String window(Optional<DutyForm.Window> window) {
        return window.map(of -> "，在" + slot(of.from()) + "至" + slot(of.to()) + "之间办").orElse("");
    }
}
