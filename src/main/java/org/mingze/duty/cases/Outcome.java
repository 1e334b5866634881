package org.mingze.duty.cases;

import java.util.List;

/// 例的结果 — one case run: every expectation that did not hold, with what was found instead.
public record Outcome(Example example, List<Miss> misses) {
    public Outcome {
        misses = List.copyOf(misses);
    }

    /// 不符 — a line that did not hold, and what the engine answers instead.
    public record Miss(int line, String expected, String found) {}

    public boolean passed() {
        return misses.isEmpty();
    }
}
