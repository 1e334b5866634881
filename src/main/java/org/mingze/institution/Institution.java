package org.mingze.institution;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// 制度 — one version of an institution, as enacted.
///
/// @param until  施行.止, the last day in force
/// @param text   the bytes of the file, as enacted
public record Institution(
        String id,
        String title,
        LocalDate from,
        Optional<LocalDate> until,
        Status status,
        Set<String> levels,
        Set<String> bodyKinds,
        Optional<String> placePattern,
        Map<String, Source> sources,
        Map<String, Parameter> parameters,
        List<DossierKind> dossiers,
        List<Duty> duties,
        List<Metric> metrics,
        List<ReportTemplate> reports,
        String text) {

    /// 态.
    public enum Status {
        DRAFT("草案"),
        IN_FORCE("施行"),
        SUSPENDED("暂停"),
        REPEALED("废止");

        private final String word;

        Status(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /// 出处 — a document that the institution rests on, with the words of its articles.
    public record Source(
            String title,
            Optional<String> issuer,
            Optional<String> documentNumber,
            Map<String, String> articles) {}

    public Optional<Duty> duty(String number) {
        return duties.stream().filter(duty -> duty.number().equals(number)).findFirst();
    }
}
