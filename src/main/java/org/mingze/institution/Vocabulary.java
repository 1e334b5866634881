package org.mingze.institution;

import java.util.List;
import java.util.Map;

/// 词汇 — one version of the county's choice lists, roles and record types.
public record Vocabulary(
        String id,
        java.time.LocalDate from,
        Map<String, List<String>> choices,
        Map<String, Role> roles,
        Map<String, RecordType> recordTypes) {}
