package org.mingze.work.index;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/// 时序 — numbers of records in order of day, then of number, as marks of eight bytes; a mark also
/// says whether a condition is certainly met. Late ones find their place, and nothing is looked at
/// but the marks themselves.
public final class Timeline {
    private static final int NUMBER_BITS = 39;
    private static final int DAY_SHIFT = NUMBER_BITS + 1;
    private static final long DAY_MAX = 1L << 22;

    private long[] few = new long[2];
    private int size;
    private @Nullable TimelineBlocks many;

    /// Whether a record can be held as it is: days and numbers far beyond any journal cannot.
    public static boolean holds(LocalDate day, long number) {
        return Math.abs(day.toEpochDay()) < DAY_MAX && number >= 0 && number < (1L << NUMBER_BITS);
    }

    /// A day that can be held: itself, or the last or first one that can.
    public static long held(LocalDate day) {
        return Math.clamp(day.toEpochDay(), 1 - DAY_MAX, DAY_MAX - 1);
    }

    public static long mark(long day, long number, boolean sure) {
        return (day << DAY_SHIFT) | (number << 1) | (sure ? 0 : 1);
    }

    public static long number(long mark) {
        return (mark >>> 1) & ((1L << NUMBER_BITS) - 1);
    }

    public static boolean isSure(long mark) {
        return (mark & 1) == 0;
    }

    public void add(long mark) {
        if (many != null) {
            many.add(mark);
            return;
        }
        if (size == TimelineBlocks.BLOCK_MAX) {
            many = new TimelineBlocks(few, size);
            few = new long[0];
            many.add(mark);
            return;
        }
        if (size == few.length) {
            few = Arrays.copyOf(few, Math.min(TimelineBlocks.BLOCK_MAX, size + (size >> 1) + 2));
        }
        int place = TimelineBlocks.place(few, size, mark);
        System.arraycopy(few, place, few, place + 1, size - place);
        few[place] = mark;
        size++;
    }

    public void remove(long mark) {
        if (many != null) {
            many.remove(mark);
            return;
        }
        int place = TimelineBlocks.place(few, size, mark);
        if (place < size && few[place] == mark) {
            System.arraycopy(few, place + 1, few, place, size - place - 1);
            size--;
        }
    }

    /// Each mark from a day to another, both included, in order.
    public void each(long from, long to, LongConsumer action) {
        long first = first(from);
        long after = first(Math.min(to, DAY_MAX) + 1);
        if (many != null) {
            many.each(first, after, action);
            return;
        }
        for (int at = TimelineBlocks.place(few, size, first); at < size && few[at] < after; at++) {
            action.accept(few[at]);
        }
    }

    /// How many certain marks lie from a day to another, and in the upper half how many others.
    public long count(long from, long to) {
        long first = first(from);
        long after = first(Math.min(to, DAY_MAX) + 1);
        if (many != null) {
            return many.count(first, after);
        }
        long found = 0;
        for (int at = TimelineBlocks.place(few, size, first); at < size && few[at] < after; at++) {
            found += isSure(few[at]) ? 1 : 1L << 32;
        }
        return found;
    }

    private static long first(long day) {
        return Math.max(day, -DAY_MAX) << DAY_SHIFT;
    }

    public static long certain(long found) {
        return found & 0xffff_ffffL;
    }

    public static long possible(long found) {
        return certain(found) + (found >>> 32);
    }
}
