package org.mingze.work.search;

import java.util.Arrays;

/// 号列 — the numbers of the records that hold one gram, rising, each told by its distance from the
/// one before it.
final class Postings {
    private static final int LOW = 0x7f;
    private static final int MORE = 0x80;
    private static final int BITS = 7;

    private byte[] bytes = new byte[4];
    private int length;
    private int size;
    private int last;

    int size() {
        return size;
    }

    /// Adds a number that is greater than all before it; the last one again changes nothing.
    void add(int number) {
        if (number == last) {
            return;
        }
        if (number < last) {
            throw new IllegalArgumentException(number + " after " + last);
        }
        int rest = number - last;
        while (rest > LOW) {
            put((byte) ((rest & LOW) | MORE));
            rest >>>= BITS;
        }
        put((byte) rest);
        last = number;
        size++;
    }

    private void put(byte part) {
        if (length == bytes.length) {
            bytes = Arrays.copyOf(bytes, length + (length >> 1) + 2);
        }
        bytes[length++] = part;
    }

    int[] all() {
        int[] numbers = new int[size];
        int at = 0;
        int number = 0;
        for (int index = 0; index < size; index++) {
            int shift = 0;
            int step = 0;
            int part = bytes[at++];
            while (part < 0) {
                step |= (part & LOW) << shift;
                shift += BITS;
                part = bytes[at++];
            }
            number += step | (part << shift);
            numbers[index] = number;
        }
        return numbers;
    }

    /// Those of some rising numbers that are in both.
    static int[] both(int[] one, int[] other) {
        int[] found = new int[Math.min(one.length, other.length)];
        int count = 0;
        int left = 0;
        int right = 0;
        while (left < one.length && right < other.length) {
            if (one[left] == other[right]) {
                found[count++] = one[left];
                left++;
                right++;
            } else if (one[left] < other[right]) {
                left++;
            } else {
                right++;
            }
        }
        return Arrays.copyOf(found, count);
    }
}
