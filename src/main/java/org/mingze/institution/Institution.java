package org.mingze.institution;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.mingze.institution.assessment.Scheme;
import org.mingze.institution.expression.Expression;

/// 制度 — one version of an institution, as enacted.
///
/// @param until    施行.止, the last day in force
/// @param act      施行.依, the act by which the issuer of this file put it in force
/// @param split    分期: 拆分 — a period in which the version changes is owed in two parts
/// @param excludes 抵触: institutions that cannot bind the same body on the same day
/// @param text     the bytes of the file, as enacted
public record Institution(
        String id,
        String title,
        LocalDate from,
        Optional<LocalDate> until,
        Optional<String> act,
        Status status,
        Set<String> levels,
        Set<String> bodyKinds,
        Optional<String> placePattern,
        Map<String, Source> sources,
        Map<String, Parameter> parameters,
        List<DossierKind> dossiers,
        List<Duty> duties,
        List<Metric> metrics,
        List<Scheme> schemes,
        List<ReportTemplate> reports,
        List<Definition> definitions,
        boolean split,
        Set<String> excludes,
        String text) {
    private static final Pattern IN_FORCE =
            Pattern.compile("(?m)^施行:[^\\n]*(?:\\n[ \\t]+[^\\n]*)*");

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

    /// 定义 — a derived field of a record type.
    public record Definition(String name, String recordType, Expression value) {}

    /// 出处 — a document that the institution rests on, with the words of its articles.
    public record Source(
            String title,
            Optional<String> issuer,
            Optional<String> documentNumber,
            Map<String, String> articles) {}

    /// 机关 — the issuer of its first source that names one; empty where an act of the county's own
    /// put it in force.
    public Optional<String> issuer() {
        return act.isPresent()
                ? Optional.empty()
                : sources.values().stream()
                        .map(Source::issuer)
                        .flatMap(Optional::stream)
                        .findFirst();
    }

    public Optional<Duty> duty(String number) {
        return duties.stream().filter(duty -> duty.number().equals(number)).findFirst();
    }

    /// Whether another version says the same, whatever the days on which each is in force.
    public boolean saysTheSameAs(Institution other) {
        return words(text).equals(words(other.text()));
    }

    /// All of a text but its 施行, which says since when it is in force.
    public static String words(String text) {
        return IN_FORCE.matcher(text).replaceFirst("");
    }

    /// The same text in force on these days, as a simulation supposes.
    public Institution inForce(LocalDate from, Optional<LocalDate> until) {
        return new Institution(
                id,
                title,
                from,
                until,
                act,
                Status.IN_FORCE,
                levels,
                bodyKinds,
                placePattern,
                sources,
                parameters,
                dossiers,
                duties,
                metrics,
                schemes,
                reports,
                definitions,
                split,
                excludes,
                text);
    }

    /// The same with other numbers.
    public Institution with(Map<String, Parameter> numbers) {
        return with(numbers, duties);
    }

    /// The same with only these duties; whatever else others look at in it stays.
    public Institution with(List<Duty> fewer) {
        return with(parameters, fewer);
    }

    private Institution with(Map<String, Parameter> numbers, List<Duty> owed) {
        return new Institution(
                id,
                title,
                from,
                until,
                act,
                status,
                levels,
                bodyKinds,
                placePattern,
                sources,
                numbers,
                dossiers,
                owed,
                metrics,
                schemes,
                reports,
                definitions,
                split,
                excludes,
                text);
    }
}
