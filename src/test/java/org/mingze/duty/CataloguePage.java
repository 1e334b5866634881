package org.mingze.duty;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mingze.duty.cases.Example;
import org.mingze.institution.Basis;
import org.mingze.institution.Duty;
import org.mingze.institution.Institution;
import org.mingze.institution.Metric;
import org.mingze.institution.Parameter;
import org.mingze.institution.expression.Value;
import org.mingze.institution.wording.RuleWording;
import org.mingze.institution.wording.ValueWording;

/// 目录的一页 — one institution as the catalogue shows it: text, parameters, duties, cases, sources.
///
/// @param versions from the first to the last
/// @param examples the cases of the institution
/// @param runs     the mechanisms that it runs, by number and name
record CataloguePage(List<Institution> versions, List<Example> examples, List<String> runs) {
    String text() {
        Institution last = versions.getLast();
        StringBuilder page = new StringBuilder();
        page.append("# ").append(last.title()).append("\n\n");
        page.append("- 编号：`").append(last.id()).append("`\n");
        page.append("- 版本：自").append(last.from());
        last.until().ifPresent(day -> page.append("至").append(day));
        page.append("，").append(last.status().word()).append(earlier()).append('\n');
        page.append("- 适用：").append(scope(last)).append('\n');
        page.append("- 机制：").append(runs.isEmpty() ? "无" : String.join("；", runs)).append('\n');
        duties(last, page);
        parameters(last, page);
        definitions(last, page);
        metrics(last, page);
        sources(last, page);
        cases(page);
        return page.toString();
    }

    private String earlier() {
        String days =
                versions.subList(0, versions.size() - 1).stream()
                        .map(version -> version.from().toString())
                        .collect(Collectors.joining("、"));
        return days.isEmpty() ? "" : "；以前的版本自" + days;
    }

    private static String scope(Institution of) {
        String kinds = of.bodyKinds().stream().sorted().collect(Collectors.joining("、"));
        String levels = of.levels().stream().sorted().collect(Collectors.joining("、"));
        String all =
                levels
                        + (levels.isEmpty() ? "" : "级")
                        + kinds
                        + of.placePattern().map(code -> "，地区" + code).orElse("");
        return all.isEmpty() ? "各项职责写明的机构和岗位" : all;
    }

    private static void duties(Institution of, StringBuilder page) {
        RuleWording wording = new RuleWording(of, name -> value(of, name));
        if (!of.duties().isEmpty()) {
            page.append("\n## 职责\n");
        }
        for (Duty duty : of.duties()) {
            page.append("\n### ").append(duty.number()).append(' ').append(duty.name());
            page.append("（").append(duty.form().word()).append("）\n\n");
            page.append(wording.of(duty)).append("\n\n").append("据：").append(basis(duty.basis()));
            page.append('\n');
            duty.basis().words().ifPresent(words -> page.append("\n> ").append(words).append('\n'));
        }
    }

    private static String basis(Basis basis) {
        return basis.citation() + "，来源" + basis.grade();
    }

    private static Optional<Value> value(Institution of, String name) {
        return Optional.ofNullable(of.parameters().get(name))
                .map(Parameter::values)
                .filter(values -> !values.isEmpty())
                .flatMap(values -> values.getLast().value());
    }

    private static void parameters(Institution of, StringBuilder page) {
        if (of.parameters().isEmpty()) {
            return;
        }
        page.append("\n## 参数\n\n| 参数 | 自 | 值 | 据 | 许设 |\n|---|---|---|---|---|\n");
        for (Parameter parameter : of.parameters().values()) {
            for (Parameter.Dated dated : parameter.values()) {
                page.append("| ").append(parameter.name()).append(" | ").append(dated.from());
                page.append(" | ").append(dated.value().map(ValueWording::of).orElse("待定"));
                page.append(" | ").append(dated.basis().map(CataloguePage::basis).orElse(""));
                page.append(" | ").append(String.join("、", parameter.settableBy())).append(" |\n");
            }
        }
    }

    private static void definitions(Institution of, StringBuilder page) {
        if (of.definitions().isEmpty()) {
            return;
        }
        page.append("\n## 定义\n\n");
        for (Institution.Definition definition : of.definitions()) {
            page.append("- ").append(definition.name()).append("（").append(definition.recordType());
            page.append("）：").append(definition.value().inWords(name -> name)).append("\n");
        }
    }

    private static void metrics(Institution of, StringBuilder page) {
        if (of.metrics().isEmpty()) {
            return;
        }
        page.append("\n## 指标\n\n| 号 | 名 | 谁 | 每 | 数什么 | 单位 |\n|---|---|---|---|---|---|\n");
        for (Metric metric : of.metrics()) {
            page.append("| ").append(metric.number()).append(" | ").append(metric.name());
            page.append(" | ").append(metric.bearer().name()).append(" | ");
            page.append(metric.every().word()).append(" | ");
            page.append(metric.value().inWords(name -> name)).append(" | ");
            page.append(metric.unit()).append(" |\n");
        }
    }

    private static void sources(Institution of, StringBuilder page) {
        page.append("\n## 出处\n");
        for (Map.Entry<String, Institution.Source> each : of.sources().entrySet()) {
            Institution.Source source = each.getValue();
            page.append("\n### 《").append(source.title()).append("》\n");
            page.append(origin(source).isBlank() && source.articles().isEmpty() ? "" : "\n");
            String origin = origin(source);
            page.append(origin.isBlank() ? "" : origin.strip() + "\n");
            page.append(source.articles().isEmpty() || origin.isBlank() ? "" : "\n");
            source.articles()
                    .forEach(
                            (article, words) ->
                                    page.append("- 第")
                                            .append(article)
                                            .append("条：")
                                            .append(words)
                                            .append('\n'));
        }
    }

    private static String origin(Institution.Source source) {
        return source.issuer().orElse("")
                + source.documentNumber().map(number -> " " + number).orElse("");
    }

    private void cases(StringBuilder page) {
        page.append("\n## 例\n\n");
        examples.stream()
                .sorted(Comparator.comparing(Example::good).reversed())
                .forEach(
                        example ->
                                page.append("- ")
                                        .append(example.good() ? "好：" : "坏：")
                                        .append(example.name())
                                        .append('\n'));
    }
}
