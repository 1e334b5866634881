package org.mingze.exchange;

import java.nio.ByteBuffer;
import org.mingze.journal.Digest;

/// How often each digest was seen and where first, held small: eight bytes, a count and a place.
final class SeenCounts {
    private static final int FIRST = 1 << 12;

    private long[] keys = new long[FIRST];
    private int[] counts = new int[FIRST];
    private long[] firsts = new long[FIRST];
    private int size;

    /// How often it was seen before, and where first.
    record Before(int times, long first) {}

    Before seen(Digest digest, long here) {
        if (2 * size > keys.length) {
            grow();
        }
        long key = ByteBuffer.wrap(digest.bytes()).getLong();
        int place = place(key);
        if (counts[place] == 0) {
            keys[place] = key;
            firsts[place] = here;
            size++;
        }
        return new Before(counts[place]++, firsts[place]);
    }

    private int place(long key) {
        int mask = keys.length - 1;
        int place = Long.hashCode(key) & mask;
        while (counts[place] != 0 && keys[place] != key) {
            place = (place + 1) & mask;
        }
        return place;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldCounts = counts;
        long[] oldFirsts = firsts;
        keys = new long[2 * oldKeys.length];
        counts = new int[2 * oldCounts.length];
        firsts = new long[2 * oldFirsts.length];
        for (int at = 0; at < oldKeys.length; at++) {
            if (oldCounts[at] != 0) {
                int place = place(oldKeys[at]);
                keys[place] = oldKeys[at];
                counts[place] = oldCounts[at];
                firsts[place] = oldFirsts[at];
            }
        }
    }
}
