package org.mingze.access.factor;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.mingze.access.Passphrases;
import org.mingze.access.SignedIn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// 第二因素 — a time code or a recovery code beside the passphrase; neither passes twice.
@Component
public class Factors {
    private static final int RECOVERY_CODES = 10;
    private static final int RECOVERY_LENGTH = 12;

    private final JdbcClient database;
    private final FactorKey key;
    private final TransactionTemplate transactions;

    Factors(JdbcClient database, FactorKey key, TransactionTemplate transactions) {
        this.database = database;
        this.key = key;
        this.transactions = transactions;
    }

    /// 因素现状 — since when, and how many recovery codes are left.
    public record Enrolled(Instant since, int recoveryLeft) {}

    /// A secret for an enrolment that is not confirmed yet.
    public byte[] newSecret() {
        return key.secret();
    }

    public Optional<Enrolled> enrolled(int county, String signInName) {
        return database.sql(
                        """
                        SELECT f.enrolled_at, (SELECT count(*) FROM access.recovery r
                            WHERE r.county_id = f.county_id AND r.sign_in_name = f.sign_in_name
                                AND r.used_at IS NULL) AS codes
                        FROM access.factor f
                        WHERE f.county_id = :county AND f.sign_in_name = :name
                        """)
                .param("county", county)
                .param("name", signInName)
                .query(
                        (row, _) ->
                                new Enrolled(
                                        row.getObject("enrolled_at", OffsetDateTime.class)
                                                .toInstant(),
                                        row.getInt("codes")))
                .optional();
    }

    /// Enrols when the code shows that the authenticator has the secret; gives the recovery codes,
    /// which are not told again.
    public Optional<List<String>> enrol(SignedIn who, byte[] secret, String code, Instant now) {
        OptionalLong step = TimeCode.matching(secret, plain(code), 0, now);
        if (step.isEmpty()) {
            return Optional.empty();
        }
        return transactions.execute(
                _ -> {
                    drop(who.county(), who.signInName());
                    database.sql(
                                    """
                                    INSERT INTO access.factor (county_id, sign_in_name, sealed,
                                        last_step, enrolled_at)
                                    VALUES (:county, :name, :sealed, :step, :now)
                                    """)
                            .param("county", who.county())
                            .param("name", who.signInName())
                            .param("sealed", key.seal(secret))
                            .param("step", step.getAsLong())
                            .param("now", now.atOffset(ZoneOffset.UTC))
                            .update();
                    return Optional.of(recoveryCodes(who));
                });
    }

    /// New recovery codes in place of the old ones.
    public List<String> renewRecovery(SignedIn who) {
        List<String> codes =
                transactions.execute(
                        _ -> {
                            dropRecovery(who.county(), who.signInName());
                            return recoveryCodes(who);
                        });
        return codes == null ? List.of() : codes;
    }

    /// True when the code passes; it then never passes again.
    public boolean passes(SignedIn who, String code, Instant now) {
        String plain = plain(code);
        return Boolean.TRUE.equals(
                transactions.execute(
                        _ ->
                                plain.length() == TimeCode.DIGITS
                                        ? passesNow(who, plain, now)
                                        : passesOnce(who, plain, now)));
    }

    /// Whether a code is a recovery code of the account that passed already.
    boolean isSpent(SignedIn who, String code) {
        return database.sql(
                        """
                        SELECT 1 FROM access.recovery
                        WHERE county_id = :county AND sign_in_name = :name
                            AND code_hash = :hash AND used_at IS NOT NULL
                        """)
                .param("county", who.county())
                .param("name", who.signInName())
                .param("hash", hash(who, plain(code)))
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    public void drop(int county, String signInName) {
        dropRecovery(county, signInName);
        database.sql(
                        """
                        DELETE FROM access.factor
                        WHERE county_id = :county AND sign_in_name = :name
                        """)
                .param("county", county)
                .param("name", signInName)
                .update();
    }

    private record Held(String sealed, long lastStep) {}

    private boolean passesNow(SignedIn who, String code, Instant now) {
        Optional<Held> held =
                database.sql(
                                """
                                SELECT sealed, last_step FROM access.factor
                                WHERE county_id = :county AND sign_in_name = :name FOR UPDATE
                                """)
                        .param("county", who.county())
                        .param("name", who.signInName())
                        .query(
                                (row, _) ->
                                        new Held(
                                                HexFormat.of().formatHex(row.getBytes("sealed")),
                                                row.getLong("last_step")))
                        .optional();
        OptionalLong step =
                held.map(
                                each ->
                                        TimeCode.matching(
                                                key.open(HexFormat.of().parseHex(each.sealed)),
                                                code,
                                                each.lastStep,
                                                now))
                        .orElse(OptionalLong.empty());
        step.ifPresent(
                passed ->
                        database.sql(
                                        """
                                        UPDATE access.factor SET last_step = :step
                                        WHERE county_id = :county AND sign_in_name = :name
                                        """)
                                .param("county", who.county())
                                .param("name", who.signInName())
                                .param("step", passed)
                                .update());
        return step.isPresent();
    }

    private boolean passesOnce(SignedIn who, String code, Instant now) {
        return database.sql(
                                """
                                UPDATE access.recovery SET used_at = :now
                                WHERE county_id = :county AND sign_in_name = :name
                                    AND code_hash = :hash AND used_at IS NULL
                                """)
                        .param("county", who.county())
                        .param("name", who.signInName())
                        .param("hash", hash(who, code))
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    private List<String> recoveryCodes(SignedIn who) {
        List<String> codes = new ArrayList<>();
        for (int count = 0; count < RECOVERY_CODES; count++) {
            String code = Passphrases.drawn(RECOVERY_LENGTH);
            codes.add(code);
            database.sql(
                            """
                            INSERT INTO access.recovery (county_id, sign_in_name, code_hash)
                            VALUES (:county, :name, :hash)
                            """)
                    .param("county", who.county())
                    .param("name", who.signInName())
                    .param("hash", hash(who, plain(code)))
                    .update();
        }
        return codes;
    }

    private void dropRecovery(int county, String signInName) {
        database.sql(
                        """
                        DELETE FROM access.recovery
                        WHERE county_id = :county AND sign_in_name = :name
                        """)
                .param("county", county)
                .param("name", signInName)
                .update();
    }

    /// A code of sixty random bits needs no slow hash; the account keeps equal codes apart.
    private static byte[] hash(SignedIn who, String code) {
        try {
            String salted = who.county() + " " + who.signInName() + " " + code;
            return MessageDigest.getInstance("SHA-256")
                    .digest(salted.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("every Java platform has SHA-256", absent);
        }
    }

    private static String plain(String code) {
        return code.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }
}
