package org.mingze.duty.simulation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mingze.duty.AsOf;
import org.mingze.duty.Obligation;
import org.mingze.duty.ObligationKey;
import org.mingze.duty.Obligations;
import org.mingze.duty.Sentences;
import org.mingze.duty.Standing;
import org.mingze.duty.Verdict;
import org.mingze.duty.running.Tallies;
import org.mingze.institution.Duty;
import org.mingze.work.Enactment;
import org.mingze.work.Knowledge;
import org.mingze.work.Rules;

/// 推演草案 — judges the obligations of a past range under the enacted rules and under a draft, and
/// tells what differs. Only what the draft touches is judged; nothing is written.
public final class SimulatingDraft {
    private static final int SAID_MAX = 2000;

    private final Knowledge known;
    private final Simulation.Asked asked;
    private final Progress progress;
    private final boolean everything;

    /// 进度 — told how many obligations are judged.
    @FunctionalInterface
    public interface Progress {
        void reached(long judged);
    }

    public SimulatingDraft(
            Knowledge known, LocalDate from, LocalDate to, LocalDate at, Progress progress) {
        this(known, new Simulation.Asked(from, to, at, known.size()), progress, false);
    }

    /// @param everything judges what the draft does not touch as well; the answer is the same
    SimulatingDraft(
            Knowledge known, Simulation.Asked asked, Progress progress, boolean everything) {
        this.known = known;
        this.asked = asked;
        this.progress = progress;
        this.everything = everything;
    }

    /// What one set of rules makes of the range.
    private record Judged(AsOf asOf, Map<ObligationKey, Verdict> verdicts) {}

    /// Simulates a draft and, for each number named, the same draft with it one smaller and one
    /// larger.
    ///
    /// @throws IllegalArgumentException with a sentence if the draft has no such number
    public Simulation simulate(DraftRules draft, Collection<String> varied) {
        Rules rules = draft.over(asked.from());
        Touched touched = Touched.by(draft.draft().id(), known.rules(), rules);
        Judged before = judged(known, touched, draft);
        Judged after = judged(known.under(rules), touched, draft);
        List<Simulation.Variation> variations = new ArrayList<>();
        for (String parameter : varied) {
            for (int by : List.of(-1, 1)) {
                variations.add(variation(draft.varied(parameter, by), parameter, by));
            }
        }
        return new Simulation(
                new Simulation.Draft(draft.draft().id(), draft.draft().title()),
                asked,
                touched.duties(),
                matrix(before, after),
                changes(before, after),
                Demand.of(after.verdicts().values()).beyond(Demand.of(before.verdicts().values())),
                Feasibility.impossible(after.verdicts().values(), known.calendar()),
                share(before),
                share(after),
                variations);
    }

    private Simulation.Variation variation(DraftRules draft, String parameter, int by) {
        Rules rules = draft.over(asked.from());
        Touched touched = Touched.by(draft.draft().id(), known.rules(), rules);
        Judged before = judged(known, touched, draft);
        Judged after = judged(known.under(rules), touched, draft);
        int breaches = 0;
        int newBreaches = 0;
        for (Verdict verdict : after.verdicts().values()) {
            if (Simulation.isBreach(verdict.standing())) {
                breaches++;
                Verdict earlier = before.verdicts().get(verdict.obligation().key());
                newBreaches += earlier == null || !Simulation.isBreach(earlier.standing()) ? 1 : 0;
            }
        }
        return new Simulation.Variation(
                parameter,
                by,
                draft.value(parameter, asked.from()),
                breaches,
                newBreaches,
                Feasibility.impossible(after.verdicts().values(), known.calendar()).size());
    }

    /// Judges with candidates kept for the institution alone.
    private Judged judged(Knowledge under, Touched touched, DraftRules draft) {
        Map<ObligationKey, Verdict> verdicts = new LinkedHashMap<>();
        AsOf searching = new AsOf(under, asked.at());
        if (touched.isNothing() && !everything) {
            return new Judged(searching, verdicts);
        }
        Knowledge alone = under.under(alone(under.rules(), draft.draft().id()));
        Tallies tallies = Tallies.over(alone);
        try {
            AsOf asOf = new AsOf(under, asked.at(), tallies.asOf(asked.at()).kept());
            Obligations obligations = new Obligations(asOf);
            for (Obligation owed :
                    obligations.raised(
                            asked.from(),
                            asked.to(),
                            (version, duty) -> isMeant(touched, version, duty))) {
                verdicts.put(owed.key(), obligations.judge(owed));
                progress.reached(verdicts.size());
            }
        } finally {
            tallies.close();
        }
        return new Judged(searching, verdicts);
    }

    private boolean isMeant(Touched touched, Enactment version, Duty duty) {
        return everything || touched.includes(version, duty);
    }

    private static Rules alone(Rules rules, String institution) {
        return new Rules(rules.vocabulary(), rules.versions(institution), rules.settings());
    }

    private static Set<ObligationKey> keys(Judged before, Judged after) {
        Set<ObligationKey> keys = new LinkedHashSet<>(before.verdicts().keySet());
        keys.addAll(after.verdicts().keySet());
        return keys;
    }

    private static List<Simulation.Transition> matrix(Judged before, Judged after) {
        Map<Simulation.Transition, Integer> counts = new HashMap<>();
        for (ObligationKey key : keys(before, after)) {
            counts.merge(
                    new Simulation.Transition(standing(before, key), standing(after, key), 0),
                    1,
                    Integer::sum);
        }
        List<Optional<Standing>> all = new ArrayList<>();
        all.add(Optional.empty());
        for (Standing standing : Standing.values()) {
            all.add(Optional.of(standing));
        }
        List<Simulation.Transition> matrix = new ArrayList<>();
        for (Optional<Standing> old : all) {
            for (Optional<Standing> now : all) {
                Integer count = counts.get(new Simulation.Transition(old, now, 0));
                if (count != null) {
                    matrix.add(new Simulation.Transition(old, now, count));
                }
            }
        }
        return matrix;
    }

    private static Optional<Standing> standing(Judged judged, ObligationKey key) {
        return Optional.ofNullable(judged.verdicts().get(key)).map(Verdict::standing);
    }

    private List<Simulation.Change> changes(Judged before, Judged after) {
        List<Simulation.Change> changes = new ArrayList<>();
        for (ObligationKey key : keys(before, after)) {
            Optional<Verdict> old = Optional.ofNullable(before.verdicts().get(key));
            Optional<Verdict> now = Optional.ofNullable(after.verdicts().get(key));
            if (!old.map(Verdict::standing).equals(now.map(Verdict::standing))) {
                boolean said = changes.size() < SAID_MAX;
                changes.add(
                        new Simulation.Change(
                                key,
                                old.map(Verdict::standing),
                                now.map(Verdict::standing),
                                said ? sentence(old, before) : "",
                                said ? sentence(now, after) : ""));
            }
        }
        return changes;
    }

    /// Judged again with every record that does not count explained.
    private String sentence(Optional<Verdict> verdict, Judged judged) {
        Obligations explaining = new Obligations(judged.asOf());
        return verdict.map(Verdict::obligation)
                .map(explaining::judge)
                .map(explained -> Sentences.of(explained, known.organization()))
                .orElse("");
    }

    private static Simulation.Share share(Judged judged) {
        return new Simulation.Share(
                (int)
                        judged.verdicts().values().stream()
                                .filter(verdict -> verdict.standing() == Standing.UNPROVEN)
                                .count(),
                judged.verdicts().size());
    }
}
