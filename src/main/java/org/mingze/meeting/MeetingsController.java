package org.mingze.meeting;

import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.mingze.access.Officer;
import org.mingze.meeting.KeptMeetings.KeptMeeting;
import org.mingze.meeting.page.AgendaPage;
import org.mingze.meeting.page.MeetingsPage;
import org.mingze.organization.Post;
import org.mingze.web.NotPermitted;
import org.mingze.web.Notice;
import org.mingze.work.ChinaTime;
import org.mingze.work.CountyLedgers;
import org.mingze.work.WorkRecords;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// 议事 — meetings kept, one begun, its agenda built.
@Controller
class MeetingsController {
    static final String ONE = "/meetings/{id:[0-9a-f-]{36}}";

    private static final String OPEN = "open";
    private static final String OPEN_ANYWAY = "open.anyway";

    private final CountyLedgers ledgers;
    private final KeptMeetings meetings;
    private final WorkRecords records;

    MeetingsController(CountyLedgers ledgers, KeptMeetings meetings, WorkRecords records) {
        this.ledgers = ledgers;
        this.meetings = meetings;
        this.records = records;
    }

    @GetMapping("/meetings")
    ModelAndView list(
            Officer officer, @RequestParam(name = "page", defaultValue = "1") String page) {
        int number = page.matches("[1-9]\\d{0,3}") ? Integer.parseInt(page) : 1;
        LocalDate today = today(Instant.now());
        Set<String> bodies = meetings.bodies(officer, today);
        List<KeptMeeting> shown =
                meetings.of(
                        officer.county(),
                        bodies,
                        (number - 1) * MeetingsDrawing.PAGE,
                        MeetingsDrawing.PAGE + 1);
        List<WorkRecords.RecordRow> entered =
                number > 1
                        ? List.of()
                        : records.find(
                                officer.county(),
                                new WorkRecords.Filter(
                                        Optional.of(MeetingRecord.TYPE),
                                        bodies,
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty()),
                                0,
                                MeetingsDrawing.PAGE);
        MeetingsPage drawn =
                ledgers.ask(
                        officer.county(),
                        known ->
                                new MeetingsDrawing(new MeetingWords(known, today), bodies)
                                        .page(shown, entered, number));
        return new ModelAndView("meeting/meetings", "page", drawn);
    }

    @PostMapping("/meetings")
    String begin(
            Officer officer,
            @RequestParam(name = "body", defaultValue = "") String body,
            @RequestParam(name = "kind", defaultValue = "") String kind,
            @RequestParam(name = "day", defaultValue = "") String day) {
        Instant now = Instant.now();
        if (!meetings.bodies(officer, today(now)).contains(body)) {
            throw new NotPermitted(
                    "这个单位的会议不归" + officer.post().name() + "筹备", "你能筹备本单位和下级单位的会议。", "要开这个会，找该单位。");
        }
        LocalDate on = day(day, today(now));
        Meeting meeting =
                ledgers.ask(
                        officer.county(),
                        known -> {
                            MeetingWords words = new MeetingWords(known, on);
                            return new Meeting(
                                    body,
                                    kind.isEmpty() ? words.usualKind(body) : kind,
                                    on,
                                    "",
                                    known.organization()
                                            .headPost(body, on)
                                            .map(Post::code)
                                            .orElse(""),
                                    "",
                                    false,
                                    words.team(body),
                                    List.of());
                        });
        UUID id = UUID.randomUUID();
        meetings.begin(officer.county(), id, meeting, officer.recorder(), now);
        return "redirect:/meetings/" + id + "/agenda";
    }

    @GetMapping(ONE + "/agenda")
    ModelAndView agenda(Officer officer, @PathVariable("id") UUID id) {
        Instant now = Instant.now();
        KeptMeeting kept = meetings.find(officer, id, today(now));
        return kept.isClosed() || kept.meeting().sitting()
                ? new ModelAndView("redirect:" + kept.path())
                : agenda(officer, kept, List.of(), false, now);
    }

    @PostMapping(ONE + "/agenda")
    ModelAndView arrange(Officer officer, @PathVariable("id") UUID id, HttpServletRequest request) {
        Instant now = Instant.now();
        KeptMeeting kept = meetings.leading(officer, id, today(now));
        if (kept.isClosed() || kept.meeting().sitting()) {
            return new ModelAndView("redirect:" + kept.path());
        }
        Map<String, List<String>> sent = sent(request);
        Meeting read =
                ledgers.ask(
                        officer.county(),
                        known ->
                                new AgendaForm(new MeetingWords(known, kept.meeting().day()), sent)
                                        .read(kept.meeting()));
        KeptMeeting changed = meetings.change(officer.county(), kept, _ -> read, now);
        String then = sent.getOrDefault(AgendaForm.THEN, List.of("")).getFirst();
        if (!then.startsWith(OPEN)) {
            return new ModelAndView("redirect:" + kept.path() + "/agenda" + anchor(then, read));
        }
        List<String> faults = faults(read, today(now));
        if (!faults.isEmpty()) {
            return agenda(officer, changed, faults, false, now);
        }
        if (!then.equals(OPEN_ANYWAY) && isWanting(officer, read, now)) {
            return agenda(officer, changed, List.of(), true, now);
        }
        meetings.change(officer.county(), changed, Meeting::opened, now);
        return new ModelAndView("redirect:" + kept.path());
    }

    /// Whether something is missing that only the time before the meeting can mend.
    private boolean isWanting(Officer officer, Meeting meeting, Instant now) {
        return ledgers.trying(
                        officer.county(),
                        known ->
                                Requirements.of(
                                                new AskingRules(known, officer.recorder(), now),
                                                new MeetingWords(known, meeting.day())
                                                        .supposing(meeting))
                                        .missing())
                > 0;
    }

    private static String anchor(String then, Meeting read) {
        int at = then.indexOf('.') < 0 ? -1 : Integer.parseInt("0" + then.replaceAll("\\D", ""));
        return switch (then.replaceFirst("\\..*", "")) {
            case "add" -> "#topic-" + (read.topics().size() - 1);
            case "up" -> "#topic-" + (at - 1);
            case "down" -> "#topic-" + (at + 1);
            case "seat", "reseat" -> "#seats";
            case String _ -> "";
        };
    }

    private static List<String> faults(Meeting meeting, LocalDate today) {
        List<String> faults = new ArrayList<>();
        if (meeting.day().isAfter(today)) {
            faults.add("到" + MeetingWords.dayWords(meeting.day()) + "再开会；提前开的，先改日期");
        }
        if (meeting.chair().isEmpty()) {
            faults.add("选主持");
        }
        if (meeting.topics().isEmpty()) {
            faults.add("至少加一项议题");
        }
        if (meeting.topics().stream()
                .anyMatch(topic -> topic.name().isEmpty() || topic.kind().isEmpty())) {
            faults.add("每项议题写题目、选类别，多余的移去");
        }
        return faults;
    }

    private ModelAndView agenda(
            Officer officer,
            KeptMeeting kept,
            List<String> faults,
            boolean confirming,
            Instant now) {
        AgendaPage page =
                ledgers.trying(
                        officer.county(),
                        known -> {
                            MeetingWords words = new MeetingWords(known, kept.meeting().day());
                            return new AgendaDrawing(
                                            words,
                                            new AskingRules(known, officer.recorder(), now),
                                            words.bodies(officer.post().code()))
                                    .page(kept, faults, confirming);
                        });
        ModelAndView view = new ModelAndView("meeting/agenda", "page", page);
        view.addObject("watched", meetings.watched(officer, kept, today(now)));
        view.setStatus(
                faults.isEmpty() && !confirming ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }

    @PostMapping(ONE + "/discard")
    String discard(Officer officer, @PathVariable("id") UUID id, RedirectAttributes flash) {
        KeptMeeting kept = meetings.leading(officer, id, today(Instant.now()));
        meetings.drop(officer.county(), kept.id());
        flash.addFlashAttribute(Notice.FLASH, Notice.done("删去了一份议事稿", "它没有入账，账目没有变化。"));
        return "redirect:/meetings";
    }

    static LocalDate today(Instant now) {
        return ChinaTime.day(now);
    }

    private static LocalDate day(String written, LocalDate today) {
        try {
            return Optional.of(written)
                    .filter(text -> !text.isEmpty())
                    .map(LocalDate::parse)
                    .orElse(today);
        } catch (DateTimeException none) {
            return today;
        }
    }

    static Map<String, List<String>> sent(HttpServletRequest request) {
        Map<String, List<String>> sent = new LinkedHashMap<>();
        request.getParameterMap().forEach((name, values) -> sent.put(name, List.of(values)));
        return sent;
    }
}
