package org.mingze.reading;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mingze.access.Officer;
import org.mingze.reading.review.Decision;
import org.mingze.reading.review.Find;
import org.mingze.reading.review.FindKind;
import org.mingze.reading.review.Reviewed;
import org.mingze.reading.review.Told;
import org.mingze.web.Field.Option;
import org.mingze.web.Link;
import org.mingze.web.NotFound;
import org.mingze.web.NotPermitted;
import org.mingze.web.Notice;
import org.mingze.work.ChinaTime;
import org.mingze.work.CountyLedgers;
import org.mingze.work.Knowledge;
import org.mingze.work.Sight;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// 审一份文件 — its finds are shown in place and decided one by one.
@Controller
class ReviewController {
    private static final int OPTIONS_MAX = 300;

    private final CountyLedgers ledgers;
    private final Readings readings;
    private final Deciding deciding;
    private final Compared compared;

    ReviewController(
            CountyLedgers ledgers, Readings readings, Deciding deciding, Compared compared) {
        this.ledgers = ledgers;
        this.readings = readings;
        this.deciding = deciding;
        this.compared = compared;
    }

    /// 所看 — what the page shows beside the document.
    ///
    /// @param edited the find whose form is open; empty for none
    /// @param typed  the form as it was sent; empty before
    /// @param faults what is wrong with it, by field
    /// @param stood  what stood against a decision, by the key of its find
    private record Shown(
            String only,
            String edited,
            boolean adding,
            Map<String, List<String>> typed,
            Map<String, String> faults,
            Map<String, List<String>> stood) {}

    @GetMapping("/readings/{id:[0-9a-f-]{36}}")
    ModelAndView show(
            @PathVariable("id") UUID id,
            @RequestParam(name = "only", defaultValue = "") String only,
            @RequestParam(name = "edit", defaultValue = "") String edited,
            @RequestParam(name = "add", defaultValue = "") String add,
            Officer officer) {
        Shown shown = new Shown(only, edited, !add.isEmpty(), Map.of(), Map.of(), Map.of());
        return page(find(id, officer), officer, shown, HttpStatus.OK);
    }

    @PostMapping("/readings/{id:[0-9a-f-]{36}}/decisions")
    ModelAndView decide(
            @PathVariable("id") UUID id,
            @RequestParam MultiValueMap<String, String> typed,
            Officer officer,
            RedirectAttributes flash) {
        KeptReading kept = find(id, officer);
        UnderReview review = deciding.review(kept, officer);
        String only = said(typed.getFirst("only"));
        for (Map.Entry<String, Decision.Act> each :
                Map.of(
                                "accept", Decision.Act.ACCEPTED,
                                "reject", Decision.Act.REJECTED,
                                "undo", Decision.Act.UNDONE)
                        .entrySet()) {
            Optional<Reviewed> find = review.find(said(typed.getFirst(each.getKey())));
            if (find.isPresent()) {
                return decided(review, each.getValue(), find.get(), officer, only);
            }
        }
        Optional<Reviewed> corrected = review.find(said(typed.getFirst("correct")));
        if (corrected.isPresent()) {
            return corrected(review, corrected.get(), typed, officer, only, flash);
        }
        if (typed.containsKey("add")) {
            return added(review, typed, officer, flash);
        }
        Optional<FindKind> rest = FindKind.named(said(typed.getFirst("rest")));
        if (rest.isPresent()) {
            List<String> faults = deciding.acceptRest(kept, rest.get(), officer, Instant.now());
            if (!faults.isEmpty()) {
                flash.addFlashAttribute(
                        Notice.FLASH, Notice.warn("没有全部采纳", String.join(" ", faults)));
            }
        }
        return back(kept, only, "");
    }

    private static String said(@Nullable String given) {
        return given == null ? "" : given;
    }

    private ModelAndView decided(
            UnderReview review, Decision.Act act, Reviewed find, Officer officer, String only) {
        boolean change =
                switch (act) {
                    case UNDONE -> find.decision().isPresent();
                    case ACCEPTED, REJECTED, CORRECTED, ADDED -> find.isOpen();
                };
        if (!change) {
            return back(review.kept(), only, CardDrawing.anchor(find));
        }
        List<String> faults =
                deciding.decide(
                        review.kept(), act, find.subject(), find.find(), officer, Instant.now());
        if (!faults.isEmpty()) {
            Shown shown =
                    new Shown(only, "", false, Map.of(), Map.of(), Map.of(find.key(), faults));
            return page(review.kept(), officer, shown, HttpStatus.CONFLICT);
        }
        return back(
                review.kept(),
                only,
                act == Decision.Act.UNDONE
                        ? CardDrawing.anchor(find)
                        : next(review, find, officer));
    }

    private ModelAndView corrected(
            UnderReview review,
            Reviewed find,
            MultiValueMap<String, String> typed,
            Officer officer,
            String only,
            RedirectAttributes flash) {
        Optional<Long> entered =
                ledgers.ask(
                        officer.county(),
                        known -> Confirmed.of(known, review.kept()).record(find, review));
        if (entered.isPresent()) {
            flash.addFlashAttribute(
                    Notice.FLASH,
                    Notice.warn("没有改", "这一处已经入账，是第" + entered.get() + "号；要改，到那一笔更正。")
                            .leadingTo(
                                    new Link(
                                            "更正第" + entered.get() + "号",
                                            "/records/" + entered.get() + "/correction")));
            return back(review.kept(), only, CardDrawing.anchor(find));
        }
        EditForm form = form(review, typed, officer);
        Map<String, String> faults = form.faults(find.find().from());
        if (!faults.isEmpty()) {
            Shown shown = new Shown(only, find.key(), false, typed, faults, Map.of());
            return page(review.kept(), officer, shown, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        List<String> stood =
                deciding.decide(
                        review.kept(),
                        Decision.Act.CORRECTED,
                        find.subject(),
                        form.corrected(find.find()),
                        officer,
                        Instant.now());
        if (!stood.isEmpty()) {
            Shown shown =
                    new Shown(only, find.key(), false, typed, Map.of(), Map.of(find.key(), stood));
            return page(review.kept(), officer, shown, HttpStatus.CONFLICT);
        }
        return back(review.kept(), only, CardDrawing.anchor(find));
    }

    private ModelAndView added(
            UnderReview review,
            MultiValueMap<String, String> typed,
            Officer officer,
            RedirectAttributes flash) {
        EditForm form = form(review, typed, officer);
        Map<String, String> faults = form.faults(0);
        if (!faults.isEmpty()) {
            Shown shown = new Shown("", "", true, typed, faults, Map.of());
            return page(review.kept(), officer, shown, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        Find added = form.added();
        List<String> stood =
                deciding.decide(
                        review.kept(), Decision.Act.ADDED, added, added, officer, Instant.now());
        if (!stood.isEmpty()) {
            flash.addFlashAttribute(Notice.FLASH, Notice.warn("没有补上", String.join(" ", stood)));
        }
        return back(review.kept(), "", "f-" + added.key().replace('.', '-'));
    }

    /// The next open find on the page, or this one when all are decided.
    private String next(UnderReview review, Reviewed find, Officer officer) {
        UnderReview now = deciding.review(review.kept(), officer);
        Confirmed confirmed =
                ledgers.ask(officer.county(), known -> Confirmed.of(known, review.kept()));
        List<Reviewed> order = now.inOrder();
        int at = order.stream().map(Reviewed::key).toList().indexOf(find.key());
        for (int step = 1; step <= order.size(); step++) {
            Reviewed each = order.get((Math.max(at, 0) + step) % order.size());
            if (now.isOpen(each, confirmed)) {
                return CardDrawing.anchor(each);
            }
        }
        return CardDrawing.anchor(find);
    }

    private static ModelAndView back(KeptReading kept, String only, String anchor) {
        boolean known =
                FindKind.named(only).isPresent()
                        || only.equals(ReadingDrawing.OPEN)
                        || only.equals(ReadingDrawing.VAGUE);
        return new ModelAndView(
                "redirect:"
                        + kept.path()
                        + (known ? "?only=" + only : "")
                        + (anchor.isEmpty() ? "" : "#" + anchor));
    }

    private KeptReading find(UUID id, Officer officer) {
        KeptReading kept =
                readings.find(officer.county(), id)
                        .orElseThrow(() -> new NotFound("没有这份文件", "地址可能写错。从读过的文件里找。"));
        if (!sight(officer).sees(kept.body())) {
            throw new NotPermitted(
                    "这份文件不归" + officer.post().name() + "看", "你能看到本单位和下级单位读过的文件。", "要看这一份，找交来它的单位。");
        }
        return kept;
    }

    private Sight sight(Officer officer) {
        LocalDate today = ChinaTime.day(Instant.now());
        return ledgers.ask(
                officer.county(),
                known -> Sight.of(known.organization(), officer.post().code(), today));
    }

    private EditForm form(
            UnderReview review, MultiValueMap<String, String> typed, Officer officer) {
        Sight sight = sight(officer);
        return ledgers.ask(
                officer.county(),
                known ->
                        new EditForm(
                                review,
                                review.told(known, sight, ChinaTime.day(Instant.now())),
                                Sources.of(known),
                                List.of(),
                                typed));
    }

    private ModelAndView page(KeptReading kept, Officer officer, Shown shown, HttpStatus status) {
        UnderReview review = deciding.review(kept, officer);
        Sight sight = sight(officer);
        ReadingPage.Same same = compared.same(officer.county(), kept, sight);
        ReadingPage page =
                ledgers.ask(officer.county(), known -> drawn(review, shown, same, known, sight));
        ModelAndView view = new ModelAndView("reading/reading", Map.of("page", page));
        view.setStatus(status);
        return view;
    }

    private static ReadingPage drawn(
            UnderReview review, Shown shown, ReadingPage.Same same, Knowledge known, Sight sight) {
        LocalDate today = ChinaTime.day(Instant.now());
        Told told = review.told(known, sight, today);
        List<Option> bodies =
                sight.bodies(known.organization(), today).stream()
                        .limit(OPTIONS_MAX)
                        .map(body -> new Option(body.code(), body.name(), false))
                        .toList();
        Confirmed confirmed = Confirmed.of(known, review.kept());
        CardDrawing cards =
                new CardDrawing(
                        review,
                        confirmed,
                        known,
                        told,
                        new EditForm(review, told, Sources.of(known), bodies, shown.typed()),
                        shown.only(),
                        shown.edited(),
                        shown.faults(),
                        shown.stood(),
                        today);
        return new ReadingDrawing(
                        review,
                        confirmed,
                        cards,
                        Reconciliation.of(
                                        known,
                                        review.kept().body(),
                                        review.period(),
                                        review.written(),
                                        review.kept().text())
                                .conclusions(review.reading()),
                        same,
                        shown.adding(),
                        shown.faults())
                .page();
    }
}
