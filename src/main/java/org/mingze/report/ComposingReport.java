package org.mingze.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mingze.access.Officer;
import org.mingze.duty.AsOf;
import org.mingze.duty.Naming;
import org.mingze.journal.Digest;
import org.mingze.journal.Journal;
import org.mingze.organization.Organization;
import org.mingze.report.kept.FiguresDigest;
import org.mingze.report.kept.Handed;
import org.mingze.report.kept.Handed.Asked;
import org.mingze.report.kept.KeptReports;
import org.mingze.report.kept.OwnWords;
import org.mingze.report.masking.MaskedTwin;
import org.mingze.report.paper.Manuscript;
import org.mingze.report.paper.OfficeTemplate;
import org.mingze.web.NotFound;
import org.mingze.web.NotPermitted;
import org.mingze.work.ChinaTime;
import org.mingze.work.CountyLedgers;
import org.mingze.work.Knowledge;
import org.springframework.stereotype.Component;

/// 写报告 — composes the report of a post for an officer who may read it, as known now or as known
/// when it was handed in.
@Component
public class ComposingReport {
    private final CountyLedgers ledgers;
    private final Journal journal;
    private final ReportShelf shelf;
    private final KeptReports kept;

    ComposingReport(CountyLedgers ledgers, Journal journal, ReportShelf shelf, KeptReports kept) {
        this.ledgers = ledgers;
        this.journal = journal;
        this.shelf = shelf;
        this.kept = kept;
    }

    /// 写成 — a report, its masked twin where that is asked for, and whether its template is
    /// enacted.
    record Composed(DutyReport report, Optional<MaskedTwin> masked, boolean enacted) {
        DutyReport shown() {
            return masked.map(MaskedTwin::report).orElse(report);
        }

        Manuscript manuscript() {
            return masked.map(ReportDocument::manuscript)
                    .orElseGet(() -> ReportDocument.manuscript(report));
        }
    }

    /// 照模板写成 — the office's document filled, or why it was not, a sentence each.
    public sealed interface OfficeFile {
        record Written(String title, ByteArrayOutputStream file) implements OfficeFile {}

        record Faulty(List<String> sentences) implements OfficeFile {
            public Faulty {
                sentences = List.copyOf(sentences);
            }
        }
    }

    /// 写的是哪一种 — a kind of report, its name and the places that an office's template may hold.
    public record Kind(String number, String name, Map<String, String> places) {}

    /// 写过的 — a report handed in, and what its post was called then.
    record Listed(Handed handed, String post) {}

    public Kind kind(Officer officer, Asked asked, Instant now) {
        LocalDate today = ChinaTime.day(now);
        return ledgers.ask(
                officer.county(),
                known -> {
                    permit(known.organization(), officer, asked.post(), today);
                    ReportTemplates.Declared declared =
                            taken(asked, new AsOf(known, today)).template();
                    return new Kind(
                            declared.template().number(),
                            declared.template().name(),
                            OfficeReport.known(declared));
                });
    }

    /// Fills the office's own document, or its masked twin.
    public OfficeFile fill(
            Officer officer, Asked asked, OfficeTemplate template, boolean masked, Instant now) {
        LocalDate today = ChinaTime.day(now);
        OwnWords own = kept.words(officer.county(), asked, now);
        return ledgers.ask(
                officer.county(),
                known -> {
                    permit(known.organization(), officer, asked.post(), today);
                    Sealing sealing =
                            Sealing.of(journal.checkpoint(officer.county(), now), known.knownAt());
                    AsOf asOf = new AsOf(known, today);
                    OfficeReport.Filled filled =
                            OfficeReport.fill(
                                    template.places(),
                                    taken(asked, asOf).template(),
                                    asked.post(),
                                    asked.from(),
                                    asked.to(),
                                    asOf,
                                    sealing,
                                    own);
                    return filled.faults().isEmpty()
                            ? written(filled, template, known.organization(), masked)
                            : new OfficeFile.Faulty(filled.faults());
                });
    }

    private static OfficeFile written(
            OfficeReport.Filled filled,
            OfficeTemplate template,
            Organization organization,
            boolean masked) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try {
            if (masked) {
                OfficeReport.writeMasked(filled, organization, template, file);
            } else {
                OfficeReport.write(filled, template, file);
            }
            String title = filled.report().title() + (masked ? "（遮盖件）" : "");
            return new OfficeFile.Written(title, file);
        } catch (OfficeTemplate.Unusable unusable) {
            return new OfficeFile.Faulty(List.of(String.valueOf(unusable.getMessage())));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    Composed compose(Officer officer, Asked asked, boolean masked, Instant now) {
        LocalDate today = ChinaTime.day(now);
        OwnWords own = kept.words(officer.county(), asked, now);
        return ledgers.ask(
                officer.county(),
                known -> {
                    permit(known.organization(), officer, asked.post(), today);
                    Sealing sealing =
                            Sealing.of(journal.checkpoint(officer.county(), now), known.knownAt());
                    return composed(asked, new AsOf(known, today), sealing, own, masked);
                });
    }

    /// A report handed in, from the same entries and words as then.
    Composed open(Officer officer, Handed handed, boolean masked, Instant now) {
        ledgers.ask(
                officer.county(),
                known -> {
                    Organization organization = known.organization();
                    permit(organization, officer, handed.asked().post(), ChinaTime.day(now));
                    return handed.id();
                });
        Knowledge then = ledgers.asKnown(officer.county(), handed.knownAt());
        OwnWords own = kept.words(officer.county(), handed.asked(), handed.at());
        Sealing sealing = new Sealing(handed.size(), Digest.parse(handed.root()), handed.knownAt());
        return composed(handed.asked(), new AsOf(then, handed.day()), sealing, own, masked);
    }

    /// Keeps the report as it stands now; returns its number.
    long hand(Officer officer, Asked asked, Instant now) {
        DutyReport report = compose(officer, asked, false, now).report();
        return kept.hand(
                officer.county(),
                new Handed(
                        0,
                        asked,
                        report.title(),
                        report.day(),
                        report.sealing().size(),
                        report.sealing().root().toString(),
                        report.sealing().knownAt(),
                        FiguresDigest.of(report).digest().toString(),
                        officer.person(),
                        now));
    }

    Handed handed(Officer officer, long id) {
        return kept.find(officer.county(), id)
                .orElseThrow(() -> new NotFound("没有封存这份报告", "从述职报告页的“写过的”里选。"));
    }

    /// The reports handed in that the officer may read.
    List<Listed> handed(Officer officer, Instant now) {
        LocalDate today = ChinaTime.day(now);
        List<Handed> all = kept.all(officer.county());
        return ledgers.ask(
                officer.county(),
                known ->
                        all.stream()
                                .filter(
                                        each ->
                                                ReportReaders.mayRead(
                                                        known.organization(),
                                                        officer.post().code(),
                                                        officer.person(),
                                                        each.asked().post(),
                                                        today))
                                .map(
                                        each ->
                                                new Listed(
                                                        each,
                                                        Naming.of(
                                                                known.organization(),
                                                                each.asked().post(),
                                                                ChinaTime.day(each.at()))))
                                .toList());
    }

    void write(Officer officer, Asked asked, String place, String words, Instant now) {
        kept.write(officer.county(), asked, place, words, officer.person(), now);
    }

    OwnWords words(Officer officer, Asked asked, Instant now) {
        return kept.words(officer.county(), asked, now);
    }

    private Composed composed(
            Asked asked, AsOf asOf, Sealing sealing, OwnWords own, boolean masked) {
        ReportShelf.Taken taken = taken(asked, asOf);
        DutyReport report =
                ReportDraft.compose(
                        taken.template(),
                        asked.post(),
                        asked.from(),
                        asked.to(),
                        asOf,
                        sealing,
                        own);
        Optional<MaskedTwin> twin =
                masked
                        ? Optional.of(MaskedTwin.of(report, asOf.known().organization()))
                        : Optional.empty();
        return new Composed(report, twin, taken.enacted());
    }

    private ReportShelf.Taken taken(Asked asked, AsOf asOf) {
        LocalDate last = asOf.day().isBefore(asked.to()) ? asOf.day() : asked.to();
        return shelf.take(asked.template(), asked.post(), last, asOf)
                .orElseThrow(ComposingReport::noTemplate);
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
