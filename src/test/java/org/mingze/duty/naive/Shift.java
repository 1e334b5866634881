package org.mingze.duty.naive;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.mingze.calendar.WorkCalendar;
import org.mingze.duty.ObligationKey;
import org.mingze.journal.Content;
import org.mingze.journal.Entry;
import org.mingze.journal.Occurred;
import org.mingze.work.ChinaTime;

/// 平移 — a journal 28 years later: the same weekdays, the same leap years.
final class Shift {
    private static final int YEARS = 28;

    /// The days off and the days made up of 2025 and 2026, as many years later.
    static final WorkCalendar CALENDAR = calendar();

    private Shift() {}

    private static WorkCalendar calendar() {
        Map<LocalDate, Boolean> off = new HashMap<>();
        LocalDate.of(2025, 1, 1)
                .datesUntil(LocalDate.of(2027, 1, 1))
                .filter(day -> !Comparison.CALENDAR.occasion(day).isEmpty())
                .forEach(day -> off.put(later(day), !Comparison.CALENDAR.isWorkingDay(day)));
        return WorkCalendar.published().with(off);
    }

    static LocalDate later(LocalDate day) {
        return day.plusYears(YEARS);
    }

    static Entry later(Entry entry) {
        return new Entry(
                entry.number(),
                entry.kind(),
                new Occurred(later(entry.occurred().day()), entry.occurred().time()),
                entry.recordedAt().atZone(ChinaTime.ZONE).plusYears(YEARS).toInstant(),
                entry.recorder(),
                entry.mode(),
                (Content.Group) later(entry.content()));
    }

    private static Content later(Content content) {
        return switch (content) {
            case Content.Text(String text) -> new Content.Text(later(text));
            case Content.Series series ->
                    new Content.Series(series.items().stream().map(Shift::later).toList());
            case Content.Group group -> {
                Map<String, Content> fields = new LinkedHashMap<>();
                group.fields().forEach((name, value) -> fields.put(name, later(value)));
                yield new Content.Group(fields);
            }
        };
    }

    private static String later(String text) {
        return text.replace("2026", "2054").replace("2025", "2053");
    }

    static Map<ObligationKey, Answer> later(Map<ObligationKey, Answer> answers) {
        Map<ObligationKey, Answer> moved = new LinkedHashMap<>();
        answers.forEach(
                (key, answer) ->
                        moved.put(
                                new ObligationKey(
                                        key.institution(),
                                        key.duty(),
                                        key.bearer(),
                                        key.counterpart().map(Shift::later),
                                        later(key.occasion())),
                                new Answer(
                                        answer.standing(),
                                        answer.due().map(Shift::later),
                                        answer.graceEnd().map(Shift::later),
                                        answer.counted())));
        return moved;
    }
}
