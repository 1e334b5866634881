package org.mingze.duty.running;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.mingze.duty.Obligation;
import org.mingze.duty.Obligations;
import org.mingze.duty.form.Raising;
import org.mingze.duty.running.FallingDue.Due;
import org.mingze.duty.running.FallingDue.Stretch;
import org.mingze.work.Knowledge;
import org.mingze.work.RecordHistory;
import org.mingze.work.Rules;

/// 到期账 — what falls due in a range of days for everybody, stretch by stretch. It is swept once a
/// day; after new records only what these may have changed is swept or judged again.
public final class FallenDue {
    private static final long SLICE_NANOS = Duration.ofMillis(20).toNanos();

    /// Of so many records at once, whole stretches are swept rather than their obligations judged.
    private static final int FEW = 50;

    private final Knowledge known;
    private final Rules rules;
    private final Mentions mentions;
    private final LocalDate day;
    private final LocalDate from;
    private final LocalDate to;
    private final List<Swept> all = new ArrayList<>();
    private final Deque<Swept> left = new ArrayDeque<>();
    private long size;

    /// A stretch and what was found of it last.
    private static final class Swept {
        private final Stretch stretch;
        private List<Due> found = List.of();
        private boolean stale = true;

        Swept(Stretch stretch) {
            this.stretch = stretch;
        }

        boolean isOfSameDuty(Swept other) {
            return stretch.version().entryNumber() == other.stretch.version().entryNumber()
                    && stretch.duty().number().equals(other.stretch.duty().number());
        }
    }

    /// Nothing is swept yet.
    public FallenDue(Knowledge known, LocalDate day, LocalDate from, LocalDate to) {
        this.known = known;
        this.rules = known.rules();
        this.mentions = new Mentions(rules);
        this.day = day;
        this.from = from;
        this.to = to;
        this.size = known.size();
        FallingDue.stretches(rules, from, to).forEach(stretch -> all.add(new Swept(stretch)));
        left.addAll(all);
    }

    /// Finds what was entered since; false if it must be begun anew: on another day, under other
    /// rules, or where something else than records came or changed.
    public boolean follows(Tallies tallies, LocalDate today) {
        Knowledge now = tallies.known();
        if (now != known || !today.equals(day) || !now.rules().equals(rules)) {
            return false;
        }
        if (now.size() == size) {
            return true;
        }
        Optional<Set<Long>> touched = now.touchedSince(size);
        touched.ifPresent(records -> take(records, tallies));
        return touched.isPresent();
    }

    private void take(Set<Long> records, Tallies tallies) {
        Change change = new Change(known, mentions, records);
        Change.Extent extent = new Change.Extent.Nothing();
        for (int at = 0; at < all.size(); at++) {
            Swept swept = all.get(at);
            if (at == 0 || !swept.isOfSameDuty(all.get(at - 1))) {
                extent = change.of(swept.stretch.version(), swept.stretch.duty());
            }
            if (!swept.stale) {
                take(swept, extent, change, tallies, records.size());
            }
        }
        size = known.size();
    }

    private void take(
            Swept swept, Change.Extent extent, Change change, Tallies tallies, int records) {
        switch (extent) {
            case Change.Extent.Nothing() -> {}
            case Change.Extent.Some some when records <= FEW ->
                    swept.found = new Patch(tallies, swept.stretch, some).of(change, swept.found);
            case Change.Extent.Some _, Change.Extent.Everything _ -> {
                swept.stale = true;
                left.add(swept);
            }
        }
    }

    /// Sweeps for a moment, so that who writes need not wait for the whole.
    public void slice(Tallies tallies) {
        long began = System.nanoTime();
        Sweep sweep = new Sweep(tallies, day);
        while (!left.isEmpty() && System.nanoTime() - began < SLICE_NANOS) {
            Swept swept = left.remove();
            List<Due> found = new ArrayList<>();
            FallingDue.each(sweep, swept.stretch, from, to, found::add);
            swept.found = List.copyOf(found);
            swept.stale = false;
        }
    }

    /// How many stretches are still to be swept.
    public int left() {
        return left.size();
    }

    /// What falls due of such stretches, in the order of the rules.
    public Stream<Due> of(Predicate<Stretch> asked) {
        return all.stream()
                .filter(swept -> asked.test(swept.stretch))
                .flatMap(swept -> swept.found.stream());
    }

    /// A stretch of which a few things changed.
    private final class Patch {
        private final Sweep sweep;
        private final Raising raising;
        private final Stretch stretch;
        private final Change.Extent.Some some;

        Patch(Tallies tallies, Stretch stretch, Change.Extent.Some some) {
            this.sweep = new Sweep(tallies, day, Optional.of(some.owedBy()));
            this.raising = new Raising(sweep.asOf());
            this.stretch = stretch;
            this.some = some;
        }

        List<Due> of(Change change, List<Due> before) {
            List<RecordHistory> triggers =
                    change.raising(some).stream().filter(this::isRaised).toList();
            boolean owed = !some.owedBy().isEmpty();
            if (triggers.isEmpty() && !owed) {
                return before;
            }
            List<Due> now = new ArrayList<>();
            before.stream().filter(due -> !isAnew(due.stood().obligation())).forEach(now::add);
            triggers.forEach(history -> raise(history, now));
            if (owed) {
                FallingDue.each(
                        sweep,
                        stretch,
                        from,
                        to,
                        due -> {
                            if (isOwed(due.stood().obligation())) {
                                now.add(due);
                            }
                        });
            }
            return List.copyOf(now);
        }

        private boolean isRaised(RecordHistory history) {
            return Obligations.isRaised(stretch.duty(), history, stretch.from(), stretch.to());
        }

        private boolean isAnew(Obligation obligation) {
            return obligation.isRaisedBy(some.raisedBy()) || isOwed(obligation);
        }

        /// Whether one of the bearers owes it, and no record of those that are raised again.
        private boolean isOwed(Obligation obligation) {
            return !obligation.isRaisedBy(some.raisedBy())
                    && obligation.bearer().filter(some.owedBy()::contains).isPresent();
        }

        private void raise(RecordHistory history, List<Due> now) {
            for (Obligation owed : raising.on(stretch.version(), stretch.duty(), history)) {
                if (!FallingDue.isDueAfter(owed, to, sweep.asOf())) {
                    FallingDue.due(sweep.judged(owed), sweep.asOf(), from, to).ifPresent(now::add);
                }
            }
        }
    }
}
