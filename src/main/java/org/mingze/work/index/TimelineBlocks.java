package org.mingze.work.index;

import java.util.Arrays;
import java.util.function.LongConsumer;

/// Very many marks, in blocks, so that one put between others moves few.
final class TimelineBlocks {
    static final int BLOCK_MAX = 512;

    private long[][] blocks = {new long[2]};
    private int[] sizes = {0};
    private int count = 1;

    TimelineBlocks(long[] few, int size) {
        blocks[0] = Arrays.copyOf(few, BLOCK_MAX);
        sizes[0] = size;
    }

    void add(long mark) {
        int at = blockOf(mark);
        int size = sizes[at];
        int place = place(blocks[at], size, mark);
        if (size == BLOCK_MAX) {
            if (at == count - 1 && place == size) {
                insert(at + 1, new long[] {mark, 0}, 1);
                return;
            }
            split(at);
            add(mark);
            return;
        }
        if (size == blocks[at].length) {
            blocks[at] = Arrays.copyOf(blocks[at], Math.min(BLOCK_MAX, size + (size >> 1) + 2));
        }
        System.arraycopy(blocks[at], place, blocks[at], place + 1, size - place);
        blocks[at][place] = mark;
        sizes[at]++;
    }

    void remove(long mark) {
        int at = blockOf(mark);
        int size = sizes[at];
        int place = place(blocks[at], size, mark);
        if (place < size && blocks[at][place] == mark) {
            System.arraycopy(blocks[at], place + 1, blocks[at], place, size - place - 1);
            sizes[at]--;
            if (sizes[at] == 0 && count > 1) {
                drop(at);
            }
        }
    }

    private void drop(int at) {
        System.arraycopy(blocks, at + 1, blocks, at, count - at - 1);
        System.arraycopy(sizes, at + 1, sizes, at, count - at - 1);
        count--;
        blocks[count] = new long[0];
    }

    /// Each mark from one on and before another, in order.
    void each(long first, long after, LongConsumer action) {
        int at = blockOf(first);
        int place = place(blocks[at], sizes[at], first);
        for (; at < count; at++, place = 0) {
            for (; place < sizes[at]; place++) {
                if (blocks[at][place] >= after) {
                    return;
                }
                action.accept(blocks[at][place]);
            }
        }
    }

    /// How many certain marks lie there, and in the upper half how many others.
    long count(long first, long after) {
        int at = blockOf(first);
        int place = place(blocks[at], sizes[at], first);
        long found = 0;
        for (; at < count; at++, place = 0) {
            for (; place < sizes[at]; place++) {
                long mark = blocks[at][place];
                if (mark >= after) {
                    return found;
                }
                found += Timeline.isSure(mark) ? 1 : 1L << 32;
            }
        }
        return found;
    }

    private void split(int at) {
        int half = BLOCK_MAX / 2;
        long[] tail = Arrays.copyOfRange(blocks[at], half, BLOCK_MAX);
        sizes[at] = half;
        insert(at + 1, tail, BLOCK_MAX - half);
    }

    private void insert(int at, long[] block, int size) {
        if (count == blocks.length) {
            blocks = Arrays.copyOf(blocks, count * 2);
            sizes = Arrays.copyOf(sizes, count * 2);
        }
        System.arraycopy(blocks, at, blocks, at + 1, count - at);
        System.arraycopy(sizes, at, sizes, at + 1, count - at);
        blocks[at] = block;
        sizes[at] = size;
        count++;
    }

    /// The last block that begins at or before this mark.
    private int blockOf(long mark) {
        int low = 0;
        int high = count - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (sizes[middle] > 0 && blocks[middle][0] <= mark) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /// The place of a mark among sorted ones. Records come soon after the day they tell of, so the
    /// search begins at the end and widens, and reads little memory.
    static int place(long[] block, int size, long mark) {
        int high = size;
        int step = 1;
        while (high > 0 && block[high - 1] >= mark) {
            int low = high - step;
            if (low <= 0 || block[low - 1] < mark) {
                return between(block, Math.max(low, 0), high - 1, mark);
            }
            high = low;
            step <<= 1;
        }
        return high;
    }

    /// The first place from `low` to `high` whose mark is not smaller; at `high` it is so.
    private static int between(long[] block, int low, int high, long mark) {
        int from = low;
        int to = high;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (block[middle] < mark) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }
}
