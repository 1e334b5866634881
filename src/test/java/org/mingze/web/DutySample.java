package org.mingze.web;

import java.util.List;
import java.util.Optional;
import org.mingze.duty.DutiesPage;
import org.mingze.duty.DutyPage;

/// 职责样张.
final class DutySample {
    private DutySample() {}

    static DutyPage breached() {
        return new DutyPage(
                new Heading(
                        List.of(
                                new Link("职责", "/duties"),
                                new Link("青石街道党工委", "#"),
                                new Link("理论学习", "")),
                        "理论学习中心组集体学习，五月",
                        Prose.EMPTY,
                        List.of(Act.of("四月", "#"), Act.of("六月", "#"))),
                new DutyPage.Verdict(
                        Mark.of(Mark.Shape.BREACH),
                        Prose.of("五月集体学习：须≥1，")
                                .failing("未取到可计的记录")
                                .words("；")
                                .reference("第0412号", "#r412")
                                .words("不计：附=0；")
                                .reference("第0433号", "#r433")
                                .words("不计：方式=个人。"),
                        known(),
                        List.of(
                                Fact.of("到期", "5月31日"),
                                Fact.of("宽限至", "6月5日"),
                                Fact.of("已逾", "13个工作日"),
                                Fact.of("所知截至", "6月24日10:42")),
                        DutyPage.Tone.BREACH),
                Optional.of(year()),
                new DutyPage.Counted("0，须≥1", List.of(), "五月没有可计的记录。最接近的3笔在下面，各写明差在哪一条。"),
                rejected(),
                ways(),
                new DutyPage.Basis(
                        "A",
                        "第六条　中心组集体学习每月不少于一次，须有学习记录和签到材料；当月未能安排的，应于次月三个工作日内补学。",
                        new Link("《青石街道党工委理论学习中心组学习制度》", "#")),
                List.of(
                        Fact.of("承担", "青石街道党工委"),
                        Fact.of("到期时任职", "周砚田，党工委书记"),
                        Fact.of("向谁", "县委宣传部，可督办")),
                List.of(
                        Fact.of("制度", "2026-01-01施行版"),
                        Fact.of("机构", "截至5月31日"),
                        Fact.of("账页", "第6,214笔，9f3c…71be")),
                Optional.of(new Link("自行核验", "#")));
    }

    static DutyPage fulfilled() {
        return new DutyPage(
                new Heading(
                        List.of(new Link("职责", "/duties"), new Link("明川县住房和城乡建设局", "")),
                        "办理人民群众来信来访事项中涉及老旧小区改造历史遗留征收补偿问题的书面受理告知",
                        Prose.EMPTY,
                        List.of()),
                new DutyPage.Verdict(
                        Mark.of(Mark.Shape.DONE),
                        Prose.of("信访〔2026〕187号受理告知：限15日；取")
                                .reference("第1,204,318号", "#")
                                .words("。"),
                        known(),
                        List.of(Fact.of("到期", "2026-06-24"), Fact.of("履于", "2026-06-20")),
                        DutyPage.Tone.DONE),
                Optional.empty(),
                new DutyPage.Counted(
                        "1，须≥1",
                        List.of(
                                new DutyPage.RecordLine(
                                        new Link("第1,204,318号", "#"),
                                        Prose.of("受理，书面告知已送达。"),
                                        "业时6月20日，录时当天")),
                        ""),
                List.of(),
                List.of(),
                new DutyPage.Basis("B", "", new Link("《信访工作条例》第二十二条", "#")),
                List.of(Fact.of("承担", "明川县住房和城乡建设局")),
                List.of(Fact.of("账页", "第1,204,400笔")),
                Optional.empty());
    }

    static DutiesPage list() {
        return new DutiesPage(
                new Heading(
                        List.of(new Link("青石街道党工委", ""), new Link("2026年上半年", "")),
                        "46项职责，违2项",
                        Prose.EMPTY,
                        List.of()),
                new Listing(
                        List.of(
                                new Listing.View("全部", "#", "46", false, true),
                                new Listing.View("在办", "#", "7", false, false),
                                new Listing.View("违", "#", "2", true, false),
                                new Listing.View("缺据", "#", "1", false, false),
                                new Listing.View("未启用", "#", "5", false, false)),
                        Optional.of(
                                new Listing.Filters(
                                        "/duties",
                                        "职责、制度、单位",
                                        "",
                                        List.of(
                                                new Listing.Menu(
                                                        "period",
                                                        "期",
                                                        List.of(
                                                                new Field.Option(
                                                                        "2026H1",
                                                                        "2026年上半年",
                                                                        true)))))),
                        Optional.of(
                                new Listing.Pager(
                                        "第1–2项，共46项", Optional.empty(), Optional.of("#")))),
                Optional.of(TodaySample.balance()),
                TodaySample.busy().parts(),
                Optional.empty());
    }

    private static List<DutyPage.Known> known() {
        return List.of(
                new DutyPage.Known("按现在所知", "#", true), new DutyPage.Known("按到期时所知", "#", false));
    }

    private static DutyPage.Year year() {
        Mark done = Mark.of(Mark.Shape.DONE);
        Mark ahead = Mark.of(Mark.Shape.AHEAD);
        return new DutyPage.Year(
                "全年",
                "12期",
                List.of(
                        new DutyPage.Period("一月", done, "#", false),
                        new DutyPage.Period("二月", done, "#", false),
                        new DutyPage.Period("三月", done, "#", false),
                        new DutyPage.Period("四月", Mark.of(Mark.Shape.LATE), "#", false),
                        new DutyPage.Period("五月", Mark.of(Mark.Shape.BREACH), "#", true),
                        new DutyPage.Period("六月", Mark.of(Mark.Shape.OPEN), "#", false),
                        new DutyPage.Period("七月", ahead, "#", false),
                        new DutyPage.Period("八月", ahead, "#", false),
                        new DutyPage.Period("九月", ahead, "#", false),
                        new DutyPage.Period("十月", ahead, "#", false),
                        new DutyPage.Period("十一", ahead, "#", false),
                        new DutyPage.Period("十二", ahead, "#", false)));
    }

    private static List<DutyPage.Rejected> rejected() {
        return List.of(
                new DutyPage.Rejected(
                        "r412",
                        new Link("第0412号", "#"),
                        Prose.of("不计：附件0份，须≥1。"),
                        Prose.of("业时5月16日，录时5月19日。方式=集体 ✓　到会9人 ✓　时长90分钟 ✓　附=0 ✗"),
                        Optional.of(Act.small("补附件", "#"))),
                new DutyPage.Rejected(
                        "r433",
                        new Link("第0433号", "#"),
                        Prose.of("不计：方式为“个人”，须为“集体”。"),
                        Prose.of("业时5月22日，录时5月22日。后面的条件没有再读。"),
                        Optional.empty()));
    }

    private static List<DutyPage.WayOut> ways() {
        return List.of(
                new DutyPage.WayOut(
                        "给第0412号补附件",
                        Prose.of("作为一次更正入账。按现在所知转为")
                                .strong("已履")
                                .words("；“到期时是否违”仍答")
                                .strong("违")
                                .words("，两个答案都保留。"),
                        Act.main("补附件", "#")),
                new DutyPage.WayOut("补录一次漏记的学习", Prose.of("允许，并标明迟录天数。"), Act.of("补录", "#")));
    }
}
