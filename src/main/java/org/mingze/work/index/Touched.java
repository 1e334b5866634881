package org.mingze.work.index;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.mingze.journal.Entry;

/// 所动 — which record each of the latest entries brought, changed or withdrew.
public final class Touched {
    private static final int KEPT_MAX = 2_000;

    private final Deque<Touch> latest = new ArrayDeque<>();
    private final Amendments amendments = new Amendments();

    private record Touch(long entry, OptionalLong record) {}

    public void add(Entry entry, OptionalLong record) {
        if (latest.size() == KEPT_MAX) {
            latest.removeFirst();
        }
        latest.addLast(new Touch(entry.number(), record));
        record.ifPresent(changed -> amendments.add(entry, changed));
    }

    /// Corrections and withdrawals of records that entered on a day or later, newest first.
    public List<Amendments.Amendment> amendedSince(LocalDate day) {
        return amendments.since(day);
    }

    /// The records touched by the entries after one number up to another; empty if an entry touched
    /// something else, or is not remembered any more.
    public Optional<Set<Long>> since(long after, long last) {
        Set<Long> records = new HashSet<>();
        long expected = last;
        for (Iterator<Touch> back = latest.descendingIterator(); expected > after; expected--) {
            if (!back.hasNext()) {
                return Optional.empty();
            }
            Touch touch = back.next();
            if (touch.entry() != expected || touch.record().isEmpty()) {
                return Optional.empty();
            }
            records.add(touch.record().getAsLong());
        }
        return Optional.of(records);
    }
}
