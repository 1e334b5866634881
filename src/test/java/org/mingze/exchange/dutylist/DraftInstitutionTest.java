package org.mingze.exchange.dutylist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mingze.institution.InstitutionFiles;
import org.mingze.institution.Loaded;

@DisplayName("责任清单读成制度的草案")
class DraftInstitutionTest {
    private static final Path VOCABULARY =
            Path.of("institutions/vocabulary/common/2020-01-01.yaml");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    private static List<SourceLine> lines(String text) {
        List<SourceLine> lines = new ArrayList<>();
        for (String line : text.lines().toList()) {
            lines.add(
                    new SourceLine("第" + (lines.size() + 1) + "行", List.of(line.split("\t", -1))));
        }
        return lines;
    }

    private static List<InstitutionFiles.SourceFile> vocabularies() throws IOException {
        return List.of(new InstitutionFiles.SourceFile("common", Files.readString(VOCABULARY)));
    }

    private static List<ReadDuty> duties(String text) throws IOException {
        var vocabulary = InstitutionFiles.read(vocabularies()).vocabulary();
        return FindingDutyLines.in(lines(text)).lines().stream()
                .map(line -> ReadDuty.of(line, vocabulary))
                .toList();
    }

    private static DraftInstitution.Written draft(String text) throws IOException {
        return DraftInstitution.of(
                "清单.docx",
                FindingDutyLines.in(lines(text)).title(),
                TODAY,
                duties(text),
                vocabularies());
    }

    private static final String TABLE =
            """
            青石街道2026年全面从严治党责任清单
            序号\t责任主体\t责任内容\t完成时限\t佐证材料\t制度依据
            1\t党工委\t专题研究全面从严治党工作\t每半年至少1次\t会议纪要\t《责任制规定》第七条
            2\t\t开展集体学习\t每季度\t学习记录\t
            3\t党工委书记\t讲党课\t每年不少于两次\t讲稿\t
            4\t党工委书记、班子成员\t开展谈心谈话\t定期\t谈话记录\t
            5\t网格长\t巡查'一户一档'#甲\t每月2次\t照片\t
            6\t班子成员\t弘扬正气\t长期\t\t
            7\t党工委书记\t述职述廉\t每年12月底前1次\t述职报告\t
            """;

    @Test
    @DisplayName("表里的条：谁、做什么、多久读出来写成规则，没有写明的数是待定，整份没有错误")
    void readsTables() throws IOException {
        DraftInstitution.Written written = draft(TABLE);
        assertThat(written.diagnostics()).isEmpty();
        assertThat(written.unfit()).containsExactlyInAnyOrder(5, 6);
        assertThat(written.text())
                .contains("制度: '青石街道2026年全面从严治党责任清单'")
                .contains("态: 草案")
                .contains("  - 号: 第1条\n    名: '专题研究全面从严治党工作'\n    谁: 党委党组\n    据: 清单 1 D")
                .contains("做: 会议\n    每: 半年\n    至少: 1")
                .contains(
                        "谁: 党委党组\n    据: 清单 2 D\n    式: 频次\n    做: {录: 学习, 且: '类 = \"集体学习\"'}\n    每: 季\n    至少: 次数2")
                .contains("次数2: {型: 整, 值: 待定, 下界: 1}")
                .contains("做: {录: 学习, 且: '类 = \"党课\"'}\n    每: 年\n    至少: 2")
                .contains("- 号: 第4条\n")
                .contains("- 号: 第4条.2\n")
                .contains("周期4: {型: 期, 值: 待定}")
                .contains("窗: {自: 01-01, 至: 12-31}\n    至少: 1")
                .contains("# 佐证：会议纪要")
                .contains("# 依据：《责任制规定》第七条")
                .contains("# 第1条，出自清单.docx 第3行")
                .contains("  # - 号: 第5条")
                .contains("# 待定 谁：“网格长”不在词汇的角色里")
                .doesNotContain("\n  - 号: 第5条");
        assertThat(InstitutionFiles.read(all(written)).institutions())
                .singleElement()
                .satisfies(
                        institution -> {
                            assertThat(institution.duties()).hasSize(6);
                            assertThat(institution.parameters()).containsKeys("次数2", "周期4", "次数4");
                        });
    }

    private static List<InstitutionFiles.SourceFile> all(DraftInstitution.Written written)
            throws IOException {
        List<InstitutionFiles.SourceFile> files = new ArrayList<>(vocabularies());
        files.add(new InstitutionFiles.SourceFile("草案.yaml", written.text()));
        return files;
    }

    @Test
    @DisplayName("文字里的条：标题说谁，句里说谁的以句为准；没有说多久的句不算条")
    void readsProse() throws IOException {
        String text =
                """
                柳河镇党委履行主体责任清单
                一、党委领导班子责任
                1.每半年至少专题研究1次党风廉政建设。（佐证：会议纪要）
                2.加强理论武装，坚持正确方向。
                二、党委书记责任
                （一）每季度听取班子成员履责情况汇报；每年讲党课不少于2次。
                （二）纪委每季度开展1次监督检查，依据《监督办法》第九条。
                """;
        List<ReadDuty> duties = duties(text);
        assertThat(duties)
                .extracting(
                        each ->
                                each.roles()
                                        + " "
                                        + each.selector().orElse("")
                                        + " "
                                        + each.frequency().period().orElse("")
                                        + each.frequency().count())
                .containsExactly(
                        "[党委党组] 会议 半年OptionalInt[1]",
                        "[党委书记] 会议 季OptionalInt.empty",
                        "[党委书记] {录: 学习, 且: '类 = \"党课\"'} 年OptionalInt[2]",
                        "[纪委] 检查 季OptionalInt[1]");
        assertThat(duties.getFirst().line().evidence()).isEqualTo("会议纪要");
        assertThat(duties.getLast().line().basis()).isEqualTo("《监督办法》第九条");
        assertThat(draft(text).diagnostics()).isEmpty();
    }

    @Test
    @DisplayName("引号、井号、冒号和制表的怪字不坏文件；一条都写不成时说出错误，不丢内容")
    void survivesOddWords() throws IOException {
        DraftInstitution.Written odd =
                draft(
                        """
                        清单: "甲" #乙
                        责任主体\t责任内容\t频次
                        党支部\t召开会议: '三会' {一课} #月 & *星\t每月1次
                        """);
        assertThat(odd.diagnostics()).isEmpty();
        assertThat(odd.text()).contains("名: '召开会议: ''三会'' {一课} #月 & *星'");
        DraftInstitution.Written none = draft("清单\n责任主体\t责任内容\n网格长\t弘扬正气\n");
        assertThat(none.unfit()).containsExactly(1);
        assertThat(none.text()).contains("弘扬正气");
        assertThat(none.diagnostics()).isNotEmpty();
    }

    private static final String SHAPES =
            """
            清河镇履职责任清单
            责任主体\t责任内容\t频次
            信访局\t收到信访件后15个工作日内作出答复\t
            信访局\t收到信访件后15日内予以受理\t
            党委书记\t每周一坐班值班\t
            党委\t未经合法性审查的，不得提请研究重大决策\t
            党委\t严禁超标准公务接待\t
            班子成员\t与所有党员开展谈心谈话，每年1次，实现全覆盖\t
            督查室\t问题销号率每季度不低于95%\t
            党委\t大额资金使用须经党委集体研究\t
            督查室\t逾期未整改的，依次提醒、约谈、通报\t
            """;

    @Test
    @DisplayName("不是频次的条也读成规则：几日内、轮值；写得够的成规则，整份没有错误")
    void readsOtherForms() throws IOException {
        DraftInstitution.Written written = draft(SHAPES);
        assertThat(written.diagnostics()).isEmpty();
        assertThat(written.text())
                .contains("式: 时限\n    起: {录: 来件, 且: '类 = \"信访\"'}\n    止:")
                .contains("限: 限期1\n    末日遇休: {则: 顺延, 据: 清单 1 D}")
                .contains("限期1: {型: 时长, 值: 15工作日}")
                .contains("式: 排班\n    日: {周: [一]}\n    做: 值班");
        assertThat(written.unfit()).containsExactlyInAnyOrder(2, 4, 5, 6, 7, 8, 9);
        assertThat(InstitutionFiles.read(all(written)).institutions())
                .singleElement()
                .satisfies(institution -> assertThat(institution.duties()).hasSize(2));
    }

    @Test
    @DisplayName("写得不够的条留成注释，读出的键都在，逐处说哪里待定")
    void saysWhatIsOpen() throws IOException {
        assertThat(draft(SHAPES).text())
                .contains("# 待定 末日遇休：最后一天是休息日时顺不顺延没有写")
                .contains("#   式: 次序\n  #   后: {录: 事项, 且: '类 = \"重大决策\"'}")
                .contains("#   前: {录: 审查, 且: '类 = \"合法性审查\"'}")
                .contains("# 待定 当：在什么情形下不许没有读出")
                .contains("#   式: 禁止\n  #   于: 接待\n  #   当: 待定")
                .contains("#   式: 覆盖\n  #   对: 党员(本机构)")
                .contains("# 待定 成员：以期初、期末还是期内曾在的人为准没有写")
                .contains("#   式: 占比\n  #   至少: 95%\n  #   分子: 待定")
                .contains("#   式: 程式\n  #   于: {录: 事项, 且: '类 = \"大额资金\"'}\n  #   须: 待定")
                .contains("# 待定 级：依次是提醒、约谈、通报，每一级满多久");
    }

    @Test
    @DisplayName("文字里几日内、严禁、先后的句也算条；不得少于几次仍是频次")
    void findsOtherFormsInProse() throws IOException {
        String text =
                """
                一、党委书记责任
                1.收到问题线索后5个工作日内提出处理意见。
                2.先开展风险评估，再提请会议研究重大决策。
                3.讲党课每年不得少于2次。
                4.加强学习，提高认识。
                """;
        assertThat(duties(text))
                .extracting(each -> each.shape().map(DutyShape::form).orElse("频次"))
                .containsExactly("时限", "次序", "频次");
    }

    @Test
    @DisplayName("问题逐一销号的条读成闭环，到台账定的那天；写明几日内销号的是时限，整份没有错误")
    void readsAClosedLoop() throws IOException {
        String list =
                """
                督查室职责清单
                责任主体\t责任内容\t完成时限
                党工委\t对检查发现的问题建立台账，限期整改、逐一销号\t
                党工委\t发现问题后30个工作日内整改到位并销号\t
                """;
        assertThat(duties(list))
                .extracting(each -> each.shape().map(DutyShape::form).orElse("频次"))
                .containsExactly("闭环", "时限");
        DraftInstitution.Written written = draft(list);
        assertThat(written.diagnostics()).isEmpty();
        assertThat(written.text())
                .contains("#   式: 闭环\n  #   起: 问题\n  #   止: 销号\n  #   期限: 期限")
                .contains("# 待定 末日遇休：定的那天是休息日时顺不顺延没有写")
                .contains("式: 时限\n    起: 问题\n    止: 销号\n    限: 限期2");
        String settled =
                written.text()
                        .replace("  # 待定 末日遇休：定的那天是休息日时顺不顺延没有写，定一个则\n", "")
                        .replace("#   末日遇休: 待定", "#   末日遇休: {则: 不顺延, 据: 清单 1 D}")
                        .replaceAll("(?m)^  # (- 号|  \\S)", "  $1");
        Loaded read =
                InstitutionFiles.read(
                        all(new DraftInstitution.Written(settled, List.of(), Set.of())));
        assertThat(read.diagnostics()).as(settled).isEmpty();
        assertThat(read.institutions().getFirst().duties()).hasSize(2);
    }
}
