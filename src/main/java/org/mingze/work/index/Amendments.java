package org.mingze.work.index;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import org.mingze.journal.Entry;
import org.mingze.work.ChinaTime;

/// 近来之改 — the latest corrections and withdrawals of records.
public final class Amendments {
    private static final int KEPT_MAX = 2_000;

    private final Deque<Amendment> latest = new ArrayDeque<>();

    /// 一改 — who changed or took back which record, and why.
    ///
    /// @param entry its head alone
    public record Amendment(Entry entry, long record, String reason) {}

    /// Notes an entry that touched a record; one that brought it amends nothing.
    public void add(Entry entry, long record) {
        if (entry.number() == record) {
            return;
        }
        if (latest.size() == KEPT_MAX) {
            latest.removeFirst();
        }
        String reason = entry.content().text("因").orElse("");
        latest.addLast(new Amendment(entry.head(), record, reason));
    }

    /// Those that entered on a day or later, newest first.
    public List<Amendment> since(LocalDate day) {
        List<Amendment> found = new ArrayList<>();
        Iterator<Amendment> back = latest.descendingIterator();
        while (back.hasNext()) {
            Amendment made = back.next();
            if (ChinaTime.day(made.entry().recordedAt()).isBefore(day)) {
                break;
            }
            found.add(made);
        }
        return found;
    }
}
