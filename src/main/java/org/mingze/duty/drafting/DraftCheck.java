package org.mingze.duty.drafting;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.mingze.duty.Naming;
import org.mingze.duty.simulation.DraftRules;
import org.mingze.duty.situation.Bearers;
import org.mingze.institution.Bearer;
import org.mingze.institution.Diagnostic;
import org.mingze.institution.Duty;
import org.mingze.institution.Institution;
import org.mingze.institution.InstitutionFiles;
import org.mingze.institution.expression.Value;
import org.mingze.institution.wording.RuleWording;
import org.mingze.web.Prose;
import org.mingze.work.Knowledge;

/// 草案检查 — the errors of a draft with their places, or what it would ask of whom.
///
/// @param diagnostics every error; empty for a draft that reads
/// @param rules       each duty as a sentence; empty while there are errors
/// @param others      numbers that a setting replaces and no duty reads
/// @param says        whether it says anything: duties, metrics, schemes or numbers to be set
record DraftCheck(
        List<Diagnostic> diagnostics, List<Rule> rules, List<Prose> others, boolean says) {
    static final String FILE = "草案";
    private static final int NAMED_MAX = 3;
    private static final int LISTED_MAX = 200;

    DraftCheck {
        diagnostics = List.copyOf(diagnostics);
        rules = List.copyOf(rules);
        others = List.copyOf(others);
    }

    /// 一项 — what a duty asks for in one sentence, and whom it reaches today.
    ///
    /// @param open the numbers that nobody has set: the duty waits for them
    /// @param set  each number that a setting replaces, in a sentence
    record Rule(String name, String says, Reach reach, List<String> open, List<Prose> set) {
        Rule {
            open = List.copyOf(open);
            set = List.copyOf(set);
        }
    }

    /// 落在谁身上 — in words, and whom by name where the words name only the first.
    record Reach(String words, List<String> among) {
        Reach {
            among = List.copyOf(among);
        }
    }

    static DraftCheck of(Knowledge known, String text, LocalDate today) {
        return switch (DraftRules.read(known, new InstitutionFiles.SourceFile(FILE, text))) {
            case DraftRules.Read.Faulty(List<Diagnostic> found) ->
                    new DraftCheck(found, List.of(), List.of(), false);
            case DraftRules.Read.Sound(DraftRules draft) -> sound(known, draft.draft(), today);
        };
    }

    private static DraftCheck sound(Knowledge known, Institution draft, LocalDate today) {
        SetOtherwise set = SetOtherwise.on(known, draft, today);
        return new DraftCheck(
                List.of(),
                rules(known, draft, set, today),
                set.names().stream()
                        .filter(
                                name ->
                                        draft.duties().stream()
                                                .noneMatch(
                                                        duty -> duty.parameters().contains(name)))
                        .map(set::says)
                        .toList(),
                says(draft));
    }

    boolean isSound() {
        return diagnostics.isEmpty() && says;
    }

    /// Every number that a setting replaces, once.
    List<Prose> set() {
        return Stream.concat(rules.stream().flatMap(rule -> rule.set().stream()), others.stream())
                .distinct()
                .toList();
    }

    private static boolean says(Institution draft) {
        return !draft.duties().isEmpty()
                || !draft.metrics().isEmpty()
                || !draft.schemes().isEmpty()
                || !draft.reports().isEmpty()
                || !draft.parameters().isEmpty();
    }

    private static List<Rule> rules(
            Knowledge known, Institution draft, SetOtherwise set, LocalDate today) {
        RuleWording wording = set.wording();
        return draft.duties().stream()
                .map(
                        duty ->
                                new Rule(
                                        duty.name(),
                                        wording.of(duty),
                                        reach(known, draft, duty, today),
                                        open(set, duty),
                                        set.names().stream()
                                                .filter(duty.parameters()::contains)
                                                .map(set::says)
                                                .toList()))
                .toList();
    }

    private static List<String> open(SetOtherwise set, Duty duty) {
        return duty.parameters().stream()
                .sorted()
                .filter(name -> set.holds(name).isEmpty())
                .toList();
    }

    private static Reach reach(Knowledge known, Institution draft, Duty duty, LocalDate today) {
        if (!(duty.bearer() instanceof Bearer.ByRole(var role))) {
            return new Reach("落在谁身上由记录写明。", List.of());
        }
        List<Value.Reference> members = Bearers.members(role, draft, known.organization(), today);
        if (members.isEmpty()) {
            return new Reach("今天没有谁担任“" + role.name() + "”，不落在谁身上。", List.of());
        }
        List<String> names =
                members.stream()
                        .limit(LISTED_MAX)
                        .map(one -> Naming.of(known.organization(), one.code(), today))
                        .toList();
        boolean many = members.size() > NAMED_MAX;
        String words =
                "今天落在"
                        + String.join("、", many ? names.subList(0, NAMED_MAX) : names)
                        + (many ? "等" : "")
                        + members.size()
                        + (role.isPost() ? "个岗位。" : "个机构。");
        return new Reach(words, many ? names : List.of());
    }
}
