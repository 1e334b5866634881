package org.mingze.access;

import org.mingze.access.trail.Trail;
import org.springframework.stereotype.Component;

/// 核验审计 — recomputes the chain of the trail.
@Component
public class CheckingTrail {
    private final Trail trail;

    CheckingTrail(Trail trail) {
        this.trail = trail;
    }

    /// 审计核验 — whether every line is there as it was written, in one sentence.
    public record Checked(boolean whole, String sentence) {}

    public Checked check(int county) {
        Trail.Checked checked = trail.verify(county);
        return new Checked(checked.fault().isEmpty(), checked.sentence());
    }
}
