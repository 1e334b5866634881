package org.mingze.duty.naive;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mingze.duty.Standing;
import org.mingze.duty.Verdict;

@DisplayName("排班的一班，做没做、满没满，说得清说不清")
class RotaDaysTest {
    private final Trial county = new Trial("try.rotas");

    private Verdict day(String duty, String bearer, String day) {
        return county.verdict("2026-02-20", duty, bearer, "", day);
    }

    private void shift(String entered, String from, String to) {
        county.on(entered).add("值班", "机构", "支1", "自", from, "止", to);
    }

    @Test
    @DisplayName("先录的一班在后，照先后接得上就满")
    void joinsShiftsInTheOrderInWhichTheyStood() {
        shift("2026-01-07", "2026-01-09T12:00", "2026-01-10T00:00");
        shift("2026-01-08", "2026-01-09T00:00", "2026-01-09T12:00");

        assertThat(day("班.满", "支1", "2026-01-09").standing()).isEqualTo(Standing.FULFILLED);
        assertThat(day("班.满", "支1", "2026-01-09").note()).isEmpty();
    }

    @Test
    @DisplayName("没满的说从几点起无人")
    void saysSinceWhenNobodyWasThere() {
        shift("2026-01-08", "2026-01-08T20:00", "2026-01-09T08:30");

        assertThat(day("班.满", "支1", "2026-01-09").standing()).isEqualTo(Standing.BREACHED);
        assertThat(day("班.满", "支1", "2026-01-09").note()).isEqualTo("自08:30起无人值守");
    }

    @Test
    @DisplayName("建账以前的一班不详，建账那日起的不说")
    void doesNotKnowTheDaysBeforeTheOpening() {
        county.on("2026-01-01").add("建账", "型", "学习", "自", "2026-01-10");

        assertThat(day("班.周", "支1", "2026-01-07").standing()).isEqualTo(Standing.UNPROVEN);
        assertThat(day("班.周", "支1", "2026-01-07").note()).isEqualTo("建账前的记录不详");
        assertThat(day("班.周", "支1", "2026-01-10").standing()).isEqualTo(Standing.BREACHED);
        assertThat(day("班.周", "支1", "2026-01-10").note()).isEmpty();
    }
}
