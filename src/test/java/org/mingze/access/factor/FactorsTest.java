package org.mingze.access.factor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingze.access.Office;
import org.mingze.access.SignedIn;
import org.mingze.database.TestDatabase;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

@DisplayName("第二因素")
class FactorsTest {
    private static final Instant NOW = Instant.parse("2026-06-24T02:42:00Z");
    private static final SignedIn WHO = new SignedIn(1, "p019", "zhou", Office.OFFICIAL);

    private final TestDatabase database = TestDatabase.fresh();
    @TempDir Path home;
    private Factors factors;

    @BeforeEach
    void open() {
        database.client()
                .sql(
                        """
                        INSERT INTO access.account
                            (county_id, person, sign_in_name, password_hash, created_at)
                        VALUES (1, 'p019', 'zhou', '', TIMESTAMPTZ '2026-06-01 00:00Z')
                        """)
                .update();
        factors = new Factors(database.client(), key(), database.transaction());
    }

    @Test
    @DisplayName("码对了才绑定；同一个码不能再用，下一个能用")
    void enrolsAndPassesOnce() {
        byte[] secret = factors.newSecret();
        long step = TimeCode.step(NOW);
        assertThat(factors.enrol(WHO, secret, "000000x", NOW)).isEmpty();
        assertThat(factors.enrol(WHO, secret, TimeCode.at(secret, step), NOW))
                .hasValueSatisfying(codes -> assertThat(codes).hasSize(10).doesNotHaveDuplicates());
        assertThat(factors.passes(WHO, TimeCode.at(secret, step), NOW)).isFalse();
        Instant later = NOW.plusSeconds(30);
        assertThat(factors.passes(WHO, TimeCode.at(secret, step + 1), later)).isTrue();
        assertThat(factors.passes(WHO, TimeCode.at(secret, step + 1), later)).isFalse();
    }

    @Test
    @DisplayName("恢复码每个用一次，换了一批旧的就不认；库里只有散列，密钥封着")
    void recoveryCodes() {
        byte[] secret = factors.newSecret();
        List<String> codes =
                factors.enrol(WHO, secret, TimeCode.at(secret, TimeCode.step(NOW)), NOW)
                        .orElseThrow();
        assertThat(factors.passes(WHO, codes.get(3).toUpperCase(java.util.Locale.ROOT), NOW))
                .isTrue();
        assertThat(factors.passes(WHO, codes.get(3), NOW)).isFalse();
        assertThat(factors.enrolled(1, "zhou"))
                .hasValueSatisfying(held -> assertThat(held.recoveryLeft()).isEqualTo(9));
        List<String> renewed = factors.renewRecovery(WHO);
        assertThat(factors.passes(WHO, codes.get(4), NOW)).isFalse();
        assertThat(factors.passes(WHO, renewed.getFirst(), NOW)).isTrue();
        assertThat(
                        database.client()
                                .sql(
                                        "SELECT encode(sealed, 'hex') FROM access.factor WHERE county_id = 1")
                                .query(String.class)
                                .single())
                .doesNotContain(java.util.HexFormat.of().formatHex(secret));
    }

    @Test
    @DisplayName("另一个家目录的钥匙打不开")
    void sealed(@TempDir Path elsewhere) {
        byte[] sealed = key().seal(new byte[] {1, 2, 3});
        home = elsewhere;
        FactorKey other = key();
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> other.open(sealed))
                .isInstanceOf(IllegalStateException.class);
    }

    private FactorKey key() {
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource("home", Map.of("mingze.home", home.toString())));
        return new FactorKey(environment);
    }
}
