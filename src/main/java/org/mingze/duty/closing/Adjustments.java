package org.mingze.duty.closing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.mingze.calendar.WorkCalendar;
import org.mingze.duty.ObligationKey;
import org.mingze.duty.Standing;
import org.mingze.journal.Entry;
import org.mingze.work.Knowledge;
import org.mingze.work.RecordHistory;

/// 调整簿 — goes through a journal and writes down, for each 月结, what every later entry
/// changed of it: late facts as they are known on the day of the close, acts of an authority on
/// their own day.
public final class Adjustments {
    private static final Set<String> BY_AUTHORITY = Set.of("免", "停", "复", "延");
    private static final Set<String> BACKDATED = Set.of("施行", "废止", "设参", "建账", "移交", "委托", "年历");

    private final Knowledge known;
    private final List<Closed> closes = new ArrayList<>();
    private final List<Adjustment> found = new ArrayList<>();

    private Adjustments(WorkCalendar calendar) {
        this.known = new Knowledge(calendar);
    }

    /// A 月结 and where everything in it stands, as known now on its day.
    private static final class Closed {
        private final long number;
        private final PeriodClose close;
        private Map<ObligationKey, Standing> standings;
        private int adjustments;

        Closed(long number, PeriodClose close, Map<ObligationKey, Standing> standings) {
            this.number = number;
            this.close = close;
            this.standings = standings;
        }
    }

    /// Every adjustment, in the order of the journal.
    public static List<Adjustment> of(Iterable<Entry> entries, WorkCalendar calendar) {
        Adjustments adjustments = new Adjustments(calendar);
        entries.forEach(adjustments::take);
        return List.copyOf(adjustments.found);
    }

    private void take(Entry entry) {
        Map<Closed, Map<ObligationKey, Standing>> before =
                new TreeMap<>(Comparator.comparingLong(closed -> closed.number));
        LocalDate day = entry.occurred().day();
        for (Closed closed : closes) {
            if (isAfterwards(entry, closed)) {
                before.put(closed, standings(closed, day));
            }
        }
        known.apply(entry);
        for (Closed closed : closes) {
            Map<ObligationKey, Standing> then = before.get(closed);
            if (then != null) {
                note(closed, entry, shifts(then, standings(closed, day)));
            } else if (isSeen(entry, closed)) {
                Map<ObligationKey, Standing> now = standings(closed, closed.close.day());
                note(closed, entry, shifts(closed.standings, now));
                closed.standings = now;
            }
        }
        if (entry.kind().equals(PeriodClose.KIND)) {
            open(entry);
        }
    }

    private void open(Entry entry) {
        try {
            PeriodClose close = PeriodClose.of(entry);
            Closed closed = new Closed(entry.number(), close, Map.of());
            closed.standings = standings(closed, close.day());
            closes.add(closed);
        } catch (IllegalArgumentException unreadable) {
            // A 月结 that cannot be read closes nothing; CloseCheck names it.
            return;
        }
    }

    private Map<ObligationKey, Standing> standings(Closed closed, LocalDate day) {
        PeriodClose close = closed.close;
        return PeriodClose.standings(known, close.period(), close.body(), close.day(), day);
    }

    /// An act on a closed period, made after its day: what it takes away is taken away afterwards.
    private static boolean isAfterwards(Entry entry, Closed closed) {
        return BY_AUTHORITY.contains(entry.kind())
                && entry.occurred().day().isAfter(closed.close.day());
    }

    /// Whether an entry may be seen on the day of the close.
    private boolean isSeen(Entry entry, Closed closed) {
        LocalDate day = closed.close.day();
        if (BACKDATED.contains(entry.kind())) {
            return true;
        }
        if (!entry.kind().equals("更正") && !entry.kind().equals("撤销")) {
            return !entry.occurred().day().isAfter(day);
        }
        Optional<RecordHistory> target =
                entry.content()
                        .text("原")
                        .filter(text -> text.matches("\\d{1,18}"))
                        .flatMap(text -> known.records().history(Long.parseLong(text)));
        return target.map(history -> !history.current().day().isAfter(day)).orElse(true);
    }

    private void note(Closed closed, Entry entry, List<Adjustment.Shift> shifts) {
        if (!shifts.isEmpty()) {
            closed.adjustments++;
            found.add(
                    new Adjustment(
                            closed.adjustments,
                            closed.number,
                            entry.number(),
                            entry.kind(),
                            BY_AUTHORITY.contains(entry.kind()),
                            shifts));
        }
    }

    private static List<Adjustment.Shift> shifts(
            Map<ObligationKey, Standing> before, Map<ObligationKey, Standing> after) {
        Set<ObligationKey> keys = new TreeSet<>(PeriodClose.ORDER);
        keys.addAll(before.keySet());
        keys.addAll(after.keySet());
        List<Adjustment.Shift> shifts = new ArrayList<>();
        for (ObligationKey key : keys) {
            Optional<Standing> old = Optional.ofNullable(before.get(key));
            Optional<Standing> now = Optional.ofNullable(after.get(key));
            if (!old.equals(now)) {
                shifts.add(new Adjustment.Shift(key, old, now));
            }
        }
        return shifts;
    }
}
