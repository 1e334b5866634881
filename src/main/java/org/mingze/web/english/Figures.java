package org.mingze.web.english;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// 数与日 — a text with its numbers and dates taken out: `截至6月24日，3件` is `截至@，#件`.
///
/// A date may lack its year or its day and may carry a weekday and a time; a period spelled with
/// its year, `二〇二六年十一月`, is one too.
record Figures(String phrase, List<String> numbers, List<String> dates) {
    static final String NUMBER = "\\d[\\d,]*+(?:\\.\\d+)?+(?::\\d\\d)*+";
    static final String DATE =
            "(?<![\\d.])(?:\\d{4}年)?(?:1[0-2]|0?[1-9])月(?:\\d{1,2}日)?+"
                    + "(?:（(?:星期|周)[一二三四五六日天]）|[ 　]?(?:星期|周)[一二三四五六日天])?+"
                    + "(?:[ 　]?\\d{1,2}:\\d\\d(?::\\d\\d)?)?+|"
                    + SpelledPeriod.SHAPE;
    private static final Pattern FIGURE = Pattern.compile("(?<date>" + DATE + ")|" + NUMBER);
    private static final Pattern PARTS =
            Pattern.compile(
                    "(?:(?<year>\\d{4})年)?(?<month>\\d{1,2})月(?:(?<day>\\d{1,2})日)?"
                            + "[（ 　]*(?:(?:星期|周)(?<weekday>.)）?)?[ 　]*(?<time>[\\d:]+)?");
    static final List<String> MONTHS =
            List.of(
                    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov",
                    "Dec");
    private static final Map<String, String> WEEKDAYS =
            Map.of(
                    "一",
                    "Monday",
                    "二",
                    "Tuesday",
                    "三",
                    "Wednesday",
                    "四",
                    "Thursday",
                    "五",
                    "Friday",
                    "六",
                    "Saturday",
                    "日",
                    "Sunday",
                    "天",
                    "Sunday");

    static Figures in(String text) {
        List<String> numbers = new ArrayList<>();
        List<String> dates = new ArrayList<>();
        StringBuilder phrase = new StringBuilder();
        Matcher figure = FIGURE.matcher(text);
        while (figure.find()) {
            boolean date = figure.group("date") != null;
            if (date) {
                dates.add(date(figure.group()));
            } else {
                numbers.add(figure.group());
            }
            figure.appendReplacement(phrase, date ? "@" : "#");
        }
        return new Figures(figure.appendTail(phrase).toString(), numbers, dates);
    }

    /// `2026年11月22日 星期日` is `Sunday 22 Nov 2026`, `7月9日17:29` is `9 Jul 17:29`.
    static String date(String chinese) {
        Matcher parts = PARTS.matcher(chinese);
        if (!parts.matches()) {
            return SpelledPeriod.english(chinese);
        }
        List<String> said = new ArrayList<>();
        if (parts.group("weekday") != null) {
            said.add(WEEKDAYS.getOrDefault(parts.group("weekday"), ""));
        }
        if (parts.group("day") != null) {
            said.add(parts.group("day"));
        }
        said.add(MONTHS.get(Integer.parseInt(parts.group("month")) - 1));
        if (parts.group("year") != null) {
            said.add(parts.group("year"));
        }
        if (parts.group("time") != null) {
            said.add(parts.group("time"));
        }
        return String.join(" ", said);
    }
}
