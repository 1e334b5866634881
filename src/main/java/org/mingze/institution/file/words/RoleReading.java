package org.mingze.institution.file.words;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mingze.institution.DiagnosticKind;
import org.mingze.institution.Role;
import org.mingze.institution.file.tree.Findings;
import org.mingze.institution.file.tree.Literals;
import org.mingze.institution.file.tree.Section;
import org.mingze.institution.file.tree.Tree;

/// 读角色 — `党委书记: {岗: {职: 书记}, 于: {类: [党委, 党组]}}`, `政府: {机构: {类: 政府}}`.
public final class RoleReading {
    static final Section.Keys ROLE = new Section.Keys("角色", Set.of(), Set.of("机构", "岗", "于"));
    static final Section.Keys BODY = new Section.Keys("机构", Set.of(), Set.of("类", "级", "地"));
    static final Section.Keys POST = new Section.Keys("岗", Set.of("职"), Set.of());
    static final Section.Keys RESTRICTED =
            new Section.Keys("谁", Set.of("角色"), Set.of("级", "类", "地"));

    private final Lexicon lexicon;
    private final Findings findings;

    public RoleReading(Lexicon lexicon, Findings findings) {
        this.lexicon = lexicon;
        this.findings = findings;
    }

    /// The roles of a vocabulary, or those that an institution adds for itself.
    public void declare(Section section) {
        for (Tree.Pair pair : section.entries("角色")) {
            String name = pair.key().text();
            if (lexicon.roles.containsKey(name)) {
                findings.add(
                        DiagnosticKind.ROLE_TWICE, pair.key().place(), "角色“" + name + "”已经有了。");
            } else {
                read(name, pair.value()).ifPresent(role -> lexicon.roles.put(name, role));
            }
        }
    }

    private Optional<Role> read(String name, Tree tree) {
        Optional<Section> section = Section.of(tree, ROLE, findings);
        if (section.isEmpty()) {
            return Optional.empty();
        }
        boolean post = section.get().has("岗");
        if (post == section.get().has("机构")) {
            findings.add(DiagnosticKind.MISSING_KEY, tree.place(), "角色“" + name + "”要写 岗 或 机构 其一。");
            return Optional.empty();
        }
        Optional<Set<String>> titles = Optional.empty();
        if (post) {
            titles =
                    section.get()
                            .get("岗")
                            .flatMap(written -> Section.of(written, POST, findings))
                            .map(written -> words(written, "职", "职"));
        }
        Optional<Section> body =
                section.get()
                        .get(post ? "于" : "机构")
                        .flatMap(written -> Section.of(written, BODY, findings));
        return Optional.of(
                new Role(
                        name,
                        titles,
                        body.map(written -> words(written, "类", "机构类")).orElse(Set.of()),
                        body.map(written -> words(written, "级", "级")).orElse(Set.of()),
                        body.flatMap(written -> written.text("地"))));
    }

    /// The words under a key, each of them from a choice list.
    public Set<String> words(Section section, String key, String list) {
        Set<String> words = new LinkedHashSet<>();
        List<String> known = List.copyOf(lexicon.words(list));
        for (Tree.Scalar word : section.words(key)) {
            Literals.word(word, known, each -> each, findings).ifPresent(words::add);
        }
        return words;
    }

    /// A role by its name, or `{角色, 级, 类, 地}`.
    public Optional<Role> role(Tree tree) {
        if (tree instanceof Tree.Scalar) {
            return Section.scalar(tree, findings).flatMap(this::named);
        }
        Optional<Section> section = Section.of(tree, RESTRICTED, findings);
        return section.flatMap(
                written -> written.scalar("角色").flatMap(this::named).map(of -> of(of, written)));
    }

    private Optional<Role> named(Tree.Scalar name) {
        Optional<Role> role = Optional.ofNullable(lexicon.roles.get(name.text()));
        if (role.isEmpty()) {
            findings.addUnknown(
                    DiagnosticKind.UNKNOWN_ROLE,
                    name,
                    "没有角色“" + name.text() + "”。",
                    lexicon.roles.keySet());
        }
        return role;
    }

    private Role of(Role role, Section restriction) {
        Set<String> kinds = words(restriction, "类", "机构类");
        Set<String> levels = words(restriction, "级", "级");
        Optional<String> place = restriction.text("地");
        return new Role(
                role.name(),
                role.postTitles(),
                kinds.isEmpty() ? role.bodyKinds() : kinds,
                levels.isEmpty() ? role.levels() : levels,
                place.isPresent() ? place : role.placePattern());
    }
}
