package org.mingze.institution.file;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.mingze.institution.DiagnosticKind;
import org.mingze.institution.RecordType;
import org.mingze.institution.ReportTemplate.Cited;
import org.mingze.institution.ReportTemplate.FieldOf;
import org.mingze.institution.ReportTemplate.Taken;
import org.mingze.institution.file.rule.Citation;
import org.mingze.institution.file.rule.RuleReading;
import org.mingze.institution.file.rule.SelectorReading;
import org.mingze.institution.file.rule.Setting;
import org.mingze.institution.file.tree.Findings;
import org.mingze.institution.file.tree.Position;
import org.mingze.institution.file.tree.Section;
import org.mingze.institution.file.tree.Tree;

/// 读取 — `取: [号, 类型, {录, 且}]` of a 板块: what it rests on.
final class TakenReading {
    private final Setting setting;
    private final Findings findings;
    private final SelectorReading selectors;

    TakenReading(Setting setting) {
        this.setting = setting;
        this.findings = setting.findings;
        this.selectors = new SelectorReading(new RuleReading(setting));
    }

    List<Taken> read(Section clause) {
        return clause.items("取").stream().flatMap(tree -> taken(tree).stream()).toList();
    }

    private Optional<Taken> taken(Tree tree) {
        boolean number =
                tree instanceof Tree.Scalar scalar
                        && !setting.lexicon.declaredTypes.contains(scalar.text());
        return number
                ? Section.scalar(tree, findings).map(this::numbered)
                : selectors.taken(tree).map(Taken.Records::new);
    }

    private Taken numbered(Tree.Scalar scalar) {
        int slash = scalar.text().indexOf('/');
        Optional<String> institution =
                slash < 0 ? Optional.empty() : Optional.of(scalar.text().substring(0, slash));
        Cited cited = new Cited(institution, scalar.text().substring(slash + 1));
        setting.citations.add(new Citation(cited, Citation.Names.EITHER, scalar.place()));
        return new Taken.Numbered(cited);
    }

    /// The fields that a sentence of this section may name.
    Map<String, RecordType.Field> fields(List<Taken> taken) {
        Map<String, RecordType.Field> fields = new LinkedHashMap<>();
        for (Taken each : taken) {
            if (each instanceof Taken.Records(var selector)) {
                Optional<RecordType> type = setting.lexicon.recordType(selector.recordType());
                type.ifPresent(
                        known -> known.fieldNames().forEach(name -> put(fields, known, name)));
            }
        }
        return fields;
    }

    private static void put(Map<String, RecordType.Field> fields, RecordType type, String name) {
        type.field(name).ifPresent(field -> fields.put(name, field));
    }

    /// `{题}`: a field of the records taken, unless it is one that not everybody may read.
    Optional<FieldOf> field(String name, Position place, Map<String, RecordType.Field> fields) {
        RecordType.Field field = fields.get(name);
        if (field != null && field.fieldClass().isClassed()) {
            Set<String> open =
                    fields.entrySet().stream()
                            .filter(entry -> !entry.getValue().fieldClass().isClassed())
                            .map(Map.Entry::getKey)
                            .collect(Collectors.toSet());
            findings.add(
                    DiagnosticKind.BAD_PLACE,
                    place,
                    "“"
                            + name
                            + "”是"
                            + field.fieldClass().word()
                            + "字段，不写进报告；可写的是"
                            + String.join("、", open)
                            + "。");
        }
        return Optional.ofNullable(field).map(known -> new FieldOf(name));
    }
}
