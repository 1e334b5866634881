package org.mingze.organization;

import java.util.List;
import java.util.Optional;

/// 机构 — a body as of one day.
public record Body(
        String code,
        String name,
        String kind,
        Optional<String> level,
        Optional<String> parent,
        Optional<String> place) {
    private static final String COUNTY = "县";
    private static final List<String> OFFICES = List.of("党委", "政府");
    private static final String CADRES = "组织部门";

    /// Whether its posts act for the whole county (decision 18): its committee and its government.
    public boolean actsForCounty() {
        return isOfCounty() && OFFICES.contains(kind);
    }

    /// Whether its posts enter who holds which post: those, and the department for cadres.
    public boolean appointsForCounty() {
        return actsForCounty() || (isOfCounty() && kind.equals(CADRES));
    }

    private boolean isOfCounty() {
        return level.filter(COUNTY::equals).isPresent();
    }
}
