package org.mingze.assessment.overview;

import java.time.YearMonth;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.mingze.calendar.Period;
import org.mingze.duty.Standing;
import org.mingze.duty.running.FallingDue;

/// 按月之数 — how many obligations of one duty and body stood how, by the month in which they fell
/// due, and how many records counted for them.
final class Monthly {
    private static final int KINDS = 16;
    private static final int RECORDS = KINDS - 1;

    private int[] slots = new int[4];
    private int[] counts = new int[4];
    private int size;

    private static final Map<Standing, Integer> PLACES = places();

    private static Map<Standing, Integer> places() {
        Map<Standing, Integer> places = new EnumMap<>(Standing.class);
        for (Standing standing : Standing.values()) {
            places.put(standing, places.size());
        }
        return places;
    }

    private static int place(Standing standing) {
        return PLACES.getOrDefault(standing, 0);
    }

    static int index(YearMonth month) {
        return month.getYear() * 12 + month.getMonthValue() - 1;
    }

    void add(YearMonth month, Standing standing, long records) {
        add(index(month) * KINDS + place(standing), 1);
        if (records > 0) {
            add(index(month) * KINDS + RECORDS, (int) Math.min(records, Integer.MAX_VALUE));
        }
    }

    private void add(int slot, int more) {
        for (int at = 0; at < size; at++) {
            if (slots[at] == slot) {
                counts[at] += more;
                return;
            }
        }
        if (size == slots.length) {
            slots = Arrays.copyOf(slots, size * 2);
            counts = Arrays.copyOf(counts, size * 2);
        }
        slots[size] = slot;
        counts[size++] = more;
    }

    /// Adds what fell due in the months of a period to a sum.
    void addTo(Sum sum, Period period) {
        int first = index(YearMonth.from(period.start()));
        int last = index(YearMonth.from(period.end()));
        for (int at = 0; at < size; at++) {
            int month = slots[at] / KINDS;
            if (month >= first && month <= last) {
                int kind = slots[at] % KINDS;
                if (kind == RECORDS) {
                    sum.records += counts[at];
                } else {
                    sum.standings[kind] += counts[at];
                }
            }
        }
    }

    /// The months in which anything fell due.
    Set<YearMonth> months() {
        Set<YearMonth> months = new HashSet<>();
        for (int at = 0; at < size; at++) {
            int month = slots[at] / KINDS;
            months.add(YearMonth.of(month / 12, month % 12 + 1));
        }
        return months;
    }

    /// 合计 — sums of several duties, bodies and months.
    static final class Sum {
        private final long[] standings = new long[Standing.values().length];
        private long records;

        void add(Standing standing, long more) {
            standings[place(standing)] += more;
        }

        void addRecords(long more) {
            records += more;
        }

        long of(Standing standing) {
            return standings[place(standing)];
        }

        long judged() {
            return of(Standing.FULFILLED) + of(Standing.LATE) + of(Standing.BREACHED);
        }

        long records() {
            return records;
        }

        long all() {
            return Arrays.stream(Standing.values())
                    .filter(FallingDue::isOwed)
                    .mapToLong(this::of)
                    .sum();
        }
    }
}
