package org.mingze.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.mingze.duty.AsOf;
import org.mingze.duty.Naming;
import org.mingze.duty.Obligation;
import org.mingze.institution.ReportTemplate.Horizon;
import org.mingze.institution.expression.Value;
import org.mingze.organization.Organization;
import org.mingze.organization.Post;
import org.mingze.organization.Tenure;

/// 述职者 — a post and the period on which it reports.
record ReportSubject(String post, LocalDate from, LocalDate to, AsOf asOf) {
    /// 期界 — the days that the figures of a section may rest on.
    record Range(LocalDate from, LocalDate to, AsOf asOf) {}

    /// In 本期 nothing after the period is seen; elsewhere everything until the day asked.
    Range range(Horizon horizon) {
        return switch (horizon) {
            case CURRENT -> new Range(from, to, new AsOf(asOf.known(), lastDay()));
            case OUTLOOK, SUPPLEMENT ->
                    new Range(from, to.isBefore(asOf.day()) ? asOf.day() : to, asOf);
        };
    }

    /// The last day of the period that is seen.
    LocalDate lastDay() {
        return asOf.day().isBefore(to) ? asOf.day() : to;
    }

    Organization organization() {
        return asOf.known().organization();
    }

    String name() {
        return Naming.of(organization(), post, lastDay());
    }

    Optional<String> body() {
        return organization().post(post, lastDay()).map(Post::body);
    }

    /// The post, and the body that it belongs to.
    Set<Value.Reference> bearers() {
        Set<Value.Reference> bearers = new LinkedHashSet<>();
        bearers.add(Value.Reference.post(post));
        body().map(Value.Reference::body).ifPresent(bearers::add);
        return bearers;
    }

    boolean owes(Obligation obligation) {
        String bearer = obligation.key().bearer();
        return bearer.equals(post) || body().filter(bearer::equals).isPresent();
    }

    boolean contains(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    /// Who held the post in the period, in order of time.
    List<DutyReport.Holder> holders() {
        return organization().tenuresOf(post).stream()
                .filter(tenure -> !tenure.from().isAfter(lastDay()))
                .filter(tenure -> tenure.until().map(last -> !last.isBefore(from)).orElse(true))
                .sorted(Comparator.comparing(Tenure::from))
                .map(this::holder)
                .toList();
    }

    private DutyReport.Holder holder(Tenure tenure) {
        LocalDate first = tenure.from().isBefore(from) ? from : tenure.from();
        LocalDate last = tenure.until().filter(day -> day.isBefore(to)).orElse(to);
        return new DutyReport.Holder(Naming.of(organization(), tenure.person(), last), first, last);
    }

    /// The days of the period on which nobody held the post, as sentences.
    List<String> vacancies() {
        List<String> vacancies = new ArrayList<>();
        LocalDate next = from;
        for (DutyReport.Holder holder : holders()) {
            if (holder.from().isAfter(next)) {
                vacancies.add(ReportWords.days(next, holder.from().minusDays(1)) + "此岗空缺。");
            }
            next = holder.to().plusDays(1);
        }
        if (!next.isAfter(to)) {
            vacancies.add(ReportWords.days(next, to) + "此岗空缺。");
        }
        return vacancies;
    }

    /// The holders by name; with their days where there were several.
    static String author(List<DutyReport.Holder> holders) {
        return holders.size() == 1
                ? holders.getFirst().name()
                : holders.stream()
                        .map(
                                holder ->
                                        holder.name()
                                                + "（"
                                                + ReportWords.days(holder.from(), holder.to())
                                                + "）")
                        .collect(Collectors.joining("、"));
    }
}
