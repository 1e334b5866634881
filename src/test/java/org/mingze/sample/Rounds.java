package org.mingze.sample;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.mingze.journal.Content;
import org.mingze.sample.Chronicle.Line;

/// 轮查 — the street's weekly round of its villages from September on, what each village that was
/// found wanting reported, and the talks with those that did not in time.
final class Rounds {
    private static final LocalDate FIRST = LocalDate.of(2026, 9, 2);
    private static final LocalDate MISSED = LocalDate.of(2026, 10, 14);
    private static final List<String> VILLAGES =
            List.of(
                    "qingshi.shimo",
                    "qingshi.nanqiao",
                    "qingshi.beijing",
                    "qingshi.shangwan",
                    "chengguan.dongta");
    private static final String STREET = "qingshi.gongwei";
    private static final String DISCIPLINE = "qingshi.jigongwei";
    private static final String OFFICER = "qingshi.jigongwei.officer";
    private static final String OFFICE = "qingshi.gongwei.jijianshi";
    private static final String WITNESS = "qingshi.gongwei.jijian";

    private final County county;
    private final Manifest manifest;
    private final Random random = County.random("轮查");

    Rounds(County county) {
        this.county = county;
        this.manifest = county.manifest();
    }

    /// 迟报 — a village that reported after its limit, and when it was talked with and looked at.
    private record Late(
            String village, LocalDate checked, LocalDate talked, LocalDate told, LocalDate again) {}

    void write() {
        rounds();
        Late orchard =
                new Late(
                        "qingshi.liyuan",
                        LocalDate.of(2026, 9, 23),
                        LocalDate.of(2026, 10, 13),
                        LocalDate.of(2026, 10, 16),
                        LocalDate.of(2026, 11, 9));
        inspect(orchard.checked(), orchard.village(), false);
        Late lane =
                new Late(
                        "qingshi.liuxiang",
                        LocalDate.of(2026, 10, 13),
                        LocalDate.of(2026, 10, 30),
                        LocalDate.of(2026, 11, 2),
                        County.LAST.plusDays(1));
        answerInTime(List.of(orchard.checked(), lane.checked(), LocalDate.of(2026, 11, 3)));
        answerLate(orchard);
        answerLate(lane);
        secondTime();
    }

    /// Each Wednesday, or the first working day after a holiday, on which nobody else went.
    private void rounds() {
        int turn = 0;
        for (LocalDate day = FIRST; County.isCovered(day); day = day.plusWeeks(1)) {
            LocalDate due = county.workingDayFrom(day);
            boolean forLate = due.equals(LocalDate.of(2026, 9, 23));
            if (!due.equals(MISSED) && !forLate && checks(due).isEmpty()) {
                inspect(due, VILLAGES.get(turn++ % VILLAGES.size()), true);
            }
        }
        manifest.expect("这个周三没有去轮查，次日也没有补", Rule.ROUND, "违", "谁", STREET, "期", MISSED);
    }

    private void inspect(LocalDate day, String village, boolean fine) {
        county.reportAtOnce(
                "检查",
                day,
                OFFICER,
                random,
                Fields.of("机构", DISCIPLINE, "类", "村社区纪律", "人", List.of(OFFICER))
                        .and("对象", village, "合格", fine, "要求主要负责人到场", false)
                        .and("要求报表", false));
    }

    /// Every village found wanting reports within the limit, but for the checks of these days.
    private void answerInTime(List<LocalDate> besides) {
        int known = county.chronicle().size();
        for (int at = 0; at < known; at++) {
            Line check = county.chronicle().line(new Ref(at));
            LocalDate day = check.occurred().day();
            LocalDate answered = county.workingDaysAfter(day, 3 + random.nextInt(3));
            boolean owed = isWanting(check) && !day.isBefore(FIRST) && !besides.contains(day);
            if (owed && County.isCovered(answered)) {
                report(check.ref(), village(check), answered);
            }
        }
    }

    private void answerLate(Late late) {
        Ref check = wanting(late.checked(), late.village());
        manifest.expect(
                "检查不合格，到期以后才报整改",
                Rule.PUT_RIGHT,
                "迟履",
                "谁",
                late.village(),
                "件",
                report(check, late.village(), late.told()));
        talk(late, check);
    }

    private void talk(Late late, Ref check) {
        String listener = county.holder(late.village() + ".secretary", late.talked());
        Ref talk =
                county.report(
                        "谈话",
                        late.talked(),
                        OFFICE,
                        random,
                        Fields.of("类", "约谈", "谈话人", OFFICE, "同谈", List.of(WITNESS))
                                .and("对象", listener, "缘", check, "署名", true)
                                .and("问题", "检查不合格，到期没有报整改")
                                .and("归档日", county.workingDaysAfter(late.talked(), 1)));
        manifest.expect(
                "第一次到期没有整改，由科室负责人约谈",
                Rule.INTERVIEW,
                "已履",
                "谁",
                OFFICE,
                "对",
                late.village(),
                "期",
                new Manifest.Rung(1, Rule.PUT_RIGHT, late.village(), check));
        boolean again = County.isCovered(late.again());
        if (again) {
            county.report(
                    "谈话",
                    late.again(),
                    OFFICE,
                    random,
                    Fields.of("类", "谈心", "谈话人", OFFICE, "对象", listener, "署名", true)
                            .and("问题", "回访：当面看了整改的账和现场"));
        }
        manifest.expect(
                again ? "约谈后按期回访" : "约谈后还没有回访，未到期",
                Rule.RETURN_VISIT,
                again ? "已履" : "在办",
                "谁",
                OFFICE,
                "件",
                talk);
    }

    /// 梨园村 let a second check run out; now it is a deputy's turn.
    private void secondTime() {
        String village = "qingshi.liyuan";
        Ref check = wanting(LocalDate.of(2026, 11, 3), village);
        manifest.expect("检查不合格，到期没有报整改", Rule.PUT_RIGHT, "违", "谁", village, "件", check);
        manifest.expect(
                "一年内第二次，轮到街道副职约谈，未到期",
                Rule.INTERVIEW,
                "在办",
                "谁",
                "qingshi.gongwei.deputy",
                "对",
                village,
                "期",
                new Manifest.Rung(2, Rule.PUT_RIGHT, village, check));
    }

    private Ref report(Ref check, String village, LocalDate day) {
        county.report(
                "公文",
                day,
                village + ".secretary",
                random,
                Fields.of("机构", village, "类", "报告", "题", "检查发现问题整改情况的报告")
                        .and("向", DISCIPLINE, "缘", check, "字数", 400)
                        .and("年度", day.getYear()));
        return check;
    }

    private List<Line> checks(LocalDate day) {
        return IntStream.range(0, county.chronicle().size())
                .mapToObj(at -> county.chronicle().line(new Ref(at)))
                .filter(line -> line.occurred().day().equals(day))
                .filter(line -> isOf(line, "类", "村社区纪律"))
                .toList();
    }

    private Ref wanting(LocalDate day, String village) {
        return checks(day).stream()
                .filter(Rounds::isWanting)
                .filter(check -> village(check).equals(village))
                .map(Line::ref)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(village + " was not found wanting"));
    }

    private static boolean isWanting(Line line) {
        return isOf(line, "类", "村社区纪律") && isOf(line, "合格", "否");
    }

    private static boolean isOf(Line line, String field, String value) {
        Map<String, Content> fields = line.fields().values();
        return line.kind().equals("检查")
                && fields.get(field) instanceof Content.Text(String text)
                && text.equals(value);
    }

    private static String village(Line check) {
        return check.fields().values().get("对象") instanceof Content.Text(String text) ? text : "";
    }
}
