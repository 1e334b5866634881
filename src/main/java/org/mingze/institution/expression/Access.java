package org.mingze.institution.expression;

import java.util.List;
import org.mingze.institution.expression.Value.Day;
import org.mingze.institution.expression.Value.Group;
import org.mingze.institution.expression.Value.Link;
import org.mingze.institution.expression.Value.PeriodValue;
import org.mingze.institution.expression.Value.Reference;
import org.mingze.institution.expression.Value.Series;
import org.mingze.institution.expression.Value.Truth;
import org.mingze.institution.expression.Value.Unknown;

/// Reading of names and of the members of what they hold.
final class Access {
    private static final Value EMPTY = new Series(List.of());

    private Access() {}

    record Constant(Value constant) implements Evaluator {
        @Override
        public Value value(Frame frame) {
            return constant;
        }
    }

    /// A number in the text, whose interval is found once.
    record Figure(Value constant, Range interval) implements Evaluator {
        @Override
        public Value value(Frame frame) {
            return constant;
        }

        @Override
        public Range range(Frame frame) {
            return interval;
        }
    }

    record Bare(String name) implements Evaluator {
        @Override
        public Value value(Frame frame) {
            return named(frame.scope().value(name), name);
        }
    }

    /// A derived field of the record in hand; it is no field that the record itself holds.
    record Derived(String name) implements Evaluator {
        @Override
        public Value value(Frame frame) {
            return named(frame.scope().value(name), name);
        }
    }

    record Variable(int slot) implements Evaluator {
        @Override
        public Value value(Frame frame) {
            return frame.variable(slot);
        }
    }

    /// An absent list of evidence counts as empty.
    record Attachments(Evaluator list) implements Evaluator {
        @Override
        public Value value(Frame frame) {
            Value value = list.value(frame);
            return value.isUnknown() ? EMPTY : value;
        }
    }

    /// One step of a path.
    ///
    /// @param path     the path so far, as a cause names it
    /// @param unfilled the cause that says that the structure stepped into is not filled; blank if
    ///                 it is no structure
    record Step(Evaluator target, String name, String path, String unfilled) implements Evaluator {
        @Override
        public Value value(Frame frame) {
            Value held = target.value(frame);
            return held instanceof Unknown unknown && unknown.cause().equals(unfilled)
                    ? new Unknown(path + "未填")
                    : step(held, name, path, frame.world());
        }
    }

    /// The same step for every item of a list.
    ///
    /// @param type what the step yields for one item; lists are joined, and one that is missing
    ///             leaves the whole unknown
    record Steps(Evaluator target, String name, String path, Type type) implements Evaluator {
        @Override
        public Value value(Frame frame) {
            return listing(frame).value();
        }

        @Override
        public Listing listing(Frame frame) {
            Listing steps =
                    target.listing(frame).map(item -> step(item, name, path, frame.world()));
            if (!(type instanceof Type.ListOf list) || !(steps instanceof Listing.Items items)) {
                return steps;
            }
            boolean attachments = list.element() == Type.Simple.EVIDENCE;
            return items.items().stream()
                    .filter(item -> item.isUnknown() && !attachments)
                    .findFirst()
                    .<Listing>map(missing -> Listing.of(missing))
                    .orElseGet(() -> items.without(Value::isUnknown));
        }
    }

    private static Value step(Value held, String name, String path, World world) {
        return switch (held) {
            case Unknown unknown -> unknown;
            case Group group -> {
                Value value = group.fields().get(name);
                yield value == null ? new Unknown(path + "未填") : named(value, path);
            }
            case Link link -> named(world.field(link, name), path);
            case Reference reference -> named(world.member(reference, name), path);
            case PeriodValue period ->
                    new Day(name.equals("自") ? period.value().start() : period.value().end());
            default -> Logic.misfit(held);
        };
    }

    private static Value named(Value value, String path) {
        return value instanceof Unknown unknown && unknown.cause().isBlank()
                ? new Unknown(path + "未填")
                : value;
    }

    /// 已填 — never unknown; evidence is filled when there is any.
    record Filled(Evaluator field, boolean attachments) implements Evaluator {
        @Override
        public Value value(Frame frame) {
            Value value = field.value(frame);
            return Truth.of(!value.isUnknown() && !(attachments && value.equals(EMPTY)));
        }
    }

    /// A parameter that is a table from words to values: 影响期(措施).
    record Lookup(Evaluator table, Evaluator word, String name) implements Evaluator {
        @Override
        public Value value(Frame frame) {
            Value key = word.value(frame);
            if (key.isUnknown()) {
                return key;
            }
            String text = Rendering.text(key);
            return step(table.value(frame), text, name + "(" + text + ")", frame.world());
        }
    }

    record ListOfItems(List<Evaluator> items) implements Evaluator {
        @Override
        public Value value(Frame frame) {
            return new Series(items.stream().map(item -> item.value(frame)).toList());
        }
    }
}
