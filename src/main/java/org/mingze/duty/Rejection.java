package org.mingze.duty;

/// 不计 — a record that came near, with the first condition that failed and what was read.
public record Rejection(long record, String condition, String read, boolean unknown) {}
