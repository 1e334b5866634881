package org.mingze.dossier.supervision;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mingze.access.Officer;
import org.mingze.duty.EnteringRecord;
import org.mingze.journal.Journal;
import org.mingze.journal.JournalHead;
import org.mingze.organization.Body;
import org.mingze.organization.Organization;
import org.mingze.organization.Post;
import org.mingze.web.Act;
import org.mingze.web.Field;
import org.mingze.web.Heading;
import org.mingze.web.Link;
import org.mingze.web.NotFound;
import org.mingze.web.Notice;
import org.mingze.web.Prose;
import org.mingze.work.ChinaTime;
import org.mingze.work.CountyLedgers;
import org.mingze.work.Knowledge;
import org.mingze.work.Sight;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// 轮查和抽查.
@Controller
class InspectionsController {
    private static final int TITLE_MAX = 60;

    private final CountyLedgers ledgers;
    private final EnteringRecord entering;
    private final Journal journal;

    InspectionsController(CountyLedgers ledgers, EnteringRecord entering, Journal journal) {
        this.ledgers = ledgers;
        this.entering = entering;
        this.journal = journal;
    }

    @GetMapping("/supervision/inspections")
    ModelAndView show(Officer officer) {
        LocalDate today = ChinaTime.day(Instant.now());
        InspectionsPage page = ledgers.ask(officer.county(), known -> page(known, today, officer));
        return new ModelAndView("dossier/inspections", "page", page);
    }

    private static InspectionsPage page(Knowledge known, LocalDate today, Officer officer) {
        Sight sight = Sight.of(known.organization(), officer.post().code(), today);
        return new InspectionsPage(
                new Heading(
                        List.of(new Link("督查", "/supervision"), new Link("轮查和抽查", "")),
                        "轮查和抽查",
                        Prose.of("轮到谁由施行的制度算出；抽谁由账的根定，抽签即入账，抽过的都留着。"),
                        List.of(Act.of("登记检查", "/records/new/Inspection"))),
                new Turns(known, today).part(),
                fields(known.organization(), sight, today),
                new Draws(known, today).latest(),
                "轮查和抽查，" + officer.post().name() + "所见，账上第" + known.size() + "笔为止，" + today + "。");
    }

    private static List<Field> fields(Organization organization, Sight sight, LocalDate today) {
        List<Field.Option> kinds =
                sight.bodies(organization, today).stream()
                        .map(Body::kind)
                        .distinct()
                        .sorted()
                        .map(kind -> new Field.Option(kind, kind, kind.equals("村社区")))
                        .toList();
        return List.of(
                new Field("title", "查什么", "", true, "", new Field.Control.Line("", "text", "")),
                new Field("kind", "在哪类单位里抽", "", true, "", new Field.Control.Menu(kinds)),
                new Field(
                        "count", "抽几个", "", true, "", new Field.Control.Line("2", "number", "个")));
    }

    @PostMapping("/supervision/draws")
    String draw(
            @RequestParam(name = "title", defaultValue = "") String title,
            @RequestParam(name = "kind", defaultValue = "") String kind,
            @RequestParam(name = "count", defaultValue = "") String count,
            Officer officer,
            RedirectAttributes flash) {
        Instant now = Instant.now();
        Optional<String> fault = fault(title.strip(), kind, count);
        if (fault.isPresent()) {
            flash.addFlashAttribute(Notice.FLASH, Notice.warn("没有抽", fault.get()));
            return "redirect:/supervision/inspections";
        }
        List<Long> entered = new ArrayList<>();
        JournalHead head = journal.head(officer.county());
        entering.together(
                officer.county(),
                now,
                together -> {
                    LocalDate today = ChinaTime.day(now);
                    Knowledge known = together.known();
                    Draw draw = drawn(known, officer, today, kind, count, head);
                    String body = body(known, officer, today);
                    if (!draw.lots(known.organization(), today).isEmpty()
                            && together.enter(
                                            new Draws(known, today)
                                                    .draft(
                                                            draw,
                                                            title.strip(),
                                                            officer.recorder(),
                                                            body,
                                                            ChinaTime.moment(now)))
                                    instanceof EnteringRecord.Outcome.Entered(var entry, var _)) {
                        entered.add(entry.number());
                    }
                    return entered.size();
                });
        if (entered.isEmpty()) {
            flash.addFlashAttribute(
                    Notice.FLASH, Notice.warn("没有抽", "你看得到的单位里没有“" + kind + "”，换一类再抽。"));
            return "redirect:/supervision/inspections";
        }
        flash.addFlashAttribute(
                Notice.FLASH, Notice.done("已抽签并入账：第" + entered.getFirst() + "号", "抽中的在前，种子写在下面。"));
        return "redirect:/supervision/draws/" + entered.getFirst();
    }

    private static Optional<String> fault(String title, String kind, String count) {
        if (title.isEmpty() || title.length() > TITLE_MAX) {
            return Optional.of("写明查什么，1到" + TITLE_MAX + "个字。");
        }
        if (kind.isEmpty()) {
            return Optional.of("选在哪类单位里抽。");
        }
        return count.matches("[1-9]\\d?") && Integer.parseInt(count) <= Draw.COUNT_MAX
                ? Optional.empty()
                : Optional.of("抽几个写1到" + Draw.COUNT_MAX + "的整数。");
    }

    /// Below the highest body that the post sees.
    private static Draw drawn(
            Knowledge known,
            Officer officer,
            LocalDate today,
            String kind,
            String count,
            JournalHead head) {
        Sight sight = Sight.of(known.organization(), officer.post().code(), today);
        String under =
                sight.bodies(known.organization(), today).stream()
                        .filter(
                                body ->
                                        known.organization()
                                                .superior(body.code(), today)
                                                .filter(above -> sight.sees(above.code()))
                                                .isEmpty())
                        .map(Body::code)
                        .findFirst()
                        .orElseGet(() -> body(known, officer, today));
        return new Draw(kind, under, Integer.parseInt(count), head.size(), head.root().toString());
    }

    private static String body(Knowledge known, Officer officer, LocalDate today) {
        return known.organization().post(officer.post().code(), today).map(Post::body).orElse("");
    }

    @GetMapping("/supervision/draws/{number:[1-9]\\d{0,17}}")
    ModelAndView again(@PathVariable("number") long number, Officer officer) {
        LocalDate today = ChinaTime.day(Instant.now());
        InspectionsPage.Again page =
                ledgers.ask(
                        officer.county(),
                        known ->
                                known.records()
                                        .find(number)
                                        .filter(record -> Draws.draw(record).isPresent())
                                        .map(record -> new Draws(known, today).again(record))
                                        .orElseThrow(
                                                () ->
                                                        new NotFound(
                                                                "没有第" + number + "号抽签",
                                                                "这个号不是抽签，或已撤销；从轮查和抽查里找。")));
        return new ModelAndView("dossier/draw", "page", page);
    }
}
