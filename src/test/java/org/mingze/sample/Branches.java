package org.mingze.sample;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Random;

/// 支部生活 — the Party branches of villages: committee and theme day monthly, assembly quarterly.
final class Branches {
    static final List<String> BODIES =
            List.of(
                    "qingshi.nanqiao.zhibu",
                    "qingshi.liuxiang.zhibu",
                    "qingshi.shimo.zhibu",
                    "chengguan.dongta.zhibu",
                    "chengguan.hebu.zhibu",
                    "liuhe.baisha.zhibu");
    private static final List<String> THEMES =
            List.of("清理河岸", "入户听意见", "学先进典型", "义务巡查", "重温入党誓词", "帮困送学", "整治楼道");

    private final County county;
    private final Random random = County.random("支部");

    Branches(County county) {
        this.county = county;
    }

    void write() {
        for (String body : BODIES) {
            YearMonth month = YearMonth.of(2025, 10);
            for (; !month.isAfter(YearMonth.of(2026, 11)); month = month.plusMonths(1)) {
                write(body, month);
            }
        }
    }

    private void write(String body, YearMonth month) {
        meet(body, "支部委员会", month.atDay(9 + random.nextInt(4)), 2, 2, "研究本月工作");
        String theme = THEMES.get(random.nextInt(THEMES.size()));
        meet(body, "主题党日", month.atDay(15), 18, 14 + random.nextInt(4), "主题党日：" + theme);
        if (month.getMonthValue() % 3 == 2) {
            assembly(body, month);
        }
    }

    private void meet(String body, String kind, LocalDate from, int due, int came, String name) {
        LocalDate day = county.workingDayFrom(from);
        if (!County.isCovered(day)) {
            return;
        }
        Fields item =
                Fields.of("序", 1, "类", "其他", "题", List.of(), "名", name, "临时", false)
                        .and("决定", "听取", "多数意见", "听取", "发言", List.of());
        county.report("会议", day, body + ".member", random, gathering(body, kind, due, came, item));
    }

    private void assembly(String body, YearMonth month) {
        LocalDate day = county.workingDayFrom(month.atDay(18));
        if (!County.isCovered(day)) {
            return;
        }
        int came = 13 + random.nextInt(5);
        Fields item =
                Fields.of("序", 1, "类", "通报", "题", List.of("党建"), "名", "报告并评议本季度支部工作")
                        .and("临时", false, "决定", "听取", "多数意见", "听取")
                        .and("发言", List.of());
        county.report(
                "会议", day, body + ".member", random, gathering(body, "支部党员大会", 18, came, item));
    }

    private static Fields gathering(String body, String kind, int due, int came, Fields item) {
        return Fields.of("机构", body, "类", kind, "主持", body + ".secretary")
                .and("应到", due, "实到", came, "议程", List.of(item));
    }
}
