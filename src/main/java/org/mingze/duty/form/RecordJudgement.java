package org.mingze.duty.form;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.mingze.duty.AsOf;
import org.mingze.duty.Contribution;
import org.mingze.duty.Obligation;
import org.mingze.duty.Rejection;
import org.mingze.duty.Standing;
import org.mingze.duty.Verdict;
import org.mingze.duty.situation.Candidates;
import org.mingze.duty.situation.Certainty;
import org.mingze.duty.situation.Distances;
import org.mingze.duty.situation.Situation;
import org.mingze.duty.situation.Tied;
import org.mingze.institution.DutyForm;
import org.mingze.institution.Selector;
import org.mingze.institution.expression.Expression;
import org.mingze.institution.expression.Rational;
import org.mingze.work.RecordHistory;
import org.mingze.work.Records;
import org.mingze.work.WorkRecord;

/// 单笔判定 — 程式, 禁止 and 次序: a record is judged by itself, on its own day.
public final class RecordJudgement {
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]+)\"");

    private RecordJudgement() {}

    public static Verdict of(Obligation obligation, DutyForm.Invariant form, AsOf asOf) {
        return judged(
                obligation,
                form.of(),
                form.when(),
                asOf,
                situated -> {
                    Certainty must =
                            Certainty.of(
                                    Optional.of(form.must()),
                                    situated.scope(),
                                    situated.situation().world());
                    return must == Certainty.TRUE
                            ? situated.verdict(Standing.FULFILLED, List.of())
                            : situated.verdict(
                                    must == Certainty.FALSE ? Standing.BREACHED : Standing.UNPROVEN,
                                    situated.failing(form.must()));
                });
    }

    public static Verdict of(Obligation obligation, DutyForm.Prohibition form, AsOf asOf) {
        return judged(
                obligation,
                form.of(),
                form.when(),
                asOf,
                situated -> situated.verdict(Standing.BREACHED, List.of()));
    }

    public static Verdict of(Obligation obligation, DutyForm.Precedence form, AsOf asOf) {
        return judged(
                obligation, form.later(), form.when(), asOf, situated -> preceded(situated, form));
    }

    private static Verdict preceded(Situated situated, DutyForm.Precedence form) {
        Selector earlier = form.earlier();
        WorkRecord later = situated.record();
        Situation situation = situated.situation().triggeredBy(later);
        List<WorkRecord> pool = before(later, earlier, situation);
        List<Contribution> found = new ArrayList<>();
        List<Rejection> rejected = new ArrayList<>();
        boolean mayExist =
                !(earlier.link() instanceof Selector.Link.Follows)
                        && !situation
                                .known()
                                .isComplete(earlier.recordType(), situation.body(), later.day());
        for (Candidates.Candidate candidate : Candidates.among(earlier, situation, pool)) {
            WorkRecord record = candidate.record();
            if (record.occurred().compareTo(later.occurred()) > 0
                    || record.number() == later.number()
                    || !Distances.isNearEnough(
                            form.distance(), record.day(), later.day(), situation)) {
                continue;
            }
            Certainty tied = tied(earlier, situation, record);
            if (tied == Certainty.FALSE) {
                continue;
            }
            Optional<Rejection> failing =
                    candidate
                            .failing()
                            .map(why -> Rejection.of(record.number(), why))
                            .or(
                                    () ->
                                            Distances.refused(
                                                    form.distance(),
                                                    record,
                                                    later.day(),
                                                    situation));
            failing.ifPresent(rejected::add);
            if (Distances.holds(form.distance(), record.day(), later.day(), situation)) {
                switch (tied.and(candidate.match())) {
                    case TRUE -> found.add(plain(record));
                    case UNKNOWN -> mayExist = true;
                    case FALSE -> {}
                }
            }
        }
        Standing standing =
                !found.isEmpty()
                        ? Standing.FULFILLED
                        : mayExist ? Standing.UNPROVEN : Standing.BREACHED;
        Verdict verdict =
                situated.verdict(standing, rejected)
                        .witnessed(found.stream().limit(1).toList(), found, rejected);
        return found.isEmpty()
                ? verdict.standing(standing, lacking(form, later.day(), situation))
                : verdict;
    }

    /// What had to come first, and by which day: 缺计划（会议计划），最晚2026-03-05.
    private static String lacking(DutyForm.Precedence form, LocalDate later, Situation situation) {
        String kinds =
                form.earlier().condition().stream()
                        .flatMap(given -> QUOTED.matcher(given.source()).results())
                        .map(quoted -> quoted.group(1))
                        .distinct()
                        .collect(Collectors.joining("、"));
        return "缺"
                + form.earlier().recordType()
                + (kinds.isEmpty() ? "" : "（" + kinds + "）")
                + Distances.last(form.distance(), later, situation)
                        .map(day -> "，最晚" + day)
                        .orElse("");
    }

    private static Contribution plain(WorkRecord record) {
        return new Contribution(
                record.number(), record.day(), Rational.ONE, record.lateDays(), false, false);
    }

    private static List<WorkRecord> before(
            WorkRecord later, Selector earlier, Situation situation) {
        Records records = situation.known().records();
        return switch (earlier.link()) {
            case Selector.Link.Follows() -> records.followedBy(later.number());
            case Selector.Link.Anything() ->
                    records.ofType(earlier.recordType(), LocalDate.MIN, later.day());
            case Selector.Link.Condition(Expression link) ->
                    Tied.pool(earlier, link, situation, LocalDate.MIN, later.day());
        };
    }

    private static Certainty tied(Selector earlier, Situation situation, WorkRecord record) {
        return switch (earlier.link()) {
            case Selector.Link.Follows() -> Certainty.TRUE;
            case Selector.Link.Anything() -> Certainty.TRUE;
            case Selector.Link.Condition(Expression link) ->
                    Certainty.of(
                            link.evaluate(
                                    situation.at(record.day()).scope(record),
                                    situation.at(record.day()).world()));
        };
    }

    /// 在案之境 — the record judged, its situation, and how a verdict on it is made.
    private record Situated(
            Obligation obligation, AsOf asOf, WorkRecord record, Situation situation) {
        org.mingze.institution.expression.Scope scope() {
            return situation.scope(record);
        }

        List<Rejection> failing(Expression condition) {
            return condition.firstFailing(scope(), situation.world()).stream()
                    .map(
                            failing ->
                                    new Rejection(
                                            record.number(),
                                            failing.condition(),
                                            failing.read(),
                                            failing.unknown()))
                    .toList();
        }

        Verdict verdict(Standing standing, List<Rejection> rejected) {
            return Verdict.of(obligation, standing, asOf, "")
                    .due(record.day(), record.day())
                    .witnessed(List.of(), List.of(), rejected);
        }
    }

    private static Verdict judged(
            Obligation obligation,
            Selector of,
            Optional<Expression> when,
            AsOf asOf,
            java.util.function.Function<Situated, Verdict> judge) {
        Optional<RecordHistory> trigger = Triggers.history(obligation, asOf);
        Optional<Verdict> gone = Triggers.unlessRaised(obligation, of, trigger, asOf);
        if (gone.isPresent()) {
            return gone.get();
        }
        WorkRecord record = trigger.orElseThrow().current();
        Situation situation = Situations.of(obligation, asOf).triggeredBy(record);
        Situated situated = new Situated(obligation, asOf, record, situation);
        return switch (Certainty.of(when, situated.scope(), situation.world())) {
            case TRUE -> judge.apply(situated);
            case FALSE -> situated.verdict(Standing.NOT_APPLICABLE, List.of());
            case UNKNOWN ->
                    situated.verdict(
                            Standing.UNPROVEN, when.map(situated::failing).orElse(List.of()));
        };
    }
}
