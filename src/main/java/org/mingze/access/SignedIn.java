package org.mingze.access;

import java.io.Serializable;

/// 已登录 — who came in, before a post is chosen.
record SignedIn(int county, String person, String signInName) implements Serializable {
    private static final long serialVersionUID = 1L;

    @Override
    public String toString() {
        return signInName;
    }
}
