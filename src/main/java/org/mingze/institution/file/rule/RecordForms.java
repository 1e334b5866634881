package org.mingze.institution.file.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mingze.institution.DiagnosticKind;
import org.mingze.institution.DossierKind;
import org.mingze.institution.DutyForm;
import org.mingze.institution.RecordType;
import org.mingze.institution.Selector;
import org.mingze.institution.expression.Expression;
import org.mingze.institution.file.tree.Findings;
import org.mingze.institution.file.tree.Literals;
import org.mingze.institution.file.tree.Position;
import org.mingze.institution.file.tree.Section;
import org.mingze.institution.file.tree.Tree;

/// 就事之式 — reads 程式, 禁止 and 次序, which are judged on one record's day.
public final class RecordForms {
    static final Section.Keys DISTANCE = new Section.Keys("距", Set.of(), Set.of("至少", "至多"));

    private final Section duty;
    private final RuleReading rule;
    private final SelectorReading selectors;
    private final Findings findings;

    RecordForms(Section duty, RuleReading rule) {
        this.duty = duty;
        this.rule = rule;
        this.selectors = new SelectorReading(rule);
        this.findings = rule.setting().findings;
    }

    /// The names that a bearer may use: 于, 后.
    static SlotNames names(Setting setting, String name, Optional<Selector> record) {
        SlotNames names = SlotNames.of(setting);
        return record.map(known -> names.withRecord(name, known.recordType())).orElse(names);
    }

    Optional<DutyForm> invariant(Optional<Selector> of) {
        Optional<Expression> when = condition("当", of);
        Optional<Expression> must = condition("须", of);
        Optional<DutyForm.Consequence> consequence = consequence();
        if (of.isEmpty() || must.isEmpty() || consequence.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new DutyForm.Invariant(of.get(), when, must.get(), consequence.get()));
    }

    Optional<DutyForm> prohibition(Optional<Selector> of) {
        Optional<Expression> when = condition("当", of);
        Optional<DutyForm.Consequence> consequence = consequence();
        if (of.isEmpty() || consequence.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new DutyForm.Prohibition(of.get(), when, consequence.get()));
    }

    Optional<DutyForm> precedence(Optional<Selector> later) {
        SlotNames names = names(rule.setting(), "后", later).withBearer();
        Optional<Selector> earlier = selectors.answer(duty, "前", names);
        Optional<Expression> when = condition("当", later);
        Optional<DutyForm.Consequence> consequence = consequence();
        if (later.isEmpty() || earlier.isEmpty() || consequence.isEmpty()) {
            return Optional.empty();
        }
        checkPrecedes(earlier.get(), later.get());
        return Optional.of(
                new DutyForm.Precedence(
                        later.get(), earlier.get(), distance(), when, consequence.get()));
    }

    /// 卷 — the kind of dossier whose steps these are.
    Optional<DossierKind> dossier() {
        return duty.scalar("卷").flatMap(this::dossier);
    }

    private Optional<DossierKind> dossier(Tree.Scalar name) {
        Optional<DossierKind> kind = Optional.ofNullable(rule.setting().dossiers.get(name.text()));
        if (kind.isEmpty()) {
            findings.addUnknown(
                    DiagnosticKind.UNKNOWN_DOSSIER,
                    name,
                    "没有案卷“" + name.text() + "”。",
                    rule.setting().dossiers.keySet());
        }
        return kind;
    }

    Optional<DutyForm> steps(Optional<DossierKind> dossier) {
        Optional<Selector> root = dossier.map(DossierKind::root);
        SlotNames names = names(rule.setting(), "卷", root).withBearer();
        List<DutyForm.Step> steps = new ArrayList<>();
        for (Tree item : duty.list("步")) {
            Section.of(item, SelectorReading.STEP, findings)
                    .flatMap(section -> step(section, item, names, root))
                    .ifPresent(steps::add);
        }
        Optional<Expression> when = duty.scalar("当").flatMap(text -> rule.condition(text, names));
        Optional<DutyForm.Consequence> consequence = consequence();
        if (dossier.isEmpty() || steps.isEmpty() || consequence.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new DutyForm.Steps(dossier.get(), steps, distance(), when, consequence.get()));
    }

    private Optional<DutyForm.Step> step(
            Section section, Tree tree, SlotNames names, Optional<Selector> root) {
        Optional<String> name = section.text("名");
        Optional<Selector> act = selectors.within(tree, SelectorReading.STEP, names);
        Optional<Expression> absent =
                section.scalar("可缺")
                        .flatMap(
                                text ->
                                        root.flatMap(
                                                of ->
                                                        rule.condition(
                                                                text, rule.fieldsOf(of, names))));
        if (act.isPresent() && root.isPresent()) {
            checkBelongs(act.get(), root.get(), section.placeOf("录"));
        }
        return name.flatMap(word -> act.map(of -> new DutyForm.Step(word, of, absent)));
    }

    private void checkBelongs(Selector act, Selector root, Position place) {
        boolean belongs =
                act.recordType().equals(root.recordType())
                        || rule.setting().lexicon.canFollow(act.recordType(), root.recordType());
        if (!belongs) {
            findings.add(
                    DiagnosticKind.NEVER_FOLLOWS,
                    place,
                    "“%s”承不到“%s”。".formatted(act.recordType(), root.recordType()));
        }
    }

    private Optional<DutyForm.Distance> distance() {
        Optional<Section> section =
                duty.get("距").flatMap(tree -> Section.of(tree, DISTANCE, findings));
        if (section.filter(of -> !of.has("至少") && !of.has("至多")).isPresent()) {
            findings.add(DiagnosticKind.MISSING_COUNT, duty.placeOf("距"), "距要写“至少”或“至多”。");
        }
        return section.map(
                of ->
                        new DutyForm.Distance(
                                of.scalar("至少").flatMap(rule::limit),
                                of.scalar("至多").flatMap(rule::limit)));
    }

    private void checkPrecedes(Selector earlier, Selector later) {
        boolean follows = earlier.link() instanceof Selector.Link.Follows;
        if (follows
                && !rule.setting().lexicon.canFollow(later.recordType(), earlier.recordType())) {
            rule.setting()
                    .findings
                    .add(
                            DiagnosticKind.NEVER_FOLLOWS,
                            duty.placeOf("前"),
                            "“%s”承不到“%s”。".formatted(later.recordType(), earlier.recordType()));
        }
    }

    private Optional<Expression> condition(String key, Optional<Selector> of) {
        Optional<RecordType> type =
                of.flatMap(known -> rule.setting().lexicon.recordType(known.recordType()));
        SlotNames names = SlotNames.of(rule.setting()).withBearer();
        return type.map(names::withFieldsOf)
                .flatMap(
                        visible -> duty.scalar(key).flatMap(text -> rule.condition(text, visible)));
    }

    private Optional<DutyForm.Consequence> consequence() {
        return duty.scalar("违则")
                .flatMap(
                        word ->
                                Literals.word(
                                        word,
                                        List.of(DutyForm.Consequence.values()),
                                        DutyForm.Consequence::word,
                                        rule.setting().findings));
    }
}
