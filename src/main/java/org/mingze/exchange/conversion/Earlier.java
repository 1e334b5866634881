package org.mingze.exchange.conversion;

import java.time.LocalDate;
import java.util.Optional;

/// 前行 — what is known of the rows before a row, and of the records on the journal.
public interface Earlier {
    /// Whether a row before this one has this 编号.
    boolean isKey(String key);

    /// Whether such a row was there and is itself to be mended.
    boolean isFaultyKey(String key);

    /// The day of a record on the journal.
    Optional<LocalDate> dayOf(long number);
}
