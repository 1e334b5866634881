package org.mingze.sample;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;

/// 整改 — a problem found, measured, rectified, verified by another, closed, and looked at again.
final class Findings {
    private final County county;
    private final Random random;
    private final List<String> texts = Pools.lines("findings");

    Findings(County county, String flow) {
        this.county = county;
        this.random = County.random(flow);
    }

    /// 查办 — who inspects and closes, who answers, and when it was found.
    record Case(String inspector, String closer, String body, LocalDate found, int text) {}

    /// 整改一件 — the records of one problem so far.
    record Open(Case finding, Ref problem, LocalDate deadline, String responsible) {}

    /// The whole good way, as far as the sample's last day.
    Ref runWell(Case finding) {
        Open open = open(finding, 1 + random.nextInt(4), random.nextBoolean());
        Ref closed = closeWell(open);
        lookAgain(open, closed, true);
        return open.problem();
    }

    /// Found and entered; measures follow after some working days unless that is negative.
    Open open(Case finding, int measureDays, boolean correctedLater) {
        LocalDate day = finding.found();
        String[] text = text(finding);
        String responsible = county.headPost(finding.body(), day);
        LocalDate deadline = county.workingDayFrom(day.plusDays(35 + random.nextInt(40)));
        Ref inspection = inspect(finding, day, kind(finding), false);
        Fields fields =
                Fields.of("源", source(finding), "出", inspection, "方面", text[0], "述", text[1])
                        .and("性质", "限期", "责任单位", finding.body(), "责任人", responsible);
        if (!correctedLater) {
            fields.and("原因", text[2], "期限", deadline);
        }
        Ref problem = county.reportAtOnce("问题", day, finding.closer(), random, fields);
        Open open = new Open(finding, problem, deadline, responsible);
        if (measureDays >= 0) {
            measure(open, county.workingDaysAfter(day, measureDays), correctedLater);
        }
        return open;
    }

    void measure(Open open, LocalDate day, boolean corrects) {
        if (!County.isCovered(day)) {
            return;
        }
        String[] text = text(open.finding());
        if (corrects) {
            county.perform(
                    "更正",
                    day,
                    open.finding().closer(),
                    random,
                    Fields.of("原", open.problem(), "因", "查明原因，定下期限")
                            .and("改", Fields.of("原因", text[2], "期限", open.deadline())));
        }
        county.perform(
                "措施",
                day,
                open.responsible(),
                random,
                Fields.of("问题", open.problem(), "内容", text[3])
                        .and("责任人", open.responsible(), "期限", open.deadline()));
    }

    /// Rectified, verified and closed in time; sometimes sent back once.
    Ref closeWell(Open open) {
        LocalDate done = county.workingDaysBefore(open.deadline(), 6 + random.nextInt(5));
        boolean sentBack = random.nextInt(5) == 0;
        if (sentBack) {
            Ref first = rectify(open, done);
            verify(open, first, county.workingDaysAfter(done, 1), "不通过");
            done = county.workingDaysAfter(done, 2);
        }
        return close(open, done, open.finding().closer());
    }

    /// Rectified, verified, closed by the post that is named, on the working days that follow.
    Ref close(Open open, LocalDate done, String closer) {
        Ref rectified = rectify(open, done);
        LocalDate verified = county.workingDaysAfter(done, 1);
        Ref verification = verify(open, rectified, verified, "通过", closer);
        LocalDate day = county.workingDaysAfter(verified, 1);
        if (!County.isCovered(day)) {
            return open.problem();
        }
        Fields fields = Fields.of("验收", verification, "问题", open.problem(), "人", closer);
        return closer.equals(open.responsible())
                ? county.reportAtOnce("销号", day, closer, random, fields)
                : county.perform("销号", day, closer, random, fields);
    }

    /// 回头看 — sixty to eighty days after the closure.
    void lookAgain(Open open, Ref closed, boolean fine) {
        LocalDate since = county.chronicle().line(closed).occurred().day();
        LocalDate day = county.workingDayFrom(since.plusDays(58 + random.nextInt(20)));
        if (!closed.equals(open.problem()) && County.isCovered(day)) {
            county.report(
                    "检查",
                    day,
                    open.finding().closer(),
                    random,
                    Fields.of("机构", open.finding().inspector(), "类", "回头看")
                            .and("人", List.of(open.finding().closer()))
                            .and("对象", open.finding().body(), "问题", open.problem(), "合格", fine)
                            .and("附", List.of(county.attachments().photograph())));
        }
    }

    Ref inspect(Case finding, LocalDate day, String kind, boolean fine) {
        return county.reportAtOnce(
                "检查",
                day,
                finding.closer(),
                random,
                Fields.of("机构", finding.inspector(), "类", kind, "人", List.of(finding.closer()))
                        .and("对象", finding.body(), "合格", fine, "要求主要负责人到场", false)
                        .and("要求报表", false));
    }

    private Ref rectify(Open open, LocalDate day) {
        if (!County.isCovered(day)) {
            return open.problem();
        }
        return county.reportAtOnce(
                "整改",
                day,
                open.responsible(),
                random,
                Fields.of("问题", open.problem(), "人", open.responsible())
                        .and("情况", text(open.finding())[4])
                        .and("附", List.of(county.attachments().photograph())));
    }

    private Ref verify(Open open, Ref rectified, LocalDate day, String conclusion) {
        return verify(open, rectified, day, conclusion, open.finding().closer());
    }

    private Ref verify(
            Open open, Ref rectified, LocalDate day, String conclusion, String verifier) {
        if (!County.isCovered(day) || rectified.equals(open.problem())) {
            return open.problem();
        }
        Fields fields =
                Fields.of("整改", rectified, "人", verifier, "结论", conclusion)
                        .and("附", List.of(county.attachments().verification()));
        return verifier.equals(open.responsible())
                ? county.reportAtOnce("验收", day, verifier, random, fields)
                : county.perform("验收", day, verifier, random, fields);
    }

    private String[] text(Case finding) {
        return texts.get(finding.text() % texts.size()).split("\\|", -1);
    }

    private static String kind(Case finding) {
        return finding.inspector().endsWith("duchashi") ? "专项督查" : "村社区纪律";
    }

    private static String source(Case finding) {
        return finding.inspector().endsWith("duchashi") ? "督查" : "专项整治";
    }
}
