package org.mingze.web.english;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// 期名 — a period whose year is spelled, as [org.mingze.calendar.Periods] names it:
/// `二〇二六年十一月` is `Nov 2026`, `二〇二六年下半年` is `second half of 2026`.
final class SpelledPeriod {
    private static final String DIGITS = "〇一二三四五六七八九";
    private static final String NUMERAL = "[一二三四五]?十?[一二三四五六七八九]?";
    static final String SHAPE =
            "[%s]{4}年(?:[上下]半年|[一二三四]季度|第%s周|(?:十[一二]?|[一二三四五六七八九])月(?:%s日)?)?+"
                    .formatted(DIGITS, NUMERAL, "(?!日)" + NUMERAL);
    private static final Pattern PARTS =
            Pattern.compile(
                    "(?<year>.{4})年(?:(?<half>.)半年|(?<quarter>.)季度|第(?<week>.+)周"
                            + "|(?<month>[^月]+)月(?:(?<day>.+)日)?)?");

    private SpelledPeriod() {}

    static String english(String chinese) {
        Matcher parts = PARTS.matcher(chinese);
        if (!parts.matches()) {
            return chinese;
        }
        String year = year(parts.group("year"));
        if (parts.group("half") != null) {
            return (parts.group("half").equals("上") ? "first" : "second") + " half of " + year;
        }
        if (parts.group("quarter") != null) {
            return "Q" + number(parts.group("quarter")) + " " + year;
        }
        if (parts.group("week") != null) {
            return "week " + number(parts.group("week")) + " of " + year;
        }
        if (parts.group("month") == null) {
            return year;
        }
        String month = Figures.MONTHS.get(number(parts.group("month")) - 1) + " " + year;
        String day = parts.group("day");
        return day == null ? month : number(day) + " " + month;
    }

    private static String year(String spelled) {
        StringBuilder year = new StringBuilder();
        spelled.chars().forEach(digit -> year.append(DIGITS.indexOf(digit)));
        return year.toString();
    }

    /// 四十五 is 45, 十 is 10.
    private static int number(String spelled) {
        int ten = spelled.indexOf('十');
        if (ten < 0) {
            return DIGITS.indexOf(spelled);
        }
        String ones = spelled.substring(ten + 1);
        return (ten == 0 ? 1 : DIGITS.indexOf(spelled.substring(0, ten))) * 10
                + (ones.isEmpty() ? 0 : DIGITS.indexOf(ones));
    }
}
