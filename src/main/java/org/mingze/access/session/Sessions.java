package org.mingze.access.session;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mingze.access.SignedIn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// 登录中 — where accounts are signed in. Every request asks here whether it still holds.
@Component
public class Sessions {
    /// Signed in longer without a request, one is out.
    public static final Duration IDLE = Duration.ofHours(8);

    /// However busy, one signs in again after this.
    static final Duration LONGEST = Duration.ofHours(24);

    private static final Duration NOTED = Duration.ofMinutes(1);
    private static final int AGENT_MAX = 200;

    private final JdbcClient database;

    Sessions(JdbcClient database) {
        this.database = database;
    }

    /// 一处登录.
    ///
    /// @param awaiting whether the passphrase was right and the code of the second factor is owed
    public record Known(
            UUID id,
            String signInName,
            Instant started,
            Instant seen,
            String address,
            String agent,
            boolean awaiting) {
        /// The device, and that it is not in yet where it is not.
        public String told() {
            return device() + (awaiting ? "（还没填动态码，没有进来）" : "");
        }

        /// The browser and the machine, in a word or two.
        public String device() {
            String machine =
                    agent.contains("Android")
                            ? "安卓手机"
                            : agent.contains("iPhone") || agent.contains("iPad")
                                    ? "苹果手机"
                                    : agent.contains("Windows")
                                            ? "Windows电脑"
                                            : agent.contains("Mac OS")
                                                    ? "苹果电脑"
                                                    : agent.contains("Linux") ? "Linux电脑" : "未知设备";
            String browser =
                    agent.contains("Edg/")
                            ? "Edge"
                            : agent.contains("Firefox/")
                                    ? "火狐"
                                    : agent.contains("Chrome/")
                                            ? "Chrome"
                                            : agent.contains("Safari/") ? "Safari" : "";
            return browser.isEmpty() ? machine : machine + "，" + browser;
        }
    }

    /// 站得住否 — what the account of a session is, at this moment.
    public record Standing(
            boolean codePassed,
            boolean released,
            boolean oneTime,
            boolean factorRequired,
            boolean enrolled,
            boolean entered) {}

    public void open(SignedIn who, UUID id, String address, String agent, Instant now) {
        database.sql(
                        """
                        INSERT INTO access.session (county_id, session_id, sign_in_name,
                            started_at, seen_at, address, agent, code_passed)
                        VALUES (:county, :id, :name, :now, :now, :address, :agent, false)
                        """)
                .param("county", who.county())
                .param("id", id)
                .param("name", who.signInName())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("address", address)
                .param("agent", agent.length() > AGENT_MAX ? agent.substring(0, AGENT_MAX) : agent)
                .update();
    }

    /// Empty when the session was ended, has run out, or the account is closed.
    public Optional<Standing> standing(SignedIn who, UUID id, Instant now) {
        Optional<Found> found =
                database.sql(
                                """
                                SELECT s.code_passed, s.seen_at, a.released_at IS NOT NULL AS released,
                                    a.one_time, a.factor_required,
                                    f.sign_in_name IS NOT NULL AS enrolled, s.entered
                                FROM access.session s
                                JOIN access.account a ON a.county_id = s.county_id
                                    AND a.sign_in_name = s.sign_in_name
                                LEFT JOIN access.factor f ON f.county_id = s.county_id
                                    AND f.sign_in_name = s.sign_in_name
                                WHERE s.county_id = :county AND s.session_id = :id
                                    AND s.sign_in_name = :name AND s.ended_at IS NULL
                                    AND s.seen_at > :idle AND s.started_at > :longest
                                    AND a.closed_at IS NULL
                                """)
                        .param("county", who.county())
                        .param("id", id)
                        .param("name", who.signInName())
                        .param("idle", now.minus(IDLE).atOffset(ZoneOffset.UTC))
                        .param("longest", now.minus(LONGEST).atOffset(ZoneOffset.UTC))
                        .query((row, _) -> found(row))
                        .optional();
        found.filter(each -> each.seen().plus(NOTED).isBefore(now))
                .ifPresent(_ -> note(who.county(), id, now));
        return found.map(Found::standing);
    }

    private record Found(Standing standing, Instant seen) {}

    private static Found found(ResultSet row) throws SQLException {
        return new Found(
                new Standing(
                        row.getBoolean("code_passed"),
                        row.getBoolean("released"),
                        row.getBoolean("one_time"),
                        row.getBoolean("factor_required"),
                        row.getBoolean("enrolled"),
                        row.getBoolean("entered")),
                row.getObject("seen_at", OffsetDateTime.class).toInstant());
    }

    private void note(int county, UUID id, Instant now) {
        database.sql(
                        """
                        UPDATE access.session SET seen_at = :now
                        WHERE county_id = :county AND session_id = :id
                        """)
                .param("county", county)
                .param("id", id)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    public void passCode(SignedIn who, UUID id) {
        database.sql(
                        """
                        UPDATE access.session SET code_passed = true
                        WHERE county_id = :county AND session_id = :id AND sign_in_name = :name
                        """)
                .param("county", who.county())
                .param("id", id)
                .param("name", who.signInName())
                .update();
    }

    /// Notes that nothing is owed any more before one is in: only now somebody has signed in.
    void enter(SignedIn who, UUID id) {
        database.sql(
                        """
                        UPDATE access.session SET entered = true
                        WHERE county_id = :county AND session_id = :id AND sign_in_name = :name
                        """)
                .param("county", who.county())
                .param("id", id)
                .param("name", who.signInName())
                .update();
    }

    /// Those of one account; of all accounts where the name is empty.
    public List<Known> running(int county, String signInName, Instant now) {
        return database.sql(
                        """
                        SELECT s.session_id, s.sign_in_name, s.started_at, s.seen_at, s.address,
                            s.agent, f.sign_in_name IS NOT NULL AND NOT s.code_passed AS awaiting
                        FROM access.session s
                        LEFT JOIN access.factor f ON f.county_id = s.county_id
                            AND f.sign_in_name = s.sign_in_name
                        WHERE s.county_id = :county AND (:name = '' OR s.sign_in_name = :name)
                            AND s.ended_at IS NULL AND s.seen_at > :idle
                            AND s.started_at > :longest
                        ORDER BY s.seen_at DESC LIMIT 200
                        """)
                .param("county", county)
                .param("name", signInName)
                .param("idle", now.minus(IDLE).atOffset(ZoneOffset.UTC))
                .param("longest", now.minus(LONGEST).atOffset(ZoneOffset.UTC))
                .query((row, _) -> known(row))
                .list();
    }

    private static Known known(ResultSet row) throws SQLException {
        return new Known(
                row.getObject("session_id", UUID.class),
                row.getString("sign_in_name"),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                row.getObject("seen_at", OffsetDateTime.class).toInstant(),
                row.getString("address"),
                row.getString("agent"),
                row.getBoolean("awaiting"));
    }

    /// True when there was such a session to end.
    public boolean end(int county, String signInName, UUID id, Instant now) {
        return database.sql(
                                """
                                UPDATE access.session SET ended_at = :now
                                WHERE county_id = :county AND session_id = :id
                                    AND sign_in_name = :name AND ended_at IS NULL
                                """)
                        .param("county", county)
                        .param("id", id)
                        .param("name", signInName)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                > 0;
    }

    /// Ends all of an account but one; give a new id to end them all.
    public int endOthers(int county, String signInName, UUID but, Instant now) {
        return database.sql(
                        """
                        UPDATE access.session SET ended_at = :now
                        WHERE county_id = :county AND sign_in_name = :name
                            AND session_id <> :but AND ended_at IS NULL
                        """)
                .param("county", county)
                .param("name", signInName)
                .param("but", but)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /// The account that a running session belongs to.
    public Optional<String> accountOf(int county, UUID id) {
        return database.sql(
                        """
                        SELECT sign_in_name FROM access.session
                        WHERE county_id = :county AND session_id = :id AND ended_at IS NULL
                        """)
                .param("county", county)
                .param("id", id)
                .query(String.class)
                .optional();
    }
}
