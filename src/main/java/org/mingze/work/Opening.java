package org.mingze.work;

import java.time.LocalDate;
import java.util.Optional;

/// 建账 — from which day on a body's records of a type are complete; earlier counts are unknown.
public record Opening(String recordType, Optional<String> body, LocalDate from) {}
