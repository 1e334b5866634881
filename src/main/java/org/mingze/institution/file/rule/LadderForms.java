package org.mingze.institution.file.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mingze.calendar.PeriodUnit;
import org.mingze.calendar.Span;
import org.mingze.institution.Bearer;
import org.mingze.institution.DiagnosticKind;
import org.mingze.institution.DutyForm;
import org.mingze.institution.Slot;
import org.mingze.institution.expression.Rational;
import org.mingze.institution.expression.Type.Simple;
import org.mingze.institution.expression.Value;
import org.mingze.institution.file.tree.Findings;
import org.mingze.institution.file.tree.Literals;
import org.mingze.institution.file.tree.Position;
import org.mingze.institution.file.tree.Section;
import org.mingze.institution.file.tree.Tree;

/// 升级之式 — reads 升级: the duty whose breach climbs, and the rungs.
public final class LadderForms {
    static final Section.Keys RUNG =
            new Section.Keys("级", Set.of("做"), Set.of("满", "次", "由", "知", "须批", "限"));
    private static final Pattern CAUSE = Pattern.compile("违\\((.+)\\)");
    private static final int TIMES_MAX = 1000;

    private final Section duty;
    private final RuleReading rule;
    private final Findings findings;

    LadderForms(Section duty, RuleReading rule) {
        this.duty = duty;
        this.rule = rule;
        this.findings = rule.setting().findings;
    }

    /// @param number 号 of the escalation itself
    /// @param bearer 谁, who acts where a rung does not say 由
    Optional<DutyForm> escalation(String number, Optional<Bearer> bearer) {
        Optional<String> cause = duty.scalar("因").flatMap(text -> cause(text, number));
        List<DutyForm.Rung> rungs = new ArrayList<>();
        for (Tree item : duty.list("级")) {
            Section.of(item, RUNG, findings)
                    .flatMap(section -> rung(section, bearer))
                    .ifPresent(
                            rung -> {
                                checkOrder(rungs, rung, item.place());
                                rungs.add(rung);
                            });
        }
        Optional<PeriodUnit> within = CycleReading.plain(duty, findings);
        boolean resets =
                duty.scalar("复位")
                        .flatMap(
                                word ->
                                        Literals.word(
                                                word, List.of("已履", "不复位"), each -> each, findings))
                        .map("已履"::equals)
                        .orElse(true);
        if (cause.isEmpty() || rungs.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new DutyForm.Escalation(cause.get(), rungs, within, resets));
    }

    /// Whether a 起 names a breach and not records.
    static boolean isCause(Optional<Tree> trigger) {
        return trigger.isPresent()
                && trigger.get() instanceof Tree.Scalar scalar
                && scalar.text().strip().startsWith("违(");
    }

    private Optional<String> cause(Tree.Scalar text, String number) {
        return cause(text, number, rule);
    }

    /// @param number 号 of the duty that arises
    static Optional<String> cause(Tree.Scalar text, String number, RuleReading rule) {
        Matcher matcher = CAUSE.matcher(text.text().strip());
        if (!matcher.matches()) {
            rule.setting()
                    .findings
                    .add(DiagnosticKind.BAD_CAUSE, text.place(), "“" + text.text() + "”不是“违(号)”。");
            return Optional.empty();
        }
        String cause = matcher.group(1).strip();
        rule.setting().causes.add(new Setting.Cause(number, cause, text.at(matcher.start(1))));
        return Optional.of(cause);
    }

    private Optional<DutyForm.Rung> rung(Section section, Optional<Bearer> bearer) {
        SlotNames names = SlotNames.of(rule.setting()).withBearer();
        Optional<DutyForm.Reached> reached = reached(section);
        Optional<String> act = section.scalar("做").flatMap(this::act);
        Optional<Bearer> authority =
                section.has("由")
                        ? section.get("由").flatMap(tree -> rule.bearer(tree, names))
                        : bearer;
        Optional<Bearer> informed = section.get("知").flatMap(tree -> rule.bearer(tree, names));
        Optional<Bearer> approvedBy = section.get("须批").flatMap(tree -> rule.bearer(tree, names));
        Optional<Slot> limit = section.scalar("限").flatMap(rule::limit);
        if (reached.isEmpty() || act.isEmpty() || authority.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new DutyForm.Rung(
                        reached.get(), act.get(), authority.get(), informed, approvedBy, limit));
    }

    private Optional<DutyForm.Reached> reached(Section section) {
        if (section.has("满") == section.has("次")) {
            findings.add(DiagnosticKind.RUNG_WITHOUT_REACH, section.place(), "一级要写“满”或“次”其一。");
            return Optional.empty();
        }
        if (section.has("满")) {
            return section.scalar("满").flatMap(rule::limit).map(DutyForm.Reached.After::new);
        }
        Optional<Slot> times = section.scalar("次").flatMap(text -> rule.slot(text, Simple.INTEGER));
        if (times.filter(count -> !RuleReading.isCount(count, TIMES_MAX)).isPresent()) {
            findings.add(DiagnosticKind.BAD_NUMBER, section.placeOf("次"), "级的“次”是1到1000的整数。");
            return Optional.empty();
        }
        return times.map(DutyForm.Reached.Times::new);
    }

    /// A word of the 类 of some record type: it is by such a record that the authority acts.
    private Optional<String> act(Tree.Scalar word) {
        Set<String> known = rule.setting().lexicon.kinds();
        if (!known.contains(word.text())) {
            findings.addUnknown(
                    DiagnosticKind.BAD_WORD, word, "没有一类记录的“类”里有“" + word.text() + "”。", known);
            return Optional.empty();
        }
        return Optional.of(word.text());
    }

    private void checkOrder(List<DutyForm.Rung> rungs, DutyForm.Rung next, Position place) {
        for (DutyForm.Rung rung : rungs) {
            if (!isBelow(rung.reached(), next.reached())) {
                findings.add(
                        DiagnosticKind.RUNG_OUT_OF_ORDER,
                        place,
                        "“" + next.act() + "”这一级不高于前面的“" + rung.act() + "”。");
                return;
            }
        }
    }

    /// Rungs that go by different measures, or by a parameter, are not compared.
    private static boolean isBelow(DutyForm.Reached lower, DutyForm.Reached upper) {
        if (lower instanceof DutyForm.Reached.Times(Slot.Literal(Value.Numeric(Rational few)))
                && upper
                        instanceof
                        DutyForm.Reached.Times(Slot.Literal(Value.Numeric(Rational many)))) {
            return few.compareTo(many) < 0;
        }
        if (lower instanceof DutyForm.Reached.After(Slot.Literal(Value.Duration(Span sooner)))
                && upper
                        instanceof
                        DutyForm.Reached.After(Slot.Literal(Value.Duration(Span later)))) {
            return sooner.unit() != later.unit() || sooner.amount() < later.amount();
        }
        return true;
    }
}
