package org.mingze.web;

import java.util.List;
import java.util.Optional;
import org.mingze.reading.ReadingPage;
import org.mingze.reading.ReadingPage.Block;
import org.mingze.reading.ReadingPage.FindKind;
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
                        Prose.of("读出41处：问题3、原因2、措施2。问题三没有对应的措施，补上才能入台账。"),
                        List.of()),
                List.of(
                        new Listing.View("全部", "#", "41", false, true),
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
                                                FindKind.PROBLEM,
                                                "t1",
                                                "#p1",
                                                "考核偏重定性，村社区党建责任没有量到人、量到事",
                                                "1"),
                                        new Run.Words("。全年对"),
                                        new Run.Find(FindKind.FIGURE, "tn1", "#n1", "12", "a"),
                                        new Run.Words("个村社区考核2轮。抽查"),
                                        new Run.Find(FindKind.MASKED, "", "#m1", "*", ""),
                                        new Run.Words("社区3月台账，走访群众"),
                                        new Run.Find(FindKind.VAGUE, "tv1", "#v1", "10余次", "?"),
                                        new Run.Words("。"))),
                        new Block(
                                0,
                                List.of(
                                        new Run.Words("三是"),
                                        new Run.Find(
                                                FindKind.PROBLEM,
                                                "t3",
                                                "#p3",
                                                "历史遗留的征收补偿问题推进慢",
                                                "3"),
                                        new Run.Words("。主要是"),
                                        new Run.Find(
                                                FindKind.CAUSE,
                                                "c1",
                                                "#p1",
                                                "考核表沿用多年，只列项目不列标准",
                                                "1"),
                                        new Run.Words("；"),
                                        new Run.Find(
                                                FindKind.MEASURE,
                                                "s1",
                                                "#p1",
                                                "第一季度修订考核办法，每项写明标准、凭据和分值",
                                                "1"),
                                        new Run.Words("。")))),
                "已连1，缺措施1",
                List.of(
                        new ReadingPage.Chain(
                                "p1",
                                "1",
                                "#t1",
                                new Tag("链条完整", Tag.Tone.DONE),
                                "考核偏重定性，没有量到人、量到事",
                                List.of(
                                        Prose.of("原因1：考核表沿用多年，只列项目不列标准"),
                                        Prose.of("措施1：第一季度修订考核办法；牵头 组织委员；期限3月31日（由“第一季度”推定）")),
                                "",
                                true,
                                Optional.empty()),
                        new ReadingPage.Chain(
                                "p3",
                                "3",
                                "#t3",
                                new Tag("没有措施", Tag.Tone.BREACH),
                                "历史遗留的征收补偿问题推进慢",
                                List.of(),
                                "全文没有找到对应的措施和期限。补上后才能确认。",
                                false,
                                Optional.of(Act.small("补措施", "#")))),
                "/readings/1/findings",
                "确认所选，入台账",
                Optional.empty(),
                "24，可核19",
                List.of(
                        new ReadingPage.Figure(
                                "n1",
                                "a",
                                "#tn1",
                                "考核村社区",
                                "12",
                                Prose.EMPTY.reference("12", "#"),
                                Tag.of("一致")),
                        new ReadingPage.Figure(
                                "n3",
                                "c",
                                "#tn1",
                                "抽查台账条数",
                                "31",
                                Prose.EMPTY.reference("29", "#"),
                                new Tag("差2", Tag.Tone.BREACH)),
                        new ReadingPage.Figure(
                                "v1",
                                "?",
                                "#tv1",
                                "走访群众",
                                "10余",
                                Prose.EMPTY.reference("8", "#"),
                                new Tag("含糊", Tag.Tone.WARN)),
                        new ReadingPage.Figure(
                                "m1", "*", "#tn1", "某社区", "隐去", Prose.of("未知"), Tag.of("不作0"))),
                List.of("缺“述廉部分”。"),
                new ReadingPage.Same("自己写的占82%", List.of(Prose.of("第12字起雷同。"))));
    }
}
