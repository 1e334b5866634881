package org.mingze.report;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mingze.access.Officer;
import org.mingze.report.kept.FiguresDigest;
import org.mingze.report.kept.Handed;
import org.mingze.report.kept.OwnWords;
import org.mingze.report.kept.ReportChanges;
import org.mingze.report.paper.PaperForm;
import org.mingze.web.Act;
import org.mingze.web.Blank;
import org.mingze.web.Field;
import org.mingze.web.Field.Control;
import org.mingze.web.Heading;
import org.mingze.web.Icon;
import org.mingze.web.Link;
import org.mingze.web.NotPermitted;
import org.mingze.web.Prose;
import org.mingze.web.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// 封存的报告 — write one's own words into a report, hand it in, open it as it was, see what
/// changed.
@Controller
class HandedReportsController {
    private static final String PLACE = "place:";
    private static final String HAND = "hand";
    private static final String UNFINISHED = "unfinished";
    private static final int WORDS_MAX = 20_000;

    private final ComposingReport composing;

    HandedReportsController(ComposingReport composing) {
        this.composing = composing;
    }

    @GetMapping("/reports/own")
    ModelAndView own(@RequestParam Map<String, String> typed, Officer officer) {
        return own(officer, ReportsController.asked(typed), Optional.empty());
    }

    private ModelAndView own(Officer officer, Handed.Asked asked, Optional<Refusal> refusal) {
        Instant now = Instant.now();
        DutyReport report = composing.compose(officer, asked, false, now).report();
        OwnWords words = composing.words(officer, asked, now);
        List<Field> fields = new ArrayList<>();
        places(report)
                .forEach(
                        (place, hint) ->
                                fields.add(
                                        field(
                                                PLACE + place,
                                                hint,
                                                new Control.Area(
                                                        words.byPlace().getOrDefault(place, "")))));
        String query = asked.query();
        return new ModelAndView(
                "report/reports",
                "page",
                new ReportsPage(
                        new Heading(
                                List.of(
                                        new Link("述职报告", "/reports"),
                                        new Link(report.title(), "/reports/duty?" + query)),
                                "本人填写和封存",
                                Prose.of("账上的数重写时，这里写的原样保留。一段一行。"),
                                List.of()),
                        "/reports/own?" + query,
                        fields,
                        List.of(
                                ReportsPage.Send.plain("保存"),
                                refusal.isPresent()
                                        ? new ReportsPage.Send("空着也封存", HAND, UNFINISHED)
                                        : new ReportsPage.Send("封存", HAND, "yes")),
                        refusal,
                        lines(officer, asked, now),
                        Optional.of(
                                new Blank(
                                        "还没有封存过",
                                        "封存这一份，以后原样打开；账上再记什么，那一份都不变。",
                                        Optional.empty()))));
    }

    @PostMapping("/reports/own")
    ModelAndView write(@RequestParam Map<String, String> typed, Officer officer) {
        Instant now = Instant.now();
        Handed.Asked asked = ReportsController.asked(typed);
        DutyReport report = composing.compose(officer, asked, false, now).report();
        if (!officer.post().code().equals(asked.post())) {
            throw new NotPermitted(
                    "这份报告由" + report.post() + "本人填写和封存", "别人可以看，不能代写。", "要改，请本岗位的任者登录后来改。");
        }
        OwnWords before = composing.words(officer, asked, now);
        for (String place : places(report).keySet()) {
            String words = typed.getOrDefault(PLACE + place, "").strip();
            String kept = words.substring(0, Math.min(WORDS_MAX, words.length()));
            if (!kept.equals(before.byPlace().getOrDefault(place, ""))) {
                composing.write(officer, asked, place, kept, now);
            }
        }
        String handing = typed.getOrDefault(HAND, "");
        if (handing.isEmpty()) {
            return new ModelAndView("redirect:/reports/duty?" + asked.query());
        }
        List<String> empty =
                composing.compose(officer, asked, false, Instant.now()).report().empty();
        if (!empty.isEmpty() && !handing.equals(UNFINISHED)) {
            ModelAndView view = own(officer, asked, Optional.of(unfinished(empty)));
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return view;
        }
        return new ModelAndView(
                "redirect:/reports/handed/" + composing.hand(officer, asked, Instant.now()));
    }

    private static Refusal unfinished(List<String> empty) {
        return new Refusal(
                "还有" + empty.size() + "处空着，没有封存",
                "空着的：" + String.join("；", empty) + "。写了的已经保存。填上再封存；确实不填，按“空着也封存”。",
                "",
                List.of());
    }

    @GetMapping("/reports/handed/{id:\\d+}")
    ModelAndView handed(
            @PathVariable("id") long id,
            @RequestParam(name = "masked", defaultValue = "false") boolean masked,
            Officer officer) {
        Instant now = Instant.now();
        Handed handed = composing.handed(officer, id);
        ComposingReport.Composed then = composing.open(officer, handed, masked, now);
        ReportPage page = ReportPage.of(then.shown(), acts(handed, masked));
        DutyReport today = composing.compose(officer, handed.asked(), false, now).report();
        List<String> changes = ReportChanges.between(then.report(), today);
        page =
                ReportsController.withNotes(
                        page, "封存后的变化", changes.isEmpty() ? List.of("没有变化。") : changes);
        boolean same = FiguresDigest.of(then.report()).digest().toString().equals(handed.digest());
        page =
                ReportsController.withNotes(
                        page,
                        "封存",
                        List.of(
                                ReportWords.moment(handed.at())
                                        + "封存，账页第"
                                        + handed.size()
                                        + "笔。"
                                        + (same
                                                ? "现在重新算出的数字摘要与封存时一致。"
                                                : "现在重新算出的数字摘要与封存时不一致，报给管理账簿的人。")));
        return new ModelAndView("report/report", "page", page);
    }

    @GetMapping("/reports/handed/{id:\\d+}.{ending:docx|pdf|ofd}")
    ResponseEntity<byte[]> document(
            @PathVariable("id") long id,
            @PathVariable("ending") String ending,
            @RequestParam(name = "masked", defaultValue = "false") boolean masked,
            Officer officer)
            throws IOException {
        Handed handed = composing.handed(officer, id);
        return ReportsController.file(
                composing.open(officer, handed, masked, Instant.now()), ending);
    }

    private static List<Act> acts(Handed handed, boolean masked) {
        String address = "/reports/handed/" + handed.id();
        String asked = masked ? "?masked=true" : "";
        List<Act> acts = new ArrayList<>();
        for (PaperForm form : PaperForm.values()) {
            acts.add(
                    Act.of("下载" + form.ending(), address + form.ending() + asked)
                            .with(Icon.DOWNLOAD));
        }
        acts.add(Act.of(masked ? "看原件" : "看遮盖件", masked ? address : address + "?masked=true"));
        return acts;
    }

    List<ReportsPage.Line> lines(Officer officer, Handed.Asked asked, Instant now) {
        return composing.handed(officer, now).stream()
                .filter(listed -> listed.handed().asked().equals(asked))
                .map(HandedReportsController::line)
                .toList();
    }

    static ReportsPage.Line line(ComposingReport.Listed listed) {
        Handed handed = listed.handed();
        return new ReportsPage.Line(
                new Link(handed.title(), "/reports/handed/" + handed.id()),
                ReportWords.days(handed.asked().from(), handed.asked().to()),
                listed.post(),
                ReportWords.moment(handed.at()));
    }

    /// The hints of the places that are the person's, by their full names.
    private static Map<String, String> places(DutyReport report) {
        Map<String, String> places = new LinkedHashMap<>();
        for (DutyReport.Section section : report.sections()) {
            for (DutyReport.Own own : section.own()) {
                places.put(OwnWords.place(section.name(), own.hint()), own.hint());
            }
        }
        return places;
    }

    private static Field field(String name, String label, Control control) {
        return new Field(name, label, "", false, "", control);
    }
}
