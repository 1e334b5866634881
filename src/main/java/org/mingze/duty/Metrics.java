package org.mingze.duty;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.mingze.calendar.Period;
import org.mingze.calendar.Span;
import org.mingze.duty.situation.Bearers;
import org.mingze.duty.situation.Facts;
import org.mingze.duty.situation.Situation;
import org.mingze.institution.Institution;
import org.mingze.institution.Metric;
import org.mingze.institution.Role;
import org.mingze.institution.expression.Expression;
import org.mingze.institution.expression.Rational;
import org.mingze.institution.expression.Value;
import org.mingze.organization.Organization;
import org.mingze.organization.Post;
import org.mingze.work.Enactment;
import org.mingze.work.WorkRecord;

/// 指标值 — an exact number of a bearer in a period, with the records that it counts.
///
/// @param value   empty while it cannot be told
/// @param records the numbers of the records counted, where the metric counts records
/// @param parts   分: how many rows there are of each; 不详 for rows whose part cannot be told
public record Metrics(
        Metric metric,
        Optional<Rational> value,
        List<Long> records,
        Map<String, Rational> parts,
        String unknown) {
    private static final String UNTOLD = "不详";

    public Metrics {
        records = List.copyOf(records);
        parts = Collections.unmodifiableMap(new LinkedHashMap<>(parts));
    }

    /// 平 — whether the parts sum to the whole, where the metric asks for it.
    public boolean isBalanced() {
        Rational sum = parts.values().stream().reduce(Rational.ZERO, Rational::plus);
        return !metric.balanced()
                || (!parts.containsKey(UNTOLD) && value.filter(sum::equals).isPresent());
    }

    /// What a metric says of a bearer over any range of days, as known and until the day asked.
    public static Metrics of(
            Institution institution,
            Metric metric,
            Value.Reference bearer,
            Period period,
            AsOf asOf) {
        boolean ended = metric.atEnd() && asOf.day().isAfter(period.end());
        AsOf seen = ended ? new AsOf(asOf.known(), period.end()) : asOf;
        Situation situation =
                Situation.of(seen, institution, period.start())
                        .borneBy(Optional.of(bearer))
                        .in(period);
        Facts facts = new Facts(situation, new DutyCounts(institution.id(), bearer, period, seen));
        Value value = metric.value().evaluate(situation.scope(), facts);
        return switch (value) {
            case Value.Numeric(Rational number) ->
                    new Metrics(metric, Optional.of(number), List.of(), Map.of(), "");
            case Value.Money(Rational yuan) ->
                    new Metrics(metric, Optional.of(inUnit(yuan, metric)), List.of(), Map.of(), "");
            case Value.Duration(Span span) ->
                    new Metrics(
                            metric,
                            Optional.of(Rational.of(span.amount())),
                            List.of(),
                            Map.of(),
                            "");
            case Value.Series(List<Value> items) ->
                    new Metrics(
                            metric,
                            Optional.of(Rational.of(items.size())),
                            items.stream()
                                    .map(Metrics::number)
                                    .filter(OptionalLong::isPresent)
                                    .map(OptionalLong::getAsLong)
                                    .toList(),
                            parts(metric, items, situation),
                            "");
            case Value.Unknown(String cause) ->
                    new Metrics(metric, Optional.empty(), List.of(), Map.of(), cause);
            case Value _ -> new Metrics(metric, Optional.empty(), List.of(), Map.of(), "不是数");
        };
    }

    private static Rational inUnit(Rational yuan, Metric metric) {
        return metric.unit().equals("万元") ? yuan.dividedBy(Rational.of(10_000)) : yuan;
    }

    private static Map<String, Rational> parts(
            Metric metric, List<Value> items, Situation situation) {
        Map<String, Rational> parts = new LinkedHashMap<>();
        if (metric.part().isEmpty()) {
            return parts;
        }
        for (Value item : items) {
            String word =
                    number(item).isPresent()
                            ? situation
                                    .known()
                                    .records()
                                    .find(number(item).getAsLong())
                                    .map(record -> part(metric.part().get(), record, situation))
                                    .orElse(UNTOLD)
                            : UNTOLD;
            parts.merge(word, Rational.ONE, Rational::plus);
        }
        return parts;
    }

    private static String part(Expression part, WorkRecord record, Situation situation) {
        Situation that = situation.at(record.day());
        return switch (part.evaluate(that.scope(record), that.world())) {
            case Value.Text(String text) -> text;
            case Value.Truth(boolean holds) -> holds ? "是" : "否";
            case Value.Reference reference -> reference.code();
            case Value.Numeric(Rational number) -> number.toString();
            case Value.Day(LocalDate day) -> day.toString();
            case Value _ -> UNTOLD;
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
