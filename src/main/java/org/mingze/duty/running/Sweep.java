package org.mingze.duty.running;

import java.time.LocalDate;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.mingze.calendar.Period;
import org.mingze.calendar.Periods;
import org.mingze.duty.AsOf;
import org.mingze.duty.Obligation;
import org.mingze.duty.Occasion;
import org.mingze.duty.Verdict;
import org.mingze.duty.form.Judging;
import org.mingze.duty.form.Raising;
import org.mingze.duty.situation.Bearers;
import org.mingze.institution.Duty;
import org.mingze.institution.Institution;
import org.mingze.institution.Role;
import org.mingze.institution.expression.Value;
import org.mingze.organization.Organization;
import org.mingze.work.Enactment;
import org.mingze.work.Rules;
import org.mingze.work.index.Timeline;

/// 逐件 — where everything owed over a range of days stands, obligation by obligation, as `Judging`
/// would say: what lists, closings, simulations and rankings ask of a whole county.
public final class Sweep {
    private final Tallies tallies;
    private final AsOf asOf;
    private final Raising raising;
    private final Map<Membership, List<Value.Reference>> members = new HashMap<>();
    private final Map<Presence, BitSet> present = new HashMap<>();

    /// Who belongs to a role under an institution on a day.
    private record Membership(Role role, String institution, LocalDate from, LocalDate day) {}

    private record Presence(Membership membership, LocalDate day) {}

    public Sweep(Tallies tallies, LocalDate day) {
        this(tallies, day, Optional.empty());
    }

    /// Of these bearers alone, where it saves going through everybody; others may come too.
    public Sweep(Tallies tallies, LocalDate day, Optional<Set<Value.Reference>> only) {
        this.tallies = tallies;
        this.asOf = tallies.asOf(day);
        this.raising = only.map(few -> new Raising(asOf, few)).orElseGet(() -> new Raising(asOf));
    }

    public AsOf asOf() {
        return asOf;
    }

    /// Everything whose period overlaps these days, or whose trigger lies in them.
    public void each(LocalDate from, LocalDate to, Consumer<Stood> action) {
        Rules rules = asOf.known().rules();
        for (String id : rules.institutions()) {
            for (Enactment version : rules.versions(id)) {
                for (Duty duty : version.institution().duties()) {
                    each(version, duty, from, to, action);
                }
            }
        }
    }

    /// The obligations of one duty.
    public void each(
            Enactment version, Duty duty, LocalDate from, LocalDate to, Consumer<Stood> action) {
        each(version, duty, from, to, _ -> true, action);
    }

    /// Such as are asked for; those that are counted by marks alone cost little and come anyway.
    void each(
            Enactment version,
            Duty duty,
            LocalDate from,
            LocalDate to,
            Predicate<Obligation> asked,
            Consumer<Stood> action) {
        Optional<PlainCount> plain =
                tallies.isBeyond() ? Optional.empty() : PlainCount.of(tallies, version, duty);
        if (plain.isEmpty()) {
            raising.of(version, duty, from, to).stream()
                    .filter(asked)
                    .map(this::judged)
                    .forEach(action);
            return;
        }
        Ranks ranks = new Ranks(plain.get());
        Period period = Periods.containing(from, plain.get().unit());
        while (!period.start().isAfter(to)) {
            if (governs(version, period)) {
                each(plain.get(), ranks, version, duty, period, action);
            }
            period = Periods.next(period);
        }
    }

    private boolean governs(Enactment version, Period period) {
        return asOf.known()
                .rules()
                .inForce(version.institution().id(), period.start(), period.end())
                .filter(version::equals)
                .isPresent();
    }

    private void each(
            PlainCount plain,
            Ranks ranks,
            Enactment version,
            Duty duty,
            Period period,
            Consumer<Stood> action) {
        Optional<PlainCount.InPeriod> shared = plain.in(period, version, asOf);
        Occasion occasion = new Occasion.InPeriod(period);
        List<Value.Reference> bearers = members(plain.role(), version, period.start());
        List<PlainCount.Held> held = ranks.held(bearers);
        BitSet there =
                shared.map(so -> there(plain.role(), version, period.start(), so.decisive()))
                        .orElseGet(BitSet::new);
        for (int rank = 0; rank < bearers.size(); rank++) {
            Optional<Value.Reference> bearer = Optional.of(bearers.get(rank));
            Obligation owed = new Obligation(version, duty, bearer, Optional.empty(), occasion);
            long found = shared.isPresent() ? shared.get().count(held.get(rank)) : -1;
            action.accept(
                    found < 0 ? judged(owed) : stood(owed, shared.get(), there.get(rank), found));
        }
    }

    private static Stood stood(
            Obligation owed, PlainCount.InPeriod shared, boolean there, long found) {
        long certain = Timeline.certain(found);
        long possible = Timeline.possible(found);
        return new Stood(
                owed,
                shared.standing(there, certain, possible),
                certain,
                possible,
                certain,
                Optional.of(shared.due()));
    }

    /// The marks of the bearers in the order in which they stand, looked up again only when they
    /// change from one period to the next.
    private final class Ranks {
        private final PlainCount plain;
        private List<Value.Reference> bearers = List.of();
        private List<PlainCount.Held> held = List.of();

        Ranks(PlainCount plain) {
            this.plain = plain;
        }

        List<PlainCount.Held> held(List<Value.Reference> now) {
            if (!now.equals(bearers)) {
                bearers = now;
                held =
                        now.stream()
                                .map(bearer -> plain.held(tallies.kin().namesOf(bearer)))
                                .toList();
            }
            return held;
        }
    }

    /// Which of the members are there on a day.
    private BitSet there(Role role, Enactment version, LocalDate start, LocalDate day) {
        Membership membership =
                new Membership(
                        role, version.institution().id(), version.institution().from(), start);
        return present.computeIfAbsent(
                new Presence(membership, day),
                _ -> {
                    List<Value.Reference> bearers = members(role, version, start);
                    BitSet there = new BitSet(bearers.size());
                    for (int rank = 0; rank < bearers.size(); rank++) {
                        there.set(rank, isThere(bearers.get(rank), day));
                    }
                    return there;
                });
    }

    private boolean isThere(Value.Reference bearer, LocalDate day) {
        Organization organization = asOf.known().organization();
        return switch (bearer.kind()) {
            case BODY -> organization.body(bearer.code(), day).isPresent();
            case POST -> organization.post(bearer.code(), day).isPresent();
            case PERSON -> true;
        };
    }

    Stood judged(Obligation owed) {
        Verdict verdict = Judging.judge(owed, asOf);
        return new Stood(
                owed,
                verdict.standing(),
                verdict.certain().numerator().longValue(),
                verdict.possible().numerator().longValue(),
                verdict.counted().size(),
                verdict.due());
    }

    private List<Value.Reference> members(Role role, Enactment version, LocalDate day) {
        Institution institution = version.institution();
        return members.computeIfAbsent(
                new Membership(role, institution.id(), institution.from(), day),
                _ -> Bearers.members(role, institution, asOf.known().organization(), day));
    }
}
