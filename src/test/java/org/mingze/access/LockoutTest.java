package org.mingze.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("登录锁定")
class LockoutTest {
    private static final Instant NOW = Instant.parse("2026-06-24T02:42:00Z");

    @Test
    @DisplayName("第五次不对就锁十五分钟，第十五分钟整解开")
    void locks() {
        Lockout lockout = Lockout.none(NOW);
        for (int wrong = 1; wrong <= 4; wrong++) {
            lockout = lockout.afterFailure(NOW);
            assertThat(lockout.isLocked(NOW)).isFalse();
            assertThat(lockout.left()).isEqualTo(5 - wrong);
        }
        lockout = lockout.afterFailure(NOW);
        assertThat(lockout.isLocked(NOW.plus(Duration.ofMinutes(15)).minusNanos(1))).isTrue();
        assertThat(lockout.isLocked(NOW.plus(Duration.ofMinutes(15)))).isFalse();
    }

    @Test
    @DisplayName("解开以后从头数，隔了十五分钟的也从头数")
    void forgets() {
        Lockout four = new Lockout(4, java.util.Optional.empty(), NOW);
        Lockout later = four.afterFailure(NOW.plus(Duration.ofMinutes(16)));
        assertThat(later.failures()).isEqualTo(1);
        Lockout locked = four.afterFailure(NOW);
        assertThat(locked.afterFailure(NOW.plus(Duration.ofMinutes(15))).failures()).isEqualTo(1);
    }

    @Test
    @DisplayName("说还能试几次、锁到几点，不说账号有没有")
    void says() {
        assertThat(SignInSentence.of(new SignInOutcome.Wrong(3)))
                .isEqualTo("账号或口令不对。还可以试3次，之后锁定15分钟。");
        assertThat(SignInSentence.of(new SignInOutcome.Locked(NOW)))
                .isEqualTo("连续5次不对，这个账号锁定到10:42。到时再试，或找县里的安全管理员解锁。");
    }
}
