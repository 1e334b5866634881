package org.mingze.reading.sameness;

import java.util.Arrays;

/// 指纹 — hashes of short runs of a text's words, chosen so that any equal stretch of some length
/// in two texts shares one. Spaces and stops do not count, and every digit counts as the same.
final class Fingerprints {
    static final int RUN = 7;
    private static final int WINDOW = 8;
    private static final int BASE = 0x01000193;

    private final char[] letters;
    private final int[] origin;
    private final int[] hashes;
    private final int[] places;

    private Fingerprints(char[] letters, int[] origin, int[] hashes, int[] places) {
        this.letters = letters;
        this.origin = origin;
        this.hashes = hashes;
        this.places = places;
    }

    /// What counts of the text.
    char[] letters() {
        return letters;
    }

    /// Where each letter stands in the text.
    int[] origin() {
        return origin;
    }

    /// The chosen hashes, in their order.
    int[] hashes() {
        return hashes;
    }

    /// Where the run of each chosen hash begins among the letters.
    int[] places() {
        return places;
    }

    static Fingerprints of(String text) {
        char[] letters = new char[text.length()];
        int[] origin = new int[text.length()];
        int length = 0;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (Character.isLetterOrDigit(c)) {
                letters[length] = c >= '0' && c <= '9' ? '0' : c;
                origin[length] = at;
                length++;
            }
        }
        return choose(Arrays.copyOf(letters, length), Arrays.copyOf(origin, length));
    }

    private static Fingerprints choose(char[] letters, int[] origin) {
        int[] all = hashes(letters);
        int[] hashes = new int[all.length];
        int[] places = new int[all.length];
        int count = 0;
        int chosen = -1;
        for (int end = Math.min(WINDOW, all.length) - 1; end >= 0 && end < all.length; end++) {
            int from = Math.max(0, end - WINDOW + 1);
            int least = chosen >= from && all[end] > all[chosen] ? chosen : least(all, from, end);
            if (least != chosen) {
                chosen = least;
                hashes[count] = all[least];
                places[count] = least;
                count++;
            }
        }
        return new Fingerprints(
                letters, origin, Arrays.copyOf(hashes, count), Arrays.copyOf(places, count));
    }

    private static int least(int[] all, int from, int end) {
        int least = end;
        for (int at = end - 1; at >= from; at--) {
            least = all[at] < all[least] ? at : least;
        }
        return least;
    }

    /// The hash of every run.
    private static int[] hashes(char[] letters) {
        int runs = letters.length - RUN + 1;
        if (runs <= 0) {
            return new int[0];
        }
        int top = 1;
        for (int index = 0; index < RUN; index++) {
            top *= BASE;
        }
        int[] all = new int[runs];
        int hash = 0;
        for (int at = 0; at < letters.length; at++) {
            hash = hash * BASE + letters[at];
            if (at >= RUN) {
                hash -= top * letters[at - RUN];
            }
            if (at >= RUN - 1) {
                all[at - RUN + 1] = mixed(hash);
            }
        }
        return all;
    }

    private static int mixed(int hash) {
        int h = hash * 0x85ebca6b;
        h ^= h >>> 15;
        h *= 0xc2b2ae35;
        return h ^ (h >>> 13);
    }
}
