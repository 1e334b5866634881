package org.mingze.sample;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.mingze.organization.Body;

/// 谈话 — each head talks once a half-year with everyone who heads a body directly below.
final class Talks {
    private static final List<String> LEADING =
            List.of(
                    "mingchuan.xianwei",
                    "mingchuan.zhengfu",
                    "qingshi.gongwei",
                    "qingshi.banshichu",
                    "chengguan.dangwei",
                    "liuhe.dangwei");
    private static final List<String> MATTERS =
            List.of("公开事项更新不及时", "网格记录质量不高", "班子分工还要再清楚", "信访回复要见面", "项目资料要随做随归", "没有突出问题");
    private static final String FORGOTTEN = "p044";

    private final County county;
    private final Random random = County.random("谈话");

    Talks(County county) {
        this.county = county;
    }

    /// 期间在任 — one person at the head of one body below, between two days of a half-year.
    private record Incumbent(String body, String person) {}

    void write() {
        write(LocalDate.of(2025, 10, 9), LocalDate.of(2025, 12, 31));
        write(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 6, 30));
        write(LocalDate.of(2026, 7, 1), County.LAST);
        withinBranches(LocalDate.of(2025, 11, 3));
        withinBranches(LocalDate.of(2026, 8, 20));
    }

    /// Secretary and committee member of a branch talk with each other once a year.
    private void withinBranches(LocalDate from) {
        for (String branch : Branches.BODIES) {
            LocalDate day = county.workingDayFrom(from.plusDays(random.nextInt(9)));
            talkBetween(branch + ".secretary", branch + ".member", day);
            talkBetween(branch + ".member", branch + ".secretary", county.workingDaysAfter(day, 2));
        }
    }

    private void talkBetween(String speaker, String listener, LocalDate day) {
        county.report(
                "谈话",
                day,
                speaker,
                random,
                Fields.of("类", "谈心", "谈话人", speaker, "对象", county.holder(listener, day))
                        .and("问题", MATTERS.get(random.nextInt(MATTERS.size())), "署名", true));
    }

    private void write(LocalDate from, LocalDate to) {
        for (String leading : LEADING) {
            Map<Incumbent, LocalDate> first = new LinkedHashMap<>();
            Map<Incumbent, LocalDate> last = new LinkedHashMap<>();
            from.datesUntil(to.plusDays(1))
                    .forEach(
                            day -> {
                                for (Body body : county.organization().subordinates(leading, day)) {
                                    String head = county.headPost(body.code(), day);
                                    Incumbent found =
                                            new Incumbent(body.code(), county.holder(head, day));
                                    first.putIfAbsent(found, day);
                                    last.put(found, day);
                                }
                            });
            first.forEach((found, day) -> talk(leading, found, day, last.getOrDefault(found, day)));
        }
    }

    private void talk(String leading, Incumbent incumbent, LocalDate first, LocalDate last) {
        LocalDate latest =
                last.isAfter(first.plusDays(80)) ? first.plusDays(80) : last.minusDays(5);
        long span = Math.max(1, latest.toEpochDay() - first.toEpochDay());
        LocalDate day = county.workingDayFrom(first.plusDays(1 + random.nextInt((int) span)));
        boolean forgotten = incumbent.person().equals(FORGOTTEN) && day.getYear() == 2026;
        if (forgotten || !County.isCovered(day) || day.isAfter(last)) {
            return;
        }
        String post = county.headPost(leading, day);
        county.report(
                "谈话",
                day,
                post,
                random,
                Fields.of("类", "谈心", "谈话人", post, "对象", incumbent.person())
                        .and("问题", MATTERS.get(random.nextInt(MATTERS.size())), "署名", true));
    }
}
