package org.mingze.sample;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/// 盐 — salts that follow from the entry's number alone, so that the sample is always the same.
final class Salts implements RandomGenerator {
    private SplittableRandom random = new SplittableRandom(0);

    void startAt(long number) {
        random = new SplittableRandom(number);
    }

    @Override
    public long nextLong() {
        return random.nextLong();
    }
}
