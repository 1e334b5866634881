package org.mingze.work;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.function.Function;
import org.mingze.calendar.WorkCalendar;
import org.mingze.journal.Draft;
import org.mingze.journal.Entry;
import org.mingze.journal.Journal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// 县账 — what is known of each county, folded from its journal and kept in memory; rows for lists
/// are carried along in the same transaction that appends.
@Component
public class CountyLedgers {
    private static final int BATCH = 5_000;

    private final Journal journal;
    private final WorkRecords records;
    private final TransactionTemplate transactions;
    private final Map<Integer, Ledger> ledgers = new ConcurrentHashMap<>();

    CountyLedgers(Journal journal, WorkRecords records, TransactionTemplate transactions) {
        this.journal = journal;
        this.records = records;
        this.transactions = transactions;
    }

    /// So long a writer looks for a moment in which nobody reads, before it makes them wait.
    private static final long PATIENCE_NANOS = Duration.ofMillis(30).toNanos();

    private static final long LOOK_NANOS = 500_000;

    private static final class Ledger {
        private final ReadWriteLock lock = new ReentrantReadWriteLock();
        private Knowledge known = new Knowledge(WorkCalendar.published());
        private boolean stale;

        /// Whether the rows were seen to be as far as what is known.
        private boolean carried;

        /// Once a writer stands in the queue, whoever asks must wait for it, and it for the slowest
        /// of those that read already.
        private void lockForWriting() {
            long began = System.nanoTime();
            while (!lock.writeLock().tryLock()) {
                if (System.nanoTime() - began > PATIENCE_NANOS) {
                    lock.writeLock().lock();
                    return;
                }
                LockSupport.parkNanos(LOOK_NANOS);
            }
        }
    }

    /// Answers a question from what is known now; what the answer holds must not be kept.
    public <T> T ask(int county, Function<Knowledge, T> question) {
        Ledger ledger = ledger(county);
        ledger.lock.readLock().lock();
        try {
            if (isCurrent(county, ledger)) {
                return question.apply(ledger.known);
            }
        } finally {
            ledger.lock.readLock().unlock();
        }
        ledger.lockForWriting();
        try {
            catchUp(county, ledger);
            ledger.lock.readLock().lock();
        } finally {
            ledger.lock.writeLock().unlock();
        }
        try {
            return question.apply(ledger.known);
        } finally {
            ledger.lock.readLock().unlock();
        }
    }

    /// 让一让 — a moment without the county, between two parts of a long answer: a writer that looks
    /// for its moment finds it.
    public static void giveWay() {
        LockSupport.parkNanos(2 * LOOK_NANOS);
    }

    /// Answers a question that tries entries on what is known; nobody else asks meanwhile.
    public <T> T trying(int county, Function<Knowledge, T> question) {
        Ledger ledger = ledger(county);
        ledger.lockForWriting();
        try {
            catchUp(county, ledger);
            return question.apply(ledger.known);
        } finally {
            ledger.lock.writeLock().unlock();
        }
    }

    /// What was known at an instant.
    public Knowledge asKnown(int county, Instant instant) {
        Knowledge known = new Knowledge(WorkCalendar.published());
        each(
                county,
                0,
                entry -> {
                    if (!entry.recordedAt().isAfter(instant)) {
                        known.apply(entry);
                    }
                });
        return known;
    }

    /// 落笔 — what one transaction appends: each entry is known at once.
    public interface Writing {
        Knowledge known();

        Entry append(Draft draft);
    }

    /// 记账 — decides and appends while nobody else writes to the county. `write` runs in one
    /// transaction, and so do the rows of the records that its entries made or changed; if it
    /// fails, what is known is read again from the journal.
    public <T> T write(int county, Instant now, Function<Writing, T> write) {
        Ledger ledger = ledger(county);
        ledger.lockForWriting();
        try {
            T result = transactions.execute(_ -> written(county, ledger, now, write));
            ledger.stale = false;
            return java.util.Objects.requireNonNull(result);
        } finally {
            ledger.lock.writeLock().unlock();
        }
    }

    private <T> T written(int county, Ledger ledger, Instant now, Function<Writing, T> write) {
        Journal.Appending appending = journal.appending(county, now);
        catchUp(county, ledger, appending.size());
        ledger.stale = true;
        Knowledge known = ledger.known;
        List<Entry> entries = new ArrayList<>();
        T result =
                write.apply(
                        new Writing() {
                            @Override
                            public Knowledge known() {
                                return known;
                            }

                            @Override
                            public Entry append(Draft draft) {
                                Entry entry = appending.add(draft);
                                known.apply(entry);
                                entries.add(entry);
                                return entry;
                            }
                        });
        appending.finish();
        carry(county, known, entries);
        return result;
    }

    /// Carries the rows of the records that entries made or changed, in their order.
    private void carry(int county, Knowledge known, List<Entry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        Map<Long, RecordHistory> histories = new LinkedHashMap<>();
        for (Entry entry : entries) {
            touched(known, entry)
                    .ifPresent(history -> histories.put(history.original().number(), history));
        }
        records.carry(county, List.copyOf(histories.values()), known, entries.getLast().number());
    }

    private static java.util.Optional<RecordHistory> touched(Knowledge known, Entry entry) {
        if (entry.kind().equals("更正") || entry.kind().equals("撤销")) {
            return entry.content()
                    .text("原")
                    .flatMap(number -> known.records().history(Long.parseLong(number)));
        }
        return known.records().history(entry.number());
    }

    /// 重放 — drops the rows, rebuilds them from the journal and tells whether they are the same.
    public Replayed replay(int county, Instant now) {
        return write(
                county,
                now,
                writing -> {
                    List<String> before = records.digest(county);
                    rebuild(county, writing.known());
                    List<String> after = records.digest(county);
                    return new Replayed(after.size(), before.equals(after));
                });
    }

    /// 重放结果 — how many rows there are now, and whether they are what they were.
    public record Replayed(int rows, boolean same) {}

    private void rebuild(int county, Knowledge known) {
        records.clear(county);
        List<RecordHistory> batch = new ArrayList<>();
        for (RecordHistory history : known.records().histories()) {
            batch.add(history);
            if (batch.size() == BATCH) {
                records.carry(county, batch, known, 0);
                batch.clear();
            }
        }
        records.carry(county, batch, known, known.size());
    }

    private Ledger ledger(int county) {
        return ledgers.computeIfAbsent(county, _ -> new Ledger());
    }

    private boolean isCurrent(int county, Ledger ledger) {
        return !ledger.stale && ledger.known.size() == journal.head(county).size();
    }

    private void catchUp(int county, Ledger ledger) {
        catchUp(county, ledger, journal.head(county).size());
    }

    private void catchUp(int county, Ledger ledger, long size) {
        if (ledger.stale) {
            ledger.known = new Knowledge(WorkCalendar.published());
            ledger.stale = false;
            ledger.carried = false;
        }
        if (ledger.carried && ledger.known.size() == size) {
            return;
        }
        each(county, ledger.known.size(), ledger.known::apply);
        if (records.progress(county) < ledger.known.size()) {
            transactions.executeWithoutResult(_ -> rebuild(county, ledger.known));
        }
        ledger.carried = true;
    }

    private void each(int county, long after, Consumer<Entry> action) {
        long last = after;
        List<Entry> batch = journal.entries(county, last, BATCH);
        while (!batch.isEmpty()) {
            batch.forEach(action);
            last = batch.getLast().number();
            batch = journal.entries(county, last, BATCH);
        }
    }
}
