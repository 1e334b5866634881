package org.mingze.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mingze.reading.review.Decision;
import org.mingze.reading.review.Find;
import org.mingze.reading.review.FindKind;
import org.mingze.reading.review.Reviewed;

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

    @Test
    @DisplayName("题用文件自己写的，一行写不完的接下一行；没有题的用文件名")
    void isTitledByItself() {
        assertThat(read("青石街道水利站\n关于渠道维护的整改报告\n一、问题", List.of()).title())
                .isEqualTo("青石街道水利站关于渠道维护的整改报告");
        assertThat(read("按照统一安排，现报告如下。\n一、问题", List.of()).title()).isEqualTo("方案");
    }

    @Test
    @DisplayName("没有连上问题的措施，采纳了也入不了账，仍算未定")
    void whatBelongsToNoProblemIsNotDecided() {
        String text = "整改方案\n三、整改措施\n1.每月巡渠一次。";
        UnderReview before = read(text, List.of());
        Reviewed loose = before.loose().getFirst();
        Instant at = Instant.parse("2026-11-22T05:00:00Z");
        Decision taken =
                new Decision(
                        new UUID(0, 2),
                        Decision.Act.ACCEPTED,
                        loose.subject(),
                        loose.find(),
                        "p019",
                        at,
                        "");
        Confirmed nothing = new Confirmed(OptionalLong.empty(), Map.of(), Map.of(), Map.of());
        assertThat(read(text, List.of(taken)).open(nothing)).isEqualTo(before.open(nothing));
    }

    @Test
    @DisplayName("问题的来源以人选的为准，再看那句话和题目里写的；都没有写，是本单位自查")
    void whereAProblemComesFrom() {
        Sources sources = new Sources(List.of("巡察", "会议", "组织生活会", "自查"));
        String problems = "\n一、存在的问题\n（一）台账登记不及时。\n（二）组织生活会查摆出学习不深入。";
        UnderReview feedback = read("青石街道巡察反馈问题整改报告" + problems, List.of());
        assertThat(sources(feedback, sources)).containsExactly("巡察", "组织生活会");
        UnderReview own = read("青石街道窗口服务整改报告" + problems, List.of());
        assertThat(sources(own, sources)).containsExactly("自查", "组织生活会");
        assertThat(sources(own, new Sources(List.of("审计")))).as("本县没有这个词，不替人写").contains("");
        Reviewed first = own.of(FindKind.PROBLEM).getFirst();
        Reviewed chosen =
                new Reviewed(
                        first.subject(), first.find().with(Find.SOURCE, "会议"), first.decision());
        assertThat(sources.of(chosen, feedback)).isEqualTo("会议");
    }

    private static List<String> sources(UnderReview review, Sources sources) {
        return review.of(FindKind.PROBLEM).stream()
                .map(problem -> sources.of(problem, review))
                .toList();
    }

    private static LocalDate written(String text) {
        return read(text, List.of()).written();
    }

    private static UnderReview read(String text, List<Decision> decisions) {
        return UnderReview.of(
                new KeptReading(
                        new UUID(0, 1),
                        "方案.txt",
                        "0",
                        text,
                        "qingshi.gongwei",
                        "p019",
                        Instant.parse("2026-11-22T04:00:00Z")),
                decisions);
    }
}
