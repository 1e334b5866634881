package org.mingze.institution.file.words;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mingze.institution.DiagnosticKind;
import org.mingze.institution.FieldClass;
import org.mingze.institution.RecordForm;
import org.mingze.institution.RecordType;
import org.mingze.institution.expression.Type;
import org.mingze.institution.expression.Type.Simple;
import org.mingze.institution.file.tree.Findings;
import org.mingze.institution.file.tree.Literals;
import org.mingze.institution.file.tree.Position;
import org.mingze.institution.file.tree.Section;
import org.mingze.institution.file.tree.Tree;

/// 读记录类型 — new types, and optional fields that an institution adds to a type.
public final class RecordTypeReading {
    static final Section.Keys NEW =
            new Section.Keys("记录类型", Set.of("英", "归", "字段"), Set.of("对", "默认类", "表单"));
    static final Section.Keys ADDED = new Section.Keys("补", Set.of("补", "字段"), Set.of("表单"));
    private static final String ENGLISH = "[A-Z][A-Za-z]{1,40}";

    private final Lexicon lexicon;
    private final Findings findings;

    public RecordTypeReading(Lexicon lexicon, Findings findings) {
        this.lexicon = lexicon;
        this.findings = findings;
    }

    public static boolean isAddition(Tree tree) {
        return tree instanceof Tree.Mapping mapping
                && mapping.pairs().stream().anyMatch(pair -> pair.key().text().equals("补"));
    }

    public void declare(Tree.Pair pair) {
        if (isAddition(pair.value())) {
            add(pair.value());
            return;
        }
        String name = pair.key().text();
        Optional<RecordType> read =
                Section.of(pair.value(), NEW, findings).flatMap(section -> read(name, section));
        if (read.isEmpty()) {
            return;
        }
        RecordType known = lexicon.recordTypes.putIfAbsent(name, read.get());
        if (known != null && !known.equals(read.get())) {
            findings.add(
                    DiagnosticKind.TYPE_TWICE, pair.key().place(), "记录类型“" + name + "”已有，字段不同。");
        }
    }

    private Optional<RecordType> read(String name, Section section) {
        FieldClass usual =
                section.scalar("默认类")
                        .flatMap(
                                word ->
                                        Literals.word(
                                                word,
                                                List.of(FieldClass.values()),
                                                FieldClass::word,
                                                findings))
                        .orElse(FieldClass.INTERNAL);
        Map<String, RecordType.Field> fields = fields(section, usual);
        Optional<Tree.Scalar> english = section.scalar("英");
        Optional<Tree.Scalar> owner = section.scalar("归");
        if (english.isEmpty() || owner.isEmpty()) {
            return Optional.empty();
        }
        checkEnglish(name, english.get());
        if (!owner.get().text().equals(RecordType.ANYBODY)) {
            checkActor("归", owner.get(), fields);
        }
        Optional<Tree.Scalar> towards = section.scalar("对");
        towards.ifPresent(field -> checkActor("对", field, fields));
        return Optional.of(
                new RecordType(
                        name,
                        english.get().text(),
                        owner.get().text(),
                        towards.map(Tree.Scalar::text),
                        fields,
                        new RecordFormReading(findings).read(section, fields)));
    }

    private void checkEnglish(String name, Tree.Scalar english) {
        if (!english.text().matches(ENGLISH)) {
            findings.add(
                    DiagnosticKind.BAD_ID,
                    english.place(),
                    "“" + english.text() + "”不是英文名，英文名以大写字母开头。");
        }
        boolean taken =
                lexicon.recordTypes.values().stream()
                        .anyMatch(
                                type ->
                                        !type.name().equals(name)
                                                && type.english().equals(english.text()));
        if (taken) {
            findings.add(
                    DiagnosticKind.ENGLISH_TWICE,
                    english.place(),
                    "英文名“" + english.text() + "”已被别的类型使用。");
        }
    }

    private void checkActor(String key, Tree.Scalar named, Map<String, RecordType.Field> fields) {
        RecordType.Field field = fields.get(named.text());
        if (field != null && isActor(field.type())) {
            return;
        }
        findings.addUnknown(
                DiagnosticKind.BAD_OWNER,
                named,
                key + "“" + named.text() + "”不是本类型的岗、人或机构字段。",
                fields.keySet());
    }

    public static boolean isActor(Type type) {
        Type element = type instanceof Type.ListOf(Type inner) ? inner : type;
        return Set.<Type>of(Simple.PERSON, Simple.POST, Simple.BODY).contains(element);
    }

    private Map<String, RecordType.Field> fields(Section section, FieldClass usual) {
        FieldNotation notation = new FieldNotation(lexicon, findings);
        Map<String, RecordType.Field> fields = new LinkedHashMap<>();
        for (Tree.Pair pair : section.entries("字段")) {
            String name = pair.key().text();
            if (RecordType.EVERY_RECORD.containsKey(name) || name.equals("此")) {
                findings.add(
                        DiagnosticKind.RESERVED_FIELD,
                        pair.key().place(),
                        "字段名“" + name + "”已被占用。");
            }
            notation.field(name, pair.value(), usual).ifPresent(field -> fields.put(name, field));
        }
        return fields;
    }

    private void add(Tree tree) {
        Optional<Section> section = Section.of(tree, ADDED, findings);
        Optional<Tree.Scalar> name = section.flatMap(written -> written.scalar("补"));
        if (section.isEmpty() || name.isEmpty()) {
            return;
        }
        Optional<RecordType> type = lexicon.recordType(name.get().text());
        if (type.isEmpty()) {
            findings.addUnknown(
                    DiagnosticKind.UNKNOWN_RECORD_TYPE,
                    name.get(),
                    "没有记录类型“" + name.get().text() + "”，不能补字段。",
                    lexicon.declaredTypes);
            return;
        }
        Map<String, RecordType.Field> fields = new LinkedHashMap<>(type.get().fields());
        fields(section.get(), FieldClass.INTERNAL)
                .forEach((key, field) -> add(section.get(), fields, field));
        RecordForm form = new RecordFormReading(findings).read(section.get(), fields);
        lexicon.recordTypes.put(type.get().name(), type.get().with(fields, form));
    }

    private void add(
            Section section, Map<String, RecordType.Field> fields, RecordType.Field added) {
        Position place =
                section.entries("字段").stream()
                        .filter(pair -> pair.key().text().equals(added.name()))
                        .map(pair -> pair.key().place())
                        .findFirst()
                        .orElse(section.place());
        if (added.required()) {
            findings.add(
                    DiagnosticKind.ADDED_FIELD_REQUIRED, place, "补的字段“" + added.name() + "”写了必。");
        }
        RecordType.Field known = fields.get(added.name());
        Optional<RecordType.Field> merged =
                known == null ? Optional.of(added) : Structures.merged(known, added);
        merged.ifPresent(field -> fields.put(added.name(), field));
        if (merged.isEmpty()) {
            findings.add(DiagnosticKind.FIELD_TWICE, place, "字段“" + added.name() + "”已有，类型不同。");
        }
    }
}
