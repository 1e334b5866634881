package org.mingze.web;

import java.util.List;
import java.util.Optional;
import org.mingze.work.OrganizationPage;
import org.mingze.work.OrganizationPage.Node;
import org.mingze.work.OrganizationPage.PostLine;
import org.mingze.work.RecordPage;

/// 记录和机构样张.
final class RecordSample {
    private RecordSample() {}

    static OrganizationPage tree() {
        Node community =
                new Node(
                        "nanqiao",
                        "南桥社区",
                        "社区，村级",
                        false,
                        Optional.empty(),
                        List.of(
                                new PostLine(
                                        new Link("南桥社区党委书记", "#"),
                                        "苏望舒",
                                        "2025-09-30起",
                                        List.of())),
                        List.of());
        Node street =
                new Node(
                        "qingshi",
                        "青石街道党工委",
                        "党工委，乡镇级",
                        true,
                        Optional.empty(),
                        List.of(
                                new PostLine(
                                        new Link("青石街道党工委书记", "#"),
                                        "周砚田",
                                        "2025-09-30起",
                                        List.of()),
                                new PostLine(
                                        new Link("青石街道人民武装部部长兼退役军人服务站站长", "#"),
                                        "",
                                        "2026-03-03起",
                                        List.of())),
                        List.of(community));
        return new OrganizationPage(
                new Heading(
                        List.of(),
                        "机构31个，岗位58个",
                        Prose.of("按2026年6月24日。换一天，看那天的机构和任职。"),
                        List.of()),
                "2026-06-24",
                "空缺1个",
                List.of(
                        new Node(
                                "mingchuan",
                                "明川县委",
                                "党委，县级",
                                true,
                                Optional.empty(),
                                List.of(),
                                List.of(street))));
    }

    static RecordPage record() {
        return new RecordPage(
                new Heading(
                        List.of(new Link("今日", "/"), new Link("第0412号", "")),
                        "学习：《信访工作条例》第三章",
                        Prose.EMPTY,
                        List.of(
                                Act.of("更正", "#"),
                                new Act("撤销", "#", Act.Weight.GRAVE, Optional.empty()))),
                List.of(
                        Tag.of("学习"),
                        new Tag("迟录3日", Tag.Tone.WARN),
                        new Tag("更正1次", Tag.Tone.ACCENT)),
                Optional.empty(),
                List.of(
                        Fact.of("机构", "青石街道党工委"),
                        Fact.of("方式", "集体"),
                        Fact.of("主题", "学习《信访工作条例》第三章；研讨村级集体“三资”管理，柳巷社区、石磨村发言。"),
                        Fact.of("参加", "周砚田、陆知行、何允中、林若谷，共9人"),
                        Fact.of("时长", "90分钟")),
                List.of(
                        new RecordPage.Listed(
                                "领学",
                                "2",
                                List.of(
                                        new RecordPage.Item(
                                                Prose.of("周砚田"),
                                                List.of(Fact.of("篇目", "第三章"), Fact.of("分钟", "20"))),
                                        new RecordPage.Item(
                                                Prose.of("陆知行"), List.of(Fact.of("分钟", "15")))))),
                List.of(new Link("签到表.jpg", "#")),
                List.of(
                        new RecordPage.Change(
                                new Link("第0412号", "#"),
                                "记下",
                                "5月19日9:10",
                                "林若谷，青石街道办公室主任",
                                Prose.EMPTY),
                        new RecordPage.Change(
                                new Link("第0591号", "#"),
                                "更正",
                                "6月24日10:42",
                                "林若谷，青石街道办公室主任",
                                Prose.of("附：0份，改为1份。因：签到表补扫。"))),
                List.of(
                        new RecordPage.Counted(
                                Mark.of(Mark.Shape.DONE),
                                new Link("五月理论学习中心组集体学习", "#"),
                                Prose.of("计入：须≥1，取这一笔。到期时所知为违。")),
                        new RecordPage.Counted(
                                Mark.of(Mark.Shape.OPEN),
                                new Link("上半年政治理论学习时长", "#"),
                                Prose.of("计入1.5小时。"))),
                List.of(
                        new RecordPage.Counted(
                                Mark.of(Mark.Shape.DONE),
                                new Link("第0412号学习有签到", "#"),
                                Prose.of("合规。"))),
                List.of(new RecordPage.Related("答的是", new Link("第0399号计划", "#"), "5月6日")),
                List.of(
                        Fact.of("业时", "2026年5月16日9:00"),
                        Fact.of("录时", "2026年5月19日9:10:11"),
                        Fact.of("录者", "林若谷，青石街道办公室主任"),
                        Fact.of("办法", "补录")),
                List.of(
                        Fact.of("叶", "9f3c2e41…71be"),
                        Fact.of("树根", "77ab01c9…03fe，第6,214笔"),
                        Fact.of("路径", "13个散列")),
                "{\"业\":\"2026-05-16\",\"人\":\"p012\",\"办\":\"补\",\"号\":\"412\",\"容\":{\"方式\":\"集体\"},\"岗\":\"qingshi.office\",\"录\":\"2026-05-19T09:10:11.123456\",\"类\":\"学习\"}");
    }
}
