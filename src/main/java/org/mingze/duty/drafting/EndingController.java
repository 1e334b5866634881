package org.mingze.duty.drafting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mingze.access.Officer;
import org.mingze.duty.showing.DayWords;
import org.mingze.duty.showing.DutyLinks;
import org.mingze.institution.Institution;
import org.mingze.journal.Draft;
import org.mingze.web.Fact;
import org.mingze.web.Field;
import org.mingze.web.Link;
import org.mingze.web.NotPermitted;
import org.mingze.web.Refusal;
import org.mingze.work.ChinaTime;
import org.mingze.work.CountyLedgers;
import org.mingze.work.Enactment;
import org.mingze.work.EntryCheck;
import org.mingze.work.Rules;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// 废止、暂停和恢复 — a version stops binding, or binds again, from a day on by one entry of the
/// journal.
@Controller
class EndingController {
    private static final String ONE = "/institutions/{id}/{ending:repeal|suspension|resumption}";

    private final CountyLedgers ledgers;
    private final EnactingActs acts;

    EndingController(CountyLedgers ledgers, EnactingActs acts) {
        this.ledgers = ledgers;
        this.acts = acts;
    }

    @GetMapping(ONE)
    ModelAndView ask(
            Officer officer, @PathVariable String id, @PathVariable("ending") String word) {
        return ending(officer, id, Ending.at(word), SentAct.nothing());
    }

    @PostMapping(ONE)
    ModelAndView create(
            Officer officer,
            @PathVariable String id,
            @PathVariable("ending") String word,
            @RequestParam Map<String, String> typed,
            RedirectAttributes redirect) {
        return end(officer, id, Ending.at(word), SentAct.of(typed), redirect);
    }

    /// How a version stops binding, or binds again.
    private enum Ending {
        REPEAL("废止", "repeal", "废止之日起不再有人因它承担职责；已经到期的仍照它判，账目都在。"),
        SUSPENSION("暂停", "suspension", "暂停之日起职责不再计；要恢复，再办一笔恢复。"),
        RESUMPTION("恢复", "resumption", "从恢复之日起职责照原文再计；暂停的日子不补。");

        private final String word;
        private final String address;
        private final String meaning;

        Ending(String word, String address, String meaning) {
            this.word = word;
            this.address = address;
            this.meaning = meaning;
        }

        static Ending at(String address) {
            return Arrays.stream(values())
                    .filter(each -> each.address.equals(address))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private ModelAndView end(
            Officer officer, String id, Ending ending, SentAct sent, RedirectAttributes redirect) {
        Instant now = Instant.now();
        LocalDate today = ChinaTime.day(now);
        Institution version = acts.version(officer, id, today);
        Draft entry = entry(officer, version, ending, sent, today);
        Optional<Refusal> changed = acts.changed(officer, entry, sent, id);
        if (changed.isPresent()) {
            return asked(officer, version, ending, sent.refused(changed.get()), today);
        }
        requireOpen(officer, version, ending, today);
        List<EntryCheck.Fault> misplaced =
                ledgers.ask(
                        officer.county(),
                        known -> misplaced(known.rules(), id, ending, sent, today));
        if (!misplaced.isEmpty()) {
            return ending(officer, id, ending, sent.faulty(misplaced));
        }
        EnactingActs.Enter done =
                acts.enter(
                        officer, entry, ending.word, sent, superior(officer, version, today), now);
        return done.faults().isEmpty()
                ? acts.entered(redirect, done, ending.word + "了：" + version.title(), id)
                : ending(officer, id, ending, sent.faulty(done.faults()));
    }

    private static Draft entry(
            Officer officer, Institution version, Ending ending, SentAct sent, LocalDate today) {
        String from = sent.text(SentAct.FROM);
        String basis = sent.text(SentAct.BASIS);
        return switch (ending) {
            case REPEAL -> Enacting.repeal(officer, version.id(), from, basis, today);
            case SUSPENSION -> Enacting.suspension(officer, version, from, basis, today);
            case RESUMPTION -> Enacting.resumption(officer, version, from, basis, today);
        };
    }

    /// A version begins after the one that it changes, and on a day on which no other begins.
    private static List<EntryCheck.Fault> misplaced(
            Rules rules, String id, Ending ending, SentAct sent, LocalDate today) {
        Optional<String> misplaced =
                switch (ending) {
                    case REPEAL -> tooEarly(rules, rules.versions(id).getLast(), sent);
                    case SUSPENSION ->
                            rules.inForce(id, today)
                                    .flatMap(one -> misplaced(rules, ending, sent, one));
                    case RESUMPTION ->
                            rules.suspended(id, today)
                                    .flatMap(one -> misplaced(rules, ending, sent, one));
                };
        return misplaced.stream()
                .map(sentence -> new EntryCheck.Fault(SentAct.FROM, sentence))
                .toList();
    }

    /// A repeal ends the last version, on its first day at the earliest.
    private static Optional<String> tooEarly(Rules rules, Enactment last, SentAct sent) {
        LocalDate first = last.institution().from();
        return sent.from()
                .filter(first::isAfter)
                .map(
                        _ ->
                                DayWords.full(first)
                                        + "起"
                                        + rules.deed(last)
                                        + "，废止不能在这一天以前，最早写"
                                        + DayWords.full(first));
    }

    /// The first day from today on from which it is accepted.
    private static LocalDate first(Rules rules, String id, Ending ending, LocalDate today) {
        Optional<LocalDate> first =
                switch (ending) {
                    case REPEAL ->
                            Optional.of(rules.versions(id).getLast().institution().from())
                                    .filter(today::isBefore);
                    case SUSPENSION -> rules.inForce(id, today).map(one -> free(rules, one, today));
                    case RESUMPTION ->
                            rules.suspended(id, today).map(one -> free(rules, one, today));
                };
        return first.orElse(today);
    }

    /// The first day from today on, and after a version began, on which no other begins.
    private static LocalDate free(Rules rules, Enactment changed, LocalDate today) {
        List<LocalDate> taken =
                rules.versions(changed.institution().id()).stream()
                        .map(other -> other.institution().from())
                        .toList();
        LocalDate day = today;
        while (taken.contains(day)) {
            day = day.plusDays(1);
        }
        return day;
    }

    private static Optional<String> misplaced(
            Rules rules, Ending ending, SentAct sent, Enactment changed) {
        Optional<LocalDate> from = sent.from();
        LocalDate first = changed.institution().from();
        if (from.isEmpty()) {
            return Optional.of("写明从哪一天起" + ending.word);
        }
        if (!from.get().isAfter(first)) {
            return Optional.of(
                    DayWords.full(first)
                            + "起"
                            + rules.deed(changed)
                            + "，"
                            + ending.word
                            + "要在这一天以后，最早写"
                            + DayWords.full(first.plusDays(1)));
        }
        Optional<String> beyond = beyond(rules, ending, from.get(), changed);
        if (beyond.isPresent()) {
            return beyond;
        }
        return rules.versions(changed.institution().id()).stream()
                .filter(other -> other.institution().from().equals(from.get()))
                .findFirst()
                .map(
                        other ->
                                "第"
                                        + other.entryNumber()
                                        + "号已经定了"
                                        + DayWords.full(from.get())
                                        + "起"
                                        + rules.deed(other)
                                        + "，同一天不能再"
                                        + ending.word
                                        + "，换一天");
    }

    /// From the day of a later version on it is that one which stops or goes on.
    private static Optional<String> beyond(
            Rules rules, Ending ending, LocalDate from, Enactment changed) {
        return rules.versions(changed.institution().id()).stream()
                .filter(other -> other.institution().from().isAfter(changed.institution().from()))
                .filter(other -> other.institution().from().isBefore(from))
                .findFirst()
                .map(
                        other ->
                                DayWords.full(other.institution().from())
                                        + "起另有一版（第"
                                        + other.entryNumber()
                                        + "号）；"
                                        + ending.word
                                        + "现在这一版，日子要在那以前；"
                                        + ending.word
                                        + "那一版，到那天再办");
    }

    private ModelAndView ending(Officer officer, String id, Ending ending, SentAct sent) {
        LocalDate today = LocalDate.now(ChinaTime.ZONE);
        Institution version = acts.version(officer, id, today);
        requireOpen(officer, version, ending, today);
        return asked(officer, version, ending, sent, today);
    }

    private ModelAndView asked(
            Officer officer, Institution version, Ending ending, SentAct sent, LocalDate today) {
        String id = version.id();
        Link back = new Link(version.title(), DutyLinks.institution(id));
        List<Field> fields = new ArrayList<>();
        LocalDate first =
                ledgers.ask(officer.county(), known -> first(known.rules(), id, ending, today));
        fields.add(sent.day("从哪一天起" + ending.word, first));
        fields.add(sent.basis());
        superior(officer, version, today)
                .ifPresent(issuer -> fields.add(sent.sure(issuer, ending.word)));
        return acts.show(
                ending.word + "《" + version.title() + "》",
                List.of(DraftView.LIBRARY, back, new Link(ending.word, "")),
                ending.meaning,
                DutyLinks.institution(id) + "/" + ending.address,
                sent,
                facts(officer, version, ending),
                fields,
                ending.word,
                ending != Ending.RESUMPTION,
                back);
    }

    private List<Fact> facts(Officer officer, Institution version, Ending ending) {
        List<Fact> facts = new ArrayList<>();
        facts.add(Fact.of("版本", DayWords.full(version.from()) + begun(version) + "的一版"));
        facts.add(Fact.of("职责", version.duties().size() + "项"));
        ledgers.ask(officer.county(), known -> next(known.rules(), version, ending))
                .ifPresent(facts::add);
        return facts;
    }

    /// What begins by itself after the version that is stopped, or that goes on.
    private static Optional<Fact> next(Rules rules, Institution version, Ending ending) {
        return rules.versions(version.id()).stream()
                .filter(_ -> ending != Ending.REPEAL)
                .filter(other -> other.institution().from().isAfter(version.from()))
                .findFirst()
                .map(
                        other ->
                                Fact.of(
                                        "以后",
                                        DayWords.full(other.institution().from())
                                                + "起"
                                                + rules.deed(other)
                                                + "另一版（第"
                                                + other.entryNumber()
                                                + "号），到那天自己开始，不用再办"));
    }

    private static String begun(Institution version) {
        return version.status() == Institution.Status.SUSPENDED ? "起暂停" : "起";
    }

    private Optional<String> superior(Officer officer, Institution version, LocalDate today) {
        return ledgers.ask(officer.county(), known -> Enacting.superior(known, version, today));
    }

    /// @throws NotPermitted unless the officer may, and the institution stands so that it can
    private void requireOpen(Officer officer, Institution version, Ending ending, LocalDate today) {
        String id = version.id();
        boolean can =
                ledgers.ask(
                        officer.county(),
                        known -> {
                            Enacting.require(known, officer, ending.word, today);
                            Rules rules = known.rules();
                            boolean repealed =
                                    rules.versions(id).getLast().repealedFrom().isPresent();
                            return !repealed
                                    && switch (ending) {
                                        case REPEAL -> true;
                                        case SUSPENSION -> rules.inForce(id, today).isPresent();
                                        case RESUMPTION -> rules.suspended(id, today).isPresent();
                                    };
                        });
        if (!can) {
            throw new NotPermitted(
                    "《" + version.title() + "》现在不能" + ending.word,
                    "它的页上写着现在是施行、暂停还是废止，由哪一笔办的。",
                    "废止了的，要再用就从草案里施行新的一版。");
        }
    }
}
