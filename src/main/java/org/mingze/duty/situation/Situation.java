package org.mingze.duty.situation;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.mingze.calendar.Period;
import org.mingze.duty.AsOf;
import org.mingze.institution.Institution;
import org.mingze.institution.Role;
import org.mingze.institution.expression.Scope;
import org.mingze.institution.expression.Value;
import org.mingze.organization.Organization;
import org.mingze.work.Knowledge;
import org.mingze.work.WorkRecord;

/// 境况 — what the expressions of one duty may see: a bearer, a period, the rule's parameters and the
/// names bound in the slot, all as of one day.
///
/// @param asOf    the day asked about
/// @param at      the day on which the organization is read
/// @param ruleDay the day on which parameters are read
/// @param role    the role whose members owe the duty; empty where a field names the bearer
/// @param bound   其 起 于 后 班 卷 and the like
/// @param trigger the record that 起 于 后 mean, which may be withdrawn by now
public record Situation(
        AsOf asOf,
        Institution institution,
        LocalDate at,
        LocalDate ruleDay,
        Optional<Value.Reference> bearer,
        Optional<Role> role,
        Optional<Period> period,
        Map<String, Value> bound,
        Optional<WorkRecord> trigger) {
    private static final String OWN_BODY = "本机构";

    public Situation {
        bound = Map.copyOf(bound);
    }

    public static Situation of(AsOf asOf, Institution institution, LocalDate ruleDay) {
        return new Situation(
                asOf,
                institution,
                ruleDay,
                ruleDay,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                Optional.empty());
    }

    public Situation borneBy(Optional<Value.Reference> bearer) {
        return new Situation(asOf, institution, at, ruleDay, bearer, role, period, bound, trigger);
    }

    /// Bearers are the members of this role.
    public Situation among(Role members) {
        return new Situation(
                asOf,
                institution,
                at,
                ruleDay,
                bearer,
                Optional.of(members),
                period,
                bound,
                trigger);
    }

    /// Bearers are whoever is named, whatever post they hold.
    Situation amongAnybody() {
        return new Situation(
                asOf, institution, at, ruleDay, bearer, Optional.empty(), period, bound, trigger);
    }

    public Situation in(Period period) {
        return new Situation(
                asOf,
                institution,
                period.end(),
                ruleDay,
                bearer,
                role,
                Optional.of(period),
                bound,
                trigger);
    }

    public Situation at(LocalDate day) {
        return new Situation(asOf, institution, day, ruleDay, bearer, role, period, bound, trigger);
    }

    /// The record that raised the obligation, bound as 起, 于 and 后.
    public Situation triggeredBy(WorkRecord record) {
        Value.Link link = new Value.Link(record.number());
        Situation named = bind("起", link).bind("于", link).bind("后", link).at(record.day());
        return new Situation(
                asOf,
                institution,
                named.at,
                ruleDay,
                bearer,
                role,
                period,
                named.bound,
                Optional.of(record));
    }

    public Situation bind(String name, Value value) {
        Map<String, Value> more = new HashMap<>(bound);
        more.put(name, value);
        return new Situation(asOf, institution, at, ruleDay, bearer, role, period, more, trigger);
    }

    public Knowledge known() {
        return asOf.known();
    }

    public Organization organization() {
        return known().organization();
    }

    public Facts world() {
        return new Facts(this);
    }

    /// The names while no record is in hand.
    public Scope scope() {
        return this::value;
    }

    /// The names while this record is in hand.
    public Scope scope(WorkRecord inHand) {
        return name -> {
            if (name.equals("此")) {
                return new Value.Link(inHand.number());
            }
            Optional<Value> field = inHand.field(name);
            if (field.isPresent() && !bound.containsKey(name)) {
                return field.get();
            }
            return derived(inHand, name).orElseGet(() -> value(name));
        };
    }

    /// 定义 — a derived field of a record, which reads only fields and definitions before it.
    Optional<Value> derived(WorkRecord inHand, String name) {
        if (institution.definitions().isEmpty()) {
            return Optional.empty();
        }
        Situation that = at(inHand.day());
        return institution.definitions().stream()
                .filter(definition -> definition.name().equals(name))
                .filter(definition -> definition.recordType().equals(inHand.type().name()))
                .findFirst()
                .map(definition -> definition.value().evaluate(that.scope(inHand), that.world()));
    }

    /// A parameter as in force for the bearer on the day that governs.
    public Optional<Value> parameter(String name) {
        return parameter(name, ruleDay);
    }

    /// The same as in force on another day.
    public Optional<Value> parameter(String name, LocalDate day) {
        return known().rules().parameter(institution, name, at(day).body(), organization(), day);
    }

    /// The same on a day on which the bearer may be gone: an abolished post counts as in the body
    /// that it was in when the rule bound it.
    public Situation after(LocalDate day) {
        Situation then = at(day);
        Optional<String> former = at(ruleDay).body();
        return then.body().isPresent() || former.isEmpty()
                ? then
                : then.bind(OWN_BODY, Value.Reference.body(former.get()));
    }

    /// The same, where 本机构 is unknown on a day on which there is no such body.
    public Situation unlessGone() {
        boolean gone = body().filter(code -> organization().body(code, at).isPresent()).isEmpty();
        return gone ? bind(OWN_BODY, new Value.Unknown(OWN_BODY + "不详")) : this;
    }

    /// The body of the bearer on the day on which the organization is read.
    public Optional<String> body() {
        if (bound.get(OWN_BODY) instanceof Value.Reference given) {
            return Optional.of(given.code());
        }
        return bearer.flatMap(
                reference ->
                        switch (reference.kind()) {
                            case BODY -> Optional.of(reference.code());
                            case POST ->
                                    organization()
                                            .post(reference.code(), at)
                                            .map(post -> post.body());
                            case PERSON ->
                                    organization().postsOf(reference.code(), at).stream()
                                            .findFirst()
                                            .map(post -> post.body());
                        });
    }

    private Value value(String name) {
        Value given = bound.get(name);
        if (given != null) {
            return given;
        }
        return switch (name) {
            case OWN_BODY -> known(body().map(Value.Reference::body), OWN_BODY);
            case "本岗" ->
                    known(
                            bearer.filter(
                                    reference -> reference.kind() == Value.Reference.Kind.POST),
                            "本岗");
            case "本人" -> known(holder().map(Value.Reference::person), "本人");
            case "期" -> known(period.map(Value.PeriodValue::new), "期");
            case "今" -> new Value.Day(asOf.day());
            default -> named(name);
        };
    }

    private Optional<String> holder() {
        return bearer.flatMap(
                reference ->
                        reference.kind() == Value.Reference.Kind.PERSON
                                ? Optional.of(reference.code())
                                : organization().holder(reference.code(), at));
    }

    private Value named(String name) {
        if (!institution.parameters().containsKey(name)) {
            return new Value.Unknown(name + "未填");
        }
        return known(parameter(name), name + "待定");
    }

    private static Value known(Optional<? extends Value> value, String name) {
        return value.isPresent() ? value.get() : new Value.Unknown(name + "不详");
    }
}
