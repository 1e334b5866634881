package org.mingze.institution.wording;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.stream.Collectors;
import org.mingze.institution.expression.Rational;
import org.mingze.institution.expression.Value;

/// 值的说法 — a value as a reader of a rule knows it: 3月31日, 20万元, 15日.
public final class ValueWording {
    private static final Rational TEN_THOUSAND = Rational.of(10_000);
    private static final Rational HUNDRED = Rational.of(100);

    private ValueWording() {}

    public static String of(Value value) {
        return switch (value) {
            case Value.Unknown _ -> "未填";
            case Value.Truth(boolean truth) -> truth ? "是" : "否";
            case Value.Numeric(Rational number) -> number.toString();
            case Value.Money(Rational yuan) -> money(yuan);
            case Value.Duration duration -> duration.span().toString();
            case Value.Text(String text) -> text(text);
            case Value.Day(LocalDate day) -> day(day);
            case Value.Moment moment -> moment.value().toString().replace('T', ' ');
            case Value.PeriodValue period ->
                    day(period.value().start()) + "至" + day(period.value().end());
            case Value.Reference reference -> reference.code();
            case Value.Link link -> "第" + link.number() + "号";
            case Value.Evidence evidence -> evidence.name();
            case Value.Series series ->
                    series.items().stream().map(ValueWording::of).collect(Collectors.joining("、"));
            case Value.Group group ->
                    group.fields().entrySet().stream()
                            .map(each -> each.getKey() + of(each.getValue()))
                            .collect(Collectors.joining("、"));
        };
    }

    /// A share as per cent where that is a whole number: 50%.
    static String share(Value value) {
        if (value instanceof Value.Numeric(Rational number)) {
            Rational percent = number.times(HUNDRED);
            return percent.isWhole() ? percent + "%" : number.toString();
        }
        return of(value);
    }

    private static String money(Rational yuan) {
        Rational tenThousands = yuan.dividedBy(TEN_THOUSAND);
        return tenThousands.isWhole() && !yuan.equals(Rational.ZERO)
                ? tenThousands + "万元"
                : yuan + "元";
    }

    private static String day(LocalDate day) {
        return day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
    }

    /// A 月日 among texts.
    private static String text(String text) {
        if (!text.matches("\\d{2}-\\d{2}")) {
            return text;
        }
        MonthDay day = MonthDay.parse("--" + text);
        return day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
    }
}
