package org.mingze.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mingze.calendar.Period;
import org.mingze.calendar.PeriodUnit;
import org.mingze.duty.Metrics;
import org.mingze.institution.Institution;
import org.mingze.institution.Metric;
import org.mingze.institution.ReportTemplate.Cited;
import org.mingze.institution.ReportTemplate.Horizon;
import org.mingze.institution.expression.Value;
import org.mingze.work.Enactment;
import org.mingze.work.RecordHistory;
import org.mingze.work.Rules;
import org.mingze.work.WorkRecord;

/// 计指标 — the metrics of a post or of its body over the period of its report.
final class MetricCounting {
    private static final int ROWS_MAX = 60;

    private final ReportSubject subject;
    private final Institution own;

    /// @param own the institution that declares the template
    MetricCounting(ReportSubject subject, Institution own) {
        this.subject = subject;
        this.own = own;
    }

    Counted count(Cited cited, Horizon horizon) {
        Optional<Institution> institution =
                cited.institution().map(this::inForce).orElse(Optional.of(own));
        if (institution.isEmpty()) {
            return Counted.unknown(
                    cited.text(), "制度" + cited.institution().orElse("") + "没有施行", subject);
        }
        Optional<Metric> metric =
                institution.get().metrics().stream()
                        .filter(known -> known.number().equals(cited.number()))
                        .findFirst();
        return metric.map(known -> count(institution.get(), known, horizon))
                .orElseGet(() -> Counted.unknown(cited.text(), "没有这个指标", subject));
    }

    /// Whether a number is that of a metric, and not of a duty.
    boolean isMetric(Cited cited) {
        return cited.institution().map(this::inForce).orElse(Optional.of(own)).stream()
                .flatMap(in -> in.metrics().stream())
                .anyMatch(metric -> metric.number().equals(cited.number()));
    }

    /// The version at the start of the period; one enacted within it if there was none.
    private Optional<Institution> inForce(String id) {
        Rules rules = subject.asOf().known().rules();
        return rules.inForce(id, subject.from())
                .or(() -> rules.inForce(id, subject.lastDay()))
                .map(Enactment::institution);
    }

    private Counted count(Institution institution, Metric metric, Horizon horizon) {
        Optional<Value.Reference> bearer =
                Metrics.bearerFor(metric, subject.post(), subject.asOf(), subject.lastDay());
        if (bearer.isEmpty()) {
            String cause = "由" + metric.bearer().name() + "计，此岗和所在机构都不是";
            return Counted.unknown(metric.name(), cause, subject);
        }
        ReportSubject.Range range = subject.range(horizon);
        Period period = new Period(PeriodUnit.YEAR, range.from(), range.to());
        Metrics counted = Metrics.of(institution, metric, bearer.get(), period, range.asOf());
        long outside =
                counted.records().stream()
                        .filter(number -> day(number).filter(subject::contains).isEmpty())
                        .count();
        return new Counted(
                counted.isBalanced() ? counted.value() : Optional.empty(),
                counted.isBalanced() ? counted.unknown() : "有记录说不清属于哪一部分，各部分合不成总数",
                metric.unit(),
                metric.name(),
                range.from(),
                range.to(),
                sources(counted.records(), outside),
                outside > 0);
    }

    private Optional<LocalDate> day(long number) {
        return subject.asOf().known().records().find(number).map(WorkRecord::day);
    }

    /// A row for each record; very many are only named by their numbers.
    private List<DutyReport.Source> sources(List<Long> numbers, long outside) {
        if (numbers.size() > ROWS_MAX) {
            return List.of(new DutyReport.OfMany(numbers, outside));
        }
        return numbers.stream()
                .map(number -> subject.asOf().known().records().history(number))
                .flatMap(Optional::stream)
                .<DutyReport.Source>map(this::row)
                .toList();
    }

    private DutyReport.OfRecord row(RecordHistory history) {
        LocalDate day = history.current().day();
        List<String> facets = new ArrayList<>();
        if (!subject.contains(day)) {
            facets.add("报告期外");
        }
        if (history.current().lateDays() > 0) {
            facets.add("迟录" + history.current().lateDays() + "日");
        }
        history.corrections().forEach(made -> facets.add("经第" + made.entry().number() + "号更正"));
        return RecordTitle.of(history.current(), subject.organization(), facets);
    }
}
