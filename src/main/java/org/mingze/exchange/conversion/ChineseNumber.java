package org.mingze.exchange.conversion;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// 中文数 — numbers as offices write them: １，２００　３.５万　十二　12件.
public final class ChineseNumber {
    private static final Pattern WRITTEN =
            Pattern.compile("([+-]?\\d{1,18}(?:\\.\\d{1,12})?)([百千万亿]*)(\\D*)");
    private static final Pattern UNIT =
            Pattern.compile("[个件人次项户份名家起条处场篇期天日月年元角分%]|人次|小时|分钟|课时|公里|亩|册|");
    private static final Map<Character, BigDecimal> TIMES =
            Map.of(
                    '百', BigDecimal.valueOf(100),
                    '千', BigDecimal.valueOf(1_000),
                    '万', BigDecimal.valueOf(10_000),
                    '亿', BigDecimal.valueOf(100_000_000));
    private static final String DIGITS = "零一二三四五六七八九";

    private ChineseNumber() {}

    public static Optional<BigDecimal> read(String text) {
        String plain = narrow(text);
        Matcher matcher = WRITTEN.matcher(plain);
        if (!matcher.matches()) {
            return inCharacters(plain);
        }
        BigDecimal number = new BigDecimal(matcher.group(1));
        for (char unit : matcher.group(2).toCharArray()) {
            number = number.multiply(TIMES.getOrDefault(unit, BigDecimal.ONE));
        }
        return UNIT.matcher(matcher.group(3)).matches()
                ? Optional.of(plain(number))
                : Optional.empty();
    }

    /// In yuan; a bare number is in the unit that the head of the column tells.
    static Optional<BigDecimal> money(String text, String head) {
        Optional<BigDecimal> number = read(text);
        boolean bare = narrow(text).chars().noneMatch(c -> "百千万亿元".indexOf(c) >= 0);
        return number.map(value -> bare ? plain(value.multiply(unit(head))) : value);
    }

    private static BigDecimal unit(String head) {
        if (head.contains("亿元")) {
            return BigDecimal.valueOf(100_000_000);
        }
        if (head.contains("万元")) {
            return BigDecimal.valueOf(10_000);
        }
        return BigDecimal.valueOf(head.contains("千元") ? 1_000 : 1);
    }

    private static String narrow(String text) {
        return Likeness.narrow(text).replaceAll("[,\\s￥¥]", "").replace("〇", "零");
    }

    /// Up to 九千九百九十九: 十二, 一百零五.
    private static Optional<BigDecimal> inCharacters(String text) {
        String written = text.replaceAll("[个件人次项户份名家起条元]$", "");
        if (!written.matches("[零一二三四五六七八九十百千两]{1,9}")) {
            return Optional.empty();
        }
        int total = 0;
        int digit = -1;
        for (char c : written.replace('两', '二').toCharArray()) {
            int value = DIGITS.indexOf(c);
            if (value >= 0) {
                if (digit > 0) {
                    return Optional.empty();
                }
                digit = value;
            } else {
                int times = c == '十' ? 10 : c == '百' ? 100 : 1_000;
                total += (digit < 0 ? 1 : digit) * times;
                digit = -1;
            }
        }
        return Optional.of(BigDecimal.valueOf(total + Math.max(0, digit)));
    }

    static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
