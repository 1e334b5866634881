package org.mingze.duty.situation;

import java.time.LocalDate;
import java.util.List;
import org.mingze.institution.expression.Value;
import org.mingze.journal.Entry;

/// 委托 — posts that act for another post from a day to a day. The performer changes, the bearer
/// does not.
final class Delegations {
    private Delegations() {}

    /// The posts that act for this post on some day of these.
    static List<Value.Reference> of(
            Situation situation, String post, LocalDate from, LocalDate to) {
        return situation.known().acts("委托").stream()
                .filter(act -> act.content().text("岗").filter(post::equals).isPresent())
                .filter(act -> overlaps(act, from, to))
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

    private static boolean overlaps(Entry act, LocalDate from, LocalDate to) {
        LocalDate first =
                act.content().text("自").map(LocalDate::parse).orElse(act.occurred().day());
        return !first.isAfter(to)
                && act.content()
                        .text("止")
                        .map(LocalDate::parse)
                        .map(last -> !last.isBefore(from))
                        .orElse(true);
    }
}
