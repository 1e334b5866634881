package org.mingze.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mingze.RunningMingze;
import org.mingze.Visitor;
import org.mingze.Visitor.Answers;
import org.mingze.Visitor.Page;
import org.mingze.institution.RecordType;
import org.mingze.institution.expression.Type;
import org.mingze.work.CountyLedgers;

@DisplayName("从一份表格到账目，不用脚本")
class ImportWalkTest {
    private static final String LEDGER =
            """
            青石街道2026年学习台账,,,,
            单位,学习类型,日期,题目,学时
            青石街道党工委,研讨,3月5日,学习甲,２
            青石街道党工委,研讨,3月5日,学习甲,２
            青石街道党工委,研讨会,3月6日,学习乙,2
            柳河镇党委,研讨,3月7日,学习丙,2
            青石街道党工委,研讨,3月8日,学习丁,若干
            合计,,,,
            """;

    private final Visitor secretary = RunningMingze.shared().visitor("周砚田");

    private static long size() {
        return RunningMingze.shared().bean(CountyLedgers.class).ask(1, known -> known.size());
    }

    @Test
    @DisplayName("交来、对列、试读、入账；要改的格有地址和改法；再交来什么都不变；表头记得")
    void walk() {
        Page mapping = handIn("学习台账.csv", LEDGER);
        assertThat(mapping.title()).isEqualTo("核对每一列是什么");
        assertThat(mapping.document().select("select[name=type0] [selected]").attr("value"))
                .isEqualTo("学习");
        assertThat(mapping.document().select("select[name=c0.2] [selected]").attr("value"))
                .isEqualTo("@日");
        Page checked = matched(mapping, columns());
        assertThat(checked.title()).isEqualTo("1行可以入账，3行要改，1行与前面的相同");
        assertThat(checked.text("dl")).as("每一列都读了").doesNotContain("不要的列");
        assertThat(checked.text("table"))
                .contains("学习台账!B5 研讨会")
                .contains("是不是“研讨”")
                .contains("学习台账!E7 若干 写数字")
                .contains("柳河镇党委，不归你现在的岗位录")
                .contains("学习台账!第4行 与第3行相同 只入账一笔");
        checked = waited(secretary.send(checked, "form[action$=check]", each()));
        assertThat(checked.title()).isEqualTo("2行可以入账，3行要改");
        assertThat(checked.text("button[value=once]")).isEqualTo("相同的行只记一笔");
        long before = size();
        Page done = waited(secretary.send(checked, "form[action$=entries]", new Answers()));
        assertThat(done.title()).isEqualTo("已入账2笔，3行要改");
        assertThat(size()).isEqualTo(before + 2);

        Page again = handIn("学习台账再来.csv", LEDGER);
        assertThat(again.document().select("select[name=c0.3] [selected]").attr("value"))
                .isEqualTo("题");
        Page nothing = waited(secretary.send(again, "form[action$=mapping]", new Answers()));
        assertThat(nothing.title()).isEqualTo("0行可以入账，3行要改");
        assertThat(nothing.text("dl")).contains("未变 2行");
        assertThat(nothing.document().select("form[action$=entries]")).isEmpty();
        assertThat(size()).isEqualTo(before + 2);
        assertThat(secretary.get("/imports").text("table")).contains("学习台账.csv").contains("已入账");
    }

    @Test
    @DisplayName("不要的列，试读的页上说是哪几列")
    void saysWhatItLeavesOut() {
        Page mapping = handIn("留一列.csv", "机构,形式,日期,题目,学时,备注\n青石街道党工委,研讨,2026-02-03,留一列的学习,2,好\n");
        Page checked = matched(mapping, columns().put("c0.5", ""));
        assertThat(checked.text("dl")).contains("不要的列 F，没有读");
    }

    @Test
    @DisplayName("表头写“问题”“发现日”“问题来源”的，对到问题、日期和来源")
    void suggestsByWhatPeopleCallTheFields() {
        Page mapping = handIn("整改账.csv", "问题来源,问题,发现日,责任单位\n走访,路灯不亮,3月5日,青石街道党工委\n");
        assertThat(mapping.document().select("select[name=type0] [selected]").attr("value"))
                .isEqualTo("问题");
        assertThat(mapping.document().select("select[name^=c0.] [selected]").eachAttr("value"))
                .startsWith("源", "述", "@日", "责任单位");
    }

    private static Answers columns() {
        return new Answers().put("c0.0", "机构").put("c0.1", "类").put("c0.3", "题").put("c0.4", "学时");
    }

    private Page matched(Page mapping, Answers columns) {
        return waited(secretary.send(mapping, "form[action$=mapping]", columns));
    }

    private void proposes(String name, String rows, String type, String... columns) {
        Page mapping = handIn(name, rows);
        assertThat(mapping.document().select("select[name=type0] [selected]").attr("value"))
                .as(name)
                .isEqualTo(type);
        assertThat(mapping.document().select("select[name^=c0.] [selected]").eachAttr("value"))
                .as(name)
                .startsWith(columns);
    }

    @Test
    @DisplayName("常见台账的表头，对得到该对的项；时限写日子的是期限，写立行立改的是性质")
    void knowsCommonHeadings() {
        proposes(
                "巡察整改.csv",
                """
                序号,存在问题,问题来源,牵头单位,责任领导,整改措施,整改时限
                1,窗口服务拖沓、推诿扯皮,巡察,青石街道党工委,周砚田,设立首问负责制,2026年6月30日
                """,
                "问题",
                "",
                "述",
                "源",
                "责任单位",
                "责任人",
                "方案",
                "期限");
        proposes(
                "巡察整改立行立改.csv",
                """
                问题表现,问题来源,责任部门,责任人员,整改期限
                窗口服务拖沓、推诿扯皮,巡察,青石街道党工委,周砚田,立行立改
                """,
                "问题",
                "述",
                "源",
                "责任单位",
                "责任人",
                "性质");
        proposes(
                "整改到期.csv",
                """
                问题描述,问题来源,责任部门,完成时限
                窗口服务拖沓、推诿扯皮,巡察,青石街道党工委,6月30日
                """,
                "问题",
                "述",
                "源",
                "责任单位",
                "期限");
        proposes(
                "整改时限有长期.csv",
                """
                问题描述,问题来源,责任部门,整改时限
                窗口服务拖沓、推诿扯皮,巡察,青石街道党工委,长期坚持
                窗口服务拖沓、推诿扯皮了,巡察,青石街道党工委,长期
                窗口服务拖沓、推诿扯皮吧,巡察,青石街道党工委,立行立改
                窗口服务拖沓、推诿扯皮呢,巡察,青石街道党工委,2026年6月30日
                """,
                "问题",
                "述",
                "源",
                "责任单位",
                "期限");
        proposes(
                "谈心谈话登记表.csv",
                """
                谈话时间,谈话人,谈话对象,谈话类型,谈话主要内容
                3月5日,周砚田,陆知行,谈心,近期工作中的困难和想法
                """,
                "谈话",
                "@日",
                "谈话人",
                "对象",
                "类",
                "问题");
    }

    @Test
    @DisplayName("期限一列里夹着长期的，日子都在；写的是性质的词就记作性质，别的词写明改法")
    void keepsTheDaysBesideAWord() {
        Page mapping =
                handIn(
                        "期限夹着长期.csv",
                        """
                        问题描述,问题来源,责任部门,日期,整改时限
                        夹着长期甲,巡察,青石街道党工委,2026年3月5日,2026年6月30日
                        夹着长期乙,巡察,青石街道党工委,2026年3月5日,长期
                        夹着长期丙,巡察,青石街道党工委,2026年3月5日,长期坚持
                        """);
        Page checked = waited(secretary.send(mapping, "form[action$=mapping]", new Answers()));
        assertThat(checked.title()).isEqualTo("2行可以入账，1行要改");
        assertThat(checked.text("table")).contains("E4 长期坚持 写日期，例如2026年3月5日；没有日子的，写立行立改、限期、长期");
        waited(secretary.send(checked, "form[action$=entries]", new Answers()));
        String fields =
                secretary
                        .get(
                                "/records/fields.csv?type=%E9%97%AE%E9%A2%98&from=2026-03-05&to=2026-03-05")
                        .document()
                        .wholeText();
        assertThat(fields.lines().filter(line -> line.contains("夹着长期甲")).findFirst())
                .hasValueSatisfying(line -> assertThat(line).contains("2026-06-30"));
        assertThat(fields.lines().filter(line -> line.contains("夹着长期乙")).findFirst())
                .hasValueSatisfying(line -> assertThat(line).contains(",长期,"));
    }

    @Test
    @DisplayName("信访登记台账当来件读，督查检查台账按它的列当检查或问题读，不当措施")
    void knowsTheKindOfLedger() {
        proposes(
                "信访登记台账.csv",
                """
                序号,来访时间,信访人姓名,信访事项,承办单位,责任人,办理期限,办理情况
                1,3月5日,张三,小区下水道堵塞多日无人处理,青石街道党工委,周砚田,2026年4月5日,已办结
                """,
                "来件",
                "",
                "@日+收日",
                "人",
                "诉求",
                "机构");
        proposes(
                "来访登记.csv",
                """
                日期,来访人,反映问题,责任单位,办理结果
                3月5日,李四,楼道堆物长期占用消防通道,青石街道党工委,已办结
                """,
                "来件",
                "@日+收日",
                "人",
                "诉求",
                "机构");
        proposes(
                "督查检查台账.csv",
                """
                检查时间,检查单位,被检查单位,检查类型,检查内容,责任人
                3月5日,青石街道党工委,南桥社区,安全,消防器材和值班记录,周砚田
                """,
                "检查",
                "@日",
                "机构",
                "对象",
                "类",
                "情况");
        proposes(
                "督查检查整改台账.csv",
                """
                检查时间,存在问题,整改措施,责任单位,责任人,完成时限
                3月5日,消防器材过期没有更换,限期更换全部灭火器,青石街道党工委,周砚田,2026年4月5日
                """,
                "问题",
                "@日",
                "述",
                "方案",
                "责任单位",
                "责任人",
                "期限");
    }

    @Test
    @DisplayName("不是表格的不收，没有表头的不收，有密级的不收，什么都不留")
    void refuses() {
        assertThat(handIn("a.xls", "<html><table></table></html>").text(".refusal")).contains("网页");
        assertThat(handIn("a.csv", "1,2\n3,4\n").text(".refusal")).contains("表头");
        assertThat(handIn("a.csv", "机密★五年,\n单位,事\n甲,乙\n").text(".refusal")).contains("密级");
        Page list = secretary.get("/imports");
        Page none = secretary.send(list, "form.upload", new Answers());
        assertThat(none.text(".fault")).contains("选一份表格");
    }

    @Test
    @DisplayName("记录和台账按屏上的筛选给出表格；全部字段的表再交来什么都不变")
    void handsOut() {
        String over =
                secretary.get("/ledgers/rectification/table.csv?due=over").document().wholeText();
        assertThat(over)
                .contains("期限,剩余,阶段,备注")
                .containsPattern(",\\d{4}-\\d{2}-\\d{2},逾")
                .doesNotContainPattern(",[0-9年]*月[0-9]+日,");
        assertThat(secretary.get("/records/table.docx?type=%E5%AD%A6%E4%B9%A0").status())
                .isEqualTo(200);
        String list = secretary.get("/records/table.csv?type=%E5%AD%A6%E4%B9%A0").document().text();
        assertThat(list).contains("题名,类,业时,单位,号,备注");
        String fields =
                secretary
                        .get(
                                "/records/fields.csv?type=%E5%AD%A6%E4%B9%A0&body=qingshi.gongwei&to=2025-12-31")
                        .document()
                        .wholeText();
        assertThat(fields).contains("号,业时,机构,类");
        long before = size();
        Page mapping = handIn("学习.csv", fields.strip());
        Page checked = waited(secretary.send(mapping, "form[action$=mapping]", new Answers()));
        assertThat(checked.text("dl")).contains("新 0行").contains("要改 0行");
        assertThat(checked.text("dl")).doesNotContain("未变 0行");
        assertThat(size()).isEqualTo(before);
    }

    @Test
    @DisplayName("逐项的Excel里整数是数，能加起来")
    void handsOutNumbers() throws IOException {
        String type = "会议";
        byte[] file = secretary.file("/records/fields.xlsx?type=%E4%BC%9A%E8%AE%AE").bytes();
        List<String> numeric =
                RunningMingze.shared()
                        .bean(CountyLedgers.class)
                        .ask(
                                1,
                                known ->
                                        known
                                                .rules()
                                                .vocabulary()
                                                .recordType(type)
                                                .orElseThrow()
                                                .fields()
                                                .values()
                                                .stream()
                                                .filter(
                                                        field ->
                                                                field.type() == Type.Simple.INTEGER)
                                                .map(RecordType.Field::name)
                                                .toList());
        List<CellType> found = new ArrayList<>();
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            for (Row row : workbook.getSheetAt(0)) {
                for (Cell head : workbook.getSheetAt(0).getRow(0)) {
                    Cell cell = row.getCell(head.getColumnIndex());
                    if (row.getRowNum() > 0
                            && cell != null
                            && numeric.contains(head.getStringCellValue())) {
                        found.add(cell.getCellType());
                    }
                }
            }
        }
        assertThat(found).isNotEmpty().containsOnly(CellType.NUMERIC);
    }

    @Test
    @DisplayName("会议连同议程、到会一起出去，再交来什么都不变；议程改了一格，说出账上是什么")
    void handsOutAgendas() {
        String list =
                secretary
                        .get("/records/fields.csv?type=%E4%BC%9A%E8%AE%AE&body=qingshi.gongwei")
                        .document()
                        .wholeText()
                        .strip();
        assertThat(list).contains("议程").contains("名：");
        long before = size();
        Page checked = checked("会议.csv", list);
        assertThat(checked.text("dl")).contains("新 0行").contains("要改 0行");
        assertThat(checked.text("dl")).doesNotContain("未变 0行");
        Page changed = checked("会议改.csv", list.replaceFirst("名：", "名：改过的"));
        assertThat(changed.text("dl")).contains("要改 1行");
        assertThat(changed.text("table")).contains("号是“").contains("里更正");
        assertThat(size()).isEqualTo(before);
    }

    @Test
    @DisplayName("名册里分不清的同名：写明与哪行同名，问是同一人还是两人；点了各是一人，就是两人")
    void asksWhetherOnePerson() {
        Visitor county = RunningMingze.shared().account("p008");
        Page mapping =
                handIn(
                        county,
                        "同名的名册.csv",
                        """
                        姓名,职务,单位,单位性质,上级,任职日,成立日
                        钱同名,书记,同名走查一局,部门,明川县政府,2026-02-01,2026-01-01
                        钱同名,书记,同名走查二局,部门,明川县政府,2026-02-01,2026-01-01
                        """);
        assertThat(mapping.text("form[action$=mapping]"))
                .contains("新的单位才要性质和成立日")
                .contains("职从职务里认，认不出的写职：书记");
        Page checked = county.waited(county.send(mapping, "form[action$=mapping]", new Answers()));
        assertThat(checked.title()).isEqualTo("1行可以入账，1行要改");
        assertThat(checked.text("table")).contains("与同名的名册!第2行同名，是同一人还是两人？");
        checked =
                county.waited(
                        county.send(
                                checked,
                                "form[action$=check]",
                                new Answers().put("alike", "each")));
        assertThat(checked.title()).isEqualTo("2行可以入账");
        Page done = county.waited(county.send(checked, "form[action$=entries]", new Answers()));
        assertThat(done.title()).isEqualTo("已入账2笔");
        int people =
                RunningMingze.shared()
                        .bean(CountyLedgers.class)
                        .ask(1, known -> known.organization().peopleNamed("钱同名").size());
        assertThat(people).isEqualTo(2);
    }

    @Test
    @DisplayName("信访人不必是账上的人：照写的姓名收")
    void takesStrangers() {
        Page mapping = handIn("生人信访登记.csv", "来访时间,信访人姓名,信访事项,承办单位\n2026年3月5日,查无此人,楼道灯坏了,青石街道党工委\n");
        Page checked =
                waited(
                        secretary.send(
                                mapping, "form[action$=mapping]", new Answers().put("k0.类", "信访")));
        assertThat(checked.title()).isEqualTo("1行可以入账");
    }

    @Test
    @DisplayName("一行有几处错，一次都说：没有日期的也说单位、用词和没填的")
    void tellsEveryFaultOfARow() {
        Page mapping =
                handIn(
                        "一次说全.csv",
                        """
                        单位,类型,日期,学时
                        青石街道党公委,研讨会,,若干
                        青石街道党工委,,下周,2
                        柳河镇党委,,2026年3月7日,若干
                        """);
        Page checked =
                waited(
                        secretary.send(
                                mapping,
                                "form[action$=mapping]",
                                new Answers()
                                        .put("type0", "学习")
                                        .put("was0", "学习")
                                        .put("c0.0", "机构")
                                        .put("c0.1", "类")
                                        .put("c0.2", "@日")
                                        .put("c0.3", "学时")));
        assertThat(checked.title()).isEqualTo("0行可以入账，3行要改");
        assertThat(checked.document().select("table tr").eachText())
                .anyMatch(row -> row.contains("A2") && row.contains("没有机构“青石街道党公委”"))
                .anyMatch(row -> row.contains("B2") && row.contains("是不是“研讨”"))
                .anyMatch(row -> row.contains("C2") && row.contains("写明发生日期"))
                .anyMatch(row -> row.contains("D2") && row.contains("写数字"))
                .noneMatch(row -> row.contains("第2行"))
                .anyMatch(row -> row.contains("B3") && row.contains("未填“学习形式”"))
                .anyMatch(row -> row.contains("C3") && row.contains("写明发生日期"))
                .anyMatch(row -> row.contains("B4") && row.contains("未填“学习形式”"))
                .anyMatch(row -> row.contains("D4") && row.contains("写数字"))
                .anyMatch(row -> row.contains("第4行") && row.contains("不归你现在的岗位录"));
    }

    @Test
    @DisplayName("责任人写姓名，他任几个岗的，按这一行的责任单位认；日历上没有的日子，说的是没有这一天；必填的一项不写可不填")
    void readsWhoByTheBodyOfTheRow() {
        String director =
                RunningMingze.shared()
                        .bean(CountyLedgers.class)
                        .ask(1, known -> known.organization().person("p020").orElseThrow().name());
        Page mapping =
                handIn(
                        "按单位认人.csv",
                        "存在问题,责任单位,责任人,发现日期,整改时限\n"
                                + "路灯不亮,青石街道办事处,%s,2026年3月5日,2026年6月31日\n".formatted(director)
                                + "井盖松动,青石街道党工委,%s,2026年3月5日,2026年6月30日\n".formatted(director));
        assertThat(mapping.text("label[for=f-k0-源]")).doesNotContain("可不填");
        Page checked =
                waited(
                        secretary.send(
                                mapping, "form[action$=mapping]", new Answers().put("k0.源", "自查")));
        assertThat(checked.title()).isEqualTo("1行可以入账，1行要改");
        assertThat(checked.text("table"))
                .contains("日历上没有这一天，改日期")
                .doesNotContain("写明是哪个岗")
                .doesNotContain("写明年份");
    }

    private static Answers each() {
        return new Answers().put("repeats", "each");
    }

    @Test
    @DisplayName("一份表格里两行完全相同：试读写明与哪行相同，只入账一笔；再交来还是一笔；点了各记一笔才记第二笔")
    void entersIdenticalRowsOnce() {
        String rows =
                """
                单位,类型,日期,题目
                青石街道党工委,研讨,2026年3月9日,相同的两行
                青石街道党工委,研讨,2026年3月10日,另一行
                青石街道党工委,研讨,2026年3月9日,相同的两行
                """;
        long before = size();
        Answers columns = new Answers().put("c0.0", "机构").put("c0.1", "类").put("c0.3", "题");
        Page checked =
                waited(secretary.send(handIn("相同.csv", rows), "form[action$=mapping]", columns));
        assertThat(checked.title()).isEqualTo("2行可以入账，1行与前面的相同");
        assertThat(checked.text("table")).contains("第4行 与第2行相同");
        Page done = waited(secretary.send(checked, "form[action$=entries]", new Answers()));
        assertThat(done.title()).isEqualTo("已入账2笔，1行与前面的相同");
        assertThat(checked("相同再来.csv", rows).title()).isEqualTo("都入过账了，1行与前面的相同");
        assertThat(size()).isEqualTo(before + 2);
        Page ticked = waited(secretary.send(done, "form[action$=check]", each()));
        assertThat(ticked.title()).isEqualTo("1行可以入账");
        waited(secretary.send(ticked, "form[action$=entries]", new Answers()));
        assertThat(size()).isEqualTo(before + 3);
    }

    private Page checked(String name, String content) {
        Page mapping = handIn(name, content);
        return waited(secretary.send(mapping, "form[action$=mapping]", new Answers()));
    }

    private Page handIn(String name, String content) {
        return handIn(secretary, name, content);
    }

    private static Page handIn(Visitor visitor, String name, String content) {
        return visitor.send(
                visitor.get("/imports"), "form.upload", new Answers().file("file", name, content));
    }

    /// The page of an import that has ended.
    private Page waited(Page page) {
        return secretary.waited(page);
    }
}
