package org.mingze.work.index;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// 时序 — things in order of when they happened, then of their number; late ones find their place.
public final class Timeline<T extends Timeline.Placed> {
    private static final int BLOCK_MAX = 512;

    private final List<List<T>> blocks = new ArrayList<>(1);

    /// 时位 — where a thing stands among others.
    public interface Placed {
        /// 业时 in seconds.
        long second();

        long number();
    }

    public void add(T item) {
        if (blocks.isEmpty()) {
            blocks.add(new ArrayList<>(2));
        }
        int at = blockOf(item.second(), item.number());
        List<T> block = blocks.get(at);
        boolean last = at == blocks.size() - 1 && isAfter(item, block);
        if (last && block.size() == BLOCK_MAX) {
            List<T> next = new ArrayList<>(BLOCK_MAX);
            next.add(item);
            blocks.add(next);
            return;
        }
        block.add(last ? block.size() : firstNotBefore(block, item.second(), item.number()), item);
        if (block.size() > BLOCK_MAX) {
            split(at, block);
        }
    }

    private static <T extends Placed> boolean isAfter(T item, List<T> block) {
        return block.isEmpty() || compare(block.getLast(), item.second(), item.number()) < 0;
    }

    public void remove(T item) {
        if (blocks.isEmpty()) {
            return;
        }
        int at = blockOf(item.second(), item.number());
        List<T> block = blocks.get(at);
        int place = firstNotBefore(block, item.second(), item.number());
        if (place < block.size() && block.get(place).number() == item.number()) {
            block.remove(place);
            if (block.isEmpty()) {
                blocks.remove(at);
            }
        }
    }

    /// Each thing from a second on and before another, in order.
    public void each(long from, long before, Consumer<T> action) {
        if (blocks.isEmpty() || from >= before) {
            return;
        }
        int at = blockOf(from, Long.MIN_VALUE);
        int place = firstNotBefore(blocks.get(at), from, Long.MIN_VALUE);
        for (; at < blocks.size(); at++, place = 0) {
            List<T> block = blocks.get(at);
            for (; place < block.size(); place++) {
                T item = block.get(place);
                if (item.second() >= before) {
                    return;
                }
                action.accept(item);
            }
        }
    }

    public List<T> between(long from, long before) {
        List<T> found = new ArrayList<>();
        each(from, before, found::add);
        return found;
    }

    private void split(int at, List<T> block) {
        List<T> tail = block.subList(BLOCK_MAX / 2, block.size());
        List<T> next = new ArrayList<>(BLOCK_MAX);
        next.addAll(tail);
        tail.clear();
        blocks.add(at + 1, next);
    }

    /// The last block that begins at or before this place; the first if none does.
    private int blockOf(long second, long number) {
        int low = 0;
        int high = blocks.size() - 1;
        if (compare(blocks.get(high), second, number) <= 0) {
            return high;
        }
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (compare(blocks.get(middle), second, number) <= 0) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    private static <T extends Placed> int compare(List<T> block, long second, long number) {
        return block.isEmpty() ? -1 : compare(block.getFirst(), second, number);
    }

    private static <T extends Placed> int firstNotBefore(List<T> block, long second, long number) {
        int low = 0;
        int high = block.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (compare(block.get(middle), second, number) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static int compare(Placed item, long second, long number) {
        return item.second() != second
                ? Long.compare(item.second(), second)
                : Long.compare(item.number(), number);
    }
}
