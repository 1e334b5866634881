package org.mingze.duty.running;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
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
import org.mingze.institution.DutyForm;
import org.mingze.institution.Selector;
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

    /// The same, where what was known before has only grown by records, from what was judged then;
    /// empty where something else was entered or a record was changed.
    public Optional<Judged> after(Judged before, Mentions mentions) {
        return known.touchedSince(before.size())
                .filter(records -> records.stream().allMatch(each -> each > before.size()))
                .map(records -> new Grown(records, mentions).after(before));
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

    /// What some new records may have changed.
    private final class Grown {
        private final Mentions mentions;
        private final Set<Long> reached;
        private final List<RecordHistory> histories;
        private final Set<String> types = new HashSet<>();
        private final Set<String> around = new HashSet<>();

        Grown(Set<Long> records, Mentions mentions) {
            this.mentions = mentions;
            this.reached = Reach.chains(known, records);
            this.histories =
                    reached.stream()
                            .flatMap(number -> known.records().history(number).stream())
                            .toList();
            for (RecordHistory history : histories) {
                types.add(history.original().type().name());
                if (!records.contains(history.number())) {
                    around.add(history.original().type().name());
                }
            }
        }

        Judged after(Judged before) {
            Map<Place, List<Verdict>> judged = new LinkedHashMap<>();
            each(
                    (place, version, duty) ->
                            judged.put(
                                    place,
                                    now(
                                            version,
                                            duty,
                                            before.byDuty().getOrDefault(place, List.of()))));
            return new Judged(known.size(), judged);
        }

        private List<Verdict> now(Enactment version, Duty duty, List<Verdict> old) {
            Mentions.OfDuty asked = mentions.of(version, duty);
            if (!asked.concernedBy(types) && !asked.standings()) {
                return old;
            }
            boolean looksFar = asked.looksThroughAny(types) || asked.followsApart(around);
            if (looksFar || asksForAll(duty.form(), asked)) {
                return whole(version, duty);
            }
            return Obligations.triggers(duty.form()).isEmpty() ? old : partly(version, duty, old);
        }

        /// Whether more may have changed than what the records around the new ones raise.
        private boolean asksForAll(DutyForm form, Mentions.OfDuty asked) {
            return switch (form) {
                case DutyForm.Frequency counting -> counts(counting.acts(), asked);
                case DutyForm.Coverage covering -> counts(covering.acts(), asked);
                case DutyForm.Response response -> isUntied(response.answer());
                case DutyForm.Precedence precedence -> isUntied(precedence.earlier());
                case DutyForm.ClosedLoop loop ->
                        loop.closing().filter(this::isUntied).isPresent()
                                || loop.relapse().filter(this::isUntied).isPresent();
                case DutyForm.Invariant _, DutyForm.Prohibition _, DutyForm.Steps _ -> false;
                case DutyForm.Rota _,
                        DutyForm.Proportion _,
                        DutyForm.BreachResponse _,
                        DutyForm.Escalation _ ->
                        true;
            };
        }

        private boolean isUntied(Selector answer) {
            return !(answer.link() instanceof Selector.Link.Follows)
                    && types.contains(answer.recordType());
        }

        /// Whether one of the records may count for one of the bearers, or is asked about
        // otherwise.
        private boolean counts(List<Selector> acts, Mentions.OfDuty asked) {
            if (asked.concernedBy(types, acts)) {
                return true;
            }
            return histories.stream()
                    .anyMatch(
                            history ->
                                    acts.stream()
                                            .filter(
                                                    act ->
                                                            act.recordType()
                                                                    .equals(
                                                                            history.original()
                                                                                    .type()
                                                                                    .name()))
                                            .anyMatch(act -> mayBeOurs(act, history)));
        }

        private boolean mayBeOurs(Selector act, RecordHistory history) {
            Set<Value.Reference> named = Concerned.named(history);
            return named.isEmpty()
                    || Concerned.isForAnybody(act, history)
                    || new Kin(known).bearersNamed(named).stream().anyMatch(bearers::contains);
        }

        /// The obligations that these records raise are judged again, those of others stand.
        private List<Verdict> partly(Enactment version, Duty duty, List<Verdict> old) {
            List<Verdict> now = new ArrayList<>();
            for (Verdict verdict : old) {
                if (!isReached(verdict)) {
                    now.add(verdict);
                }
            }
            for (RecordHistory history : histories) {
                if (raises(duty, history)) {
                    now.addAll(judged(raising.on(version, duty, history)));
                }
            }
            now.sort(Comparator.comparing(this::trigger, Records.ORDER));
            return now;
        }

        private boolean isReached(Verdict verdict) {
            return verdict.obligation().occasion() instanceof Occasion.OnRecord(long number, var _)
                    && reached.contains(number);
        }

        private boolean raises(Duty duty, RecordHistory history) {
            LocalDate day = history.original().day();
            return !day.isBefore(from)
                    && !day.isAfter(to)
                    && Obligations.triggers(duty.form()).stream()
                            .anyMatch(
                                    by -> by.recordType().equals(history.original().type().name()));
        }

        private WorkRecord trigger(Verdict verdict) {
            if (verdict.obligation().occasion() instanceof Occasion.OnRecord(long number, var _)) {
                return known.records().history(number).orElseThrow().original();
            }
            throw new IllegalArgumentException("not raised by a record: " + verdict.obligation());
        }
    }
}
