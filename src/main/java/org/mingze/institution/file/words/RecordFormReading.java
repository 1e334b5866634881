package org.mingze.institution.file.words;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mingze.institution.DiagnosticKind;
import org.mingze.institution.RecordForm;
import org.mingze.institution.RecordType;
import org.mingze.institution.expression.Type;
import org.mingze.institution.file.tree.Findings;
import org.mingze.institution.file.tree.Section;
import org.mingze.institution.file.tree.Tree;

/// 读表单 — `表单: {叫法: {源: 问题来源, 议程.题: 议题主题}, 须填: [述, 人|诉求, 由 当 结论=不通过]}`.
final class RecordFormReading {
    static final Section.Keys FORM = new Section.Keys("表单", Set.of(), Set.of("叫法", "须填", "不问"));

    private static final Pattern NEEDED = Pattern.compile("(\\S+) 当 ([^=\\s]+)=(\\S+)");

    private final Findings findings;

    RecordFormReading(Findings findings) {
        this.findings = findings;
    }

    RecordForm read(Section type, Map<String, RecordType.Field> fields) {
        Optional<Section> form =
                type.get("表单").flatMap(written -> Section.of(written, FORM, findings));
        if (form.isEmpty()) {
            return RecordForm.PLAIN;
        }
        Set<String> paths = paths(fields);
        Map<String, String> labels = new LinkedHashMap<>();
        for (Tree.Pair pair : form.get().entries("叫法")) {
            require(pair.key(), pair.key().text(), paths);
            Section.scalar(pair.value(), findings)
                    .ifPresent(label -> labels.put(pair.key().text(), label.text()));
        }
        List<RecordForm.Needed> needed = new ArrayList<>();
        for (Tree.Scalar written : form.get().words("须填")) {
            needed.add(needed(written, fields.keySet()));
        }
        Set<String> unasked = new LinkedHashSet<>();
        for (Tree.Scalar field : form.get().words("不问")) {
            require(field, field.text(), fields.keySet());
            unasked.add(field.text());
        }
        return new RecordForm(labels, needed, unasked);
    }

    /// `述`, `人|诉求`, `情况|附 当 合格=否`.
    private RecordForm.Needed needed(Tree.Scalar written, Set<String> known) {
        Matcher matcher = NEEDED.matcher(written.text());
        boolean conditional = matcher.matches();
        String words = conditional ? matcher.group(1) : written.text();
        List<String> set = List.of(words.split("\\|"));
        set.forEach(field -> require(written, field, known));
        if (!conditional) {
            return new RecordForm.Needed(set, Optional.empty());
        }
        require(written, matcher.group(2), known);
        return new RecordForm.Needed(
                set, Optional.of(new RecordForm.When(matcher.group(2), matcher.group(3))));
    }

    private void require(Tree.Scalar place, String path, Set<String> known) {
        if (!known.contains(path)) {
            findings.addUnknown(
                    DiagnosticKind.UNKNOWN_FIELD,
                    place.place(),
                    path,
                    "表单里写了“" + path + "”，本类型没有这个字段。",
                    known);
        }
    }

    /// Every field, and every part of a field that has parts: 议程, 议程.发言, 议程.发言.人.
    private static Set<String> paths(Map<String, RecordType.Field> fields) {
        Set<String> paths = new LinkedHashSet<>();
        fields.forEach((name, field) -> add(paths, name, field.type()));
        return paths;
    }

    private static void add(Set<String> paths, String path, Type type) {
        paths.add(path);
        Type element = type instanceof Type.ListOf(Type inner) ? inner : type;
        if (element instanceof Type.Structure(Map<String, Type> parts)) {
            parts.forEach((name, part) -> add(paths, path + "." + name, part));
        }
    }
}
