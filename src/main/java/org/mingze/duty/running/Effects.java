package org.mingze.duty.running;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.mingze.duty.AsOf;
import org.mingze.duty.Rejection;
import org.mingze.duty.Verdict;
import org.mingze.duty.form.Judging;
import org.mingze.institution.DutyForm;
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
        LocalDate occurred = history.get().current().day();
        AsOf asOf = new AsOf(known, day.isBefore(occurred) ? occurred : day);
        return Concerned.by(history.get(), asOf).stream()
                .filter(owed -> isAnswered(owed.duty().form()))
                .map(owed -> Judging.judge(owed, asOf))
                .map(verdict -> effect(verdict, number))
                .flatMap(Optional::stream)
                .toList();
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
