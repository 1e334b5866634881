package org.mingze.assessment.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("冷热线")
class HeatLinesTest {
    private static final HeatLines SET =
            new HeatLines("overview.heat", "办法", Optional.of(new HeatLines.Lines(30, 95)));

    @Test
    @DisplayName("不足冷线是最冷一级，达到热线是最热一级，其间均分")
    void steps() {
        assertThat(SET.step(29)).contains(1);
        assertThat(SET.step(30)).contains(2);
        assertThat(SET.step(94)).contains(8);
        assertThat(SET.step(95)).contains(9);
        assertThat(SET.step(100)).contains(9);
    }

    @Test
    @DisplayName("冷、温、热按线叫")
    void warmth() {
        assertThat(SET.warmth(29)).contains(HeatLines.Warmth.COLD);
        assertThat(SET.warmth(30)).contains(HeatLines.Warmth.WARM);
        assertThat(SET.warmth(95)).contains(HeatLines.Warmth.HOT);
    }

    @Test
    @DisplayName("没有设线就没有冷热")
    void unset() {
        HeatLines open = new HeatLines("overview.heat", "办法", Optional.empty());
        assertThat(open.step(50)).isEmpty();
        assertThat(open.warmth(50)).isEmpty();
    }
}
