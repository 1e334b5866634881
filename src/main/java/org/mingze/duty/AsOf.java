package org.mingze.duty;

import java.time.LocalDate;
import org.mingze.work.Knowledge;

/// 截至 — what is known, and the day asked about; what happened after that day is not seen.
public record AsOf(Knowledge known, LocalDate day) {}
