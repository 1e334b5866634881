package org.mingze.duty.showing;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mingze.access.Officer;
import org.mingze.calendar.PeriodUnit;
import org.mingze.calendar.Periods;
import org.mingze.duty.DutyPage;
import org.mingze.duty.Obligation;
import org.mingze.duty.ObligationKey;
import org.mingze.duty.Obligations;
import org.mingze.duty.Occasion;
import org.mingze.duty.Verdict;
import org.mingze.institution.Duty;
import org.mingze.institution.DutyForm;
import org.mingze.institution.expression.Value;
import org.mingze.journal.Leaves;
import org.mingze.organization.Organization;
import org.mingze.organization.Post;
import org.mingze.web.NotFound;
import org.mingze.web.NotPermitted;
import org.mingze.work.ChinaTime;
import org.mingze.work.CountyLedgers;
import org.mingze.work.Enactment;
import org.mingze.work.Knowledge;
import org.mingze.work.Sight;
import org.mingze.work.classed.ClassedSight;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// 一项职责 — as known now, and as known when it was due.
@Controller
class DutyController {
    private static final String THEN = "then";

    private final CountyLedgers ledgers;
    private final Leaves leaves;

    DutyController(CountyLedgers ledgers, Leaves leaves) {
        this.ledgers = ledgers;
        this.leaves = leaves;
    }

    @GetMapping("/duties/{institution}/{number}")
    ModelAndView show(
            Officer officer,
            @PathVariable String institution,
            @PathVariable String number,
            @RequestParam(defaultValue = "") String bearer,
            @RequestParam(defaultValue = "") String occasion,
            @RequestParam(defaultValue = "") String counterpart,
            @RequestParam(name = "known", defaultValue = "now") String asKnown) {
        LocalDate today = LocalDate.now(ChinaTime.ZONE);
        ObligationKey asked =
                new ObligationKey(
                        institution,
                        number,
                        bearer,
                        Optional.of(counterpart).filter(code -> !code.isEmpty()),
                        occasion);
        Verdict now =
                ledgers.ask(
                        officer.county(),
                        known -> verdict(known, asked, officer.post().code(), today));
        ledgers.ask(officer.county(), known -> seen(known, officer, now, today));
        ObligationKey key = now.obligation().key();
        boolean over = now.graceEnd().filter(today::isAfter).isPresent();
        boolean then = over && asKnown.equals(THEN);
        Reader reader = new Reader(officer, today, over ? questions(key, then) : List.of());
        DutyPage page =
                then
                        ? whenDue(reader, key, now)
                        : ledgers.ask(
                                officer.county(),
                                known ->
                                        page(reader, known, verdict(known, key, "", today), false));
        return new ModelAndView("duty/duty", "page", page);
    }

    /// 谁来看 — who reads the page, and what may be asked.
    private record Reader(Officer officer, LocalDate today, List<DutyPage.Known> questions) {}

    private static List<DutyPage.Known> questions(ObligationKey key, boolean then) {
        return List.of(
                new DutyPage.Known("按现在所知", DutyLinks.page(key), !then),
                new DutyPage.Known("按到期时所知", DutyLinks.page(key) + "&known=" + THEN, then));
    }

    /// Whose duty it is sees it, and whoever sees the body that owes it, today or when it was due;
    /// also who acts for the bearer, as long as the delegation runs.
    ///
    /// @throws NotPermitted to anybody else
    private static Verdict seen(
            Knowledge known, Officer officer, Verdict verdict, LocalDate today) {
        String post = officer.post().code();
        Optional<Value.Reference> bearer = verdict.obligation().bearer();
        boolean seen =
                bearer.isEmpty()
                        || Acting.of(known.organization(), post, today)
                                .bearers()
                                .contains(bearer.get())
                        || Stream.concat(Stream.of(today), verdict.due().stream())
                                .anyMatch(
                                        day -> sees(known.organization(), post, bearer.get(), day));
        boolean delegated =
                bearer.isPresent()
                        && Acting.delegatedTo(known, officer, today).stream()
                                .anyMatch(giver -> giver.bearers().contains(bearer.get()));
        if (!seen && !delegated) {
            throw new NotPermitted(
                    "这一项职责不归你现在的岗位看", "你能看本岗位、本单位和下级单位的职责。", "要看别的单位的，找它的上级单位或督查机构。");
        }
        return verdict;
    }

    private static boolean sees(
            Organization organization, String post, Value.Reference bearer, LocalDate day) {
        Optional<String> body =
                bearer.kind() == Value.Reference.Kind.POST
                        ? organization.post(bearer.code(), day).map(Post::body)
                        : Optional.of(bearer.code());
        return body.filter(Sight.of(organization, post, day)::sees).isPresent();
    }

    /// Judged the day after the grace, by what was known when that began.
    private DutyPage whenDue(Reader reader, ObligationKey key, Verdict now) {
        LocalDate graceEnd = now.graceEnd().orElseThrow();
        Knowledge known = ledgers.asKnown(reader.officer().county(), ChinaTime.endOf(graceEnd));
        Obligations obligations = new Obligations(known, graceEnd.plusDays(1));
        Verdict verdict =
                obligations
                        .find(key)
                        .map(obligations::judge)
                        .orElseThrow(
                                () -> new NotFound("到期时账上还没有这一项", "它是后来录入的记录或任免带出来的；看“按现在所知”。"));
        return page(reader, known, verdict, true);
    }

    private DutyPage page(Reader reader, Knowledge known, Verdict verdict, boolean then) {
        String journal =
                leaves.find(reader.officer().county(), known.size())
                        .map(leaf -> "第" + leaf.number() + "笔，" + shortened(leaf.root().toString()))
                        .orElse("第" + known.size() + "笔");
        ClassedSight sight = ClassedSight.of(known, reader.officer().post().code(), reader.today());
        return DutyView.of(
                known,
                verdict.withoutClassed(known.records(), sight::reads),
                new DutyView.Asked(reader.today(), reader.questions(), then, journal));
    }

    /// The first and last digits of a digest.
    static String shortened(String digest) {
        return digest.substring(0, 8) + "…" + digest.substring(digest.length() - 4);
    }

    private static Verdict verdict(
            Knowledge known, ObligationKey asked, String post, LocalDate today) {
        Obligations obligations = new Obligations(known, today);
        return obligation(known, obligations, asked, post, today)
                .map(obligations::judge)
                .orElseThrow(() -> absent(asked));
    }

    /// What the address leaves out is the acting post's, in the period that holds today.
    private static Optional<Obligation> obligation(
            Knowledge known,
            Obligations obligations,
            ObligationKey asked,
            String post,
            LocalDate today) {
        Optional<String> occasion =
                asked.occasion().isEmpty()
                        ? current(known, asked, today)
                        : Optional.of(asked.occasion());
        if (occasion.isEmpty()) {
            return Optional.empty();
        }
        List<Obligation> raised = raised(obligations, asked, occasion.get());
        Acting acting = Acting.of(known.organization(), post, today);
        return raised.stream()
                .filter(
                        owed ->
                                asked.bearer().isEmpty()
                                        ? owed.bearer()
                                                .filter(acting.bearers()::contains)
                                                .isPresent()
                                        : owed.key().bearer().equals(asked.bearer()))
                .filter(
                        owed ->
                                asked.counterpart().isEmpty()
                                        || owed.key().counterpart().equals(asked.counterpart()))
                .findFirst();
    }

    private static List<Obligation> raised(
            Obligations obligations, ObligationKey asked, String occasion) {
        try {
            return obligations.on(asked.institution(), asked.duty(), Occasion.parse(occasion));
        } catch (IllegalArgumentException unreadable) {
            throw new NotFound(
                    "没有“" + occasion + "”这一期", String.valueOf(unreadable.getMessage()) + "。");
        }
    }

    private static Optional<String> current(Knowledge known, ObligationKey asked, LocalDate today) {
        return known.rules()
                .inForce(asked.institution(), today)
                .map(Enactment::institution)
                .flatMap(institution -> institution.duty(asked.duty()))
                .map(Duty::form)
                .flatMap(
                        form ->
                                switch (form) {
                                    case DutyForm.Frequency frequency -> unit(frequency.every());
                                    case DutyForm.Coverage coverage -> unit(coverage.every());
                                    case DutyForm.Proportion proportion -> unit(proportion.every());
                                    case DutyForm.Rota _ -> Optional.of(PeriodUnit.DAY);
                                    case DutyForm.Response _,
                                            DutyForm.ClosedLoop _,
                                            DutyForm.Invariant _,
                                            DutyForm.Prohibition _,
                                            DutyForm.Precedence _,
                                            DutyForm.Steps _,
                                            DutyForm.BreachResponse _,
                                            DutyForm.Escalation _ ->
                                            Optional.<PeriodUnit>empty();
                                })
                .map(unit -> Periods.code(Periods.containing(today, unit)));
    }

    private static Optional<PeriodUnit> unit(DutyForm.Cycle cycle) {
        return cycle instanceof DutyForm.Cycle.Each(PeriodUnit each)
                ? Optional.of(each)
                : Optional.empty();
    }

    private static NotFound absent(ObligationKey asked) {
        return new NotFound(
                "没有这一项职责",
                "制度" + asked.institution() + "在这一期没有让它承担“" + asked.duty() + "”。从职责列表或制度页里找。");
    }
}
