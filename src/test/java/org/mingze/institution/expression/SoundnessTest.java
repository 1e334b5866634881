package org.mingze.institution.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mingze.institution.expression.Value.Group;
import org.mingze.institution.expression.Value.Numeric;
import org.mingze.institution.expression.Value.Series;
import org.mingze.institution.expression.Value.Text;
import org.mingze.institution.expression.Value.Truth;
import org.mingze.institution.expression.Value.Unknown;

/// Hides fields at random: a definite result must agree with every way of filling them in.
@DisplayName("三值稳妥")
class SoundnessTest {
    private static final List<String> KINDS = List.of("学习", "决策");
    private static final int COMPLETIONS = 12;

    private final Random random = new Random(20260331);

    @Test
    @DisplayName("缺字段时的确定结果，补齐后不变")
    void aDefiniteResultOutlivesEveryCompletion() {
        int definite = 0;
        for (int round = 0; round < 3_000; round++) {
            String source = truth(3);
            Expression expression = Checking.sound("会议", source);
            Map<String, Value> full = meeting();
            Map<String, Value> partial = hidden(full);
            Value known = value(expression, partial);
            if (known.isUnknown()) {
                continue;
            }
            definite++;
            assertAgrees(source, expression, known, partial, full);
            for (int i = 0; i < COMPLETIONS; i++) {
                assertAgrees(source, expression, known, partial, completed(partial));
            }
        }
        assertThat(definite).as("definite although something is hidden").isGreaterThan(300);
    }

    private static void assertAgrees(
            String source,
            Expression expression,
            Value known,
            Map<String, Value> partial,
            Map<String, Value> full) {
        assertThat(value(expression, full))
                .as("%s%nknown: %s%nfull: %s", source, partial, full)
                .isEqualTo(known);
    }

    private static Value value(Expression expression, Map<String, Value> values) {
        return expression.evaluate(
                name -> values.getOrDefault(name, new Unknown("")), new SampleWorld());
    }

    private String truth(int depth) {
        return switch (depth == 0 ? 9 : random.nextInt(10)) {
            case 0 -> "(" + truth(depth - 1) + " 且 " + truth(depth - 1) + ")";
            case 1 -> "(" + truth(depth - 1) + " 或 " + truth(depth - 1) + ")";
            case 2 -> "(" + truth(depth - 1) + " ⇒ " + truth(depth - 1) + ")";
            case 3 -> "非 " + truth(depth - 1);
            case 4 -> "有(" + list() + ", a -> " + condition() + ")";
            case 5 -> "凡(" + list() + ", a -> " + condition() + ")";
            case 6, 7 -> "(" + number() + oneOf(" ≥ ", " < ", " = ", " ≠ ") + number() + ")";
            case 8 -> "末(" + list() + ", a -> a.序).类 = " + oneOf("\"学习\"", "\"决策\"");
            default -> oneOf("专题", "应到 > 1", "实到 * 2 > 应到", "\"决策\" ∈ 议程.类");
        };
    }

    private String number() {
        return oneOf(
                "计(" + list() + ")",
                "计(" + list() + ", a -> " + condition() + ")",
                "计(异(" + list() + ", a -> a.类))",
                "计(异(" + list() + ", a -> a.表决.赞成))",
                "计(两两(" + list() + "))",
                "计(" + list() + ".题)",
                "和(" + list() + ", a -> a.表决.赞成)",
                "和(" + list() + ", a -> 1 - a.序)",
                "大(" + list() + ", a -> a.序)",
                "(应到 - 实到) * 计(" + list() + ")",
                "实到 / 应到",
                "1");
    }

    private String list() {
        return oneOf("议程", "议程", "筛(议程, a -> " + condition() + ")");
    }

    private String condition() {
        return oneOf(
                "a.临时",
                "a.类 = \"决策\"",
                "a.表决.赞成 > 0",
                "a.临时 且 a.序 > 1",
                "a.类 = \"学习\" 或 a.表决.赞成 = 1",
                "应到 > a.序");
    }

    private String oneOf(String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private Map<String, Value> meeting() {
        return completed(new HashMap<>());
    }

    private Map<String, Value> hidden(Map<String, Value> full) {
        Map<String, Value> partial = new HashMap<>(full);
        partial.values().removeIf(_ -> random.nextInt(6) == 0);
        if (partial.get("议程") instanceof Series agenda) {
            List<Value> items = new ArrayList<>();
            for (Value item : agenda.items()) {
                Map<String, Value> fields = new LinkedHashMap<>(((Group) item).fields());
                fields.values().removeIf(_ -> random.nextInt(4) == 0);
                items.add(new Group(fields));
            }
            partial.put("议程", new Series(items));
        }
        return partial;
    }

    private Map<String, Value> completed(Map<String, Value> partial) {
        Map<String, Value> full = new HashMap<>(partial);
        full.putIfAbsent("专题", Truth.of(random.nextBoolean()));
        full.putIfAbsent("应到", Numeric.of(random.nextInt(4)));
        full.putIfAbsent("实到", Numeric.of(random.nextInt(4)));
        List<Value> items = new ArrayList<>();
        if (full.get("议程") instanceof Series agenda) {
            items.addAll(agenda.items());
        } else {
            for (int i = random.nextInt(4); i > 0; i--) {
                items.add(new Group(Map.of()));
            }
        }
        items.replaceAll(item -> item(((Group) item).fields()));
        full.put("议程", new Series(items));
        return full;
    }

    private Value item(Map<String, Value> partial) {
        Map<String, Value> full = new LinkedHashMap<>(partial);
        full.putIfAbsent("序", Numeric.of(1 + random.nextInt(3)));
        full.putIfAbsent("类", new Text(KINDS.get(random.nextInt(2))));
        List<Value> subjects = List.of(new Text("党建"), new Text("其他"));
        full.putIfAbsent("题", new Series(subjects.subList(0, random.nextInt(3))));
        full.putIfAbsent("临时", Truth.of(random.nextBoolean()));
        full.putIfAbsent("表决", new Group(Map.of("赞成", Numeric.of(random.nextInt(3) - 1))));
        return new Group(full);
    }
}
