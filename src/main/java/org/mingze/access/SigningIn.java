package org.mingze.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// 登录 — one attempt: the name's row is locked, so attempts at one name follow each other.
@Component
public class SigningIn {
    private static final String CODE = "动态码 ";
    private static final Duration KEPT = Duration.ofDays(1);

    private final JdbcClient database;
    private final Accounts accounts;

    SigningIn(JdbcClient database, Accounts accounts) {
        this.database = database;
        this.accounts = accounts;
    }

    @Transactional
    public SignInOutcome attempt(int county, String account, String password, Instant now) {
        String name = Accounts.plain(account);
        return counted(county, name, now, () -> accounts.matching(county, name, password));
    }

    /// A code beside the passphrase; wrong ones lock as wrong passphrases do.
    @Transactional
    public SignInOutcome confirm(SignedIn who, BooleanSupplier passes, Instant now) {
        return counted(
                who.county(),
                codeName(who.signInName()),
                now,
                () -> passes.getAsBoolean() ? Optional.of(who) : Optional.empty());
    }

    /// Somebody whom another system recognised; a locked name stays out all the same.
    @Transactional
    public SignInOutcome recognise(SignedIn who, Instant now) {
        return counted(who.county(), who.signInName(), now, () -> Optional.of(who));
    }

    /// Lets a name try again at once.
    @Transactional
    public void unlock(int county, String account, Instant now) {
        forget(county, account, now);
        forget(county, codeName(account), now);
    }

    /// 锁定的账号 — a name that is locked until a moment, whether there is such an account or not.
    public record Locked(String name, Instant until) {}

    public List<Locked> locked(int county, Instant now) {
        return database.sql(
                        """
                        SELECT sign_in_name, locked_until FROM access.attempt
                        WHERE county_id = :county AND locked_until > :now
                        ORDER BY locked_until DESC LIMIT 200
                        """)
                .param("county", county)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(
                        (row, _) ->
                                new Locked(
                                        row.getString("sign_in_name").replace(CODE, ""),
                                        row.getObject("locked_until", OffsetDateTime.class)
                                                .toInstant()))
                .list();
    }

    private SignInOutcome counted(
            int county, String name, Instant now, Supplier<Optional<SignedIn>> trial) {
        Lockout lockout = lock(county, name, now);
        if (lockout.isLocked(now)) {
            return new SignInOutcome.Locked(lockout.lockedUntil().orElse(now));
        }
        Optional<SignedIn> person = trial.get();
        if (person.isPresent()) {
            forget(county, name, now);
            return new SignInOutcome.Admitted(person.get());
        }
        Lockout after = lockout.afterFailure(now);
        keep(county, name, after);
        return after.lockedUntil().isPresent()
                ? new SignInOutcome.Locked(after.lockedUntil().get())
                : new SignInOutcome.Wrong(after.left());
    }

    private static String codeName(String signInName) {
        return CODE + signInName;
    }

    private Lockout lock(int county, String name, Instant now) {
        database.sql(
                        """
                        INSERT INTO access.attempt (county_id, sign_in_name, failures, last_at)
                        VALUES (:county, :name, 0, :now)
                        ON CONFLICT (county_id, sign_in_name) DO NOTHING
                        """)
                .param("county", county)
                .param("name", name)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        return database.sql(
                        """
                        SELECT failures, locked_until, last_at FROM access.attempt
                        WHERE county_id = :county AND sign_in_name = :name FOR UPDATE
                        """)
                .param("county", county)
                .param("name", name)
                .query(
                        (row, _) ->
                                new Lockout(
                                        row.getInt("failures"),
                                        Optional.ofNullable(moment(row, "locked_until")),
                                        Optional.ofNullable(moment(row, "last_at")).orElse(now)))
                .optional()
                .orElse(Lockout.none(now));
    }

    private void keep(int county, String name, Lockout lockout) {
        database.sql(
                        """
                        UPDATE access.attempt
                        SET failures = :failures, locked_until = :until, last_at = :last
                        WHERE county_id = :county AND sign_in_name = :name
                        """)
                .param("county", county)
                .param("name", name)
                .param("failures", lockout.failures())
                .param(
                        "until",
                        lockout.lockedUntil()
                                .map(until -> until.atOffset(ZoneOffset.UTC))
                                .orElse(null))
                .param("last", lockout.lastAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    /// The name starts afresh; what was tried long ago is swept out with it.
    private void forget(int county, String name, Instant now) {
        database.sql(
                        """
                        DELETE FROM access.attempt
                        WHERE county_id = :county AND (sign_in_name = :name OR last_at < :old)
                        """)
                .param("county", county)
                .param("name", name)
                .param("old", now.minus(KEPT).atOffset(ZoneOffset.UTC))
                .update();
    }

    private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }
}
