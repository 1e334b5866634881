package org.mingze.duty.drafting;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.mingze.access.Officer;
import org.mingze.duty.showing.DutyLinks;
import org.mingze.institution.Institution;
import org.mingze.web.Field;
import org.mingze.web.Heading;
import org.mingze.web.Link;
import org.mingze.web.NotFound;
import org.mingze.web.Prose;
import org.mingze.work.ChinaTime;
import org.mingze.work.CountyLedgers;
import org.mingze.work.Enactment;
import org.mingze.work.Knowledge;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// 版本对照 — two versions of an institution, or a version and a draft of it, side by side.
@Controller
class ComparisonController {
    private final CountyLedgers ledgers;

    ComparisonController(CountyLedgers ledgers) {
        this.ledgers = ledgers;
    }

    @GetMapping("/institutions/{id}/comparison")
    ModelAndView show(
            Officer officer,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String before,
            @RequestParam(defaultValue = "") String after) {
        LocalDate today = LocalDate.now(ChinaTime.ZONE);
        return new ModelAndView(
                "duty/comparison",
                "page",
                ledgers.ask(officer.county(), known -> page(known, id, before, after, today)));
    }

    private static ComparisonPage page(
            Knowledge known, String id, String before, String after, LocalDate today) {
        List<Institution> versions =
                known.rules().versions(id).stream().map(Enactment::institution).toList();
        if (versions.isEmpty()) {
            throw new NotFound("没有编号为“" + id + "”的制度", "从制度列表里找；没有施行的，不在列表里。");
        }
        Institution last = versions.getLast();
        if (versions.size() == 1) {
            return single(last);
        }
        Institution now = from(versions, after).orElse(last);
        int place = Math.max(0, versions.indexOf(now) - 1);
        Institution old = from(versions, before).orElse(versions.get(place));
        List<ComparisonPage.Duty> duties = ComparisonView.duties(known, old, now, today);
        String address = DutyLinks.institution(id);
        return new ComparisonPage(
                new Heading(
                        List.of(
                                DraftView.LIBRARY,
                                new Link(last.title(), address),
                                new Link("对照", "")),
                        duties.isEmpty() ? "各项职责的要求没有变" : duties.size() + "项职责的要求变了",
                        Prose.of("左边是" + old.from() + "起的一版，右边是" + now.from() + "起的一版。"),
                        List.of()),
                address + "/comparison",
                List.of(menu("before", "旧", versions, old), menu("after", "新", versions, now)),
                ComparisonView.set(known, old, now, today),
                duties,
                ComparisonView.lines(old.text(), now.text()));
    }

    /// One version is not compared with itself.
    private static ComparisonPage single(Institution only) {
        String address = DutyLinks.institution(only.id());
        return new ComparisonPage(
                new Heading(
                        List.of(
                                DraftView.LIBRARY,
                                new Link(only.title(), address),
                                new Link("对照", "")),
                        "只施行过一版",
                        Prose.of(only.from() + "起的一版，还没有可对照的。").reference("看它的条文与职责", address),
                        List.of()),
                address + "/comparison",
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    private static Optional<Institution> from(List<Institution> versions, String day) {
        return versions.stream().filter(each -> each.from().toString().equals(day)).findFirst();
    }

    private static Field menu(
            String name, String label, List<Institution> versions, Institution chosen) {
        List<Field.Option> options =
                versions.stream()
                        .map(
                                each ->
                                        new Field.Option(
                                                each.from().toString(),
                                                each.from() + "起",
                                                each.equals(chosen)))
                        .toList();
        return new Field(name, label, "", true, "", new Field.Control.Menu(options));
    }
}
