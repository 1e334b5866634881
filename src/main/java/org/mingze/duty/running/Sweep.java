package org.mingze.duty.running;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.mingze.calendar.Period;
import org.mingze.calendar.Periods;
import org.mingze.duty.AsOf;
import org.mingze.duty.Obligation;
import org.mingze.duty.Occasion;
import org.mingze.duty.Standing;
import org.mingze.duty.Verdict;
import org.mingze.duty.form.Judging;
import org.mingze.duty.form.Raising;
import org.mingze.duty.situation.Bearers;
import org.mingze.institution.Duty;
import org.mingze.institution.Institution;
import org.mingze.institution.Role;
import org.mingze.institution.expression.Value;
import org.mingze.work.Enactment;
import org.mingze.work.Rules;

/// 逐件 — where everything owed over a range of days stands, obligation by obligation, as `Judging`
/// would say: what lists, closings, simulations and rankings ask of a whole county.
public final class Sweep {
    private final Tallies tallies;
    private final AsOf asOf;
    private final Map<Membership, List<Value.Reference>> members = new HashMap<>();

    /// Who belongs to a role under an institution on a day.
    private record Membership(Role role, String institution, LocalDate from, LocalDate day) {}

    public Sweep(Tallies tallies, LocalDate day) {
        this.tallies = tallies;
        this.asOf = tallies.asOf(day);
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
        Optional<PlainCount> plain =
                tallies.isBeyond() ? Optional.empty() : PlainCount.of(tallies, version, duty);
        if (plain.isEmpty()) {
            new Raising(asOf)
                    .of(version, duty, from, to).stream().map(this::judged).forEach(action);
            return;
        }
        Period period = Periods.containing(from, plain.get().unit());
        while (!period.start().isAfter(to)) {
            if (governs(version, period)) {
                each(plain.get(), version, duty, period, action);
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
            PlainCount plain, Enactment version, Duty duty, Period period, Consumer<Stood> action) {
        Optional<PlainCount.InPeriod> shared = plain.in(period, version, asOf);
        Occasion occasion = new Occasion.InPeriod(period);
        for (Value.Reference bearer : members(plain.role(), version, period.start())) {
            Obligation owed =
                    new Obligation(version, duty, Optional.of(bearer), Optional.empty(), occasion);
            action.accept(shared.map(so -> stood(owed, bearer, so)).orElseGet(() -> judged(owed)));
        }
    }

    private Stood stood(Obligation owed, Value.Reference bearer, PlainCount.InPeriod shared) {
        long found = shared.count(tallies.kin().namesOf(bearer));
        if (found < 0) {
            return judged(owed);
        }
        long certain = Marks.certain(found);
        long possible = Marks.possible(found);
        Standing standing = shared.standing(bearer, certain, possible);
        return new Stood(owed, standing, certain, possible);
    }

    private Stood judged(Obligation owed) {
        Verdict verdict = Judging.judge(owed, asOf);
        return new Stood(
                owed,
                verdict.standing(),
                verdict.certain().numerator().longValue(),
                verdict.possible().numerator().longValue());
    }

    private List<Value.Reference> members(Role role, Enactment version, LocalDate day) {
        Institution institution = version.institution();
        return members.computeIfAbsent(
                new Membership(role, institution.id(), institution.from(), day),
                _ -> Bearers.members(role, institution, asOf.known().organization(), day));
    }
}
