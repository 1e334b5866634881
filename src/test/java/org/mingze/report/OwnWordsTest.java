package org.mingze.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mingze.report.kept.OwnWords;
import org.mingze.report.kept.ReportChanges;

@DisplayName("本人写的段落和两次之间的变化")
class OwnWordsTest {
    private final Books books =
            Books.opened(
                    Books.institution(
                            "{题: 履职情况, 句: ['学习{学习数}，研讨{研讨数}。']}",
                            "{题: 问题, 句: [{列: [履, 违]}]}",
                            "{题: 下步打算, 句: [{自写: 打算}]}"));
    private final OwnWords own = OwnWords.parse("题外\n## 下步打算/打算\n抓学习。\n\n抓整改。\n## 旧板块\n原来的话。\n");

    @Test
    @DisplayName("数字重写，本人写的原样保留，一行一段")
    void wordsStayWhenFiguresChange() {
        books.study("2026-02-14", "研讨");
        DutyReport before = books.report(Books.TO, own);
        books.study("2026-03-16", "集体学习");
        DutyReport after = books.report(Books.TO, own);
        for (DutyReport report : new DutyReport[] {before, after}) {
            assertThat(report.sections().getLast().paragraphs())
                    .extracting(DutyReport.Paragraph::text)
                    .containsExactly("抓学习。", "抓整改。");
        }
        assertThat(after.annex().getFirst().shown()).isEqualTo("2");
    }

    @Test
    @DisplayName("没有位置可放的话不丢，说出来")
    void wordsWithoutPlaceAreNamed() {
        assertThat(books.report(Books.TO, own).findings())
                .extracting(DutyReport.Finding::text)
                .contains("本人写的“旧板块”在模板里没有位置，没有用上。把它挪到现有的位置。");
    }

    @Test
    @DisplayName("本人写的数不是账上数的，要核实")
    void numbersInOwnWordsAreNamed() {
        assertThat(books.report(Books.TO, new OwnWords(Map.of("打算", "再学10次。"))).findings())
                .extracting(DutyReport.Finding::text)
                .anyMatch(text -> text.contains("不是从账上数的"));
    }

    @Test
    @DisplayName("变化逐条说出：数、记录、句子、本人写的")
    void changesAreListed() {
        books.study("2026-02-14", "研讨");
        DutyReport before = books.report(Books.TO, OwnWords.NONE);
        long added = books.study("2026-05-16", "研讨");
        DutyReport after = books.report(Books.TO, own);
        assertThat(ReportChanges.between(before, after))
                .contains(
                        "“集体学习”由1次改为2次，新计第" + added + "号。",
                        "“集体研讨”由1次改为2次，新计第" + added + "号。",
                        "本人写的“打算”改了。")
                .anyMatch(change -> change.startsWith("新写：二季度集体研讨"));
        assertThat(ReportChanges.between(after, after)).isEmpty();
    }

    @Test
    @DisplayName("更正换了记录而数不变，也说出来")
    void recordsMayChangeUnderTheSameNumber() {
        long first = books.study("2026-02-14", "研讨");
        DutyReport before = books.report(Books.TO, OwnWords.NONE);
        books.correct("2026-03-01", first, "类", "集体学习");
        long second = books.study("2026-03-16", "研讨");
        DutyReport after = books.report(Books.TO, OwnWords.NONE);
        assertThat(ReportChanges.between(before, after))
                .contains("“集体研讨”仍是1次，记录变了，新计第" + second + "号，不再计第" + first + "号。");
    }
}
