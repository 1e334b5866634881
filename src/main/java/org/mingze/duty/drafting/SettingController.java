package org.mingze.duty.drafting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mingze.access.Officer;
import org.mingze.calendar.SpanUnit;
import org.mingze.duty.showing.DutyLinks;
import org.mingze.institution.Institution;
import org.mingze.institution.Parameter;
import org.mingze.institution.expression.Type;
import org.mingze.journal.Draft;
import org.mingze.organization.Body;
import org.mingze.web.Fact;
import org.mingze.web.Field;
import org.mingze.web.Link;
import org.mingze.web.NotFound;
import org.mingze.web.Refusal;
import org.mingze.work.ChinaTime;
import org.mingze.work.CountyLedgers;
import org.mingze.work.EntryCheck;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// 设参 — a county or a body sets a number that an institution leaves to it.
@Controller
class SettingController {
    private final CountyLedgers ledgers;
    private final EnactingActs acts;

    SettingController(CountyLedgers ledgers, EnactingActs acts) {
        this.ledgers = ledgers;
        this.acts = acts;
    }

    @GetMapping("/institutions/{id}/parameters/{name}")
    ModelAndView setting(Officer officer, @PathVariable String id, @PathVariable String name) {
        return setting(officer, id, name, SentAct.nothing());
    }

    @PostMapping("/institutions/{id}/parameters/{name}")
    ModelAndView set(
            Officer officer,
            @PathVariable String id,
            @PathVariable String name,
            @RequestParam Map<String, String> typed,
            RedirectAttributes redirect) {
        SentAct sent = SentAct.of(typed);
        Instant now = Instant.now();
        Optional<String> body = Optional.of(sent.text("机构")).filter(code -> !code.isEmpty());
        Draft entry =
                Enacting.setting(
                        officer,
                        id,
                        name,
                        Map.of(
                                "值",
                                sent.text("值"),
                                SentAct.FROM,
                                sent.text(SentAct.FROM),
                                SentAct.BASIS,
                                sent.text(SentAct.BASIS)),
                        body,
                        ChinaTime.day(now));
        Optional<Refusal> changed = acts.changed(officer, entry, sent, id);
        if (changed.isPresent()) {
            return setting(officer, id, name, sent.refused(changed.get()));
        }
        List<EntryCheck.Fault> wrong = notOurs(officer, id, name, body, ChinaTime.day(now));
        EnactingActs.Enter done =
                wrong.isEmpty()
                        ? acts.enter(officer, entry, sent, now)
                        : new EnactingActs.Enter(0, wrong);
        return done.faults().isEmpty()
                ? acts.entered(redirect, done, "设好了：" + name, id)
                : setting(officer, id, name, sent.faulty(done.faults()));
    }

    private static String word(Type type) {
        return switch (type) {
            case Type.Simple simple -> simple.word();
            case Type.DurationOf(SpanUnit unit) -> "时长（" + unit.word() + "）";
            case Type.Choice(String list, var words) -> list + "（" + String.join("、", words) + "）";
            case Type.RecordOf(Set<String> names) -> "记录（" + String.join("、", names) + "）";
            case Type.ListOf(Type element) -> "一列" + word(element);
            case Type.Structure(var fields) -> String.join("、", fields.keySet());
        };
    }

    private List<EntryCheck.Fault> notOurs(
            Officer officer, String id, String name, Optional<String> body, LocalDate today) {
        Institution version = acts.version(officer, id, today);
        List<String> allowed =
                ledgers.ask(
                        officer.county(),
                        known ->
                                Enacting.settable(
                                        version, name, Enacting.body(known, officer, today)));
        return allowed.contains(body.orElse(""))
                ? List.of()
                : List.of(
                        new EntryCheck.Fault(
                                "机构",
                                "以“" + officer.post().name() + "”不能替它设“" + name + "”，换有权的岗位再设"));
    }

    private ModelAndView setting(Officer officer, String id, String name, SentAct sent) {
        LocalDate today = LocalDate.now(ChinaTime.ZONE);
        Institution version = acts.version(officer, id, today);
        Parameter parameter =
                Optional.ofNullable(version.parameters().get(name))
                        .orElseThrow(
                                () ->
                                        new NotFound(
                                                "《" + version.title() + "》没有参数“" + name + "”",
                                                "从制度页的参数里选。"));
        Optional<Body> body =
                ledgers.ask(officer.county(), known -> Enacting.body(known, officer, today));
        List<Field.Option> whom = new ArrayList<>();
        for (String code : Enacting.settable(version, name, body)) {
            String label = code.isEmpty() ? "全县" : body.map(Body::name).orElse(code);
            whom.add(new Field.Option(code, label, code.equals(sent.text("机构"))));
        }
        Link back = new Link(version.title(), DutyLinks.institution(id));
        List<Field> fields =
                List.of(
                        sent.field(
                                "值",
                                name,
                                new Field.Control.Line(
                                        sent.text("值"), "text", parameter.unit().orElse(""))),
                        sent.field("机构", "对谁", new Field.Control.Menu(whom)),
                        sent.day("从哪一天起", today),
                        sent.basis());
        return acts.show(
                "设定“" + name + "”",
                List.of(DraftView.LIBRARY, back, new Link("参数", "")),
                whom.isEmpty()
                        ? "现在的岗位不能设它："
                                + (parameter.settableBy().isEmpty()
                                        ? "由制定机关写明。"
                                        : "许" + String.join("、", parameter.settableBy()) + "设。")
                        : "设定作为一笔新账；从那天起照它计，以前的照以前的数。",
                DutyLinks.institution(id) + "/parameters/" + DutyLinks.encoded(name),
                sent,
                List.of(
                        Fact.of("型", word(parameter.type())),
                        Fact.of(
                                "许设",
                                parameter.settableBy().isEmpty()
                                        ? "无"
                                        : String.join("、", parameter.settableBy()))),
                fields,
                "设定",
                false,
                back);
    }
}
