package org.mingze.assessment.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mingze.assessment.HeatMap;
import org.mingze.assessment.OverviewPage;
import org.mingze.calendar.Period;
import org.mingze.calendar.Periods;
import org.mingze.calendar.WorkCalendar;
import org.mingze.duty.Obligations;
import org.mingze.duty.Standing;
import org.mingze.duty.Verdict;
import org.mingze.duty.running.FallenDue;
import org.mingze.duty.running.Tallies;
import org.mingze.journal.Archive;
import org.mingze.journal.Entry;
import org.mingze.work.Knowledge;
import org.mingze.work.Sight;

@DisplayName("驾驶舱，样例县")
class OverviewViewTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final Period HALF = Periods.parse("2026下");
    private static final Knowledge KNOWN =
            Knowledge.of(
                    Archive.read(Path.of("samples", "mingchuan")).entries(),
                    WorkCalendar.published());
    private static final Counted COUNTED = counted(KNOWN);

    /// All of a county counted at once.
    static Counted counted(Knowledge known) {
        Tallies tallies = Tallies.over(known);
        Period span = Counted.span(DAY);
        FallenDue fallen = new FallenDue(known, DAY, span.start(), span.end());
        while (fallen.left() > 0) {
            fallen.slice(tallies);
        }
        Counting counting = new Counting(tallies, DAY, fallen.of(_ -> true).toList());
        while (!counting.isDone()) {
            counting.step(tallies);
        }
        return counting.counted(known.size(), List.of());
    }

    private static OverviewPage page(String post, Period period) {
        Sight sight = Sight.of(KNOWN.organization(), post, DAY);
        return OverviewView.of(COUNTED, KNOWN, sight, period, "");
    }

    private static HeatMap.Counts whole(HeatMap map) {
        return map.lines().stream()
                .map(line -> line.cells().getLast().counts())
                .reduce(
                        new HeatMap.Counts(0, 0, 0, 0, 0),
                        (all, one) ->
                                new HeatMap.Counts(
                                        all.kept() + one.kept(),
                                        all.late() + one.late(),
                                        all.breached() + one.breached(),
                                        all.unproven() + one.unproven(),
                                        all.all() + one.all()));
    }

    @Test
    @DisplayName("格里的数就是逐项判定的数")
    void same() {
        HeatMap.Counts counts = whole(page("mingchuan.xianwei.secretary", HALF).levels());
        List<Verdict> verdicts =
                new Obligations(KNOWN, DAY)
                        .verdicts(HALF.start().minusYears(1), HALF.end()).stream()
                                .filter(verdict -> verdict.obligation().bearer().isPresent())
                                .filter(verdict -> verdict.due().filter(HALF::contains).isPresent())
                                .toList();
        Stream<Verdict> breached =
                verdicts.stream().filter(verdict -> verdict.standing() == Standing.BREACHED);
        Stream<Verdict> late =
                verdicts.stream().filter(verdict -> verdict.standing() == Standing.LATE);
        assertThat(counts.breached()).isGreaterThanOrEqualTo(breached.count());
        assertThat(counts.late()).isEqualTo(late.count());
        assertThat(counts.judged()).isPositive();
    }

    @Test
    @DisplayName("层级从上到下，标题说出上下各是多少")
    void finding() {
        OverviewPage page = page("mingchuan.xianwei.secretary", HALF);
        assertThat(page.levels().lines())
                .extracting(line -> line.name().text())
                .containsExactly("县级", "乡镇街道", "村社区");
        assertThat(page.heading().title()).matches("上.*下.：县级\\d+%，村社区\\d+%");
        assertThat(page.levels().coloured()).isTrue();
    }

    private static boolean isOfHeat(Entry entry) {
        return entry.content().text("编号").filter("overview.heat"::equals).isPresent();
    }

    @Test
    @DisplayName("没有定冷热线就不着色，并说出为什么")
    void plain() {
        Knowledge unset =
                Knowledge.of(
                        Archive.read(Path.of("samples", "mingchuan")).entries().stream()
                                .filter(entry -> !isOfHeat(entry))
                                .toList(),
                        WorkCalendar.published());
        Sight sight = Sight.of(unset.organization(), "mingchuan.xianwei.secretary", DAY);
        OverviewPage page = OverviewView.of(counted(unset), unset, sight, HALF, "");
        assertThat(page.levels().coloured()).isFalse();
        assertThat(page.levels().lines())
                .flatExtracting(HeatMap.Line::cells)
                .extracting(HeatMap.Cell::style)
                .allMatch(style -> style.equals("h0") || style.startsWith("hx"));
        assertThat(page.heatNote().pieces()).isNotEmpty();
    }

    @Test
    @DisplayName("街道只看到街道和它的村社区")
    void sight() {
        OverviewPage page = page("qingshi.gongwei.secretary", HALF);
        assertThat(page.levels().lines())
                .extracting(line -> line.name().text())
                .containsExactly("乡镇街道", "村社区");
        assertThat(page.bodies().orElseThrow().lines())
                .extracting(line -> line.name().text())
                .allMatch(name -> !name.contains("城关") && !name.contains("柳河"));
    }

    @Test
    @DisplayName("两个半年的数加起来就是全年的数")
    void adds() {
        HeatMap.Counts year =
                whole(page("mingchuan.xianwei.secretary", Periods.parse("2026")).levels());
        HeatMap.Counts first =
                whole(page("mingchuan.xianwei.secretary", Periods.parse("2026上")).levels());
        HeatMap.Counts second = whole(page("mingchuan.xianwei.secretary", HALF).levels());
        assertThat(year.all()).isEqualTo(first.all() + second.all());
        assertThat(year.kept()).isEqualTo(first.kept() + second.kept());
    }

    @Test
    @DisplayName("问题各阶段的数加起来就是账上的件数，来源也是")
    void flow() {
        OverviewPage.Flow flow = page("mingchuan.xianwei.secretary", HALF).flow();
        int bars =
                flow.bars().stream()
                        .filter(bar -> !bar.stage().text().equals("复发过"))
                        .mapToInt(bar -> Integer.parseInt(bar.count()))
                        .sum();
        int sources =
                flow.sources().stream()
                        .mapToInt(each -> Integer.parseInt(each.counts().getFirst().text()))
                        .sum();
        assertThat(flow.tally()).isEqualTo("账上" + bars + "件");
        assertThat(sources).isEqualTo(bars);
    }

    @Test
    @DisplayName("没有职责的岗位看到为什么空着")
    void nobody() {
        OverviewPage page = page("nobody", HALF);
        assertThat(page.blank()).isPresent();
        assertThat(page.heading().title()).isEqualTo("这一期还没有判出的职责");
    }

    @Test
    @DisplayName("填报负担列不下的折在下面，写明还有几项、算了几笔")
    void folded() {
        OverviewPage.Table burden =
                page("mingchuan.xianwei.secretary", HALF).tables().stream()
                        .filter(table -> table.id().equals("burden"))
                        .findFirst()
                        .orElseThrow();
        int folded =
                burden.rest().rows().stream()
                        .mapToInt(row -> Integer.parseInt(row.get(2).text().replace(",", "")))
                        .sum();
        assertThat(folded).isPositive();
        assertThat(burden.rest().words().replace(",", ""))
                .isEqualTo("另有" + burden.rest().rows().size() + "项职责，算了" + folded + "笔");
    }
}
