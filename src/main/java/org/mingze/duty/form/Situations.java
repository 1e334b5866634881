package org.mingze.duty.form;

import java.time.LocalDate;
import java.util.Optional;
import org.mingze.calendar.Period;
import org.mingze.duty.AsOf;
import org.mingze.duty.Obligation;
import org.mingze.duty.ObligationKey;
import org.mingze.duty.Occasion;
import org.mingze.duty.form.breach.Breach;
import org.mingze.duty.form.breach.Ladder;
import org.mingze.duty.situation.Situation;
import org.mingze.institution.Bearer;
import org.mingze.institution.DutyForm;
import org.mingze.institution.Role;
import org.mingze.work.RecordHistory;
import org.mingze.work.WorkRecord;

/// 设境 — the situation in which an obligation's expressions are read.
public final class Situations {
    private Situations() {}

    public static Situation of(Obligation obligation, AsOf asOf) {
        return of(obligation, ruleDay(obligation, asOf), asOf);
    }

    /// The same where the day that governs is known.
    public static Situation of(Obligation obligation, LocalDate ruleDay, AsOf asOf) {
        Situation situation =
                Situation.of(asOf, obligation.enactment().institution(), ruleDay)
                        .borneBy(obligation.bearer());
        if (obligation.duty().bearer() instanceof Bearer.ByRole(Role role)) {
            situation = situation.among(role);
        }
        if (obligation.occasion() instanceof Occasion.InPeriod(Period period)) {
            situation = situation.in(period);
        }
        if (obligation.occasion() instanceof Occasion.OnRecord(long number, var _)) {
            Optional<WorkRecord> trigger =
                    asOf.known().records().history(number).map(RecordHistory::current);
            if (trigger.isPresent()) {
                situation = situation.triggeredBy(trigger.get());
            }
        }
        if (obligation.counterpart().isPresent()) {
            String name =
                    switch (obligation.duty().form()) {
                        case DutyForm.Steps _ -> "卷";
                        case DutyForm.Rota _ -> "班";
                        case DutyForm _ -> "其";
                    };
            situation = situation.bind(name, obligation.counterpart().get());
        }
        return situation;
    }

    /// The day whose rules and numbers govern: the first of the period, that of the trigger, that
    /// on which a breach began, that on which a rung is reached.
    public static LocalDate ruleDay(Obligation obligation, AsOf asOf) {
        return switch (obligation.occasion()) {
            case Occasion.InPeriod(Period period) -> period.start();
            case Occasion.OnRecord(long number, var _) ->
                    asOf.known()
                            .records()
                            .history(number)
                            .map(history -> history.current().day())
                            .orElse(asOf.day());
            case Occasion.OnBreach(ObligationKey breach, int rung) ->
                    (rung > 0
                                    ? Ladder.reachedOn(obligation, asOf)
                                    : Breach.under(breach, asOf).map(Breach::began))
                            .orElse(asOf.day());
        };
    }
}
