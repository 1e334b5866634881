package org.mingze.duty.assessment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import org.mingze.calendar.Period;
import org.mingze.calendar.Periods;
import org.mingze.duty.AsOf;
import org.mingze.duty.situation.Bearers;
import org.mingze.duty.situation.Certainty;
import org.mingze.duty.situation.Situation;
import org.mingze.institution.Bearer;
import org.mingze.institution.Institution;
import org.mingze.institution.Role;
import org.mingze.institution.assessment.Scheme;
import org.mingze.institution.expression.Expression;
import org.mingze.institution.expression.Rational;
import org.mingze.institution.expression.Value;
import org.mingze.journal.Entry;

/// 考核 — the scores of every subject of a scheme in a period, as known and until the day asked.
public final class Assessment {
    private final Institution institution;
    private final Scheme scheme;
    private final Period period;
    private final AsOf asOf;

    public Assessment(Institution institution, Scheme scheme, Period period, AsOf asOf) {
        this.institution = institution;
        this.scheme = scheme;
        this.period = period;
        this.asOf = asOf;
    }

    /// Whom the scheme assesses in the period, before anything is measured.
    ///
    /// @param inactive what is missing, for those of whom nothing can be reckoned yet
    public record Assessed(List<Value> scored, List<Score> inactive) {
        public int all() {
            return scored.size() + inactive.size();
        }
    }

    public Assessed assessed() {
        List<Score> inactive = new ArrayList<>();
        List<Value> scored = measurable(inactive).stream().map(Measuring.Subject::value).toList();
        return new Assessed(scored, List.copyOf(inactive));
    }

    /// @param inactive takes those of whom nothing can be reckoned yet
    private List<Measuring.Subject> measurable(List<Score> inactive) {
        List<Measuring.Subject> subjects = new ArrayList<>();
        for (Measuring.Subject each : subjects()) {
            Optional<String> missing = Marks.missing(scheme, each.situation());
            missing.ifPresent(why -> inactive.add(Score.inactive(each.value(), why)));
            if (missing.isEmpty() && each.holds(scheme.eligible()) != Certainty.FALSE) {
                subjects.add(each);
            }
        }
        return subjects;
    }

    /// The best first where the scheme ranks, else in the order of the subjects.
    public List<Score> scores() {
        return scores(_ -> true);
    }

    /// Of those wanted only; the others are measured only where the scheme compares them.
    public List<Score> scores(Predicate<Value> wanted) {
        return scores(each -> scheme.isComparing() || wanted.test(each), Optional.empty()).stream()
                .filter(score -> wanted.test(score.subject()))
                .toList();
    }

    /// The score of one subject; the others are measured only where the scheme compares them.
    public Optional<Score> score(Value subject) {
        return scores(each -> scheme.isComparing() || each.equals(subject), Optional.of(subject))
                .stream()
                .filter(score -> score.subject().equals(subject))
                .findFirst();
    }

    /// @param asked of whom it is told as well what one more would bring
    private List<Score> scores(Predicate<Value> wanted, Optional<Value> asked) {
        List<Score> inactive = new ArrayList<>();
        List<Measuring.Subject> subjects =
                measurable(inactive).stream().filter(each -> wanted.test(each.value())).toList();
        Measuring measuring = new Measuring(institution, scheme, period, asOf, subjects);
        List<Score> scores = new ArrayList<>();
        for (int index = 0; index < subjects.size(); index++) {
            boolean telling = asked.equals(Optional.of(subjects.get(index).value()));
            scores.add(score(subjects.get(index), measuring.marks(index, telling)));
        }
        List<Score> all = new ArrayList<>(graded(subjects, scores));
        all.addAll(inactive);
        return List.copyOf(all);
    }

    /// Whether a post may give points by hand and answer appeals of a subject: where 督 names who,
    /// that post, or any post of that body; nobody while it cannot be told whom it names.
    public boolean isEnforcer(String post, Value subject) {
        return scheme.enforcer().isEmpty()
                || enforcer(subject).filter(who -> isOf(post, who)).isPresent();
    }

    /// Whom 督 means for a subject.
    public Optional<Value.Reference> enforcer(Value subject) {
        return subjects().stream()
                .filter(each -> each.value().equals(subject))
                .findFirst()
                .flatMap(each -> scheme.enforcer().flatMap(named -> enforcer(named, each)));
    }

    private static Optional<Value.Reference> enforcer(Bearer named, Measuring.Subject subject) {
        return switch (named) {
            case Bearer.ByRole _ -> Bearers.resolve(named, subject.situation());
            case Bearer.ByField(Expression expression) ->
                    subject.evaluate(expression, Expression.Telling.NOTHING)
                                    instanceof Value.Reference who
                            ? Optional.of(who)
                            : Optional.empty();
        };
    }

    private boolean isOf(String post, Value.Reference who) {
        return who.code().equals(post)
                || asOf.known()
                        .organization()
                        .post(post, asOf.day())
                        .filter(held -> held.body().equals(who.code()))
                        .isPresent();
    }

    private List<Score> graded(List<Measuring.Subject> subjects, List<Score> scores) {
        if (scheme.ranking().isPresent()) {
            return ranked(scheme.ranking().get(), subjects, scores);
        }
        List<Score> graded = new ArrayList<>();
        for (int index = 0; index < scores.size(); index++) {
            Situation situation = subjects.get(index).situation();
            Score score = scores.get(index);
            Optional<String> word = score.total().flatMap(total -> grade(total, situation));
            graded.add(score.graded(word, OptionalInt.empty()));
        }
        return graded;
    }

    private List<Measuring.Subject> subjects() {
        Situation situation = Situation.of(asOf, institution, period.start()).in(period);
        return switch (scheme.subjects()) {
            case Scheme.Subjects.Members(Role role) ->
                    Bearers.members(role, institution, asOf.known().organization(), period.start())
                            .stream()
                            .map(
                                    who ->
                                            new Measuring.Subject(
                                                    who,
                                                    situation.borneBy(Optional.of(who)).among(role),
                                                    Optional.empty()))
                            .toList();
            case Scheme.Subjects.RecordsOf(String type) ->
                    asOf.known().records().ofType(type, period.start(), last()).stream()
                            .map(
                                    record ->
                                            new Measuring.Subject(
                                                    new Value.Link(record.number()),
                                                    situation,
                                                    Optional.of(record)))
                            .toList();
        };
    }

    private LocalDate last() {
        return asOf.day().isBefore(period.end()) ? asOf.day() : period.end();
    }

    private Score score(Measuring.Subject subject, List<ItemScore> marks) {
        List<Score.Manual> manual = manual(subject.value());
        Optional<Rational> total = Optional.of(Rational.ZERO);
        for (ItemScore mark : marks) {
            total = total.flatMap(sum -> mark.points().map(sum::plus));
        }
        Rational given =
                manual.stream().map(Score.Manual::points).reduce(Rational.ZERO, Rational::plus);
        return new Score(
                subject.value(),
                marks,
                manual,
                total.map(sum -> sum.plus(capped(given, subject.situation()))),
                Optional.empty(),
                OptionalInt.empty(),
                Optional.empty());
    }

    private Rational capped(Rational given, Situation situation) {
        Rational most =
                scheme.manual()
                        .map(manual -> Marks.number(manual.atMost(), situation))
                        .orElse(Rational.ZERO);
        if (given.compareTo(most) > 0) {
            return most;
        }
        return given.compareTo(most.negated()) < 0 ? most.negated() : given;
    }

    /// 评分 entries that cite the scheme, the subject and the period, with everything required.
    private List<Score.Manual> manual(Value subject) {
        List<Score.Manual> given = new ArrayList<>();
        for (Entry entry : asOf.known().acts("评分")) {
            boolean cites =
                    is(entry, "编号", institution.id())
                            && is(entry, "号", scheme.number())
                            && is(entry, "谁", code(subject))
                            && is(entry, "期", Periods.code(period))
                            && !entry.occurred().day().isAfter(asOf.day());
            boolean complete =
                    scheme.manual().isPresent()
                            && scheme.manual().get().required().stream()
                                    .allMatch(field -> !text(entry, field).isBlank());
            if (cites && complete && isEnforcer(entry.recorder().post(), subject)) {
                given.add(
                        new Score.Manual(
                                entry.number(),
                                Rational.parse(text(entry, "分")),
                                text(entry, "理由"),
                                text(entry, "署名")));
            }
        }
        return given;
    }

    private static boolean is(Entry entry, String field, String wanted) {
        return text(entry, field).equals(wanted);
    }

    private static String text(Entry entry, String field) {
        return entry.content().text(field).orElse("");
    }

    private static String code(Value subject) {
        return switch (subject) {
            case Value.Reference reference -> reference.code();
            case Value.Link(long number) -> Long.toString(number);
            case Value other -> other.toString();
        };
    }

    private Optional<String> grade(Rational total, Situation situation) {
        return scheme.grades().stream()
                .sorted(
                        Comparator.comparing(
                                        (Scheme.Grade grade) ->
                                                Marks.number(grade.atLeast(), situation))
                                .reversed())
                .filter(grade -> total.compareTo(Marks.number(grade.atLeast(), situation)) >= 0)
                .map(Scheme.Grade::word)
                .findFirst();
    }

    private List<Score> ranked(
            Scheme.Ranking ranking, List<Measuring.Subject> subjects, List<Score> scores) {
        List<Score> placed = new ArrayList<>();
        List<Score> apart = new ArrayList<>();
        for (int index = 0; index < scores.size(); index++) {
            boolean unranked =
                    ranking.unranked().isPresent()
                            && subjects.get(index).holds(ranking.unranked()) == Certainty.TRUE;
            boolean known = scores.get(index).total().isPresent();
            if (unranked || !known) {
                Optional<String> word = unranked ? ranking.treatedAs() : Optional.empty();
                apart.add(scores.get(index).graded(word, OptionalInt.empty()));
            } else {
                placed.add(scores.get(index));
            }
        }
        placed.sort(Comparator.comparing(Assessment::points).reversed());
        Map<Value, Situation> situations = new HashMap<>();
        subjects.forEach(each -> situations.put(each.value(), each.situation()));
        List<Score> ranked = new ArrayList<>();
        for (int index = 0; index < placed.size(); index++) {
            int rank = rank(ranking, placed, index, ranked);
            Score score = placed.get(index);
            Situation situation = Objects.requireNonNull(situations.get(score.subject()));
            Optional<String> word =
                    band(ranking, rank, placed.size(), situation)
                            .or(() -> score.total().flatMap(total -> grade(total, situation)));
            ranked.add(score.graded(word, OptionalInt.of(rank)));
        }
        ranked.addAll(apart);
        return ranked;
    }

    private static Rational points(Score score) {
        return score.total().orElse(Rational.ZERO);
    }

    private static int rank(
            Scheme.Ranking ranking, List<Score> placed, int index, List<Score> ranked) {
        boolean same =
                ranking.sameRank()
                        && index > 0
                        && points(placed.get(index)).equals(points(placed.get(index - 1)));
        return same ? ranked.getLast().rank().orElse(index + 1) : index + 1;
    }

    private static Optional<String> band(
            Scheme.Ranking ranking, int rank, int all, Situation situation) {
        return ranking.bands().stream()
                .sorted(Comparator.comparing(band -> Marks.number(band.upTo(), situation)))
                .filter(
                        band ->
                                Rational.of(rank)
                                                .compareTo(
                                                        Marks.number(band.upTo(), situation)
                                                                .times(Rational.of(all)))
                                        <= 0)
                .map(Scheme.Band::word)
                .findFirst();
    }
}
