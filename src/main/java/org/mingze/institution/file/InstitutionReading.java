package org.mingze.institution.file;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.mingze.institution.Bearer;
import org.mingze.institution.DossierKind;
import org.mingze.institution.Duty;
import org.mingze.institution.Institution;
import org.mingze.institution.Metric;
import org.mingze.institution.ReportTemplate;
import org.mingze.institution.Role;
import org.mingze.institution.assessment.Scheme;
import org.mingze.institution.file.rule.CauseCheck;
import org.mingze.institution.file.rule.Citation;
import org.mingze.institution.file.rule.DutyReading;
import org.mingze.institution.file.rule.Setting;
import org.mingze.institution.file.tree.Findings;
import org.mingze.institution.file.tree.Section;
import org.mingze.institution.file.tree.Tree;
import org.mingze.institution.file.words.Lexicon;
import org.mingze.institution.file.words.RoleReading;

/// 读制度 — sources, parameters, dossiers, duties and metrics of one institution file.
final class InstitutionReading {
    static final Section.Keys SCOPE = new Section.Keys("适用", Set.of(), Set.of("级", "类", "地"));
    static final Section.Keys SOURCE =
            new Section.Keys("出处", Set.of("名"), Set.of("机关", "文号", "条文"));
    private final Section section;
    private final Heading heading;
    private final Setting setting;
    private final Findings findings;
    private final String text;
    private final Set<String> numbers = new LinkedHashSet<>();

    InstitutionReading(
            Section section, Heading heading, Lexicon lexicon, Findings findings, String text) {
        this.section = section;
        this.heading = heading;
        this.setting = new Setting(lexicon.ofInstitution(), findings, heading.from());
        this.findings = findings;
        this.text = text;
    }

    /// 读得 — an institution with what must still be looked up in the others.
    record Outcome(Institution institution, List<Citation> citations, Findings findings) {
        boolean isSound() {
            return findings.isEmpty();
        }
    }

    Outcome read() {
        return new Outcome(institution(), setting.citations, findings);
    }

    private Institution institution() {
        Optional<Section> scope =
                section.get("适用").flatMap(tree -> Section.of(tree, SCOPE, findings));
        RoleReading words = new RoleReading(setting.lexicon, findings);
        words.declare(section);
        section.entries("出处").forEach(this::source);
        ParameterReading parameters = new ParameterReading(setting);
        section.entries("参数").forEach(parameters::declare);
        DefinitionReading defining = new DefinitionReading(setting);
        List<Institution.Definition> definitions =
                section.entries("定义").stream()
                        .flatMap(pair -> defining.read(pair).stream())
                        .toList();
        DossierReading dossiers = new DossierReading(setting);
        List<DossierKind> kinds =
                section.entries("案卷").stream()
                        .flatMap(pair -> dossiers.read(pair).stream())
                        .toList();
        setting.stagesMayBeAsked = true;
        List<Duty> duties = duties();
        Set<String> dutyNumbers = Set.copyOf(numbers);
        CauseCheck.check(setting, dutyNumbers);
        MetricReading measuring = new MetricReading(setting, numbers, dutyNumbers);
        List<Metric> metrics =
                section.list("指标").stream().flatMap(tree -> measuring.read(tree).stream()).toList();
        return new Institution(
                heading.id(),
                heading.title(),
                heading.from(),
                heading.until(),
                heading.act(),
                heading.status(),
                scope.map(of -> words.words(of, "级", "级")).orElse(Set.of()),
                scope.map(of -> words.words(of, "类", "机构类")).orElse(Set.of()),
                scope.flatMap(of -> of.text("地")),
                setting.sources,
                setting.parameters,
                kinds,
                duties,
                metrics,
                schemes(duties, dutyNumbers, metrics),
                reports(),
                definitions,
                heading.split(),
                excludes(),
                text);
    }

    private List<Scheme> schemes(List<Duty> read, Set<String> duties, List<Metric> metrics) {
        Set<String> measured =
                metrics.stream().map(Metric::number).collect(Collectors.toUnmodifiableSet());
        Map<String, Role> bearers = new LinkedHashMap<>();
        for (Duty duty : read) {
            if (duty.bearer() instanceof Bearer.ByRole(Role role)) {
                bearers.put(duty.number(), role);
            }
        }
        SchemeReading reading = new SchemeReading(setting, numbers, duties, measured, bearers);
        return section.items("考核").stream().flatMap(tree -> reading.read(tree).stream()).toList();
    }

    /// 抵触, by the ids of the institutions.
    private Set<String> excludes() {
        Set<String> ids = new LinkedHashSet<>();
        section.words("抵触").forEach(word -> ids.add(word.text()));
        return ids;
    }

    private List<ReportTemplate> reports() {
        ReportReading reading = new ReportReading(setting, numbers);
        List<ReportTemplate> reports =
                section.items("述职").stream()
                        .flatMap(tree -> reading.template(tree).stream())
                        .toList();
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
}
