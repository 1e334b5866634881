package org.mingze.institution.expression;

import java.util.List;
import java.util.Random;

/// 共有的写法 — random well-typed expressions, each written once for us and once for the oracle.
///
/// @param ours   with Chinese names
/// @param theirs the same with ASCII names
record Shared(String ours, String theirs) {
    /// Grows expressions over the names of [OracleNames].
    record Growing(Random random) {
        Shared truth(int depth) {
            if (depth == 0) {
                return plainTruth();
            }
            return switch (random.nextInt(12)) {
                case 0 -> two("(%s 且 %s)", "(%s && %s)", truth(depth - 1), truth(depth - 1));
                case 1 -> two("(%s 或 %s)", "(%s || %s)", truth(depth - 1), truth(depth - 1));
                case 2 -> two("(%s ⇒ %s)", "(!%s || %s)", truth(depth - 1), truth(depth - 1));
                case 3 -> one("(非 %s)", "(!%s)", truth(depth - 1));
                case 4 -> two("有(%s, x -> %s)", "%s.exists(x, %s)", rows(), ofRow(depth - 1));
                case 5 -> two("凡(%s, x -> %s)", "%s.all(x, %s)", rows(), ofRow(depth - 1));
                case 6 -> two("(%s ∈ %s)", "(%s in %s)", number(depth - 1), numbers());
                case 7 -> two("(%s ∈ %s)", "(%s in %s)", word(), words());
                case 8 -> compared(word(), word(), 2);
                case 9 -> one("有(%s)", "(size(%s) > 0)", chosen(depth - 1));
                default -> compared(number(depth - 1), number(depth - 1), 6);
            };
        }

        private Shared plainTruth() {
            return switch (random.nextInt(4)) {
                case 0 -> new Shared("公开", "open");
                case 1 -> new Shared("列席", "seen");
                case 2 -> new Shared("真", "true");
                default -> new Shared("假", "false");
            };
        }

        private Shared compared(Shared left, Shared right, int signs) {
            List<Shared> all =
                    List.of(
                            new Shared("=", "=="),
                            new Shared("≠", "!="),
                            new Shared("≥", ">="),
                            new Shared("≤", "<="),
                            new Shared("<", "<"),
                            new Shared(">", ">"));
            Shared sign = all.get(random.nextInt(signs));
            return new Shared(
                    "(" + left.ours + " " + sign.ours + " " + right.ours + ")",
                    "(" + left.theirs + " " + sign.theirs + " " + right.theirs + ")");
        }

        private Shared number(int depth) {
            if (depth <= 0) {
                return switch (random.nextInt(4)) {
                    case 0 -> new Shared("应到", "due");
                    case 1 -> new Shared("实到", "came");
                    default -> same(Integer.toString(random.nextInt(6)));
                };
            }
            return switch (random.nextInt(6)) {
                case 0 -> two("(%s + %s)", "(%s + %s)", number(depth - 1), number(depth - 1));
                case 1 -> two("(%s - %s)", "(%s - %s)", number(depth - 1), number(depth - 1));
                case 2 -> two("(%s * %s)", "(%s * %s)", number(depth - 1), number(depth - 1));
                case 3 -> one("计(%s)", "size(%s)", chosen(depth - 1));
                case 4 -> two("计(%s, x -> %s)", "size(%s.filter(x, %s))", rows(), ofRow(depth - 1));
                default -> number(0);
            };
        }

        /// What may be asked of `x`.
        private Shared ofRow(int depth) {
            return switch (random.nextInt(depth > 0 ? 7 : 4)) {
                case 0 -> new Shared("x.临时", "x.sudden");
                case 1 -> compared(new Shared("x.类", "x.kind"), word(), 2);
                case 2, 3 -> compared(new Shared("x.序", "x.place"), number(0), 6);
                case 4 -> two("(%s 且 %s)", "(%s && %s)", ofRow(depth - 1), ofRow(depth - 1));
                case 5 -> two("(%s 或 %s)", "(%s || %s)", ofRow(depth - 1), ofRow(depth - 1));
                default -> one("(非 %s)", "(!%s)", ofRow(depth - 1));
            };
        }

        private static Shared rows() {
            return new Shared("议程", "rows");
        }

        private Shared chosen(int depth) {
            return random.nextBoolean()
                    ? rows()
                    : two("筛(%s, x -> %s)", "%s.filter(x, %s)", rows(), ofRow(depth));
        }

        private Shared numbers() {
            return random.nextBoolean()
                    ? new Shared("号码", "codes")
                    : two("[%s, %s]", "[%s, %s]", number(0), number(0));
        }

        private Shared words() {
            return random.nextBoolean()
                    ? new Shared("题", "topics")
                    : two("[%s, %s]", "[%s, %s]", word(), word());
        }

        private Shared word() {
            return switch (random.nextInt(4)) {
                case 0 -> new Shared("名称", "name");
                case 1 -> new Shared("地点", "site");
                case 2 -> same("\"甲\"");
                default -> same("\"乙\"");
            };
        }

        private static Shared same(String text) {
            return new Shared(text, text);
        }

        private static Shared one(String ours, String theirs, Shared part) {
            return new Shared(ours.formatted(part.ours), theirs.formatted(part.theirs));
        }

        private static Shared two(String ours, String theirs, Shared first, Shared second) {
            return new Shared(
                    ours.formatted(first.ours, second.ours),
                    theirs.formatted(first.theirs, second.theirs));
        }
    }
}
