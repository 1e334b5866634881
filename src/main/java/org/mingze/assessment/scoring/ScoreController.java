package org.mingze.assessment.scoring;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mingze.access.Officer;
import org.mingze.assessment.ScorePage;
import org.mingze.calendar.Period;
import org.mingze.calendar.Periods;
import org.mingze.duty.EnteringRecord;
import org.mingze.duty.assessment.Score;
import org.mingze.institution.expression.Rational;
import org.mingze.institution.expression.Value;
import org.mingze.journal.Content;
import org.mingze.journal.Draft;
import org.mingze.journal.Entry;
import org.mingze.journal.EntryMode;
import org.mingze.journal.Occurred;
import org.mingze.web.NotPermitted;
import org.mingze.web.Notice;
import org.mingze.web.Refusal;
import org.mingze.work.ChinaTime;
import org.mingze.work.CountyLedgers;
import org.mingze.work.EntryCheck;
import org.mingze.work.Knowledge;
import org.mingze.work.Sight;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// 看一个得分 — and what is entered about it: points by hand, an appeal, the answer to one.
@Controller
@RequestMapping("/assessments/{institution}/{scheme}/{subject}")
class ScoreController {
    private static final int POINTS_MAX = 12;

    private final CountyLedgers ledgers;
    private final EnteringRecord entering;

    ScoreController(CountyLedgers ledgers, EnteringRecord entering) {
        this.ledgers = ledgers;
        this.entering = entering;
    }

    /// 所指 — the address of a score.
    record Named(String institution, String scheme, String subject, String period) {}

    /// What an address names, as one post sees it.
    private record Found(
            Schemes schemes, Schemes.Declared declared, Period period, Score score, Sight sight) {}

    @GetMapping
    ModelAndView show(
            Officer officer,
            @PathVariable String institution,
            @PathVariable String scheme,
            @PathVariable String subject,
            @RequestParam(defaultValue = "") String period) {
        return show(officer, new Named(institution, scheme, subject, period), SentForm.NONE);
    }

    @PostMapping("/manual")
    ModelAndView manual(
            Officer officer,
            @PathVariable String institution,
            @PathVariable String scheme,
            @PathVariable String subject,
            @RequestParam Map<String, String> typed,
            RedirectAttributes redirect) {
        Named named = named(institution, scheme, subject, typed);
        SentForm sent = SentForm.of(ScoreView.MANUAL, typed);
        require(officer, named, true, "记人工分");
        String points = sent.text("分");
        if (!isPoints(points)) {
            return show(
                    officer,
                    named,
                    sent.faulty(List.of(new EntryCheck.Fault("分", "写明加减几分，如2、-1或0.5"))));
        }
        Map<String, String> fields = about(officer, named);
        fields.put("分", ScoreView.rational(points).toString());
        fields.put("理由", sent.text("理由"));
        fields.put("署名", sent.text("署名"));
        return enter(officer, named, sent, "评分", fields, "记好了人工分", redirect);
    }

    @PostMapping("/appeals")
    ModelAndView appeal(
            Officer officer,
            @PathVariable String institution,
            @PathVariable String scheme,
            @PathVariable String subject,
            @RequestParam Map<String, String> typed,
            RedirectAttributes redirect) {
        Named named = named(institution, scheme, subject, typed);
        require(officer, named, false, "申诉");
        SentForm sent = SentForm.of(ScoreView.APPEALS, typed);
        Map<String, String> fields = about(officer, named);
        fields.put("理由", sent.text("理由"));
        fields.put("署名", sent.text("署名"));
        return enter(officer, named, sent, Appeals.APPEAL, fields, "申诉已入账", redirect);
    }

    @PostMapping("/replies")
    ModelAndView reply(
            Officer officer,
            @PathVariable String institution,
            @PathVariable String scheme,
            @PathVariable String subject,
            @RequestParam Map<String, String> typed,
            RedirectAttributes redirect) {
        Named named = named(institution, scheme, subject, typed);
        require(officer, named, true, "答复申诉");
        SentForm sent = SentForm.of(ScoreView.REPLIES, typed);
        String appeal = sent.text("件");
        boolean open =
                ledgers.ask(
                        officer.county(),
                        known -> {
                            Found found = found(known, officer, named);
                            return new Appeals(known)
                                    .of(found.declared(), found.period(), named.subject()).stream()
                                            .filter(
                                                    entry ->
                                                            !entry.recorder()
                                                                    .person()
                                                                    .equals(officer.person()))
                                            .map(entry -> String.valueOf(entry.number()))
                                            .anyMatch(appeal::equals);
                        });
        if (!open) {
            throw refused("答复这件申诉", "它不是这个得分的申诉，或是你自己提的。");
        }
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("件", appeal);
        fields.put("结论", sent.text("结论"));
        fields.put("理由", sent.text("理由"));
        fields.put("署名", sent.text("署名"));
        return enter(officer, named, sent, Appeals.REPLY, fields, "答复已入账", redirect);
    }

    private static Named named(
            String institution, String scheme, String subject, Map<String, String> typed) {
        return new Named(institution, scheme, subject, typed.getOrDefault("period", ""));
    }

    private static boolean isPoints(String text) {
        try {
            return text.length() <= POINTS_MAX
                    && ScoreView.rational(text).compareTo(Rational.ZERO) != 0;
        } catch (NumberFormatException none) {
            return false;
        }
    }

    /// What an entry says of the score that it is about.
    private Map<String, String> about(Officer officer, Named named) {
        String period =
                ledgers.ask(
                        officer.county(),
                        known -> Periods.code(found(known, officer, named).period()));
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("编号", named.institution());
        fields.put("号", named.scheme());
        fields.put("谁", named.subject());
        fields.put("期", period);
        return fields;
    }

    private void require(Officer officer, Named named, boolean asJudge, String deed) {
        boolean may =
                ledgers.ask(
                        officer.county(),
                        known -> {
                            Found found = found(known, officer, named);
                            Value subject = found.score().subject();
                            return asJudge
                                    ? found.schemes()
                                            .mayJudge(
                                                    found.declared(),
                                                    found.period(),
                                                    subject,
                                                    found.sight())
                                    : found.schemes().isOwn(subject, officer.post().code());
                        });
        if (!may) {
            throw refused(deed, asJudge ? "自己或本单位的分由别人给、由别人答复；办法写明由谁的，由他。" : "申诉由被考核的岗位或单位自己提。");
        }
    }

    private static NotPermitted refused(String deed, String why) {
        return new NotPermitted("现在不能" + deed, why, "换到管这件事的岗位再办；分和理由都看得到。");
    }

    private ModelAndView enter(
            Officer officer,
            Named named,
            SentForm sent,
            String kind,
            Map<String, String> fields,
            String done,
            RedirectAttributes redirect) {
        if (!sent.text("署名").equals(officer.name())) {
            String fault = "写上你的全名“" + officer.name() + "”，作为署名";
            return show(officer, named, sent.faulty(List.of(new EntryCheck.Fault("署名", fault))));
        }
        Instant now = Instant.now();
        Draft draft = draft(officer, kind, fields, now);
        Optional<Refusal> changed =
                entering.changedAfterSending(
                        officer.county(),
                        draft,
                        sent.key(),
                        "入账的照旧；还要照现在写的再入一笔，再按一次。",
                        _ -> address(officer, named));
        if (changed.isPresent()) {
            return show(officer, named, sent.refused(changed.get()));
        }
        return switch (entering.enter(officer.county(), draft, now, sent.key())) {
            case EnteringRecord.Outcome.Entered(Entry made, var _) -> {
                redirect.addFlashAttribute(
                        Notice.FLASH, Notice.done(done, "入账第" + made.number() + "号。"));
                yield new ModelAndView("redirect:" + address(officer, named));
            }
            case EnteringRecord.Outcome.Faulty(List<EntryCheck.Fault> faults) ->
                    show(officer, named, sent.faulty(faults));
            case EnteringRecord.Outcome.Refused _ ->
                    throw new IllegalStateException("no institution refuses a score");
        };
    }

    private static Draft draft(
            Officer officer, String kind, Map<String, String> fields, Instant now) {
        Map<String, Content> content = new LinkedHashMap<>();
        fields.forEach(
                (name, value) -> {
                    if (!value.isBlank()) {
                        content.put(name, new Content.Text(value));
                    }
                });
        return new Draft(
                kind,
                Occurred.on(ChinaTime.day(now)),
                officer.recorder(),
                EntryMode.DONE,
                new Content.Group(content));
    }

    private String address(Officer officer, Named named) {
        return ledgers.ask(
                officer.county(),
                known -> {
                    Found found = found(known, officer, named);
                    return found.declared().address(found.period(), named.subject());
                });
    }

    private static Found found(Knowledge known, Officer officer, Named named) {
        LocalDate today = LocalDate.now(ChinaTime.ZONE);
        Schemes schemes = new Schemes(known, today);
        Period period =
                AskedScheme.period(schemes, named.institution(), named.scheme(), named.period());
        Schemes.Declared declared =
                AskedScheme.declared(schemes, named.institution(), named.scheme(), period);
        Sight sight = Sight.of(known.organization(), officer.post().code(), today);
        Score score = AskedScheme.score(schemes, declared, period, named.subject(), sight);
        return new Found(schemes, declared, period, score, sight);
    }

    private ModelAndView show(Officer officer, Named named, SentForm sent) {
        ScorePage page =
                ledgers.ask(
                        officer.county(),
                        known -> {
                            Found found = found(known, officer, named);
                            Optional<Score> before =
                                    found.schemes()
                                            .score(
                                                    found.declared(),
                                                    Periods.previous(found.period()),
                                                    found.score().subject());
                            return new ScoreView(
                                            found.schemes(),
                                            found.declared(),
                                            found.period(),
                                            found.score(),
                                            officer,
                                            sent)
                                    .page(before);
                        });
        ModelAndView shown = new ModelAndView("assessment/score", "page", page);
        shown.setStatus(sent.status());
        return shown;
    }
}
