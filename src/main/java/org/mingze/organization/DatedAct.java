package org.mingze.organization;

import java.time.LocalDate;
import java.util.Comparator;

/// 变动 — one act on its day; two acts of one day stand in the order in which they were entered.
record DatedAct(long number, LocalDate day, OrganizationAct act) implements Comparable<DatedAct> {
    private static final Comparator<DatedAct> ORDER =
            Comparator.comparing(DatedAct::day).thenComparingLong(DatedAct::number);

    @Override
    public int compareTo(DatedAct other) {
        return ORDER.compare(this, other);
    }
}
