package org.mingze.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.mingze.journal.EntryMode;
import org.mingze.journal.Occurred;
import org.mingze.sample.Meetings.Item;
import org.mingze.sample.Meetings.Manner;

/// 植入 — faults in periods, meetings, contracts and filing, and what the engine should say of them.
final class Faults {
    private final County county;
    private final Manifest manifest;
    private final Random random = County.random("植入");
    private final Meetings meetings;

    Faults(County county) {
        this.county = county;
        this.manifest = county.manifest();
        this.meetings = new Meetings(county, "植入会议");
    }

    void write() {
        missedPeriods();
        headSpeaksFirst();
        tooFewAyes();
        studyNotFirst();
        contractWithoutMeeting();
        filedAllAtOnce();
        harmlessCorrection();
        withdrawals();
    }

    private void missedPeriods() {
        manifest.expect("二季度没有集体研讨", Rule.SEMINAR, "违", "谁", "liuhe.dangwei", "期", "2026二季");
        manifest.expect(
                "一季度没有兑现每季专题研究的承诺", Rule.TOPIC_QUARTER, "违", "谁", "qingshi.gongwei", "期", "2026一季");
        manifest.expect(
                "同一承诺落空时，每半年一次的底线仍守住",
                Rule.TOPIC_HALF_YEAR,
                "已履",
                "谁",
                "qingshi.gongwei",
                "期",
                "2026上");
        manifest.expect(
                "四季度集体研讨因森林防火集中值守由县委免", Rule.SEMINAR, "免", "谁", "liuhe.dangwei", "期", "2025四季");
        county.perform(
                "免",
                LocalDate.of(2025, 12, 22),
                "mingchuan.xianwei.office",
                random,
                Fields.of("编号", Rule.SEMINAR.institution(), "号", Rule.SEMINAR.duty())
                        .and("谁", "liuhe.dangwei", "期", "2025四季")
                        .and("批", "mingchuan.xianwei", "因", "森林防火集中值守"));
        forgottenTalk();
    }

    /// The year is not over on the last day of the sample; a fortnight into the next it is.
    private void forgottenTalk() {
        Object[] key = {
            "谁", "qingshi.gongwei.secretary", "对", "qingshi.shangwan.secretary", "期", "2026"
        };
        manifest.expect("今年还没有同上湾村书记谈话，未到期", Rule.TALK, "在办", key);
        LocalDate after = LocalDate.of(2027, 1, 15);
        manifest.expectOn(after, after, "全年没有同上湾村书记谈话", Rule.TALK, "违", key);
    }

    private void headSpeaksFirst() {
        Ref street =
                special(
                        Committee.STREET,
                        LocalDate.of(2026, 4, 28),
                        "便民服务点租金",
                        132000,
                        Manner.HEAD_SPEAKS_FIRST);
        manifest.expect(
                "主持人先表态", Rule.HEAD_LAST, "违", "谁", "qingshi.gongwei.secretary", "件", street);
        Ref government =
                special(
                        Committee.GOVERNMENT,
                        LocalDate.of(2026, 6, 23),
                        "停车收费标准调整",
                        90000,
                        Manner.HEAD_SPEAKS_FIRST);
        manifest.expect(
                "县长在常务会上先表态",
                Rule.GOVERNMENT_HEAD_LAST,
                "违",
                "谁",
                "mingchuan.zhengfu.head",
                "件",
                government);
    }

    private void tooFewAyes() {
        Ref meeting =
                special(
                        Committee.STREET,
                        LocalDate.of(2026, 7, 29),
                        "街道文化站扩建",
                        880000,
                        Manner.TOO_FEW_AYES);
        manifest.expect("赞成未过应到半数仍记通过", Rule.MAJORITY, "违", "谁", "qingshi.gongwei", "件", meeting);
    }

    private void studyNotFirst() {
        LocalDate day = LocalDate.of(2026, 6, 29);
        Committee committee = Committee.LIUHE;
        Ref meeting =
                meetings.hold(
                        committee.body(),
                        committee.meetingKind(),
                        day,
                        committee.clerk(),
                        List.of(Item.work("部署暑期安全检查"), Item.firstItem("学习防汛抗旱应急预案编制要求")));
        manifest.expect("首项议题不是第一议题", Rule.FIRST_ITEM, "违", "谁", committee.body(), "件", meeting);
    }

    private void contractWithoutMeeting() {
        Committee committee = Committee.CHENGGUAN;
        LocalDate drafted = LocalDate.of(2026, 5, 14);
        Ref matter = matter(committee, drafted, "镇区临时停车场租赁", 320000);
        Ref contract =
                county.report(
                        "支出",
                        LocalDate.of(2026, 5, 20),
                        committee.clerk(),
                        random,
                        Fields.of("机构", committee.spender(), "类", "合同")
                                .and("金额", 320000, "事项", matter));
        manifest.expect(
                "大额合同没有上会就签", Rule.MEETING_FIRST, "违", "谁", committee.spender(), "件", contract);
    }

    /// Two months of home visits written up on one Friday afternoon.
    private void filedAllAtOnce() {
        String post = "chengguan.hebu.secretary";
        LocalDate filed = LocalDate.of(2026, 6, 26);
        List<Ref> batch = new ArrayList<>();
        LocalDate day = LocalDate.of(2026, 4, 20);
        while (batch.size() < 10) {
            batch.add(
                    county.write(
                            "走访",
                            Occurred.on(day),
                            filed.atTime(15, 2 + 4 * batch.size(), 11),
                            post,
                            EntryMode.REPORTED,
                            Fields.of("类", "入户", "人", post, "到", "chengguan.hebu")
                                    .and("一线", true, "人次", 4 + random.nextInt(3))));
            day = day.plusDays(3 + random.nextInt(4));
        }
        manifest.note("十笔入户走访同一天下午补记，最早的迟录两个月", "类", "集中补录", "录日", filed, "件", batch);
    }

    private void harmlessCorrection() {
        Ref visit =
                county.report(
                        "走访",
                        LocalDate.of(2026, 3, 17),
                        "qingshi.beijing.secretary",
                        random,
                        Fields.of("类", "入户", "人", "qingshi.beijing.secretary")
                                .and("到", "qingshi.beijing", "一线", true, "人次", 61));
        Ref correction =
                county.perform(
                        "更正",
                        LocalDate.of(2026, 3, 20),
                        "qingshi.beijing.secretary",
                        random,
                        Fields.of("原", visit, "改", Fields.of("人次", 6), "因", "多写了一个1"));
        manifest.note("改正人次，不动任何判定", "类", "更正", "件", visit, "更正", correction);
    }

    private void withdrawals() {
        Petitions petitions = new Petitions(county, "植入撤销");
        Ref twice =
                petitions.receive(
                        new Petitions.Case(
                                "mingchuan.xinfangju",
                                "mingchuan.xinfangju.clerk",
                                LocalDate.of(2026, 4, 14),
                                0,
                                0));
        county.perform(
                "撤销",
                LocalDate.of(2026, 4, 16),
                "mingchuan.xinfangju.clerk",
                random,
                Fields.of("原", twice, "因", "同一来件登记了两次"));
        manifest.expect("重复登记的来件已撤销", Rule.ACCEPTANCE, "撤", "谁", "mingchuan.xinfangju", "件", twice);
        Ref visit =
                county.report(
                        "走访",
                        LocalDate.of(2026, 9, 9),
                        "liuhe.yunping.secretary",
                        random,
                        Fields.of("类", "入户", "人", "liuhe.yunping.secretary")
                                .and("到", "liuhe.yunping", "一线", true, "人次", 5));
        county.perform(
                "撤销",
                LocalDate.of(2026, 9, 11),
                "liuhe.yunping.secretary",
                random,
                Fields.of("原", visit, "因", "记到了别的村"));
        manifest.note("撤销一笔记错的走访，不动任何判定", "类", "撤销", "件", visit);
    }

    private Ref special(Committee committee, LocalDate day, String name, long yuan, Manner manner) {
        Ref matter = matter(committee, county.workingDaysBefore(day, 6), name, yuan);
        return meetings.hold(
                committee.body(),
                committee.meetingKind(),
                day,
                committee.clerk(),
                List.of(Item.firstItem("学习过紧日子有关规定"), Item.decision(name, matter)),
                manner);
    }

    private Ref matter(Committee committee, LocalDate drafted, String name, long yuan) {
        return county.report(
                "事项",
                drafted,
                committee.clerk(),
                random,
                Fields.of("机构", committee.spender(), "类", "大额资金", "名", name, "金额", yuan)
                        .and("起草日", drafted, "需评估", false, "需论证", false, "需听证", false));
    }
}
