package org.mingze.access;

import java.io.Serializable;

/// 已登录 — whose account came in, before a post is chosen.
///
/// @param person the code of a person; of an administrator, the sign-in name behind an `@`
public record SignedIn(int county, String person, String signInName, Office office)
        implements Serializable {
    private static final long serialVersionUID = 2L;

    @Override
    public String toString() {
        return signInName;
    }
}
