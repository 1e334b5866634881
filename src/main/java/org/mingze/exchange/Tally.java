package org.mingze.exchange;

/// How many rows were seen, and what became of them.
///
/// @param repeated those that say what a row before them says, and are passed over
record Tally(int seen, int fresh, int unchanged, int faulty, int repeated) {
    static final Tally NONE = new Tally(0, 0, 0, 0, 0);

    Tally plus(Tally other) {
        return new Tally(
                seen + other.seen,
                fresh + other.fresh,
                unchanged + other.unchanged,
                faulty + other.faulty,
                repeated + other.repeated);
    }

    /// 新2、未变0、要改3, and those passed over where there are any.
    String words() {
        return "新"
                + fresh
                + "、未变"
                + unchanged
                + "、要改"
                + faulty
                + (repeated == 0 ? "" : "、相同" + repeated);
    }
}
