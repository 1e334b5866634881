package org.mingze.calendar;

/// 日别 — what a notice or a county makes of one day: off or made up, and for which occasion.
record DayKind(String occasion, boolean working) {}
