package org.mingze.duty.naive;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mingze.calendar.Periods;
import org.mingze.duty.Obligation;
import org.mingze.duty.ObligationKey;
import org.mingze.duty.Obligations;
import org.mingze.duty.closing.CloseCheck;
import org.mingze.duty.closing.DutyBalance;
import org.mingze.duty.closing.PeriodClose;
import org.mingze.duty.naive.RandomHistories.History;
import org.mingze.duty.situation.ClosedPeriods;
import org.mingze.journal.Entry;
import org.mingze.journal.Recorder;
import org.mingze.work.ChinaTime;
import org.mingze.work.Knowledge;

@DisplayName("守恒：应等于各种情形之和，每一笔之后都是")
class ConservationTest {
    private static final int HISTORIES = Integer.getInteger("mingze.conservation", 30);
    private static final int LENGTH = 14;
    private static final YearMonth FIRST = YearMonth.of(2026, 1);

    @Test
    @DisplayName("每一笔之后，每项职责每个月：应 = 已履+迟履+违+免+停+撤+不适用+缺据+冲突+未了")
    void nothingRaisedIsLost() {
        int compared = 0;
        for (long seed = 1; seed <= HISTORIES; seed++) {
            History history = RandomHistories.of(seed, LENGTH);
            Knowledge known =
                    Knowledge.of(
                            history.entries().subList(0, history.setUp()), Comparison.CALENDAR);
            for (Entry entry :
                    history.entries().subList(history.setUp(), history.entries().size())) {
                known.apply(entry);
                LocalDate day = ChinaTime.day(entry.recordedAt());
                for (int month = 0; month < 4; month++) {
                    compared += compare(known, FIRST.plusMonths(month), day);
                }
            }
        }
        assertThat(compared).isPositive();
    }

    private static int compare(Knowledge known, YearMonth month, LocalDate day) {
        var period = Periods.parse(month.toString());
        Map<String, Long> raised =
                new Obligations(known, day)
                        .raised(period.start(), period.end()).stream()
                                .filter(owed -> ClosedPeriods.isIn(owed.occasion(), period, known))
                                .map(Obligation::key)
                                .distinct()
                                .collect(
                                        Collectors.groupingBy(
                                                ConservationTest::name,
                                                TreeMap::new,
                                                Collectors.counting()));
        Map<String, Long> balanced = new TreeMap<>();
        for (DutyBalance balance :
                PeriodClose.of(known, period, Optional.empty(), day, "").balances()) {
            balanced.put(balance.name(), (long) balance.raised());
        }
        assertThat(balanced).isEqualTo(raised);
        return raised.size();
    }

    private static String name(ObligationKey key) {
        return key.institution() + "/" + key.duty();
    }

    @Test
    @DisplayName("随机账中途月结，此后无论记什么，签下的余额都核得过")
    void whatIsClosedStays() {
        for (long seed = 1; seed <= HISTORIES; seed++) {
            History history = RandomHistories.of(seed, LENGTH * 2);
            List<Entry> entries = new ArrayList<>(history.entries());
            Entry last = entries.getLast();
            LocalDate day = ChinaTime.day(last.recordedAt());
            Knowledge known = Knowledge.of(entries, Comparison.CALENDAR);
            PeriodClose close =
                    PeriodClose.of(
                            known,
                            Periods.parse(YearMonth.from(day).minusMonths(1).toString()),
                            Optional.empty(),
                            day,
                            "");
            entries.add(
                    Entry.of(
                            entries.size() + 1L,
                            close.draft(Recorder.SETUP),
                            last.recordedAt().plusMillis(1)));
            entries.add(
                    RandomHistories.entry(
                            entries.size() + 1L,
                            "撤销",
                            day.plusDays(1),
                            day.plusDays(1),
                            withdrawing(history.setUp() + 1L)));
            assertThat(CloseCheck.misfits(entries, Comparison.CALENDAR)).isEmpty();
        }
    }

    private static org.mingze.journal.Content.Group withdrawing(long number) {
        return new org.mingze.journal.Content.Group(
                Map.of(
                        "原", new org.mingze.journal.Content.Text(Long.toString(number)),
                        "因", new org.mingze.journal.Content.Text("误录")));
    }
}
