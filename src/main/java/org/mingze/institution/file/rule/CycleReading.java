package org.mingze.institution.file.rule;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.mingze.calendar.PeriodUnit;
import org.mingze.institution.DiagnosticKind;
import org.mingze.institution.DutyForm;
import org.mingze.institution.Selector;
import org.mingze.institution.Slot;
import org.mingze.institution.file.tree.Findings;
import org.mingze.institution.file.tree.Literals;
import org.mingze.institution.file.tree.Section;
import org.mingze.institution.file.tree.Tree;

/// 读每 — `月`, a 期 parameter, or `次` with 起 and 至.
public final class CycleReading {
    static final List<PeriodUnit> PERIODS =
            Arrays.stream(PeriodUnit.values()).filter(unit -> unit != PeriodUnit.DAY).toList();
    private static final String EACH_TIME = "次";

    private final Section duty;
    private final RuleReading rule;
    private final Findings findings;
    private final Optional<Selector> start;

    CycleReading(Section duty, RuleReading rule) {
        this.duty = duty;
        this.rule = rule;
        this.findings = rule.setting().findings;
        this.start = new SelectorReading(rule).trigger(duty, "起");
    }

    /// The names that a bearer may use: 起 where the duty runs from record to record.
    SlotNames bearerNames() {
        return TriggeredForms.names(rule.setting(), start);
    }

    Optional<DutyForm.Cycle> read() {
        Optional<Tree.Scalar> written = duty.scalar("每");
        if (written.filter(scalar -> scalar.text().equals(EACH_TIME)).isPresent()) {
            return fromTo();
        }
        if (duty.has("起") || duty.has("至")) {
            findings.add(
                    DiagnosticKind.CYCLE_WITHOUT_ENDS, duty.placeOf("每"), "“起”和“至”只和“每: 次”一起写。");
        }
        return written.flatMap(this::unit);
    }

    private Optional<DutyForm.Cycle> fromTo() {
        SlotNames names = bearerNames().withBearer();
        Optional<Selector> end = new SelectorReading(rule).answer(duty, "至", names);
        if (!duty.has("起") || !duty.has("至")) {
            findings.add(DiagnosticKind.CYCLE_WITHOUT_ENDS, duty.placeOf("每"), "“每: 次”要写“起”和“至”。");
        }
        if (start.isEmpty() || end.isEmpty()) {
            return Optional.empty();
        }
        new SelectorReading(rule)
                .checkFollows(end.get(), start.get().recordType(), duty.placeOf("至"));
        return Optional.of(new DutyForm.Cycle.FromTo(start.get(), end.get()));
    }

    private Optional<DutyForm.Cycle> unit(Tree.Scalar scalar) {
        Optional<PeriodUnit> plain =
                PERIODS.stream().filter(unit -> unit.word().equals(scalar.text())).findFirst();
        if (plain.isPresent()) {
            return plain.map(DutyForm.Cycle.Each::new);
        }
        if (!rule.setting().parameterPlaces.containsKey(scalar.text())) {
            return Literals.word(scalar, PERIODS, PeriodUnit::word, findings)
                    .map(DutyForm.Cycle.Each::new);
        }
        return rule.slot(scalar, ParameterTypes.UNIT)
                .flatMap(
                        slot ->
                                slot instanceof Slot.Named(String name)
                                        ? Optional.of(new DutyForm.Cycle.Named(name))
                                        : Optional.empty());
    }

    /// 每 of a metric or a scheme: a plain period.
    public static Optional<PeriodUnit> plain(Section section, Findings findings) {
        return section.scalar("每")
                .flatMap(word -> Literals.word(word, PERIODS, PeriodUnit::word, findings));
    }
}
