package org.mingze.sample;

import java.time.LocalDate;
import java.util.Random;
import org.mingze.sample.Findings.Case;
import org.mingze.sample.Findings.Open;

/// 案卷植入 — faults in rectification and petitions.
final class DossierFaults {
    private static final String INSPECTOR = "qingshi.jigongwei";
    private static final String CLOSER = "qingshi.jigongwei.secretary";

    private final County county;
    private final Manifest manifest;
    private final Random random = County.random("植入案卷");
    private final Findings findings;
    private final Petitions petitions;

    DossierFaults(County county) {
        this.county = county;
        this.manifest = county.manifest();
        this.findings = new Findings(county, "植入整改");
        this.petitions = new Petitions(county, "植入信访");
    }

    void write() {
        measuresTooLate();
        noMeasures();
        closedByTheResponsible();
        neverLookedAgain();
        cameBack();
        extendedInTime();
        latePetitions();
        answeredWithinExtension();
    }

    private void measuresTooLate() {
        Open open = findings.open(found("qingshi.beijing", LocalDate.of(2026, 6, 3), 4), 12, false);
        Ref closed = findings.closeWell(open);
        findings.lookAgain(open, closed, true);
        manifest.expect(
                "措施迟了七个工作日才定，后已销号",
                Rule.CLOSED_LOOP,
                "迟履",
                "谁",
                "qingshi.beijing",
                "件",
                open.problem());
    }

    private void noMeasures() {
        Open open = findings.open(found("qingshi.liyuan", LocalDate.of(2026, 11, 3), 9), -1, false);
        manifest.expect(
                "发现后五个工作日没有措施", Rule.CLOSED_LOOP, "违", "谁", "qingshi.liyuan", "件", open.problem());
    }

    /// 柳巷社区's secretary verified and closed his own problem, and sent the paper in afterwards.
    private void closedByTheResponsible() {
        Open open =
                findings.open(found("qingshi.liuxiang", LocalDate.of(2026, 3, 10), 1), 3, false);
        LocalDate done = county.workingDaysBefore(open.deadline(), 8);
        int before = county.chronicle().size();
        Ref closed = findings.close(open, done, open.responsible());
        findings.lookAgain(open, closed, true);
        manifest.expect(
                "责任人自己验收",
                Rule.VERIFIED_BY_OTHER,
                "违",
                "谁",
                open.responsible(),
                "件",
                new Ref(before + 1));
        manifest.expect("责任人自己销号", Rule.CLOSED_BY_OTHER, "违", "谁", open.responsible(), "件", closed);
    }

    private void neverLookedAgain() {
        Open open = findings.open(found("qingshi.shimo", LocalDate.of(2026, 1, 13), 3), 2, true);
        Ref closed = findings.closeWell(open);
        manifest.expect("销号后九十日没有回头看", Rule.LOOK_AGAIN, "违", "谁", INSPECTOR, "件", closed);
    }

    /// 南桥社区's notice board fell behind again; the second round has no measures.
    private void cameBack() {
        Open open = findings.open(found("qingshi.nanqiao", LocalDate.of(2025, 12, 9), 0), 3, false);
        Ref closed = findings.closeWell(open);
        findings.lookAgain(open, closed, true);
        Ref again =
                county.report(
                        "复发",
                        LocalDate.of(2026, 7, 6),
                        CLOSER,
                        random,
                        Fields.of("问题", open.problem(), "由", "公开栏又停更两期"));
        manifest.expect(
                "复发后第二轮没有措施和期限",
                Rule.CLOSED_LOOP,
                "违",
                "谁",
                "qingshi.nanqiao",
                "件",
                new Manifest.Round(open.problem(), again));
    }

    /// Closed after the first deadline, but within an extension that was recorded before it.
    private void extendedInTime() {
        Open open =
                findings.open(found("qingshi.shangwan", LocalDate.of(2026, 4, 9), 14), 2, false);
        county.perform(
                "延",
                county.workingDaysBefore(open.deadline(), 3),
                "qingshi.dangzhengban.head",
                random,
                Fields.of("编号", Rule.CLOSED_LOOP.institution(), "号", Rule.CLOSED_LOOP.duty())
                        .and("件", open.problem(), "限", "30日", "批", "qingshi.gongwei.secretary"));
        Ref closed = findings.close(open, county.workingDaysAfter(open.deadline(), 6), CLOSER);
        findings.lookAgain(open, closed, true);
        manifest.expect(
                "到期前批准延期三十日，延期内销号",
                Rule.CLOSED_LOOP,
                "已履",
                "谁",
                "qingshi.shangwan",
                "件",
                open.problem());
    }

    /// Answered on the eightieth day, within thirty days that the head of the office granted.
    private void answeredWithinExtension() {
        Petitions.Case hard =
                new Petitions.Case(
                        "mingchuan.xinfangju",
                        "mingchuan.xinfangju.clerk",
                        LocalDate.of(2026, 7, 7),
                        5,
                        78);
        Petitions.Accepted accepted = petitions.accept(hard, petitions.receive(hard));
        county.perform(
                "延",
                county.workingDayBefore(accepted.day().plusDays(58)),
                "mingchuan.xinfangju.clerk",
                random,
                Fields.of("编号", Rule.ANSWER.institution(), "号", Rule.ANSWER.duty())
                        .and("件", accepted.acceptance(), "限", "30日")
                        .and("批", "mingchuan.xinfangju.head"));
        petitions.answer(hard, accepted);
        manifest.expect(
                "经局长批准延长三十日，期内办结",
                Rule.ANSWER,
                "已履",
                "谁",
                "mingchuan.xinfangju",
                "件",
                accepted.acceptance());
    }

    private void latePetitions() {
        String clerk = "mingchuan.xinfangju.clerk";
        Petitions.Case slow =
                new Petitions.Case("mingchuan.xinfangju", clerk, LocalDate.of(2026, 3, 12), 20, 25);
        Ref submission = petitions.receive(slow);
        petitions.answer(slow, petitions.accept(slow, submission));
        manifest.expect(
                "第二十日才受理", Rule.ACCEPTANCE, "迟履", "谁", "mingchuan.xinfangju", "件", submission);
        Petitions.Case lengthy =
                new Petitions.Case("mingchuan.xinfangju", clerk, LocalDate.of(2026, 5, 19), 6, 76);
        Petitions.Accepted accepted = petitions.accept(lengthy, petitions.receive(lengthy));
        petitions.answer(lengthy, accepted);
        manifest.expect(
                "受理后第七十六日才办结",
                Rule.ANSWER,
                "迟履",
                "谁",
                "mingchuan.xinfangju",
                "件",
                accepted.acceptance());
    }

    private static Case found(String village, LocalDate day, int text) {
        return new Case(INSPECTOR, CLOSER, village, day, text);
    }
}
