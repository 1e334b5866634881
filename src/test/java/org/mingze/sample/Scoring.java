package org.mingze.sample;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.mingze.organization.Post;

/// 考核 — what a year's score of the branches is made of: visits to contact points, the county's
/// checks, and one appeal.
final class Scoring {
    private static final List<String> LED =
            List.of(
                    "mingchuan.xianwei",
                    "mingchuan.zhengfu",
                    "qingshi.gongwei",
                    "qingshi.banshichu",
                    "chengguan.dangwei",
                    "chengguan.zhengfu",
                    "liuhe.dangwei",
                    "liuhe.zhengfu");
    private static final List<String> TOWNS =
            List.of("qingshi.gongwei", "chengguan.dangwei", "liuhe.dangwei");

    /// Who has been to the contact point in spring and has yet to go again this year.
    private static final List<String> OWING =
            List.of(
                    "mingchuan.zhengfu.deputy2",
                    "chengguan.dangwei.zuzhi",
                    "liuhe.dangwei.deputy",
                    "liuhe.dangwei.jijian");
    private static final LocalDate YEAR_OVER = LocalDate.of(2027, 1, 15);
    private static final String ORGANIZER = "mingchuan.xianwei.zuzhi";
    private static final String OFFICE = "mingchuan.xianwei.office";

    private final County county;
    private final Manifest manifest;
    private final Random random = County.random("考核");

    Scoring(County county) {
        this.county = county;
        this.manifest = county.manifest();
    }

    void write() {
        visitContactPoints(LocalDate.of(2026, 3, 16));
        visitContactPoints(LocalDate.of(2026, 9, 14));
        checkTowns();
        appeal();
        expect();
    }

    /// Every leader goes to a branch of the level below, within seven weeks from a day.
    private void visitContactPoints(LocalDate from) {
        for (String body : LED) {
            List<String> below = villagesUnder(body, from);
            for (Post post : county.organization().leadingTeam(body, from)) {
                LocalDate day = county.workingDayFrom(from.plusDays(random.nextInt(49)));
                String village = below.get(random.nextInt(below.size()));
                if (from.getMonthValue() < 9 || !OWING.contains(post.code())) {
                    visit(post.code(), day, village);
                }
            }
        }
    }

    private void visit(String post, LocalDate day, String village) {
        county.report(
                "走访",
                day,
                post,
                random,
                Fields.of("类", "联系点", "人", post, "到", village)
                        .and("一线", true, "通知", false, "打招呼", false, "听汇报", true)
                        .and("陪同", false, "直奔基层", true, "直插现场", true));
    }

    private List<String> villagesUnder(String body, LocalDate day) {
        return county.organization().bodies(day).stream()
                .filter(each -> each.kind().equals("村社区"))
                .map(each -> each.code())
                .filter(
                        village ->
                                body.startsWith("mingchuan.")
                                        || village.startsWith(
                                                body.substring(0, body.indexOf('.') + 1)))
                .sorted()
                .toList();
    }

    /// Once each half-year; 柳河镇's second check is still to come.
    private void checkTowns() {
        List<LocalDate> days =
                List.of(
                        LocalDate.of(2026, 6, 16),
                        LocalDate.of(2026, 6, 17),
                        LocalDate.of(2026, 6, 18),
                        LocalDate.of(2026, 11, 10),
                        LocalDate.of(2026, 11, 17));
        for (int at = 0; at < days.size(); at++) {
            county.report(
                    "检查",
                    days.get(at),
                    ORGANIZER,
                    random,
                    Fields.of("机构", "mingchuan.xianwei", "类", "考核", "人", List.of(ORGANIZER))
                            .and("对象", TOWNS.get(at % TOWNS.size()), "合格", true)
                            .and("要求主要负责人到场", false, "要求报表", false));
        }
    }

    /// 柳河镇 finds two visits missing that were never entered; the county keeps to the record.
    private void appeal() {
        String secretary = "liuhe.dangwei.secretary";
        Ref appeal =
                county.perform(
                        "申诉",
                        LocalDate.of(2026, 11, 12),
                        secretary,
                        random,
                        Fields.of("编号", "party.score", "号", "党建分", "谁", "liuhe.dangwei")
                                .and("期", "2026", "署名", "常思危")
                                .and("理由", "联系点一项扣了四分：两名班子成员下半年都到过联系点，没有及时记，请补计。"));
        county.perform(
                "申诉答复",
                LocalDate.of(2026, 11, 16),
                OFFICE,
                random,
                Fields.of("件", appeal, "结论", "维持", "署名", "章书简")
                        .and("理由", "办法按记录算分，账上没有这两次走访。去过的由本人补记，记了分自己会变。"));
    }

    private void expect() {
        Object[] study = {"谁", "liuhe.dangwei", "期", "2026"};
        manifest.expect("今年专题研究基层党建还差一次，未到期", Rule.BRANCH_STUDY, "在办", study);
        manifest.expectOn(YEAR_OVER, YEAR_OVER, "全年专题研究基层党建少一次", Rule.BRANCH_STUDY, "违", study);
        manifest.expect(
                "青石街道三次研究都开了", Rule.BRANCH_STUDY, "已履", "谁", "qingshi.gongwei", "期", "2026");
        for (String post : OWING) {
            Object[] visits = {"谁", post, "期", "2026"};
            manifest.expect("今年到联系点还差一次，未到期", Rule.CONTACT_POINT, "在办", visits);
            manifest.expectOn(YEAR_OVER, YEAR_OVER, "全年到联系点少一次", Rule.CONTACT_POINT, "违", visits);
        }
        manifest.expect(
                "下半年还没有到柳河镇考核，未到期",
                Rule.COUNTY_CHECK,
                "在办",
                "谁",
                "mingchuan.xianwei",
                "对",
                "liuhe.dangwei",
                "期",
                "2026下");
    }
}
