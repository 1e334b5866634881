package org.mingze.institution.file.rule;

import java.util.List;
import org.mingze.institution.DiagnosticKind;
import org.mingze.institution.Institution;
import org.mingze.institution.ReportTemplate.Cited;
import org.mingze.institution.file.tree.Findings;
import org.mingze.institution.file.tree.Position;

/// 引处 — where a file names a metric or duty, perhaps of another institution; it is looked up when
/// all files are read.
public record Citation(Cited cited, boolean duty, Position place) {
    /// Says so when the institution named is there and has no such number.
    public void check(Institution own, List<Institution> all, Findings findings) {
        List<Institution> named =
                cited.institution()
                        .map(id -> all.stream().filter(other -> other.id().equals(id)).toList())
                        .orElse(List.of(own));
        List<String> known = named.stream().flatMap(in -> numbers(in).stream()).toList();
        if (!named.isEmpty() && !known.contains(cited.number())) {
            findings.addUnknown(
                    duty ? DiagnosticKind.UNKNOWN_DUTY : DiagnosticKind.UNKNOWN_METRIC,
                    place,
                    cited.number(),
                    "没有%s“%s”。".formatted(duty ? "职责" : "指标", cited.text()),
                    known);
        }
    }

    private List<String> numbers(Institution institution) {
        return duty
                ? institution.duties().stream().map(known -> known.number()).toList()
                : institution.metrics().stream().map(known -> known.number()).toList();
    }
}
