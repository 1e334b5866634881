package org.mingze.duty.certificate;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.mingze.duty.Contribution;
import org.mingze.duty.ObligationKey;
import org.mingze.duty.Rejection;
import org.mingze.duty.Standing;
import org.mingze.institution.expression.Rational;

/// 判定书 — a verdict and everything it rests on, so that anybody who holds the journal can check it.
///
/// @param at           D: the day asked about
/// @param known        K: the number of entries known
/// @param organization the last act of organization known
/// @param acts         the entries of 免, 延 and the like that made it so
/// @param counted      how many records count in all
/// @param witnesses    the earliest sufficient records, or all that count while they do not suffice
/// @param rejected     the nearest candidates that do not count
public record Certificate(
        ObligationKey key,
        LocalDate at,
        long known,
        Rule rule,
        List<ParameterRead> parameters,
        CalendarRead calendar,
        long organization,
        List<Act> acts,
        Deadline deadline,
        Amounts amounts,
        int counted,
        List<Witness> witnesses,
        List<Refused> rejected,
        Standing standing,
        String note,
        String sentence) {
    public Certificate {
        parameters = List.copyOf(parameters);
        acts = List.copyOf(acts);
        witnesses = List.copyOf(witnesses);
        rejected = List.copyOf(rejected);
    }

    /// 所依版本 — the version of the institution, the entry that enacted it, the digest of its text.
    public record Rule(LocalDate from, long entry, String digest) {}

    /// 所读参数 — a number as in force for the bearer, and the entry that set it; empty while open.
    public record ParameterRead(String name, Optional<String> value, long entry) {}

    /// 所依日历 — the last notice, and whether a day that matters lies beyond it.
    public record CalendarRead(String notice, boolean provisional) {}

    /// 所用之行 — an act that moved or took away something.
    public record Act(long entry, String kind) {}

    /// 期日 — the last day in time and that of the grace; empty where none can be computed.
    public record Deadline(Optional<LocalDate> due, Optional<LocalDate> graceEnd) {}

    /// 数量 — how many are required, certainly count, and may count.
    public record Amounts(Optional<Rational> required, Rational certain, Rational possible) {}

    /// 取用 — a record that counts, and the entries that made it what it is.
    public record Witness(Contribution contribution, List<Long> entries) {
        public Witness {
            entries = List.copyOf(entries);
        }
    }

    /// 不取 — a candidate that does not count, and which entries gave the values that were read.
    public record Refused(Rejection rejection, List<ValueRead> values) {
        public Refused {
            values = List.copyOf(values);
        }
    }

    /// 所读之值 — a field of a record and the entry that last gave it.
    public record ValueRead(String field, long entry) {}
}
