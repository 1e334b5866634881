package org.mingze.duty.showing;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mingze.institution.Bearer;
import org.mingze.institution.Duty;
import org.mingze.institution.DutyForm;
import org.mingze.institution.Institution;
import org.mingze.institution.Selector;
import org.mingze.institution.Slot;
import org.mingze.institution.expression.Value;
import org.mingze.institution.rota.RotaWork;
import org.mingze.work.Knowledge;

/// 规则的说法 — what a duty asks for, in the tool's words, with the numbers that hold for a body.
final class RuleWords {
    private final Knowledge known;
    private final Institution institution;
    private final Optional<String> body;
    private final LocalDate today;

    RuleWords(Knowledge known, Institution institution, Optional<String> body, LocalDate today) {
        this.known = known;
        this.institution = institution;
        this.body = body;
        this.today = today;
    }

    String of(Duty duty) {
        String grace = duty.grace().amount() == 0 ? "" : "；宽限" + duty.grace();
        return who(duty.bearer()) + form(duty.form()) + grace + "。";
    }

    /// The first parameter of a duty that nobody has set; empty for a duty that runs.
    Optional<String> open(Duty duty) {
        return duty.parameters().stream()
                .sorted()
                .filter(name -> value(name).isEmpty())
                .findFirst();
    }

    Optional<Value> value(String parameter) {
        return known.rules().parameter(institution, parameter, body, known.organization(), today);
    }

    private static String who(Bearer bearer) {
        return switch (bearer) {
            case Bearer.ByRole(var role) -> role.name();
            case Bearer.ByField(var expression) -> "“" + expression.source() + "”";
        };
    }

    private String form(DutyForm form) {
        return switch (form) {
            case DutyForm.Frequency frequency ->
                    "每"
                            + every(frequency.every())
                            + frequency.bound().word()
                            + slot(frequency.count())
                            + "次"
                            + acts(frequency.acts());
            case DutyForm.Coverage coverage ->
                    "对每个"
                            + members(coverage.members())
                            + "，每"
                            + every(coverage.every())
                            + coverage.bound().word()
                            + slot(coverage.count())
                            + "次"
                            + acts(coverage.acts());
            case DutyForm.Proportion proportion ->
                    "每"
                            + every(proportion.every())
                            + proportion.numerator().source()
                            + "占"
                            + proportion.denominator().source()
                            + proportion.bound().word()
                            + slot(proportion.share());
            case DutyForm.Rota rota ->
                    "按班"
                            + switch (rota.work()) {
                                case RotaWork.Acts(var acts, var _) -> acts(acts);
                                case RotaWork.Cover(var shifts, var _, var _) ->
                                        act(shifts) + "不断档";
                            };
            case DutyForm.Escalation escalation ->
                    "在“"
                            + escalation.duty()
                            + "”违后逐级"
                            + escalation.rungs().stream()
                                    .map(DutyForm.Rung::act)
                                    .collect(Collectors.joining("、"));
            case DutyForm.BreachResponse response ->
                    "在“"
                            + response.duty()
                            + "”违后"
                            + slot(response.limit())
                            + "内"
                            + act(response.answer());
            case DutyForm.Steps steps ->
                    "办理"
                            + steps.dossier().name()
                            + "须依次"
                            + steps.steps().stream()
                                    .map(DutyForm.Step::name)
                                    .collect(Collectors.joining("、"))
                            + "；违则"
                            + steps.consequence().word();
            case DutyForm.Response response ->
                    "在"
                            + act(response.trigger())
                            + "后"
                            + slot(response.limit())
                            + "内"
                            + act(response.answer());
            case DutyForm.ClosedLoop loop -> loop(loop);
            case DutyForm.Invariant invariant ->
                    "的"
                            + act(invariant.of())
                            + invariant.when().map(when -> "，" + when.source() + "时").orElse("")
                            + "，须"
                            + invariant.must().source()
                            + "；违则"
                            + invariant.consequence().word();
            case DutyForm.Prohibition prohibition ->
                    "不得有"
                            + act(prohibition.of())
                            + prohibition.when().map(when -> "，" + when.source()).orElse("")
                            + "；违则"
                            + prohibition.consequence().word();
            case DutyForm.Precedence precedence ->
                    "在"
                            + act(precedence.later())
                            + "之前须有"
                            + act(precedence.earlier())
                            + "；违则"
                            + precedence.consequence().word();
        };
    }

    private static String every(DutyForm.Cycle cycle) {
        return switch (cycle) {
            case DutyForm.Cycle.Each(var unit) -> unit.word();
            case DutyForm.Cycle.Named(String parameter) -> parameter;
            case DutyForm.Cycle.FromTo(var start, var _) -> "次" + start.recordType();
        };
    }

    private static String members(DutyForm.Members members) {
        return switch (members) {
            case DutyForm.Members.Listed(var list) -> list.source();
            case DutyForm.Members.OpenRecords(var selector) -> selector.recordType();
        };
    }

    private String loop(DutyForm.ClosedLoop loop) {
        String required =
                loop.required().stream()
                        .map(DutyForm.Requirement::name)
                        .collect(Collectors.joining("、"));
        String first =
                required.isEmpty()
                        ? ""
                        : loop.completeWithin().map(this::slot).orElse("") + "内写齐" + required;
        String last =
                loop.closing()
                        .map(
                                closing ->
                                        "按"
                                                + loop.deadline()
                                                        .map(day -> day.source())
                                                        .orElse("期限")
                                                + act(closing))
                        .orElse("");
        return "对每件" + act(loop.trigger()) + "，" + first + (last.isEmpty() ? "" : "，" + last);
    }

    private static String acts(List<Selector> acts) {
        return acts.stream().map(RuleWords::act).collect(Collectors.joining("或"));
    }

    private static String act(Selector act) {
        return act.recordType()
                + act.condition().map(condition -> "（" + condition.source() + "）").orElse("")
                + act.amount().map(amount -> "，量" + amount.source()).orElse("");
    }

    private String slot(Slot slot) {
        return switch (slot) {
            case Slot.Literal(Value value) -> words(value);
            case Slot.Named(String parameter) ->
                    value(parameter).map(RuleWords::words).orElse("（" + parameter + "待定）");
            case Slot.Previous() -> "上期数";
        };
    }

    static String words(Value value) {
        return switch (value) {
            case Value.Numeric(var number) -> number.toString();
            case Value.Money(var yuan) -> yuan + "元";
            case Value.Duration(var span) -> span.toString();
            case Value.Text(String text) -> text;
            case Value.Day(LocalDate day) -> DayWords.full(day);
            case Value other -> other.toString();
        };
    }
}
