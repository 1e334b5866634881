package org.mingze.exchange.dutylist;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mingze.exchange.conversion.ChineseNumber;

/// 频次之读 — how often a text asks for something: the period, the count, until which day of a
/// year.
///
/// @param period 周 月 季 半年 年
/// @param most   whether the count is the most that is allowed
/// @param until  月-日 within the year
/// @param said   whether the text speaks of how often at all, if only vaguely (定期)
record Frequency(
        Optional<String> period,
        OptionalInt count,
        boolean most,
        Optional<String> until,
        boolean said) {
    private static final String NUMBER = "[一二两三四五六七八九十\\d]{1,3}";
    private static final Pattern EACH =
            Pattern.compile("(?:每|按|逐|一|半)(?:个)?(周|星期|月度|月|季度|季|半年|年度|年)|半年(?=[一二两\\d至召开进行])");
    private static final Pattern SEVERAL =
            Pattern.compile("每(?:" + NUMBER + ")(?:个)?(?:周|月|季度|年)|每隔");
    private static final Pattern TIMES =
            Pattern.compile(
                    "(至少|不少于|不得少于|不低于|不超过|不得超过|至多|最多)?[^，。；、\\d一二两三四五六七八九十]{0,8}?("
                            + NUMBER
                            + ")(?:次|场|期|轮|篇|件|堂|个课题)(以上|以内)?");
    private static final Pattern UNTIL =
            Pattern.compile("(\\d{1,2})月(?:(\\d{1,2})日|底|末)(?:之)?前|年底前");
    private static final Pattern VAGUE = Pattern.compile("定期|不定期|经常|及时|适时|常态化|随时|全年|长期|常年");

    static Frequency read(String written) {
        String text = written.replaceAll("\\s+", "").replace("星期", "周");
        boolean several = SEVERAL.matcher(text).find();
        Optional<String> period = several ? Optional.empty() : period(text);
        Matcher times = TIMES.matcher(text);
        OptionalInt count = OptionalInt.empty();
        boolean most = false;
        if (times.find()) {
            count =
                    ChineseNumber.read(times.group(2))
                            .map(number -> OptionalInt.of(number.intValue()))
                            .orElse(OptionalInt.empty());
            most = String.valueOf(times.group(1) + times.group(3)).matches(".*(超过|至多|最多|以内).*");
        }
        boolean vague = several || VAGUE.matcher(text).find();
        return new Frequency(
                period, count, most, until(text), vague || period.isPresent() || count.isPresent());
    }

    private static Optional<String> period(String text) {
        Matcher matcher = EACH.matcher(text);
        if (!matcher.find()) {
            return Optional.empty();
        }
        if (matcher.group().startsWith("半")) {
            return Optional.of("半年");
        }
        return Optional.of(
                switch (String.valueOf(matcher.group(1))) {
                    case "周" -> "周";
                    case "月", "月度" -> "月";
                    case "季", "季度" -> "季";
                    case "半年" -> "半年";
                    default -> "年";
                });
    }

    private static Optional<String> until(String text) {
        Matcher matcher = UNTIL.matcher(text);
        if (!matcher.find()) {
            return Optional.empty();
        }
        if (matcher.group(1) == null) {
            return Optional.of("12-31");
        }
        int month = Integer.parseInt(matcher.group(1));
        if (month < 1 || month > 12) {
            return Optional.empty();
        }
        int last = java.time.Month.of(month).minLength();
        int day = matcher.group(2) == null ? last : Integer.parseInt(matcher.group(2));
        return day < 1 || day > last
                ? Optional.empty()
                : Optional.of("%02d-%02d".formatted(month, day));
    }
}
