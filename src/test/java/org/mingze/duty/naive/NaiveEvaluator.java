package org.mingze.duty.naive;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.mingze.calendar.Period;
import org.mingze.calendar.PeriodUnit;
import org.mingze.calendar.Periods;
import org.mingze.calendar.Span;
import org.mingze.calendar.WorkCalendar;
import org.mingze.duty.ObligationKey;
import org.mingze.duty.Standing;
import org.mingze.duty.naive.NaiveFacts.Version;
import org.mingze.institution.Bearer;
import org.mingze.institution.Duty;
import org.mingze.institution.DutyForm;
import org.mingze.institution.Institution;
import org.mingze.institution.Role;
import org.mingze.institution.Selector;
import org.mingze.institution.Slot;
import org.mingze.institution.expression.Expression;
import org.mingze.institution.expression.Rational;
import org.mingze.institution.expression.Scope;
import org.mingze.institution.expression.Value;
import org.mingze.institution.expression.Value.Reference;
import org.mingze.journal.Entry;
import org.mingze.organization.Body;
import org.mingze.organization.Post;
import org.mingze.work.ChinaTime;
import org.mingze.work.RecordHistory;
import org.mingze.work.WorkRecord;

/// 朴素判定 — every obligation of a county and how it stands, by trying everything.
final class NaiveEvaluator {
    final NaiveFacts facts;
    private final LocalDate today;
    private final Map<ObligationKey, Answer> answers = new LinkedHashMap<>();

    NaiveEvaluator(List<Entry> journal, WorkCalendar calendar, LocalDate today) {
        this.facts = new NaiveFacts(journal, calendar, today);
        this.today = today;
    }

    /// One duty of one version and who owes it; the bearer is empty while unknown.
    record Owed(Version version, Duty duty, Optional<Reference> bearer, Optional<String> body) {
        Institution institution() {
            return version.institution();
        }

        boolean isBy(Value value) {
            return bearer.filter(value::equals).isPresent();
        }

        String code() {
            return bearer.map(Reference::code).orElse("");
        }
    }

    /// Obligations whose period overlaps these days, or whose trigger lies in them.
    Map<ObligationKey, Answer> answers(LocalDate from, LocalDate to) {
        for (Version version : facts.versions()) {
            for (Duty duty : version.institution().duties()) {
                switch (duty.form()) {
                    case DutyForm.Frequency form ->
                            periods(version, duty, unit(form.every()), from, to);
                    case DutyForm.Coverage form ->
                            periods(version, duty, unit(form.every()), from, to);
                    case DutyForm.Response form ->
                            triggers(version, duty, form.trigger(), from, to);
                    case DutyForm.ClosedLoop form ->
                            triggers(version, duty, form.trigger(), from, to);
                    case DutyForm.Invariant form -> triggers(version, duty, form.of(), from, to);
                    case DutyForm.Prohibition form -> triggers(version, duty, form.of(), from, to);
                    case DutyForm.Precedence form ->
                            triggers(version, duty, form.later(), from, to);
                    case DutyForm _ -> throw new UnsupportedOperationException(duty.number());
                }
            }
        }
        return answers;
    }

    private static PeriodUnit unit(DutyForm.Cycle cycle) {
        if (cycle instanceof DutyForm.Cycle.Each(PeriodUnit unit)) {
            return unit;
        }
        throw new UnsupportedOperationException(cycle.toString());
    }

    /// A version recorded only after the due day takes nothing from the version before it.
    boolean governs(Version version, LocalDate day, LocalDate due) {
        if (!facts.covers(version.institution(), day) || due.isBefore(version.knownOn())) {
            return false;
        }
        for (Version other : facts.versions()) {
            boolean later =
                    other.institution().id().equals(version.institution().id())
                            && other.institution().from().isAfter(version.institution().from());
            if (later && facts.covers(other.institution(), day) && !due.isBefore(other.knownOn())) {
                return false;
            }
        }
        return true;
    }

    private void periods(
            Version version, Duty duty, PeriodUnit every, LocalDate from, LocalDate to) {
        for (Period period = Periods.containing(from, every);
                !period.start().isAfter(to);
                period = Periods.next(period)) {
            LocalDate due = NaiveCounting.due(duty.form(), period);
            if (governs(version, period.start(), due)
                    && duty.bearer() instanceof Bearer.ByRole(Role role)) {
                for (Reference member : members(role, period.start())) {
                    Optional<String> body = bodyOf(member, period.start());
                    if (applies(version.institution(), body, period.start())) {
                        Owed owed = new Owed(version, duty, Optional.of(member), body);
                        new NaiveCounting(this, owed, period).answer();
                    }
                }
            }
        }
    }

    private void triggers(
            Version version, Duty duty, Selector trigger, LocalDate from, LocalDate to) {
        for (RecordHistory history : facts.histories()) {
            LocalDate day = history.original().day();
            boolean inRange = !day.isBefore(from) && !day.isAfter(to) && !day.isAfter(today);
            if (inRange && history.original().type().name().equals(trigger.recordType())) {
                new NaiveTriggered(this, version, duty, trigger, history).answer();
            }
        }
    }

    void put(Owed owed, Optional<String> counterpart, String occasion, Answer answer) {
        ObligationKey key =
                new ObligationKey(
                        owed.institution().id(),
                        owed.duty().number(),
                        owed.code(),
                        counterpart,
                        occasion);
        boolean open =
                answer.standing() == Standing.OPEN
                        || answer.standing() == Standing.BREACHED
                        || answer.standing() == Standing.UNPROVEN;
        answers.put(
                key,
                open && isWaived(owed, key)
                        ? new Answer(
                                Standing.WAIVED, answer.due(), answer.graceEnd(), answer.counted())
                        : answer);
    }

    private boolean isWaived(Owed owed, ObligationKey key) {
        for (Entry act : facts.acts("免")) {
            Optional<Bearer> authority =
                    owed.duty()
                            .waivable()
                            .map(Duty.Waivable::authority)
                            .or(() -> owed.duty().enforcer());
            String occasion =
                    NaiveFacts.text(act, "期").isEmpty()
                            ? "件" + NaiveFacts.text(act, "件")
                            : NaiveFacts.text(act, "期");
            String counterpart = NaiveFacts.text(act, "对");
            LocalDate day = act.occurred().day();
            if (!day.isAfter(today)
                    && NaiveFacts.text(act, "编号").equals(key.institution())
                    && NaiveFacts.text(act, "号").equals(key.duty())
                    && NaiveFacts.text(act, "谁").equals(key.bearer())
                    && occasion.equals(key.occasion())
                    && (counterpart.isEmpty()
                            || key.counterpart().filter(counterpart::equals).isPresent())
                    && isAuthority(owed, authority, NaiveFacts.text(act, "批"), day)) {
                return true;
            }
        }
        return false;
    }

    /// Never the bearer.
    boolean isAuthority(Owed owed, Optional<Bearer> authority, String code, LocalDate day) {
        return !owed.code().equals(code)
                && authority
                        .flatMap(named -> actor(owed, named, day, new Hand(this, owed, day)))
                        .filter(actor -> !owed.isBy(actor) && speaksFor(actor, code, day))
                        .isPresent();
    }

    /// The authority itself, a post of the body, or who holds the post.
    private boolean speaksFor(Reference authority, String code, LocalDate day) {
        return authority.code().equals(code)
                || (authority.kind() == Reference.Kind.BODY
                        && bodyOf(Reference.post(code), day).equals(Optional.of(authority.code())))
                || (authority.kind() == Reference.Kind.POST
                        && facts.organization()
                                .holder(authority.code(), day)
                                .equals(Optional.of(code)));
    }

    /// A role means its nearest member, upwards from the body: at it or directly below it.
    Optional<Reference> actor(Owed owed, Bearer bearer, LocalDate day, Scope scope) {
        return switch (bearer) {
            case Bearer.ByField(Expression expression) ->
                    expression.evaluate(scope, new NaiveWorld(facts, day))
                                    instanceof Reference reference
                            ? Optional.of(reference)
                            : Optional.empty();
            case Bearer.ByRole(Role role) -> nearest(role, owed.body(), day);
        };
    }

    Optional<Reference> nearest(Role role, Optional<String> body, LocalDate day) {
        for (String at : facts.upwards(body, day)) {
            for (Reference member : members(role, day)) {
                if (bodyOf(member, day).equals(Optional.of(at))) {
                    return Optional.of(member);
                }
            }
            for (Reference member : members(role, day)) {
                boolean below =
                        facts.organization()
                                .superior(member.code(), day)
                                .filter(superior -> superior.code().equals(at))
                                .isPresent();
                if (member.kind() == Reference.Kind.BODY && below) {
                    return Optional.of(member);
                }
            }
        }
        return Optional.empty();
    }

    List<Reference> members(Role role, LocalDate day) {
        List<Reference> members = new ArrayList<>();
        for (Body body : facts.organization().bodies(day)) {
            boolean meant =
                    (role.bodyKinds().isEmpty() || role.bodyKinds().contains(body.kind()))
                            && (role.levels().isEmpty()
                                    || body.level().filter(role.levels()::contains).isPresent());
            if (meant && !role.isPost()) {
                members.add(Reference.body(body.code()));
            }
            for (Post post : facts.organization().postsIn(body.code(), day)) {
                if (meant && role.postTitles().filter(t -> t.contains(post.title())).isPresent()) {
                    members.add(Reference.post(post.code()));
                }
            }
        }
        return members;
    }

    Optional<String> bodyOf(Reference reference, LocalDate day) {
        return switch (reference.kind()) {
            case BODY -> facts.organization().body(reference.code(), day).map(Body::code);
            case POST -> facts.organization().post(reference.code(), day).map(Post::body);
            case PERSON -> Optional.empty();
        };
    }

    boolean applies(Institution institution, Optional<String> code, LocalDate day) {
        Optional<Body> body = code.flatMap(at -> facts.organization().body(at, day));
        boolean level =
                institution.levels().isEmpty()
                        || body.flatMap(Body::level)
                                .filter(institution.levels()::contains)
                                .isPresent();
        return code.isEmpty() || level;
    }

    /// Gone before due: there on the day the duty began, not on the due day or today.
    boolean isGone(Owed owed, LocalDate due) {
        LocalDate asked = due.isBefore(today) ? due : today;
        return owed.bearer().filter(bearer -> bodyOf(bearer, asked).isEmpty()).isPresent();
    }

    boolean isInactive(Owed owed, LocalDate day) {
        return owed.duty().parameters().stream()
                .anyMatch(
                        name ->
                                facts.parameter(owed.institution(), name, owed.body(), day)
                                        .isEmpty());
    }

    Value slot(Owed owed, Slot slot, LocalDate day) {
        return switch (slot) {
            case Slot.Literal(Value value) -> value;
            case Slot.Named(String name) ->
                    facts.parameter(owed.institution(), name, owed.body(), day).orElseThrow();
            case Slot.Previous() -> throw new UnsupportedOperationException("上期数");
        };
    }

    Span span(Owed owed, Slot slot, LocalDate day) {
        return slot(owed, slot, day) instanceof Value.Duration(Span span) ? span : Span.NONE;
    }

    Rational number(Owed owed, Slot slot, LocalDate day) {
        return slot(owed, slot, day) instanceof Value.Numeric(Rational number)
                ? number
                : Rational.ZERO;
    }

    /// 归 — whether a record is the bearer's act.
    Truth owned(Owed owed, Selector selector, WorkRecord record, Scope scope) {
        return switch (selector.owner()) {
            case Selector.Owner.Anybody _ -> Truth.YES;
            case Selector.Owner.TypeOwner _ ->
                    owned(owed, record.field(record.type().owner()), record.day());
            case Selector.Owner.Field(String name) -> owned(owed, record.field(name), record.day());
            case Selector.Owner.Condition(Expression expression) ->
                    Truth.of(expression.evaluate(scope, new NaiveWorld(facts, record.day())));
        };
    }

    private Truth owned(Owed owed, Optional<Value> value, LocalDate day) {
        if (value.isEmpty()) {
            return Truth.MAYBE;
        }
        return switch (value.get()) {
            case Value.Series(List<Value> items) ->
                    Truth.any(
                            items.stream()
                                    .map(item -> owned(owed, Optional.of(item), day))
                                    .toList());
            case Reference named -> isBearers(owed, named, day);
            case Value _ -> Truth.MAYBE;
        };
    }

    private Truth isBearers(Owed owed, Reference named, LocalDate day) {
        Reference bearer = owed.bearer().orElseThrow();
        if (named.equals(bearer)) {
            return Truth.YES;
        }
        if (bearer.kind() == Reference.Kind.BODY) {
            return Truth.of(
                    named.kind() == Reference.Kind.POST
                            && bodyOf(named, day).equals(Optional.of(bearer.code())));
        }
        if (named.kind() == Reference.Kind.BODY) {
            return Truth.of(bodyOf(bearer, day).equals(Optional.of(named.code())));
        }
        Set<String> matching = new TreeSet<>();
        for (Post post : facts.organization().postsOf(named.code(), day)) {
            if (!(owed.duty().bearer() instanceof Bearer.ByRole(Role role))
                    || members(role, day).contains(Reference.post(post.code()))) {
                matching.add(post.code());
            }
        }
        if (named.kind() != Reference.Kind.PERSON || !matching.contains(bearer.code())) {
            return Truth.NO;
        }
        return matching.size() == 1 ? Truth.YES : Truth.MAYBE;
    }

    /// 延 in the order recorded, each recorded and dated before the limit that it moves ends.
    LocalDate extended(
            Owed owed,
            DutyForm form,
            String occasion,
            LocalDate due,
            LocalDate ruleDay,
            Scope scope) {
        Optional<DutyForm.Extendable> extendable =
                switch (form) {
                    case DutyForm.Response response -> response.extendable();
                    case DutyForm.ClosedLoop loop -> loop.extendable();
                    case DutyForm _ -> Optional.empty();
                };
        if (extendable.isEmpty()) {
            return due;
        }
        LocalDate moved = due;
        int times = 0;
        Span most = span(owed, extendable.get().by(), ruleDay);
        for (Entry act : facts.acts("延")) {
            LocalDate day = act.occurred().day();
            boolean valid =
                    times < extendable.get().times()
                            && !day.isAfter(today)
                            && !day.isAfter(moved)
                            && !ChinaTime.day(act.recordedAt()).isAfter(moved)
                            && NaiveFacts.text(act, "编号").equals(owed.institution().id())
                            && NaiveFacts.text(act, "号").equals(owed.duty().number())
                            && ("件" + NaiveFacts.text(act, "件")).equals(occasion)
                            && actor(owed, extendable.get().authority(), day, scope)
                                    .filter(a -> speaksFor(a, NaiveFacts.text(act, "批"), day))
                                    .isPresent();
            Optional<Span> asked = Spans.read(NaiveFacts.text(act, "限"));
            if (valid) {
                Span granted =
                        asked.filter(
                                        span ->
                                                span.unit() == most.unit()
                                                        && span.amount() <= most.amount())
                                .orElse(most);
                moved = facts.calendar().limit(moved, granted, Spans.restDays(form));
                times++;
            }
        }
        return moved;
    }

    /// The values of a list.
    static Set<Value> items(Value value) {
        return value instanceof Value.Series(List<Value> items)
                ? new LinkedHashSet<>(items)
                : Set.of();
    }
}
