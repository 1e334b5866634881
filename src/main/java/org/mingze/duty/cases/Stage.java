package org.mingze.duty.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.mingze.calendar.WorkCalendar;
import org.mingze.journal.Content;
import org.mingze.journal.Draft;
import org.mingze.journal.Entry;
import org.mingze.journal.EntryMode;
import org.mingze.journal.Occurred;
import org.mingze.journal.Recorder;
import org.mingze.work.ChinaTime;

/// 布景 — the journal of one case while it is set up: records keep the numbers that the case gives
/// them, everything else is numbered far above.
final class Stage {
    static final LocalDate LONG_AGO = LocalDate.of(2000, 1, 1);
    private static final long SETUP_FIRST = 1_000_000;

    private final List<Entry> entries = new ArrayList<>();
    private final Map<LocalDate, Boolean> daysOff = new HashMap<>();
    private long nextNumber = SETUP_FIRST;
    private long nextMicro;

    List<Entry> entries() {
        return entries;
    }

    WorkCalendar calendar() {
        return WorkCalendar.published().with(daysOff);
    }

    void declare(LocalDate day, boolean off) {
        daysOff.put(day, off);
    }

    Entry entry(Optional<Long> number, Draft draft, LocalDate recordedOn) {
        Instant recordedAt =
                recordedOn
                        .atTime(LocalTime.of(9, 0))
                        .atZone(ChinaTime.ZONE)
                        .toInstant()
                        .plusNanos(1000 * nextMicro++);
        return Entry.of(number.orElseGet(() -> nextNumber++), draft, recordedAt);
    }

    /// A fact of the set-up: it happened and was known long before the case begins.
    void set(String kind, LocalDate day, Map<String, String> fields) {
        set(kind, day, group(fields));
    }

    void set(String kind, LocalDate day, Content.Group fields) {
        Draft draft = new Draft(kind, Occurred.on(day), Recorder.SETUP, EntryMode.REPORTED, fields);
        entries.add(entry(Optional.empty(), draft, LONG_AGO));
    }

    /// Several values in one word, with 、 between them.
    static Content.Series series(String text) {
        return new Content.Series(
                Stream.of(text.split("、")).<Content>map(Content.Text::new).toList());
    }

    static Content.Group group(Map<String, String> fields) {
        Map<String, Content> content = new LinkedHashMap<>();
        fields.forEach((key, value) -> content.put(key, new Content.Text(value)));
        return new Content.Group(content);
    }
}
