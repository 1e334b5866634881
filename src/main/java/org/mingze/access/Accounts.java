package org.mingze.access;

import java.text.Normalizer;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/// 账号 — sign-in names and password hashes of a county's people.
@Component
public class Accounts {
    private static final int LONGEST_NAME = 64;
    private static final int SHORTEST_PASSWORD = 10;

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
            throw new IllegalArgumentException("密码至少" + SHORTEST_PASSWORD + "位");
        }
        return String.valueOf(passwords.encode(password));
    }

    public void createWithHash(int county, String person, String signInName, String hash) {
        String name = plain(signInName);
        if (!name.equals(signInName) || name.isEmpty()) {
            throw new IllegalArgumentException("账号只用小写字母和数字：" + signInName);
        }
        database.sql(
                        """
                        INSERT INTO access.account
                            (county_id, person, sign_in_name, password_hash, created_at)
                        VALUES (:county, :person, :name, :hash, :now)
                        """)
                .param("county", county)
                .param("person", person)
                .param("name", name)
                .param("hash", hash)
                .param("now", Instant.now().atOffset(ZoneOffset.UTC))
                .update();
    }

    /// True when the county has no account yet: nobody can sign in.
    public boolean isEmpty(int county) {
        return database.sql("SELECT 1 FROM access.account WHERE county_id = :county LIMIT 1")
                .param("county", county)
                .query(Integer.class)
                .optional()
                .isEmpty();
    }

    /// The person behind a name and password; takes as long when there is none.
    Optional<SignedIn> matching(int county, String signInName, String password) {
        Optional<Row> row =
                database.sql(
                                """
                                SELECT person, sign_in_name, password_hash FROM access.account
                                WHERE county_id = :county AND sign_in_name = :name LIMIT 1
                                """)
                        .param("county", county)
                        .param("name", signInName)
                        .query(
                                (found, _) ->
                                        new Row(
                                                found.getString("person"),
                                                found.getString("password_hash")))
                        .optional();
        boolean fits = passwords.matches(password, row.map(Row::hash).orElse(nobodysHash));
        return row.filter(_ -> fits).map(found -> new SignedIn(county, found.person, signInName));
    }

    /// A name as it is compared: trimmed, in small letters, of bounded length.
    static String plain(String signInName) {
        String folded =
                Normalizer.normalize(signInName, Normalizer.Form.NFKC)
                        .strip()
                        .toLowerCase(Locale.ROOT);
        return folded.length() > LONGEST_NAME ? folded.substring(0, LONGEST_NAME) : folded;
    }

    private record Row(String person, String hash) {}
}
