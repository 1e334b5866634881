package org.mingze.access.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("限次")
class AllowanceTest {
    private static final Instant NOON = Instant.parse("2026-06-24T04:00:00Z");
    private static final Duration WINDOW = Duration.ofMinutes(10);
    private static final Allowance.Taken GRANTED = new Allowance.Taken.Granted();

    private final Allowance allowance = new Allowance(3, WINDOW, 4);

    @Test
    @DisplayName("够数之后拒到时候满，第一次拒才说是第一次，到时重新算")
    void refuses() {
        for (int minute = 0; minute < 3; minute++) {
            assertThat(take("a", minute)).isEqualTo(GRANTED);
        }
        assertThat(take("a", 4)).isEqualTo(refused(6, true));
        assertThat(take("a", 5)).isEqualTo(refused(5, false));
        assertThat(take("b", 5)).as("another address").isEqualTo(GRANTED);
        assertThat(take("a", 10)).isEqualTo(GRANTED);
    }

    @Test
    @DisplayName("成了的一次还回来，不算数")
    void givesBack() {
        for (int count = 0; count < 20; count++) {
            assertThat(take("a", 0)).isEqualTo(GRANTED);
            allowance.giveBack("a");
        }
        allowance.giveBack("nobody");
        assertThat(allowance.addresses()).isEqualTo(1);
    }

    @Test
    @DisplayName("只记得住这么多地址，最久没动静的先忘")
    void bounded() {
        IntStream.range(0, 10_000).forEach(each -> take("address " + each, 0));
        assertThat(allowance.addresses()).isEqualTo(4);
        for (int count = 0; count < 4; count++) {
            take("busy", 1);
        }
        take("a", 1);
        take("b", 1);
        take("busy", 1);
        take("c", 1);
        take("d", 1);
        assertThat(take("busy", 2))
                .as("it was not quiet")
                .isInstanceOf(refused(1, false).getClass());
    }

    @Test
    @DisplayName("一齐来也不多放一个")
    void together() throws Exception {
        Allowance shared = new Allowance(50, WINDOW, 10);
        List<Callable<Boolean>> all =
                IntStream.range(0, 400)
                        .<Callable<Boolean>>mapToObj(
                                _ -> () -> shared.take("a", NOON).equals(GRANTED))
                        .toList();
        int granted = 0;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Boolean> each : threads.invokeAll(all)) {
                granted += each.get() ? 1 : 0;
            }
        }
        assertThat(granted).isEqualTo(50);
    }

    @Test
    @DisplayName("IPv6按网段算，认不得的写法照原样、截短")
    void addresses() {
        assertThat(NetworkAddress.of("2001:db8:1:2::7"))
                .isEqualTo(NetworkAddress.of("2001:db8:1:2:ffff::9"))
                .isNotEqualTo(NetworkAddress.of("2001:db8:1:3::7"));
        assertThat(NetworkAddress.of("::ffff:203.0.113.9")).isEqualTo("203.0.113.9");
        assertThat(NetworkAddress.of("203.0.113.9")).isNotEqualTo(NetworkAddress.of("203.0.113.8"));
        assertThat(NetworkAddress.of("unknown")).isEqualTo("unknown");
        assertThat(NetworkAddress.of("x".repeat(900))).hasSize(64);
    }

    private Allowance.Taken take(String address, int minute) {
        return allowance.take(address, NOON.plus(Duration.ofMinutes(minute)));
    }

    private static Allowance.Taken refused(int minutes, boolean first) {
        return new Allowance.Taken.Refused(Duration.ofMinutes(minutes), first);
    }
}
