package org.mingze.meeting;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.mingze.access.Officer;
import org.mingze.meeting.KeptMeetings.KeptMeeting;
import org.mingze.meeting.page.SheetPage;
import org.mingze.web.NotFound;
import org.mingze.work.ChinaTime;
import org.mingze.work.CountyLedgers;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// 开会 — a meeting that sits: each step is sent by itself and kept at once.
@Controller
class SittingController {
    private static final String TOPIC = MeetingsController.ONE + "/topics/{number:\\d{1,2}}";

    private final CountyLedgers ledgers;
    private final KeptMeetings meetings;

    SittingController(CountyLedgers ledgers, KeptMeetings meetings) {
        this.ledgers = ledgers;
        this.meetings = meetings;
    }

    @GetMapping(MeetingsController.ONE)
    ModelAndView show(
            Officer officer,
            @PathVariable("id") UUID id,
            @RequestParam(name = "topic", defaultValue = "") String topic,
            @RequestParam(name = "speaker", defaultValue = "") String speaker,
            @RequestParam(name = "method", defaultValue = "") String method) {
        Instant now = Instant.now();
        KeptMeeting kept = meetings.find(officer, id, ChinaTime.day(now));
        if (kept.isClosed()) {
            return new ModelAndView("redirect:" + kept.path() + "/closure");
        }
        if (!kept.meeting().sitting()) {
            return new ModelAndView("redirect:" + kept.path() + "/agenda");
        }
        int number = topic.matches("[1-9]\\d?") ? Integer.parseInt(topic) : current(kept);
        return page(
                officer,
                kept,
                new SheetDrawing.Looking(number, speaker, method, Optional.empty(), ""),
                Optional.empty(),
                now);
    }

    /// The first topic that is not decided.
    private static int current(KeptMeeting kept) {
        List<Topic> topics = kept.meeting().topics();
        int at = 0;
        while (at < topics.size() && topics.get(at).isDecided()) {
            at++;
        }
        return Math.min(at + 1, topics.size());
    }

    @GetMapping({TOPIC, TOPIC + "/{step:speeches|votes|resolution}"})
    String back(@PathVariable("id") UUID id, @PathVariable("number") int number) {
        return "redirect:/meetings/" + id + "?topic=" + number;
    }

    @PostMapping(MeetingsController.ONE + "/attendance")
    ModelAndView attend(Officer officer, @PathVariable("id") UUID id, HttpServletRequest request) {
        Map<String, List<String>> sent = MeetingsController.sent(request);
        KeptMeeting kept = sitting(officer, id);
        meetings.change(
                officer.county(), kept, now -> new SheetSteps(sent).attended(now), Instant.now());
        return to(kept, first(sent, "topic"));
    }

    @PostMapping(MeetingsController.ONE + "/seats")
    ModelAndView invite(Officer officer, @PathVariable("id") UUID id, HttpServletRequest request) {
        Map<String, List<String>> sent = MeetingsController.sent(request);
        KeptMeeting kept = sitting(officer, id);
        Optional<Meeting.Seat> seat =
                ledgers.ask(
                        officer.county(),
                        known ->
                                new MeetingWords(known, kept.meeting().day())
                                        .observer(first(sent, AgendaForm.INVITED)));
        meetings.change(
                officer.county(), kept, now -> seat.map(now::joined).orElse(now), Instant.now());
        return to(kept, first(sent, "topic"));
    }

    @PostMapping(TOPIC + "/place")
    ModelAndView reorder(
            Officer officer,
            @PathVariable("id") UUID id,
            @PathVariable("number") int number,
            HttpServletRequest request) {
        SheetSteps steps = new SheetSteps(MeetingsController.sent(request));
        KeptMeeting kept = sitting(officer, id);
        Topic moved = kept.meeting().topic(number).orElseThrow(NotFound::page);
        KeptMeeting changed =
                meetings.change(
                        officer.county(),
                        kept,
                        now -> steps.reordered(now, number - 1),
                        Instant.now());
        return to(changed, changed.meeting().topics().indexOf(moved) + 1);
    }

    @PostMapping(MeetingsController.ONE + "/topics")
    ModelAndView add(Officer officer, @PathVariable("id") UUID id, HttpServletRequest request) {
        Map<String, List<String>> sent = MeetingsController.sent(request);
        KeptMeeting kept = sitting(officer, id);
        List<String> kinds =
                ledgers.ask(
                        officer.county(),
                        known ->
                                List.copyOf(
                                        known.rules()
                                                .vocabulary()
                                                .choices()
                                                .getOrDefault("议题类", List.of())));
        KeptMeeting changed =
                meetings.change(
                        officer.county(),
                        kept,
                        now -> new SheetSteps(sent).moved(now, kinds),
                        Instant.now());
        return to(changed, changed.meeting().topics().size());
    }

    @PostMapping(TOPIC + "/speeches")
    ModelAndView speak(
            Officer officer,
            @PathVariable("id") UUID id,
            @PathVariable("number") int number,
            HttpServletRequest request) {
        SheetSteps steps = new SheetSteps(MeetingsController.sent(request));
        Instant now = Instant.now();
        return step(
                officer,
                id,
                SheetDrawing.Looking.at(number),
                topic -> topic,
                (sheet, order) ->
                        steps.isFact() || steps.isAgain(order)
                                ? Optional.empty()
                                : order.against(steps.person())
                                        .map(
                                                _ ->
                                                        sheet.stopped(
                                                                order,
                                                                steps.person(),
                                                                steps.words())),
                meeting -> steps.spoken(meeting, number - 1, ChinaTime.moment(now).toLocalTime()));
    }

    @PostMapping(TOPIC + "/votes")
    ModelAndView vote(
            Officer officer,
            @PathVariable("id") UUID id,
            @PathVariable("number") int number,
            HttpServletRequest request) {
        SheetSteps steps = new SheetSteps(MeetingsController.sent(request));
        KeptMeeting kept = sitting(officer, id);
        Optional<Topic.Tally> excess =
                kept.meeting().topic(number).flatMap(topic -> steps.excess(topic, kept.meeting()));
        if (excess.isPresent() && kept.meeting().isRollTaken()) {
            return overcounted(officer, kept, number, steps, excess);
        }
        List<String> waiting =
                asking(
                        officer,
                        kept,
                        number,
                        (_, order) ->
                                kept.meeting().present().stream()
                                        .map(Meeting.Seat::person)
                                        .filter(person -> order.against(person).isPresent())
                                        .toList());
        return step(
                officer,
                id,
                SheetDrawing.Looking.at(number),
                topic -> steps.voted(topic, kept.meeting(), waiting),
                (sheet, order) ->
                        waiting.stream()
                                .filter(steps::votes)
                                .findFirst()
                                .map(person -> sheet.stopped(order, person, "")),
                meeting -> meeting);
    }

    /// More votes than voters are not kept; they stay as typed in their form.
    private ModelAndView overcounted(
            Officer officer,
            KeptMeeting kept,
            int number,
            SheetSteps steps,
            Optional<Topic.Tally> excess) {
        Topic topic = kept.meeting().topics().get(number - 1);
        SheetDrawing.Looking at =
                new SheetDrawing.Looking(number, "", steps.method(topic), excess, "");
        ModelAndView view = page(officer, kept, at, Optional.empty(), Instant.now());
        view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }

    @PostMapping(TOPIC + "/resolution")
    ModelAndView resolve(
            Officer officer,
            @PathVariable("id") UUID id,
            @PathVariable("number") int number,
            HttpServletRequest request) {
        SheetSteps steps = new SheetSteps(MeetingsController.sent(request));
        return step(
                officer,
                id,
                SheetDrawing.Looking.at(number).choosing(steps.decision()),
                steps::told,
                (sheet, _) -> sheet.undecided(steps.decision()),
                meeting ->
                        meeting.with(
                                number - 1,
                                meeting.topics()
                                        .get(number - 1)
                                        .resolved(
                                                meeting.topics()
                                                        .get(number - 1)
                                                        .resolution()
                                                        .declared(steps.decision()))));
    }

    /// Keeps what was told, then asks whether the rest may be; only then keeps that too.
    private ModelAndView step(
            Officer officer,
            UUID id,
            SheetDrawing.Looking at,
            UnaryOperator<Topic> told,
            BiFunction<SheetDrawing, SpeakingOrder, Optional<SheetPage.Stopped>> against,
            UnaryOperator<Meeting> then) {
        Instant now = Instant.now();
        int number = at.topic();
        KeptMeeting kept = sitting(officer, id);
        if (kept.meeting().topic(number).isEmpty()) {
            throw NotFound.page();
        }
        if (!kept.meeting().isRollTaken()) {
            return page(officer, kept, at, Optional.of(SheetDrawing.unattended()), now);
        }
        KeptMeeting changed =
                meetings.change(
                        officer.county(),
                        kept,
                        meeting ->
                                meeting.with(
                                        number - 1, told.apply(meeting.topics().get(number - 1))),
                        now);
        Optional<SheetPage.Stopped> stopped = asking(officer, changed, number, against);
        if (stopped.isPresent()) {
            return page(officer, changed, at, stopped, now);
        }
        return to(meetings.change(officer.county(), changed, then, now), number);
    }

    private <T> T asking(
            Officer officer,
            KeptMeeting kept,
            int number,
            BiFunction<SheetDrawing, SpeakingOrder, T> question) {
        return ledgers.trying(
                officer.county(),
                known -> {
                    MeetingWords words = new MeetingWords(known, kept.meeting().day());
                    AskingRules rules = new AskingRules(known, officer.recorder(), Instant.now());
                    SpeakingOrder order =
                            new SpeakingOrder(rules, words.supposing(kept.meeting()), number - 1);
                    SheetDrawing sheet =
                            new SheetDrawing(
                                    words,
                                    rules,
                                    java.util.Set.of(),
                                    kept,
                                    SheetDrawing.Looking.at(number));
                    return question.apply(sheet, order);
                });
    }

    private static ModelAndView to(KeptMeeting kept, int number) {
        return new ModelAndView("redirect:" + kept.path() + "?topic=" + number);
    }

    private static ModelAndView to(KeptMeeting kept, String topic) {
        return new ModelAndView(
                "redirect:" + kept.path() + (topic.matches("[1-9]\\d?") ? "?topic=" + topic : ""));
    }

    private KeptMeeting sitting(Officer officer, UUID id) {
        KeptMeeting kept = meetings.leading(officer, id, ChinaTime.day(Instant.now()));
        if (kept.isClosed() || !kept.meeting().sitting()) {
            throw new NotFound("这次会议不在开", "已经散会的会议不能再改实录；记错了，更正入账的会议记录。");
        }
        return kept;
    }

    private ModelAndView page(
            Officer officer,
            KeptMeeting kept,
            SheetDrawing.Looking at,
            Optional<SheetPage.Stopped> stopped,
            Instant now) {
        SheetPage page =
                ledgers.trying(
                        officer.county(),
                        known -> {
                            MeetingWords words = new MeetingWords(known, kept.meeting().day());
                            return new SheetDrawing(
                                            words,
                                            new AskingRules(known, officer.recorder(), now),
                                            words.bodies(officer.post().code()),
                                            kept,
                                            at)
                                    .page(stopped);
                        });
        ModelAndView view = new ModelAndView("meeting/sheet", "page", page);
        view.addObject("watched", meetings.watched(officer, kept, ChinaTime.day(now)));
        view.setStatus(stopped.isPresent() ? HttpStatus.CONFLICT : HttpStatus.OK);
        return view;
    }

    private static String first(Map<String, List<String>> sent, String name) {
        return sent.getOrDefault(name, List.of("")).getFirst();
    }
}
