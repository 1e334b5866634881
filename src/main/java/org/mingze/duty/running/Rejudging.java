package org.mingze.duty.running;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mingze.duty.AsOf;
import org.mingze.duty.Obligation;
import org.mingze.duty.Obligations;
import org.mingze.duty.Occasion;
import org.mingze.duty.Verdict;
import org.mingze.duty.form.Judging;
import org.mingze.duty.form.Raising;
import org.mingze.institution.Duty;
import org.mingze.institution.expression.Value;
import org.mingze.work.Enactment;
import org.mingze.work.Knowledge;
import org.mingze.work.RecordHistory;
import org.mingze.work.Records;
import org.mingze.work.WorkRecord;

/// 续判 — what a few bearers owe over a range of days, judged once; after new records only what
/// these may have changed is judged again.
public final class Rejudging {
    private final Knowledge known;
    private final Set<Value.Reference> bearers;
    private final LocalDate from;
    private final LocalDate to;
    private final AsOf asOf;
    private final Raising raising;

    /// 已判 — the verdicts of each duty of each version, in the order of the rules.
    public record Judged(long size, Map<Place, List<Verdict>> byDuty) {
        public List<Verdict> verdicts() {
            return byDuty.values().stream().flatMap(List::stream).toList();
        }
    }

    /// A duty of a version of an institution; versions are counted, since only rules renumber them.
    public record Place(String institution, int version, String duty) {}

    public Rejudging(
            Knowledge known,
            LocalDate day,
            Set<Value.Reference> bearers,
            LocalDate from,
            LocalDate to) {
        this.known = known;
        this.bearers = Set.copyOf(bearers);
        this.from = from;
        this.to = to;
        this.asOf = new AsOf(known, day);
        this.raising = new Raising(asOf, this.bearers);
    }

    /// Everything raised over these days.
    public Judged all() {
        Map<Place, List<Verdict>> judged = new LinkedHashMap<>();
        each((place, version, duty) -> judged.put(place, whole(version, duty)));
        return new Judged(known.size(), judged);
    }

    /// The same, from what was judged before, where only records came or changed since; empty where
    /// something else was entered.
    public Optional<Judged> after(Judged before, Mentions mentions) {
        return known.touchedSince(before.size())
                .map(records -> after(before, new Change(known, mentions, records)));
    }

    private interface OfDuty {
        void at(Place place, Enactment version, Duty duty);
    }

    private void each(OfDuty action) {
        for (String id : known.rules().institutions()) {
            int count = 0;
            for (Enactment version : known.rules().versions(id)) {
                for (Duty duty : version.institution().duties()) {
                    action.at(new Place(id, count, duty.number()), version, duty);
                }
                count++;
            }
        }
    }

    private List<Verdict> whole(Enactment version, Duty duty) {
        return judged(raising.of(version, duty, from, to));
    }

    private List<Verdict> judged(List<Obligation> raised) {
        return raised.stream().map(each -> Judging.judge(each, asOf)).toList();
    }

    private Judged after(Judged before, Change change) {
        Map<Place, List<Verdict>> judged = new LinkedHashMap<>();
        each(
                (place, version, duty) ->
                        judged.put(
                                place,
                                now(
                                        change,
                                        version,
                                        duty,
                                        before.byDuty().getOrDefault(place, List.of()))));
        return new Judged(known.size(), judged);
    }

    private List<Verdict> now(Change change, Enactment version, Duty duty, List<Verdict> old) {
        return switch (change.of(version, duty)) {
            case Change.Extent.Nothing() -> old;
            case Change.Extent.Everything() -> whole(version, duty);
            case Change.Extent.Some some -> {
                if (some.owedBy().stream().anyMatch(bearers::contains)) {
                    yield whole(version, duty);
                }
                yield Obligations.triggers(duty.form()).isEmpty()
                        ? old
                        : partly(change, some, version, duty, old);
            }
        };
    }

    /// The obligations that these records raise are judged again, those of others stand.
    private List<Verdict> partly(
            Change change,
            Change.Extent.Some some,
            Enactment version,
            Duty duty,
            List<Verdict> old) {
        List<Verdict> now = new ArrayList<>();
        for (Verdict verdict : old) {
            if (!verdict.obligation().isRaisedBy(some.raisedBy())) {
                now.add(verdict);
            }
        }
        for (RecordHistory history : change.raising(some)) {
            if (Obligations.isRaised(duty, history, from, to)) {
                now.addAll(judged(raising.on(version, duty, history)));
            }
        }
        now.sort(Comparator.comparing(this::trigger, Records.ORDER));
        return now;
    }

    private WorkRecord trigger(Verdict verdict) {
        if (verdict.obligation().occasion() instanceof Occasion.OnRecord(long number, var _)) {
            return known.records().history(number).orElseThrow().original();
        }
        throw new IllegalArgumentException("not raised by a record: " + verdict.obligation());
    }
}
