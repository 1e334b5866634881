package org.mingze.exchange;

/// How many rows were seen, and what became of them.
record Tally(int seen, int fresh, int unchanged, int faulty) {
    static final Tally NONE = new Tally(0, 0, 0, 0);

    Tally plus(Tally other) {
        return new Tally(
                seen + other.seen,
                fresh + other.fresh,
                unchanged + other.unchanged,
                faulty + other.faulty);
    }
}
