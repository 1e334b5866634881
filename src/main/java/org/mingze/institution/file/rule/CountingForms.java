package org.mingze.institution.file.rule;

import java.time.MonthDay;
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
import org.mingze.institution.expression.Value;
import org.mingze.institution.file.tree.Findings;
import org.mingze.institution.file.tree.Literals;
import org.mingze.institution.file.tree.Section;
import org.mingze.institution.file.tree.Tree;

/// 计数之式 — reads 频次, 覆盖 and 占比.
public final class CountingForms {
    static final Section.Keys WINDOW = new Section.Keys("窗", Set.of(), Set.of("自", "至"));
    private static final MonthDay FIRST_DAY = MonthDay.of(1, 1);
    private static final MonthDay LAST_DAY = MonthDay.of(12, 31);
    private static final String PREVIOUS = "上期数";

    private final Section duty;
    private final RuleReading rule;
    private final Findings findings;
    private final CycleReading cycle;
    private final SlotNames names;

    CountingForms(Section duty, RuleReading rule) {
        this.duty = duty;
        this.rule = rule;
        this.findings = rule.setting().findings;
        this.cycle = new CycleReading(duty, rule);
        this.names = cycle.bearerNames().withBearer().with("期", Simple.PERIOD);
    }

    private record Count(DutyForm.Bound bound, Slot number) {}

    SlotNames bearerNames() {
        return cycle.bearerNames();
    }

    Optional<DutyForm> frequency() {
        List<Selector> acts = new SelectorReading(rule).acts(duty, names);
        Optional<DutyForm.Cycle> every = cycle.read();
        Optional<Count> count = count(acts);
        Optional<DutyForm.Window> window = window(every);
        Optional<Slot> spacing = duty.scalar("间隔").flatMap(rule::limit);
        if (acts.isEmpty() || every.isEmpty() || count.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new DutyForm.Frequency(
                        acts,
                        every.get(),
                        count.get().bound(),
                        count.get().number(),
                        window,
                        spacing));
    }

    Optional<DutyForm> coverage() {
        Optional<DutyForm.Membership> membership = membership();
        DutyForm.CountedBy countedBy =
                duty.scalar("按")
                        .flatMap(word -> word(word, DutyForm.CountedBy.values()))
                        .orElse(DutyForm.CountedBy.POST);
        Optional<DutyForm.Members> members = duty.get("对").flatMap(this::members);
        SlotNames withMember =
                members.map(of -> names.with("其", member(of, countedBy))).orElse(names);
        List<Selector> acts =
                members.isPresent() ? new SelectorReading(rule).acts(duty, withMember) : List.of();
        Optional<DutyForm.Cycle> every = cycle.read();
        Optional<Count> count = count(acts);
        Optional<DutyForm.Window> window = window(every);
        Optional<Slot> spacing = duty.scalar("间隔").flatMap(rule::limit);
        Optional<Slot> enlisted = duty.scalar("至少在列").flatMap(rule::limit);
        if (members.isEmpty() || acts.isEmpty() || membership.isEmpty()) {
            return Optional.empty();
        }
        if (every.isEmpty() || count.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new DutyForm.Coverage(
                        acts,
                        members.get(),
                        membership.get(),
                        countedBy,
                        every.get(),
                        count.get().bound(),
                        count.get().number(),
                        window,
                        spacing,
                        enlisted));
    }

    Optional<DutyForm> proportion() {
        Optional<DutyForm.Cycle> every = cycle.read();
        Optional<Expression> numerator = part("分子");
        Optional<Expression> denominator = part("分母");
        Optional<Count> share = bound().flatMap(bound -> count(bound, Simple.NUMBER));
        if (every.isEmpty() || numerator.isEmpty() || denominator.isEmpty() || share.isEmpty()) {
            return Optional.empty();
        }
        checkSameKind(numerator.get().type(), denominator.get().type());
        return Optional.of(
                new DutyForm.Proportion(
                        every.get(),
                        numerator.get(),
                        denominator.get(),
                        share.get().bound(),
                        share.get().number()));
    }

    private Optional<Expression> part(String key) {
        return duty.scalar(key)
                .flatMap(text -> rule.expression(text, names, RuleReading::isAmount, "数或钱"));
    }

    private void checkSameKind(Type numerator, Type denominator) {
        if ((numerator == Simple.MONEY) != (denominator == Simple.MONEY)) {
            findings.add(DiagnosticKind.WRONG_SLOT_TYPE, duty.placeOf("分母"), "分子和分母不是同一种量。");
        }
    }

    /// A selector means each record open in the period; it needs no 成员.
    private Optional<DutyForm.Membership> membership() {
        boolean records = duty.get("对").filter(Tree.Mapping.class::isInstance).isPresent();
        if (!duty.has("成员") && records) {
            return Optional.of(DutyForm.Membership.AT_ANY_TIME);
        }
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

    private Optional<DutyForm.Members> members(Tree tree) {
        if (tree instanceof Tree.Mapping) {
            return new SelectorReading(rule)
                    .object(duty, "对", names)
                    .map(DutyForm.Members.OpenRecords::new);
        }
        return Section.scalar(tree, findings)
                .flatMap(
                        scalar ->
                                rule.expression(
                                        scalar, names, Type.ListOf.class::isInstance, "一个列表"))
                .map(DutyForm.Members.Listed::new);
    }

    /// 按: 人 turns each post into the people who hold it.
    private static Type member(DutyForm.Members members, DutyForm.CountedBy countedBy) {
        return switch (members) {
            case DutyForm.Members.OpenRecords(Selector selector) ->
                    new Type.RecordOf(Set.of(selector.recordType()));
            case DutyForm.Members.Listed(Expression list) -> {
                Type element = list.type() instanceof Type.ListOf(Type inner) ? inner : list.type();
                boolean holders = countedBy == DutyForm.CountedBy.PERSON && element == Simple.POST;
                yield holders ? Simple.PERSON : element;
            }
        };
    }

    private Optional<Count> count(List<Selector> acts) {
        return bound().flatMap(bound -> count(bound, countedType(acts)));
    }

    private Optional<DutyForm.Bound> bound() {
        boolean least = duty.has("至少");
        if (least == duty.has("至多")) {
            findings.add(DiagnosticKind.MISSING_COUNT, duty.place(), "要写“至少”或“至多”其一。");
            return Optional.empty();
        }
        return Optional.of(least ? DutyForm.Bound.AT_LEAST : DutyForm.Bound.AT_MOST);
    }

    private Optional<Count> count(DutyForm.Bound bound, Type type) {
        Optional<Tree.Scalar> number = duty.scalar(bound.word());
        boolean counts = duty.has("做");
        if (number.filter(scalar -> scalar.text().equals(PREVIOUS) && counts).isPresent()) {
            return Optional.of(new Count(bound, new Slot.Previous()));
        }
        return number.flatMap(scalar -> rule.slot(scalar, type))
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

    private Optional<DutyForm.Window> window(Optional<DutyForm.Cycle> every) {
        Optional<Section> section =
                duty.get("窗").flatMap(tree -> Section.of(tree, WINDOW, findings));
        if (section.isEmpty()) {
            return Optional.empty();
        }
        Optional<Slot> from = end(section.get(), "自", FIRST_DAY);
        Optional<Slot> to = end(section.get(), "至", LAST_DAY);
        if (from.isEmpty() || to.isEmpty()) {
            return Optional.empty();
        }
        boolean yearly = every.equals(Optional.of(new DutyForm.Cycle.Each(PeriodUnit.YEAR)));
        if (isReversed(from.get(), to.get()) || (every.isPresent() && !yearly)) {
            findings.add(DiagnosticKind.WINDOW_OUTSIDE_PERIOD, duty.placeOf("窗"), "窗与“每”不合，或自晚于至。");
            return Optional.empty();
        }
        return Optional.of(new DutyForm.Window(from.get(), to.get()));
    }

    /// An end that is not written is the first or the last day of the year.
    private Optional<Slot> end(Section window, String key, MonthDay usual) {
        return window.has(key)
                ? window.scalar(key).flatMap(rule::monthDay)
                : Optional.of(
                        new Slot.Literal(
                                new Value.Text(usual.toString().substring("--".length()))));
    }

    private static boolean isReversed(Slot from, Slot to) {
        Optional<MonthDay> first = DutyForm.Window.day(from);
        Optional<MonthDay> last = DutyForm.Window.day(to);
        return first.isPresent() && last.isPresent() && first.get().isAfter(last.get());
    }
}
