package org.mingze.duty.situation;

import java.time.LocalDate;
import java.util.Optional;
import org.mingze.calendar.Period;
import org.mingze.calendar.Periods;
import org.mingze.duty.AsOf;
import org.mingze.duty.Obligation;
import org.mingze.duty.ObligationKey;
import org.mingze.duty.Occasion;
import org.mingze.journal.Entry;
import org.mingze.organization.Body;
import org.mingze.organization.Organization;
import org.mingze.work.Knowledge;
import org.mingze.work.RecordHistory;

/// 已结之期 — which obligations a 月结 covers, and which acts came after one.
public final class ClosedPeriods {
    private ClosedPeriods() {}

    /// The 月结 that covered an obligation before an entry was made; what that entry does is 事后.
    public static Optional<Entry> closing(Obligation owed, Entry later, AsOf asOf) {
        return asOf.known().acts("月结").stream()
                .filter(close -> close.number() < later.number())
                .filter(close -> covers(close, owed, asOf))
                .findFirst();
    }

    /// Whether a 月结 covers an obligation: its occasion ends in the period, and its bearer is
    /// within the body.
    public static boolean covers(Entry close, Obligation owed, AsOf asOf) {
        Optional<Period> period = period(close);
        return period.isPresent()
                && isIn(owed.occasion(), period.get(), asOf.known())
                && isWithin(owed, close.content().text("机构"), close.occurred().day(), asOf);
    }

    private static Optional<Period> period(Entry close) {
        try {
            return close.content().text("期").map(Periods::parse);
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    /// A period belongs to that in which it ends, a record to that in which it happened, a rung to
    /// that of the breach.
    public static boolean isIn(Occasion occasion, Period period, Knowledge known) {
        return switch (occasion) {
            case Occasion.InPeriod(Period own) -> period.contains(own.end());
            case Occasion.OnRecord(long number, var _) ->
                    known.records()
                            .history(number)
                            .map(RecordHistory::current)
                            .filter(record -> period.contains(record.day()))
                            .isPresent();
            case Occasion.OnBreach(ObligationKey breach, int _) ->
                    isIn(Occasion.parse(breach.occasion()), period, known);
        };
    }

    /// Whether the bearer is the body, one of its posts, or below it; no body means the county.
    public static boolean isWithin(
            Obligation owed, Optional<String> body, LocalDate day, AsOf asOf) {
        if (body.isEmpty()) {
            return true;
        }
        Organization organization = asOf.known().organization();
        Optional<String> at =
                Situation.of(asOf, owed.enactment().institution(), day)
                        .borneBy(owed.bearer())
                        .body();
        while (at.isPresent() && !at.equals(body)) {
            at = organization.superior(at.get(), day).map(Body::code);
        }
        return at.isPresent();
    }
}
