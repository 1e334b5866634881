package org.mingze.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("正在审读的一份文件")
class UnderReviewTest {
    @Test
    @DisplayName("方案里写着年底的期限，没有写年的日子从读它那天算起，不从年底算起")
    void aPlanTellsOfDaysToCome() {
        assertThat(written("整改方案\n（一）2026年12月31日前完成排查。\n（二）12月20日前完成培训。"))
                .isEqualTo(LocalDate.of(2026, 11, 22));
    }

    @Test
    @DisplayName("去年的报告今年才读，没有写年的日子从报告期末算起")
    void anOldReportKeepsItsPeriod() {
        assertThat(written("述职报告\n2025年上半年，我召开会议12次。")).isEqualTo(LocalDate.of(2025, 6, 30));
    }

    private static LocalDate written(String text) {
        return UnderReview.of(
                        new KeptReading(
                                new UUID(0, 1),
                                "方案.txt",
                                "0",
                                text,
                                "qingshi.gongwei",
                                "p019",
                                Instant.parse("2026-11-22T04:00:00Z")),
                        List.of())
                .written();
    }
}
