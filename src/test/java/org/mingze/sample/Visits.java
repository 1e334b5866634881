package org.mingze.sample;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Random;

/// 走访 — leaders go to villages and receive petitioners; village secretaries visit homes.
final class Visits {
    private static final List<String> COUNTY_LEADERS =
            List.of(
                    "mingchuan.xianwei.secretary",
                    "mingchuan.zhengfu.head",
                    "mingchuan.xianwei.deputy2",
                    "mingchuan.zhengfu.deputy2",
                    "mingchuan.zhengfu.deputy3");
    private static final List<String> TOWN_LEADERS =
            List.of(
                    "qingshi.gongwei.secretary",
                    "qingshi.banshichu.head",
                    "qingshi.gongwei.zhengfa",
                    "qingshi.gongwei.zuzhi",
                    "chengguan.dangwei.secretary",
                    "chengguan.zhengfu.head",
                    "liuhe.dangwei.secretary",
                    "liuhe.zhengfu.head");
    private static final List<String> VILLAGES =
            List.of(
                    "qingshi.nanqiao",
                    "qingshi.liuxiang",
                    "qingshi.beijing",
                    "qingshi.shimo",
                    "qingshi.shangwan",
                    "qingshi.liyuan",
                    "chengguan.xiguan",
                    "chengguan.dongta",
                    "chengguan.hebu",
                    "liuhe.liuhecun",
                    "liuhe.baisha",
                    "liuhe.yunping");

    private final County county;
    private final Random random = County.random("走访");

    Visits(County county) {
        this.county = county;
    }

    void write() {
        YearMonth month = YearMonth.of(2025, 10);
        for (; !month.isAfter(YearMonth.of(2026, 11)); month = month.plusMonths(1)) {
            for (String post : COUNTY_LEADERS) {
                receive(post, day(month, 9 + random.nextInt(18)));
            }
            for (String post : TOWN_LEADERS) {
                go(post, day(month, 9 + random.nextInt(18)), VILLAGES.get(random.nextInt(12)));
            }
            for (String village : VILLAGES) {
                if (random.nextInt(3) > 0) {
                    callAtHomes(village, month.atDay(5 + random.nextInt(20)));
                }
            }
        }
    }

    private LocalDate day(YearMonth month, int dayOfMonth) {
        return county.workingDayFrom(month.atDay(dayOfMonth));
    }

    private void receive(String post, LocalDate day) {
        if (County.isCovered(day)) {
            int groups = 1 + random.nextInt(4);
            county.report(
                    "走访",
                    day,
                    post,
                    random,
                    Fields.of("类", "接访", "人", post, "到", "mingchuan.xinfangju")
                            .and("地", "群众工作站", "批", groups, "人次", groups + random.nextInt(6))
                            .and("一线", true));
        }
    }

    private void go(String post, LocalDate day, String village) {
        if (County.isCovered(day)) {
            boolean supervising = random.nextInt(3) == 0;
            county.report(
                    "走访",
                    day,
                    post,
                    random,
                    Fields.of("类", supervising ? "督导" : "调研", "人", post, "到", village)
                            .and("一线", true, "通知", false, "打招呼", false, "听汇报", false)
                            .and("陪同", false, "直奔基层", true, "直插现场", true));
        }
    }

    private void callAtHomes(String village, LocalDate day) {
        if (County.isCovered(day)) {
            String post = village + ".secretary";
            county.report(
                    "走访",
                    day,
                    post,
                    random,
                    Fields.of("类", "入户", "人", post, "到", village, "一线", true)
                            .and("人次", 3 + random.nextInt(8)));
        }
    }
}
