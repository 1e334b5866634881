package org.mingze.institution.expression.syntax;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/// 差错集 — what was found wrong with one expression, in the order it was found.
public final class Faults {
    /// The kinds of fault; their codes are stable.
    public enum Kind {
        TOO_LONG("expression.too-long", "表达式过长"),
        TOO_DEEP("expression.too-deep", "表达式嵌套过深"),
        TOO_COSTLY("expression.too-costly", "表达式的代价过大"),
        CHARACTER("expression.character", "表达式里有不认识的符号"),
        OPEN_TEXT("expression.open-text", "引号没有成对"),
        NUMBER("expression.number", "数或时长写得不对"),
        SYNTAX("expression.syntax", "表达式的写法不通"),
        NAME("expression.name", "没有这个名称"),
        FIELD("expression.field", "没有这个字段"),
        FUNCTION("expression.function", "没有这个函数，或此处不能用"),
        ARGUMENTS("expression.arguments", "参数的个数或写法不对"),
        TYPE("expression.type", "类型不合"),
        UNIT("expression.unit", "单位不合"),
        WORD("expression.word", "选项表里没有这个词");

        private final String code;
        private final String title;

        Kind(String code, String title) {
            this.code = code;
            this.title = title;
        }

        /// What is wrong, in one phrase, for the catalogue.
        public String title() {
            return title;
        }

        public String code() {
            return code;
        }
    }

    /// One fault, from `start` up to `end` in the source.
    public record Fault(Kind kind, int start, int end, String message, String remedy) {}

    private final List<Fault> found = new ArrayList<>();

    public void add(Kind kind, int start, int end, String message, String remedy) {
        found.add(new Fault(kind, start, end, message, remedy));
    }

    public void add(Kind kind, Syntax at, String message, String remedy) {
        add(kind, at.place().start(), at.place().end(), message, remedy);
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    public List<Fault> found() {
        return List.copyOf(found);
    }

    /// 是不是“…”, or what else to do when nothing is near.
    public static String nearest(String wrong, Collection<String> candidates, String otherwise) {
        return closest(wrong, candidates).map(near -> "是不是“" + near + "”").orElse(otherwise);
    }

    private static Optional<String> closest(String wrong, Collection<String> candidates) {
        String best = "";
        int least = Integer.MAX_VALUE;
        for (String candidate : new TreeSet<>(candidates)) {
            if (candidate.isEmpty() || wrong.chars().noneMatch(c -> candidate.indexOf(c) >= 0)) {
                continue;
            }
            int distance = distance(wrong, candidate);
            if (distance < least && distance < Math.max(wrong.length(), candidate.length())) {
                best = candidate;
                least = distance;
            }
        }
        return isNear(wrong, best, least) ? Optional.of(best) : Optional.empty();
    }

    /// One slip, or more than half of the characters in common.
    private static boolean isNear(String wrong, String candidate, int distance) {
        long shared = wrong.chars().filter(c -> candidate.indexOf(c) >= 0).count();
        int longer = Math.max(wrong.length(), candidate.length());
        return !candidate.isEmpty() && (distance == 1 || shared * 2 > longer);
    }

    /// Insertions, deletions, replacements and swaps of neighbours that turn one into the other.
    private static int distance(String left, String right) {
        int[][] cost = new int[left.length() + 1][right.length() + 1];
        for (int i = 0; i <= left.length(); i++) {
            for (int j = 0; j <= right.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : step(cost, left, right, i, j);
            }
        }
        return cost[left.length()][right.length()];
    }

    private static int step(int[][] cost, String left, String right, int i, int j) {
        boolean same = left.charAt(i - 1) == right.charAt(j - 1);
        int least = cost[i - 1][j - 1] + (same ? 0 : 1);
        least = Math.min(least, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
        boolean swapped =
                i > 1
                        && j > 1
                        && left.charAt(i - 1) == right.charAt(j - 2)
                        && left.charAt(i - 2) == right.charAt(j - 1);
        return swapped ? Math.min(least, cost[i - 2][j - 2] + 1) : least;
    }
}
