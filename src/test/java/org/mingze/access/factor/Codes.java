package org.mingze.access.factor;

import java.time.Instant;
import java.util.List;
import org.mingze.RunningMingze;
import org.mingze.access.SignedIn;

/// 绑好的第二因素 — an account of the running program with a second factor, and its recovery codes.
public final class Codes {
    private Codes() {}

    public static List<String> enrolled(RunningMingze mingze, SignedIn who, Instant now) {
        Factors factors = mingze.bean(Factors.class);
        byte[] secret = factors.newSecret();
        String code = TimeCode.at(secret, TimeCode.step(now));
        return factors.enrol(who, secret, code, now).orElseThrow();
    }

    public static void dropped(RunningMingze mingze, SignedIn who) {
        mingze.bean(Factors.class).drop(who.county(), who.signInName());
    }
}
