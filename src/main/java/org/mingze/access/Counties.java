package org.mingze.access;

import java.util.List;

/// 各县 — the counties that this installation serves; each has its own accounts.
@FunctionalInterface
public interface Counties {
    /// Where nothing is kept yet: nobody can sign in to it.
    County NONE = new County(0, "", false);

    /// In the order in which they came; empty while nothing is kept yet.
    List<County> all();

    default County of(int id) {
        return all().stream().filter(county -> county.id() == id).findFirst().orElse(NONE);
    }
}
