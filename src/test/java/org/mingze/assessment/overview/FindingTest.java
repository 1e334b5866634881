package org.mingze.assessment.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mingze.assessment.HeatMap;
import org.mingze.assessment.OverviewPage;
import org.mingze.calendar.Periods;
import org.mingze.calendar.WorkCalendar;
import org.mingze.journal.Archive;
import org.mingze.journal.Content;
import org.mingze.journal.Draft;
import org.mingze.journal.Entry;
import org.mingze.journal.EntryMode;
import org.mingze.journal.Occurred;
import org.mingze.journal.Recorder;
import org.mingze.work.Knowledge;
import org.mingze.work.Sight;

@DisplayName("县里定了冷热线以后")
class FindingTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final Knowledge KNOWN =
            Knowledge.of(
                    Archive.read(Path.of("samples", "mingchuan")).entries(),
                    WorkCalendar.published());
    private static final String LINES =
            """
            制度: 明川县履责冷热线
            编号: overview.heat
            施行: {自: 2025-01-01}
            用: [公共]
            出处:
              县: {名: 明川县履责情况分析办法, 条文: {}}
            参数:
              冷线: {型: 整, 值: 待定, 许设: 县, 下界: 1, 上界: 100}
              热线: {型: 整, 值: 待定, 许设: 县, 下界: 1, 上界: 100}
            职责: []
            """;

    @BeforeAll
    static void set() {
        enter("施行", Map.of("编号", "overview.heat", "自", "2025-01-01", "文", LINES));
        enter("设参", Map.of("编号", "overview.heat", "参", "冷线", "值", "95", "自", "2025-01-01"));
        enter("设参", Map.of("编号", "overview.heat", "参", "热线", "值", "98", "自", "2025-01-01"));
    }

    private static void enter(String kind, Map<String, String> fields) {
        Map<String, Content> content = new LinkedHashMap<>();
        fields.forEach((name, value) -> content.put(name, new Content.Text(value)));
        Draft draft =
                new Draft(
                        kind,
                        Occurred.on(DAY),
                        new Recorder("p008", "mingchuan.xianwei.office"),
                        EntryMode.DONE,
                        new Content.Group(content));
        Instant now = Instant.parse("2026-11-20T02:00:00Z");
        KNOWN.apply(Entry.of(KNOWN.size() + 1, draft, now));
    }

    @Test
    @DisplayName("标题说上中下的冷热，格子着色，并说出是谁定的线")
    void called() {
        Counted counted = OverviewViewTest.counted(KNOWN);
        Sight sight = Sight.of(KNOWN.organization(), "mingchuan.xianwei.secretary", DAY);
        OverviewPage page = OverviewView.of(counted, KNOWN, sight, Periods.parse("2026下"), "村");
        assertThat(page.heading().title()).startsWith("上中热下冷：县级98%，村社区");
        assertThat(page.levels().coloured()).isTrue();
        assertThat(page.levels().lines().getFirst().cells())
                .extracting(HeatMap.Cell::style)
                .contains("h9");
        assertThat(page.heatNote().toString()).contains("不足95最冷").contains("履责冷热线");
        assertThat(page.bodies().orElseThrow().caption()).startsWith("村社区");
    }
}
