package org.mingze.institution.file.rule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mingze.institution.DossierKind;
import org.mingze.institution.Institution;
import org.mingze.institution.Parameter;
import org.mingze.institution.file.tree.Findings;
import org.mingze.institution.file.tree.Position;
import org.mingze.institution.file.words.Lexicon;

/// 背景 — what the rules of one institution file are read against.
public final class Setting {
    public final Lexicon lexicon;
    public final Findings findings;
    public final LocalDate from;
    public final Map<String, Institution.Source> sources = new LinkedHashMap<>();
    public final Map<String, Parameter> parameters = new LinkedHashMap<>();
    public final Map<String, Position> parameterPlaces = new LinkedHashMap<>();
    public final Map<String, DossierKind> dossiers = new LinkedHashMap<>();
    public final Definitions definitions = new Definitions();
    public final List<Cause> causes = new ArrayList<>();
    public final List<Citation> citations = new ArrayList<>();
    public final Set<String> stages = new LinkedHashSet<>();
    public final Set<String> hidingParameters = new HashSet<>();

    /// True once all dossiers are read, so that no stage can go by another stage.
    public boolean stagesMayBeAsked;

    /// 因 — that a duty climbs on the breach of another.
    record Cause(String escalation, String duty, Position place) {}

    public Setting(Lexicon lexicon, Findings findings, LocalDate from) {
        this.lexicon = lexicon;
        this.findings = findings;
        this.from = from;
    }
}
