package org.mingze.reading.text;

import java.util.OptionalDouble;

/// 数词 — reads 三百二十, 1,234.5, 两, 一万二.
final class Numeral {
    static final String CHINESE = "一二三四五六七八九十百千万亿两零〇";

    private Numeral() {}

    /// The value of a number in Arabic digits, with or without thousands separators.
    static OptionalDouble arabic(String written) {
        String digits = written.replace(",", "").replace("，", "").replace(" ", "");
        try {
            return OptionalDouble.of(Double.parseDouble(digits));
        } catch (NumberFormatException notANumber) {
            return OptionalDouble.empty();
        }
    }

    /// The value of a number in Chinese characters; empty if it is not well formed.
    static OptionalDouble chinese(String written) {
        if (written.isEmpty() || written.length() > 12) {
            return OptionalDouble.empty();
        }
        Sum sum = new Sum();
        for (int at = 0; at < written.length(); at++) {
            char c = written.charAt(at);
            int digit = digit(c);
            double scale = scale(c);
            if (digit < 0 && scale == 0) {
                return OptionalDouble.empty();
            }
            if (digit >= 0) {
                sum.addDigit(digit);
            } else {
                sum.addScale(scale);
            }
        }
        return OptionalDouble.of(sum.value(written.length()));
    }

    private static int digit(char c) {
        return switch (c) {
            case '〇' -> 0;
            case '两' -> 2;
            default -> "零一二三四五六七八九".indexOf(c);
        };
    }

    /// 累计 — what the characters read so far amount to.
    private static final class Sum {
        private double total;
        private double section;
        private double digit;
        private double lastScale = 1;
        private boolean pending;

        void addDigit(int next) {
            digit = pending ? digit * 10 + next : next;
            pending |= next > 0;
            lastScale = next == 0 ? 10 : lastScale;
        }

        void addScale(double scale) {
            double stated = pending ? digit : 0;
            if (scale >= 10000) {
                boolean outer = scale > 10000;
                double part = section + stated + (outer ? total : 0);
                total = (part == 0 ? 1 : part) * scale + (outer ? 0 : total);
                section = 0;
            } else {
                section += (pending ? digit : 1) * scale;
            }
            digit = 0;
            pending = false;
            lastScale = scale;
        }

        /// A last digit counts for the scale below the one before it: 三百二 is 320.
        double value(int length) {
            boolean shortened = pending && lastScale >= 100 && length > 1;
            double last = pending ? digit * (shortened ? lastScale / 10 : 1) : 0;
            return total + section + last;
        }
    }

    private static double scale(char c) {
        return switch (c) {
            case '十' -> 10;
            case '百' -> 100;
            case '千' -> 1000;
            case '万' -> 10000;
            case '亿' -> 100000000;
            default -> 0;
        };
    }
}
