package org.mingze.duty.assessment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.mingze.calendar.Period;
import org.mingze.duty.AsOf;
import org.mingze.duty.Contribution;
import org.mingze.duty.Metrics;
import org.mingze.duty.Obligation;
import org.mingze.duty.Sentences;
import org.mingze.duty.Standing;
import org.mingze.duty.Verdict;
import org.mingze.duty.form.Judging;
import org.mingze.duty.form.Raising;
import org.mingze.duty.situation.Certainty;
import org.mingze.duty.situation.Situation;
import org.mingze.duty.situation.Slots;
import org.mingze.institution.Institution;
import org.mingze.institution.assessment.Scheme;
import org.mingze.institution.expression.Expression;
import org.mingze.institution.expression.Rational;
import org.mingze.institution.expression.Value;
import org.mingze.work.Enactment;
import org.mingze.work.WorkRecord;

/// 计分 — measures every subject in every item; an item may compare one with all the others.
final class Measuring {
    private final Institution institution;
    private final Scheme scheme;
    private final Period period;
    private final AsOf asOf;
    private final List<Subject> subjects;
    private final List<List<Measure>> measures = new ArrayList<>();

    Measuring(
            Institution institution,
            Scheme scheme,
            Period period,
            AsOf asOf,
            List<Subject> subjects) {
        this.institution = institution;
        this.scheme = scheme;
        this.period = period;
        this.asOf = asOf;
        this.subjects = List.copyOf(subjects);
        for (Scheme.Item item : scheme.items()) {
            measures.add(subjects.stream().map(subject -> measure(item, subject)).toList());
        }
    }

    record Subject(Value value, Situation situation, Optional<WorkRecord> record) {
        Certainty holds(Optional<Expression> condition) {
            return record.map(
                            inHand ->
                                    Certainty.of(
                                            condition, situation.scope(inHand), situation.world()))
                    .orElseGet(() -> Certainty.of(condition, situation.scope(), situation.world()));
        }

        Value evaluate(Expression expression, Expression.Telling telling) {
            return record.map(
                            inHand ->
                                    expression.evaluate(
                                            situation.scope(inHand), situation.world(), telling))
                    .orElseGet(
                            () ->
                                    expression.evaluate(
                                            situation.scope(), situation.world(), telling));
        }
    }

    /// What an item finds of a subject.
    ///
    /// @param applies whether the item is for the subject at all
    /// @param amount  empty while it cannot be told
    private record Measure(
            boolean applies,
            Optional<Rational> amount,
            List<String> why,
            List<Long> records,
            List<Verdict> open,
            List<ItemScore.Share> among) {
        Measure(boolean applies, Optional<Rational> amount, List<String> why, List<Long> records) {
            this(applies, amount, why, records, List.of(), List.of());
        }
    }

    /// The marks of one subject, in the order of the items.
    ///
    /// @param telling whether it is told what one more would bring
    List<ItemScore> marks(int subject, boolean telling) {
        List<ItemScore> marks = new ArrayList<>();
        for (int index = 0; index < scheme.items().size(); index++) {
            marks.add(mark(scheme.items().get(index), measures.get(index), subject, telling));
        }
        return marks;
    }

    private Measure measure(Scheme.Item item, Subject subject) {
        Certainty applies = subject.holds(item.when());
        if (applies == Certainty.FALSE) {
            return new Measure(false, Optional.empty(), List.of(), List.of());
        }
        return switch (item.source()) {
            case Scheme.Source.OfDuty(String number) -> ofDuty(item, number, subject);
            case Scheme.Source.OfMetric(String number) -> ofMetric(number, subject);
            case Scheme.Source.ByExpression(Expression value) -> {
                Used used = new Used();
                subject.record().ifPresent(record -> used.kept(new Value.Link(record.number())));
                Value found = subject.evaluate(value, used);
                String said = found instanceof Value.Unknown(String cause) ? cause : "";
                Optional<Rational> amount = Slots.amount(found);
                yield new Measure(
                        true,
                        applies == Certainty.TRUE ? amount : Optional.empty(),
                        List.of(amount.map(number -> value.source() + "=" + number).orElse(said)),
                        used.records(),
                        List.of(),
                        used.among());
            }
        };
    }

    private Measure ofMetric(String number, Subject subject) {
        if (!(subject.value() instanceof Value.Reference bearer)) {
            return new Measure(true, Optional.empty(), List.of("指标要有主体"), List.of());
        }
        return Metrics.find(asOf, number.substring(number.indexOf('/') + 1), period.start())
                .map(found -> Metrics.of(found.institution(), found.metric(), bearer, period, asOf))
                .map(
                        value ->
                                new Measure(
                                        true,
                                        value.value(),
                                        List.of(
                                                value.value()
                                                        .map(count -> number + "=" + count)
                                                        .orElse(value.unknown())),
                                        value.records()))
                .orElseGet(
                        () ->
                                new Measure(
                                        true,
                                        Optional.empty(),
                                        List.of("没有指标" + number),
                                        List.of()));
    }

    /// For 扣 how many are missing; else the share of what is owed that was fulfilled.
    private Measure ofDuty(Scheme.Item item, String cited, Subject subject) {
        List<Verdict> all = verdicts(cited, subject);
        List<Verdict> verdicts =
                all.stream().filter(verdict -> isDecided(verdict.standing())).toList();
        List<Verdict> open = all.stream().filter(verdict -> isOpen(verdict.standing())).toList();
        boolean deducts = item.marking() instanceof Scheme.Marking.Deducted;
        boolean unknown =
                verdicts.stream().anyMatch(verdict -> verdict.standing() == Standing.UNPROVEN);
        Rational amount = Rational.ZERO;
        List<String> why = new ArrayList<>();
        List<Long> records = new ArrayList<>();
        for (Verdict verdict : verdicts) {
            Rational one = deducts ? missing(item.marking(), verdict) : fulfilled(verdict);
            amount = amount.plus(one);
            why.add(
                    Sentences.of(
                            verdict.withoutClassed(asOf.known().records()),
                            asOf.known().organization()));
            verdict.counted().stream().map(Contribution::record).forEach(records::add);
        }
        boolean share = !deducts && !verdicts.isEmpty();
        Rational measured = share ? amount.dividedBy(Rational.of(verdicts.size())) : amount;
        boolean nothing = !deducts && verdicts.isEmpty();
        return new Measure(
                !nothing,
                unknown ? Optional.empty() : Optional.of(measured),
                why,
                records,
                open,
                List.of());
    }

    private List<Verdict> verdicts(String cited, Subject subject) {
        int slash = cited.indexOf('/');
        String id = slash < 0 ? institution.id() : cited.substring(0, slash);
        String number = cited.substring(slash + 1);
        Raising raising = new Raising(asOf, who -> isOf(who, subject.value()));
        return asOf.known().rules().versions(id).stream()
                .flatMap(version -> raised(raising, version, number).stream())
                .filter(one -> one.bearer().filter(who -> isOf(who, subject.value())).isPresent())
                .map(one -> Judging.judge(one, asOf))
                .toList();
    }

    private static boolean isOpen(Standing standing) {
        return standing == Standing.AHEAD || standing == Standing.OPEN;
    }

    /// What a subject owes itself, and for a body what its posts owe.
    private boolean isOf(Value.Reference who, Value subject) {
        return subject.equals(who) || subject.equals(bodyOf(who));
    }

    private List<Obligation> raised(Raising raising, Enactment version, String number) {
        return version.institution().duty(number).stream()
                .flatMap(duty -> raising.of(version, duty, period.start(), period.end()).stream())
                .toList();
    }

    private Value bodyOf(Value.Reference bearer) {
        return asOf.known()
                .organization()
                .post(bearer.code(), period.start())
                .<Value>map(post -> Value.Reference.body(post.body()))
                .orElse(bearer);
    }

    /// What rests, lapsed or is not due yet neither gives nor takes points.
    private static boolean isDecided(Standing standing) {
        return switch (standing) {
            case FULFILLED, LATE, BREACHED, UNPROVEN -> true;
            case AHEAD, OPEN, WAIVED, STAYED, REVOKED, NOT_APPLICABLE, INACTIVE, CONFLICTED ->
                    false;
        };
    }

    private static Rational missing(Scheme.Marking marking, Verdict verdict) {
        List<String> states =
                marking instanceof Scheme.Marking.Deducted deducted && !deducted.states().isEmpty()
                        ? deducted.states()
                        : List.of(Standing.BREACHED.word());
        if (!states.contains(verdict.standing().word())) {
            return Rational.ZERO;
        }
        return verdict.required()
                .map(required -> required.minus(verdict.certain()))
                .filter(lack -> lack.compareTo(Rational.ZERO) > 0)
                .orElse(Rational.ONE);
    }

    private static Rational fulfilled(Verdict verdict) {
        return verdict.standing() == Standing.FULFILLED ? Rational.ONE : Rational.ZERO;
    }

    private ItemScore mark(Scheme.Item item, List<Measure> all, int subject, boolean telling) {
        Measure own = all.get(subject);
        if (!own.applies()) {
            return ItemScore.notApplicable(item);
        }
        Rational full = Marks.number(item.full(), subjects.get(subject).situation());
        Optional<Rational> points =
                own.amount().flatMap(amount -> points(item, all, subject, amount));
        return new ItemScore(
                item,
                full,
                points,
                own.why(),
                own.records(),
                own.open(),
                own.among(),
                telling
                        ? points.filter(got -> got.compareTo(full) < 0)
                                .flatMap(got -> more(item, all, subject, got))
                        : Optional.empty());
    }

    /// What an amount found of a subject would come to.
    private Optional<Rational> points(
            Scheme.Item item, List<Measure> all, int subject, Rational amount) {
        Situation situation = subjects.get(subject).situation();
        Rational full = Marks.number(item.full(), situation);
        return Marks.of(item, full, amount, compared(all, subject, amount), situation)
                .map(got -> Marks.within(full, got));
    }

    /// What one more of a metric, or one more that an expression counts, would bring.
    private Optional<OneMore> more(
            Scheme.Item item, List<Measure> all, int subject, Rational points) {
        Function<Rational, Rational> gained =
                amount ->
                        points(item, all, subject, amount)
                                .map(got -> got.minus(points))
                                .orElse(Rational.ZERO);
        return switch (item.source()) {
            case Scheme.Source.OfDuty _ -> Optional.empty();
            case Scheme.Source.OfMetric _ ->
                    all.get(subject)
                            .amount()
                            .map(amount -> gained.apply(amount.plus(Rational.ONE)))
                            .filter(more -> more.compareTo(Rational.ZERO) > 0)
                            .map(more -> new OneMore(Optional.empty(), Optional.empty(), more));
            case Scheme.Source.ByExpression(Expression value) ->
                    OneMore.of(subjects.get(subject), value, gained);
        };
    }

    /// What the item finds of each; who is not ranked is no measure for the others.
    private List<Rational> compared(List<Measure> all, int subject, Rational amount) {
        Optional<Expression> unranked = scheme.ranking().flatMap(Scheme.Ranking::unranked);
        List<Rational> compared = new ArrayList<>();
        for (int index = 0; index < all.size(); index++) {
            boolean apart =
                    unranked.isPresent() && subjects.get(index).holds(unranked) == Certainty.TRUE;
            if (!apart && index == subject) {
                compared.add(amount);
            } else if (!apart && all.get(index).applies()) {
                all.get(index).amount().ifPresent(compared::add);
            }
        }
        return compared;
    }
}
