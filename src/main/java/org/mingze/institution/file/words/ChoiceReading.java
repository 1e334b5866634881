package org.mingze.institution.file.words;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.mingze.institution.DiagnosticKind;
import org.mingze.institution.file.tree.Findings;
import org.mingze.institution.file.tree.Section;
import org.mingze.institution.file.tree.Tree;

/// 读选项 — choice lists, and the words that institutions add to them.
public final class ChoiceReading {
    private final Lexicon lexicon;

    public ChoiceReading(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /// The lists of a vocabulary.
    public void declare(Section section, Findings findings) {
        for (Tree.Pair pair : section.entries("选项")) {
            if (lexicon.choices.containsKey(pair.key().text())) {
                findings.add(
                        DiagnosticKind.CHOICES_TWICE,
                        pair.key().place(),
                        "选项表“" + pair.key().text() + "”写了两次。");
            }
            append(pair, Set.of(), findings);
        }
    }

    /// What the vocabularies share, to which an institution may add.
    public Shared shared() {
        Map<String, Set<String>> words = new HashMap<>();
        lexicon.choices.forEach((list, known) -> words.put(list, Set.copyOf(known)));
        return new Shared(words);
    }

    /// 公用选项 — the words before any institution added its own.
    public final class Shared {
        private final Map<String, Set<String>> words;

        private Shared(Map<String, Set<String>> words) {
            this.words = words;
        }

        /// Adds the words of an institution.
        public void extend(Section section, Findings findings) {
            for (Tree.Pair pair : section.entries("选项")) {
                append(pair, words.getOrDefault(pair.key().text(), Set.of()), findings);
            }
        }
    }

    /// Adds words to a list; a word must be new to the file and to the vocabulary.
    private void append(Tree.Pair pair, Set<String> shared, Findings findings) {
        Set<String> list =
                lexicon.choices.computeIfAbsent(pair.key().text(), _ -> new LinkedHashSet<>());
        Set<String> own = new HashSet<>(shared);
        for (Tree item : Section.list(pair.value(), findings)) {
            Section.scalar(item, findings)
                    .ifPresent(
                            word -> {
                                if (!own.add(word.text())) {
                                    findings.add(
                                            DiagnosticKind.WORD_TWICE,
                                            word.place(),
                                            "“%s”里已有“%s”。"
                                                    .formatted(pair.key().text(), word.text()));
                                }
                                list.add(word.text());
                            });
        }
    }
}
