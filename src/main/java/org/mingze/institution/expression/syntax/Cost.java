package org.mingze.institution.expression.syntax;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.mingze.institution.expression.syntax.Syntax.Operator;

/// 代价 — a bound, known before anything is evaluated: at most `parts` steps for each way through
/// `loops` lists that stand one inside the other.
///
/// With lists of at most n items an evaluation takes at most parts × n to the power of loops steps.
///
/// @param parts parts of the expression, those of the definitions that it uses included
/// @param loops lists gone through inside one another
public record Cost(long parts, int loops) {
    public static final long PARTS_MAX = 20_000;
    public static final int LOOPS_MAX = 4;
    private static final Set<String> OF_LISTS =
            Set.of("有", "凡", "计", "筛", "异", "两两", "并", "和", "大", "小", "首", "末");
    private static final Set<String> LISTS =
            Set.of("期内", "上期内", "往", "案卷", "承", "下级", "班子", "党员", "分管", "岗于");
    /// Names that stand for one value in every slot and never for a field.
    static final Set<String> SINGLE =
            Set.of("此", "其", "起", "后", "班", "卷", "期", "今", "本岗", "本机构", "本人");
    private static final Cost PART = new Cost(1, 0);

    public boolean isWithinBounds() {
        return parts <= PARTS_MAX && loops <= LOOPS_MAX;
    }

    /// What an expression costs.
    ///
    /// @param derived the cost of a name that may be a definition
    public static Cost of(Syntax syntax, Function<String, Optional<Cost>> derived) {
        return new Reckoned(derived, SINGLE).cost(syntax);
    }

    private Cost and(Cost other) {
        return new Cost(Math.min(parts + other.parts, PARTS_MAX + 1), Math.max(loops, other.loops));
    }

    /// A bound for both.
    public static Cost worse(Cost one, Cost other) {
        return new Cost(Math.max(one.parts, other.parts), Math.max(one.loops, other.loops));
    }

    private Cost inside(int lists) {
        return new Cost(parts, loops + lists);
    }

    /// @param single names that stand for one value and never for a list
    private record Reckoned(Function<String, Optional<Cost>> derived, Set<String> single) {
        Cost cost(Syntax syntax) {
            return switch (syntax) {
                case Syntax.NumberLiteral _, Syntax.TextLiteral _, Syntax.TruthLiteral _ -> PART;
                case Syntax.Name name -> named(name);
                case Syntax.Call call -> call(call);
                case Syntax.Lambda lambda -> body(lambda);
                case Syntax.ListLiteral list -> all(list.items());
                case Syntax.Member member -> member(member);
                case Syntax.Binary binary when binary.operator() == Operator.MEMBER_OF ->
                        all(List.of(binary.left(), binary.right()))
                                .and(PART.inside(lists(binary.right())));
                case Syntax.Binary binary -> all(List.of(binary.left(), binary.right()));
                case Syntax.Negation negation -> cost(negation.operand()).and(PART);
                case Syntax.Junction junction -> all(junction.operands());
            };
        }

        /// A definition asked of each item of a list is worked out once for each.
        private Cost member(Syntax.Member member) {
            Cost cost = cost(member.target());
            int lists = lists(member.target());
            for (Syntax.Name name : member.path()) {
                Optional<Cost> definition = derived.apply(name.text());
                int inside = lists;
                cost = cost.and(definition.map(of -> of.inside(inside)).orElse(PART));
                lists++;
            }
            return cost;
        }

        private Cost body(Syntax.Lambda lambda) {
            Set<String> names = new HashSet<>(single);
            names.add(lambda.parameter().text());
            return new Reckoned(derived, names).cost(lambda.body());
        }

        private Cost named(Syntax.Name name) {
            return derived.apply(name.text()).orElse(PART).and(PART);
        }

        private Cost all(Collection<Syntax> parts) {
            return parts.stream().map(this::cost).reduce(PART, Cost::and);
        }

        /// A function of a list does its work once for each item.
        private Cost call(Syntax.Call call) {
            if (!OF_LISTS.contains(call.function().text()) || call.arguments().isEmpty()) {
                return all(call.arguments()).and(PART.inside(lists(call)));
            }
            Syntax list = call.arguments().getFirst();
            Cost body = all(call.arguments().subList(1, call.arguments().size()));
            return cost(list).and(body.inside(lists(list)));
        }

        /// How many lists one inside the other have as many items as what this yields.
        private int lists(Syntax syntax) {
            return switch (syntax) {
                case Syntax.ListLiteral _ -> 0;
                case Syntax.Member member -> lists(member.target()) + member.path().size();
                case Syntax.Call call -> listsOf(call);
                case Syntax.Name name -> single.contains(name.text()) ? 0 : 1;
                case Syntax.NumberLiteral _,
                        Syntax.TextLiteral _,
                        Syntax.TruthLiteral _,
                        Syntax.Lambda _,
                        Syntax.Binary _,
                        Syntax.Negation _,
                        Syntax.Junction _ ->
                        0;
            };
        }

        private int listsOf(Syntax.Call call) {
            String function = call.function().text();
            int given = first(call).map(this::lists).orElse(0);
            return switch (function) {
                case "筛", "异", "负责人" -> given;
                case "两两" -> 2 * given;
                case "并" -> given + inEach(call);
                default -> LISTS.contains(function) ? 1 : 0;
            };
        }

        /// How many lists what 并 joins for one item yields.
        private int inEach(Syntax.Call call) {
            if (!(call.arguments().getLast() instanceof Syntax.Lambda lambda)) {
                return 0;
            }
            Set<String> names = new HashSet<>(single);
            names.add(lambda.parameter().text());
            return new Reckoned(derived, names).lists(lambda.body());
        }

        private static Optional<Syntax> first(Syntax.Call call) {
            return call.arguments().stream().findFirst();
        }
    }
}
