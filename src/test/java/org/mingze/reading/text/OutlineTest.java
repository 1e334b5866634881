package org.mingze.reading.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("提纲")
class OutlineTest {

    @Test
    @DisplayName("层级按嵌套深度，不按编号样式")
    void levelsFollowNesting() {
        String said = "一、工作情况\n（一）抓学习。一是学在前；二是用在前。\n1.读原著。\n（1）个人自学。\n①每日一读。\n二、下步打算\n一是抓紧。二是抓实。";
        assertThat(outline(said))
                .containsExactly(
                        "1一、工作情况",
                        "2（一）抓学习",
                        "3一是学在前",
                        "3二是用在前",
                        "3 1.读原著",
                        "4（1）个人自学",
                        "5①每日一读",
                        "1二、下步打算",
                        "2一是抓紧",
                        "2二是抓实");
    }

    @Test
    @DisplayName("半角括号、全角数字、顿号后的空格都认得")
    void readsEveryStyle() {
        String said = "一、\u00a0总体情况\n(一)机构设置。\n１．人员。\n2、经费。\n第二部分 审计发现\n首先，抓早。其次，抓小。";
        assertThat(outline(said))
                .contains("1一、总体情况", "2（一）机构设置".replace('（', '(').replace('）', ')'))
                .anyMatch(line -> line.endsWith("人员"))
                .anyMatch(line -> line.endsWith("经费"))
                .anyMatch(line -> line.endsWith("首先，抓早"));
    }

    @Test
    @DisplayName("没有编号而句式整齐的段首是隐含标题，末段以下一步开头也是")
    void findsImplicitHeadings() {
        String said =
                """
                坚持学习为先，筑牢思想根基。全年组织集中学习，带头讲授党课，覆盖全体党员干部。
                坚持实干为要，推动项目落地。全年调度重点项目，协调解决用地用电等难题。
                下一步，我将继续抓好学习和项目两项工作，把各项任务落到实处，确保年度目标全面完成，向组织交出合格答卷。
                """;
        List<Reading.Heading> headings = ReportReader.read("件.txt", said).outline();
        assertThat(headings).hasSize(3).allMatch(Reading.Heading::implicit);
        assertThat(headings).allMatch(h -> h.level() == 1);
    }

    @Test
    @DisplayName("孤立的一是、小数、年份不是编号")
    void ignoresWhatOnlyLooksLikeMarkers() {
        assertThat(outline("其中一是历史原因。完成1.5万元。2.3亿元到位。2023.5月启动。一、二、三产业融合。")).isEmpty();
    }

    private static List<String> outline(String said) {
        return ReportReader.read("件.txt", said).outline().stream().map(OutlineTest::line).toList();
    }

    private static String line(Reading.Heading heading) {
        boolean digit = Character.isDigit(heading.marker().charAt(0));
        return heading.level() + (digit ? " " : "") + heading.marker() + heading.title();
    }
}
