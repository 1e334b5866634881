package org.mingze.institution.file;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.mingze.institution.Institution;
import org.mingze.institution.Parameter;

/// 背景 — what the rules of one institution file are read against.
final class Setting {
    final Lexicon lexicon;
    final Findings findings;
    final LocalDate from;
    final Map<String, Institution.Source> sources = new LinkedHashMap<>();
    final Map<String, Parameter> parameters = new LinkedHashMap<>();
    final Map<String, Place> parameterPlaces = new LinkedHashMap<>();
    final Set<String> stages = new LinkedHashSet<>();
    final Set<String> hidingParameters = new HashSet<>();

    Setting(Lexicon lexicon, Findings findings, LocalDate from) {
        this.lexicon = lexicon;
        this.findings = findings;
        this.from = from;
    }
}
