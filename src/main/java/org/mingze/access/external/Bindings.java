package org.mingze.access.external;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.mingze.access.Office;
import org.mingze.access.SignedIn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// 身份绑定 — which account of a county an identity of the provider is. One each way; accounts of
/// administrators have none.
@Component
public class Bindings {
    private final JdbcClient database;

    Bindings(JdbcClient database) {
        this.database = database;
    }

    /// 一个绑定.
    public record Bound(String issuer, String name, Instant since, Optional<Instant> used) {}

    public Optional<Bound> of(int county, String signInName) {
        return database.sql(
                        """
                        SELECT issuer, name, bound_at, used_at FROM access.identity
                        WHERE county_id = :county AND sign_in_name = :name
                        """)
                .param("county", county)
                .param("name", signInName)
                .query(
                        (row, _) ->
                                new Bound(
                                        row.getString("issuer"),
                                        row.getString("name"),
                                        moment(row, "bound_at").orElseThrow(),
                                        moment(row, "used_at")))
                .optional();
    }

    /// Whose identity it is; empty where it is nobody's or the account is closed.
    Optional<SignedIn> holder(int county, Identity identity) {
        return database.sql(
                        """
                        SELECT a.person, a.sign_in_name FROM access.identity i
                        JOIN access.account a ON a.county_id = i.county_id
                            AND a.sign_in_name = i.sign_in_name
                        WHERE i.county_id = :county AND i.issuer = :issuer
                            AND i.subject = :subject AND a.closed_at IS NULL AND a.office = '人员'
                        """)
                .param("county", county)
                .param("issuer", identity.issuer())
                .param("subject", identity.subject())
                .query((row, _) -> official(county, row))
                .optional();
    }

    /// An open account of one of the county's people.
    Optional<SignedIn> account(int county, String signInName) {
        return database.sql(
                        """
                        SELECT person, sign_in_name FROM access.account
                        WHERE county_id = :county AND sign_in_name = :name
                            AND closed_at IS NULL AND office = '人员'
                        """)
                .param("county", county)
                .param("name", signInName)
                .query((row, _) -> official(county, row))
                .optional();
    }

    /// False where the account or the identity is bound already.
    boolean bind(SignedIn who, Identity identity, Instant now) {
        return database.sql(
                                """
                                INSERT INTO access.identity (county_id, sign_in_name, issuer,
                                    subject, name, bound_at)
                                VALUES (:county, :account, :issuer, :subject, :name, :now)
                                ON CONFLICT DO NOTHING
                                """)
                        .param("county", who.county())
                        .param("account", who.signInName())
                        .param("issuer", identity.issuer())
                        .param("subject", identity.subject())
                        .param("name", identity.name())
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    void used(SignedIn who, Instant now) {
        database.sql(
                        """
                        UPDATE access.identity SET used_at = :now
                        WHERE county_id = :county AND sign_in_name = :name
                        """)
                .param("county", who.county())
                .param("name", who.signInName())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /// True where there was one to take away.
    public boolean remove(int county, String signInName) {
        return database.sql(
                                """
                                DELETE FROM access.identity
                                WHERE county_id = :county AND sign_in_name = :name
                                """)
                        .param("county", county)
                        .param("name", signInName)
                        .update()
                == 1;
    }

    private static SignedIn official(int county, ResultSet row) throws SQLException {
        return new SignedIn(
                county, row.getString("person"), row.getString("sign_in_name"), Office.OFFICIAL);
    }

    private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
                .map(OffsetDateTime::toInstant);
    }
}
