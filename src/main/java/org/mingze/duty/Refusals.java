package org.mingze.duty;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mingze.duty.form.Judging;
import org.mingze.duty.form.Raising;
import org.mingze.institution.Duty;
import org.mingze.institution.DutyForm;
import org.mingze.journal.Entry;
import org.mingze.journal.EntryMode;
import org.mingze.work.Enactment;
import org.mingze.work.Knowledge;
import org.mingze.work.RecordHistory;

/// 入账时的规矩 — what the institutions in force say to a record as it enters: 拒 an act done here and
/// now, 警 or 记 a fact. A fact is never refused.
public final class Refusals {
    private Refusals() {}

    /// 一条意见 — one rule that the record breaks or leaves open, and what it does about it.
    public record Opinion(Verdict verdict, DutyForm.Consequence consequence, boolean refuses) {
        /// What the record itself does not say, so that the rule cannot judge it.
        public Optional<Rejection> lacking(long number) {
            return verdict.rejected().stream()
                    .filter(_ -> verdict.standing() == Standing.UNPROVEN)
                    .filter(failing -> failing.unknown() && failing.record() == number)
                    .findFirst();
        }
    }

    /// 一条回答 — a rule that speaks of the record, how the record stands before it, and what it would
    /// do about a breach.
    public record Answer(Verdict verdict, DutyForm.Consequence consequence) {}

    /// The opinions on a record that has just been taken into what is known.
    public static List<Opinion> of(Knowledge known, Entry entry) {
        return answers(known, entry).stream()
                .map(answer -> opinion(answer.verdict(), answer.consequence(), entry.mode()))
                .flatMap(Optional::stream)
                .toList();
    }

    /// What every rule in force that speaks of such a record answers, those that it keeps among
    /// them.
    public static List<Answer> answers(Knowledge known, Entry entry) {
        Optional<RecordHistory> history = known.records().history(entry.number());
        if (history.isEmpty()) {
            return List.of();
        }
        LocalDate day = entry.occurred().day();
        AsOf asOf = new AsOf(known, day);
        Raising raising = new Raising(asOf);
        List<Answer> answers = new ArrayList<>();
        for (String id : known.rules().institutions()) {
            Optional<Enactment> enactment = known.rules().inForce(id, day);
            for (Duty duty : enactment.map(e -> e.institution().duties()).orElse(List.of())) {
                Optional<DutyForm.Consequence> consequence = consequence(duty.form());
                boolean triggers =
                        Obligations.triggers(duty.form()).stream()
                                .anyMatch(by -> by.recordType().equals(entry.kind()));
                if (consequence.isPresent() && triggers) {
                    raising.on(enactment.get(), duty, history.get()).stream()
                            .map(owed -> Judging.judge(owed, asOf))
                            .forEach(
                                    verdict -> answers.add(new Answer(verdict, consequence.get())));
                }
            }
        }
        return answers;
    }

    private static Optional<Opinion> opinion(
            Verdict verdict, DutyForm.Consequence consequence, EntryMode mode) {
        boolean definite = verdict.standing() == Standing.BREACHED;
        boolean unknown = verdict.standing() == Standing.UNPROVEN;
        boolean blocks = consequence == DutyForm.Consequence.REFUSE && mode == EntryMode.DONE;
        return definite || unknown
                ? Optional.of(new Opinion(verdict, consequence, blocks))
                : Optional.empty();
    }

    /// 违则 of the forms that judge a record as it enters.
    public static Optional<DutyForm.Consequence> consequence(DutyForm form) {
        return switch (form) {
            case DutyForm.Invariant invariant -> Optional.of(invariant.consequence());
            case DutyForm.Prohibition prohibition -> Optional.of(prohibition.consequence());
            case DutyForm.Precedence precedence -> Optional.of(precedence.consequence());
            case DutyForm.Steps steps -> Optional.of(steps.consequence());
            case DutyForm.Frequency _,
                    DutyForm.Coverage _,
                    DutyForm.Proportion _,
                    DutyForm.Rota _,
                    DutyForm.Response _,
                    DutyForm.ClosedLoop _,
                    DutyForm.BreachResponse _,
                    DutyForm.Escalation _ ->
                    Optional.empty();
        };
    }
}
