package org.mingze.institution.file.tree;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.mingze.calendar.Span;
import org.mingze.calendar.SpanUnit;
import org.mingze.institution.DiagnosticKind;
import org.mingze.institution.expression.Rational;

/// 字面值 — days, numbers, spans, amounts and words of closed lists, as a file writes them.
public final class Literals {
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern MONTH_DAY = Pattern.compile("\\d{2}-\\d{2}");
    private static final Pattern NUMBER =
            Pattern.compile("-?\\d{1,18}(\\.\\d{1,12}|/0*[1-9]\\d{0,11})?");
    private static final Pattern SPAN = Pattern.compile("(\\d{1,6})(日|天|工作日|周|月|年|小时|分钟)");
    private static final Pattern GROUPED = Pattern.compile("(?<=\\d)[,，](?=\\d{3}(?!\\d))");
    private static final Pattern MONEY = Pattern.compile("(-?\\d{1,18}(?:\\.\\d{1,6})?)(元|万元)?");

    private static final Rational HUNDREDTH = Rational.parse("1/100");

    private Literals() {}

    public static Optional<LocalDate> day(String text) {
        if (!DAY.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException impossible) {
            return Optional.empty();
        }
    }

    public static Optional<Rational> number(String text) {
        if (isShortWhole(text)) {
            return Optional.of(Rational.of(Integer.parseInt(text)));
        }
        return NUMBER.matcher(text).matches()
                ? Optional.of(Rational.parse(text))
                : Optional.empty();
    }

    private static boolean isShortWhole(String text) {
        if (text.isEmpty() || text.length() > 9) {
            return false;
        }
        for (int at = 0; at < text.length(); at++) {
            if (text.charAt(at) < '0' || text.charAt(at) > '9') {
                return false;
            }
        }
        return true;
    }

    public static Optional<Rational> whole(String text) {
        return number(text).filter(Rational::isWhole);
    }

    public static Optional<Span> span(String text) {
        Matcher matcher = SPAN.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String word = matcher.group(2).equals("天") ? "日" : matcher.group(2);
        return Arrays.stream(SpanUnit.values())
                .filter(unit -> unit.word().equals(word))
                .map(unit -> new Span(Long.parseLong(matcher.group(1)), unit))
                .findFirst();
    }

    /// An amount in yuan as people write it where only an amount is asked for: `3.5万`, `35,000`.
    public static Optional<Rational> spokenMoney(String text) {
        String plain = GROUPED.matcher(text.strip()).replaceAll("");
        return money(plain.endsWith("万") ? plain + "元" : plain);
    }

    /// An amount in yuan: `800000`, `800000元`, `80万元`.
    public static Optional<Rational> money(String text) {
        Matcher matcher = MONEY.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Rational amount = Rational.parse(matcher.group(1));
        boolean tenThousands = "万元".equals(matcher.group(2));
        return Optional.of(tenThousands ? amount.times(Rational.of(10_000)) : amount);
    }

    public static Optional<LocalDate> day(Tree.Scalar scalar, Findings findings) {
        Optional<LocalDate> day = day(scalar.text());
        if (day.isEmpty()) {
            findings.add(
                    DiagnosticKind.IMPOSSIBLE_DAY,
                    scalar.place(),
                    "“" + scalar.text() + "”不是一个日期。");
        }
        return day;
    }

    public static Optional<MonthDay> monthDay(Tree.Scalar scalar, Findings findings) {
        if (MONTH_DAY.matcher(scalar.text()).matches()) {
            try {
                return Optional.of(MonthDay.parse("--" + scalar.text()));
            } catch (DateTimeException impossible) {
                // said below, with every other spelling
            }
        }
        findings.add(DiagnosticKind.BAD_MONTH_DAY, scalar.place(), "“" + scalar.text() + "”不是月日。");
        return Optional.empty();
    }

    public static Optional<Rational> number(Tree.Scalar scalar, Findings findings) {
        boolean hundredths = scalar.text().endsWith("%");
        Optional<Rational> number =
                hundredths
                        ? number(scalar.text().substring(0, scalar.text().length() - 1))
                                .map(whole -> whole.times(HUNDREDTH))
                        : number(scalar.text());
        if (number.isEmpty()) {
            findings.add(DiagnosticKind.BAD_NUMBER, scalar.place(), "“" + scalar.text() + "”不是数。");
        }
        return number;
    }

    public static Optional<Span> span(Tree.Scalar scalar, Findings findings) {
        Optional<Span> span = span(scalar.text());
        if (span.isEmpty()) {
            findings.add(DiagnosticKind.BAD_SPAN, scalar.place(), "“" + scalar.text() + "”不是时长。");
        }
        return span;
    }

    /// One of the words of a closed list.
    public static <T> Optional<T> word(
            Tree.Scalar scalar,
            Collection<T> choices,
            Function<T, String> word,
            Findings findings) {
        Optional<T> chosen =
                choices.stream()
                        .filter(choice -> word.apply(choice).equals(scalar.text()))
                        .findFirst();
        if (chosen.isEmpty()) {
            findings.addUnknown(
                    DiagnosticKind.BAD_WORD,
                    scalar,
                    "此处没有“%s”这个词，可用：%s。"
                            .formatted(
                                    scalar.text(),
                                    choices.stream().map(word).collect(Collectors.joining("、"))),
                    choices.stream().map(word).toList());
        }
        return chosen;
    }

    public static Optional<Boolean> truth(Tree.Scalar scalar, Findings findings) {
        return word(scalar, java.util.List.of("是", "否"), Function.identity(), findings)
                .map("是"::equals);
    }
}
