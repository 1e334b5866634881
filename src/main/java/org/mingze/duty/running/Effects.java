package org.mingze.duty.running;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.mingze.duty.AsOf;
import org.mingze.duty.Rejection;
import org.mingze.duty.Standing;
import org.mingze.duty.Verdict;
import org.mingze.duty.form.Judging;
import org.mingze.duty.form.Raising;
import org.mingze.institution.Duty;
import org.mingze.institution.DutyForm;
import org.mingze.work.Enactment;
import org.mingze.work.Knowledge;
import org.mingze.work.RecordHistory;

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

    /// What a known record does to obligations, judged on a day. A rule on single records asks no
    /// act, and a share counts none for itself.
    public static List<Effect> of(Knowledge known, long number, LocalDate day) {
        Optional<RecordHistory> history =
                known.records().history(number).filter(found -> !found.isWithdrawn());
        if (history.isEmpty()) {
            return List.of();
        }
        AsOf asOf = asOf(known, history.get(), day);
        return Concerned.by(history.get(), asOf).stream()
                .filter(owed -> isAnswered(owed.duty().form()))
                .map(owed -> Judging.judge(owed, asOf))
                .map(verdict -> effect(verdict, number))
                .flatMap(Optional::stream)
                .toList();
    }

    /// What arises from a known record, judged on a day: rules that judge it, and duties that it
    /// begins; those broken first.
    public static List<Verdict> raised(Knowledge known, long number, LocalDate day) {
        Optional<RecordHistory> history =
                known.records().history(number).filter(found -> !found.isWithdrawn());
        if (history.isEmpty()) {
            return List.of();
        }
        AsOf asOf = asOf(known, history.get(), day);
        Raising raising = new Raising(asOf);
        List<Verdict> raised = new ArrayList<>();
        for (String id : known.rules().institutions()) {
            for (Enactment version : known.rules().versions(id)) {
                for (Duty duty : version.institution().duties()) {
                    raising.on(version, duty, history.get()).stream()
                            .map(owed -> Judging.judge(owed, asOf))
                            .filter(verdict -> verdict.standing() != Standing.NOT_APPLICABLE)
                            .forEach(raised::add);
                }
            }
        }
        raised.sort(Comparator.comparing(verdict -> verdict.standing() != Standing.BREACHED));
        return raised;
    }

    private static AsOf asOf(Knowledge known, RecordHistory history, LocalDate day) {
        LocalDate occurred = history.current().day();
        return new AsOf(known, day.isBefore(occurred) ? occurred : day);
    }

    private static boolean isAnswered(DutyForm form) {
        return !form.isJudgedAtEntry() && !(form instanceof DutyForm.Proportion);
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
