package org.mingze.institution.file.rule;

import java.util.List;
import java.util.stream.Stream;
import org.mingze.institution.DiagnosticKind;
import org.mingze.institution.Duty;
import org.mingze.institution.Institution;
import org.mingze.institution.Metric;
import org.mingze.institution.ReportTemplate.Cited;
import org.mingze.institution.file.tree.Findings;
import org.mingze.institution.file.tree.Position;

/// 引处 — where a file names a metric or duty, perhaps of another institution; it is looked up when
/// all files are read.
public record Citation(Cited cited, Names names, Position place) {
    /// 所引 — what a number may be the number of.
    public enum Names {
        METRIC("指标", DiagnosticKind.UNKNOWN_METRIC),
        DUTY("职责", DiagnosticKind.UNKNOWN_DUTY),
        EITHER("职责或指标", DiagnosticKind.UNKNOWN_METRIC);

        private final String word;
        private final DiagnosticKind unknown;

        Names(String word, DiagnosticKind unknown) {
            this.word = word;
            this.unknown = unknown;
        }

        private Stream<String> in(Institution institution) {
            Stream<String> metrics = institution.metrics().stream().map(Metric::number);
            Stream<String> duties = institution.duties().stream().map(Duty::number);
            return switch (this) {
                case METRIC -> metrics;
                case DUTY -> duties;
                case EITHER -> Stream.concat(metrics, duties);
            };
        }
    }

    /// Says so when the institution named is there and has no such number.
    public void check(Institution own, List<Institution> all, Findings findings) {
        List<Institution> named =
                cited.institution()
                        .map(id -> all.stream().filter(other -> other.id().equals(id)).toList())
                        .orElse(List.of(own));
        List<String> known = named.stream().flatMap(names::in).toList();
        if (!named.isEmpty() && !known.contains(cited.number())) {
            findings.addUnknown(
                    names.unknown,
                    place,
                    cited.number(),
                    "没有%s“%s”。".formatted(names.word, cited.text()),
                    known);
        }
    }
}
