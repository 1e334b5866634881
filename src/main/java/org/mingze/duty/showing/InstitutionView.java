package org.mingze.duty.showing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mingze.duty.InstitutionPage;
import org.mingze.duty.Standing;
import org.mingze.duty.Verdict;
import org.mingze.duty.cases.Example;
import org.mingze.duty.cases.Outcome;
import org.mingze.institution.Basis;
import org.mingze.institution.Duty;
import org.mingze.institution.Institution;
import org.mingze.institution.Parameter;
import org.mingze.institution.expression.Value;
import org.mingze.web.Act;
import org.mingze.web.Fact;
import org.mingze.web.Heading;
import org.mingze.web.Link;
import org.mingze.web.Mark;
import org.mingze.web.Prose;
import org.mingze.web.Tag;
import org.mingze.work.Enactment;
import org.mingze.work.Knowledge;
import org.mingze.work.ParameterSetting;

/// 制度页的内容 — the words of each article and beside them what they oblige.
final class InstitutionView {
    private final Owed owed;
    private final Knowledge known;
    private final Enactment enactment;
    private final Institution institution;
    private final RuleWords words;

    private final Optional<List<Outcome>> outcomes;

    private InstitutionView(Owed owed, Enactment enactment, Optional<List<Outcome>> outcomes) {
        this.outcomes = outcomes;
        this.owed = owed;
        this.known = owed.known();
        this.enactment = enactment;
        this.institution = enactment.institution();
        this.words = new RuleWords(known, institution, body(owed), owed.today());
    }

    /// @param outcomes what came of the cases of the institution; empty until they are run
    static InstitutionPage of(Owed owed, Enactment enactment, Optional<List<Outcome>> outcomes) {
        return new InstitutionView(owed, enactment, outcomes).page();
    }

    static List<InstitutionPage.Case> cases(List<Outcome> outcomes) {
        return outcomes.stream().map(InstitutionView::example).toList();
    }

    static Optional<String> body(Owed owed) {
        return Optional.of(owed.acting().body()).filter(code -> !code.isEmpty());
    }

    private InstitutionPage page() {
        List<InstitutionPage.Clause> clauses = clauses();
        return new InstitutionPage(
                institution.id(),
                new Heading(
                        List.of(
                                new Link("制度", "/institutions"),
                                new Link(InstitutionsView.issuer(known, institution), "")),
                        institution.title(),
                        Prose.EMPTY,
                        List.of()),
                tags(),
                InstitutionsView.ended(known, institution.id(), owed.today()),
                endings(),
                clauses.size() + "条，" + institution.duties().size() + "项职责",
                clauses,
                outcomes.map(InstitutionView::cases),
                versions(),
                parameters(),
                appliesTo(),
                basis(),
                institution.text());
    }

    /// What a post of the county may do with it as it stands.
    private List<Link> endings() {
        String id = institution.id();
        if (!owed.acting().actsForCounty(known.organization(), owed.today())
                || known.rules().versions(id).getLast().repealedFrom().isPresent()) {
            return List.of();
        }
        String address = DutyLinks.institution(id);
        List<Link> endings = new ArrayList<>();
        known.rules()
                .suspended(id, owed.today())
                .ifPresent(_ -> endings.add(new Link("恢复…", address + "/resumption")));
        known.rules()
                .inForce(id, owed.today())
                .ifPresent(_ -> endings.add(new Link("暂停…", address + "/suspension")));
        endings.add(new Link("废止…", address + "/repeal"));
        return endings;
    }

    private List<Tag> tags() {
        List<Tag> tags = new ArrayList<>(InstitutionsView.states(enactment, known, owed.today()));
        tags.addAll(InstitutionsView.coming(enactment, known, owed.today()));
        institution.act().ifPresent(act -> tags.add(Tag.of("依" + act)));
        tags.add(Tag.of(institution.id()));
        return tags;
    }

    /// Every article of every source, then the duties whose article is not known.
    private List<InstitutionPage.Clause> clauses() {
        Map<String, List<Duty>> byArticle = new LinkedHashMap<>();
        institution
                .sources()
                .forEach(
                        (key, source) ->
                                source.articles()
                                        .keySet()
                                        .forEach(
                                                article ->
                                                        byArticle.put(
                                                                key + " " + article,
                                                                new ArrayList<>())));
        for (Duty duty : institution.duties()) {
            byArticle
                    .computeIfAbsent(
                            duty.basis().source() + " " + duty.basis().article(),
                            _ -> new ArrayList<>())
                    .add(duty);
        }
        return byArticle.entrySet().stream()
                .map(each -> clause(each.getKey(), each.getValue()))
                .toList();
    }

    private InstitutionPage.Clause clause(String key, List<Duty> duties) {
        int space = key.indexOf(' ');
        Institution.Source source = institution.sources().get(key.substring(0, space));
        String article = key.substring(space + 1);
        String text = source == null ? "" : source.articles().getOrDefault(article, "");
        String citation =
                duties.stream().findFirst().map(Duty::basis).map(Basis::citation).orElse("");
        return new InstitutionPage.Clause(
                text.isEmpty() ? "" : "第" + article + "条",
                text.isEmpty() ? citation + "，原文没有收入。" : text,
                duties.stream().map(this::owes).toList());
    }

    private InstitutionPage.Owes owes(Duty duty) {
        Optional<String> open = words.open(duty);
        char grade = duty.basis().grade();
        return new InstitutionPage.Owes(
                duty.name(),
                List.of(
                        Tag.of(duty.form().word()),
                        new Tag("来源" + grade, grade <= 'B' ? Tag.Tone.ACCENT : Tag.Tone.WARN)),
                words.of(duty),
                standing(duty),
                open.map(
                        name ->
                                new InstitutionPage.Off(
                                        Mark.of(Mark.Shape.OFF),
                                        name
                                                + "没有来源，不设默认值。"
                                                + settable(name)
                                                + (isRepealed() ? "。" : "，定了才开始计。"),
                                        settingAct(name))));
    }

    private static InstitutionPage.Case example(Outcome outcome) {
        Example example = outcome.example();
        return new InstitutionPage.Case(
                example.name(),
                List.of(
                        Tag.of(example.good() ? "好例" : "坏例"),
                        outcome.passed()
                                ? new Tag("符合", Tag.Tone.DONE)
                                : new Tag("不符", Tag.Tone.BREACH)),
                Stream.of(
                                part("设：" + String.join("、", example.blocks()), example.given()),
                                part("当", example.when()),
                                part("则", example.then()))
                        .filter(part -> !part.lines().isEmpty() || part.name().length() > 2)
                        .toList(),
                outcome.misses().stream()
                        .map(miss -> "期望：" + miss.expected() + "；实得：" + miss.found())
                        .toList());
    }

    private static InstitutionPage.Part part(String name, List<Example.Line> lines) {
        return new InstitutionPage.Part(
                name, lines.stream().map(Example.Line::text).collect(Collectors.joining("\n")));
    }

    /// A number of an institution that has ended sets nothing any more.
    private boolean isRepealed() {
        Enactment last = known.rules().versions(institution.id()).getLast();
        return InstitutionsView.isRepealed(last, owed.today());
    }

    private Optional<Act> settingAct(String name) {
        Parameter parameter = institution.parameters().get(name);
        return parameter == null || parameter.settableBy().isEmpty() || isRepealed()
                ? Optional.empty()
                : Optional.of(Act.small("设定" + name, DutyLinks.parameter(institution.id(), name)));
    }

    private String settable(String name) {
        if (isRepealed()) {
            return "制度已废止，不再设定";
        }
        Parameter parameter = institution.parameters().get(name);
        return parameter == null || parameter.settableBy().isEmpty()
                ? "须由制定机关写明"
                : "可由" + String.join("、", parameter.settableBy()) + "设定";
    }

    /// How the duty stands for the acting post and its body in the last year.
    private Prose standing(Duty duty) {
        List<Verdict> verdicts = owed.on(institution.id(), duty.number());
        if (verdicts.isEmpty()) {
            return Prose.of(owed.acting().bodyName() + "近一年没有这一项。");
        }
        Map<Standing, Long> counts =
                verdicts.stream()
                        .collect(
                                Collectors.groupingBy(
                                        Verdict::standing,
                                        java.util.TreeMap::new,
                                        Collectors.counting()));
        String tally =
                counts.entrySet().stream()
                        .map(each -> each.getKey().word() + each.getValue())
                        .collect(Collectors.joining("，"));
        return Prose.of(owed.acting().bodyName() + "近一年" + verdicts.size() + "项：" + tally + "。")
                .reference("打开", DutiesView.ofRule(institution.id(), duty.number()));
    }

    private List<InstitutionPage.Version> versions() {
        return known.rules().versions(institution.id()).reversed().stream()
                .map(
                        version ->
                                new InstitutionPage.Version(
                                        new Link(
                                                version.institution().from().toString(),
                                                DutyLinks.institution(institution.id())
                                                        + "?version="
                                                        + version.institution().from()),
                                        InstitutionsView.state(version, known, owed.today()),
                                        Prose.EMPTY.reference(
                                                known.rules().deed(version)
                                                        + "入账第"
                                                        + version.entryNumber()
                                                        + "笔",
                                                DutyLinks.act(
                                                        institution.id(), version.entryNumber())),
                                        version.equals(enactment)))
                .toList();
    }

    private List<Fact> parameters() {
        return institution.parameters().values().stream()
                .map(parameter -> new Fact(parameter.name(), settingOf(parameter)))
                .toList();
    }

    /// The value, and where it is set if anybody may.
    private Prose settingOf(Parameter parameter) {
        Prose value = Prose.of(parameter(parameter));
        return parameter.settableBy().isEmpty() || isRepealed()
                ? value
                : value.words("　")
                        .reference("设定", DutyLinks.parameter(institution.id(), parameter.name()));
    }

    private String parameter(Parameter parameter) {
        Optional<Value> value = words.value(parameter.name());
        if (value.isEmpty()) {
            return "没有来源，未定；" + settable(parameter.name());
        }
        Optional<ParameterSetting> setting =
                known.rules()
                        .settingOf(
                                institution,
                                parameter.name(),
                                body(owed),
                                known.organization(),
                                words.day());
        return RuleWords.words(value.get())
                + setting.map(made -> setBy(made) + written(parameter, made)).orElse("");
    }

    private static String setBy(ParameterSetting made) {
        return "，自"
                + made.from()
                + (made.basis().isEmpty() ? "" : "，据" + made.basis())
                + "，第"
                + made.entryNumber()
                + "笔";
    }

    /// What the text itself writes, where it writes another number.
    private String written(Parameter parameter, ParameterSetting made) {
        return parameter
                .on(words.day())
                .filter(own -> !own.equals(made.value()))
                .map(own -> "；条文写的是" + RuleWords.words(own) + "，照设定的计")
                .orElse("");
    }

    private Prose appliesTo() {
        List<String> parts = new ArrayList<>();
        if (!institution.bodyKinds().isEmpty()) {
            parts.add(institution.bodyKinds().stream().sorted().collect(Collectors.joining("、")));
        }
        if (!institution.levels().isEmpty()) {
            parts.add(
                    institution.levels().stream().sorted().collect(Collectors.joining("、")) + "级");
        }
        institution.placePattern().ifPresent(pattern -> parts.add("地区" + pattern));
        return Prose.of(parts.isEmpty() ? "全县各单位，由各项职责写明谁承担。" : String.join("；", parts) + "。");
    }

    private List<Fact> basis() {
        return institution.sources().entrySet().stream()
                .map(
                        each ->
                                Fact.of(
                                        each.getKey(),
                                        "《"
                                                + each.getValue().title()
                                                + "》"
                                                + each.getValue()
                                                        .documentNumber()
                                                        .map(number -> "，" + number)
                                                        .orElse("")))
                .toList();
    }
}
