package org.mingze.institution;

import java.util.List;
import java.util.Optional;
import org.mingze.institution.expression.Expression;

/// 案卷 — a root record with all that follows it, and its stages: the first true condition wins,
/// the last stage has none.
public record DossierKind(String name, Selector root, List<Stage> stages) {
    public DossierKind {
        stages = List.copyOf(stages);
    }

    /// 阶段 — where a dossier may stand.
    ///
    /// @param acts    可记: the kinds of record that may be made in it, the one waited for first
    /// @param settled 了结: nothing is owed on the item itself any more
    /// @param aside   旁支: off the straight way, told only of a dossier that stands in it
    public record Stage(
            String name,
            Optional<Expression> condition,
            List<String> acts,
            boolean settled,
            boolean aside) {
        public Stage {
            acts = List.copyOf(acts);
        }
    }

    /// Whether a dossier at a stage is no longer open: as declared, or at the stage listed first
    /// where none is declared to settle it.
    public boolean isClosedAt(Stage stage) {
        return stages.stream().anyMatch(Stage::settled)
                ? stage.settled()
                : stage.equals(stages.getFirst());
    }
}
