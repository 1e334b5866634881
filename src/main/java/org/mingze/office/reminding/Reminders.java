package org.mingze.office.reminding;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.mingze.duty.RemindAhead;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// 提醒簿 — the county's setting, addresses of posts, and every reminder with what became of it.
@Component
class Reminders implements RemindAhead {
    static final String WAITING = "待送";
    static final String SENDING = "在送";
    static final String SENT = "已送";
    static final String GIVEN_UP = "不再送";
    private static final int SHOWN_MAX = 200;

    private final JdbcClient database;

    Reminders(JdbcClient database) {
        this.database = database;
    }

    /// 设定 — how many working days ahead, on what basis, by which post.
    record Rule(int workingDays, String basis, String post, Instant since) {}

    /// 地址 — good while its person holds the post.
    record Address(String post, String person, String mail) {}

    /// 一次提醒 — as the log has it.
    record Line(
            String channel,
            String digest,
            String post,
            String words,
            String link,
            LocalDate due,
            String state,
            int attempts,
            Instant changedAt,
            String fault) {}

    Optional<Rule> rule(int county) {
        return database.sql(
                        """
                        SELECT working_days, basis, post, since FROM office.reminder_rule
                        WHERE county_id = :county
                        """)
                .param("county", county)
                .query(
                        (row, _) ->
                                new Rule(
                                        row.getInt("working_days"),
                                        row.getString("basis"),
                                        row.getString("post"),
                                        instant(row, "since")))
                .optional();
    }

    @Override
    public OptionalInt workingDays(int county) {
        return rule(county)
                .map(rule -> OptionalInt.of(rule.workingDays()))
                .orElse(OptionalInt.empty());
    }

    void set(int county, Rule rule) {
        database.sql(
                        """
                        INSERT INTO office.reminder_rule
                            (county_id, working_days, basis, post, since)
                        VALUES (:county, :days, :basis, :post, :since)
                        ON CONFLICT (county_id) DO UPDATE SET
                            working_days = excluded.working_days, basis = excluded.basis,
                            post = excluded.post, since = excluded.since
                        """)
                .param("county", county)
                .param("days", rule.workingDays())
                .param("basis", rule.basis())
                .param("post", rule.post())
                .param("since", time(rule.since()))
                .update();
    }

    Map<String, Address> addresses(int county) {
        return database
                .sql(
                        """
                        SELECT post, person, mail FROM office.reminder_address
                        WHERE county_id = :county LIMIT 100000
                        """)
                .param("county", county)
                .query(
                        (row, _) ->
                                new Address(
                                        row.getString("post"),
                                        row.getString("person"),
                                        row.getString("mail")))
                .list()
                .stream()
                .collect(Collectors.toMap(Address::post, address -> address));
    }

    /// An empty address takes it back.
    void address(int county, Address address, Instant now) {
        database.sql(
                        """
                        DELETE FROM office.reminder_address
                        WHERE county_id = :county AND post = :post
                        """)
                .param("county", county)
                .param("post", address.post())
                .update();
        if (!address.mail().isEmpty()) {
            database.sql(
                            """
                            INSERT INTO office.reminder_address
                                (county_id, post, person, mail, since)
                            VALUES (:county, :post, :person, :mail, :now)
                            """)
                    .param("county", county)
                    .param("post", address.post())
                    .param("person", address.person())
                    .param("mail", address.mail())
                    .param("now", time(now))
                    .update();
        }
    }

    /// Notes that a reminder is to be sent; one that was ever noted is not noted again.
    void note(int county, String channel, String digest, DueSoon.Soon soon, Instant now) {
        database.sql(
                        """
                        INSERT INTO office.reminder (county_id, channel, digest, post, words, link,
                            due, state, attempts, next_at, changed_at, fault)
                        VALUES (:county, :channel, :digest, :post, :words, :link, :due, :state, 0,
                            :now, :now, '')
                        ON CONFLICT (county_id, channel, digest) DO NOTHING
                        """)
                .param("county", county)
                .param("channel", channel)
                .param("digest", digest)
                .param("post", soon.post())
                .param("words", soon.item())
                .param("link", soon.link())
                .param("due", soon.due())
                .param("state", WAITING)
                .param("now", time(now))
                .update();
    }

    /// Takes a reminder in hand if it waits and its time has come.
    boolean take(int county, String channel, String digest, Instant now) {
        return database.sql(
                                """
                                UPDATE office.reminder SET state = :sending,
                                    attempts = attempts + 1, changed_at = :now
                                WHERE county_id = :county AND channel = :channel
                                  AND digest = :digest AND state = :waiting AND next_at <= :now
                                """)
                        .param("county", county)
                        .param("channel", channel)
                        .param("digest", digest)
                        .param("waiting", WAITING)
                        .param("sending", SENDING)
                        .param("now", time(now))
                        .update()
                == 1;
    }

    /// @param next when to try again; of no use once it is sent or given up
    void became(int county, Line line, String state, String fault, Instant next, Instant now) {
        database.sql(
                        """
                        UPDATE office.reminder SET state = :state, fault = :fault,
                            next_at = :next, changed_at = :now
                        WHERE county_id = :county AND channel = :channel AND digest = :digest
                        """)
                .param("county", county)
                .param("channel", line.channel())
                .param("digest", line.digest())
                .param("state", state)
                .param("fault", fault)
                .param("next", time(next))
                .param("now", time(now))
                .update();
    }

    /// What was being sent when the program stopped is not sent again: it may have arrived.
    void settle(int county, Instant before) {
        database.sql(
                        """
                        UPDATE office.reminder SET state = :up, fault = '送的时候程序停了，可能已送到，没有再送'
                        WHERE county_id = :county AND state = :sending AND changed_at < :before
                        """)
                .param("county", county)
                .param("sending", SENDING)
                .param("up", GIVEN_UP)
                .param("before", time(before))
                .update();
    }

    Optional<Line> find(int county, String channel, String digest) {
        return database.sql(
                        """
                        SELECT * FROM office.reminder
                        WHERE county_id = :county AND channel = :channel AND digest = :digest
                        """)
                .param("county", county)
                .param("channel", channel)
                .param("digest", digest)
                .query((row, _) -> line(row))
                .optional();
    }

    /// The latest first; of one post, or of all if it is empty.
    List<Line> log(int county, String post) {
        return database.sql(
                        """
                        SELECT * FROM office.reminder
                        WHERE county_id = :county AND (:post = '' OR post = :post)
                        ORDER BY changed_at DESC, digest LIMIT :max
                        """)
                .param("county", county)
                .param("post", post)
                .param("max", SHOWN_MAX)
                .query((row, _) -> line(row))
                .list();
    }

    private static Line line(ResultSet row) throws SQLException {
        return new Line(
                row.getString("channel"),
                row.getString("digest"),
                row.getString("post"),
                row.getString("words"),
                row.getString("link"),
                row.getObject("due", LocalDate.class),
                row.getString("state"),
                row.getInt("attempts"),
                instant(row, "changed_at"),
                row.getString("fault"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
