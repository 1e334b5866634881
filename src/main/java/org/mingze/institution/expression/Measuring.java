package org.mingze.institution.expression;

import java.util.Optional;
import org.mingze.institution.expression.Folding.Body;
import org.mingze.institution.expression.Value.Unknown;
import org.mingze.institution.expression.syntax.Syntax;

/// The functions over lists that sum, or find what is first, last, least or greatest.
final class Measuring {
    private Measuring() {}

    /// 首 末 大 小 — the item with the least or greatest key, or that key itself.
    ///
    /// @param item whether the item is wanted; then two with the same key leave it unknown
    record Extreme(String function, Evaluator list, Body key, boolean greatest, boolean item)
            implements Evaluator {
        @Override
        public Value value(Frame frame) {
            return switch (list.listing(frame)) {
                case Listing.Absent absent -> absent.unknown();
                case Listing.Items items -> over(items, frame);
            };
        }

        private Value over(Listing.Items list, Frame frame) {
            Value best = new Unknown(function + "：列表为空");
            Value bestKey = best;
            boolean tied = false;
            for (int i = 0; i < list.items().size(); i++) {
                Value next = list.items().get(i);
                Value nextKey = key.at(next, frame);
                if (list.present(i).isUnknown() || nextKey.isUnknown()) {
                    return Logic.cause(list.present(i), nextKey);
                }
                Optional<Integer> order =
                        i == 0 ? Optional.of(-1) : Comparing.order(nextKey, bestKey);
                if (order.isEmpty()) {
                    return Logic.misfit(nextKey);
                }
                boolean better = i == 0 || (greatest ? order.get() > 0 : order.get() < 0);
                tied = !better && (tied || order.get() == 0);
                best = better ? next : best;
                bestKey = better ? nextKey : bestKey;
            }
            if (!item) {
                return bestKey;
            }
            return tied ? new Unknown(function + "：有并列") : best;
        }
    }

    /// 和 — of numbers or amounts; an item that is perhaps absent widens the interval.
    record Sum(Evaluator list, Body of, boolean money) implements Evaluator {
        @Override
        public Value value(Frame frame) {
            return range(frame).value(money);
        }

        @Override
        public Range range(Frame frame) {
            return switch (list.listing(frame)) {
                case Listing.Absent absent -> new Range.Anything(absent.unknown().cause());
                case Listing.Items items -> over(items, frame);
            };
        }

        private Range over(Listing.Items list, Frame frame) {
            Rational low = Rational.ZERO;
            Rational high = Rational.ZERO;
            String doubt = "";
            for (int i = 0; i < list.items().size(); i++) {
                Range next = Range.of(of.at(list.items().get(i), frame));
                if (!(next instanceof Range.Within within)) {
                    return next;
                }
                Rational amount = within.low();
                if (list.items().get(i) instanceof Value.Reference who) {
                    frame.add(who, amount);
                }
                if (list.present(i) instanceof Unknown unknown) {
                    doubt = doubt.isEmpty() ? unknown.cause() : doubt;
                    boolean gain = amount.compareTo(Rational.ZERO) > 0;
                    low = gain ? low : low.plus(amount);
                    high = gain ? high.plus(amount) : high;
                } else {
                    low = low.plus(amount);
                    high = high.plus(amount);
                }
            }
            return new Range.Within(low, high, doubt);
        }
    }

    /// 和 of spans, which must share their unit.
    record SpanSum(Evaluator list, Body of, Value none) implements Evaluator {
        @Override
        public Value value(Frame frame) {
            Value items = list.value(frame);
            if (!(items instanceof Value.Series series)) {
                return items.isUnknown() ? items : Logic.misfit(items);
            }
            Value sum = none;
            for (int i = 0; i < series.items().size(); i++) {
                Value next = of.at(series.items().get(i), frame);
                Evaluator both =
                        new Reckoning.Temporal(
                                Syntax.Operator.PLUS,
                                new Access.Constant(sum),
                                new Access.Constant(next));
                sum = i == 0 ? next : both.value(frame);
            }
            return sum;
        }
    }
}
