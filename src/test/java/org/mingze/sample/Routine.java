package org.mingze.sample;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.mingze.sample.Findings.Case;
import org.mingze.sample.Matters.Ready;
import org.mingze.sample.Meetings.Item;

/// 日常 — documents, small purchases, inspections, problems and petitions of an ordinary year.
final class Routine {
    private static final List<String> VILLAGES =
            List.of(
                    "qingshi.nanqiao",
                    "qingshi.liuxiang",
                    "qingshi.beijing",
                    "qingshi.shimo",
                    "qingshi.shangwan",
                    "qingshi.liyuan");
    private static final List<String> OFFICES =
            List.of(
                    "mingchuan.zhujianju",
                    "mingchuan.caizhengju",
                    "mingchuan.minzhengju",
                    "qingshi.banshichu",
                    "chengguan.zhengfu",
                    "liuhe.zhengfu");
    private static final String STREET_DISCIPLINE = "qingshi.jigongwei.secretary";
    private static final String INSPECTOR = "mingchuan.duchashi.officer1";

    private final County county;
    private final Random random = County.random("日常");

    Routine(County county) {
        this.county = county;
    }

    void write() {
        documents();
        purchases();
        inspections();
        findings();
        petitions();
        theGovernmentMeets();
    }

    private void documents() {
        List<String> titles =
                List.of("做好安全生产工作", "开展人居环境整治", "做好防汛准备", "报送月度情况", "规范村级公开", "开展党员培训");
        int serial = 0;
        LocalDate day = county.workingDayFrom(County.FIRST);
        while (County.isCovered(day)) {
            Committee committee = Committee.ALL.get(random.nextInt(4));
            serial++;
            county.report(
                    "公文",
                    day,
                    committee.clerk(),
                    random,
                    Fields.of("机构", committee.body(), "类", "通知", "文号", "第" + serial + "号")
                            .and("题", "关于" + titles.get(random.nextInt(6)) + "的通知")
                            .and("字数", 800 + random.nextInt(2400), "年度", day.getYear())
                            .and("专项", false, "普发", true, "索要落实报告", false));
            day = county.workingDaysAfter(day, 5 + random.nextInt(5));
        }
    }

    /// Small purchases need no meeting.
    private void purchases() {
        LocalDate day = county.workingDayFrom(LocalDate.of(2025, 10, 13));
        while (County.isCovered(day)) {
            Committee committee = Committee.ALL.get(random.nextInt(4));
            county.report(
                    "支出",
                    day,
                    committee.clerk(),
                    random,
                    Fields.of("机构", committee.spender(), "类", "采购")
                            .and("金额", 1200 + 100 * random.nextInt(180)));
            day = county.workingDaysAfter(day, 4 + random.nextInt(6));
        }
    }

    /// Weekly rounds of the street's discipline office that found nothing.
    private void inspections() {
        Findings findings = new Findings(county, "检查");
        LocalDate day = county.workingDayFrom(LocalDate.of(2025, 10, 10));
        while (County.isCovered(day)) {
            String village = VILLAGES.get(random.nextInt(6));
            Case round = new Case("qingshi.jigongwei", STREET_DISCIPLINE, village, day, 0);
            findings.inspect(round, day, "村社区纪律", true);
            day = county.workingDaysAfter(day, 5 + random.nextInt(2));
        }
    }

    private void findings() {
        Findings findings = new Findings(county, "整改");
        LocalDate day = county.workingDayFrom(LocalDate.of(2025, 10, 14));
        int count = 0;
        while (County.isCovered(day)) {
            count++;
            findings.runWell(
                    count % 3 == 0
                            ? new Case(
                                    "mingchuan.duchashi",
                                    INSPECTOR,
                                    OFFICES.get(random.nextInt(6)),
                                    day,
                                    count)
                            : new Case(
                                    "qingshi.jigongwei",
                                    STREET_DISCIPLINE,
                                    VILLAGES.get(random.nextInt(6)),
                                    day,
                                    count));
            day = county.workingDaysAfter(day, 4 + random.nextInt(4));
        }
    }

    private void petitions() {
        Petitions petitions = new Petitions(county, "信访");
        LocalDate day = county.workingDayFrom(LocalDate.of(2025, 10, 9));
        while (County.isCovered(day)) {
            boolean atStreet = random.nextInt(3) == 0;
            petitions.run(
                    new Petitions.Case(
                            atStreet ? "qingshi.banshichu" : "mingchuan.xinfangju",
                            atStreet ? "qingshi.xinfangban.head" : "mingchuan.xinfangju.clerk",
                            day,
                            3 + random.nextInt(9),
                            12 + random.nextInt(32)));
            day = county.workingDaysAfter(day, 3 + random.nextInt(4));
        }
    }

    private void theGovernmentMeets() {
        Committee government = Committee.GOVERNMENT;
        Meetings meetings = new Meetings(county, "政府常务会");
        Matters matters =
                new Matters(county, government, Pools.lines("matters", government.body()));
        List<String> topics = Pools.lines("study");
        List<String> works = Pools.lines("work", "部署");
        YearMonth month = YearMonth.of(2025, 10);
        for (; !month.isAfter(YearMonth.of(2026, 11)); month = month.plusMonths(1)) {
            LocalDate day = county.workingDayFrom(month.atDay(17));
            if (!County.isCovered(day)) {
                continue;
            }
            List<Item> items = new ArrayList<>();
            items.add(Item.firstItem(topics.get(random.nextInt(topics.size()))));
            items.add(Item.work(works.get(random.nextInt(works.size()))));
            if (matters.hasMore() && month.getMonthValue() % 3 == 0) {
                Ready matter = matters.prepare(day);
                items.add(Item.decision(matter.name(), matter.ref()));
            }
            meetings.hold(
                    government.body(), government.meetingKind(), day, government.clerk(), items);
        }
    }
}
