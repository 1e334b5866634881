package org.mingze.reading;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.mingze.access.Officer;
import org.mingze.duty.Naming;
import org.mingze.journal.Evidence;
import org.mingze.organization.Body;
import org.mingze.organization.Post;
import org.mingze.reading.document.DocumentText;
import org.mingze.reading.document.Read;
import org.mingze.web.Field;
import org.mingze.web.Field.Control;
import org.mingze.web.Field.Option;
import org.mingze.web.Refusal;
import org.mingze.work.ChinaTime;
import org.mingze.work.CountyLedgers;
import org.mingze.work.Knowledge;
import org.mingze.work.Sight;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/// 审读 — documents are handed in, read, and what is accepted goes into the ledger.
@Controller
class ReadingsController {
    private static final String WHOSE = "单位";

    private final CountyLedgers ledgers;
    private final Readings readings;
    private final Decisions decisions;
    private final Compared compared;
    private final Evidence evidence;

    ReadingsController(
            CountyLedgers ledgers,
            Readings readings,
            Decisions decisions,
            Compared compared,
            Evidence evidence) {
        this.ledgers = ledgers;
        this.readings = readings;
        this.decisions = decisions;
        this.compared = compared;
        this.evidence = evidence;
    }

    @GetMapping("/readings")
    ModelAndView list(
            @RequestParam(name = "page", defaultValue = "1") String page, Officer officer) {
        int number = page.matches("[1-9]\\d{0,4}") ? Integer.parseInt(page) : 1;
        return list(officer, number, "", Optional.empty(), HttpStatus.OK);
    }

    @PostMapping("/readings")
    ModelAndView handIn(
            @RequestParam(name = "document", required = false) Optional<MultipartFile> document,
            @RequestParam(name = WHOSE, defaultValue = "") String chosen,
            Officer officer)
            throws IOException {
        if (document.isEmpty() || document.get().getOriginalFilename() == null) {
            return list(officer, 1, "选一份文件再读", Optional.empty(), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        String name =
                ReadingsDrawing.fileName(String.valueOf(document.get().getOriginalFilename()));
        if (name.isEmpty()) {
            return list(officer, 1, "选一份文件再读", Optional.empty(), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        byte[] file = document.get().getBytes();
        return switch (DocumentText.read(name, file)) {
            case Read.Refused(String sentence) ->
                    list(
                            officer,
                            1,
                            "",
                            Optional.of(
                                    new Refusal(
                                            "没有收下这份文件", sentence + "文件的任何内容都没有保存。", "", List.of())),
                            HttpStatus.UNPROCESSABLE_CONTENT);
            case Read.Document(String read, String text, String sha256) ->
                    keep(officer, chosen, read, text, sha256, file);
        };
    }

    private ModelAndView keep(
            Officer officer, String chosen, String name, String text, String sha256, byte[] file)
            throws IOException {
        Whose whose =
                ledgers.ask(
                        officer.county(),
                        known -> Whose.of(known, officer, ChinaTime.day(Instant.now())));
        String head = name + "\n" + UnderReview.title(name, text);
        String others = whose.elsewhere(chosen, head);
        if (!others.isEmpty()) {
            return list(
                    officer,
                    1,
                    "",
                    Optional.of(whose.notYours(others)),
                    HttpStatus.UNPROCESSABLE_CONTENT);
        }
        String body = whose.chosen(chosen, name, head, text);
        Optional<UUID> before = readings.same(officer.county(), body, sha256);
        if (before.isPresent()) {
            return new ModelAndView("redirect:/readings/" + before.get());
        }
        return switch (evidence.keep(name, new ByteArrayInputStream(file))) {
            case Evidence.Taking.Refused(String sentence) ->
                    list(
                            officer,
                            1,
                            "",
                            Optional.of(new Refusal("没有收下这份文件", sentence, "", List.of())),
                            HttpStatus.UNPROCESSABLE_CONTENT);
            case Evidence.Taking.Kept(Evidence.Citation citation) -> {
                KeptReading kept =
                        new KeptReading(
                                UUID.randomUUID(),
                                citation.name(),
                                citation.digest().toString(),
                                text.replace("\0", ""),
                                body,
                                officer.person(),
                                Instant.now());
                readings.keep(officer.county(), kept);
                compared.add(officer.county(), kept);
                yield new ModelAndView("redirect:" + kept.path());
            }
        };
    }

    private static Sight sight(Knowledge known, Officer officer) {
        return Sight.of(known.organization(), officer.post().code(), ChinaTime.day(Instant.now()));
    }

    private ModelAndView list(
            Officer officer,
            int number,
            String fault,
            Optional<Refusal> refusal,
            HttpStatus status) {
        Sight sight = ledgers.ask(officer.county(), known -> sight(known, officer));
        Set<String> bodies = sight.everything() ? Set.of() : sight.bodies();
        boolean nothing = !sight.everything() && bodies.isEmpty();
        long total = nothing ? 0 : readings.count(officer.county(), bodies);
        int offset = (number - 1) * ReadingsDrawing.PAGE;
        List<KeptReading> shown =
                nothing
                        ? List.of()
                        : readings.of(officer.county(), bodies, offset, ReadingsDrawing.PAGE);
        LocalDate today = ChinaTime.day(Instant.now());
        List<UnderReview> reviews =
                shown.stream()
                        .map(kept -> UnderReview.of(kept, decisions.of(officer.county(), kept)))
                        .toList();
        ReadingsPage page =
                ledgers.ask(
                        officer.county(),
                        known ->
                                new ReadingsDrawing(known, today)
                                        .page(
                                                reviews,
                                                total,
                                                number,
                                                fault,
                                                Whose.of(known, officer, today).field(),
                                                refusal));
        ModelAndView view = new ModelAndView("reading/readings", Map.of("page", page));
        view.setStatus(status);
        return view;
    }

    /// 谁的文件 — the body with whose ledger a document is compared: the one chosen at handing in,
    /// else the only one in sight that the document names, else that of the post that hands it in.
    ///
    /// @param own     the code of the body of the post
    /// @param ownName what it is called
    /// @param bodies  those in sight
    /// @param others  those out of sight
    private record Whose(String own, String ownName, List<Body> bodies, List<Body> others) {
        private static final int OPTIONS_MAX = 300;

        Whose {
            bodies = List.copyOf(bodies);
            others = List.copyOf(others);
        }

        static Whose of(Knowledge known, Officer officer, LocalDate today) {
            String post = officer.post().code();
            Sight sight = Sight.of(known.organization(), post, today);
            String own = known.organization().post(post, today).map(Post::body).orElse("");
            return new Whose(
                    own,
                    Naming.of(known.organization(), own, today),
                    sight.bodies(known.organization(), today),
                    known.organization().bodies(today).stream()
                            .filter(body -> !sight.sees(body.code()))
                            .toList());
        }

        /// The menu; none where there is nothing to choose from.
        Optional<Field> field() {
            if (bodies.isEmpty()) {
                return Optional.empty();
            }
            List<Option> options = new ArrayList<>();
            options.add(new Option("", "看文件写的是谁，看不出归" + ownName, true));
            bodies.stream()
                    .limit(OPTIONS_MAX)
                    .forEach(body -> options.add(new Option(body.code(), body.name(), false)));
            return Optional.of(
                    new Field(WHOSE, "哪个单位的", "数字与它的台账核", true, "", new Control.Menu(options)));
        }

        String chosen(String chosen, String name, String head, String text) {
            return picked(chosen)
                    .or(() -> only(named(name, bodies)))
                    .or(() -> only(named(head, bodies)))
                    .or(() -> only(named(text, bodies)))
                    .orElse(own);
        }

        /// Whom a title names that is out of sight, where nobody chose and it names none in sight.
        String elsewhere(String chosen, String head) {
            boolean here = picked(chosen).isPresent() || !named(head, bodies).isEmpty();
            return here
                    ? ""
                    : named(head, others).stream().map(Body::name).collect(Collectors.joining("、"));
        }

        Refusal notYours(String others) {
            return new Refusal(
                    "写的是" + others + "，不归你核对",
                    "没有收下，台账没有动。确是" + ownName + "或下级单位的，在“哪个单位的”里选明，再读一次。",
                    "",
                    List.of());
        }

        private Optional<String> picked(String chosen) {
            return bodies.stream().map(Body::code).filter(chosen::equals).findFirst();
        }

        private static Optional<String> only(List<Body> named) {
            return named.size() == 1 ? Optional.of(named.getFirst().code()) : Optional.empty();
        }

        /// Those that are named, the longer name where one stands in another.
        private static List<Body> named(String text, List<Body> among) {
            List<Body> named = among.stream().filter(body -> text.contains(body.name())).toList();
            return named.stream()
                    .filter(body -> named.stream().noneMatch(other -> isWithin(body, other)))
                    .toList();
        }

        private static boolean isWithin(Body body, Body other) {
            return !other.equals(body) && other.name().contains(body.name());
        }
    }
}
