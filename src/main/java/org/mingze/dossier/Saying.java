package org.mingze.dossier;

import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import org.mingze.calendar.WorkCalendar;
import org.mingze.duty.Naming;
import org.mingze.duty.Verdict;
import org.mingze.institution.expression.Value;
import org.mingze.journal.Evidence;
import org.mingze.organization.Organization;
import org.mingze.web.Row;
import org.mingze.work.Knowledge;

/// 说法 — values, days and time left in the words of a page.
///
/// @param today days of its year are said without the year
public record Saying(Organization organization, WorkCalendar calendar, LocalDate today) {
    private static final long NEAR = 5;

    /// No days off are so many that fewer working days would lie between.
    private static final long FAR = 40;

    public static Saying of(Knowledge known, LocalDate today) {
        return new Saying(known.organization(), known.calendar(), today);
    }

    public String day(LocalDate day) {
        String said = day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
        return day.getYear() == today.getYear() ? said : day.getYear() + "年" + said;
    }

    public String name(String code) {
        return code.isEmpty() ? "" : Naming.of(organization, code, today);
    }

    /// The holder of a post with the post, else the name of whatever the code means.
    public String who(String code) {
        return organization
                .holder(code, today)
                .map(person -> name(person) + "，" + name(code))
                .orElseGet(() -> name(code));
    }

    public String value(Value value) {
        return switch (value) {
            case Value.Unknown _ -> "未知";
            case Value.Truth(boolean truth) -> truth ? "是" : "否";
            case Value.Numeric(var number) -> number.toString();
            case Value.Money(var yuan) -> yuan + "元";
            case Value.Duration(var span) -> span.toString();
            case Value.Text(String text) -> text;
            case Value.Day(LocalDate day) -> day(day);
            case Value.Moment(var moment) ->
                    day(moment.toLocalDate()) + moment.toLocalTime().withSecond(0).withNano(0);
            case Value.PeriodValue(var period) -> day(period.start()) + "至" + day(period.end());
            case Value.Reference reference -> who(reference.code());
            case Value.Link(long number) -> "第" + number + "号";
            case Value.Evidence evidence -> file(evidence);
            case Value.Series series ->
                    series.items().stream().map(this::value).collect(Collectors.joining("、"));
            case Value.Group(Map<String, Value> fields) ->
                    fields.entrySet().stream()
                            .map(field -> field.getKey() + value(field.getValue()))
                            .collect(Collectors.joining("，"));
        };
    }

    static String file(Value.Evidence evidence) {
        return Evidence.Citation.parse(evidence.name())
                .map(Evidence.Citation::name)
                .orElse(evidence.name());
    }

    /// What is left until a day, in working days.
    public Row.Due left(LocalDate due) {
        long days = calendar.workingDaysBetween(today, due);
        String said =
                due.equals(today)
                        ? "今天到期"
                        : isOver(due) ? "逾" + Math.max(1, -days) + "个工作日" : "还剩" + days + "个工作日";
        return new Row.Due(said, urgency(due), day(due));
    }

    /// What is to be done, by whom and by when.
    String owed(Verdict verdict) {
        String by =
                verdict.obligation()
                        .bearer()
                        .map(bearer -> "，由" + name(bearer.code()) + "办")
                        .orElse("");
        String until =
                verdict.due().map(day -> "，限" + day(day) + "，" + left(day).left()).orElse("");
        return verdict.obligation().duty().name() + by + until;
    }

    public boolean isOver(LocalDate due) {
        return due.isBefore(today);
    }

    /// Whether a day is past or near.
    public Row.Urgency urgency(LocalDate due) {
        if (isOver(due)) {
            return Row.Urgency.OVER;
        }
        boolean far = due.isAfter(today.plusDays(FAR));
        return !far && calendar.workingDaysBetween(today, due) <= NEAR
                ? Row.Urgency.NEAR
                : Row.Urgency.CALM;
    }
}
