package org.mingze.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.mingze.duty.AsOf;
import org.mingze.institution.Institution;
import org.mingze.institution.ReportTemplate;
import org.mingze.work.Enactment;

/// 述职模板集 — the templates that enacted institutions declare.
public final class ReportTemplates {
    private ReportTemplates() {}

    /// 模板之所在 — a template and the institution that declares it.
    public record Declared(Institution institution, ReportTemplate template) {}

    /// Templates in force on a day, in the order of enactment.
    public static List<Declared> enacted(AsOf asOf, LocalDate day) {
        return asOf.known().rules().institutions().stream()
                .map(id -> asOf.known().rules().inForce(id, day))
                .flatMap(Optional::stream)
                .map(Enactment::institution)
                .flatMap(institution -> of(institution).stream())
                .toList();
    }

    public static List<Declared> of(Institution institution) {
        return institution.reports().stream()
                .map(template -> new Declared(institution, template))
                .toList();
    }

    /// The template of this number, or without one the first that the post reports by.
    public static Optional<Declared> choose(
            List<Declared> templates, Optional<String> number, String post, AsOf asOf) {
        return templates.stream()
                .filter(
                        declared ->
                                number.map(declared.template().number()::equals)
                                        .orElseGet(() -> fits(declared, post, asOf)))
                .findFirst();
    }

    /// Whether the post reports by this template.
    static boolean fits(Declared declared, String post, AsOf asOf) {
        return org.mingze.duty.Metrics.isHeldBy(
                declared.template().bearer(), post, asOf, asOf.day());
    }
}
