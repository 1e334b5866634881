package org.mingze.duty;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.mingze.calendar.Period;
import org.mingze.duty.situation.Bearers;
import org.mingze.duty.situation.Situation;
import org.mingze.institution.Institution;
import org.mingze.institution.Metric;
import org.mingze.institution.Role;
import org.mingze.institution.expression.Rational;
import org.mingze.institution.expression.Value;
import org.mingze.organization.Organization;
import org.mingze.organization.Post;
import org.mingze.work.Enactment;

/// 指标值 — an exact number of a bearer in a period, with the records that it counts.
///
/// @param value   empty while it cannot be told
/// @param records the numbers of the records counted, where the metric counts records
public record Metrics(Metric metric, Optional<Rational> value, List<Long> records, String unknown) {
    public Metrics {
        records = List.copyOf(records);
    }

    /// What a metric says of a bearer over any range of days, as known and until the day asked.
    public static Metrics of(
            Institution institution,
            Metric metric,
            Value.Reference bearer,
            Period period,
            AsOf asOf) {
        Situation situation =
                Situation.of(asOf, institution, period.start())
                        .borneBy(Optional.of(bearer))
                        .in(period);
        Value value = metric.value().evaluate(situation.scope(), situation.world());
        return switch (value) {
            case Value.Numeric(Rational number) ->
                    new Metrics(metric, Optional.of(number), List.of(), "");
            case Value.Series(List<Value> items) ->
                    new Metrics(
                            metric,
                            Optional.of(Rational.of(items.size())),
                            items.stream()
                                    .map(Metrics::number)
                                    .filter(OptionalLong::isPresent)
                                    .map(OptionalLong::getAsLong)
                                    .toList(),
                            "");
            case Value.Unknown(String cause) ->
                    new Metrics(metric, Optional.empty(), List.of(), cause);
            case Value _ -> new Metrics(metric, Optional.empty(), List.of(), "不是数");
        };
    }

    private static OptionalLong number(Value item) {
        return item instanceof Value.Link(long number)
                ? OptionalLong.of(number)
                : OptionalLong.empty();
    }

    /// Whom a metric counts for when a post reports: the post where its role means posts, else the
    /// body of the post; empty when the role means neither.
    public static Optional<Value.Reference> bearerFor(
            Metric metric, String post, AsOf asOf, LocalDate day) {
        Organization organization = asOf.known().organization();
        Role role = metric.bearer();
        Optional<Post> known = organization.post(post, day);
        return role.isPost()
                ? known.filter(of -> Bearers.holds(role, of, organization, day))
                        .map(of -> Value.Reference.post(of.code()))
                : known.flatMap(of -> organization.body(of.body(), day))
                        .filter(body -> Bearers.selects(role, body))
                        .map(body -> Value.Reference.body(body.code()));
    }

    /// Whether a post belongs to a role on a day.
    public static boolean isHeldBy(Role role, String post, AsOf asOf, LocalDate day) {
        Organization organization = asOf.known().organization();
        return organization
                .post(post, day)
                .filter(known -> Bearers.holds(role, known, organization, day))
                .isPresent();
    }

    /// A metric by its number among the institutions in force on a day.
    public static Optional<Declared> find(AsOf asOf, String number, LocalDate day) {
        return asOf.known().rules().institutions().stream()
                .map(id -> asOf.known().rules().inForce(id, day))
                .flatMap(Optional::stream)
                .map(Enactment::institution)
                .flatMap(
                        institution ->
                                institution.metrics().stream()
                                        .filter(metric -> metric.number().equals(number))
                                        .map(metric -> new Declared(institution, metric)))
                .findFirst();
    }

    /// 指标之所在 — a metric and the institution that declares it.
    public record Declared(Institution institution, Metric metric) {}
}
