package org.mingze.assessment.overview;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mingze.duty.AsOf;
import org.mingze.duty.Obligation;
import org.mingze.duty.running.DutyGroups;
import org.mingze.duty.running.FallingDue;
import org.mingze.duty.running.Tallies;
import org.mingze.duty.situation.Stages;
import org.mingze.institution.expression.Value;
import org.mingze.organization.Body;
import org.mingze.work.Rules;
import org.mingze.work.WorkRecord;
import org.mingze.work.WorkRecords;

/// 点数 — counts a county piece by piece, so that nobody who writes waits for the whole of it.
final class Counting {
    static final String FINDING = "问题";
    private static final String REOPENING = "复发";
    private static final int FINDINGS_AT_ONCE = 50;
    private static final int DUES_AT_ONCE = 5_000;

    private final LocalDate day;
    private final Rules rules;
    private final long first;
    private final Deque<FallingDue.Due> dues;
    private final Deque<WorkRecord> findings;
    private final Map<Counted.Owing, Monthly> standings = new HashMap<>();
    private final List<Counted.Problem> problems = new ArrayList<>();
    private final Map<String, String> levels = new HashMap<>();

    Counting(Tallies tallies, LocalDate day, List<FallingDue.Due> dues) {
        AsOf asOf = tallies.asOf(day);
        this.day = day;
        this.rules = asOf.known().rules();
        this.first = asOf.known().size();
        this.dues = new ArrayDeque<>(dues);
        this.findings = new ArrayDeque<>(asOf.known().records().ofType(FINDING));
    }

    /// Whether other rules came into force since it began; it must begin again then.
    boolean isOutdated(Tallies tallies) {
        return !tallies.asOf(day).known().rules().equals(rules);
    }

    boolean isDone() {
        return dues.isEmpty() && findings.isEmpty();
    }

    /// One piece more.
    void step(Tallies tallies) {
        AsOf asOf = tallies.asOf(day);
        for (int at = 0; at < DUES_AT_ONCE && !dues.isEmpty(); at++) {
            add(dues.remove(), asOf);
        }
        for (int at = 0; at < FINDINGS_AT_ONCE && !findings.isEmpty(); at++) {
            problem(findings.remove(), asOf).ifPresent(problems::add);
        }
    }

    private void add(FallingDue.Due due, AsOf asOf) {
        Optional<Body> body = due.body();
        if (body.isPresent()) {
            Obligation obligation = due.stood().obligation();
            Counted.Owing owing =
                    new Counted.Owing(
                            body.get().code(),
                            level(body.get(), asOf),
                            DutyGroups.published().of(obligation.enactment().institution().id()),
                            obligation.enactment().institution().id(),
                            obligation.duty().number());
            standings
                    .computeIfAbsent(owing, _ -> new Monthly())
                    .add(YearMonth.from(due.day()), due.stood().standing(), due.stood().records());
        }
    }

    private String level(Body body, AsOf asOf) {
        return levels.computeIfAbsent(
                body.code(), _ -> FallingDue.level(body, asOf.known().organization(), day));
    }

    private static Optional<Counted.Problem> problem(WorkRecord root, AsOf asOf) {
        return Stages.of(asOf, root.number())
                .map(
                        stage ->
                                new Counted.Problem(
                                        root,
                                        root.field("源").map(Counting::text).orElse(""),
                                        stage,
                                        body(root),
                                        Stages.isClosed(asOf, root.number()),
                                        asOf.known().records().followersOf(root.number()).stream()
                                                .anyMatch(
                                                        later ->
                                                                later.type()
                                                                        .name()
                                                                        .equals(REOPENING))));
    }

    private static Optional<String> body(WorkRecord root) {
        return root.field("责任单位")
                .filter(value -> value instanceof Value.Reference)
                .map(value -> ((Value.Reference) value).code());
    }

    private static String text(Value value) {
        return value instanceof Value.Text(String words) ? words : "";
    }

    /// What was counted, once nothing is left to count.
    Counted counted(long last, List<WorkRecords.Lag> lags) {
        return new Counted(day, first, last, standings, problems, lags);
    }
}
