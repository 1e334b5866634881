package org.mingze.web;

import java.util.List;
import java.util.Optional;
import org.mingze.duty.TodayPage;
import org.mingze.web.Row.Due;
import org.mingze.web.Row.Urgency;

/// 今日样张.
final class TodaySample {
    private TodaySample() {}

    static TodayPage busy() {
        return new TodayPage(
                List.of("2026年6月24日 星期三", "二季度还剩5个工作日（含今天）"),
                "今天要办3件，逾期2件",
                List.of(over(), today(), soon()),
                Optional.empty(),
                Optional.of(
                        new TodayPage.PeriodBalance(
                                "上半年", "46项职责", new Link("全部", "#"), balance())),
                List.of(
                        new TodayPage.SideNote(
                                "述职报告",
                                "7月10日前",
                                Prose.of("上半年草稿已成")
                                        .strong("2,140")
                                        .words("字，")
                                        .strong("19")
                                        .words("处数字中18处已有记录作据。"),
                                Optional.of(new Link("接着写，先看那1处", "#"))),
                        new TodayPage.SideNote(
                                "请你确认",
                                "2",
                                Prose.of("办公室代录走访2笔。").reference("逐笔看", "#"),
                                Optional.empty())));
    }

    static TodayPage quiet() {
        return new TodayPage(
                List.of("2026年1月3日 星期六"),
                "今天没有到期的职责",
                List.of(),
                Optional.of(
                        new Blank(
                                "今天没有到期的职责",
                                "下一项是1月27日的“回头看”。",
                                Optional.of(Act.of("看全部职责", "#")))),
                Optional.of(
                        new TodayPage.PeriodBalance(
                                "一季度", "0项职责", new Link("全部", "#"), new Balance(List.of()))),
                List.of());
    }

    private static Part over() {
        return Part.of(
                        "over",
                        "逾期",
                        List.of(
                                row(
                                        Mark.Shape.BREACH,
                                        "五月理论学习中心组集体学习",
                                        Prose.of("须≥1，现为0。")
                                                .reference("第0412号", "#")
                                                .words("学习不计：没有附件。补上后，本项按现在所知转为已履。"),
                                        new Due("逾13个工作日", Urgency.OVER, "宽限至6月5日"),
                                        "补附件"),
                                row(
                                        Mark.Shape.BREACH,
                                        "关于青石街道老旧小区改造中涉及历史遗留征收补偿、产权登记及配套设施移交问题的整改措施",
                                        Prose.of("问题〔2026〕31号：措施、责任人未定。发现后5个工作日内须齐备。"),
                                        new Due("逾3个工作日", Urgency.OVER, "6月19日到期"),
                                        "定措施")))
                .alarmed();
    }

    private static Part today() {
        return Part.of(
                "now",
                "今天",
                List.of(
                        row(
                                Mark.Shape.OPEN,
                                "信访〔2026〕187号受理告知",
                                Prose.of("6月9日登记，限15日受理。经办：信访办，待书面告知。"),
                                new Due("今天24:00满", Urgency.NEAR, "第15日"),
                                "办受理"),
                        row(
                                Mark.Shape.OPEN,
                                "书记接访日（每月24日）",
                                Prose.of("9:00–11:30，群众工作站一楼。排班已定，尚未记录。"),
                                new Due("今天", Urgency.NEAR, "遇假顺延"),
                                "记接访")));
    }

    private static Part soon() {
        return Part.of(
                        "soon",
                        "6月30日前",
                        List.of(
                                row(
                                        Mark.Shape.UNKNOWN,
                                        "二季度党课",
                                        Prose.of("第0630号记录没有写授课人，现在不能判断是否计入。"),
                                        new Due("还剩4个工作日", Urgency.CALM, "6月30日"),
                                        "补授课人"),
                                row(
                                        Mark.Shape.OFF,
                                        "年度学时",
                                        Prose.of("学时没有来源，县里定数以前不计。"),
                                        Due.NONE,
                                        "写上出处"),
                                row(
                                        Mark.Shape.STAYED,
                                        "三月谈心谈话",
                                        Prose.of("北井社区书记岗位3月3日至4月14日空缺，期限停算。"),
                                        new Due("停30个工作日", Urgency.CALM, ""),
                                        "看任免"),
                                new Row(
                                        Mark.of(Mark.Shape.WAIVED),
                                        new Link("二月一线办公", "#"),
                                        Prose.of("森林防火集中值守，县委办2月6日批准，免至2月28日。单列，不算已履。"),
                                        new Due("免至2月28日", Urgency.CALM, ""),
                                        Optional.empty())))
                .leadingTo(new Link("全部职责", "#"));
    }

    static Balance balance() {
        return new Balance(
                List.of(
                        new Balance.Share(Mark.of(Mark.Shape.DONE), 31, "#"),
                        new Balance.Share(Mark.of(Mark.Shape.LATE), 4, "#"),
                        new Balance.Share(Mark.of(Mark.Shape.BREACH), 2, "#"),
                        new Balance.Share(Mark.of(Mark.Shape.UNKNOWN), 1, "#"),
                        new Balance.Share(Mark.of(Mark.Shape.WAIVED), 1, "#"),
                        new Balance.Share(Mark.of(Mark.Shape.OPEN), 7, "#")));
    }

    private static Row row(Mark.Shape shape, String title, Prose why, Due due, String act) {
        return new Row(
                Mark.of(shape), new Link(title, "#"), why, due, Optional.of(Act.of(act, "#")));
    }
}
