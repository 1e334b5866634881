package org.mingze.institution.file;

import java.time.MonthDay;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mingze.calendar.PeriodUnit;
import org.mingze.institution.DiagnosticKind;
import org.mingze.institution.DutyForm;
import org.mingze.institution.Selector;
import org.mingze.institution.Slot;
import org.mingze.institution.expression.Expression;
import org.mingze.institution.expression.Type;
import org.mingze.institution.expression.Type.Simple;

/// 计数之式 — reads 频次 and 覆盖.
final class CountingForms {
    private static final Section.Keys WINDOW = new Section.Keys("窗", Set.of("自", "至"), Set.of());
    private static final List<PeriodUnit> PERIODS =
            Arrays.stream(PeriodUnit.values()).filter(unit -> unit != PeriodUnit.DAY).toList();

    private final Section duty;
    private final RuleReading rule;
    private final Findings findings;
    private final SlotNames names;

    CountingForms(Section duty, RuleReading rule) {
        this.duty = duty;
        this.rule = rule;
        this.findings = rule.setting().findings;
        this.names = SlotNames.of(rule.setting()).withBearer().with("期", Simple.PERIOD);
    }

    private record Count(DutyForm.Bound bound, Slot number) {}

    Optional<DutyForm> frequency() {
        List<Selector> acts = new SelectorReading(rule).acts(duty, names);
        Optional<PeriodUnit> every = every();
        Optional<Count> count = count(acts);
        Optional<DutyForm.Window> window = window(every);
        if (acts.isEmpty() || every.isEmpty() || count.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new DutyForm.Frequency(
                        acts,
                        new DutyForm.Cycle.Each(every.get()),
                        count.get().bound(),
                        count.get().number(),
                        window,
                        Optional.empty()));
    }

    Optional<DutyForm> coverage() {
        Optional<DutyForm.Membership> membership = membership();
        DutyForm.CountedBy countedBy =
                duty.scalar("按")
                        .flatMap(word -> word(word, DutyForm.CountedBy.values()))
                        .orElse(DutyForm.CountedBy.POST);
        Optional<Expression> members = duty.get("对").flatMap(this::members);
        SlotNames withMember =
                members.map(list -> names.with("其", member(list, countedBy))).orElse(names);
        List<Selector> acts =
                members.isPresent() ? new SelectorReading(rule).acts(duty, withMember) : List.of();
        Optional<PeriodUnit> every = every();
        Optional<Count> count = count(acts);
        Optional<DutyForm.Window> window = window(every);
        if (members.isEmpty() || acts.isEmpty() || membership.isEmpty()) {
            return Optional.empty();
        }
        if (every.isEmpty() || count.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new DutyForm.Coverage(
                        acts,
                        new DutyForm.Members.Listed(members.get()),
                        membership.get(),
                        countedBy,
                        new DutyForm.Cycle.Each(every.get()),
                        count.get().bound(),
                        count.get().number(),
                        window,
                        Optional.empty(),
                        Optional.empty()));
    }

    private Optional<DutyForm.Membership> membership() {
        if (!duty.has("成员")) {
            findings.add(DiagnosticKind.MISSING_MEMBERSHIP, duty.place(), "覆盖没有写“成员”。");
        }
        return duty.scalar("成员")
                .flatMap(
                        word ->
                                Literals.word(
                                        word,
                                        List.of(DutyForm.Membership.values()),
                                        DutyForm.Membership::word,
                                        findings));
    }

    private Optional<DutyForm.CountedBy> word(Tree.Scalar word, DutyForm.CountedBy[] choices) {
        return Literals.word(word, List.of(choices), DutyForm.CountedBy::word, findings);
    }

    private Optional<Expression> members(Tree tree) {
        if (!(tree instanceof Tree.Scalar)) {
            findings.add(DiagnosticKind.VALUE_NOT_RUNNABLE, tree.place(), "本版的“对”只能是表达式，不能是选择。");
            return Optional.empty();
        }
        return Section.scalar(tree, findings)
                .flatMap(
                        scalar -> {
                            Optional<Expression> list = rule.expression(scalar, names);
                            if (list.isPresent() && !(list.get().type() instanceof Type.ListOf)) {
                                findings.add(
                                        DiagnosticKind.WRONG_SLOT_TYPE,
                                        scalar.place(),
                                        "“对”要一个列表。");
                                return Optional.empty();
                            }
                            return list;
                        });
    }

    /// 按: 人 turns each post into the people who hold it.
    private static Type member(Expression list, DutyForm.CountedBy countedBy) {
        Type element = list.type() instanceof Type.ListOf(Type inner) ? inner : list.type();
        boolean holders = countedBy == DutyForm.CountedBy.PERSON && element == Simple.POST;
        return holders ? Simple.PERSON : element;
    }

    private Optional<PeriodUnit> every() {
        return every(duty, findings);
    }

    static Optional<PeriodUnit> every(Section section, Findings findings) {
        Optional<Tree.Scalar> word = section.scalar("每");
        if (word.filter(scalar -> scalar.text().equals("次")).isPresent()) {
            findings.add(DiagnosticKind.VALUE_NOT_RUNNABLE, word.get().place(), "本版还不能用“每: 次”。");
            return Optional.empty();
        }
        return word.flatMap(scalar -> Literals.word(scalar, PERIODS, PeriodUnit::word, findings));
    }

    private Optional<Count> count(List<Selector> acts) {
        boolean least = duty.has("至少");
        if (least == duty.has("至多")) {
            findings.add(DiagnosticKind.MISSING_COUNT, duty.place(), "要写“至少”或“至多”其一。");
            return Optional.empty();
        }
        DutyForm.Bound bound = least ? DutyForm.Bound.AT_LEAST : DutyForm.Bound.AT_MOST;
        Optional<Tree.Scalar> number = duty.scalar(bound.word());
        if (number.filter(scalar -> scalar.text().equals("上期数")).isPresent()) {
            findings.add(
                    DiagnosticKind.VALUE_NOT_RUNNABLE, number.get().place(), "本版还不能用“至多: 上期数”。");
            return Optional.empty();
        }
        return number.flatMap(scalar -> rule.slot(scalar, countedType(acts)))
                .map(slot -> new Count(bound, slot));
    }

    /// What a number is compared with: a count, or the type of 量.
    private static Simple countedType(List<Selector> acts) {
        return acts.stream()
                .flatMap(act -> act.amount().stream())
                .map(Expression::type)
                .map(CountingForms::compared)
                .findFirst()
                .orElse(Simple.INTEGER);
    }

    private static Simple compared(Type amount) {
        if (amount == Simple.MONEY) {
            return Simple.MONEY;
        }
        return amount == Simple.INTEGER || amount == Simple.NUMBER
                ? Simple.NUMBER
                : Simple.DURATION;
    }

    private Optional<DutyForm.Window> window(Optional<PeriodUnit> every) {
        Optional<Section> section =
                duty.get("窗").flatMap(tree -> Section.of(tree, WINDOW, findings));
        Optional<MonthDay> from =
                section.flatMap(written -> written.scalar("自"))
                        .flatMap(day -> Literals.monthDay(day, findings));
        Optional<MonthDay> to =
                section.flatMap(written -> written.scalar("至"))
                        .flatMap(day -> Literals.monthDay(day, findings));
        if (from.isEmpty() || to.isEmpty()) {
            return Optional.empty();
        }
        boolean yearly = every.filter(unit -> unit == PeriodUnit.YEAR).isPresent();
        if (from.get().isAfter(to.get()) || (every.isPresent() && !yearly)) {
            findings.add(DiagnosticKind.WINDOW_OUTSIDE_PERIOD, duty.placeOf("窗"), "窗与“每”不合，或自晚于至。");
            return Optional.empty();
        }
        return Optional.of(new DutyForm.Window(from.get(), to.get()));
    }
}
