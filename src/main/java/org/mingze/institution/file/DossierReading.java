package org.mingze.institution.file;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mingze.institution.DiagnosticKind;
import org.mingze.institution.DossierKind;
import org.mingze.institution.Selector;
import org.mingze.institution.expression.Expression;
import org.mingze.institution.expression.Type.Simple;
import org.mingze.institution.file.rule.RuleReading;
import org.mingze.institution.file.rule.SelectorReading;
import org.mingze.institution.file.rule.Setting;
import org.mingze.institution.file.rule.SlotNames;
import org.mingze.institution.file.tree.Findings;
import org.mingze.institution.file.tree.Literals;
import org.mingze.institution.file.tree.Section;
import org.mingze.institution.file.tree.Tree;

/// 读案卷 — a kind of dossier: its root and its stages, of which the last has no condition.
final class DossierReading {
    static final Section.Keys DOSSIER = new Section.Keys("案卷", Set.of("起", "阶段"), Set.of("接续"));
    static final Section.Keys STAGE =
            new Section.Keys("阶段", Set.of("名"), Set.of("当", "可记", "了结", "旁支"));

    /// What a stage may wait for beside records: what is missing of one is filled in.
    private static final String CORRECTION = "更正";

    private final Setting setting;
    private final Findings findings;

    DossierReading(Setting setting) {
        this.setting = setting;
        this.findings = setting.findings;
    }

    Optional<DossierKind> read(Tree.Pair pair) {
        return Section.of(pair.value(), DOSSIER, findings)
                .flatMap(written -> dossier(pair.key().text(), written));
    }

    private Optional<DossierKind> dossier(String name, Section written) {
        RuleReading rule = new RuleReading(setting);
        Optional<Selector> root = new SelectorReading(rule).trigger(written, "起");
        if (root.isEmpty()) {
            return Optional.empty();
        }
        SlotNames names = rule.fieldsOf(root.get(), SlotNames.of(setting)).with("今", Simple.DAY);
        List<Tree> items = written.list("阶段");
        List<DossierKind.Stage> stages = new ArrayList<>();
        for (int index = 0; index < items.size(); index++) {
            boolean last = index == items.size() - 1;
            Section.of(items.get(index), STAGE, findings)
                    .flatMap(stage -> stage(stage, last, rule, names))
                    .ifPresent(stages::add);
        }
        DossierKind kind = new DossierKind(name, root.get(), stages, sequels(written));
        setting.dossiers.put(name, kind);
        return Optional.of(kind);
    }

    private Map<String, String> sequels(Section written) {
        Map<String, String> sequels = new LinkedHashMap<>();
        for (Tree.Pair pair : written.entries("接续")) {
            Optional<Tree.Scalar> next =
                    Section.scalar(pair.value(), findings).filter(this::isKind);
            if (isKind(pair.key())) {
                next.ifPresent(word -> sequels.put(pair.key().text(), word.text()));
            }
        }
        return sequels;
    }

    private boolean isKind(Tree.Scalar word) {
        Set<String> kinds = setting.lexicon.kinds();
        boolean known = kinds.contains(word.text());
        if (!known) {
            findings.addUnknown(
                    DiagnosticKind.BAD_WORD, word, "没有哪一类叫“" + word.text() + "”。", kinds);
        }
        return known;
    }

    private Optional<DossierKind.Stage> stage(
            Section stage, boolean last, RuleReading rule, SlotNames names) {
        if (stage.has("当") == last) {
            findings.add(
                    DiagnosticKind.LAST_STAGE_CONDITION,
                    stage.place(),
                    last ? "末一阶段写了“当”。" : "此阶段没有写“当”。");
        }
        Optional<Expression> condition =
                stage.scalar("当").flatMap(written -> rule.condition(written, names));
        Optional<String> name = stage.text("名");
        name.ifPresent(setting.stages::add);
        return name.map(
                word ->
                        new DossierKind.Stage(
                                word,
                                condition,
                                acts(stage, rule),
                                isSo(stage, "了结"),
                                isSo(stage, "旁支")));
    }

    private static List<String> acts(Section stage, RuleReading rule) {
        SelectorReading types = new SelectorReading(rule);
        return stage.words("可记").stream()
                .filter(
                        word ->
                                word.text().equals(CORRECTION)
                                        || types.recordType(word).isPresent())
                .map(Tree.Scalar::text)
                .toList();
    }

    private boolean isSo(Section stage, String key) {
        return stage.scalar(key).flatMap(word -> Literals.truth(word, findings)).orElse(false);
    }
}
