package org.mingze.duty.form;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mingze.calendar.Span;
import org.mingze.calendar.WorkCalendar;
import org.mingze.duty.Contribution;
import org.mingze.duty.Rejection;
import org.mingze.duty.situation.Candidates;
import org.mingze.duty.situation.Certainty;
import org.mingze.duty.situation.Situation;
import org.mingze.institution.Selector;
import org.mingze.institution.expression.Rational;
import org.mingze.institution.expression.Value;
import org.mingze.work.WorkRecord;

/// 计数 — what certainly counts, what may count, and what does not, between two days.
///
/// @param unbounded whether an unknown amount may add anything
/// @param doubtful  the days of what may count; the last of all days while that is unknown
public record Counting(
        List<Contribution> counted,
        Rational certain,
        Rational possible,
        boolean unbounded,
        List<Rejection> rejected,
        List<LocalDate> doubtful) {

    public static Counting of(
            List<Selector> acts, Situation situation, LocalDate from, LocalDate due, LocalDate to) {
        Tally tally = new Tally(due, to);
        for (Selector act : acts) {
            for (Candidates.Candidate candidate : Candidates.of(act, situation, from, to)) {
                tally.add(act, candidate, situation);
            }
        }
        return tally.result();
    }

    public boolean mayReach(Rational required) {
        return unbounded || possible.compareTo(required) >= 0;
    }

    /// The earliest contributions that suffice; all of them while they do not.
    public List<Contribution> witnesses(Rational required) {
        List<Contribution> enough = new ArrayList<>();
        Rational sum = Rational.ZERO;
        for (Contribution contribution : counted) {
            if (sum.compareTo(required) >= 0) {
                break;
            }
            enough.add(contribution);
            sum = sum.plus(contribution.amount());
        }
        return enough;
    }

    /// 间隔 — of records closer to each other than a span, the earlier counts.
    Counting spaced(Span least, WorkCalendar calendar) {
        List<Contribution> kept = new ArrayList<>();
        for (Contribution next : counted) {
            if (kept.isEmpty() || !isTooNear(kept.getLast(), next, least, calendar)) {
                kept.add(next);
            }
        }
        Rational certainly =
                kept.stream().map(Contribution::amount).reduce(Rational.ZERO, Rational::plus);
        List<LocalDate> days = new ArrayList<>(doubtful);
        counted.forEach(contribution -> days.add(contribution.day()));
        return new Counting(
                List.copyOf(kept),
                certainly,
                Rational.of(apart(days, least, calendar)),
                unbounded,
                rejected,
                doubtful);
    }

    /// How many of these days keep the spacing; a day that is not known may.
    public static long apart(List<LocalDate> days, Span least, WorkCalendar calendar) {
        long kept = 0;
        LocalDate next = LocalDate.MIN;
        for (LocalDate day : days.stream().sorted().toList()) {
            if (day.equals(LocalDate.MAX)) {
                kept++;
            } else if (!day.isBefore(next)) {
                kept++;
                next = calendar.plus(day, least);
            }
        }
        return kept;
    }

    private static boolean isTooNear(
            Contribution earlier, Contribution next, Span least, WorkCalendar calendar) {
        return next.day().isBefore(calendar.plus(earlier.day(), least));
    }

    private static final class Tally {
        private static final int REJECTED_MAX = 100;

        private final LocalDate due;
        private final LocalDate graceEnd;
        private final List<Contribution> counted = new ArrayList<>();
        private final List<Rejection> rejected = new ArrayList<>();
        private final List<LocalDate> doubtful = new ArrayList<>();
        private final Set<Long> seen = new HashSet<>();
        private final Set<Value> distinct = new HashSet<>();
        private final Set<Value> perhapsDistinct = new HashSet<>();
        private Rational certain = Rational.ZERO;
        private Rational possible = Rational.ZERO;
        private boolean unbounded;

        Tally(LocalDate due, LocalDate graceEnd) {
            this.due = due;
            this.graceEnd = graceEnd;
        }

        void add(Selector act, Candidates.Candidate candidate, Situation situation) {
            WorkRecord record = candidate.record();
            if (candidate.match() != Certainty.TRUE) {
                reject(candidate);
            }
            if (seen.contains(record.number()) || candidate.match() == Certainty.FALSE) {
                return;
            }
            boolean sure = candidate.match() == Certainty.TRUE;
            if (sure) {
                seen.add(record.number());
            } else {
                doubtful.add(Candidates.moment(act, record, situation).orElse(LocalDate.MAX));
            }
            if (act.distinct().isPresent()) {
                addDistinct(act, record, sure, situation);
            } else {
                addAmount(act, record, sure, situation);
            }
        }

        private void addAmount(Selector act, WorkRecord record, boolean sure, Situation situation) {
            Optional<Rational> amount = amount(act, record, situation);
            unbounded |= amount.isEmpty();
            possible = possible.plus(amount.orElse(Rational.ZERO));
            if (sure && amount.isPresent()) {
                certain = certain.plus(amount.get());
                counted.add(contribution(act, record, amount.get(), situation));
            }
        }

        /// The first record of each value counts; a value unknown may be one more.
        private void addDistinct(
                Selector act, WorkRecord record, boolean sure, Situation situation) {
            Situation that = situation.at(record.day());
            Value value = act.distinct().orElseThrow().evaluate(that.scope(record), that.world());
            if (value.isUnknown()) {
                possible = possible.plus(Rational.ONE);
            } else if (sure && distinct.add(value)) {
                certain = certain.plus(Rational.ONE);
                counted.add(contribution(act, record, Rational.ONE, situation));
            }
            if (!value.isUnknown() && perhapsDistinct.add(value)) {
                possible = possible.plus(Rational.ONE);
            }
        }

        /// The nearest candidates are enough to say why; they are not all explained.
        private void reject(Candidates.Candidate candidate) {
            if (rejected.size() < REJECTED_MAX) {
                candidate
                        .failing()
                        .map(failing -> Rejection.of(candidate.record().number(), failing))
                        .ifPresent(rejected::add);
            }
        }

        /// 1, or 量; empty while 量 is unknown.
        private Optional<Rational> amount(Selector act, WorkRecord record, Situation situation) {
            if (act.amount().isEmpty()) {
                return Optional.of(Rational.ONE);
            }
            Situation that = situation.at(record.day());
            return switch (act.amount().get().evaluate(that.scope(record), that.world())) {
                case Value.Numeric(Rational value) -> Optional.of(value);
                case Value.Money(Rational yuan) -> Optional.of(yuan);
                case Value.Duration(var span) -> Optional.of(Rational.of(span.amount()));
                case Value _ -> Optional.empty();
            };
        }

        private Contribution contribution(
                Selector act, WorkRecord record, Rational amount, Situation situation) {
            LocalDate day = Candidates.moment(act, record, situation).orElse(record.day());
            return new Contribution(
                    record.number(),
                    day,
                    amount,
                    record.lateDays(),
                    day.isAfter(due),
                    Sufficiency.becameAfter(graceEnd, act, record, situation));
        }

        Counting result() {
            counted.sort(
                    Comparator.comparing(Contribution::day)
                            .thenComparingLong(Contribution::record));
            return new Counting(
                    List.copyOf(counted),
                    certain,
                    possible,
                    unbounded,
                    List.copyOf(rejected),
                    List.copyOf(doubtful));
        }
    }
}
