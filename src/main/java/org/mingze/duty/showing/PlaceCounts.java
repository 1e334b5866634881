package org.mingze.duty.showing;

import java.time.LocalDate;
import java.util.Map;
import org.mingze.access.Officer;
import org.mingze.access.PlaceTallies;
import org.mingze.calendar.PeriodUnit;
import org.mingze.calendar.Periods;
import org.mingze.web.Place;
import org.mingze.work.ChinaTime;
import org.mingze.work.CountyLedgers;
import org.springframework.stereotype.Component;

/// 导航计数 — how much is owed, beside the places where it is listed.
@Component
class PlaceCounts implements PlaceTallies {
    private final CountyLedgers ledgers;
    private final KeptOwed kept;

    PlaceCounts(CountyLedgers ledgers, KeptOwed kept) {
        this.ledgers = ledgers;
        this.kept = kept;
    }

    @Override
    public Map<Place, Integer> of(Officer officer) {
        LocalDate today = LocalDate.now(ChinaTime.ZONE);
        return ledgers.ask(
                officer.county(),
                known ->
                        tallies(
                                kept.of(officer.county(), known, officer.post().code(), today),
                                today));
    }

    private static Map<Place, Integer> tallies(Owed owed, LocalDate today) {
        return Map.of(
                Place.TODAY,
                TodayView.urgent(owed),
                Place.DUTIES,
                owed.in(Periods.containing(today, PeriodUnit.HALF_YEAR)).size());
    }
}
