package org.mingze.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mingze.dossier.DossierPage;
import org.mingze.dossier.DossierPage.Progress;
import org.mingze.dossier.LedgerPage;
import org.mingze.web.Field.Control;
import org.mingze.web.Field.Option;
import org.mingze.web.Row.Due;
import org.mingze.web.Row.Urgency;

/// 案卷样张.
final class DossierSample {
    private DossierSample() {}

    static LedgerPage ledger() {
        return page(
                listing("第1–5件，共128件"),
                List.of(
                        line(
                                "031",
                                "柳巷社区网格巡查记录集中补填",
                                "日常检查",
                                "柳巷社区",
                                "未定",
                                over("逾3个工作日"),
                                stage(Mark.Shape.AHEAD, "待定措施"),
                                List.of()),
                        line(
                                "028",
                                "上湾村低保动态核查缺第一季度记录",
                                "专项检查",
                                "上湾村",
                                "韩叙",
                                over("逾2个工作日"),
                                stage(Mark.Shape.OPEN, "整改中"),
                                List.of(new Tag("迟录6日", Tag.Tone.WARN))),
                        line(
                                "017",
                                "关于青石街道老旧小区改造中涉及历史遗留征收补偿、产权登记及配套设施移交问题",
                                "巡察反馈",
                                "明川县住房和城乡建设局",
                                "苏望舒",
                                new Due("还剩4个工作日", Urgency.NEAR, "6月30日"),
                                stage(Mark.Shape.OPEN, "待复核"),
                                List.of(Tag.of("延期1次"))),
                        line(
                                "014",
                                "梨园村道路硬化项目验收资料不全",
                                "审计",
                                "梨园村",
                                "顾行简",
                                new Due("还剩18个工作日", Urgency.CALM, "7月18日"),
                                stage(Mark.Shape.OPEN, "整改中"),
                                List.of()),
                        line(
                                "008",
                                "柳巷社区党费收缴登记与票据不符",
                                "巡察反馈",
                                "柳巷社区",
                                "程可久",
                                Due.NONE,
                                stage(Mark.Shape.DONE, "已销号"),
                                List.of(new Tag("复发1次", Tag.Tone.BREACH)))),
                Optional.empty());
    }

    static LedgerPage emptyLedger() {
        return page(
                listing("共0件"),
                List.of(),
                Optional.of(
                        new Blank(
                                "没有逾期的问题",
                                "最近到期的是6月27日的石磨村公开栏。",
                                Optional.of(Act.of("看全部问题", "#")))));
    }

    static DossierPage dossier() {
        return new DossierPage(
                new Heading(
                        List.of(
                                new Link("整改台账", "/rectifications"),
                                new Link("巡察反馈", "#"),
                                new Link("问题〔2026〕17号", "")),
                        "南桥社区“三务”公开栏更新滞后",
                        Prose.EMPTY,
                        List.of(Act.main("轮到你：复核", "#review"))),
                List.of(),
                Place.RECTIFICATIONS,
                List.of(
                        new DossierPage.Stage("发现", "3月11日", Progress.PAST),
                        new DossierPage.Stage("定措施", "3月17日", Progress.PAST),
                        new DossierPage.Stage("整改", "至6月23日", Progress.PAST),
                        new DossierPage.Stage("待复核", "第1个工作日", Progress.NOW),
                        new DossierPage.Stage("销号", "期限6月30日", Progress.AHEAD),
                        new DossierPage.Stage("回头看", "销号后90日", Progress.AHEAD)),
                chain(),
                List.of(review(), extension()),
                "",
                Optional.of(
                        new DossierPage.Deadline(
                                "4", "个工作日", Prose.of("延期后6月30日到期；原期限5月30日"), false)),
                List.of(
                        Fact.of("责任单位", "南桥社区党委"),
                        Fact.of("责任人", "苏望舒，党委书记"),
                        Fact.of("复核人", "何允中，纪工委书记")),
                List.of(
                        new DossierPage.DutyLine(new Link("要素齐备", "#"), Mark.of(Mark.Shape.DONE)),
                        new DossierPage.DutyLine(new Link("按期销号", "#"), Mark.of(Mark.Shape.OPEN))),
                Prose.of("依据").reference("《整改台账管理办法》", "#").words("第八条、第十二条。"),
                Optional.of(
                        new DossierPage.Alike(
                                Prose.of("近两年“公开不及时”在青石街道出现4次，其中1次销号后复发。"),
                                Optional.of(new Link("3件", "#")))));
    }

    private static List<DossierPage.Step> chain() {
        return List.of(
                new DossierPage.Step(
                        "3月11日",
                        "发现",
                        "巡察反馈：公开栏停在去年11月",
                        "县委第二巡察组",
                        Prose.of("党务、居务、财务公开栏最近一期为2025年11月，少公开3期；其中财务2期无审核签字。"),
                        List.of(),
                        List.of(
                                Prose.of("第0203号"),
                                Prose.of("来自").reference("《巡察反馈意见》第4页第2条", "#"),
                                Prose.of("录时3月12日")),
                        List.of(),
                        false),
                new DossierPage.Step(
                        "6月16日",
                        "送复核",
                        "3期已补齐",
                        "苏望舒",
                        Prose.EMPTY,
                        List.of(new Link("公开栏照片6张", "#"), new Link("签字表.pdf", "#")),
                        List.of(Prose.of("第0561号")),
                        List.of(new Tag("迟录3日", Tag.Tone.WARN)),
                        false),
                new DossierPage.Step(
                        "6月18日",
                        "退回",
                        "照片日期与台账对不上",
                        "何允中，复核人",
                        Prose.of("第2期照片摄于6月15日，台账写4月12日公开。写明实际公开日期后再送。"),
                        List.of(),
                        List.of(Prose.of("第0570号"), Prose.of("录时当天")),
                        List.of(),
                        true));
    }

    private static DossierPage.Desk review() {
        return new DossierPage.Desk(
                "review",
                "轮到你：复核",
                Prose.of("须亲自核对，并附复核凭据。经办人和责任人不能复核。"),
                "/dossiers/17/closure",
                List.of(new DossierPage.Hidden("问题", "203")),
                List.of(
                        new Field(
                                "结果",
                                "核对结果",
                                "",
                                true,
                                "",
                                new Control.Choices(
                                        List.of(
                                                new Option("属实", "属实，予以销号", false),
                                                new Option("部分", "部分属实，退回", false),
                                                new Option("不实", "不属实，退回", false)),
                                        false)),
                        new Field("怎么核", "怎么核的", "到现场、问到谁、看了什么", true, "", new Control.Area("")),
                        new Field(
                                "附", "复核凭据", "至少1份", true, "", new Control.Files(List.of(), true))),
                "记下复核",
                true,
                Optional.of(
                        new Refusal(
                                "现在不能销号：复核人是责任人本人",
                                "苏望舒是责任人。换一位与本件无关的人复核。",
                                "《整改台账管理办法》第十二条：复核人不得为责任人、经办人。",
                                List.of(Act.small("请何允中复核", "#")))));
    }

    private static DossierPage.Desk extension() {
        return new DossierPage.Desk(
                "extension",
                "延期",
                Prose.of("到期前提出，只可延一次。"),
                "/dossiers/17/extensions",
                List.of(),
                List.of(
                        new Field(
                                "限", "延多少日", "", true, "", new Control.Line("30", "number", "日"))),
                "记下延期",
                false,
                Optional.empty());
    }

    private static LedgerPage page(
            Listing listing, List<LedgerPage.Line> lines, Optional<Blank> blank) {
        return new LedgerPage(
                new Heading(
                        List.of(new Link("青石街道", ""), new Link("2026年", "")),
                        "整改台账",
                        Prose.EMPTY,
                        List.of(
                                Act.of("导出", "#").with(Icon.DOWNLOAD),
                                Act.of("登记问题", "#").with(Icon.PLUS))),
                Place.RECTIFICATIONS,
                "问题",
                listing,
                List.of(
                        new LedgerPage.Column("来源", false, true),
                        new LedgerPage.Column("责任单位", false, true),
                        new LedgerPage.Column("责任人", false, true),
                        new LedgerPage.Column("期限", true, false)),
                lines,
                "按剩余工作日排序",
                blank,
                "青石街道整改台账，2026年6月24日10:42所知。账页第6,214笔，根9f3c…71be。",
                Optional.of(
                        new LedgerPage.Keeping(
                                "/ledgers/rectification/views", Map.of("source", "巡察"), "")),
                lines.isEmpty()
                        ? Optional.empty()
                        : Optional.of(
                                new LedgerPage.Batch(
                                        "/ledgers/rectification/batch",
                                        List.of(
                                                new Option("remind", "一起提醒", false),
                                                new Option("assign", "一起交办", false)),
                                        "销号、验收和延期要逐件办，不能一起办。")));
    }

    private static Listing listing(String words) {
        return new Listing(
                List.of(
                        new Listing.View("全部", "#", "128", false, true),
                        new Listing.View("待定措施", "#", "7", false, false),
                        new Listing.View("整改中", "#", "31", false, false),
                        new Listing.View("待复核", "#", "9", false, false),
                        new Listing.View("已销号", "#", "76", false, false),
                        new Listing.View("逾期", "#", "3", true, false)),
                Optional.of(
                        new Listing.Filters(
                                "/rectifications",
                                "问题、单位、责任人、编号",
                                "",
                                List.of(
                                        new Listing.Menu(
                                                "source",
                                                "来源",
                                                List.of(new Option("", "全部来源", true))),
                                        new Listing.Menu(
                                                "body",
                                                "责任单位",
                                                List.of(new Option("", "全部单位", true)))))),
                Optional.of(new Listing.Pager(words, Optional.empty(), Optional.of("#"))));
    }

    private static LedgerPage.Line line(
            String number,
            String title,
            String source,
            String body,
            String person,
            Due due,
            Mark stage,
            List<Tag> tags) {
        return new LedgerPage.Line(
                number,
                new Link(title, "#"),
                List.of(source, body, person, due.below().isEmpty() ? "—" : due.below()),
                due,
                stage,
                tags);
    }

    private static Due over(String words) {
        return new Due(words, Urgency.OVER, "6月19日");
    }

    private static Mark stage(Mark.Shape shape, String word) {
        return new Mark(shape, word);
    }
}
