package org.mingze.access.administration;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mingze.access.Office;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// 账号册 — every account of a county as the administrators see it: never a hash, never content.
@Component
class AccountRegister {
    static final int PAGE = 50;

    private final JdbcClient database;

    AccountRegister(JdbcClient database) {
        this.database = database;
    }

    /// 账号 — one of them.
    record Account(
            String signInName,
            String person,
            Office office,
            Instant created,
            Optional<Instant> released,
            Optional<Instant> closed,
            boolean oneTime,
            boolean factorRequired,
            Optional<Instant> enrolled,
            Optional<Instant> signedIn) {
        String state() {
            if (closed.isPresent()) {
                return "已关闭";
            }
            if (released.isEmpty()) {
                return "待启用";
            }
            return oneTime ? "未改口令" : "在用";
        }
    }

    /// Those whose sign-in name or person is one of these; empty words find all.
    List<Account> list(int county, String words, List<String> people, boolean waiting, int page) {
        return database.sql(
                        """
                        SELECT a.sign_in_name, a.person, a.office, a.created_at, a.released_at,
                            a.closed_at, a.one_time, a.factor_required, f.enrolled_at,
                            (SELECT max(s.started_at) FROM access.session s
                                WHERE s.county_id = a.county_id
                                    AND s.sign_in_name = a.sign_in_name
                                    AND s.entered) AS signed_in
                        FROM access.account a
                        LEFT JOIN access.factor f ON f.county_id = a.county_id
                            AND f.sign_in_name = a.sign_in_name
                        WHERE a.county_id = :county
                            AND (NOT :waiting OR (a.released_at IS NULL AND a.closed_at IS NULL))
                            AND (:words = '' OR position(:words IN a.sign_in_name) > 0
                                OR a.person IN (:people))
                        ORDER BY a.office = '人员', a.sign_in_name LIMIT :limit OFFSET :offset
                        """)
                .param("county", county)
                .param("words", words)
                .param("people", people.isEmpty() ? List.of("") : people)
                .param("waiting", waiting)
                .param("limit", PAGE)
                .param("offset", page * PAGE)
                .query((row, _) -> account(row))
                .list();
    }

    Optional<Account> find(int county, String signInName) {
        return database.sql(
                        """
                        SELECT a.sign_in_name, a.person, a.office, a.created_at, a.released_at,
                            a.closed_at, a.one_time, a.factor_required, f.enrolled_at,
                            (SELECT max(s.started_at) FROM access.session s
                                WHERE s.county_id = a.county_id
                                    AND s.sign_in_name = a.sign_in_name
                                    AND s.entered) AS signed_in
                        FROM access.account a
                        LEFT JOIN access.factor f ON f.county_id = a.county_id
                            AND f.sign_in_name = a.sign_in_name
                        WHERE a.county_id = :county AND a.sign_in_name = :name
                        """)
                .param("county", county)
                .param("name", signInName)
                .query((row, _) -> account(row))
                .optional();
    }

    long count(int county) {
        return database.sql("SELECT count(*) FROM access.account WHERE county_id = :county")
                .param("county", county)
                .query(Long.class)
                .single();
    }

    boolean hasAccount(int county, String person) {
        return database.sql(
                        """
                        SELECT 1 FROM access.account
                        WHERE county_id = :county AND person = :person
                        """)
                .param("county", county)
                .param("person", person)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    void close(int county, String signInName, Instant now) {
        database.sql(
                        """
                        UPDATE access.account SET closed_at = :now
                        WHERE county_id = :county AND sign_in_name = :name AND closed_at IS NULL
                        """)
                .param("county", county)
                .param("name", signInName)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    void suspend(int county, String signInName) {
        database.sql(
                        """
                        UPDATE access.account SET released_at = NULL
                        WHERE county_id = :county AND sign_in_name = :name
                        """)
                .param("county", county)
                .param("name", signInName)
                .update();
    }

    void requireFactor(int county, String signInName, boolean required) {
        database.sql(
                        """
                        UPDATE access.account SET factor_required = :required
                        WHERE county_id = :county AND sign_in_name = :name
                        """)
                .param("county", county)
                .param("name", signInName)
                .param("required", required)
                .update();
    }

    private static Account account(ResultSet row) throws SQLException {
        return new Account(
                row.getString("sign_in_name"),
                row.getString("person"),
                Office.of(row.getString("office")),
                Optional.ofNullable(moment(row, "created_at")).orElse(Instant.EPOCH),
                Optional.ofNullable(moment(row, "released_at")),
                Optional.ofNullable(moment(row, "closed_at")),
                row.getBoolean("one_time"),
                row.getBoolean("factor_required"),
                Optional.ofNullable(moment(row, "enrolled_at")),
                Optional.ofNullable(moment(row, "signed_in")));
    }

    private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }
}
