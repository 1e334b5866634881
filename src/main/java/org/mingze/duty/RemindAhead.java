package org.mingze.duty;

import java.util.OptionalInt;

/// 提前几天 — how many working days before a due day a county wants to be reminded.
public interface RemindAhead {
    /// Empty while the county has not said so.
    OptionalInt workingDays(int county);
}
