package org.mingze.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.mingze.access.Officer;
import org.mingze.duty.AsOf;
import org.mingze.duty.Naming;
import org.mingze.journal.Checkpoint;
import org.mingze.journal.Journal;
import org.mingze.organization.Organization;
import org.mingze.report.masking.MaskedTwin;
import org.mingze.report.paper.Manuscript;
import org.mingze.web.NotFound;
import org.mingze.web.NotPermitted;
import org.mingze.work.ChinaTime;
import org.mingze.work.CountyLedgers;
import org.springframework.stereotype.Component;

/// 写报告 — composes the report of a post for an officer who may read it.
@Component
class ComposingReport {
    private final CountyLedgers ledgers;
    private final Journal journal;
    private final ReportShelf shelf;

    ComposingReport(CountyLedgers ledgers, Journal journal, ReportShelf shelf) {
        this.ledgers = ledgers;
        this.journal = journal;
        this.shelf = shelf;
    }

    /// 写成 — a report, and whether its template is enacted.
    record Composed(DutyReport report, Optional<MaskedTwin> masked, boolean enacted) {
        DutyReport shown() {
            return masked.map(MaskedTwin::report).orElse(report);
        }

        Manuscript manuscript() {
            return masked.map(ReportDocument::manuscript)
                    .orElseGet(() -> ReportDocument.manuscript(report));
        }
    }

    Composed compose(Officer officer, String post, ReportSpan span, boolean masked, Instant now) {
        LocalDate today = ChinaTime.day(now);
        return ledgers.ask(
                officer.county(),
                known -> {
                    permit(known.organization(), officer, post, today);
                    AsOf asOf = new AsOf(known, today);
                    LocalDate last = today.isBefore(span.to()) ? today : span.to();
                    ReportShelf.Taken taken =
                            shelf.take(post, last, asOf).orElseThrow(ComposingReport::noTemplate);
                    Checkpoint checkpoint = journal.checkpoint(officer.county(), now);
                    Sealing sealing = Sealing.of(checkpoint, known.knownAt());
                    DutyReport report =
                            ReportDraft.compose(
                                    taken.template(), post, span.from(), span.to(), asOf, sealing);
                    return new Composed(
                            report,
                            masked
                                    ? Optional.of(MaskedTwin.of(report, known.organization()))
                                    : Optional.empty(),
                            taken.enacted());
                });
    }

    private static void permit(
            Organization organization, Officer officer, String post, LocalDate today) {
        if (organization.post(post, today).isEmpty()) {
            throw new NotFound("没有这个岗位", "岗位的号可能写错，或已撤销。从述职报告页选岗位。");
        }
        if (!ReportReaders.mayRead(
                organization, officer.post().code(), officer.person(), post, today)) {
            throw new NotPermitted(
                    Naming.of(organization, post, today) + "的述职报告不归" + officer.post().name() + "看",
                    "你能看到自己岗位的报告，和下级单位各岗位的报告。",
                    "要看这一份，找任者本人、其上级，或组织、纪检部门。");
        }
    }

    private static NotFound noTemplate() {
        return new NotFound("这个岗位还没有述职模板", "先施行一份写有述职模板的制度，再来写报告。");
    }
}
