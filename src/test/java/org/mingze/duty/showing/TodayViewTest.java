package org.mingze.duty.showing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mingze.calendar.Periods;
import org.mingze.calendar.WorkCalendar;
import org.mingze.duty.DutiesPage;
import org.mingze.duty.TodayPage;
import org.mingze.duty.running.KeptJudged;
import org.mingze.journal.Archive;
import org.mingze.web.Balance;
import org.mingze.web.Part;
import org.mingze.web.Row;
import org.mingze.work.Knowledge;

@DisplayName("今日和职责列表，样例县")
class TodayViewTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final Knowledge KNOWN =
            Knowledge.of(
                    Archive.read(Path.of("samples", "mingchuan")).entries(),
                    WorkCalendar.published());

    private static TodayPage today(String post, LocalDate day) {
        return TodayView.of(owed(post, day), OptionalInt.empty(), Set.of());
    }

    private static Optional<Part> part(TodayPage page, String id) {
        return page.parts().stream().filter(part -> part.id().equals(id)).findFirst();
    }

    @Test
    @DisplayName("书记看到逾期的季度承诺，理由是一句话，动作通向填好的会议表单")
    void overdue() {
        TodayPage page = today("qingshi.gongwei.secretary", DAY);
        assertThat(page.finding()).contains("逾期");
        Row promise =
                part(page, "over").orElseThrow().rows().stream()
                        .filter(row -> row.title().text().contains("一季度"))
                        .findFirst()
                        .orElseThrow();
        assertThat(promise.due().left()).matches("逾\\d+个工作日");
        assertThat(promise.act().orElseThrow().href()).startsWith("/records/new/Meeting");
        assertThat(promise.title().href()).contains("occasion=2026%E4%B8%80%E5%AD%A3");
    }

    @Test
    @DisplayName("退回和待核对的几件，也数在标题里")
    void returned() {
        TodayPage page = today("qingshi.gongwei.secretary", DAY);
        Part returned =
                new Part(
                        "returned",
                        "退回和待核对的",
                        "2",
                        true,
                        Optional.empty(),
                        List.of(),
                        Optional.empty());
        assertThat(page.telling(List.of(returned)).finding())
                .isEqualTo(page.finding() + "，退回和待核对2件");
    }

    @Test
    @DisplayName("逾期的，新近的在前：旧的再多也不挡新的")
    void newest() {
        List<Row> over = part(today("qingshi.gongwei.secretary", DAY), "over").orElseThrow().rows();
        assertThat(over)
                .extracting(row -> row.title().text())
                .satisfiesExactly(
                        first -> assertThat(first).contains("十月"),
                        second -> assertThat(second).contains("一季度"));
    }

    @Test
    @DisplayName("没有谈到的下级合成一行，不是十几行")
    void covering() {
        List<Row> later =
                part(today("qingshi.gongwei.secretary", DAY), "later").orElseThrow().rows();
        Row talks =
                later.stream()
                        .filter(row -> row.title().text().contains("谈心谈话"))
                        .findFirst()
                        .orElseThrow();
        assertThat(talks.act().orElseThrow().href())
                .startsWith("/records/new/Talk")
                .contains("%E5%AF%B9%E8%B1%A1=p");
        assertThat(later.size()).isLessThanOrEqualTo(12);
    }

    @Test
    @DisplayName("条里的数加起来就是全部职责")
    void adds() {
        Owed owed = owed("qingshi.gongwei.secretary", DAY);
        TodayPage.PeriodBalance balance =
                TodayView.of(owed, OptionalInt.empty(), Set.of()).balance().orElseThrow();
        assertThat(balance.tally()).isEqualTo(balance.balance().total() + "项职责");
        DutiesPage list =
                DutiesView.of(owed, new DutiesView.Asked(Periods.parse("2026下"), "", "", 1));
        assertThat(list.listing().views().getFirst().tally())
                .isEqualTo(String.valueOf(balance.balance().total()));
        assertThat(
                        list.listing().views().stream()
                                .skip(1)
                                .mapToInt(v -> Integer.parseInt(v.tally()))
                                .sum())
                .isEqualTo(balance.balance().total());
    }

    @Test
    @DisplayName("按状态筛，只剩那个状态")
    void filtered() {
        Owed owed = owed("qingshi.gongwei.secretary", DAY);
        Balance.Share share =
                TodayView.of(owed, OptionalInt.empty(), Set.of())
                        .balance()
                        .orElseThrow()
                        .balance()
                        .shares()
                        .getFirst();
        DutiesPage list =
                DutiesView.of(
                        owed,
                        new DutiesView.Asked(Periods.parse("2026下"), share.mark().word(), "", 1));
        assertThat(list.parts()).extracting(Part::heading).containsExactly(share.mark().word());
    }

    @Test
    @DisplayName("没有职责的岗位看到为什么空着")
    void quiet() {
        TodayPage page = today("nobody", DAY);
        assertThat(page.finding()).isEqualTo("今天没有到期的职责");
        assertThat(page.blank()).isPresent();
        assertThat(page.parts()).isEmpty();
    }

    private static Owed owed(String post, LocalDate day) {
        return new KeptOwed(new KeptJudged()).of(1, KNOWN, post, day);
    }
}
