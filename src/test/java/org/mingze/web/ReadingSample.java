package org.mingze.web;

import java.util.List;
import java.util.Optional;
import org.mingze.reading.ReadingPage;
import org.mingze.reading.ReadingPage.Block;
import org.mingze.reading.ReadingPage.FindStyle;
import org.mingze.reading.ReadingPage.Run;
import org.mingze.reading.ReadingsPage;

/// 审读样张.
final class ReadingSample {
    private ReadingSample() {}

    static ReadingsPage list() {
        return new ReadingsPage(
                new Heading(
                        List.of(),
                        "审读",
                        Prose.of("读一份述职报告、整改方案或巡察反馈：找出问题、原因、措施和数字，连成链，再入台账。"),
                        List.of()),
                "/readings",
                ".docx,.txt",
                "Word或纯文本，30兆以内",
                "",
                Optional.empty(),
                Optional.of(
                        new Refusal(
                                "没有收下：文件标有“秘密”", "本系统是非涉密系统，文件的任何内容都没有保存。到涉密系统里办。", "", List.of())),
                Listing.PLAIN,
                List.of(
                        new ReadingsPage.Line(
                                new Link("2025年度述责述廉报告.docx", "#"),
                                "6月23日",
                                "林若谷",
                                "问题4、措施5、数字24",
                                new Mark(Mark.Shape.OPEN, "待确认3"))),
                Optional.empty());
    }

    static ReadingPage document() {
        return new ReadingPage(
                new Heading(
                        List.of(new Link("审读", "/readings"), new Link("述责述廉.docx，3,418字", "")),
                        "2025年度述责述廉报告",
                        Prose.of("读出41处：问题3、原因2、措施2。定了的，再读也不变。"),
                        List.of()),
                "/readings/1/decisions",
                "",
                List.of(
                        new Listing.View("全部", "#", "41", false, true),
                        new Listing.View("未定", "#", "37", false, false),
                        new Listing.View("问题", "#", "3", false, false),
                        new Listing.View("数字", "#", "24", false, false)),
                List.of(
                        new Block(1, List.of(new Run.Words("二、存在的问题、原因和下步打算"))),
                        new Block(2, List.of(new Run.Words("（一）存在的问题"))),
                        new Block(
                                0,
                                List.of(
                                        new Run.Words("一是"),
                                        new Run.Find(
                                                FindStyle.PROBLEM.style(),
                                                "t1",
                                                "p1",
                                                "",
                                                "考核偏重定性，村社区党建责任没有量到人、量到事",
                                                "1"),
                                        new Run.Words("。全年对"),
                                        new Run.Find(
                                                FindStyle.FIGURE.style(),
                                                "tn1",
                                                "n1",
                                                "",
                                                "12",
                                                "a"),
                                        new Run.Words("个村社区考核2轮。抽查"),
                                        new Run.Find(
                                                FindStyle.MASKED.style(), "", "m1", "", "*", ""),
                                        new Run.Words("社区3月台账，走访群众"),
                                        new Run.Find(
                                                FindStyle.VAGUE.style(),
                                                "tv1",
                                                "v1",
                                                "",
                                                "10余次",
                                                "?"),
                                        new Run.Words("。"))),
                        new Block(
                                0,
                                List.of(
                                        new Run.Words("三是"),
                                        new Run.Find(
                                                FindStyle.PROBLEM.style(),
                                                "t3",
                                                "p3",
                                                "",
                                                "历史遗留的征收补偿问题推进慢",
                                                "3"),
                                        new Run.Words("。主要是"),
                                        new Run.Find(
                                                FindStyle.CAUSE.style(),
                                                "c1",
                                                "p1",
                                                "",
                                                "考核表沿用多年，只列项目不列标准",
                                                "1"),
                                        new Run.Words("；"),
                                        new Run.Find(
                                                FindStyle.MEASURE.style(),
                                                "s1",
                                                "p1",
                                                "",
                                                "第一季度修订考核办法，每项写明标准、凭据和分值",
                                                "1"),
                                        new Run.Words("。")))),
                new ReadingPage.Progress("已定4/41处", 4, 41, "PROBLEM.1.2"),
                List.of(
                        new ReadingPage.Group(
                                "finds",
                                "问题链",
                                "共2，已入台账1，没有措施1",
                                List.of(entered(), measure(), rejected()),
                                "余下2个问题照读的采纳，入台账",
                                "PROBLEM")),
                new ReadingPage.FigureTable(
                        "24处，相符19，不符1",
                        List.of(
                                figure("n1", "考核村社区", "12个", "账上12", Tag.of("相符")),
                                figure(
                                        "n3",
                                        "抽查台账",
                                        "31条",
                                        "账上29",
                                        new Tag("多报2", Tag.Tone.BREACH)),
                                figure("m1", "某社区", "隐去", "数字隐去", Tag.of("无法核"))),
                        "余下2处照读的采纳",
                        "FIGURE"),
                Optional.empty(),
                "#",
                List.of("缺“述廉部分”。"),
                new ReadingPage.Same("自己写的占82%", List.of(Prose.of("第12字起雷同。"))));
    }

    private static ReadingPage.Card entered() {
        return card(
                "p1",
                "问题",
                new Tag("已入账", Tag.Tone.DONE),
                "考核偏重定性，没有量到人、量到事",
                "林若谷6月23日采纳，明责审读0.2",
                Optional.of(new Link("第2003号案卷", "#")),
                new ReadingPage.Acts(false, "", false, false),
                Optional.empty());
    }

    private static ReadingPage.Card measure() {
        return card(
                "m2",
                "措施",
                Tag.of("未定"),
                "第一季度修订考核办法",
                "",
                Optional.empty(),
                new ReadingPage.Acts(true, "#", true, false),
                Optional.of(
                        new ReadingPage.Form(
                                "MEASURE.1.9",
                                List.of(
                                        new Field(
                                                "原文",
                                                "原文",
                                                "原文里的话，可长可短",
                                                true,
                                                "原文里没有这句话，从左边照抄",
                                                new Field.Control.Area("第一季度修订考核办法"))),
                                "#")));
    }

    private static ReadingPage.Card rejected() {
        return card(
                "p3",
                "问题",
                Tag.of("不采"),
                "历史遗留的征收补偿问题推进慢",
                "林若谷6月23日不采，明责审读0.2",
                Optional.empty(),
                new ReadingPage.Acts(false, "#", false, true),
                Optional.empty());
    }

    private static ReadingPage.Card card(
            String anchor,
            String kind,
            Tag state,
            String words,
            String by,
            Optional<Link> entered,
            ReadingPage.Acts acts,
            Optional<ReadingPage.Form> form) {
        boolean rejected = acts.undo();
        return new ReadingPage.Card(
                anchor,
                anchor,
                kind.equals("问题") ? anchor.substring(1) : "",
                "#t1",
                kind,
                state,
                kind.equals("措施"),
                false,
                rejected,
                words,
                List.of(Prose.of("责任人：组织委员，林若谷（文中“组织委员”）")),
                rejected ? "没有对应的措施：采纳后这一件等着定措施。" : "",
                by,
                entered,
                acts,
                Optional.empty(),
                form);
    }

    private static ReadingPage.Figure figure(
            String anchor, String what, String said, String books, Tag says) {
        return new ReadingPage.Figure(
                anchor,
                "#t1",
                what,
                said,
                Prose.of(books),
                says,
                Optional.of(
                        card(
                                anchor,
                                "数字",
                                Tag.of("未定"),
                                said,
                                "",
                                Optional.empty(),
                                new ReadingPage.Acts(true, "#", true, false),
                                Optional.empty())));
    }
}
