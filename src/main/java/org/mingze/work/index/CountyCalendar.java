package org.mingze.work.index;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.mingze.calendar.WorkCalendar;
import org.mingze.journal.Content;
import org.mingze.journal.Entry;

/// 县定年历 — the working calendar with the years that the county has entered (年历), in the
/// order of their entries; of one year the last holds.
public final class CountyCalendar {
    /// The kind of an entry that tells a year: 年, 文 in the form of the calendar's data files, 附.
    public static final String KIND = "年历";

    private final WorkCalendar published;
    private final Map<Long, Entry> told = new TreeMap<>();
    private WorkCalendar current;

    public CountyCalendar(WorkCalendar published) {
        this.published = published;
        this.current = published;
    }

    public WorkCalendar current() {
        return current;
    }

    /// The entries that tell a year, in their order.
    public List<Entry> entries() {
        return List.copyOf(told.values());
    }

    public void apply(Entry entry) {
        current = with(current, entry.content());
        told.put(entry.number(), entry);
    }

    /// Takes a withdrawn year out again.
    public Optional<Entry> remove(long number) {
        Optional<Entry> removed = Optional.ofNullable(told.remove(number));
        if (removed.isPresent()) {
            current = published;
            for (Entry entry : told.values()) {
                current = with(current, entry.content());
            }
        }
        return removed;
    }

    /// A calendar with the year that the content of an entry tells.
    ///
    /// @throws IllegalArgumentException if it cannot be read
    public static WorkCalendar with(WorkCalendar calendar, Content.Group content) {
        String year = content.text("年").orElse("");
        if (!year.matches("20\\d{2}")) {
            throw new IllegalArgumentException("年历的年份“" + year + "”不对，写成2027");
        }
        List<String> lines = content.text("文").orElse("").lines().toList();
        return calendar.noticed(Integer.parseInt(year), lines);
    }
}
