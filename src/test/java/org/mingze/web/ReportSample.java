package org.mingze.web;

import java.util.List;
import java.util.Optional;
import org.mingze.report.ReportPage;
import org.mingze.report.ReportPage.Block;
import org.mingze.report.ReportPage.Run;
import org.mingze.report.ReportsPage;
import org.mingze.web.Field.Control;

/// 述职报告样张.
final class ReportSample {
    private ReportSample() {}

    static ReportsPage list() {
        return new ReportsPage(
                new Heading(List.of(), "述职报告", Prose.of("从账上写一份报告：每一处数字都能打开它数的记录。"), List.of()),
                "/reports",
                List.of(
                        new Field(
                                "from",
                                "从",
                                "",
                                true,
                                "",
                                new Control.Line("2026-01-01", "date", "")),
                        new Field(
                                "to",
                                "到",
                                "",
                                true,
                                "",
                                new Control.Line("2026-06-30", "date", "")),
                        new Field(
                                "masked",
                                "写法",
                                "",
                                true,
                                "",
                                new Control.Choices(
                                        List.of(
                                                new Field.Option("plain", "内部用，写全名", true),
                                                new Field.Option("masked", "公开用，隐去个人", false)),
                                        false))),
                List.of(ReportsPage.Send.plain("写这份报告")),
                Optional.empty(),
                List.of(),
                Optional.of(new Blank("还没有写过报告", "选好起止日，从账上写第一份。", Optional.empty())));
    }

    static ReportPage report() {
        return new ReportPage(
                new Heading(
                        List.of(new Link("述职报告", "/reports"), new Link("2026年1月1日至6月30日", "")),
                        "上半年述职述廉述责报告",
                        Prose.of("草稿。19处数字，18处有记录作据，1处待定。"),
                        List.of(Act.main("下载.docx", "#").with(Icon.DOWNLOAD))),
                "2026年上半年述职述廉述责报告",
                "中共青石街道工作委员会书记　周砚田",
                List.of(
                        new Block(
                                0,
                                List.of(
                                        new Run.Words("2026年上半年，本人承担职责"),
                                        new Run.Bound("46", "1", "#annex-1"),
                                        new Run.Words("项，按期履行"),
                                        new Run.Bound("31", "2", "#annex-2"),
                                        new Run.Words("项。现报告如下。"))),
                        new Block(1, List.of(new Run.Words("一、履职情况"))),
                        new Block(
                                0,
                                List.of(
                                        new Run.Strong("（一）从严抓学习。"),
                                        new Run.Words("组织理论学习中心组集体学习"),
                                        new Run.Bound("5", "3", "#annex-3"),
                                        new Run.Words("次；走访群众"),
                                        new Run.Unbound("若干次"),
                                        new Run.Words("。")))),
                "本报告的每一处数字都可回查。账页第6,214笔，树根9f3c 2e41 … 71be，2026年6月24日10:42所知。",
                List.of(
                        new ReportPage.AnnexLine(
                                "1", "46", "承担职责，1月1日至6月30日", true, List.of(new Link("职责列表", "#"))),
                        new ReportPage.AnnexLine(
                                "3",
                                "5",
                                "集体学习，附件≥1",
                                false,
                                List.of(
                                        new Link("第0021号", "#"),
                                        new Link("第0098号", "#"),
                                        new Link("第0174号", "#"),
                                        new Link("第0233号", "#"),
                                        new Link("第0302号", "#")))),
                List.of(
                        new ReportPage.Notes(
                                "不计的",
                                "1",
                                List.of(
                                        new ReportPage.Note(
                                                "n3",
                                                Prose.EMPTY.strong("5").words("次集体学习"),
                                                List.of(Prose.of("不计1：第0412号，附=0"))))),
                        new ReportPage.Notes(
                                "待定",
                                "1",
                                List.of(
                                        new ReportPage.Note(
                                                "",
                                                Prose.EMPTY.strong("“若干次”走访群众"),
                                                List.of(Prose.of("账上有走访8笔。写成8次，还是删去这句？")))))));
    }
}
