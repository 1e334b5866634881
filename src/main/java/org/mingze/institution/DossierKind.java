package org.mingze.institution;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mingze.institution.expression.Expression;

/// 案卷 — a root record with all that follows it, and its stages: the first true condition wins,
/// the last stage has none.
///
/// @param sequels 接续: by a word of 类, the word that may come after it: 处理意见 → 复查申请 → 复查意见
public record DossierKind(
        String name, Selector root, List<Stage> stages, Map<String, String> sequels) {
    public DossierKind {
        stages = List.copyOf(stages);
        sequels = Map.copyOf(sequels);
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
