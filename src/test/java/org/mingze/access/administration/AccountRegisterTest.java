package org.mingze.access.administration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mingze.database.TestDatabase;

@DisplayName("账号册")
class AccountRegisterTest {
    private static final Instant MORNING = Instant.parse("2026-06-24T00:30:00Z");

    private final TestDatabase database = TestDatabase.fresh();
    private final AccountRegister register = new AccountRegister(database.client());

    @Test
    @DisplayName("上次登录是登录的时候，不是最后一次点开的时候；口令对了、还没有进来的，没有登录")
    void tellsWhenOneSignedIn() {
        database.client()
                .sql(
                        """
                        INSERT INTO access.account
                            (county_id, person, sign_in_name, password_hash, created_at)
                        VALUES (1, 'p019', 'zhou', '', TIMESTAMPTZ '2026-06-01 00:00Z')
                        """)
                .update();
        assertThat(register.find(1, "zhou").orElseThrow().signedIn()).isEmpty();
        session(MORNING, true);
        session(MORNING.plusSeconds(7200), false);
        assertThat(register.find(1, "zhou").orElseThrow().signedIn()).contains(MORNING);
    }

    /// One in which something was opened an hour after it began.
    private void session(Instant started, boolean entered) {
        database.client()
                .sql(
                        """
                        INSERT INTO access.session (county_id, session_id, sign_in_name,
                            started_at, seen_at, address, agent, code_passed, entered)
                        VALUES (1, :id, 'zhou', :started, :seen, '', '', false, :entered)
                        """)
                .param("id", UUID.randomUUID())
                .param("started", started.atOffset(ZoneOffset.UTC))
                .param("seen", started.plusSeconds(3600).atOffset(ZoneOffset.UTC))
                .param("entered", entered)
                .update();
    }
}
