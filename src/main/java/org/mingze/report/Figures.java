package org.mingze.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mingze.institution.Institution;
import org.mingze.institution.ReportTemplate.Cited;
import org.mingze.institution.ReportTemplate.Count;
import org.mingze.institution.ReportTemplate.Horizon;
import org.mingze.institution.ReportTemplate.Tally;
import org.mingze.institution.expression.Rational;

/// 引数 — the figures of one report, numbered as the text comes to them, with what is wrong.
final class Figures {
    private static final String UNKNOWN = "未知";
    private static final String REFUSED = "〔期外，不引〕";

    private final ReportSubject subject;
    private final MetricCounting metrics;
    private final DutyCounting duties;
    private final List<DutyReport.Figure> figures = new ArrayList<>();
    private final List<DutyReport.Finding> findings = new ArrayList<>();

    Figures(ReportSubject subject, Institution own, DutyCounting duties) {
        this.subject = subject;
        this.metrics = new MetricCounting(subject, own);
        this.duties = duties;
    }

    Counted count(Count count, Horizon horizon) {
        return switch (count) {
            case Count.OfMetric(var cited) -> metrics.count(cited, horizon);
            case Count.OfDuties of -> duties.count(of, horizon);
        };
    }

    /// What a section takes by number: a metric, or all that a duty asks for.
    Counted count(Cited cited, Horizon horizon) {
        return count(
                metrics.isMetric(cited)
                        ? new Count.OfMetric(cited)
                        : new Count.OfDuties(Tally.FULFILLED, Optional.of(cited)),
                horizon);
    }

    /// Whether there is such a number to cite.
    boolean isKnown(Count count) {
        return switch (count) {
            case Count.OfMetric(var cited) -> metrics.isMetric(cited);
            case Count.OfDuties(var _, var duty) -> duty.map(duties::isDuty).orElse(true);
        };
    }

    /// A number that stands in a record.
    DutyReport.Figure figure(Rational value, String field, DutyReport.OfRecord row) {
        DutyReport.Figure figure =
                new DutyReport.Figure(
                        figures.size() + 1,
                        Optional.of(value),
                        value.toString(),
                        "",
                        row.kind() + row.detail() + "的" + field,
                        "",
                        row.day(),
                        row.day(),
                        List.of(row));
        figures.add(figure);
        return figure;
    }

    /// The next figure; what 本期 may not cite stands there as refused, never as a number.
    DutyReport.Figure figure(Count count, String section, Horizon horizon) {
        Counted counted = count(count, horizon);
        boolean refused = horizon == Horizon.CURRENT && counted.outside();
        Optional<Rational> value = refused ? Optional.empty() : counted.value();
        judge(counted, section, refused);
        DutyReport.Figure figure =
                new DutyReport.Figure(
                        figures.size() + 1,
                        value,
                        value.map(Rational::toString).orElse(refused ? REFUSED : UNKNOWN),
                        value.isPresent() ? counted.unit() : "",
                        counted.what()
                                + (counted.unknown().isEmpty() ? "" : "：" + counted.unknown()),
                        label(counted, horizon),
                        counted.from(),
                        counted.to(),
                        counted.sources());
        figures.add(figure);
        return figure;
    }

    private String label(Counted counted, Horizon horizon) {
        boolean beyond = horizon != Horizon.CURRENT && counted.outside();
        return beyond ? "〔截至" + ReportWords.day(subject.asOf().day()) + "，报告期外〕" : "";
    }

    private void judge(Counted counted, String section, boolean refused) {
        if (refused) {
            find(section, "“" + counted.what() + "”数到报告期外的记录，本期板块不引。改板块的期，或改指标。");
        } else if (counted.value().isEmpty()) {
            find(section, "“" + counted.what() + "”未知：" + counted.unknown() + "。补齐后重写，或删去这句。");
        } else if (counted.isUnsupported()) {
            find(section, "“" + counted.what() + "”有数而没有列出记录，打不开。把指标写成记录的列表。");
        }
    }

    void find(String section, String sentence) {
        findings.add(new DutyReport.Finding(section, sentence));
    }

    List<DutyReport.Figure> all() {
        return figures;
    }

    List<DutyReport.Finding> findings() {
        return findings;
    }
}
