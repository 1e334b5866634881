package org.mingze.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mingze.database.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@DisplayName("登录")
class SigningInTest {
    private static final int COUNTY = 1;
    private static final Instant NOW = Instant.parse("2026-06-24T02:42:00Z");
    private static final String PASSWORD = "柳巷石磨北井南桥-六十二";

    private final TestDatabase database = TestDatabase.fresh();
    private final TransactionTemplate transaction = database.transaction();
    private final Accounts accounts = new Accounts(database.client());
    private final SigningIn signingIn = new SigningIn(database.client(), accounts);

    @BeforeEach
    void open() {
        accounts.create(COUNTY, "p001", "zhouyantian", PASSWORD);
    }

    @Test
    @DisplayName("账号不分大小写，口令对了就进来")
    void admits() {
        assertThat(attempt("  ZhouYantian ", PASSWORD, NOW))
                .isEqualTo(
                        new SignInOutcome.Admitted(
                                new SignedIn(COUNTY, "p001", "zhouyantian", Office.OFFICIAL)));
    }

    @Test
    @DisplayName("有没有这个账号，错五次得到的回答都一样")
    void sameAnswer() {
        for (int wrong = 1; wrong <= 6; wrong++) {
            assertThat(attempt("zhouyantian", "wrong", NOW))
                    .isEqualTo(attempt("nobody", "wrong", NOW));
        }
    }

    @Test
    @DisplayName("锁定期间口令对了也不进，到时就进")
    void locked() {
        for (int wrong = 1; wrong <= 5; wrong++) {
            assertThat(attempt("zhouyantian", "wrong", NOW))
                    .isNotInstanceOf(SignInOutcome.Admitted.class);
        }
        assertThat(attempt("zhouyantian", PASSWORD, NOW.plus(Duration.ofMinutes(14))))
                .isEqualTo(new SignInOutcome.Locked(NOW.plus(Duration.ofMinutes(15))));
        assertThat(attempt("zhouyantian", PASSWORD, NOW.plus(Duration.ofMinutes(15))))
                .isInstanceOf(SignInOutcome.Admitted.class);
    }

    @Test
    @DisplayName("进来一次，以前的错就不算了")
    void forgiven() {
        attempt("zhouyantian", "wrong", NOW);
        attempt("zhouyantian", PASSWORD, NOW);
        assertThat(attempt("zhouyantian", "wrong", NOW)).isEqualTo(new SignInOutcome.Wrong(4));
    }

    @Test
    @DisplayName("别的县的同名账号不是这个账号")
    void otherCounty() {
        SignInOutcome outcome =
                transaction.execute(_ -> signingIn.attempt(2, "zhouyantian", PASSWORD, NOW));
        assertThat(outcome).isEqualTo(new SignInOutcome.Wrong(4));
    }

    @Test
    @DisplayName("库里没有口令，只有Argon2散列")
    void hashed() {
        assertThat(
                        JdbcClient.create(database.application())
                                .sql("SELECT password_hash FROM access.account WHERE county_id = 1")
                                .query(String.class)
                                .single())
                .startsWith("$argon2id$")
                .doesNotContain(PASSWORD);
    }

    private SignInOutcome attempt(String account, String password, Instant now) {
        SignInOutcome outcome =
                transaction.execute(_ -> signingIn.attempt(COUNTY, account, password, now));
        return java.util.Objects.requireNonNull(outcome);
    }
}
