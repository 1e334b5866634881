package org.mingze.duty.running;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.mingze.calendar.WorkCalendar;
import org.mingze.duty.AsOf;
import org.mingze.duty.KeptCandidates;
import org.mingze.duty.Obligation;
import org.mingze.duty.Verdict;
import org.mingze.duty.form.Judging;
import org.mingze.duty.situation.Certainty;
import org.mingze.institution.Selector;
import org.mingze.institution.expression.Value;
import org.mingze.work.Knowledge;
import org.mingze.work.RecordHistory;
import org.mingze.work.Records;
import org.mingze.work.Rules;
import org.mingze.work.WorkRecord;
import org.mingze.work.index.Timeline;

/// 累计集 — the tallies of a county, true after every entry: a new record is added to those that
/// it concerns, a correction is −old +new, a withdrawal −old. There is no order of arrival and
/// no watermark: a late or back-dated record finds its place like any other.
///
/// A tally depends on the records, on the text of a rule and on the calendar, and on nothing
/// else. Whose a record is, which parameter governs, who waived: all that is asked when a
/// verdict is asked for, so a change of the organization, a parameter or an act leaves the
/// tallies as they are. New rules or days off build them anew.
public final class Tallies implements KeptCandidates {
    private final Knowledge known;
    private final Kin kin;
    private final Records.Watcher watcher = this::changed;
    private @Nullable Rules compiled;
    private WorkCalendar calendar;
    private Dispatch dispatch;
    private boolean beyond;

    private Tallies(Knowledge known) {
        this.known = known;
        this.kin = new Kin(known);
        this.dispatch = new Dispatch(known.rules(), known);
        this.calendar = known.calendar();
        refresh();
    }

    /// The tallies of what is known, kept true until they are closed. For a draft, ask
    /// `known.under(rules)` and close them when the answer is there.
    public static Tallies over(Knowledge known) {
        Tallies tallies = new Tallies(known);
        known.records().watch(tallies.watcher);
        return tallies;
    }

    public void close() {
        known.records().unwatch(watcher);
    }

    public AsOf asOf(LocalDate day) {
        refresh();
        return new AsOf(known, day, Optional.of(this));
    }

    /// The verdict as the search gives it, but for the records that do not count.
    public Verdict judge(Obligation obligation, LocalDate day) {
        return Judging.judge(obligation, asOf(day));
    }

    /// What one record, as it came, changed or went, concerns; judged as of a day.
    public List<Verdict> concernedBy(long record, LocalDate day) {
        AsOf asOf = asOf(day);
        return known
                .records()
                .history(record)
                .map(history -> Concerned.by(history, asOf))
                .orElse(List.of())
                .stream()
                .map(owed -> Judging.judge(owed, asOf))
                .toList();
    }

    Knowledge known() {
        return known;
    }

    Kin kin() {
        return kin;
    }

    Dispatch dispatch() {
        refresh();
        return dispatch;
    }

    /// Whether a record was met that no tally can hold; everything is searched for then.
    boolean isBeyond() {
        return beyond;
    }

    /// Builds the tallies anew if other rules are in force than those that they were built for.
    private synchronized void refresh() {
        Rules rules = known.rules();
        if (isBuiltFor(rules)) {
            return;
        }
        dispatch = new Dispatch(rules, known);
        compiled = rules;
        calendar = known.calendar();
        for (String type : dispatch.types()) {
            for (WorkRecord record : known.records().ofType(type)) {
                add(record);
            }
        }
    }

    private boolean isBuiltFor(Rules rules) {
        return rules.equals(compiled) && known.calendar().equals(calendar);
    }

    private void changed(RecordHistory history, Optional<WorkRecord> before) {
        if (beyond || !isBuiltFor(known.rules())) {
            return;
        }
        if (before.isPresent() && !history.isWithdrawn()) {
            replace(before.get(), history.current());
        } else if (before.isPresent()) {
            dispatch.each(before.get(), tally -> tally.remove(before.get()));
        } else if (!history.isWithdrawn()) {
            add(history.current());
        }
    }

    /// A correction leaves alone every tally in which the record stands as before.
    private void replace(WorkRecord before, WorkRecord now) {
        dispatch.each(
                before,
                tally -> {
                    if (!tally.isAlike(before, now)) {
                        tally.remove(before);
                    }
                });
        dispatch.each(
                now,
                tally -> {
                    if (!tally.isAlike(before, now)) {
                        tally.add(now);
                    }
                });
    }

    private void add(WorkRecord record) {
        if (Timeline.holds(record.day(), record.number())) {
            dispatch.each(record, tally -> tally.add(record));
        } else {
            beyond = true;
        }
    }

    @Override
    public Optional<List<Kept>> of(
            Selector selector, Optional<Value.Reference> bearer, LocalDate from, LocalDate to) {
        Optional<Tally> tally = beyond ? Optional.empty() : dispatch.of(selector);
        return tally.filter(found -> bearer.isPresent() || found.owner().isEmpty())
                .map(found -> kept(found, bearer, from, to));
    }

    private List<Kept> kept(
            Tally tally, Optional<Value.Reference> bearer, LocalDate from, LocalDate to) {
        if (from.isAfter(to)) {
            return List.of();
        }
        List<Kept> found = new ArrayList<>();
        Set<Long> seen = new HashSet<>();
        LongConsumer take =
                mark -> {
                    long number = Timeline.number(mark);
                    if (seen.add(number)) {
                        found.add(kept(tally, mark, number));
                    }
                };
        long first = from.toEpochDay();
        long last = to.toEpochDay();
        tally.open().each(first, last, take);
        if (tally.owner().isPresent()) {
            for (Value.Reference name : kin.namesOf(bearer.orElseThrow())) {
                tally.naming(name).ifPresent(marks -> marks.each(first, last, take));
            }
        }
        found.sort((one, other) -> Records.ORDER.compare(one.record(), other.record()));
        return found;
    }

    private Kept kept(Tally tally, long mark, long number) {
        Optional<Certainty> condition =
                tally.isSettled()
                        ? Optional.of(Timeline.isSure(mark) ? Certainty.TRUE : Certainty.UNKNOWN)
                        : Optional.empty();
        return new Kept(known.records().find(number).orElseThrow(), condition);
    }
}
