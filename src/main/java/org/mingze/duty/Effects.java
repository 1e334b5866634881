package org.mingze.duty;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.mingze.calendar.PeriodUnit;
import org.mingze.calendar.Periods;
import org.mingze.duty.form.Judging;
import org.mingze.duty.form.Raising;
import org.mingze.institution.Duty;
import org.mingze.institution.DutyForm;
import org.mingze.institution.Selector;
import org.mingze.institution.expression.Value;
import org.mingze.institution.rota.RotaWork;
import org.mingze.work.Enactment;
import org.mingze.work.Knowledge;
import org.mingze.work.WorkRecord;

/// 计入何处 — the obligations that a record counts for, or would if one more condition held.
public final class Effects {
    private Effects() {}

    /// 一项影响.
    public record Effect(Verdict verdict, Reach reach, Optional<Rejection> failing) {}

    /// How near a record comes.
    public enum Reach {
        COUNTS,
        NEAR,
        LACKING
    }

    /// What a known record does to obligations, judged on a day.
    public static List<Effect> of(Knowledge known, long number, LocalDate day) {
        Optional<WorkRecord> record = known.records().find(number);
        if (record.isEmpty()) {
            return List.of();
        }
        AsOf asOf = new AsOf(known, day.isBefore(record.get().day()) ? record.get().day() : day);
        Raising raising = new Raising(asOf);
        List<Effect> effects = new ArrayList<>();
        for (String id : known.rules().institutions()) {
            for (Enactment enactment : known.rules().versions(id)) {
                for (Duty duty : enactment.institution().duties()) {
                    owed(raising, enactment, duty, record.get(), asOf).stream()
                            .map(obligation -> Judging.judge(obligation, asOf))
                            .map(verdict -> effect(verdict, number))
                            .flatMap(Optional::stream)
                            .forEach(effects::add);
                }
            }
        }
        return effects;
    }

    private static List<Obligation> owed(
            Raising raising, Enactment enactment, Duty duty, WorkRecord record, AsOf asOf) {
        String type = record.type().name();
        return switch (duty.form()) {
            case DutyForm.Frequency form ->
                    names(form.acts(), type)
                            ? periodic(raising, enactment, duty, form.every(), record)
                            : List.of();
            case DutyForm.Coverage form ->
                    names(form.acts(), type)
                            ? periodic(raising, enactment, duty, form.every(), record)
                            : List.of();
            case DutyForm.Response form ->
                    form.answer().recordType().equals(type)
                            ? answered(raising, enactment, duty, form.trigger(), record, asOf)
                            : List.of();
            case DutyForm.ClosedLoop form ->
                    form.closing().filter(act -> act.recordType().equals(type)).isPresent()
                                    || requires(form, type)
                            ? answered(raising, enactment, duty, form.trigger(), record, asOf)
                            : List.of();
            case DutyForm.Rota form ->
                    form.work() instanceof RotaWork.Acts(var acts, var _) && names(acts, type)
                            ? raising.of(enactment, duty, record.day().minusDays(1), record.day())
                            : List.of();
            case DutyForm.Invariant _,
                    DutyForm.Prohibition _,
                    DutyForm.Precedence _,
                    DutyForm.Steps _,
                    DutyForm.Proportion _ ->
                    List.of();
            case DutyForm.BreachResponse form ->
                    form.answer().recordType().equals(type)
                            ? raising.of(enactment, duty, record.day().minusYears(1), asOf.day())
                            : List.of();
            case DutyForm.Escalation form ->
                    form.rungs().stream().anyMatch(rung -> isOf(record, rung.act()))
                            ? raising.of(enactment, duty, record.day().minusYears(1), asOf.day())
                            : List.of();
        };
    }

    private static boolean isOf(WorkRecord record, String kind) {
        return record.field("类").equals(Optional.of(new Value.Text(kind)));
    }

    private static boolean requires(DutyForm.ClosedLoop form, String type) {
        return form.required().stream()
                .anyMatch(
                        required ->
                                required instanceof DutyForm.Requirement.FollowedBy(String follower)
                                        && follower.equals(type));
    }

    private static boolean names(List<Selector> acts, String type) {
        return acts.stream().anyMatch(act -> act.recordType().equals(type));
    }

    private static List<Obligation> periodic(
            Raising raising,
            Enactment enactment,
            Duty duty,
            DutyForm.Cycle every,
            WorkRecord record) {
        LocalDate from =
                every instanceof DutyForm.Cycle.Each(PeriodUnit unit)
                        ? Periods.containing(record.day(), unit).start()
                        : record.day().minusYears(1);
        LocalDate to = every instanceof DutyForm.Cycle.Each ? from : record.day();
        return raising.of(enactment, duty, from, to);
    }

    private static List<Obligation> answered(
            Raising raising,
            Enactment enactment,
            Duty duty,
            Selector trigger,
            WorkRecord record,
            AsOf asOf) {
        return raising.of(enactment, duty, record.day().minusYears(1), asOf.day()).stream()
                .filter(
                        owed ->
                                owed.occasion()
                                                instanceof
                                                Occasion.OnRecord(long root, OptionalLong _)
                                        && root != record.number())
                .filter(_ -> !trigger.recordType().isEmpty())
                .toList();
    }

    private static Optional<Effect> effect(Verdict verdict, long number) {
        boolean counts = verdict.counted().stream().anyMatch(counted -> counted.record() == number);
        if (counts) {
            return Optional.of(new Effect(verdict, Reach.COUNTS, Optional.empty()));
        }
        return verdict.rejected().stream()
                .filter(rejection -> rejection.record() == number)
                .findFirst()
                .map(
                        rejection ->
                                new Effect(
                                        verdict,
                                        rejection.unknown() ? Reach.LACKING : Reach.NEAR,
                                        Optional.of(rejection)));
    }
}
