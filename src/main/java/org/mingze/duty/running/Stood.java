package org.mingze.duty.running;

import java.time.LocalDate;
import java.util.Optional;
import org.mingze.duty.Obligation;
import org.mingze.duty.Standing;

/// 情形一件 — an obligation and where it stands, without the reasons; `Tallies.judge` gives those.
///
/// @param certain  how many certainly count, at most to the last day that matters
/// @param possible how many may count
/// @param records  the records that count, of which one may count for several, as in days
/// @param due      the last day in time; empty where none can be computed
public record Stood(
        Obligation obligation,
        Standing standing,
        long certain,
        long possible,
        long records,
        Optional<LocalDate> due) {}
