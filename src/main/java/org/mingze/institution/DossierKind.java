package org.mingze.institution;

import java.util.List;
import java.util.Optional;
import org.mingze.institution.expression.Expression;

/// 案卷 — a root record with all that follows it, and its stages: the first true condition wins,
/// the last stage has none.
public record DossierKind(String name, Selector root, List<Stage> stages) {
    public record Stage(String name, Optional<Expression> condition) {}
}
