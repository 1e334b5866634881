package org.mingze.organization;

import java.time.LocalDate;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.mingze.organization.OrganizationAct.BodyAbolished;
import org.mingze.organization.OrganizationAct.BodyChanged;
import org.mingze.organization.OrganizationAct.BodyEstablished;

/// 机构沿革 — one body from its first day on, folded from its acts in order of day.
final class BodyHistory {
    private final TreeSet<DatedAct> acts = new TreeSet<>();
    private final NavigableMap<LocalDate, Optional<Body>> versions = new TreeMap<>();
    private LocalDate latestFrom = LocalDate.MAX;
    private Optional<Body> latest = Optional.empty();

    void add(DatedAct act) {
        acts.add(act);
        fold();
    }

    void remove(DatedAct act) {
        acts.remove(act);
        fold();
    }

    Optional<Body> on(LocalDate day) {
        if (!day.isBefore(latestFrom)) {
            return latest;
        }
        Map.Entry<LocalDate, Optional<Body>> version = versions.floorEntry(day);
        return version == null ? Optional.empty() : version.getValue();
    }

    /// As it is on a day, or was on its last day before.
    Optional<Body> last(LocalDate day) {
        return versions.headMap(day, true).descendingMap().values().stream()
                .flatMap(Optional::stream)
                .findFirst();
    }

    /// Into which body it was merged by a day; empty while it is there.
    Optional<String> successor(LocalDate day) {
        return on(day).isPresent()
                ? Optional.empty()
                : acts.stream()
                        .filter(dated -> !dated.day().isAfter(day))
                        .flatMap(dated -> successor(dated.act()).stream())
                        .reduce((_, later) -> later);
    }

    private static Optional<String> successor(OrganizationAct act) {
        return act instanceof BodyAbolished(String _, Optional<String> into)
                ? into
                : Optional.empty();
    }

    Optional<LocalDate> firstDay() {
        return versions.isEmpty() ? Optional.empty() : Optional.of(versions.firstKey());
    }

    private void fold() {
        versions.clear();
        Optional<Body> body = Optional.empty();
        for (DatedAct dated : acts) {
            body = after(body, dated.act());
            if (body.isPresent() || !versions.isEmpty()) {
                versions.put(dated.day(), body);
            }
        }
        latestFrom = versions.isEmpty() ? LocalDate.MAX : versions.lastKey();
        latest = versions.isEmpty() ? Optional.empty() : versions.lastEntry().getValue();
    }

    private static Optional<Body> after(Optional<Body> body, OrganizationAct act) {
        if (act instanceof BodyEstablished set) {
            return Optional.of(
                    new Body(
                            set.code(),
                            set.name(),
                            set.kind(),
                            set.level(),
                            set.parent(),
                            set.place()));
        }
        if (act instanceof BodyChanged change) {
            return body.map(
                    old ->
                            new Body(
                                    old.code(),
                                    change.name().orElse(old.name()),
                                    change.kind().orElse(old.kind()),
                                    change.level().or(old::level),
                                    change.parent().or(old::parent),
                                    change.place().or(old::place)));
        }
        return act instanceof BodyAbolished ? Optional.empty() : body;
    }
}
