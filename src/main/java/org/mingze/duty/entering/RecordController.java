package org.mingze.duty.entering;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.mingze.access.ClassedReads;
import org.mingze.access.ClassesWithheld;
import org.mingze.access.Officer;
import org.mingze.duty.DossierPages;
import org.mingze.duty.Naming;
import org.mingze.duty.showing.Acting;
import org.mingze.journal.Digest;
import org.mingze.journal.Entry;
import org.mingze.journal.Evidence;
import org.mingze.journal.Journal;
import org.mingze.journal.Leaves;
import org.mingze.web.NotFound;
import org.mingze.web.NotPermitted;
import org.mingze.work.ChinaTime;
import org.mingze.work.CountyLedgers;
import org.mingze.work.Knowledge;
import org.mingze.work.RecordHistory;
import org.mingze.work.RecordPage;
import org.mingze.work.Sight;
import org.mingze.work.WorkRecord;
import org.mingze.work.WorkRecords;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/// 一笔记录 — and the files that it cites.
@Controller
class RecordController {
    private final CountyLedgers ledgers;
    private final Journal journal;
    private final Leaves leaves;
    private final Evidence evidence;
    private final ClassedReads reads;
    private final ClassesWithheld withheld;
    private final DossierPages dossiers;

    RecordController(
            CountyLedgers ledgers,
            Journal journal,
            Leaves leaves,
            Evidence evidence,
            ClassedReads reads,
            ClassesWithheld withheld,
            DossierPages dossiers) {
        this.dossiers = dossiers;
        this.reads = reads;
        this.withheld = withheld;
        this.ledgers = ledgers;
        this.journal = journal;
        this.leaves = leaves;
        this.evidence = evidence;
    }

    @GetMapping("/records/{number:[1-9]\\d{0,17}}")
    ModelAndView show(Officer officer, @PathVariable long number) {
        LocalDate today = LocalDate.now(ChinaTime.ZONE);
        RecordPage page =
                ledgers.ask(officer.county(), known -> page(officer, known, number, today));
        reads.shown(
                officer,
                "第" + number + "号",
                ledgers.ask(officer.county(), known -> shown(officer, known, number, today)));
        return new ModelAndView("work/record", "page", page);
    }

    @GetMapping("/records/{number:[1-9]\\d{0,17}}/files/{digest:[0-9a-f]{64}}")
    ResponseEntity<InputStreamResource> file(
            Officer officer, @PathVariable long number, @PathVariable String digest)
            throws IOException {
        LocalDate today = LocalDate.now(ChinaTime.ZONE);
        Evidence.Citation citation =
                ledgers.ask(
                        officer.county(), known -> cited(officer, known, number, digest, today));
        reads.shown(
                officer,
                "第" + number + "号的附件" + citation.name(),
                ledgers.ask(officer.county(), known -> shown(officer, known, number, today)));
        if (!evidence.holds(citation.digest())) {
            throw new NotFound("附件“" + citation.name() + "”不在这台机器上", "导入档案时没有带附件；从备份里补回。");
        }
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(citation.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .body(new InputStreamResource(evidence.open(citation.digest())));
    }

    private RecordPage page(Officer officer, Knowledge known, long number, LocalDate today) {
        RecordHistory history = history(known, number);
        Optional<Entry> withdrawal =
                history.isWithdrawn()
                        ? entry(officer, history.withdrawnBy().getAsLong())
                        : Optional.empty();
        RecordView.Kept kept =
                new RecordView.Kept(
                        entry(officer, number).orElseThrow(),
                        leaves.find(officer.county(), number).orElseThrow(),
                        withdrawal);
        requireSight(officer, known, history, today);
        RecordAccess access = access(officer, known, history, today);
        return new RecordView(known, history, kept, access, seen(officer, known, today), today)
                .page();
    }

    /// @throws NotPermitted unless the record is one that the acting post may open
    private static void requireSight(
            Officer officer, Knowledge known, RecordHistory history, LocalDate today) {
        RecordSight sight = RecordSight.of(known, officer.post().code(), today);
        if (!sight.sees(history.current()) && !sight.sees(history.original())) {
            String body = WorkRecords.body(history.current(), known);
            throw new NotPermitted(
                    "第" + history.original().number() + "号不归" + officer.post().name() + "看",
                    "你能看到本单位和下级单位的记录，写着你的、你录入的，以及由它们而起的。",
                    "要看这一笔，找" + Naming.of(known.organization(), body, today) + "。");
        }
    }

    /// Only dossiers that the acting post may open.
    private DossierPages seen(Officer officer, Knowledge known, LocalDate today) {
        Sight sight = Sight.of(known.organization(), officer.post().code(), today);
        return (asOf, number) ->
                known.records()
                        .find(number)
                        .filter(root -> sight.sees(root, body(root, known)))
                        .flatMap(_ -> dossiers.of(asOf, number));
    }

    private static Optional<String> body(WorkRecord root, Knowledge known) {
        return Optional.of(WorkRecords.body(root, known)).filter(body -> !body.isEmpty());
    }

    private Evidence.Citation cited(
            Officer officer, Knowledge known, long number, String digest, LocalDate today) {
        RecordHistory history = history(known, number);
        requireSight(officer, known, history, today);
        access(officer, known, history, today).requireEverything(history.current(), "看附件");
        return Evidence.citations(ValueContent.group(history.current().fields())).stream()
                .filter(citation -> citation.digest().equals(Digest.parse(digest)))
                .findFirst()
                .orElseThrow(NotFound::page);
    }

    private Optional<Entry> entry(Officer officer, long number) {
        return journal.entries(officer.county(), number - 1, 1).stream().findFirst();
    }

    /// The classes of the values that its page shows, those of former states too.
    private Set<String> shown(Officer officer, Knowledge known, long number, LocalDate today) {
        RecordHistory history = history(known, number);
        RecordAccess access = access(officer, known, history, today);
        Set<String> classes = new TreeSet<>(access.shown(history.current()));
        classes.addAll(access.shown(history.original()));
        return classes;
    }

    private RecordAccess access(
            Officer officer, Knowledge known, RecordHistory history, LocalDate today) {
        Acting acting = Acting.of(known.organization(), officer.post().code(), today);
        return RecordAccess.of(known, history.current(), acting, today)
                .without(withheld.of(officer));
    }

    static RecordHistory history(Knowledge known, long number) {
        return known.records()
                .history(number)
                .orElseThrow(
                        () ->
                                new NotFound(
                                        "没有第" + number + "号记录",
                                        known.kindOf(number)
                                                .map(kind -> "这个号是一笔“" + kind + "”，不是记录。")
                                                .orElse("从记录列表或今日里找。")));
    }
}
