package org.mingze.duty.naive;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mingze.calendar.Span;
import org.mingze.duty.ObligationKey;
import org.mingze.duty.naive.NaiveFacts.Version;
import org.mingze.institution.Bearer;
import org.mingze.institution.Duty;
import org.mingze.institution.Institution;
import org.mingze.institution.RecordType;
import org.mingze.institution.Role;
import org.mingze.institution.Selector;
import org.mingze.institution.Slot;
import org.mingze.institution.expression.Expression;
import org.mingze.institution.expression.Rational;
import org.mingze.institution.expression.Scope;
import org.mingze.institution.expression.Value;
import org.mingze.institution.expression.Value.Reference;
import org.mingze.journal.Entry;
import org.mingze.organization.Post;
import org.mingze.work.WorkRecord;

/// 所欠 — one duty of one version, who owes it on which occasion, and the names that its conditions
/// may use.
///
/// @param body    the bearer's body on the day of the rule, or that of the record while none is
/// known
/// @param ruleDay the start of the period, or the day of the trigger
/// @param due     the first day on which it falls due; the last of all days while that is unknown
record Owed(
        NaiveFacts facts,
        Version version,
        Duty duty,
        Optional<Reference> bearer,
        Optional<String> body,
        LocalDate ruleDay,
        LocalDate due,
        String occasion,
        Optional<String> counterpart,
        Map<String, Value> names) {

    Institution institution() {
        return version.institution();
    }

    Owed borneBy(Optional<Reference> who) {
        Optional<String> at = who.flatMap(named -> facts.bodyOf(named, ruleDay));
        return new Owed(facts, version, duty, who, at, ruleDay, due, occasion, counterpart, names);
    }

    Owed on(String code, LocalDate firstDue) {
        return new Owed(
                facts, version, duty, bearer, body, ruleDay, firstDue, code, counterpart, names);
    }

    Owed towards(String code) {
        Optional<String> whom = Optional.of(code);
        return new Owed(facts, version, duty, bearer, body, ruleDay, due, occasion, whom, names);
    }

    Owed with(String name, Value value) {
        Map<String, Value> more = new HashMap<>(names);
        more.put(name, value);
        return new Owed(
                facts, version, duty, bearer, body, ruleDay, due, occasion, counterpart, more);
    }

    Owed holding(WorkRecord held) {
        Owed more = with("此", new Value.Link(held.number()));
        for (String field : held.type().fieldNames()) {
            more.names.put(field, held.field(field).orElse(NaiveFacts.UNKNOWN));
        }
        return more;
    }

    String code() {
        return bearer.map(Reference::code).orElse("");
    }

    ObligationKey key() {
        return new ObligationKey(institution().id(), duty.number(), code(), counterpart, occasion);
    }

    private Optional<Value> named(String name) {
        return switch (name) {
            case "本机构" -> body.map(Reference::body);
            case "本岗" -> bearer.map(Value.class::cast);
            default -> facts.parameter(institution(), name, body, ruleDay);
        };
    }

    Value value(Expression expression, LocalDate day) {
        Scope scope =
                name ->
                        Optional.ofNullable(names.get(name))
                                .or(() -> named(name))
                                .orElse(NaiveFacts.UNKNOWN);
        return expression.evaluate(scope, new NaiveWorld(this, day));
    }

    Value value(Expression expression, WorkRecord held) {
        return holding(held).value(expression, held.day());
    }

    Truth ask(Optional<Expression> condition, WorkRecord held) {
        return condition.map(given -> Truth.of(value(given, held))).orElse(Truth.YES);
    }

    boolean isInactive() {
        return duty.parameters().stream()
                .anyMatch(name -> facts.parameter(institution(), name, body, ruleDay).isEmpty());
    }

    private Value slot(Slot slot) {
        return switch (slot) {
            case Slot.Literal(Value value) -> value;
            case Slot.Named(String name) -> named(name).orElse(NaiveFacts.UNKNOWN);
            case Slot.Previous() -> throw new IllegalArgumentException("上期数另算");
        };
    }

    Span span(Slot slot) {
        return slot(slot) instanceof Value.Duration(Span span) ? span : Span.NONE;
    }

    Optional<Span> span(Optional<Slot> slot) {
        return slot.map(this::span);
    }

    Rational number(Slot slot) {
        return slot(slot) instanceof Value.Numeric(Rational number) ? number : Rational.ZERO;
    }

    Value plain(Slot slot) {
        return slot(slot);
    }

    Optional<MonthDay> monthDay(Optional<Slot> slot) {
        return slot.map(this::slot)
                .flatMap(
                        value ->
                                value instanceof Value.Text(String text)
                                        ? Optional.of(MonthDay.parse("--" + text))
                                        : Optional.empty());
    }

    /// The same asked of the facts of another day.
    Owed asOf(LocalDate day) {
        return new Owed(
                facts.on(day),
                version,
                duty,
                bearer,
                body,
                ruleDay,
                due,
                occasion,
                counterpart,
                names);
    }

    LocalDate graceEnd(LocalDate day) {
        return facts.calendar().plus(day, span(duty.grace()));
    }

    /// 时 — the day of a record, or of the field that the rule names; empty while it is unknown.
    Optional<LocalDate> moment(Selector of, WorkRecord record) {
        return of.moment().isEmpty()
                ? Optional.of(record.day())
                : Spans.day(value(of.moment().get(), record));
    }

    /// Whether a record is of the type, the bearer's act and as the condition wants it.
    Truth means(Selector of, WorkRecord record) {
        if (!record.type().name().equals(of.recordType())) {
            return Truth.NO;
        }
        Truth own =
                switch (of.owner()) {
                    case Selector.Owner.Anybody _ -> Truth.YES;
                    case Selector.Owner.TypeOwner _ -> owns(record.field(owner(record)), record);
                    case Selector.Owner.Field(String name) -> owns(record.field(name), record);
                    case Selector.Owner.Condition(Expression given) ->
                            Truth.of(value(given, record));
                };
        return own.and(ask(of.condition(), record));
    }

    private static String owner(WorkRecord record) {
        return record.type().owner();
    }

    /// The same, and tied to the trigger: it follows it, or is followed by it.
    Truth answers(Selector of, WorkRecord record, WorkRecord trigger, boolean before) {
        if (!record.type().name().equals(of.recordType())) {
            return Truth.NO;
        }
        WorkRecord later = before ? trigger : record;
        WorkRecord earlier = before ? record : trigger;
        Truth tied =
                switch (of.link()) {
                    case Selector.Link.Anything _ -> Truth.YES;
                    case Selector.Link.Condition(Expression given) ->
                            Truth.of(value(given, record));
                    case Selector.Link.Follows _ ->
                            Truth.of(facts.follows(later.number(), earlier.number()));
                };
        return tied.and(means(of, record));
    }

    Truth owns(Optional<Value> named, WorkRecord record) {
        Optional<Role> role =
                duty.bearer() instanceof Bearer.ByRole(Role of)
                        ? Optional.of(of)
                        : Optional.empty();
        return owns(named, record, role);
    }

    /// The same for whatever post somebody holds, where a role is given only for those who have it.
    Truth owns(Optional<Value> named, WorkRecord record, Optional<Role> role) {
        return switch (named.orElse(NaiveFacts.UNKNOWN)) {
            case Value.Series(List<Value> items) ->
                    Truth.any(
                            items.stream()
                                    .map(item -> owns(Optional.of(item), record, role))
                                    .toList());
            case Reference who ->
                    bearer.isEmpty()
                            ? Truth.MAYBE
                            : isBearer(bearer.get(), who, record.day(), role);
            case Value _ -> Truth.MAYBE;
        };
    }

    /// Whether a record is towards the bearer: the field that its type says, or any that could,
    /// names it.
    Truth isNamedIn(WorkRecord record) {
        List<Truth> named = new ArrayList<>();
        for (RecordType.Field field : record.type().fields().values()) {
            boolean may =
                    record.type().towards().isPresent()
                            ? record.type().towards().get().equals(field.name())
                            : field.namesActor();
            Value value = record.field(field.name()).orElse(NaiveFacts.UNKNOWN);
            for (Value one : value instanceof Value.Series ? items(value) : Set.of(value)) {
                Truth whom = owns(Optional.of(one), record, Optional.empty());
                boolean known = one instanceof Reference && whom == Truth.MAYBE;
                named.add(!may ? Truth.NO : known ? Truth.YES : whom);
            }
        }
        return Truth.any(named);
    }

    /// Whether a name in a record means the bearer: itself, its body, its holder, who acts for it.
    private Truth isBearer(Reference owing, Reference who, LocalDate day, Optional<Role> role) {
        if (who.equals(owing) || (owing.kind() == Reference.Kind.POST && acts(who, owing, day))) {
            return Truth.YES;
        }
        Optional<String> own = Optional.of(owing.code());
        boolean body = owing.kind() == Reference.Kind.BODY;
        if (who.kind() == Reference.Kind.POST) {
            return Truth.of(body && facts.bodyOf(who, day).equals(own));
        }
        if (who.kind() == Reference.Kind.BODY) {
            return Truth.of(!body && facts.bodyOf(owing, day).equals(Optional.of(who.code())));
        }
        int held = 0;
        boolean matching = false;
        for (Post post : facts.organization().postsOf(who.code(), day)) {
            Reference named = Reference.post(post.code());
            if (role.isEmpty() || facts.members(role.get(), day).contains(named)) {
                held++;
                matching |= named.equals(owing) || (body && facts.bodyOf(named, day).equals(own));
            }
        }
        return !matching ? Truth.NO : held == 1 ? Truth.YES : Truth.MAYBE;
    }

    /// 委托 — whether somebody acts for a post on a day.
    private boolean acts(Reference who, Reference owing, LocalDate day) {
        for (Entry act : facts.acts("委托")) {
            LocalDate from = LocalDate.parse(NaiveFacts.text(act, "自"));
            boolean past =
                    act.content().text("止").map(LocalDate::parse).filter(day::isAfter).isPresent()
                            || isTakenBack(act, day);
            Reference delegate = Reference.post(NaiveFacts.text(act, "至"));
            boolean acting =
                    NaiveFacts.text(act, "岗").equals(owing.code()) && !day.isBefore(from) && !past;
            if (acting && (who.equals(delegate) || facts.holds(who, delegate, day))) {
                return true;
            }
        }
        return false;
    }

    private boolean isTakenBack(Entry delegation, LocalDate day) {
        return facts.acts("收回委托").stream()
                .filter(act -> NaiveFacts.text(act, "件").equals("" + delegation.number()))
                .anyMatch(act -> !day.isBefore(act.occurred().day()));
    }

    /// A role means its nearest member, upwards from the body.
    Optional<Reference> actor(Bearer who, LocalDate day) {
        return switch (who) {
            case Bearer.ByField(Expression expression) ->
                    value(expression, day) instanceof Reference reference
                            ? Optional.of(reference)
                            : Optional.empty();
            case Bearer.ByRole(Role role) -> facts.nearest(role, body, day);
        };
    }

    /// Whether an act is by the authority: a body or its head, or a post that the rule names at the
    /// nearest body, or who holds it.
    boolean isBy(Optional<Bearer> authority, Entry act) {
        LocalDate day = act.occurred().day();
        String by = NaiveFacts.text(act, "批");
        Optional<Reference> who = authority.flatMap(named -> actor(named, day));
        Set<Reference> may = new LinkedHashSet<>();
        who.ifPresent(may::add);
        if (who.isPresent() && authority.orElseThrow() instanceof Bearer.ByRole(Role role)) {
            for (Reference member : facts.members(role, day)) {
                boolean beside = facts.bodyOf(member, day).equals(facts.bodyOf(who.get(), day));
                if (role.isPost() && beside) {
                    may.add(member);
                }
            }
        }
        for (Reference signer : may) {
            boolean head =
                    signer.kind() == Reference.Kind.BODY
                            && facts.organization()
                                    .headPost(signer.code(), day)
                                    .filter(post -> post.code().equals(by))
                                    .isPresent();
            if (head
                    || signer.code().equals(by)
                    || facts.holds(Reference.person(by), signer, day)) {
                return true;
            }
        }
        return false;
    }

    /// Never the bearer.
    boolean isByAnother(Optional<Bearer> authority, Entry act) {
        return !code().equals(NaiveFacts.text(act, "批"))
                && !authority.flatMap(named -> actor(named, act.occurred().day())).equals(bearer)
                && isBy(authority, act);
    }

    /// Whether an act names this duty and bearer, and this occasion where it names one.
    boolean isMeantBy(Entry act, boolean named) {
        String period = NaiveFacts.text(act, "期");
        String record = NaiveFacts.text(act, "件");
        String whom = NaiveFacts.text(act, "对");
        String rung = NaiveFacts.text(act, "级");
        String when = record.isEmpty() ? period + rung : "件" + record;
        return !act.occurred().day().isAfter(facts.today())
                && NaiveFacts.text(act, "编号").equals(institution().id())
                && NaiveFacts.text(act, "号").equals(duty.number())
                && (NaiveFacts.text(act, "谁").equals(code())
                        || (act.kind().equals("延") && act.content().text("谁").isEmpty()))
                && (when.equals(occasion) || (when.isEmpty() && !named))
                && (whom.isEmpty() || counterpart.equals(Optional.of(whom)));
    }

    static Set<Value> items(Value value) {
        return value instanceof Value.Series(List<Value> items)
                ? new LinkedHashSet<>(items)
                : Set.of();
    }
}
