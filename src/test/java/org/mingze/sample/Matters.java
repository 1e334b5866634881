package org.mingze.sample;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;

/// 事项 — matters with money: prepared, decided in a meeting, published, contracted, paid.
final class Matters {
    private final County county;
    private final Committee committee;
    private final Random random;
    private final Deque<String[]> names;

    Matters(County county, Committee committee, List<String> names) {
        this.county = county;
        this.committee = committee;
        this.random = County.random("事项" + committee.body());
        this.names = new ArrayDeque<>();
        names.forEach(line -> this.names.add(line.split("\\|", -1)));
    }

    /// 上会事项 — a matter ready for the meeting of a day.
    record Ready(Ref ref, String name, long yuan) {}

    boolean hasMore() {
        return !names.isEmpty();
    }

    /// Drafts the next matter some days before the meeting that will decide it.
    Ready prepare(LocalDate meetingDay) {
        String[] name = names.removeFirst();
        LocalDate drafted = county.workingDayFrom(meetingDay.minusDays(9 + random.nextInt(4)));
        if (drafted.isBefore(County.FIRST)) {
            drafted = County.FIRST.plusDays(8);
        }
        long yuan = Long.parseLong(name[1]);
        Ref ref =
                county.report(
                        "事项",
                        drafted,
                        committee.clerk(),
                        random,
                        Fields.of("机构", committee.spender(), "类", name[2], "名", name[0])
                                .and("金额", yuan, "起草日", drafted)
                                .and("需评估", false, "需论证", false, "需听证", false));
        LocalDate reviewed = county.workingDaysAfter(drafted, 2);
        if (reviewed.isBefore(meetingDay)) {
            county.report(
                    "审查",
                    reviewed,
                    committee.clerk(),
                    random,
                    Fields.of("机构", committee.spender(), "类", "合法性审查", "事", ref)
                            .and("送日", drafted, "毕日", reviewed, "结论", "通过")
                            .and("附", List.of(county.attachments().ledgerCopy())));
        }
        return new Ready(ref, name[0], yuan);
    }

    /// Publishes, contracts and pays after the meeting decided.
    void carryOut(Ready matter, LocalDate decided) {
        List<LocalDate> days = new ArrayList<>();
        days.add(county.workingDaysAfter(decided, 2));
        days.add(county.workingDaysAfter(decided, 8 + random.nextInt(6)));
        days.add(county.workingDaysAfter(decided, 28 + random.nextInt(20)));
        if (County.isCovered(days.get(0))) {
            county.report(
                    "公示",
                    days.get(0),
                    committee.clerk(),
                    random,
                    Fields.of("机构", committee.spender(), "类", "决策公布", "缘", matter.ref())
                            .and("自", days.get(0), "止", days.get(0).plusDays(7), "意见数", 0));
        }
        spend("合同", matter, days.get(1), matter.yuan());
        spend("付款", matter, days.get(2), matter.yuan() * 3 / 10);
    }

    Ref spend(String kind, Ready matter, LocalDate day, long yuan) {
        if (!County.isCovered(day)) {
            return matter.ref();
        }
        return county.report(
                "支出",
                day,
                committee.clerk(),
                random,
                Fields.of("机构", committee.spender(), "类", kind, "金额", yuan, "事项", matter.ref()));
    }
}
