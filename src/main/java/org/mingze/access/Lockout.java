package org.mingze.access;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// 锁定 — five wrong passwords in a row lock a sign-in name for fifteen minutes.
///
/// It counts names, not accounts, so that the answer does not tell which names exist.
record Lockout(int failures, Optional<Instant> lockedUntil, Instant lastAt) {
    static final int MOST = 5;
    static final Duration LASTS = Duration.ofMinutes(15);

    static Lockout none(Instant now) {
        return new Lockout(0, Optional.empty(), now);
    }

    boolean isLocked(Instant now) {
        return lockedUntil.filter(now::isBefore).isPresent();
    }

    /// After one more wrong password; failures older than the lock lasts are forgotten.
    Lockout afterFailure(Instant now) {
        boolean forgotten = lockedUntil.isPresent() || lastAt.plus(LASTS).isBefore(now);
        int failed = forgotten ? 1 : failures + 1;
        return new Lockout(
                failed, failed >= MOST ? Optional.of(now.plus(LASTS)) : Optional.empty(), now);
    }

    int left() {
        return MOST - failures;
    }
}
