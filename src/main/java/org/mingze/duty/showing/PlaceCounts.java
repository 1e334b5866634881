package org.mingze.duty.showing;

import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.mingze.access.Officer;
import org.mingze.access.PlaceTallies;
import org.mingze.calendar.PeriodUnit;
import org.mingze.calendar.Periods;
import org.mingze.web.Place;
import org.mingze.work.ChinaTime;
import org.mingze.work.CountyLedgers;
import org.mingze.work.Knowledge;
import org.springframework.stereotype.Component;

/// 导航计数 — counted again whenever the county's journal has grown or the day has changed.
@Component
class PlaceCounts implements PlaceTallies {
    private static final int KEPT_MAX = 2_000;

    private final CountyLedgers ledgers;
    private final Map<Whose, Counted> kept = new ConcurrentHashMap<>();

    private record Whose(int county, String post) {}

    private record Counted(long size, LocalDate day, Map<Place, Integer> tallies) {}

    PlaceCounts(CountyLedgers ledgers) {
        this.ledgers = ledgers;
    }

    @Override
    public Map<Place, Integer> of(Officer officer) {
        LocalDate today = LocalDate.now(ChinaTime.ZONE);
        Whose whose = new Whose(officer.county(), officer.post().code());
        Counted counted = ledgers.ask(officer.county(), known -> current(whose, known, today));
        return counted.tallies();
    }

    private Counted current(Whose whose, Knowledge known, LocalDate today) {
        Counted before = kept.get(whose);
        if (before != null && before.size() == known.size() && before.day().equals(today)) {
            return before;
        }
        Owed owed = Owed.of(known, whose.post(), today);
        Counted now =
                new Counted(
                        known.size(),
                        today,
                        Map.of(
                                Place.TODAY,
                                TodayView.urgent(owed),
                                Place.DUTIES,
                                owed.in(Periods.containing(today, PeriodUnit.HALF_YEAR)).size()));
        if (kept.size() >= KEPT_MAX) {
            kept.clear();
        }
        kept.put(whose, now);
        return now;
    }
}
