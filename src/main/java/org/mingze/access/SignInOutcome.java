package org.mingze.access;

import java.time.Instant;

/// 登录结果 — let in, wrong with tries left, or locked until a moment.
public sealed interface SignInOutcome {
    record Admitted(SignedIn person) implements SignInOutcome {}

    record Wrong(int left) implements SignInOutcome {}

    record Locked(Instant until) implements SignInOutcome {}
}
