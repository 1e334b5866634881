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
import org.mingze.duty.ObligationKey;
import org.mingze.duty.Sentences;
import org.mingze.duty.Standing;
import org.mingze.duty.form.Judging;
import org.mingze.duty.form.Raising;
import org.mingze.duty.running.Sweep;
import org.mingze.duty.running.Tallies;
import org.mingze.institution.Duty;
import org.mingze.work.Enactment;
import org.mingze.work.Knowledge;
import org.mingze.work.Rules;

/// 推演草案 — judges the obligations of a past range under the enacted rules and under a draft, and
/// tells what differs. Only what the draft touches is judged; nothing is written.
public final class SimulatingDraft {
    private static final int SAID_MAX = 500;

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
    private record Answer(AsOf asOf, Map<ObligationKey, Judged> verdicts) {}

    /// Simulates a draft and, for each number named, the same draft with it one smaller and one
    /// larger.
    ///
    /// @throws IllegalArgumentException with a sentence if the draft has no such number
    public Simulation simulate(DraftRules draft, Collection<String> varied) {
        Rules rules = draft.over(asked.from());
        Touched touched = Touched.by(draft.draft().id(), known.rules(), rules);
        Answer before = judged(known, touched);
        Answer after = judged(known.under(rules), touched);
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
                same(before, after),
                extra(before, after),
                Feasibility.impossible(after.verdicts().values(), known.calendar()),
                share(before),
                share(after),
                variations);
    }

    private Simulation.Variation variation(DraftRules draft, String parameter, int by) {
        Rules rules = draft.over(asked.from());
        Touched touched = Touched.by(draft.draft().id(), known.rules(), rules);
        Answer before = judged(known, touched);
        Answer after = judged(known.under(rules), touched);
        int breaches = 0;
        int newBreaches = 0;
        for (Judged verdict : after.verdicts().values()) {
            if (Simulation.isBreach(verdict.standing())) {
                breaches++;
                Judged earlier = before.verdicts().get(verdict.obligation().key());
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

    /// Judges with counts kept for what the draft touches.
    private Answer judged(Knowledge under, Touched touched) {
        Map<ObligationKey, Judged> verdicts = new LinkedHashMap<>();
        if (touched.isNothing() && !everything) {
            return new Answer(new AsOf(under, asked.at()), verdicts);
        }
        boolean all = everything || touched.isEverything();
        Rules rules = all ? under.rules() : alone(under.rules(), touched);
        Tallies tallies = Tallies.over(under.under(rules));
        try {
            AsOf asOf = tallies.asOf(asked.at());
            Sweep sweep = new Sweep(tallies, asked.at());
            Raising raising = new Raising(asOf);
            for (String id : rules.institutions()) {
                for (Enactment version : rules.versions(id)) {
                    for (Duty duty : version.institution().duties()) {
                        if (!all && !touched.includes(version, duty)) {
                            continue;
                        }
                        if (Judged.isSwept(duty.form())) {
                            sweep.each(
                                    version,
                                    duty,
                                    asked.from(),
                                    asked.to(),
                                    stood -> keep(verdicts, Judged.of(stood, asOf)));
                        } else {
                            raising.of(version, duty, asked.from(), asked.to())
                                    .forEach(
                                            owed ->
                                                    keep(
                                                            verdicts,
                                                            Judged.of(Judging.judge(owed, asOf))));
                        }
                    }
                }
            }
        } finally {
            tallies.close();
        }
        return new Answer(new AsOf(under, asked.at()), verdicts);
    }

    private void keep(Map<ObligationKey, Judged> verdicts, Judged judged) {
        verdicts.put(judged.obligation().key(), judged);
        progress.reached(verdicts.size());
    }

    /// The rules as everybody looks at them, with the duties that matter only.
    private static Rules alone(Rules rules, Touched touched) {
        List<Enactment> versions = new ArrayList<>();
        for (String id : rules.institutions()) {
            for (Enactment version : rules.versions(id)) {
                List<Duty> kept =
                        version.institution().duties().stream()
                                .filter(duty -> touched.needs(version, duty))
                                .toList();
                versions.add(
                        new Enactment(
                                version.institution().with(kept),
                                version.entryNumber(),
                                version.knownOn(),
                                version.repealedFrom()));
            }
        }
        return new Rules(rules.vocabulary(), versions, rules.settings());
    }

    private static Set<ObligationKey> keys(Answer before, Answer after) {
        Set<ObligationKey> keys = new LinkedHashSet<>(before.verdicts().keySet());
        keys.addAll(after.verdicts().keySet());
        return keys;
    }

    private static List<Simulation.Transition> matrix(Answer before, Answer after) {
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

    private static Optional<Standing> standing(Answer judged, ObligationKey key) {
        return Optional.ofNullable(judged.verdicts().get(key)).map(Judged::standing);
    }

    private List<Simulation.Change> changes(Answer before, Answer after) {
        List<Simulation.Change> changes = new ArrayList<>();
        for (ObligationKey key : keys(before, after)) {
            Optional<Judged> old = Optional.ofNullable(before.verdicts().get(key));
            Optional<Judged> now = Optional.ofNullable(after.verdicts().get(key));
            if (!old.map(Judged::standing).equals(now.map(Judged::standing))) {
                boolean said = changes.size() < SAID_MAX;
                changes.add(
                        new Simulation.Change(
                                key,
                                old.map(Judged::standing),
                                now.map(Judged::standing),
                                said ? sentence(old, before) : "",
                                said ? sentence(now, after) : ""));
            }
        }
        return changes;
    }

    private static List<Simulation.Change> same(Answer before, Answer after) {
        return keys(before, after).stream()
                .filter(key -> standing(before, key).equals(standing(after, key)))
                .map(
                        key ->
                                new Simulation.Change(
                                        key, standing(before, key), standing(after, key), "", ""))
                .toList();
    }

    /// Judged again with every record that does not count explained.
    private String sentence(Optional<Judged> found, Answer answer) {
        return found.map(Judged::obligation)
                .map(owed -> Judging.judge(owed, answer.asOf()))
                .map(explained -> Sentences.of(explained, known.organization()))
                .orElse("");
    }

    /// In whole months of the range: of a month that it cuts, longer periods reach in from outside
    /// and shorter ones do not.
    private List<Simulation.Extra> extra(Answer before, Answer after) {
        return Demand.of(after.verdicts().values())
                .beyond(Demand.of(before.verdicts().values()))
                .stream()
                .filter(each -> !each.month().atDay(1).isBefore(asked.from()))
                .filter(each -> !each.month().atEndOfMonth().isAfter(asked.to()))
                .toList();
    }

    private static Simulation.Share share(Answer judged) {
        return new Simulation.Share(
                (int)
                        judged.verdicts().values().stream()
                                .filter(verdict -> verdict.standing() == Standing.UNPROVEN)
                                .count(),
                judged.verdicts().size());
    }
}
