package org.mingze.meeting;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.mingze.access.Officer;
import org.mingze.duty.Refusals;
import org.mingze.journal.Evidence;
import org.mingze.meeting.KeptMeetings.KeptMeeting;
import org.mingze.meeting.page.ClosingPage;
import org.mingze.report.paper.Manuscript;
import org.mingze.report.paper.PaperForm;
import org.mingze.web.Link;
import org.mingze.web.Notice;
import org.mingze.web.Refusal;
import org.mingze.work.ChinaTime;
import org.mingze.work.CountyLedgers;
import org.mingze.work.EntryCheck;
import org.mingze.work.Knowledge;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// 散会 — the meeting is read once more, enters the journal, and leaves as minutes.
@Controller
class ClosingController {
    private static final String ANYWAY = "anyway";

    private final CountyLedgers ledgers;
    private final KeptMeetings meetings;
    private final ClosingMeeting closing;
    private final Evidence evidence;

    ClosingController(
            CountyLedgers ledgers,
            KeptMeetings meetings,
            ClosingMeeting closing,
            Evidence evidence) {
        this.ledgers = ledgers;
        this.meetings = meetings;
        this.closing = closing;
        this.evidence = evidence;
    }

    @GetMapping(MeetingsController.ONE + "/closure")
    ModelAndView show(Officer officer, @PathVariable("id") UUID id) {
        Instant now = Instant.now();
        KeptMeeting kept = meetings.find(officer, id, ChinaTime.day(now));
        if (!kept.isClosed() && !kept.meeting().sitting()) {
            return new ModelAndView("redirect:" + kept.path() + "/agenda");
        }
        return page(officer, kept, Optional.empty(), now);
    }

    @PostMapping(MeetingsController.ONE + "/closure")
    ModelAndView close(
            Officer officer,
            @PathVariable("id") UUID id,
            @RequestParam(name = "then", defaultValue = "") String then,
            RedirectAttributes flash)
            throws IOException {
        Instant now = Instant.now();
        KeptMeeting kept = meetings.leading(officer, id, ChinaTime.day(now));
        if (kept.isClosed() || !kept.meeting().sitting()) {
            return new ModelAndView("redirect:" + kept.path());
        }
        Optional<Refusal> unready = ClosingDrawing.unready(kept);
        if (unready.isPresent()) {
            return page(officer, kept, unready, now);
        }
        if (!then.equals(ANYWAY) && isUnshown(officer, kept, now)) {
            return page(officer, kept, Optional.empty(), true, now);
        }
        Evidence.Taking taking =
                evidence.keep(
                        "会议纪要.docx",
                        new ByteArrayInputStream(
                                PaperForm.DOCX.bytes(manuscript(officer, kept, now))));
        if (!(taking instanceof Evidence.Taking.Kept(Evidence.Citation citation))) {
            throw new IllegalStateException("the minutes were not kept: " + taking);
        }
        return switch (closing.close(
                officer.county(), kept, officer.recorder(), citation.toString(), now)) {
            case ClosingMeeting.Outcome.Closed(long number, List<Long> findings) -> {
                flash.addFlashAttribute(Notice.FLASH, entered(number, findings));
                yield new ModelAndView("redirect:" + kept.path() + "/closure");
            }
            case ClosingMeeting.Outcome.Refused(List<Refusals.Opinion> opinions) ->
                    page(officer, kept, Optional.of(refused(officer, kept, opinions, now)), now);
            case ClosingMeeting.Outcome.Faulty(List<EntryCheck.Fault> faults) ->
                    page(officer, kept, Optional.of(faulty(faults)), now);
            case ClosingMeeting.Outcome.Changed() ->
                    new ModelAndView("redirect:" + kept.path() + "/closure");
        };
    }

    /// Whether an article asks for an order of speech that the record does not show.
    private boolean isUnshown(Officer officer, KeptMeeting kept, Instant now) {
        return ledgers.trying(
                officer.county(), known -> !drawing(officer, kept, known, now).unshown().isEmpty());
    }

    private static ClosingDrawing drawing(
            Officer officer, KeptMeeting kept, Knowledge known, Instant now) {
        return new ClosingDrawing(
                new MeetingWords(known, kept.meeting().day()),
                new AskingRules(known, officer.recorder(), now),
                kept,
                ChinaTime.day(now));
    }

    private static Notice entered(long number, List<Long> findings) {
        String title = "已记下：第" + number + "号";
        if (findings.isEmpty()) {
            return Notice.done(title, "会议记录和纪要已入账。");
        }
        String followed =
                findings.stream().map(each -> "第" + each + "号").collect(Collectors.joining("、"));
        return Notice.done(title, "会议记录和纪要已入账，交办" + findings.size() + "件进了整改台账：" + followed + "。")
                .leadingTo(
                        new Link(
                                "看第" + findings.getFirst() + "号",
                                "/dossiers/" + findings.getFirst()));
    }

    private Refusal refused(
            Officer officer, KeptMeeting kept, List<Refusals.Opinion> opinions, Instant now) {
        return ledgers.trying(
                officer.county(), known -> drawing(officer, kept, known, now).refusal(opinions));
    }

    private static Refusal faulty(List<EntryCheck.Fault> faults) {
        return new Refusal(
                "现在不能散会入账：有" + faults.size() + "处要改",
                faults.stream()
                        .map(fault -> fault.field() + "：" + fault.sentence())
                        .collect(Collectors.joining("；")),
                "",
                List.of());
    }

    private ModelAndView page(
            Officer officer, KeptMeeting kept, Optional<Refusal> refused, Instant now) {
        return page(officer, kept, refused, false, now);
    }

    private ModelAndView page(
            Officer officer,
            KeptMeeting kept,
            Optional<Refusal> refused,
            boolean confirming,
            Instant now) {
        ClosingPage page =
                ledgers.trying(
                        officer.county(),
                        known -> drawing(officer, kept, known, now).page(refused, confirming));
        ModelAndView view = new ModelAndView("meeting/closing", "page", page);
        view.addObject("watched", meetings.watched(officer, kept, ChinaTime.day(now)));
        view.setStatus(
                refused.isPresent()
                        ? HttpStatus.CONFLICT
                        : confirming ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
        return view;
    }

    @GetMapping(MeetingsController.ONE + "/minutes.docx")
    ResponseEntity<byte[]> minutes(Officer officer, @PathVariable("id") UUID id)
            throws IOException {
        Instant now = Instant.now();
        KeptMeeting kept = meetings.find(officer, id, ChinaTime.day(now));
        Manuscript manuscript = manuscript(officer, kept, kept.changedAt());
        ContentDisposition attachment =
                ContentDisposition.attachment()
                        .filename(
                                manuscript.title() + kept.meeting().day() + ".docx",
                                StandardCharsets.UTF_8)
                        .build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment.toString())
                .contentType(MediaType.parseMediaType(PaperForm.DOCX.mediaType()))
                .body(PaperForm.DOCX.bytes(manuscript));
    }

    private Manuscript manuscript(Officer officer, KeptMeeting kept, Instant made) {
        return ledgers.ask(
                officer.county(),
                known ->
                        Minutes.of(
                                new MeetingWords(known, kept.meeting().day()),
                                kept.meeting(),
                                made));
    }
}
