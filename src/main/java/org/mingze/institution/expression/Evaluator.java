package org.mingze.institution.expression;

import java.util.function.Consumer;

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
        private final Consumer<Value> kept;

        Frame(Scope scope, World world, int variables) {
            this(scope, world, variables, _ -> {});
        }

        /// @param kept told of every item that a condition of 筛 or 计 kept for certain, and of the
        ///             bodies, posts and people for which 和 found more or less than nothing
        Frame(Scope scope, World world, int variables, Consumer<Value> kept) {
            this.kept = kept;
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
            kept.accept(item);
        }

        void bind(int slot, Value value) {
            variables[slot] = value;
        }
    }
}
