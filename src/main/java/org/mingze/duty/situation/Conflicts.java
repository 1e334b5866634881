package org.mingze.duty.situation;

import java.time.LocalDate;
import java.util.Optional;
import org.mingze.duty.AsOf;
import org.mingze.duty.Obligation;
import org.mingze.institution.Institution;
import org.mingze.organization.Body;
import org.mingze.work.Enactment;
import org.mingze.work.Rules;

/// 冲突 — two rules of equal rank that apply to the same body on the same day; both are named.
public final class Conflicts {
    private Conflicts() {}

    /// What the obligation's rule is in conflict with, in one sentence; empty when nothing.
    ///
    /// @param due what was recorded after this day changes nothing that fell due on it
    public static Optional<String> of(
            Obligation obligation, LocalDate day, LocalDate due, AsOf asOf) {
        Rules rules = asOf.known().rules();
        Enactment own = obligation.enactment();
        Optional<String> rival =
                rules.rivals(own, day, due).stream()
                        .findFirst()
                        .map(
                                other ->
                                        "第%d号与第%d号施行的《%s》同日生效，先废止其一"
                                                .formatted(
                                                        own.entryNumber(),
                                                        other.entryNumber(),
                                                        own.institution().title()));
        return rival.isPresent()
                ? rival
                : rules.opposed(own, day, due).stream()
                        .filter(other -> binds(other.institution(), obligation, asOf, day))
                        .findFirst()
                        .map(
                                other ->
                                        "《%s》与《%s》抵触，同一机构不能都适用"
                                                .formatted(
                                                        own.institution().title(),
                                                        other.institution().title()));
    }

    private static boolean binds(
            Institution other, Obligation obligation, AsOf asOf, LocalDate day) {
        Situation situation = Situation.of(asOf, other, day).borneBy(obligation.bearer());
        Optional<Body> body =
                situation.body().flatMap(code -> situation.organization().body(code, day));
        return body.isPresent() && Bearers.binds(other, body);
    }
}
