package org.mingze.reading.review;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// 读出之期 — the days that a report covers, told by its title and first lines, and what words around
/// a figure lead out of it.
///
/// @param isSaid whether the report names its year; otherwise it is the year of handing in
public record ReportPeriod(LocalDate from, LocalDate to, String said, boolean isSaid) {
    private static final int HEAD = 600;
    private static final Pattern STATED =
            Pattern.compile(
                    "(20[0-9]{2}) ?年(?:度?(上半年|下半年|[一二三四]季度|第[一二三四]季度|前三季度)|([0-9]{1,2}) ?月? ?(?:至|到|—|-) ?([0-9]{1,2}) ?月|度?)");
    private static final Pattern YEAR =
            Pattern.compile("(20[0-9]{2}) ?年|(去年|上年|上一年|前年)(?!度?相比|同期)|(明年|次年)");

    /// What the report says of its period; the year up to the day of handing in if it says nothing.
    public static ReportPeriod of(String text, LocalDate handedIn) {
        String head = text.substring(0, Math.min(HEAD, text.length()));
        Matcher stated = STATED.matcher(head);
        if (stated.find()) {
            return stated(stated);
        }
        boolean half = head.contains("上半年");
        LocalDate first = handedIn.withDayOfYear(1);
        return half
                ? new ReportPeriod(first, first.withMonth(6).withDayOfMonth(30), "上半年", false)
                : new ReportPeriod(first, handedIn, "今年以来", false);
    }

    private static ReportPeriod stated(Matcher stated) {
        int year = Integer.parseInt(stated.group(1));
        int first = 1;
        int last = 12;
        if (stated.group(3) != null) {
            first = month(stated.group(3));
            last = Math.max(first, month(stated.group(4)));
        } else if (stated.group(2) != null) {
            String part = stated.group(2);
            int quarter = "一二三四".indexOf(part.charAt(part.startsWith("第") ? 1 : 0));
            boolean whole = quarter < 0;
            first = part.equals("下半年") ? 7 : whole ? 1 : quarter * 3 + 1;
            last = part.equals("上半年") ? 6 : part.equals("前三季度") ? 9 : whole ? 12 : first + 2;
        }
        LocalDate to = LocalDate.of(year, last, 1);
        return new ReportPeriod(
                LocalDate.of(year, first, 1),
                to.withDayOfMonth(to.lengthOfMonth()),
                stated.group(),
                true);
    }

    private static int month(String digits) {
        return Math.max(1, Math.min(12, Integer.parseInt(digits)));
    }

    /// The words of a clause that speak of another year than this period's.
    public Optional<String> leftBy(String clause) {
        Matcher year = YEAR.matcher(clause);
        while (year.find()) {
            boolean other =
                    year.group(1) == null || Integer.parseInt(year.group(1)) != from.getYear();
            if (other) {
                return Optional.of(year.group());
            }
        }
        return Optional.empty();
    }
}
