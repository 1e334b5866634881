package org.mingze.web;

import java.util.List;
import java.util.Optional;
import org.mingze.web.Field.Control;
import org.mingze.web.Field.Option;
import org.mingze.work.CountsPanel;
import org.mingze.work.EntryPage;

/// 记一笔样张.
final class EntrySample {
    private EntrySample() {}

    static EntryPage filled() {
        return page(List.of(day(""), hours(), kind(), subject(), people(""), files()), refusal());
    }

    static EntryPage faulty() {
        return page(
                List.of(
                        day("写明发生日期，不能晚于今天（6月24日）"),
                        subject(),
                        agenda(),
                        people("选至少1名参加人"),
                        files()),
                Optional.empty());
    }

    private static EntryPage page(List<Field> fields, Optional<Refusal> refusal) {
        return new EntryPage(
                List.of(new Link("今日", "/"), new Link("记一笔", "")),
                "记一笔：集体学习",
                List.of(
                        new EntryPage.Kind("集体学习", "#", true),
                        new EntryPage.Kind("会议", "#", false),
                        new EntryPage.Kind("谈话", "#", false),
                        new EntryPage.Kind("检查", "#", false),
                        new EntryPage.Kind("走访", "#", false),
                        new EntryPage.Kind("接访", "#", false),
                        new EntryPage.Kind("其他…", "#", false)),
                "/records",
                "/records/counts",
                List.of(new EntryPage.Hidden("type", "学习")),
                fields,
                List.of(field("地点", new Control.Line("街道三楼会议室", "text", "")), field("主持", menu())),
                "补充：主持、地点（已按上次填好）",
                "记下",
                refusal,
                counts());
    }

    static CountsPanel counts() {
        return new CountsPanel(
                "/records/counts",
                List.of(
                        new CountsPanel.Count(
                                CountsPanel.Outcome.WILL,
                                "六月理论学习中心组集体学习",
                                Prose.of("须≥1，记后为1，转为").strong("已履").words("。附件1份，符合第六条。"),
                                Optional.empty()),
                        new CountsPanel.Count(
                                CountsPanel.Outcome.WILL,
                                "上半年政治理论学习时长",
                                Prose.of("须≥12小时，记后11.5小时，仍在办。"),
                                Optional.empty()),
                        new CountsPanel.Count(
                                CountsPanel.Outcome.NEAR,
                                "二季度全面从严治党专题研究",
                                Prose.of("不计：议题里没有“全面从严治党”。"),
                                Optional.of(new CountsPanel.Fix("补议题", "f-主题"))),
                        new CountsPanel.Count(
                                CountsPanel.Outcome.LACK,
                                "二季度党课",
                                Prose.of("缺据：没有写授课人，不能判断。"),
                                Optional.of(new CountsPanel.Fix("填授课人", "f-主题")))),
                "业时6月24日，录时现在，不算迟录。");
    }

    private static Optional<Refusal> refusal() {
        return Optional.of(
                new Refusal(
                        "现在不能记下销号：复核人是责任人本人",
                        "苏望舒是责任人。换一位与本件无关的人复核，可选：何允中、沈怀瑾。",
                        "《整改台账管理办法》第十二条：复核人不得为责任人、经办人。",
                        List.of(Act.small("请何允中复核", "#"))));
    }

    private static Field day(String fault) {
        return new Field(
                "日", "什么时候", "周三，工作日", true, fault, new Control.Line("2026-06-24", "date", ""));
    }

    private static Field hours() {
        return field("时长", new Control.Line("90", "number", "分钟"));
    }

    private static Field kind() {
        return new Field(
                "方式",
                "方式",
                "",
                true,
                "",
                new Control.Choices(
                        List.of(
                                new Option("集体", "集体", true),
                                new Option("个人", "个人", false),
                                new Option("专题", "专题研讨和现场教学相结合", false)),
                        false));
    }

    private static Field subject() {
        return new Field(
                "主题",
                "学了什么",
                "一两句话",
                true,
                "",
                new Control.Area("学习《信访工作条例》第三章；研讨村级集体“三资”管理，柳巷社区、石磨村发言。"));
    }

    private static Field people(String fault) {
        List<Option> none = List.of();
        return new Field(
                "参加",
                "谁参加",
                fault.isEmpty() ? "沿用上次的4人" : "",
                true,
                fault,
                new Control.Several(
                        fault.isEmpty()
                                ? List.of(
                                        new Option("p001", "周砚田", true),
                                        new Option("p002", "陆知行", true),
                                        new Option("p003", "何允中", true),
                                        new Option("p004", "林若谷", true))
                                : none,
                        List.of(new Option("p005", "唐既明", false), new Option("p006", "沈怀瑾", false)),
                        "加人"));
    }

    private static Field files() {
        return new Field(
                "附",
                "凭据",
                "照片、签到、材料都行",
                false,
                "",
                new Control.Files(List.of(new Field.FileKept("9f3c", "签到表.jpg", "1.2 MB")), true));
    }

    private static Field agenda() {
        return new Field(
                "议程",
                "议程",
                "",
                false,
                "",
                new Control.Rows(List.of(item(0, "老旧小区改造资金安排", ""), item(1, "", "写明议题")), "项"));
    }

    private static List<Field> item(int row, String title, String fault) {
        return List.of(
                new Field(
                        "议程." + row + ".题",
                        "议题",
                        "",
                        true,
                        fault,
                        new Control.Line(title, "text", "")),
                new Field("议程." + row + ".类", "类别", "", false, "", menu()));
    }

    private static Control menu() {
        return new Control.Menu(
                List.of(
                        new Option("", "未选", false),
                        new Option("p001", "周砚田，青石街道党工委书记", true),
                        new Option("p002", "陆知行，青石街道办事处主任", false)));
    }

    private static Field field(String name, Control control) {
        return new Field(name, name, "", false, "", control);
    }
}
