package org.mingze.dossier.supervision;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
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
import org.springframework.http.HttpStatus;
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
        return show(officer, Asked.NONE);
    }

    /// What was typed for a draw, and what stands against a field of it.
    private record Asked(String title, String kind, String count, String faulty, String fault) {
        static final Asked NONE = new Asked("", "村社区", "2", "", "");

        Asked faulty(String field, String why) {
            return new Asked(title, kind, count, field, why);
        }

        String fault(String field) {
            return field.equals(faulty) ? fault : "";
        }

        Asked checked() {
            if (title.isEmpty() || title.length() > TITLE_MAX) {
                return faulty("title", "写明查什么，1到" + TITLE_MAX + "个字。");
            }
            if (kind.isEmpty()) {
                return faulty("kind", "选在哪类单位里抽。");
            }
            return count.matches("[1-9]\\d?") && Integer.parseInt(count) <= Draw.COUNT_MAX
                    ? this
                    : faulty("count", "抽几个写1到" + Draw.COUNT_MAX + "的整数。");
        }
    }

    private ModelAndView show(Officer officer, Asked asked) {
        LocalDate today = ChinaTime.day(Instant.now());
        InspectionsPage page =
                ledgers.ask(officer.county(), known -> page(known, today, officer, asked));
        ModelAndView shown = new ModelAndView("dossier/inspections", "page", page);
        shown.setStatus(asked.fault().isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        return shown;
    }

    private static InspectionsPage page(
            Knowledge known, LocalDate today, Officer officer, Asked asked) {
        Sight sight = Sight.of(known.organization(), officer.post().code(), today);
        return new InspectionsPage(
                new Heading(
                        List.of(new Link("督查", "/supervision"), new Link("轮查和抽查", "")),
                        "轮查和抽查",
                        Prose.of("轮到谁由施行的制度算出；抽谁由账的根定，抽签即入账，抽过的都留着。"),
                        List.of(Act.of("登记检查", "/records/new/Inspection"))),
                new Turns(known, today).part(),
                fields(known.organization(), sight, today, asked),
                new Draws(known, today).latest(),
                "轮查和抽查，" + officer.post().name() + "所见，账上第" + known.size() + "笔为止，" + today + "。");
    }

    private static List<Field> fields(
            Organization organization, Sight sight, LocalDate today, Asked asked) {
        List<Field.Option> kinds =
                sight.bodies(organization, today).stream()
                        .map(Body::kind)
                        .distinct()
                        .sorted()
                        .map(kind -> new Field.Option(kind, kind, kind.equals(asked.kind())))
                        .toList();
        return List.of(
                field(asked, "title", "查什么", new Field.Control.Line(asked.title(), "text", "")),
                field(asked, "kind", "在哪类单位里抽", new Field.Control.Menu(kinds)),
                field(asked, "count", "抽几个", new Field.Control.Line(asked.count(), "number", "个")));
    }

    private static Field field(Asked asked, String name, String label, Field.Control control) {
        return new Field(name, label, "", true, asked.fault(name), control);
    }

    @PostMapping("/supervision/draws")
    ModelAndView draw(
            @RequestParam(name = "title", defaultValue = "") String title,
            @RequestParam(name = "kind", defaultValue = "") String kind,
            @RequestParam(name = "count", defaultValue = "") String count,
            Officer officer,
            RedirectAttributes flash) {
        Instant now = Instant.now();
        Asked asked = new Asked(title.strip(), kind, count, "", "").checked();
        if (!asked.fault().isEmpty()) {
            return show(officer, asked);
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
                                                            asked.title(),
                                                            officer.recorder(),
                                                            body,
                                                            ChinaTime.moment(now)))
                                    instanceof EnteringRecord.Outcome.Entered(var entry, var _)) {
                        entered.add(entry.number());
                    }
                    return entered.size();
                });
        if (entered.isEmpty()) {
            return show(officer, asked.faulty("kind", "你看得到的单位里没有“" + kind + "”，换一类再抽。"));
        }
        flash.addFlashAttribute(
                Notice.FLASH, Notice.done("已抽签并入账：第" + entered.getFirst() + "号", "抽中的在前，种子写在下面。"));
        return new ModelAndView("redirect:/supervision/draws/" + entered.getFirst());
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
