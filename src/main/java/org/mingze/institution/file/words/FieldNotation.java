package org.mingze.institution.file.words;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mingze.institution.DiagnosticKind;
import org.mingze.institution.FieldClass;
import org.mingze.institution.RecordType;
import org.mingze.institution.expression.Type;
import org.mingze.institution.expression.Type.Simple;
import org.mingze.institution.file.tree.Findings;
import org.mingze.institution.file.tree.Position;
import org.mingze.institution.file.tree.Section;
import org.mingze.institution.file.tree.Tree;

/// 字段写法 — `词(结论)* 必 承 个人`, `{列: {…}}`, `{组: {…}}`.
public final class FieldNotation {
    private static final Pattern FORM = Pattern.compile("([^()*]+)(?:\\(([^()]*)\\))?(\\*)?");
    private static final List<Simple> PLAIN =
            Arrays.stream(Simple.values()).filter(type -> type != Simple.PERIOD).toList();

    private final Lexicon lexicon;
    private final Findings findings;

    FieldNotation(Lexicon lexicon, Findings findings) {
        this.lexicon = lexicon;
        this.findings = findings;
    }

    /// A type with the paths below it that 承.
    private record Written(
            Type type, boolean required, FieldClass fieldClass, List<String> follows) {}

    Optional<RecordType.Field> field(String name, Tree tree, FieldClass usual) {
        return written(name, tree, usual)
                .map(
                        written ->
                                new RecordType.Field(
                                        name,
                                        written.type(),
                                        written.required(),
                                        written.follows().contains(name),
                                        written.fieldClass(),
                                        written.follows()));
    }

    private Optional<Written> written(String path, Tree tree, FieldClass usual) {
        if (tree instanceof Tree.Mapping mapping) {
            return structured(path, mapping, usual);
        }
        return Section.scalar(tree, findings).flatMap(scalar -> plain(path, scalar, usual));
    }

    private Optional<Written> structured(String path, Tree.Mapping mapping, FieldClass usual) {
        Section.Keys keys = new Section.Keys("字段" + path, Set.of(), Set.of("列", "组"));
        Optional<Section> section = Section.of(mapping, keys, findings);
        if (section.isEmpty() || mapping.pairs().size() != 1) {
            bad(mapping.place(), path);
            return Optional.empty();
        }
        boolean list = section.get().has("列");
        Map<String, Type> fields = new LinkedHashMap<>();
        List<String> follows = new ArrayList<>();
        for (Tree.Pair pair : section.get().entries(list ? "列" : "组")) {
            String name = pair.key().text();
            Optional<Written> inner = written(path + "." + name, pair.value(), usual);
            if (inner.isPresent()
                    && (inner.get().required() || inner.get().fieldClass() != usual)) {
                bad(pair.value().place(), path + "." + name);
            }
            inner.ifPresent(
                    known -> {
                        fields.put(name, known.type());
                        follows.addAll(known.follows());
                    });
        }
        Type structure = new Type.Structure(fields);
        return Optional.of(
                new Written(list ? new Type.ListOf(structure) : structure, false, usual, follows));
    }

    private Optional<Written> plain(String path, Tree.Scalar scalar, FieldClass usual) {
        List<String> words = List.of(scalar.text().strip().split("\\s+"));
        Optional<Type> type = type(words.getFirst(), scalar);
        boolean required = false;
        List<String> follows = List.of();
        FieldClass fieldClass = usual;
        for (String word : words.subList(1, words.size())) {
            Optional<FieldClass> named =
                    Arrays.stream(FieldClass.values())
                            .filter(each -> each.word().equals(word))
                            .findFirst();
            if (word.equals("必")) {
                required = true;
            } else if (word.equals("承")) {
                follows = List.of(path);
            } else if (named.isPresent()) {
                fieldClass = named.get();
            } else {
                bad(scalar.place(), scalar.text());
            }
        }
        if (!follows.isEmpty() && type.isPresent() && !isReference(type.get())) {
            findings.add(
                    DiagnosticKind.FOLLOWS_NOT_RECORD, scalar.place(), "“" + path + "”不是录字段，不可承。");
        }
        boolean must = required;
        List<String> paths = follows;
        FieldClass chosen = fieldClass;
        return type.map(known -> new Written(known, must, chosen, paths));
    }

    private static boolean isReference(Type type) {
        return type instanceof Type.RecordOf
                || (type instanceof Type.ListOf(Type element) && isReference(element));
    }

    private Optional<Type> type(String text, Tree.Scalar scalar) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            bad(scalar.place(), text);
            return Optional.empty();
        }
        String name = matcher.group(1);
        Optional<String> argument = Optional.ofNullable(matcher.group(2));
        Optional<Type> type =
                switch (name) {
                    case "词" -> argument.flatMap(list -> choice(list, scalar));
                    case "录" -> argument.flatMap(names -> reference(names, scalar));
                    default -> argument.isPresent() ? Optional.empty() : simple(name);
                };
        boolean known = name.equals("词") || name.equals("录");
        if (type.isEmpty() && !(known && argument.isPresent())) {
            findings.addUnknown(
                    DiagnosticKind.BAD_FIELD_TYPE,
                    scalar.place(),
                    name,
                    "没有字段类型“" + text + "”。",
                    PLAIN.stream().map(Simple::word).toList());
        }
        boolean list = matcher.group(3) != null;
        return type.map(element -> list ? new Type.ListOf(element) : element);
    }

    private static Optional<Type> simple(String name) {
        return PLAIN.stream()
                .filter(type -> type.word().equals(name))
                .map(type -> (Type) type)
                .findFirst();
    }

    private Optional<Type> choice(String list, Tree.Scalar scalar) {
        Optional<Type> type = lexicon.choice(list);
        if (type.isEmpty()) {
            findings.addUnknown(
                    DiagnosticKind.UNKNOWN_CHOICES,
                    scalar.place(),
                    list,
                    "没有选项表“" + list + "”。",
                    lexicon.choices.keySet());
        }
        return type;
    }

    private Optional<Type> reference(String names, Tree.Scalar scalar) {
        if (names.equals("*")) {
            return Optional.of(new Type.RecordOf(Set.of()));
        }
        Set<String> known = new LinkedHashSet<>();
        for (String name : names.split("\\|", -1)) {
            if (lexicon.declaredTypes.contains(name)) {
                known.add(name);
            } else {
                findings.addUnknown(
                        DiagnosticKind.UNKNOWN_RECORD_TYPE,
                        scalar.place(),
                        name,
                        "没有记录类型“" + name + "”。",
                        lexicon.declaredTypes);
            }
        }
        return known.isEmpty() ? Optional.empty() : Optional.of(new Type.RecordOf(known));
    }

    private void bad(Position place, String text) {
        findings.add(DiagnosticKind.BAD_FIELD_TYPE, place, "字段“" + text + "”的写法不对。");
    }
}
