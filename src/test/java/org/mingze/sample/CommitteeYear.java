package org.mingze.sample;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.mingze.journal.EntryMode;
import org.mingze.journal.Occurred;
import org.mingze.sample.Matters.Ready;
import org.mingze.sample.Meetings.Item;

/// 班子一年 — the meetings and studies of one leading team, month after month.
final class CommitteeYear {
    private static final YearMonth FIRST = YearMonth.of(2025, 10);
    private static final YearMonth LAST = YearMonth.of(2026, 11);

    private final County county;
    private final Committee committee;
    private final Meetings meetings;
    private final Matters matters;
    private final Random random;
    private final List<String> topics = Pools.lines("study");
    private final List<String> notices = Pools.lines("work", "通报");
    private final List<String> works = Pools.lines("work", "部署");

    CommitteeYear(County county, Committee committee) {
        this.county = county;
        this.committee = committee;
        this.meetings = new Meetings(county, "会议" + committee.body());
        this.matters = new Matters(county, committee, Pools.lines("matters", committee.body()));
        this.random = County.random("班子" + committee.body());
    }

    void write() {
        for (YearMonth month = FIRST; !month.isAfter(LAST); month = month.plusMonths(1)) {
            meet(month, 9 + random.nextInt(4), true);
            if (committee.meetingsAMonth() > 1) {
                meet(month, 22 + random.nextInt(4), false);
            }
            study(month);
        }
        planStudies(LocalDate.of(2026, 1, 9));
        enterLastSeminarBefore(LocalDate.of(2025, 9, 16));
        keepClean();
    }

    /// Warning lectures twice a year, and the head's signed promise in January.
    private void keepClean() {
        Random apart = County.random("廉洁" + committee.body());
        for (LocalDate day : List.of(LocalDate.of(2026, 4, 22), LocalDate.of(2026, 9, 23))) {
            county.report(
                    "学习",
                    day,
                    committee.clerk(),
                    apart,
                    Fields.of("机构", committee.body(), "类", "警示教育")
                            .and("题", "集体观看警示教育片并讨论")
                            .and("参加", attendants(day), "半日数", 1)
                            .and("材料", List.of(county.attachments().notes())));
        }
        LocalDate promised = LocalDate.of(2026, 1, 14);
        county.report(
                "填报",
                promised,
                committee.clerk(),
                apart,
                Fields.of("类", "廉政承诺", "人", county.headPost(committee.body(), promised))
                        .and("年度", 2026, "署名", "是"));
    }

    /// The seminar of the quarter before, entered on the day on which the county began.
    private void enterLastSeminarBefore(LocalDate day) {
        county.write(
                "学习",
                Occurred.on(day),
                LocalDate.of(2025, 9, 30).atTime(16, 40),
                committee.clerk(),
                EntryMode.REPORTED,
                Fields.of("机构", committee.body(), "类", "研讨")
                        .and("主讲", county.headPost(committee.body(), day), "题", topics.getFirst())
                        .and("参加", attendants(day), "半日数", 4)
                        .and("材料", List.of(county.attachments().notes())));
    }

    private void meet(YearMonth month, int dayOfMonth, boolean first) {
        LocalDate day = county.workingDayFrom(month.atDay(dayOfMonth));
        if (!County.isCovered(day)) {
            return;
        }
        List<Item> items = new ArrayList<>();
        items.add(Item.firstItem(topics.get(random.nextInt(topics.size()))));
        items.add(
                random.nextBoolean()
                        ? Item.notice(notices.get(random.nextInt(notices.size())))
                        : Item.work(works.get(random.nextInt(works.size()))));
        if (first) {
            items.addAll(specialTopics(month));
        }
        List<Ready> ready = new ArrayList<>();
        if (matters.hasMore() && month.isAfter(FIRST) && random.nextInt(3) > 0) {
            ready.add(matters.prepare(day));
            items.add(Item.decision(ready.getFirst().name(), ready.getFirst().ref()));
        }
        meetings.hold(committee.body(), committee.meetingKind(), day, committee.clerk(), items);
        ready.forEach(matter -> matters.carryOut(matter, day));
    }

    /// Once a quarter the whole committee studies Party discipline; once a half-year ideology.
    private List<Item> specialTopics(YearMonth month) {
        List<Item> items = new ArrayList<>();
        int inQuarter = (month.getMonthValue() - 1) % 3;
        if (inQuarter == 1 && !isForgotten(month)) {
            items.add(Item.topic("全面从严治党", "专题研究全面从严治党工作"));
        }
        if (month.getMonthValue() == 4 || month.getMonthValue() == 10) {
            items.add(Item.topic("意识形态", "专题研究意识形态工作"));
        }
        if (inQuarter == 2) {
            items.add(Item.topic("安全生产", "专题研究安全生产工作"));
        }
        if (List.of(3, 6, 9).contains(month.getMonthValue()) && !isShortOf(month)) {
            items.add(Item.topic("基层党建", "专题研究基层党建工作"));
        }
        return items;
    }

    /// The street promised itself one a quarter and let the first quarter of 2026 pass.
    private boolean isForgotten(YearMonth month) {
        return committee.equals(Committee.STREET) && month.equals(YearMonth.of(2026, 2));
    }

    /// 柳河镇 owes the county's score one study of the branches, of June.
    private boolean isShortOf(YearMonth month) {
        return committee.equals(Committee.LIUHE) && month.equals(YearMonth.of(2026, 6));
    }

    private void study(YearMonth month) {
        LocalDate day = county.workingDayFrom(month.atDay(15 + random.nextInt(3)));
        if (!County.isCovered(day)) {
            return;
        }
        boolean seminar = (month.getMonthValue() - 1) % 3 == 1 && !isSkippedSeminar(month);
        Fields fields =
                Fields.of("机构", committee.body(), "类", seminar ? "研讨" : "集体学习")
                        .and("主讲", county.headPost(committee.body(), day))
                        .and("题", topics.get(random.nextInt(topics.size())))
                        .and("参加", attendants(day), "半日数", seminar ? 4 : 2);
        if (isEmptySeminar(month)) {
            addMaterialLater(
                    county.report(
                            "学习", day, committee.clerk(), random, fields.and("材料", List.of())));
            return;
        }
        fields.and("材料", List.of(county.attachments().notes()))
                .and("附", List.of(county.attachments().signatures()));
        if (isFiledLate(month)) {
            fileLate(day, fields);
        } else {
            county.report("学习", day, committee.clerk(), random, fields);
        }
    }

    /// 城关镇's seminar of February was entered in the middle of April.
    private boolean isFiledLate(YearMonth month) {
        return committee.equals(Committee.CHENGGUAN) && month.equals(YearMonth.of(2026, 2));
    }

    private void fileLate(LocalDate day, Fields fields) {
        LocalDate filed = LocalDate.of(2026, 4, 21);
        Ref seminar =
                county.write(
                        "学习",
                        Occurred.on(day),
                        filed.atTime(10, 20, 30),
                        committee.clerk(),
                        EntryMode.REPORTED,
                        fields);
        Manifest manifest = county.manifest();
        manifest.note("一季度的研讨到四月下旬才录", "类", "期后补录", "录日", filed, "件", seminar);
        manifest.expectOn(
                filed.minusDays(1),
                filed.minusDays(1),
                "研讨还没有录，当时判违",
                Rule.SEMINAR,
                "违",
                "谁",
                committee.body(),
                "期",
                "2026一季");
        manifest.expect("研讨迟录，现在判已履", Rule.SEMINAR, "已履", "谁", committee.body(), "期", "2026一季");
    }

    /// 柳河镇 had only lectures in the second quarter, and before that while on fire watch.
    private boolean isSkippedSeminar(YearMonth month) {
        return committee.equals(Committee.LIUHE)
                && List.of(YearMonth.of(2025, 11), YearMonth.of(2026, 5)).contains(month);
    }

    /// 城关镇 sent the seminar of August without its material.
    private boolean isEmptySeminar(YearMonth month) {
        return committee.equals(Committee.CHENGGUAN) && month.equals(YearMonth.of(2026, 8));
    }

    private void addMaterialLater(Ref seminar) {
        LocalDate day = LocalDate.of(2026, 10, 16);
        county.perform(
                "更正",
                day,
                committee.clerk(),
                random,
                Fields.of("原", seminar, "因", "补上当时的讲稿")
                        .and("改", Fields.of("材料", List.of(county.attachments().notes()))));
        Manifest manifest = county.manifest();
        manifest.expectOn(
                LocalDate.of(2026, 10, 14),
                LocalDate.of(2026, 10, 14),
                "研讨没有材料，当时判违",
                Rule.SEMINAR,
                "违",
                "谁",
                committee.body(),
                "期",
                "2026三季");
        manifest.expect(
                "研讨的材料后来更正补上，现在判已履", Rule.SEMINAR, "已履", "谁", committee.body(), "期", "2026三季");
    }

    private List<String> attendants(LocalDate day) {
        return county.organization().leadingTeam(committee.body(), day).stream()
                .map(post -> county.holder(post.code(), day))
                .toList();
    }

    private void planStudies(LocalDate day) {
        List<Fields> items = new ArrayList<>();
        for (int quarter = 1; quarter <= 4; quarter++) {
            LocalDate planned = LocalDate.of(day.getYear(), quarter * 3 - 1, 15);
            items.add(Fields.of("名", quarter + "季度集体研讨", "日", planned));
        }
        county.report(
                "计划",
                day,
                committee.clerk(),
                random,
                Fields.of("机构", committee.body(), "类", "学习计划")
                        .and("年度", day.getYear(), "项", items));
    }
}
