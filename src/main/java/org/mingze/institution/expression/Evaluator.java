package org.mingze.institution.expression;

/// One part of a checked expression, ready to be executed; it never throws.
interface Evaluator {
    Value value(Frame frame);

    /// The value as a list whose items may be present for certain or only perhaps.
    default Listing listing(Frame frame) {
        return Listing.of(value(frame));
    }

    /// The value as the interval in which a number or an amount certainly lies.
    default Range range(Frame frame) {
        return Range.of(value(frame));
    }

    /// What one evaluation reads: the scope, the world, and the variables of the lambdas around.
    final class Frame {
        private static final Value[] NONE = {};

        private final Scope scope;
        private final World world;
        private final Value[] variables;
        private final Expression.Telling telling;

        Frame(Scope scope, World world, int variables) {
            this(scope, world, variables, Expression.Telling.NOTHING);
        }

        Frame(Scope scope, World world, int variables, Expression.Telling telling) {
            this.telling = telling;
            this.scope = scope;
            this.world = world;
            this.variables = variables == 0 ? NONE : new Value[variables];
        }

        Scope scope() {
            return scope;
        }

        World world() {
            return world;
        }

        Value variable(int slot) {
            return variables[slot];
        }

        void keep(Value item) {
            telling.kept(item);
        }

        void add(Value.Reference who, Rational amount) {
            telling.added(who, amount);
        }

        int supposed() {
            return telling.supposed();
        }

        void bind(int slot, Value value) {
            variables[slot] = value;
        }
    }
}
