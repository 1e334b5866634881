package org.mingze.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.mingze.journal.EntryMode;
import org.mingze.journal.Occurred;
import org.mingze.journal.Recorder;

/// 交办 — the county begins to hand matters over on the record: signed for, answered, concluded, sent
/// back; one nobody signs for.
final class Assignments {
    private static final String CODE = "assignment.handling";
    private static final Path TEXT = Path.of("institutions", "mingchuan", CODE, "2026-01-01.yaml");
    private static final LocalDate FROM = LocalDate.of(2026, 10, 12);
    private static final Recorder COUNTY_OFFICE = new Recorder("p008", "mingchuan.xianwei.office");
    private static final String OFFICE = "mingchuan.xianwei.office";
    private static final String SUPERVISOR = "mingchuan.duchashi.head";

    private final County county;
    private final Random random = County.random("交办");

    Assignments(County county) {
        this.county = county;
    }

    /// 一件 — who hands over, to whom, what, and when it is due.
    private record Matter(
            String by, String from, String kind, String to, String body, String words) {}

    void write() {
        enact();
        LocalDate october = LocalDate.of(2026, 10, 19);
        Ref done =
                assign(
                        new Matter(
                                OFFICE,
                                "mingchuan.xianwei",
                                "会议议定",
                                "qingshi.gongwei.secretary",
                                "qingshi.gongwei",
                                "梳理街道下派到村社区的报表，提出取消清单"),
                        october,
                        LocalDate.of(2026, 11, 6));
        sign(done, "qingshi.gongwei.secretary", LocalDate.of(2026, 10, 20));
        Ref told =
                answer(
                        done,
                        "qingshi.gongwei.secretary",
                        LocalDate.of(2026, 11, 4),
                        "已办",
                        "清单列出九张，已取消六张");
        conclude(done, told, OFFICE, LocalDate.of(2026, 11, 5));
        waiting();
        sentBack();
        open();
    }

    private void enact() {
        Fields text = Fields.of("编号", CODE, "自", FROM, "文", text());
        county.chronicle()
                .add(
                        "施行",
                        Occurred.on(FROM),
                        FROM.atTime(9, 30),
                        COUNTY_OFFICE,
                        EntryMode.DONE,
                        text);
        Fields limit =
                Fields.of("编号", CODE, "参", "签收期", "值", "2工作日").and("自", FROM, "据", "明委办〔2025〕52号");
        county.chronicle()
                .add(
                        "设参",
                        Occurred.on(FROM),
                        FROM.atTime(9, 31),
                        COUNTY_OFFICE,
                        EntryMode.DONE,
                        limit);
    }

    private void waiting() {
        Ref matter =
                assign(
                        new Matter(
                                SUPERVISOR,
                                "mingchuan.duchashi",
                                "督查交办",
                                "qingshi.banshichu.head",
                                "qingshi.banshichu",
                                "核对老旧小区改造的补偿名册"),
                        LocalDate.of(2026, 11, 2),
                        LocalDate.of(2026, 11, 27));
        sign(matter, "qingshi.banshichu.head", LocalDate.of(2026, 11, 3));
        answer(matter, "qingshi.banshichu.head", LocalDate.of(2026, 11, 18), "已办", "名册逐户核对，签字齐全");
    }

    private void sentBack() {
        Ref matter =
                assign(
                        new Matter(
                                OFFICE,
                                "mingchuan.xianwei",
                                "领导批示",
                                "chengguan.zhengfu.head",
                                "chengguan.zhengfu",
                                "查清农贸市场摊位费多头收取的事"),
                        LocalDate.of(2026, 10, 26),
                        LocalDate.of(2026, 11, 30));
        sign(matter, "chengguan.zhengfu.head", LocalDate.of(2026, 10, 27));
        Ref told =
                answer(
                        matter,
                        "chengguan.zhengfu.head",
                        LocalDate.of(2026, 11, 11),
                        "已办",
                        "已要求市场停收卫生费");
        county.perform(
                "退回",
                LocalDate.of(2026, 11, 12),
                OFFICE,
                random,
                Fields.of("反馈", told, "交办", matter, "人", OFFICE, "由", "只说了停收，没有说已收的怎么退"));
    }

    /// One in hand, one just come, one that nobody has signed for in time.
    private void open() {
        Ref inHand =
                assign(
                        new Matter(
                                SUPERVISOR,
                                "mingchuan.duchashi",
                                "督查交办",
                                "qingshi.gongwei.secretary",
                                "qingshi.gongwei",
                                "三个村社区集体资金小额支出逐笔复核"),
                        LocalDate.of(2026, 11, 9),
                        LocalDate.of(2026, 12, 11));
        sign(inHand, "qingshi.gongwei.secretary", LocalDate.of(2026, 11, 10));
        assign(
                new Matter(
                        OFFICE,
                        "mingchuan.xianwei",
                        "会议议定",
                        "qingshi.gongwei.secretary",
                        "qingshi.gongwei",
                        "摸清冬季取暖困难户，一户一策"),
                LocalDate.of(2026, 11, 19),
                LocalDate.of(2026, 12, 4));
        Ref unsigned =
                assign(
                        new Matter(
                                OFFICE,
                                "mingchuan.xianwei",
                                "领导批示",
                                "liuhe.zhengfu.head",
                                "liuhe.zhengfu",
                                "柳河段河道采砂点复绿进度报县委"),
                        LocalDate.of(2026, 11, 12),
                        LocalDate.of(2026, 12, 18));
        county.manifest()
                .expect(
                        "两个工作日没有签收",
                        Rule.SIGNED_FOR,
                        "违",
                        "谁",
                        "liuhe.zhengfu.head",
                        "件",
                        unsigned);
    }

    private Ref assign(Matter matter, LocalDate day, LocalDate due) {
        return county.perform(
                "交办",
                day,
                matter.by(),
                random,
                Fields.of("机构", matter.from(), "类", matter.kind(), "内容", matter.words())
                        .and("责任单位", matter.body(), "责任人", matter.to(), "期限", due));
    }

    private void sign(Ref matter, String post, LocalDate day) {
        county.perform("签收", day, post, random, Fields.of("交办", matter, "人", post));
    }

    private Ref answer(Ref matter, String post, LocalDate day, String result, String words) {
        return county.perform(
                "反馈",
                day,
                post,
                random,
                Fields.of("交办", matter, "人", post, "结果", result, "情况", words)
                        .and("附", List.of(county.attachments().ledgerCopy())));
    }

    private void conclude(Ref matter, Ref told, String post, LocalDate day) {
        county.perform("办结", day, post, random, Fields.of("反馈", told, "交办", matter, "人", post));
    }

    private static String text() {
        try {
            return Files.readString(TEXT);
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }
}
