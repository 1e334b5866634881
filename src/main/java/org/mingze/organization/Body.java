package org.mingze.organization;

import java.util.Optional;

/// 机构 — a body as of one day.
public record Body(
        String code,
        String name,
        String kind,
        Optional<String> level,
        Optional<String> parent,
        Optional<String> place) {}
