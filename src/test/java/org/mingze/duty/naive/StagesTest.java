package org.mingze.duty.naive;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mingze.duty.AsOf;
import org.mingze.duty.situation.Stages;

@DisplayName("一卷走到哪一阶段")
class StagesTest {
    private final Trial county =
            Trial.under(
                    """
                    案卷:
                      整改:
                        起: 问题
                        阶段:
                          - {名: 已销, 当: '有(承(此, 销号), x -> x.过)'}
                          - {名: 有措施, 当: '有(承(此, 措施))'}
                          - {名: 在改}
                      大事:
                        起: {录: 事项, 且: '大'}
                        阶段: [{名: 已审, 当: '有(承(此, 审查))'}, {名: 未审}]
                    职责:
                      - {号: 平, 谁: 党支部, 督: 党委, 据: 自定 试 D, 式: 频次, 每: 月, 至少: 1, 做: 学习}
                    """);

    private AsOf asOf(String day) {
        return new AsOf(county.known(), LocalDate.parse(day));
    }

    private Optional<String> stage(String day, long root) {
        return Stages.of(asOf(day), root);
    }

    @Test
    @DisplayName("最先成立的一条定阶段，都不成立的在末一阶段，销了以后才算结")
    void isWhereTheFirstConditionThatHoldsSaysItIs() {
        long finding = county.on("2026-01-05").add("问题", "机构", "支1");
        String root = Long.toString(finding);
        county.on("2026-01-10").add("措施", "问题", root);
        county.on("2026-01-20").add("销号", "问题", root, "过", "是");

        assertThat(stage("2026-01-05", finding)).contains("在改");
        assertThat(stage("2026-01-10", finding)).contains("有措施");
        assertThat(stage("2026-01-20", finding)).contains("已销");
        assertThat(Stages.isClosed(asOf("2026-01-19"), finding)).isFalse();
        assertThat(Stages.isClosed(asOf("2026-01-20"), finding)).isTrue();
    }

    @Test
    @DisplayName("排在前面的一条说不清，阶段缺据，也不算结")
    void cannotBeToldWhileAnEarlierConditionCannot() {
        long finding = county.on("2026-01-05").add("问题", "机构", "支1");
        county.on("2026-01-10").add("措施", "问题", Long.toString(finding));
        county.on("2026-01-20").add("销号", "问题", Long.toString(finding));

        assertThat(stage("2026-01-20", finding)).contains("缺据");
        assertThat(Stages.isClosed(asOf("2026-01-20"), finding)).isFalse();
    }

    @Test
    @DisplayName("不在账的、还没到日子的、不立卷的、不合立卷条件的，都没有阶段，也不算结")
    void hasNoStageWithoutADossier() {
        long later = county.on("2026-02-05").add("问题", "机构", "支1");
        county.on("2026-02-05").add("销号", "问题", Long.toString(later), "过", "是");
        long small = county.on("2026-01-05").add("事项", "机构", "支1", "大", "否");
        county.on("2026-01-06").add("审查", "机构", "支1", "事", Long.toString(small));
        long unsaid = county.on("2026-01-05").add("事项", "机构", "支1");
        long study = county.on("2026-01-05").add("学习", "机构", "支1");
        long withdrawn = county.on("2026-01-05").add("问题", "机构", "支1");
        county.on("2026-01-06").withdraw(withdrawn);

        for (long root : new long[] {later, small, unsaid, study, withdrawn, 999}) {
            assertThat(stage("2026-02-04", root)).isEmpty();
            assertThat(Stages.isClosed(asOf("2026-02-04"), root)).isFalse();
        }
        assertThat(stage("2026-02-05", later)).contains("已销");
    }

    @Test
    @DisplayName("写明了结的阶段才算结，不管排第几；复发的又在办")
    void isClosedWhereTheFileSaysSo() {
        Trial own =
                Trial.under(
                        """
                        案卷:
                          整改:
                            起: 问题
                            阶段:
                              - {名: 又来, 当: '有(承(此, 措施), m -> 有(承(此, 销号)) 且 非 有(承(此, 销号), x -> x.时 > m.时))', 旁支: 是}
                              - {名: 已销, 当: '有(承(此, 销号))', 了结: 是}
                              - {名: 在改, 可记: [销号, 更正]}
                        职责:
                          - {号: 平, 谁: 党支部, 督: 党委, 据: 自定 试 D, 式: 频次, 每: 月, 至少: 1, 做: 学习}
                        """);
        long finding = own.on("2026-01-05").add("问题", "机构", "支1");
        String root = Long.toString(finding);
        own.on("2026-01-10").add("销号", "问题", root);
        own.on("2026-01-20").add("措施", "问题", root);

        AsOf closed = new AsOf(own.known(), LocalDate.parse("2026-01-10"));
        AsOf back = new AsOf(own.known(), LocalDate.parse("2026-01-20"));
        assertThat(Stages.isClosed(closed, finding)).isTrue();
        assertThat(Stages.reached(back, finding).orElseThrow().aside()).isTrue();
        assertThat(Stages.isClosed(back, finding)).isFalse();
        assertThat(Stages.declared(own.known().rules(), "问题", LocalDate.parse("2026-01-20")))
                .last()
                .satisfies(stage -> assertThat(stage.acts()).containsExactly("销号", "更正"));
    }

    @Test
    @DisplayName("哪种记录立的卷有哪些阶段，按所写的次序；尚未施行时没有")
    void listsTheStagesOfARecordType() {
        LocalDate day = LocalDate.of(2026, 1, 5);

        assertThat(Stages.named(county.known().rules(), "问题", day))
                .containsExactly("已销", "有措施", "在改");
        assertThat(Stages.named(county.known().rules(), "事项", day)).containsExactly("已审", "未审");
        assertThat(Stages.named(county.known().rules(), "学习", day)).isEmpty();
        assertThat(Stages.named(county.known().rules(), "问题", LocalDate.of(2025, 12, 31)))
                .isEmpty();
    }
}
