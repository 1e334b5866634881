package org.mingze.web;

import java.util.List;
import java.util.Optional;
import org.mingze.duty.InstitutionPage;
import org.mingze.duty.InstitutionsPage;

/// 制度样张.
final class InstitutionSample {
    private InstitutionSample() {}

    static InstitutionsPage list() {
        return new InstitutionsPage(
                new Heading(List.of(), "制度72部，职责198项", Prose.of("每一项职责都来自一条有出处的条文。"), List.of()),
                new Listing(
                        List.of(
                                new Listing.View("施行", "#", "72", false, true),
                                new Listing.View("未启用的职责", "#", "14", false, false)),
                        Optional.of(
                                new Listing.Filters("/institutions", "制度、条文、文号", "", List.of())),
                        Optional.of(new Listing.Pager("共72部", Optional.empty(), Optional.empty()))),
                List.of(
                        new InstitutionsPage.Issuer(
                                "中共中央",
                                List.of(
                                        new InstitutionsPage.Line(
                                                new Link("中国共产党党员教育管理工作条例", "#"),
                                                Prose.of("职责3项，2019年5月6日起施行"),
                                                List.of(new Tag("施行", Tag.Tone.DONE))),
                                        new InstitutionsPage.Line(
                                                new Link("信访工作条例", "#"),
                                                Prose.of("职责9项，2022年5月1日起施行"),
                                                List.of(
                                                        new Tag("施行", Tag.Tone.DONE),
                                                        new Tag("1项未启用", Tag.Tone.WARN))))),
                        new InstitutionsPage.Issuer(
                                "青石街道党工委",
                                List.of(
                                        new InstitutionsPage.Line(
                                                new Link("理论学习中心组学习制度", "#"),
                                                Prose.of("职责3项，2026年1月1日起施行"),
                                                List.of(new Tag("施行", Tag.Tone.DONE)))))),
                Optional.empty());
    }

    static InstitutionPage text() {
        return new InstitutionPage(
                "qingshi.study",
                new Heading(
                        List.of(new Link("制度", "/institutions"), new Link("青石街道党工委", "")),
                        "理论学习中心组学习制度",
                        Prose.EMPTY,
                        List.of()),
                List.of(new Tag("施行", Tag.Tone.DONE), Tag.of("2026年1月1日起"), Tag.of("用例24条")),
                Optional.empty(),
                List.of(new Link("暂停…", "#"), new Link("废止…", "#")),
                "2条，2项职责",
                List.of(
                        new InstitutionPage.Clause(
                                "第六条",
                                "中心组集体学习每月不少于一次，须有学习记录和签到材料；当月未能安排的，应于次月三个工作日内补学。",
                                List.of(
                                        new InstitutionPage.Owes(
                                                "学习.月",
                                                List.of(
                                                        Tag.of("频次"),
                                                        new Tag("来源A", Tag.Tone.ACCENT)),
                                                "党组织每月至少1次学习，方式=集体 且 计(附)≥1；宽限3工作日。",
                                                Prose.of("上半年6期：已履3，迟履1，违1，在办1　")
                                                        .reference("打开", "#"),
                                                Optional.empty()))),
                        new InstitutionPage.Clause(
                                "第九条",
                                "中心组成员每年集体学习和自学时间由县委宣传部另行规定。",
                                List.of(
                                        new InstitutionPage.Owes(
                                                "学习.时长",
                                                List.of(
                                                        Tag.of("频次"),
                                                        new Tag("来源D", Tag.Tone.WARN)),
                                                "",
                                                Prose.EMPTY,
                                                Optional.of(
                                                        new InstitutionPage.Off(
                                                                Mark.of(Mark.Shape.OFF),
                                                                "每年学时没有来源，不设默认值。县里定了数才开始计。",
                                                                Optional.of(
                                                                        Act.small(
                                                                                "写上学时和出处",
                                                                                "#")))))))),
                Optional.of(List.of()),
                List.of(
                        new InstitutionPage.Version(
                                new Link("2026-01-01", "#"),
                                new Tag("施行", Tag.Tone.DONE),
                                Prose.of("第六条加签到材料"),
                                true),
                        new InstitutionPage.Version(
                                new Link("2022-03-01", "#"),
                                Tag.of("已替代"),
                                Prose.of("2022-03-01至2025-12-31"),
                                false)),
                List.of(Fact.of("宽限", "3工作日，自2022-03-01"), Fact.of("年学时", "没有来源，未定")),
                Prose.of("青石街道党工委及4个社区党委。"),
                List.of(Fact.of("青学", "青石街道党工委理论学习中心组学习制度，青工委〔2025〕31号")),
                "制度: 理论学习中心组学习制度\n编号: qingshi.study\n施行: {自: 2026-01-01}\n职责:\n  - 号: 学习.月\n");
    }
}
