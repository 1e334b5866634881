package org.mingze.institution.expression;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mingze.institution.expression.Value.Duration;
import org.mingze.institution.expression.Value.Group;
import org.mingze.institution.expression.Value.Truth;
import org.mingze.institution.expression.Value.Unknown;

/// The functions over lists.
final class Folding {
    private Folding() {}

    /// The body of `x -> body`, evaluated for one item after another.
    record Body(int slot, Evaluator evaluator) {
        /// The same for every item; where no lambda stands.
        static Body of(Evaluator constant) {
            return new Body(-1, constant);
        }

        Value at(Value item, Evaluator.Frame frame) {
            if (slot >= 0) {
                frame.bind(slot, item);
            }
            return evaluator.value(frame);
        }

        Listing listing(Value item, Evaluator.Frame frame) {
            if (slot >= 0) {
                frame.bind(slot, item);
            }
            return evaluator.listing(frame);
        }

        Value truth(Value item, Evaluator.Frame frame) {
            return Logic.truth(at(item, frame));
        }
    }

    /// 有 and 凡.
    record Quantified(boolean some, Evaluator list, Body condition) implements Evaluator {
        @Override
        public Value value(Frame frame) {
            return switch (list.listing(frame)) {
                case Listing.Absent absent -> absent.unknown();
                case Listing.Items items -> over(items, frame);
            };
        }

        private Value over(Listing.Items list, Frame frame) {
            Value decisive = Truth.of(some);
            Value result = Logic.not(decisive);
            for (int i = 0; i < list.items().size(); i++) {
                Value holds = condition.truth(list.items().get(i), frame);
                Value present = list.present(i);
                result =
                        some
                                ? Logic.or(result, Logic.and(present, holds))
                                : Logic.and(result, Logic.or(Logic.not(present), holds));
                if (result.equals(decisive)) {
                    return result;
                }
            }
            return result;
        }
    }

    /// 计 — between how many certainly count and how many possibly do.
    record Count(Evaluator list, Body condition) implements Evaluator {
        @Override
        public Value value(Frame frame) {
            return range(frame).value(false);
        }

        @Override
        public Range range(Frame frame) {
            return switch (list.listing(frame)) {
                case Listing.Absent absent -> new Range.Anything(absent.unknown().cause());
                case Listing.Items items -> over(items, frame);
            };
        }

        private Range over(Listing.Items list, Frame frame) {
            int certain = 0;
            int possible = 0;
            String doubt = "";
            for (int i = 0; i < list.items().size(); i++) {
                Value counts =
                        Logic.and(list.present(i), condition.truth(list.items().get(i), frame));
                if (counts instanceof Unknown unknown) {
                    doubt = doubt.isEmpty() ? unknown.cause() : doubt;
                    possible++;
                } else if (counts.equals(Truth.TRUE)) {
                    frame.keep(list.items().get(i));
                    certain++;
                    possible++;
                }
            }
            int supposed = frame.supposed();
            return new Range.Within(
                    Rational.of(certain + supposed), Rational.of(possible + supposed), doubt);
        }
    }

    /// 筛.
    record Filtered(Evaluator list, Body condition) implements Evaluator {
        @Override
        public Value value(Frame frame) {
            return listing(frame).value();
        }

        @Override
        public Listing listing(Frame frame) {
            return switch (list.listing(frame)) {
                case Listing.Absent absent -> absent;
                case Listing.Items items -> {
                    Listing.Gathering gathering = new Listing.Gathering();
                    for (int i = 0; i < items.items().size(); i++) {
                        Value item = items.items().get(i);
                        Value kept = Logic.and(items.present(i), condition.truth(item, frame));
                        if (kept.equals(Truth.TRUE)) {
                            frame.keep(item);
                        }
                        gathering.add(item, kept);
                    }
                    yield gathering.listing();
                }
            };
        }
    }

    /// 并 — the lists of all items, one after another; unknown while one of them is.
    record Joined(Evaluator list, Body of) implements Evaluator {
        @Override
        public Value value(Frame frame) {
            return listing(frame).value();
        }

        @Override
        public Listing listing(Frame frame) {
            return switch (list.listing(frame)) {
                case Listing.Absent absent -> absent;
                case Listing.Items items -> over(items, frame);
            };
        }

        private Listing over(Listing.Items list, Frame frame) {
            Listing.Gathering gathering = new Listing.Gathering();
            for (int i = 0; i < list.items().size(); i++) {
                Value present = list.present(i);
                switch (of.listing(list.items().get(i), frame)) {
                    case Listing.Absent absent -> {
                        return absent;
                    }
                    case Listing.Items parts -> {
                        for (int j = 0; j < parts.items().size(); j++) {
                            gathering.add(
                                    parts.items().get(j), Logic.and(present, parts.present(j)));
                        }
                    }
                }
            }
            return gathering.listing();
        }
    }

    /// 异 — distinct values; one that is unknown may equal any other.
    record Distinct(Evaluator list, Body of) implements Evaluator {
        @Override
        public Value value(Frame frame) {
            return listing(frame).value();
        }

        @Override
        public Listing listing(Frame frame) {
            return switch (list.listing(frame)) {
                case Listing.Absent absent -> absent;
                case Listing.Items items -> over(items, frame);
            };
        }

        private Listing over(Listing.Items list, Frame frame) {
            Map<Value, Value> presence = new LinkedHashMap<>();
            List<Unknown> unknown = new ArrayList<>();
            boolean anyCertain = false;
            for (int i = 0; i < list.items().size(); i++) {
                Value present = list.present(i);
                Value value = of.at(list.items().get(i), frame);
                anyCertain |= present.equals(Truth.TRUE);
                if (value instanceof Unknown missing) {
                    unknown.add(missing);
                } else {
                    presence.merge(comparable(value), present, Logic::or);
                }
            }
            Listing.Gathering gathering = new Listing.Gathering();
            boolean someCounted = presence.containsValue(Truth.TRUE);
            presence.forEach(gathering::add);
            for (Unknown missing : unknown) {
                boolean certain = anyCertain && !someCounted && presence.isEmpty();
                gathering.add(missing, certain ? Truth.TRUE : missing);
                someCounted |= certain;
            }
            return gathering.listing();
        }

        private static Value comparable(Value value) {
            if (value instanceof Duration duration) {
                try {
                    return new Duration(Reckoning.inBase(duration.span()));
                } catch (ArithmeticException beyondAllBounds) {
                    return value;
                }
            }
            return value;
        }
    }

    /// 两两 — every pair once, in the order of the list.
    record Pairs(Evaluator list) implements Evaluator {
        @Override
        public Value value(Frame frame) {
            return listing(frame).value();
        }

        @Override
        public Listing listing(Frame frame) {
            return switch (list.listing(frame)) {
                case Listing.Absent absent -> absent;
                case Listing.Items items -> {
                    Listing.Gathering gathering = new Listing.Gathering();
                    for (int i = 0; i < items.items().size(); i++) {
                        for (int j = i + 1; j < items.items().size(); j++) {
                            gathering.add(
                                    pair(items.items().get(i), items.items().get(j)),
                                    Logic.and(items.present(i), items.present(j)));
                        }
                    }
                    yield gathering.listing();
                }
            };
        }

        private static Value pair(Value first, Value second) {
            Map<String, Value> fields = new LinkedHashMap<>();
            fields.put("甲", first);
            fields.put("乙", second);
            return new Group(fields);
        }
    }
}
