package org.mingze.exchange;

import java.nio.ByteBuffer;
import org.mingze.journal.Digest;

/// How often each digest was seen, held small: the first eight bytes and a count.
final class SeenCounts {
    private static final int FIRST = 1 << 12;

    private long[] keys = new long[FIRST];
    private int[] counts = new int[FIRST];
    private int size;

    /// How often it was seen before.
    int seen(Digest digest) {
        if (2 * size > keys.length) {
            grow();
        }
        long key = ByteBuffer.wrap(digest.bytes()).getLong();
        int place = place(key);
        if (counts[place] == 0) {
            keys[place] = key;
            size++;
        }
        return counts[place]++;
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
        keys = new long[2 * oldKeys.length];
        counts = new int[2 * oldCounts.length];
        for (int at = 0; at < oldKeys.length; at++) {
            if (oldCounts[at] != 0) {
                int place = place(oldKeys[at]);
                keys[place] = oldKeys[at];
                counts[place] = oldCounts[at];
            }
        }
    }
}
