package org.mingze.organization;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.mingze.organization.OrganizationAct.Appointed;
import org.mingze.organization.OrganizationAct.Departed;

/// 任职沿革 — who held one post, one after the other; a new holder ends the tenure before.
final class TenureHistory {
    private final TreeSet<DatedAct> acts = new TreeSet<>();
    private final List<Tenure> tenures = new ArrayList<>();

    void add(DatedAct act) {
        acts.add(act);
        fold();
    }

    void remove(DatedAct act) {
        acts.remove(act);
        fold();
    }

    List<Tenure> all() {
        return List.copyOf(tenures);
    }

    Optional<String> holder(LocalDate day) {
        for (Tenure tenure : tenures) {
            if (tenure.covers(day)) {
                return Optional.of(tenure.person());
            }
        }
        return Optional.empty();
    }

    private void fold() {
        tenures.clear();
        for (DatedAct dated : acts) {
            if (dated.act() instanceof Appointed(String person, String post)) {
                handOver(dated.day());
                tenures.add(new Tenure(person, post, dated.day(), Optional.empty()));
            } else if (dated.act() instanceof Departed(String person, String post)) {
                depart(person, post, dated.day());
            }
        }
    }

    /// The tenure that reaches this day ends the day before; one that began this day never was.
    private void handOver(LocalDate day) {
        if (tenures.isEmpty() || !tenures.getLast().covers(day)) {
            return;
        }
        Tenure last = tenures.removeLast();
        if (last.from().isBefore(day)) {
            tenures.add(
                    new Tenure(
                            last.person(),
                            last.post(),
                            last.from(),
                            Optional.of(day.minusDays(1))));
        }
    }

    private void depart(String person, String post, LocalDate day) {
        if (tenures.isEmpty()) {
            return;
        }
        Tenure last = tenures.getLast();
        if (last.person().equals(person) && last.covers(day)) {
            tenures.removeLast();
            tenures.add(new Tenure(person, post, last.from(), Optional.of(day)));
        }
    }
}
