package org.mingze.institution.wording;

import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.mingze.institution.DutyForm;
import org.mingze.institution.rota.RotaWork;
import org.mingze.institution.rota.Schedule;

/// 排班 in words: on which days, and what is done on them.
record RotaWording(ActWording words, String who) {
    private static final List<String> WEEKDAYS = List.of("一", "二", "三", "四", "五", "六", "日");

    String of(DutyForm.Rota rota) {
        String within = rota.nextDay() ? "，当日或次日" : "，当日";
        return who
                + schedule(rota.schedule())
                + within
                + switch (rota.work()) {
                    case RotaWork.Acts acts ->
                            words.counted(acts.acts(), DutyForm.Bound.AT_LEAST, acts.atLeast());
                    case RotaWork.Cover cover ->
                            "全天都要有"
                                    + words.record(cover.shifts())
                                    + "，自"
                                    + words.words(cover.from())
                                    + "至"
                                    + words.words(cover.to())
                                    + "首尾相接，不得断档";
                }
                + rest(rota.schedule());
    }

    private String schedule(Schedule schedule) {
        return switch (schedule) {
            case Schedule.Weekly weekly -> {
                String season =
                        weekly.from().isEmpty() && weekly.to().isEmpty()
                                ? ""
                                : "自"
                                        + weekly.from().map(words::slot).orElse("1月1日")
                                        + "至"
                                        + weekly.to().map(words::slot).orElse("12月31日");
                String days =
                        weekly.days().size() == WEEKDAYS.size()
                                ? "每日"
                                : "每周"
                                        + Arrays.stream(DayOfWeek.values())
                                                .filter(weekly.days()::contains)
                                                .map(day -> WEEKDAYS.get(day.getValue() - 1))
                                                .collect(Collectors.joining("、"));
                yield season
                        + days
                        + weekly.when().map(of -> "（限" + words.words(of) + "的日子）").orElse("");
            }
            case Schedule.Published published ->
                    "按"
                            + words.record(published.plan())
                            + "中“"
                            + published.rows()
                            + "”各行所定的“"
                            + published.day()
                            + "”"
                            + published.who().map(name -> "，由该行的“" + name + "”").orElse("");
        };
    }

    private static String rest(Schedule schedule) {
        return switch (schedule) {
            case Schedule.Weekly weekly ->
                    switch (weekly.onHoliday()) {
                                case EXEMPT -> "；遇法定节假日免做";
                                case MOVES -> "；遇法定节假日顺延到其后的工作日";
                                case STAYS -> "；遇法定节假日照做";
                            }
                            + (weekly.madeUp() ? "，调休上班的日子补做" : "");
            case Schedule.Published _ -> "";
        };
    }
}
