package org.mingze.duty.situation;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mingze.institution.expression.Value;
import org.mingze.journal.Entry;
import org.mingze.work.Knowledge;

/// 委托 — posts that act for another post from a day to a day, or until it is taken back. The
/// performer changes, the bearer does not.
public final class Delegations {
    public static final String GIVEN = "委托";
    public static final String TAKEN_BACK = "收回委托";

    private Delegations() {}

    /// The posts that act for this post on some day of these.
    static List<Value.Reference> of(
            Situation situation, String post, LocalDate from, LocalDate to) {
        Knowledge known = situation.known();
        return known.acts(GIVEN).stream()
                .filter(act -> act.content().text("岗").filter(post::equals).isPresent())
                .filter(act -> overlaps(known, act, from, to))
                .flatMap(act -> act.content().text("至").stream())
                .map(Value.Reference::post)
                .toList();
    }

    /// Whether what a record names is a post that acts for this one on the record's day, or its
    /// holder.
    static boolean acts(Situation situation, String post, Value.Reference named, LocalDate day) {
        return of(situation, post, day, day).stream()
                .anyMatch(
                        delegate ->
                                delegate.equals(named)
                                        || situation
                                                .organization()
                                                .holder(delegate.code(), day)
                                                .map(Value.Reference::person)
                                                .filter(named::equals)
                                                .isPresent());
    }

    /// The delegations by which a post acts for another on a day.
    public static Stream<Entry> on(Knowledge known, LocalDate day) {
        return known.acts(GIVEN).stream().filter(act -> overlaps(known, act, day, day));
    }

    private static boolean overlaps(Knowledge known, Entry act, LocalDate from, LocalDate to) {
        return !from(act).isAfter(to)
                && until(known, act).map(last -> !last.isBefore(from)).orElse(true);
    }

    public static LocalDate from(Entry act) {
        return act.content().text("自").map(LocalDate::parse).orElse(act.occurred().day());
    }

    /// The last day of a delegation; who gave it may take it back from an earlier day on.
    public static Optional<LocalDate> until(Knowledge known, Entry act) {
        return Stream.concat(
                        act.content().text("止").map(LocalDate::parse).stream(),
                        takenBack(known, act).map(by -> by.occurred().day().minusDays(1)).stream())
                .min(Comparator.naturalOrder());
    }

    /// 收回委托 — the act that takes a delegation back, from the day of the act on.
    public static Optional<Entry> takenBack(Knowledge known, Entry act) {
        String number = Long.toString(act.number());
        return known.acts(TAKEN_BACK).stream()
                .filter(by -> by.content().text("件").filter(number::equals).isPresent())
                .min(Comparator.comparing(by -> by.occurred().day()));
    }
}
