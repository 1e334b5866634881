package org.mingze.access;

import java.text.Normalizer;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/// 账号 — sign-in names and password hashes of a county's people.
@Component
public class Accounts {
    private static final int LONGEST_NAME = 64;
    private static final int SHORTEST_PASSWORD = 10;
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]*");

    private final JdbcClient database;
    private final PasswordEncoder passwords =
            Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
    private final String nobodysHash = passwords.encode("nobody has this password");

    Accounts(JdbcClient database) {
        this.database = database;
    }

    /// Opens an account; the password is kept only as an Argon2 hash.
    ///
    /// @throws IllegalArgumentException if the name or the password cannot be used
    public void create(int county, String person, String signInName, String password) {
        createWithHash(county, person, signInName, hash(password));
    }

    /// For many accounts with one password: hash once, create many.
    public String hash(String password) {
        if (password.length() < SHORTEST_PASSWORD) {
            throw new IllegalArgumentException("口令至少" + SHORTEST_PASSWORD + "位");
        }
        return String.valueOf(passwords.encode(password));
    }

    public void createWithHash(int county, String person, String signInName, String hash) {
        Instant now = Instant.now();
        insert(new Opening(county, person, signInName, Office.OFFICIAL), hash, false, now);
        release(county, signInName, now);
    }

    /// 开户 — whose account, under which name, for what.
    public record Opening(int county, String person, String signInName, Office office) {}

    /// Opens an account whose passphrase serves once; the security administrator releases it.
    public void open(Opening opening, String passphrase, Instant now) {
        openWithHash(opening, hash(passphrase), now);
    }

    /// The same with a passphrase that was hashed before: many open in one short transaction.
    public void openWithHash(Opening opening, String hash, Instant now) {
        insert(opening, hash, true, now);
    }

    private void insert(Opening opening, String hash, boolean oneTime, Instant now) {
        String name = plain(opening.signInName());
        if (!name.equals(opening.signInName()) || !NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("账号只用小写字母和数字：" + opening.signInName());
        }
        database.sql(
                        """
                        INSERT INTO access.account
                            (county_id, person, sign_in_name, password_hash, created_at, office,
                             one_time)
                        VALUES (:county, :person, :name, :hash, :now, :office, :once)
                        """)
                .param("county", opening.county())
                .param("person", opening.person())
                .param("name", name)
                .param("hash", hash)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("office", opening.office().word())
                .param("once", oneTime)
                .update();
    }

    /// 重置 — a new one-time passphrase; the account waits again until it is released.
    /// Its passkeys and its identity are taken away: whoever has them may not be its holder.
    public String reset(int county, String signInName) {
        String passphrase = Passphrases.oneTime();
        database.sql(
                        """
                        DELETE FROM access.passkey
                        WHERE county_id = :county AND sign_in_name = :name
                        """)
                .param("county", county)
                .param("name", signInName)
                .update();
        database.sql(
                        """
                        DELETE FROM access.identity
                        WHERE county_id = :county AND sign_in_name = :name
                        """)
                .param("county", county)
                .param("name", signInName)
                .update();
        database.sql(
                        """
                        UPDATE access.account
                        SET password_hash = :hash, one_time = true, released_at = NULL,
                            closed_at = NULL
                        WHERE county_id = :county AND sign_in_name = :name
                        """)
                .param("county", county)
                .param("name", signInName)
                .param("hash", hash(passphrase))
                .update();
        return passphrase;
    }

    /// A passphrase of one's own.
    public void change(SignedIn whose, String password) {
        database.sql(
                        """
                        UPDATE access.account SET password_hash = :hash, one_time = false
                        WHERE county_id = :county AND sign_in_name = :name
                        """)
                .param("county", whose.county())
                .param("name", whose.signInName())
                .param("hash", hash(password))
                .update();
    }

    public void release(int county, String signInName, Instant now) {
        database.sql(
                        """
                        UPDATE access.account SET released_at = :now
                        WHERE county_id = :county AND sign_in_name = :name
                        """)
                .param("county", county)
                .param("name", signInName)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    public boolean exists(int county, String signInName) {
        return database.sql(
                        """
                        SELECT 1 FROM access.account
                        WHERE county_id = :county AND sign_in_name = :name
                        """)
                .param("county", county)
                .param("name", signInName)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /// True when none of the county's people has an account yet.
    public boolean isEmpty(int county) {
        return database.sql(
                        """
                        SELECT 1 FROM access.account
                        WHERE county_id = :county AND office = '人员' LIMIT 1
                        """)
                .param("county", county)
                .query(Integer.class)
                .optional()
                .isEmpty();
    }

    /// The person behind a name and password; takes as long when there is none or it is closed.
    public Optional<SignedIn> matching(int county, String signInName, String password) {
        Optional<Row> row =
                database.sql(
                                """
                                SELECT person, office, password_hash FROM access.account
                                WHERE county_id = :county AND sign_in_name = :name
                                    AND closed_at IS NULL
                                LIMIT 1
                                """)
                        .param("county", county)
                        .param("name", signInName)
                        .query(
                                (found, _) ->
                                        new Row(
                                                found.getString("person"),
                                                Office.of(found.getString("office")),
                                                found.getString("password_hash")))
                        .optional();
        boolean fits = passwords.matches(password, row.map(Row::hash).orElse(nobodysHash));
        return row.filter(_ -> fits)
                .map(found -> new SignedIn(county, found.person, signInName, found.office));
    }

    /// A name as it is compared: trimmed, in small letters, of bounded length.
    public static String plain(String signInName) {
        String folded =
                Normalizer.normalize(signInName, Normalizer.Form.NFKC)
                        .strip()
                        .toLowerCase(Locale.ROOT);
        return folded.length() > LONGEST_NAME ? folded.substring(0, LONGEST_NAME) : folded;
    }

    private record Row(String person, Office office, String hash) {}
}
