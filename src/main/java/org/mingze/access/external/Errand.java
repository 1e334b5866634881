package org.mingze.access.external;

import java.util.Map;

/// 来意 — why somebody was sent to the provider: to sign in to a county, or to bind an account.
///
/// @param account the account to bind, empty for signing in
record Errand(int county, String account) {
    private static final String COUNTY = "mingze.county";
    private static final String ACCOUNT = "mingze.account";

    boolean binds() {
        return !account.isEmpty();
    }

    /// Kept beside the state that the answer must bring back.
    void keep(Map<String, Object> attributes) {
        attributes.put(COUNTY, county);
        attributes.put(ACCOUNT, account);
    }

    static Errand of(Map<String, Object> attributes) {
        return new Errand(
                attributes.get(COUNTY) instanceof Integer county ? county : 0,
                attributes.get(ACCOUNT) instanceof String account ? account : "");
    }
}
