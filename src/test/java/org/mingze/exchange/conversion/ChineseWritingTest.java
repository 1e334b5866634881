package org.mingze.exchange.conversion;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mingze.sheet.Cell;
import org.mingze.sheet.MergedCells;
import org.mingze.sheet.SheetRow;

@DisplayName("办公室的写法：日期、数字、表头")
class ChineseWritingTest {
    private static final OptionalInt YEAR = OptionalInt.of(2025);

    @Test
    @DisplayName("各种日期都认得；没有年份的用表的年份，表也没有就不认")
    void readsDays() {
        for (String text :
                List.of(
                        "2026年3月5日",
                        "2026.3.5",
                        "２０２６年０３月０５日",
                        "2026-03-05",
                        "2026/3/5",
                        "20260305",
                        "2026年 3 月 5 日",
                        "2026年3月5日（星期四）")) {
            assertThat(ChineseDay.read(Cell.of(text), YEAR))
                    .as(text)
                    .contains(LocalDateTime.parse("2026-03-05T00:00"));
        }
        assertThat(ChineseDay.read(Cell.of("3月5日"), YEAR))
                .contains(LocalDateTime.parse("2025-03-05T00:00"));
        assertThat(ChineseDay.read(Cell.of("3月5日"), OptionalInt.empty())).isEmpty();
        assertThat(ChineseDay.lacksYear(Cell.of("3月5日"))).isTrue();
        assertThat(ChineseDay.read(Cell.of("2026年3月5日 下午3:20"), YEAR))
                .contains(LocalDateTime.parse("2026-03-05T15:20"));
        assertThat(ChineseDay.read(new Cell.Amount(new BigDecimal("46086"), true), YEAR))
                .contains(LocalDateTime.parse("2026-03-05T00:00"));
        assertThat(ChineseDay.read(new Cell.Amount(new BigDecimal("46086.375"), true), YEAR))
                .contains(LocalDateTime.parse("2026-03-05T09:00"));
        assertThat(ChineseDay.read(Cell.of("2026年2月30日"), YEAR)).isEmpty();
        assertThat(ChineseDay.year("明川县2024年整改台账")).hasValue(2024);
    }

    @Test
    @DisplayName("全角、千分号、单位、万元和汉字数都认得，认不得的不猜")
    void readsNumbers() {
        assertThat(ChineseNumber.read("１，２００")).contains(new BigDecimal("1200"));
        assertThat(ChineseNumber.read("3.5万")).contains(new BigDecimal("35000"));
        assertThat(ChineseNumber.read("12件")).contains(new BigDecimal("12"));
        assertThat(ChineseNumber.read("十二")).contains(new BigDecimal("12"));
        assertThat(ChineseNumber.read("一百零五人")).contains(new BigDecimal("105"));
        assertThat(ChineseNumber.read("若干")).isEmpty();
        assertThat(ChineseNumber.money("50", "金额（万元）")).contains(new BigDecimal("500000"));
        assertThat(ChineseNumber.money("50万元", "金额（万元）")).contains(new BigDecimal("500000"));
    }

    @Test
    @DisplayName("表头在标题下面，两行的连起来，分组的名称展开；年份取自标题")
    void findsHeads() {
        MergedCells merged =
                new MergedCells(
                        List.of(
                                new MergedCells.Area(1, 0, 1, 4),
                                new MergedCells.Area(3, 0, 4, 0),
                                new MergedCells.Area(3, 1, 4, 1),
                                new MergedCells.Area(3, 2, 3, 4)));
        List<SheetRow> rows = new ArrayList<>();
        rows.add(row(1, "2025年整改台账", "2025年整改台账", "2025年整改台账", "2025年整改台账", "2025年整改台账"));
        rows.add(row(2, "填报单位：六合镇", "", "", "填报日期：3月5日", ""));
        rows.add(row(3, "序号", "问题", "整改", "整改", "整改"));
        rows.add(row(4, "序号", "问题", "措施", "时限", "责任人"));
        rows.add(row(5, "1", "学得不深", "每月学两次", "3月5日", "张三"));
        Optional<Heads> heads = FindingHeads.find(rows, merged);
        assertThat(heads.orElseThrow().names())
                .containsExactly("序号", "问题", "整改/措施", "整改/时限", "整改/责任人");
        assertThat(heads.orElseThrow().first()).isEqualTo(3);
        assertThat(heads.orElseThrow().last()).isEqualTo(4);
        assertThat(heads.orElseThrow().year()).hasValue(2025);
    }

    @Test
    @DisplayName("没有合并的两行表头也连得起来；多一列“怎么改”还是同一种表头")
    void findsHeadsWithoutAreas() {
        List<SheetRow> rows =
                List.of(
                        row(1, "单位", "问题", "整改", "", ""),
                        row(2, "", "", "措施", "时限", "责任人"),
                        row(3, "甲乡", "学得不深", "每月学两次", "3月5日", "张三"));
        assertThat(FindingHeads.find(rows, MergedCells.NONE).orElseThrow().names())
                .contains("整改/时限");
        Heads plain = new Heads("a", 1, 1, List.of("单位", "问题"), List.of());
        Heads mended = new Heads("b", 1, 1, List.of("单位", "问题", Heads.REMEDY), List.of());
        assertThat(mended.digest()).isEqualTo(plain.digest());
    }

    private static SheetRow row(int number, String... texts) {
        return new SheetRow("表一", number, List.of(texts).stream().map(Cell::of).toList());
    }
}
