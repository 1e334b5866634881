package org.mingze.access.passkey;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mingze.access.Office;
import org.mingze.access.SignedIn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// 通行密钥 — the public halves of the keys that devices keep for accounts.
@Component
public class Passkeys {
    static final int MOST = 10;

    private final JdbcClient database;

    Passkeys(JdbcClient database) {
        this.database = database;
    }

    /// 一把钥.
    public record Known(UUID id, String name, Instant made, Optional<Instant> used) {}

    /// A key with whose it is.
    record Held(UUID id, SignedIn who, String site, Ceremony.Made key) {}

    public List<Known> of(SignedIn who) {
        return database.sql(
                        """
                        SELECT passkey_id, name, made_at, used_at FROM access.passkey
                        WHERE county_id = :county AND sign_in_name = :name
                        ORDER BY made_at LIMIT :most
                        """)
                .param("county", who.county())
                .param("name", who.signInName())
                .param("most", MOST)
                .query(
                        (row, _) ->
                                new Known(
                                        row.getObject("passkey_id", UUID.class),
                                        row.getString("name"),
                                        moment(row, "made_at").orElseThrow(),
                                        moment(row, "used_at")))
                .list();
    }

    /// The credentials of an account, so that a device does not make a second one.
    List<String> credentials(SignedIn who) {
        return database.sql(
                        """
                        SELECT credential FROM access.passkey
                        WHERE county_id = :county AND sign_in_name = :name LIMIT :most
                        """)
                .param("county", who.county())
                .param("name", who.signInName())
                .param("most", MOST)
                .query((row, _) -> Site.text(row.getBytes("credential")))
                .list();
    }

    void add(SignedIn who, Site site, String name, Ceremony.Made key, Instant now) {
        database.sql(
                        """
                        INSERT INTO access.passkey (county_id, passkey_id, sign_in_name, credential,
                            site, attested, uses, backup_eligible, name, made_at)
                        VALUES (:county, :id, :account, :credential, :site, :attested, :uses,
                            :backup, :name, :now)
                        """)
                .param("county", who.county())
                .param("id", UUID.randomUUID())
                .param("account", who.signInName())
                .param("credential", Site.bytes(key.credential()))
                .param("site", site.name())
                .param("attested", Site.bytes(key.attested()))
                .param("uses", key.uses())
                .param("backup", key.backupEligible())
                .param("name", name)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /// Empty where there is none, or its account is closed.
    Optional<Held> find(int county, String credential) {
        return database.sql(
                        """
                        SELECT p.passkey_id, p.sign_in_name, p.site, p.attested, p.uses,
                            p.backup_eligible, a.person, a.office
                        FROM access.passkey p
                        JOIN access.account a ON a.county_id = p.county_id
                            AND a.sign_in_name = p.sign_in_name
                        WHERE p.county_id = :county AND p.credential = :credential
                            AND a.closed_at IS NULL
                        """)
                .param("county", county)
                .param("credential", Site.bytes(credential))
                .query(
                        (row, _) ->
                                new Held(
                                        row.getObject("passkey_id", UUID.class),
                                        new SignedIn(
                                                county,
                                                row.getString("person"),
                                                row.getString("sign_in_name"),
                                                Office.of(row.getString("office"))),
                                        row.getString("site"),
                                        new Ceremony.Made(
                                                credential,
                                                Site.text(row.getBytes("attested")),
                                                row.getLong("uses"),
                                                row.getBoolean("backup_eligible"))))
                .optional();
    }

    void used(Held held, long uses, Instant now) {
        database.sql(
                        """
                        UPDATE access.passkey SET uses = :uses, used_at = :now
                        WHERE county_id = :county AND passkey_id = :id
                        """)
                .param("county", held.who().county())
                .param("id", held.id())
                .param("uses", uses)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /// The name of what was taken away; empty where the account has no such key.
    Optional<String> remove(SignedIn who, UUID id) {
        return database.sql(
                        """
                        DELETE FROM access.passkey
                        WHERE county_id = :county AND sign_in_name = :name AND passkey_id = :id
                        RETURNING name
                        """)
                .param("county", who.county())
                .param("name", who.signInName())
                .param("id", id)
                .query(String.class)
                .optional();
    }

    /// Takes away all of an account: its holder may have lost them.
    public int drop(int county, String signInName) {
        return database.sql(
                        """
                        DELETE FROM access.passkey
                        WHERE county_id = :county AND sign_in_name = :name
                        """)
                .param("county", county)
                .param("name", signInName)
                .update();
    }

    private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
                .map(OffsetDateTime::toInstant);
    }
}
