package org.mingze.office.packet;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mingze.access.Officer;
import org.mingze.duty.EnteringRecord;
import org.mingze.journal.Content;
import org.mingze.journal.Draft;
import org.mingze.journal.Entry;
import org.mingze.journal.EntryMode;
import org.mingze.journal.Occurred;
import org.mingze.office.CountyRights;
import org.mingze.office.SectionedPage;
import org.mingze.organization.Body;
import org.mingze.web.NotFound;
import org.mingze.web.Notice;
import org.mingze.work.ChinaTime;
import org.mingze.work.CountyLedgers;
import org.mingze.work.Knowledge;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// 归档 — what a year holds by type, how long each is kept, and the act that marks it as archived.
@Controller
class ArchivesController {
    static final String BASE = "/archives";
    static final String ACT = "归档";

    private final CountyLedgers ledgers;
    private final EnteringRecord entering;
    private final PacketsController packets;
    private final MakingPackets making;
    private final Orders orders;

    ArchivesController(
            CountyLedgers ledgers,
            EnteringRecord entering,
            PacketsController packets,
            MakingPackets making,
            Orders orders) {
        this.ledgers = ledgers;
        this.entering = entering;
        this.packets = packets;
        this.making = making;
        this.orders = orders;
    }

    @GetMapping(BASE)
    String latest() {
        return "redirect:" + BASE + "/" + (LocalDate.now(ChinaTime.ZONE).getYear() - 1);
    }

    @GetMapping(BASE + "/{year:\\d{4}}")
    ModelAndView show(Officer officer, @PathVariable int year) {
        return page(officer, year, List.of(), ArchiveDrawing.Told.NOTHING);
    }

    @PostMapping(BASE + "/{year:\\d{4}}/term")
    ModelAndView set(
            Officer officer,
            @PathVariable int year,
            @RequestParam(defaultValue = "") List<String> type,
            @RequestParam(defaultValue = "") String term,
            @RequestParam(defaultValue = "") String basis,
            RedirectAttributes after) {
        require(officer, "定保管期限");
        boolean known =
                ledgers.ask(
                        officer.county(),
                        all -> all.rules().vocabulary().recordTypes().keySet().containsAll(type));
        ArchiveDrawing.Told told = new ArchiveDrawing.Told(known ? type : List.of(), term, basis);
        if (!told.faults().isEmpty()) {
            return page(officer, year, told.faults(), told);
        }
        for (String each : type) {
            enter(
                    officer,
                    Keeping.ACT,
                    Map.of(
                            "类", new Content.Text(each),
                            "限", new Content.Text(term),
                            "据", new Content.Text(basis.strip())));
        }
        after.addFlashAttribute(
                Notice.FLASH, Notice.done(String.join("、", type) + "保管" + term, "已入账；改定再办一次。"));
        return new ModelAndView("redirect:" + BASE + "/" + year);
    }

    @PostMapping(BASE + "/{year:\\d{4}}")
    ModelAndView archive(
            Officer officer,
            @PathVariable int year,
            @RequestParam(defaultValue = "") String signature,
            RedirectAttributes after) {
        require(officer, "归档");
        LocalDate today = LocalDate.now(ChinaTime.ZONE);
        List<String> faults = new ArrayList<>();
        ArchiveYear found = ledgers.ask(officer.county(), known -> ArchiveYear.of(known, year));
        if (year >= today.getYear()) {
            faults.add(year + "年还没有过完，过完再归档");
        }
        if (!found.open().isEmpty()) {
            faults.add("还有" + found.open().size() + "类没有定保管期限：" + String.join("、", found.open()));
        }
        ledgers.ask(officer.county(), known -> ArchiveYear.archived(known, year))
                .filter(found::isSame)
                .map(made -> year + "年已由第" + made.number() + "号归档，此后没有补录或撤销，不用再归档")
                .ifPresent(faults::add);
        if (!signature.strip().equals(officer.name())) {
            faults.add("写上你的全名“" + officer.name() + "”，作为署名");
        }
        if (!faults.isEmpty()) {
            return page(officer, year, faults, ArchiveDrawing.Told.NOTHING);
        }
        Entry made =
                enter(
                        officer,
                        ACT,
                        Map.of(
                                "年", new Content.Text(String.valueOf(year)),
                                "件数", new Content.Text(String.valueOf(found.count())),
                                "摘要", new Content.Text(found.digest()),
                                "署名", new Content.Text(officer.name())));
        after.addFlashAttribute(
                Notice.FLASH,
                Notice.done(year + "年已归档" + found.count() + "件", "入账第" + made.number() + "号。"));
        return new ModelAndView("redirect:" + BASE + "/" + year);
    }

    /// A packet of the whole county and year, with its register in Excel.
    @PostMapping(BASE + "/{year:\\d{4}}/packet")
    String packet(Officer officer, @PathVariable int year) {
        require(officer, "导出归档包");
        LocalDate today = LocalDate.now(ChinaTime.ZONE);
        String root =
                ledgers.ask(
                        officer.county(),
                        known ->
                                known.organization().bodies(today).stream()
                                        .filter(body -> isRoot(known, body, today))
                                        .max(
                                                Comparator.comparingInt(
                                                        body ->
                                                                known.organization()
                                                                        .subtree(body.code(), today)
                                                                        .size()))
                                        .map(Body::code)
                                        .orElseThrow(NotFound::page));
        Order order =
                packets.placed(
                        officer,
                        ACT,
                        root,
                        LocalDate.of(year, 1, 1),
                        LocalDate.of(year, 12, 31),
                        false);
        making.start(officer.county(), order);
        return "redirect:/packets/" + order.id();
    }

    private static boolean isRoot(Knowledge known, Body body, LocalDate day) {
        return known.organization().superior(body.code(), day).isEmpty();
    }

    private void require(Officer officer, String deed) {
        LocalDate today = LocalDate.now(ChinaTime.ZONE);
        ledgers.ask(
                officer.county(),
                known -> {
                    CountyRights.require(known, officer, deed, today);
                    return known.size();
                });
    }

    private Entry enter(Officer officer, String kind, Map<String, Content> content) {
        Instant now = Instant.now();
        EnteringRecord.Outcome outcome =
                entering.enter(
                        officer.county(),
                        new Draft(
                                kind,
                                Occurred.on(ChinaTime.day(now)),
                                officer.recorder(),
                                EntryMode.DONE,
                                new Content.Group(new LinkedHashMap<>(content))),
                        now);
        if (outcome instanceof EnteringRecord.Outcome.Entered(Entry entry, var _)) {
            return entry;
        }
        throw new IllegalStateException(outcome.toString());
    }

    private ModelAndView page(
            Officer officer, int year, List<String> faults, ArchiveDrawing.Told told) {
        LocalDate today = LocalDate.now(ChinaTime.ZONE);
        List<Order> made =
                orders.of(officer.county(), officer.person(), ACT).stream()
                        .filter(order -> order.from().getYear() == year)
                        .toList();
        SectionedPage page =
                ledgers.ask(
                        officer.county(),
                        known ->
                                ArchiveDrawing.of(known, officer, year, made, faults, told, today));
        ModelAndView shown = new ModelAndView("office/page", "page", page);
        shown.setStatus(page.isFaulty() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
        return shown;
    }
}
