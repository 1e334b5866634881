package org.mingze.exchange.holidays;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import org.mingze.calendar.WorkCalendar;

/// What a notice says day by day: against the calendar that holds, and as the lines of a year.
record HolidayDays(HolidayText.Notice notice) {
    /// Where the calendar and the notice differ, each day in one sentence.
    List<String> conflicts(WorkCalendar calendar) {
        if (!calendar.isNoticed(notice.year())) {
            return List.of();
        }
        Map<LocalDate, HolidayText.Told> told = told();
        List<String> conflicts = new ArrayList<>();
        told.forEach(
                (day, each) -> {
                    if (calendar.isWorkingDay(day) != each.working()) {
                        conflicts.add(
                                words(day)
                                        + "：年历里是"
                                        + kind(calendar.isWorkingDay(day))
                                        + "，通知说"
                                        + kind(each.working())
                                        + "（"
                                        + each.occasion()
                                        + "）");
                    }
                });
        LocalDate first = LocalDate.of(notice.year(), 1, 1);
        first.datesUntil(first.plusYears(1))
                .filter(day -> !calendar.occasion(day).isEmpty() && !told.containsKey(day))
                .forEach(
                        day ->
                                conflicts.add(
                                        words(day)
                                                + "：年历里是"
                                                + kind(calendar.isWorkingDay(day))
                                                + "（"
                                                + calendar.occasion(day)
                                                + "），通知没有说"));
        return conflicts;
    }

    private Map<LocalDate, HolidayText.Told> told() {
        Map<LocalDate, HolidayText.Told> told = new TreeMap<>();
        for (HolidayText.Told each : notice.told().stream().filter(HolidayDays::isReal).toList()) {
            each.first().datesUntil(each.last().plusDays(1)).forEach(day -> told.put(day, each));
        }
        return told;
    }

    /// The lines of the calendar's data file for this year, of the runs chosen.
    String lines(IntPredicate chosen) {
        StringBuilder lines = new StringBuilder();
        if (notice.issuedOn().isPresent()) {
            String number = notice.number().isEmpty() ? "未写文号" : notice.number();
            lines.append("通知 ").append(number).append(' ').append(notice.issuedOn().get());
            lines.append('\n');
        }
        for (int at = 0; at < notice.told().size(); at++) {
            HolidayText.Told each = notice.told().get(at);
            if (!isReal(each) || !chosen.test(at)) {
                continue;
            }
            if (each.working()) {
                lines.append("班 ").append(each.occasion()).append(' ').append(each.first());
                lines.append('\n');
            } else {
                lines.append("假 ").append(each.occasion()).append(' ').append(each.first());
                lines.append(' ').append(each.last()).append('\n');
            }
        }
        return lines.toString();
    }

    /// A date that no calendar has is read as the epoch.
    static boolean isReal(HolidayText.Told told) {
        return !told.first().equals(LocalDate.EPOCH) && !told.last().equals(LocalDate.EPOCH);
    }

    static String kind(boolean working) {
        return working ? "上班" : "放假";
    }

    static String words(LocalDate day) {
        return day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
    }
}
