package org.mingze.meeting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.mingze.access.Officer;
import org.mingze.access.PlaceTallies;
import org.mingze.journal.Recorder;
import org.mingze.organization.Body;
import org.mingze.organization.Post;
import org.mingze.web.NotFound;
import org.mingze.web.NotPermitted;
import org.mingze.web.Place;
import org.mingze.work.CountyLedgers;
import org.mingze.work.Knowledge;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// 议事稿集 — meetings as typed so far, kept with every step.
@Component
class KeptMeetings implements PlaceTallies {
    private static final int PAGE_MAX = 200;
    private static final int TRIES_MAX = 20;

    private final JdbcClient database;
    private final CountyLedgers ledgers;

    KeptMeetings(JdbcClient database, CountyLedgers ledgers) {
        this.database = database;
        this.ledgers = ledgers;
    }

    /// 议事一份 — a meeting that is kept: by whom it was begun, when last changed, and what it became.
    ///
    /// @param minutes the citation of the minutes; empty before it closed
    /// @param number  of the record that it came to
    record KeptMeeting(
            UUID id,
            Meeting meeting,
            Recorder recorder,
            Instant changedAt,
            int version,
            String minutes,
            OptionalLong number) {
        String path() {
            return "/meetings/" + id;
        }

        boolean isClosed() {
            return number.isPresent();
        }
    }

    @Override
    public Map<Place, Integer> of(Officer officer) {
        return Map.of(Place.MEETINGS, open(officer.county(), officer.post().code()));
    }

    KeptMeeting find(Officer officer, UUID id, LocalDate today) {
        KeptMeeting kept =
                find(officer.county(), id)
                        .orElseThrow(() -> new NotFound("没有这次会议", "地址可能写错，或已经删去。从议事里找。"));
        if (!bodies(officer, today).contains(kept.meeting().body())) {
            throw new NotPermitted(
                    "这次会议不归" + officer.post().name() + "看", "你能看到本单位和下级单位的会议。", "要看这一次，找开会的单位。");
        }
        return kept;
    }

    /// The same for whoever changes it: the body that meets, and the body that began it. Who stands
    /// above looks on.
    KeptMeeting leading(Officer officer, UUID id, LocalDate today) {
        KeptMeeting kept = find(officer, id, today);
        Optional<String> leader = leader(officer, kept, today);
        if (leader.isPresent()) {
            String name = leader.get();
            throw new NotPermitted(
                    "这次会议由" + name + "开，由它改", "你能看到它的议程、表决和纪要。", "有话要说，找" + name + "，或在会后督办。");
        }
        return kept;
    }

    /// What is said to whoever looks on; empty to those who lead.
    String watched(Officer officer, KeptMeeting kept, LocalDate today) {
        return leader(officer, kept, today)
                .map(name -> "这次会议由" + name + "开，由它记。你在看，不能改；有话要说，找" + name + "，或在会后督办。")
                .orElse("");
    }

    /// The name of the body that leads it where it is not the officer's.
    private Optional<String> leader(Officer officer, KeptMeeting kept, LocalDate today) {
        String body = kept.meeting().body();
        return ledgers.ask(
                officer.county(),
                known -> {
                    Optional<String> own = body(known, officer.post().code(), today);
                    boolean leads =
                            own.filter(body::equals).isPresent()
                                    || own.equals(body(known, kept.recorder().post(), today));
                    return leads ? Optional.empty() : Optional.of(name(known, body, today));
                });
    }

    private static Optional<String> body(Knowledge known, String post, LocalDate today) {
        return known.organization().lastPost(post, today).map(Post::body);
    }

    private static String name(Knowledge known, String body, LocalDate today) {
        return known.organization().lastBody(body, today).map(Body::name).orElse(body);
    }

    Set<String> bodies(Officer officer, LocalDate today) {
        return ledgers.ask(
                officer.county(),
                known -> new MeetingWords(known, today).bodies(officer.post().code()));
    }

    void begin(int county, UUID id, Meeting meeting, Recorder recorder, Instant now) {
        database.sql(
                        """
                        INSERT INTO meeting.sheet (county_id, meeting_id, body, held_on, post, person,
                            changed_at, content)
                        VALUES (:county, :id, :body, :day, :post, :person, :now, :content)
                        """)
                .param("county", county)
                .param("id", id)
                .param("body", meeting.body())
                .param("day", meeting.day())
                .param("post", recorder.post())
                .param("person", recorder.person())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("content", MeetingText.write(meeting))
                .update();
    }

    Optional<KeptMeeting> find(int county, UUID id) {
        return database.sql(
                        """
                        SELECT * FROM meeting.sheet
                        WHERE county_id = :county AND meeting_id = :id LIMIT 1
                        """)
                .param("county", county)
                .param("id", id)
                .query(KeptMeetings::row)
                .optional();
    }

    /// Those of these bodies, the latest first.
    List<KeptMeeting> of(int county, Set<String> bodies, int offset, int limit) {
        return database.sql(
                        """
                        SELECT * FROM meeting.sheet
                        WHERE county_id = :county AND body = ANY (:bodies::text[])
                        ORDER BY number IS NOT NULL, held_on DESC, changed_at DESC
                        OFFSET :offset LIMIT :limit
                        """)
                .param("county", county)
                .param("bodies", bodies.toArray(String[]::new))
                .param("offset", offset)
                .param("limit", Math.min(limit, PAGE_MAX))
                .query(KeptMeetings::row)
                .list();
    }

    /// Those that a post began and that have not closed.
    private int open(int county, String post) {
        return database.sql(
                        """
                        SELECT count(*) FROM meeting.sheet
                        WHERE county_id = :county AND post = :post AND number IS NULL
                        """)
                .param("county", county)
                .param("post", post)
                .query(Integer.class)
                .single();
    }

    /// One step; taken again upon what another has changed meanwhile. A closed one does not change.
    KeptMeeting change(int county, KeptMeeting kept, UnaryOperator<Meeting> step, Instant now) {
        KeptMeeting current = kept;
        for (int tries = 0; tries < TRIES_MAX && !current.isClosed(); tries++) {
            Meeting changed = step.apply(current.meeting());
            if (changed.equals(current.meeting()) || put(county, current, changed, now)) {
                break;
            }
            current = find(county, kept.id()).orElseThrow();
        }
        return find(county, kept.id()).orElseThrow();
    }

    private boolean put(int county, KeptMeeting current, Meeting changed, Instant now) {
        return database.sql(
                                """
                                UPDATE meeting.sheet SET content = :content, held_on = :day,
                                    changed_at = :now, version = version + 1
                                WHERE county_id = :county AND meeting_id = :id
                                  AND version = :version AND number IS NULL
                                """)
                        .param("county", county)
                        .param("id", current.id())
                        .param("version", current.version())
                        .param("content", MeetingText.write(changed))
                        .param("day", changed.day())
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /// False when it had closed before, or was changed since it was read.
    boolean close(int county, KeptMeeting kept, long number, String minutes) {
        return database.sql(
                                """
                                UPDATE meeting.sheet SET number = :number, minutes = :minutes
                                WHERE county_id = :county AND meeting_id = :id
                                  AND version = :version AND number IS NULL
                                """)
                        .param("county", county)
                        .param("id", kept.id())
                        .param("version", kept.version())
                        .param("number", number)
                        .param("minutes", minutes)
                        .update()
                == 1;
    }

    void drop(int county, UUID id) {
        database.sql(
                        """
                        DELETE FROM meeting.sheet
                        WHERE county_id = :county AND meeting_id = :id AND number IS NULL
                        """)
                .param("county", county)
                .param("id", id)
                .update();
    }

    private static KeptMeeting row(ResultSet row, int number) throws SQLException {
        long entered = row.getLong("number");
        OptionalLong became = row.wasNull() ? OptionalLong.empty() : OptionalLong.of(entered);
        return new KeptMeeting(
                row.getObject("meeting_id", UUID.class),
                MeetingText.read(row.getString("content")),
                new Recorder(row.getString("person"), row.getString("post")),
                row.getTimestamp("changed_at").toInstant(),
                row.getInt("version"),
                row.getString("minutes"),
                became);
    }
}
