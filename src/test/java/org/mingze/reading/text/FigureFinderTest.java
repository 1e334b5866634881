package org.mingze.reading.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("找数")
class FigureFinderTest {

    @DisplayName("说出数量的数连同单位找出来")
    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "全年立案3起5人。|3起 5人",
                "共接待群众*批*人次。|*批 *人次",
                "用 18 天完成 45 家企业搬迁。|18 天 45 家",
                "走访企业60余家，解决问题100多个。|60余家 100多个",
                "完成率达95%以上，增长3.5个百分点。|95%以上 3.5个百分点",
                "投入资金1,280.5万元，占总数的一半。|1,280.5万元 一半",
                "百分之八十的村达到标准，三分之一的村提前完成。|百分之八十 三分之一",
                "每季度召开一次会议。|一次",
                "一个月内报送结果。|一个月",
                "抓好教育、医疗、养老三项实事。|三项",
                "已经整改*个、长期推进*，基本完成。|*个 *",
                "召开会议二十余次。|二十余次",
                "收到后5个工作日内答复。|5个工作日"
            })
    void findsMagnitudes(String said, String figures) {
        List<String> texts = figures(said).stream().map(Reading.Figure::text).toList();
        if (figures.contains("天")) {
            assertThat(texts).containsExactly("18 天", "45 家");
        } else {
            assertThat(String.join(" ", texts)).isEqualTo(figures);
        }
    }

    @DisplayName("日期、序数、名称、口号里的数不算")
    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "2024年3月5日召开会议，*月*日再次研究。",
                "****年入党，2022年度考核，近三年来持续推进。",
                "第一，抓学习；第三季度完成；运用第一种形态。",
                "学习党的二十大精神和三中全会精神。",
                "落实“三重一大”制度和“六个方面”要求。",
                "推行“1+5+N”机制，坚持四不两直。",
                "实施三年行动计划，打好三大攻坚战，落实八项规定。",
                "一些干部多次反映，形成一批成果，几十年如一日。",
                "《关于开展三项整治的通知》已经印发。",
                "*街道、*社区、*项目、*大街同步推进。",
                "定了一个目标，开了一次会议。",
                "每季度听取汇报，实行24小时值班。",
                "落实一岗双责，签订四项监督制度承诺。"
            })
    void leavesTheRestAlone(String said) {
        assertThat(figures(said)).isEmpty();
    }

    @Test
    @DisplayName("遮盖的数没有值，约数有标记")
    void marksMaskedAndApproximate() {
        List<Reading.Figure> figures = figures("召开会议**次，走访近30户。");
        assertThat(figures.getFirst().masked()).isTrue();
        assertThat(figures.getFirst().value()).isEmpty();
        assertThat(figures.getLast().approx()).isTrue();
        assertThat(figures.getLast().value()).hasValue(30);
    }

    @Test
    @DisplayName("换页符号和网站标记隔开的词接得上，位置仍指原文")
    void readsAcrossPageMarks() {
        String said = "全镇共排查各类安全生产风险隐患一百二十处并且全部建立台账，已整改\n— 12 —\n98处。共投入##paidbegin##15万元。";
        List<Reading.Figure> figures = figures(said);
        assertThat(figures).extracting(Reading.Figure::text).contains("98处", "15万元");
        assertThat(figures).allMatch(f -> said.startsWith(f.text().substring(0, 1), f.offset()));
    }

    private static List<Reading.Figure> figures(String said) {
        return ReportReader.read("件.txt", said).figures();
    }
}
