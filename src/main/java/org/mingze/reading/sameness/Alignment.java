package org.mingze.reading.sameness;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;

/// 对齐 — the stretches that two texts share, found from equal fingerprints and looked at letter by
/// letter: a few letters may differ between the equal ones.
final class Alignment {
    private static final int LENGTH_MIN = 40;
    private static final int GAP_MAX = 60;
    private static final int DRIFT_MAX = 24;
    private static final double ALIKE_MIN = 0.4;
    private static final int RUNS_MIN = 2;

    private final Fingerprints one;
    private final Fingerprints other;

    private Alignment(Fingerprints one, Fingerprints other) {
        this.one = one;
        this.other = other;
    }

    /// 段 — a growing stretch: its ends in both texts, how many letters are equal, how many runs.
    private static final class Stretch {
        private final int from;
        private final int otherFrom;
        private int to;
        private int otherTo;
        private int equal;
        private int runs = 1;

        private Stretch(int from, int otherFrom, int length) {
            this.from = from;
            this.otherFrom = otherFrom;
            this.to = from + length;
            this.otherTo = otherFrom + length;
            this.equal = length;
        }
    }

    static List<Sameness.Passage> between(
            Fingerprints one, Fingerprints other, int number, IntPredicate common) {
        return new Alignment(one, other).passages(number, common);
    }

    private List<Sameness.Passage> passages(int number, IntPredicate common) {
        Map<Integer, Integer> places = new HashMap<>();
        for (int index = 0; index < other.hashes().length; index++) {
            places.putIfAbsent(other.hashes()[index], other.places()[index]);
        }
        List<Stretch> stretches = new ArrayList<>();
        for (int index = 0; index < one.hashes().length; index++) {
            Integer there = places.get(one.hashes()[index]);
            int here = one.places()[index];
            if (there != null && !common.test(one.hashes()[index]) && same(here, there)) {
                grow(here, there, stretches);
            }
        }
        List<Sameness.Passage> passages = new ArrayList<>();
        for (Stretch stretch : stretches) {
            int length = stretch.to - stretch.from;
            double alike = Math.min(1, stretch.equal / (double) length);
            if (length >= LENGTH_MIN && stretch.runs >= RUNS_MIN && alike >= ALIKE_MIN) {
                passages.add(
                        new Sameness.Passage(
                                one.origin()[stretch.from],
                                one.origin()[stretch.to - 1] + 1,
                                number,
                                other.origin()[stretch.otherFrom],
                                other.origin()[stretch.otherTo - 1] + 1,
                                alike));
            }
        }
        return passages;
    }

    private boolean same(int here, int there) {
        for (int index = 0; index < Fingerprints.RUN; index++) {
            if (one.letters()[here + index] != other.letters()[there + index]) {
                return false;
            }
        }
        return true;
    }

    /// Lengthens the equal run to both sides, and joins it to the stretch before it if that is
    /// near.
    private void grow(int here, int there, List<Stretch> stretches) {
        if (!stretches.isEmpty() && here + Fingerprints.RUN <= stretches.getLast().to) {
            return;
        }
        int floor = stretches.isEmpty() ? 0 : stretches.getLast().to;
        int from = here;
        int otherFrom = there;
        while (from > floor
                && otherFrom > 0
                && one.letters()[from - 1] == other.letters()[otherFrom - 1]) {
            from--;
            otherFrom--;
        }
        int to = here + Fingerprints.RUN;
        int otherTo = there + Fingerprints.RUN;
        while (to < one.letters().length
                && otherTo < other.letters().length
                && one.letters()[to] == other.letters()[otherTo]) {
            to++;
            otherTo++;
        }
        if (!stretches.isEmpty()) {
            Stretch last = stretches.getLast();
            int gap = from - last.to;
            int drift = (from - last.to) - (otherFrom - last.otherTo);
            if (gap <= GAP_MAX && Math.abs(drift) <= DRIFT_MAX && otherTo > last.otherTo) {
                last.equal += to - from;
                last.to = to;
                last.otherTo = otherTo;
                last.runs++;
                return;
            }
        }
        stretches.add(new Stretch(from, otherFrom, to - from));
        stretches.getLast().runs += (to - from) / (2 * Fingerprints.RUN);
    }
}
