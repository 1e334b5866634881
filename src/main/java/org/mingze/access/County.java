package org.mingze.access;

/// 县 — a county that this installation serves.
///
/// @param sample true for the invented county, whose sign-in page lists its people
public record County(int id, String name, boolean sample) {}
