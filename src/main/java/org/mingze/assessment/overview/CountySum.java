package org.mingze.assessment.overview;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mingze.calendar.Period;
import org.mingze.calendar.PeriodUnit;
import org.mingze.calendar.Periods;
import org.mingze.duty.Standing;
import org.mingze.work.WorkRecords;

/// 一县之和 — of one level and one group of duties, what fell due and how it stands; under the group
/// '' how many records were entered, and how many of them late. Everything that crosses to a
/// superior is in these numbers.
///
/// @param month the first day of the month in which it fell due
record CountySum(
        LocalDate month,
        String level,
        String group,
        long due,
        long kept,
        long late,
        long breached,
        long unproven,
        long records,
        long entered,
        long enteredLate) {
    private record Place(LocalDate month, String level, String group) {}

    /// The sums of everything that was counted, whatever a single post of the county sees.
    static Collection<CountySum> of(Counted counted) {
        Map<Place, Monthly.Sum> sums = new LinkedHashMap<>();
        Map<String, String> levels = new HashMap<>();
        counted.standings()
                .forEach(
                        (owing, monthly) -> {
                            levels.put(owing.body(), owing.level());
                            for (YearMonth month : monthly.months()) {
                                Period only = Periods.containing(month.atDay(1), PeriodUnit.MONTH);
                                Place place =
                                        new Place(month.atDay(1), owing.level(), owing.group());
                                monthly.addTo(
                                        sums.computeIfAbsent(place, _ -> new Monthly.Sum()), only);
                            }
                        });
        Map<Place, CountySum> all = new LinkedHashMap<>();
        sums.forEach((place, sum) -> all.put(place, of(place, sum)));
        for (WorkRecords.Lag lag : counted.lags()) {
            Place place = new Place(lag.month().atDay(1), levels.getOrDefault(lag.body(), ""), "");
            all.merge(place, entered(place, lag), CountySum::with);
        }
        return List.copyOf(all.values());
    }

    private static CountySum of(Place place, Monthly.Sum sum) {
        return new CountySum(
                place.month(),
                place.level(),
                place.group(),
                sum.all(),
                sum.of(Standing.FULFILLED),
                sum.of(Standing.LATE),
                sum.of(Standing.BREACHED),
                sum.of(Standing.UNPROVEN),
                sum.records(),
                0,
                0);
    }

    private static CountySum entered(Place place, WorkRecords.Lag lag) {
        return new CountySum(
                place.month(), place.level(), "", 0, 0, 0, 0, 0, 0, lag.all(), lag.late());
    }

    private CountySum with(CountySum more) {
        return new CountySum(
                month,
                level,
                group,
                due + more.due,
                kept + more.kept,
                late + more.late,
                breached + more.breached,
                unproven + more.unproven,
                records + more.records,
                entered + more.entered,
                enteredLate + more.enteredLate);
    }

    static CountySum read(ResultSet row, LocalDate month) throws SQLException {
        return new CountySum(
                month,
                row.getString("level"),
                row.getString("duty_group"),
                row.getLong("due"),
                row.getLong("kept"),
                row.getLong("late"),
                row.getLong("breached"),
                row.getLong("unproven"),
                row.getLong("records"),
                row.getLong("entered"),
                row.getLong("entered_late"));
    }

    /// Adds it to a sum of the overview; what is not told apart here counts as still open.
    void addTo(Monthly.Sum sum) {
        sum.add(Standing.FULFILLED, kept);
        sum.add(Standing.LATE, late);
        sum.add(Standing.BREACHED, breached);
        sum.add(Standing.UNPROVEN, unproven);
        sum.add(Standing.OPEN, due - kept - late - breached - unproven);
        sum.addRecords(records);
    }
}
