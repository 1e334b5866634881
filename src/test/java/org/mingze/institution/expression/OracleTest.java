package org.mingze.institution.expression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cel.bundle.Cel;
import dev.cel.bundle.CelFactory;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mingze.institution.expression.Expression.Checked;
import org.mingze.institution.expression.Value.Group;
import org.mingze.institution.expression.Value.Numeric;
import org.mingze.institution.expression.Value.Series;
import org.mingze.institution.expression.Value.Text;
import org.mingze.institution.expression.Value.Truth;
import org.mingze.institution.expression.Value.Unknown;

/// Another evaluator of the fragment that both have: logic, comparison, whole numbers, lists.
///
/// Where a value is missing the other one fails and we do not know. It may fail where we still know
/// (a count between two bounds, an empty list), never the other way round. `-Dmingze.oracle=20000`
/// asks more.
@DisplayName("与旁证语言一致")
class OracleTest {
    private static final int EXPRESSIONS = Integer.getInteger("mingze.oracle", 600);
    private static final int WORLDS = 6;
    private static final Optional<Type> TRUTH = Optional.of(Type.Simple.TRUTH);

    private final Random random = new Random(20261121);
    private final Cel oracle = oracle();

    private static Cel oracle() {
        CelType rows = ListType.create(MapType.create(SimpleType.STRING, SimpleType.DYN));
        return CelFactory.standardCelBuilder()
                .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                .addVar("due", SimpleType.INT)
                .addVar("came", SimpleType.INT)
                .addVar("open", SimpleType.BOOL)
                .addVar("seen", SimpleType.BOOL)
                .addVar("name", SimpleType.STRING)
                .addVar("site", SimpleType.STRING)
                .addVar("rows", rows)
                .addVar("codes", ListType.create(SimpleType.INT))
                .addVar("topics", ListType.create(SimpleType.STRING))
                .build();
    }

    @Test
    @DisplayName("都填了的，两边同真同假")
    void agreesWhereEverythingIsFilled() throws CelValidationException, CelEvaluationException {
        for (int round = 0; round < EXPRESSIONS; round++) {
            Shared shared = new Shared.Growing(random).truth(4);
            Expression ours = sound(shared.ours());
            CelRuntime.Program theirs = program(shared.theirs());
            for (int world = 0; world < WORLDS; world++) {
                Map<String, Value> values = world(0);
                assertThat(ours.evaluate(scope(values), new SampleWorld()))
                        .as("%s%n%s%n%s", shared.ours(), shared.theirs(), values)
                        .isEqualTo(Truth.of((Boolean) theirs.eval(plain(values))));
            }
        }
    }

    @Test
    @DisplayName("有未填的，旁证得出真假处我们也得出，且相同")
    void knowsWhereverTheOracleKnows() throws CelValidationException {
        int known = 0;
        int more = 0;
        for (int round = 0; round < EXPRESSIONS; round++) {
            Shared shared = new Shared.Growing(random).truth(4);
            Expression ours = sound(shared.ours());
            CelRuntime.Program theirs = program(shared.theirs());
            for (int world = 0; world < WORLDS; world++) {
                Map<String, Value> values = world(25);
                Value answer = ours.evaluate(scope(values), new SampleWorld());
                Optional<Boolean> told = told(theirs, values);
                if (told.isPresent()) {
                    known++;
                    assertThat(answer)
                            .as("%s%n%s%n%s", shared.ours(), shared.theirs(), values)
                            .isEqualTo(Truth.of(told.get()));
                } else if (!answer.isUnknown()) {
                    more++;
                }
            }
        }
        assertThat(known).as("旁证得出真假").isGreaterThan(EXPRESSIONS);
        assertThat(more).as("只有我们得出真假").isPositive();
    }

    @Test
    @DisplayName("例外一：除法我们不舍去余数，九人到一人不算过三分之二")
    void dividesExactly() throws CelValidationException, CelEvaluationException {
        Map<String, Value> values = Map.of("应到", Numeric.of(9), "实到", Numeric.of(1));

        assertThat(sound("实到 ≥ 2/3 * 应到").evaluate(scope(values), new SampleWorld()))
                .isEqualTo(Truth.FALSE);
        assertThat(program("came >= 2/3 * due").eval(plain(values))).isEqualTo(true);
    }

    @Test
    @DisplayName("例外二：有一行未填，计数仍有上下界，够了就是够了")
    void countsBetweenBounds() throws CelValidationException {
        Map<String, Value> values =
                Map.of(
                        "议程",
                        new Series(
                                List.of(new Group(Map.of("临时", Truth.TRUE)), new Group(Map.of()))));

        assertThat(sound("计(议程, x -> x.临时) ≥ 1").evaluate(scope(values), new SampleWorld()))
                .isEqualTo(Truth.TRUE);
        assertThat(told(program("size(rows.filter(x, x.sudden)) >= 1"), values)).isEmpty();
    }

    private static Scope scope(Map<String, Value> values) {
        return name -> values.getOrDefault(name, new Unknown(name));
    }

    private static Expression sound(String source) {
        Checked checked = Expression.check(source, new OracleNames(), TRUTH);
        assertThat(checked).as(source).isInstanceOf(Checked.Sound.class);
        return ((Checked.Sound) checked).expression();
    }

    private CelRuntime.Program program(String source) throws CelValidationException {
        try {
            return oracle.createProgram(oracle.compile(source).getAst());
        } catch (CelEvaluationException unplanned) {
            throw new IllegalArgumentException(source, unplanned);
        }
    }

    /// What the oracle answers; empty where it fails or does not know.
    private static Optional<Boolean> told(CelRuntime.Program program, Map<String, Value> values) {
        try {
            return program.eval(plain(values)) instanceof Boolean answer
                    ? Optional.of(answer)
                    : Optional.empty();
        } catch (CelEvaluationException missing) {
            return Optional.empty();
        }
    }

    private Map<String, Value> world(int hidden) {
        Map<String, Value> values = new LinkedHashMap<>();
        for (String name : List.of("应到", "实到")) {
            maybe(values, name, Numeric.of(random.nextInt(6)), hidden);
        }
        for (String name : List.of("公开", "列席")) {
            maybe(values, name, Truth.of(random.nextBoolean()), hidden);
        }
        for (String name : List.of("名称", "地点")) {
            maybe(values, name, word(), hidden);
        }
        List<Value> rows = new ArrayList<>();
        for (int count = random.nextInt(4); count > 0; count--) {
            Map<String, Value> row = new LinkedHashMap<>();
            maybe(row, "类", word(), hidden);
            maybe(row, "序", Numeric.of(random.nextInt(6)), hidden);
            maybe(row, "临时", Truth.of(random.nextBoolean()), hidden);
            rows.add(new Group(row));
        }
        maybe(values, "议程", new Series(rows), hidden / 5);
        maybe(values, "号码", new Series(List.of(Numeric.of(2), Numeric.of(3))), hidden);
        maybe(values, "题", new Series(List.of(word())), hidden);
        return values;
    }

    private void maybe(Map<String, Value> values, String name, Value value, int hidden) {
        if (random.nextInt(100) >= hidden) {
            values.put(name, value);
        }
    }

    private Value word() {
        return new Text(random.nextBoolean() ? "甲" : "乙");
    }

    private static Map<String, Object> plain(Map<String, Value> values) {
        Map<String, Object> plain = new HashMap<>();
        values.forEach((name, value) -> plain.put(OracleNames.ASCII.get(name), plain(value)));
        return plain;
    }

    private static Object plain(Value value) {
        return switch (value) {
            case Truth truth -> truth.value();
            case Numeric number -> number.value().numerator().longValueExact();
            case Text text -> text.value();
            case Series series -> series.items().stream().map(OracleTest::plain).toList();
            case Group group -> plain(group.fields());
            case Value other -> throw new IllegalArgumentException("旁证没有" + other);
        };
    }
}
