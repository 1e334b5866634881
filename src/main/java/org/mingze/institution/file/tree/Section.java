package org.mingze.institution.file.tree;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mingze.institution.DiagnosticKind;

/// 节 — a mapping whose keys are fixed: required and optional.
public final class Section {
    private final Tree.Mapping mapping;
    private final Findings findings;
    private final Map<String, Tree> values = new LinkedHashMap<>();

    private Section(Tree.Mapping mapping, Findings findings) {
        this.mapping = mapping;
        this.findings = findings;
        mapping.pairs().forEach(pair -> values.put(pair.key().text(), pair.value()));
    }

    /// Which keys a kind of section has.
    ///
    /// @param what how messages call it: 职责, 参数
    public record Keys(String what, Set<String> required, Set<String> optional) {
        private boolean knows(String key) {
            return required.contains(key) || optional.contains(key);
        }

        private List<String> all() {
            List<String> all = new ArrayList<>(required);
            all.addAll(optional);
            return all;
        }
    }

    public static Optional<Section> of(Tree tree, Keys keys, Findings findings) {
        if (!(tree instanceof Tree.Mapping mapping)) {
            findings.add(
                    DiagnosticKind.EXPECTED_GROUP, tree.place(), "“" + keys.what() + "”要写成“键: 值”。");
            return Optional.empty();
        }
        Section section = new Section(mapping, findings);
        mapping.pairs().forEach(pair -> section.check(pair.key(), keys));
        keys.required().stream()
                .sorted()
                .filter(key -> !section.values.containsKey(key))
                .forEach(
                        key ->
                                findings.add(
                                        DiagnosticKind.MISSING_KEY,
                                        mapping.place(),
                                        "“" + keys.what() + "”缺键“" + key + "”。"));
        return Optional.of(section);
    }

    private void check(Tree.Scalar key, Keys keys) {
        if (keys.knows(key.text())) {
            return;
        }
        String usual = Normalizer.normalize(key.text(), Normalizer.Form.NFKC).strip();
        if (keys.knows(usual)) {
            findings.add(
                    DiagnosticKind.FULL_WIDTH_KEY,
                    key.place(),
                    "键“" + key.text() + "”里有全角或变体字符。",
                    "是不是“" + usual + "”？");
        } else {
            findings.addUnknown(
                    DiagnosticKind.UNKNOWN_KEY,
                    key,
                    "“" + keys.what() + "”没有键“" + key.text() + "”。",
                    keys.all());
        }
    }

    public Position place() {
        return mapping.place();
    }

    public Findings findings() {
        return findings;
    }

    public boolean has(String key) {
        return values.containsKey(key);
    }

    public Optional<Tree> get(String key) {
        return Optional.ofNullable(values.get(key));
    }

    /// The place of a key, for what is wrong with its presence.
    public Position placeOf(String key) {
        return mapping.pairs().stream()
                .filter(pair -> pair.key().text().equals(key))
                .map(pair -> pair.key().place())
                .findFirst()
                .orElse(place());
    }

    /// A single value that is not empty.
    public Optional<Tree.Scalar> scalar(String key) {
        return get(key).flatMap(tree -> scalar(tree, findings));
    }

    public Optional<String> text(String key) {
        return scalar(key).map(Tree.Scalar::text);
    }

    public static Optional<Tree.Scalar> scalar(Tree tree, Findings findings) {
        if (!(tree instanceof Tree.Scalar scalar)) {
            findings.add(DiagnosticKind.EXPECTED_TEXT, tree.place(), "此处要一个值，不是列表或结构。");
            return Optional.empty();
        }
        if (scalar.text().isBlank()) {
            findings.add(DiagnosticKind.EMPTY_VALUE, scalar.place(), "此处的值是空的。");
            return Optional.empty();
        }
        return Optional.of(scalar);
    }

    /// The items of a list; a single value stands for a list of one.
    public List<Tree> items(String key) {
        return get(key).map(
                        tree -> tree instanceof Tree.Sequence list ? list.items() : List.of(tree))
                .orElse(List.of());
    }

    /// The items of what must be written as a list.
    public List<Tree> list(String key) {
        return get(key).map(tree -> list(tree, findings)).orElse(List.of());
    }

    public static List<Tree> list(Tree tree, Findings findings) {
        if (tree instanceof Tree.Sequence sequence) {
            return sequence.items();
        }
        findings.add(DiagnosticKind.EXPECTED_LIST, tree.place(), "此处要一个列表。");
        return List.of();
    }

    /// The words of a list, or one word.
    public List<Tree.Scalar> words(String key) {
        return items(key).stream().flatMap(tree -> scalar(tree, findings).stream()).toList();
    }

    /// The entries of a mapping whose keys are names of the author's own.
    public List<Tree.Pair> entries(String key) {
        return get(key).map(tree -> entries(tree, findings)).orElse(List.of());
    }

    public static List<Tree.Pair> entries(Tree tree, Findings findings) {
        if (tree instanceof Tree.Mapping entries) {
            return entries.pairs();
        }
        findings.add(DiagnosticKind.EXPECTED_GROUP, tree.place(), "此处要写成“名: 值”。");
        return List.of();
    }
}
