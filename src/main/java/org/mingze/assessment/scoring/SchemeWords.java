package org.mingze.assessment.scoring;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import org.mingze.calendar.Period;
import org.mingze.calendar.Periods;
import org.mingze.duty.assessment.ItemScore;
import org.mingze.institution.Institution;
import org.mingze.institution.Slot;
import org.mingze.institution.assessment.Scheme;
import org.mingze.institution.expression.Rational;
import org.mingze.institution.expression.Value;
import org.mingze.work.Knowledge;

/// 办法用语 — a scheme's numbers and marking as a reader says them.
record SchemeWords(Knowledge known, Institution institution, LocalDate day) {
    /// 2026年下半年: a period with its year.
    static String period(Period period) {
        int year = period.start().getYear();
        return switch (period.unit()) {
            case YEAR -> year + "年";
            case MONTH -> year + "年" + period.start().getMonthValue() + "月";
            case HALF_YEAR, QUARTER, WEEK, DAY -> year + "年" + Periods.name(period, period.start());
        };
    }

    /// 6月24日, with the year when it is not this one.
    static String day(LocalDate day, LocalDate today) {
        String year = day.getYear() == today.getYear() ? "" : day.getYear() + "年";
        return year + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
    }

    static String points(Rational points) {
        return points.isWhole()
                ? points.toString()
                : new BigDecimal(points.numerator())
                        .divide(new BigDecimal(points.denominator()), 2, RoundingMode.HALF_UP)
                        .stripTrailingZeros()
                        .toPlainString();
    }

    /// A number of the scheme, as it stands or as somebody set it.
    String number(Slot slot) {
        Optional<Value> value =
                switch (slot) {
                    case Slot.Literal(Value literal) -> Optional.of(literal);
                    case Slot.Named(String name) ->
                            known.rules()
                                    .parameter(
                                            institution,
                                            name,
                                            Optional.empty(),
                                            known.organization(),
                                            day);
                    case Slot.Previous() -> Optional.empty();
                };
        return value.map(
                        given ->
                                given instanceof Value.Numeric(Rational number)
                                        ? points(number)
                                        : given.toString())
                .orElse("待定");
    }

    /// What would move the points of an item: what one more brings, then how it is marked.
    String change(ItemScore mark, Function<Value, String> names) {
        String more =
                mark.more()
                        .map(
                                one ->
                                        one.who().map(names).orElse("")
                                                + "再有一次，多"
                                                + points(one.points())
                                                + "分。")
                        .orElse("");
        return more + marking(mark.item());
    }

    private String marking(Scheme.Item item) {
        return switch (item.marking()) {
            case Scheme.Marking.Deducted(Slot each, Optional<Slot> atMost, var _) ->
                    "每少缺一次，少扣"
                            + number(each)
                            + "分"
                            + atMost.map(slot -> "；最多扣" + number(slot) + "分").orElse("")
                            + "。";
            case Scheme.Marking.Linear(Slot zero, Optional<Slot> top) ->
                    number(zero)
                            + "得0分，"
                            + top.map(slot -> "到" + number(slot) + "得满分").orElse("与各对象里最高的比，最高的得满分")
                            + "，其间按比例。";
            case Scheme.Marking.ByRank(Slot first, Slot step, Slot last) ->
                    "按名次：第一得%s分，每后一名少%s分，最少%s分。"
                            .formatted(number(first), number(step), number(last));
            case Scheme.Marking.Plain() ->
                    item.source() instanceof Scheme.Source.OfDuty
                            ? "按期履行的占几成，就得满分的几成。"
                            : "算出多少得多少，不超过满分。";
        };
    }

    /// Whether anything done from now on can still count.
    static String remains(Period period, LocalDate today) {
        return today.isAfter(period.end())
                ? "这一期已经过去：期内做了而没有记的，补录以后分会重算，并标明迟录；以后做的不算到这一期。"
                : "这一期到%d月%d日为止；在那以前做的、记的都会算进来。"
                        .formatted(period.end().getMonthValue(), period.end().getDayOfMonth());
    }
}
