package org.mingze.institution.file;

import java.util.Optional;
import java.util.Set;
import org.mingze.institution.DiagnosticKind;
import org.mingze.institution.Institution;
import org.mingze.institution.RecordType;
import org.mingze.institution.expression.Expression;
import org.mingze.institution.file.rule.RuleReading;
import org.mingze.institution.file.rule.SelectorReading;
import org.mingze.institution.file.rule.Setting;
import org.mingze.institution.file.rule.SlotNames;
import org.mingze.institution.file.tree.Findings;
import org.mingze.institution.file.tree.Section;
import org.mingze.institution.file.tree.Tree;

/// 读定义 — `四不两直: {于: 走访, 为: '非 通知 且 …'}`, a derived field of a record type; it reads the
/// fields of the type and definitions that stand before it.
final class DefinitionReading {
    static final Section.Keys DEFINITION = new Section.Keys("定义", Set.of("于", "为"), Set.of());

    private final Setting setting;
    private final Findings findings;

    DefinitionReading(Setting setting) {
        this.setting = setting;
        this.findings = setting.findings;
    }

    Optional<Institution.Definition> read(Tree.Pair pair) {
        RuleReading rule = new RuleReading(setting);
        Optional<Section> section = Section.of(pair.value(), DEFINITION, findings);
        Optional<RecordType> type =
                section.flatMap(of -> of.scalar("于"))
                        .flatMap(new SelectorReading(rule)::recordType);
        Optional<Expression> value =
                type.flatMap(
                        of ->
                                section.flatMap(written -> written.scalar("为"))
                                        .flatMap(
                                                text ->
                                                        rule.expression(
                                                                text,
                                                                SlotNames.of(setting)
                                                                        .withFieldsOf(of))));
        if (type.isEmpty() || value.isEmpty() || !isFree(pair.key(), type.get())) {
            return Optional.empty();
        }
        String name = pair.key().text();
        setting.definitions.add(type.get().name(), name, value.get(), rule.parameters());
        return Optional.of(new Institution.Definition(name, type.get().name(), value.get()));
    }

    private boolean isFree(Tree.Scalar key, RecordType type) {
        String name = key.text();
        boolean taken =
                type.typeOf(name).isPresent()
                        || setting.definitions.of(type.name()).containsKey(name)
                        || setting.parameterPlaces.containsKey(name)
                        || SlotNames.RESERVED.contains(name)
                        || !name.matches("[\\p{IsHan}A-Za-z_][\\p{IsHan}\\w]*");
        if (taken) {
            findings.add(DiagnosticKind.DEFINITION_TAKEN, key.place(), "“" + name + "”不能做定义的名。");
        }
        return !taken;
    }
}
