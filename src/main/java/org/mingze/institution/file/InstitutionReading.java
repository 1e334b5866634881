package org.mingze.institution.file;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mingze.calendar.PeriodUnit;
import org.mingze.institution.DiagnosticKind;
import org.mingze.institution.DossierKind;
import org.mingze.institution.Duty;
import org.mingze.institution.Institution;
import org.mingze.institution.Metric;
import org.mingze.institution.ReportTemplate;
import org.mingze.institution.Role;
import org.mingze.institution.Selector;
import org.mingze.institution.expression.Expression;
import org.mingze.institution.expression.Type;
import org.mingze.institution.expression.Type.Simple;

/// 读制度 — sources, parameters, dossiers, duties and metrics of one institution file.
final class InstitutionReading {
    private static final Section.Keys SCOPE =
            new Section.Keys("适用", Set.of(), Set.of("级", "类", "地"));
    private static final Section.Keys SOURCE =
            new Section.Keys("出处", Set.of("名"), Set.of("机关", "文号", "条文"));
    private static final Section.Keys DOSSIER = new Section.Keys("案卷", Set.of("起", "阶段"), Set.of());
    private static final Section.Keys STAGE = new Section.Keys("阶段", Set.of("名"), Set.of("当"));
    private static final Section.Keys METRIC =
            new Section.Keys(
                    "指标", Set.of("号", "谁", "每", "值", "单位"), Set.of("名", "分"), Set.of("时点", "平"));
    private static final List<String> UNITS =
            List.of("件", "个", "条", "起", "人", "人次", "批", "户", "次", "天", "%");

    private final Section section;
    private final Heading heading;
    private final Setting setting;
    private final Findings findings;
    private final String text;
    private final Set<String> numbers = new LinkedHashSet<>();
    private final List<ReportReading.Citation> citations = new ArrayList<>();

    InstitutionReading(
            Section section, Heading heading, Lexicon lexicon, Findings findings, String text) {
        this.section = section;
        this.heading = heading;
        this.setting = new Setting(lexicon, findings, heading.from());
        this.findings = findings;
        this.text = text;
    }

    /// 读得 — an institution with what must still be looked up in the others.
    record Outcome(
            Institution institution, List<ReportReading.Citation> citations, Findings findings) {
        boolean isSound() {
            return findings.isEmpty();
        }
    }

    Outcome read() {
        return new Outcome(institution(), citations, findings);
    }

    private Institution institution() {
        Optional<Section> scope =
                section.get("适用").flatMap(tree -> Section.of(tree, SCOPE, findings));
        RoleReading words = new RoleReading(setting.lexicon, findings);
        section.entries("出处").forEach(this::source);
        ParameterReading parameters = new ParameterReading(setting);
        section.entries("参数").forEach(parameters::declare);
        List<DossierKind> dossiers =
                section.entries("案卷").stream().flatMap(pair -> dossier(pair).stream()).toList();
        List<Duty> duties = duties();
        List<Metric> metrics =
                section.list("指标").stream().flatMap(tree -> metric(tree).stream()).toList();
        return new Institution(
                heading.id(),
                heading.title(),
                heading.from(),
                heading.until(),
                heading.status(),
                scope.map(of -> words.words(of, "级", "级")).orElse(Set.of()),
                scope.map(of -> words.words(of, "类", "机构类")).orElse(Set.of()),
                scope.flatMap(of -> of.text("地")),
                setting.sources,
                setting.parameters,
                dossiers,
                duties,
                metrics,
                List.of(),
                reports(),
                List.of(),
                false,
                Set.of(),
                text);
    }

    private List<ReportTemplate> reports() {
        ReportReading reading = new ReportReading(setting, numbers);
        List<ReportTemplate> reports =
                section.items("述职").stream()
                        .flatMap(tree -> reading.template(tree).stream())
                        .toList();
        citations.addAll(reading.citations());
        return reports;
    }

    private void source(Tree.Pair pair) {
        Optional<Section> written = Section.of(pair.value(), SOURCE, findings);
        Optional<String> title = written.flatMap(of -> of.text("名"));
        if (written.isEmpty() || title.isEmpty()) {
            return;
        }
        Map<String, String> articles = new LinkedHashMap<>();
        for (Tree.Pair article : written.get().entries("条文")) {
            Section.scalar(article.value(), findings)
                    .ifPresent(words -> articles.put(article.key().text(), words.text()));
        }
        setting.sources.put(
                pair.key().text(),
                new Institution.Source(
                        title.get(), written.get().text("机关"), written.get().text("文号"), articles));
    }

    private List<Duty> duties() {
        DutyReading reading = new DutyReading(setting, numbers);
        List<Duty> duties = new ArrayList<>();
        section.list("职责").forEach(tree -> reading.read(tree).ifPresent(duties::add));
        return duties;
    }

    private Optional<DossierKind> dossier(Tree.Pair pair) {
        Optional<Section> written = Section.of(pair.value(), DOSSIER, findings);
        if (written.isEmpty()) {
            return Optional.empty();
        }
        RuleReading rule = new RuleReading(setting);
        Optional<Selector> root = new SelectorReading(rule).trigger(written.get(), "起");
        if (root.isEmpty()) {
            return Optional.empty();
        }
        SlotNames names = rowNames(root.get().recordType()).with("今", Simple.DAY);
        List<Tree> items = written.get().list("阶段");
        List<DossierKind.Stage> stages = new ArrayList<>();
        for (int index = 0; index < items.size(); index++) {
            boolean last = index == items.size() - 1;
            Section.of(items.get(index), STAGE, findings)
                    .flatMap(stage -> stage(stage, last, rule, names))
                    .ifPresent(stages::add);
        }
        return Optional.of(new DossierKind(pair.key().text(), root.get(), stages));
    }

    private Optional<DossierKind.Stage> stage(
            Section stage, boolean last, RuleReading rule, SlotNames names) {
        if (stage.has("当") == last) {
            findings.add(
                    DiagnosticKind.LAST_STAGE_CONDITION,
                    stage.place(),
                    last ? "末一阶段写了“当”。" : "此阶段没有写“当”。");
        }
        Optional<Expression> condition =
                stage.scalar("当").flatMap(written -> rule.condition(written, names));
        Optional<String> name = stage.text("名");
        name.ifPresent(setting.stages::add);
        return name.map(word -> new DossierKind.Stage(word, condition));
    }

    private Optional<Metric> metric(Tree tree) {
        Optional<Section> written = Section.of(tree, METRIC, findings);
        if (written.isEmpty()) {
            return Optional.empty();
        }
        RuleReading rule = new RuleReading(setting);
        SlotNames names =
                SlotNames.of(setting).withBearer().with("期", Simple.PERIOD).with("今", Simple.DAY);
        Optional<String> number =
                written.get()
                        .scalar("号")
                        .flatMap(word -> DutyReading.number(word, numbers, findings));
        Optional<Role> role = written.get().get("谁").flatMap(rule::role);
        Optional<PeriodUnit> every = CountingForms.every(written.get(), findings);
        Optional<Expression> value =
                written.get().scalar("值").flatMap(of -> value(of, rule, names));
        Optional<String> unit =
                written.get()
                        .scalar("单位")
                        .flatMap(word -> Literals.word(word, UNITS, each -> each, findings));
        Optional<Expression> part = value.flatMap(of -> part(written.get(), of, rule));
        if (number.isEmpty() || role.isEmpty() || every.isEmpty()) {
            return Optional.empty();
        }
        String name = written.get().text("名").orElse(number.get());
        return value.flatMap(
                of ->
                        unit.map(
                                word ->
                                        new Metric(
                                                number.get(),
                                                name,
                                                role.get(),
                                                every.get(),
                                                of,
                                                part,
                                                word,
                                                false,
                                                false)));
    }

    private Optional<Expression> value(Tree.Scalar scalar, RuleReading rule, SlotNames names) {
        Optional<Expression> value = rule.expression(scalar, names);
        boolean fits =
                value.map(Expression::type)
                        .map(type -> type instanceof Type.ListOf || RuleReading.isQuantity(type))
                        .orElse(true);
        if (!fits) {
            findings.add(DiagnosticKind.WRONG_SLOT_TYPE, scalar.place(), "指标的值要数或列表。");
        }
        return value;
    }

    private Optional<Expression> part(Section metric, Expression value, RuleReading rule) {
        Optional<Tree.Scalar> written = metric.scalar("分");
        if (written.isEmpty()) {
            return Optional.empty();
        }
        boolean records =
                value.type() instanceof Type.ListOf(Type.RecordOf(Set<String> names))
                        && names.size() == 1;
        if (!records) {
            findings.add(
                    DiagnosticKind.VALUE_NOT_RUNNABLE,
                    written.get().place(),
                    "“分”只用于值是同一类记录的列表的指标。");
            return Optional.empty();
        }
        return rule.expression(written.get(), rowNames(rowType(value.type())));
    }

    private static String rowType(Type type) {
        return type instanceof Type.ListOf(Type.RecordOf(Set<String> names)) && !names.isEmpty()
                ? names.iterator().next()
                : "";
    }

    private SlotNames rowNames(String recordType) {
        SlotNames names = SlotNames.of(setting);
        return setting.lexicon.recordType(recordType).map(names::withFieldsOf).orElse(names);
    }
}
