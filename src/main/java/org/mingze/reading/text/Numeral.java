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
        double total = 0;
        double section = 0;
        double digit = 0;
        double lastScale = 1;
        boolean pending = false;
        for (int at = 0; at < written.length(); at++) {
            char c = written.charAt(at);
            int plain = "零一二三四五六七八九".indexOf(c);
            if (plain < 0 && c == '〇') {
                plain = 0;
            } else if (plain < 0 && c == '两') {
                plain = 2;
            }
            if (plain >= 0) {
                digit = pending ? digit * 10 + plain : plain;
                pending = plain > 0 || pending;
                lastScale = plain == 0 ? 10 : lastScale;
                continue;
            }
            double scale = scale(c);
            if (scale == 0) {
                return OptionalDouble.empty();
            }
            if (scale >= 10000) {
                double part = section + (pending ? digit : 0);
                boolean outer = scale > 10000;
                double scaled = outer ? total + part : part;
                total = (scaled == 0 ? 1 : scaled) * scale + (outer ? 0 : total);
                section = 0;
            } else {
                section += (pending ? digit : 1) * scale;
            }
            digit = 0;
            pending = false;
            lastScale = scale;
        }
        boolean shortened = pending && lastScale >= 100 && written.length() > 1;
        return OptionalDouble.of(
                total + section + (pending ? digit * (shortened ? lastScale / 10 : 1) : 0));
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
