package org.mingze.access.trail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// 审计 — lines are only added, each with the digest of the one before it; the database refuses the
/// application to change or take away one.
@Component
public class Trail {
    private static final int BATCH = 5_000;
    private static final int LONGEST = 400;
    private static final String START = "0".repeat(64);

    private static final HexFormat HEX = HexFormat.of();

    private final JdbcClient database;
    private final TransactionTemplate transactions;

    Trail(JdbcClient database, TransactionTemplate transactions) {
        this.database = database;
        this.transactions = transactions;
    }

    /// 查 — what the audit administrator asks for; empty texts and no people ask for everything.
    ///
    /// @param named codes of the people and posts whose names hold the words
    /// @param whose accounts or people, one of whom it must have been
    public record Question(
            String words,
            List<String> named,
            List<String> whose,
            String act,
            Optional<LocalDate> from,
            Optional<LocalDate> to) {
        public Question {
            named = List.copyOf(named);
            whose = List.copyOf(whose);
        }

        public Question(
                String words, String act, Optional<LocalDate> from, Optional<LocalDate> to) {
            this(words, List.of(), List.of(), act, from, to);
        }
    }

    private record Head(long number, String digest) {}

    /// Adds a line, in the transaction of the act that it tells of where there is one.
    public void append(
            int county, TrailLine.Who who, String route, TrailLine.Deed deed, Instant now) {
        transactions.executeWithoutResult(
                _ -> {
                    Head head = locked(county);
                    TrailLine line =
                            new TrailLine(
                                    head.number() + 1,
                                    now.truncatedTo(ChronoUnit.MICROS),
                                    new TrailLine.Who(
                                            cut(who.account()),
                                            cut(who.person()),
                                            cut(who.post()),
                                            cut(who.address())),
                                    cut(route),
                                    new TrailLine.Deed(
                                            cut(deed.act()),
                                            cut(deed.subject()),
                                            cut(deed.fieldClass()),
                                            cut(deed.outcome())));
                    String digest = after(line, head.digest());
                    insert(county, line, digest);
                    move(county, new Head(line.number(), digest));
                });
    }

    /// The newest first.
    public List<TrailLine> lines(int county, Question question, int offset, int limit) {
        return asked(
                        database.sql(
                                """
                                SELECT number, at, account, person, post, address, route, act,
                                    subject, field_class, outcome
                                FROM access.trail
                                WHERE county_id = :county AND (:act = '' OR act = :act)
                                    AND at >= :from AND at < :to
                                    AND (:anybody OR account IN (:whose) OR person IN (:whose))
                                    AND (:words = '' OR position(:words IN account) > 0
                                        OR person IN (:named) OR string_to_array(post, '、') && ARRAY[:named]::text[]
                                        OR position(:words IN person) > 0
                                        OR position(:words IN post) > 0
                                        OR position(:words IN address) > 0
                                        OR position(:words IN subject) > 0
                                        OR position(:words IN outcome) > 0)
                                ORDER BY number DESC LIMIT :limit OFFSET :offset
                                """),
                        county,
                        question)
                .param("limit", limit)
                .param("offset", offset)
                .query((row, _) -> line(row))
                .list();
    }

    public long count(int county, Question question) {
        return asked(
                        database.sql(
                                """
                                SELECT count(*) FROM access.trail
                                WHERE county_id = :county AND (:act = '' OR act = :act)
                                    AND at >= :from AND at < :to
                                    AND (:anybody OR account IN (:whose) OR person IN (:whose))
                                    AND (:words = '' OR position(:words IN account) > 0
                                        OR person IN (:named) OR string_to_array(post, '、') && ARRAY[:named]::text[]
                                        OR position(:words IN person) > 0
                                        OR position(:words IN post) > 0
                                        OR position(:words IN address) > 0
                                        OR position(:words IN subject) > 0
                                        OR position(:words IN outcome) > 0)
                                """),
                        county,
                        question)
                .query(Long.class)
                .single();
    }

    /// 核验 — how many lines there are, and the first that does not fit.
    public record Checked(long lines, Optional<String> fault) {
        public String sentence() {
            return fault.orElse("审计" + lines + "条，一条不少，一字未改。");
        }
    }

    public Checked verify(int county) {
        String digest = START;
        long number = 0;
        List<Stored> batch = stored(county, number);
        while (!batch.isEmpty()) {
            for (Stored each : batch) {
                number++;
                digest = after(each.line(), digest);
                if (each.line().number() != number || !digest.equals(each.digest())) {
                    return new Checked(
                            number - 1, Optional.of("审计从第" + number + "条起对不上：它或它前面的一条被删改过。"));
                }
            }
            batch = stored(county, number);
        }
        Head head = head(county).orElse(new Head(0, START));
        boolean whole = head.number() == number && head.digest().equals(digest);
        return new Checked(
                number,
                whole
                        ? Optional.empty()
                        : Optional.of("审计应有" + head.number() + "条，只有" + number + "条：末尾被删过。"));
    }

    private record Stored(TrailLine line, String digest) {}

    private List<Stored> stored(int county, long after) {
        return database.sql(
                        """
                        SELECT number, at, account, person, post, address, route, act, subject,
                            field_class, outcome, digest
                        FROM access.trail WHERE county_id = :county AND number > :after
                        ORDER BY number LIMIT :limit
                        """)
                .param("county", county)
                .param("after", after)
                .param("limit", BATCH)
                .query((row, _) -> new Stored(line(row), HEX.formatHex(row.getBytes("digest"))))
                .list();
    }

    private Head locked(int county) {
        database.sql(
                        """
                        INSERT INTO access.trail_head (county_id, number, digest)
                        VALUES (:county, 0, :start) ON CONFLICT (county_id) DO NOTHING
                        """)
                .param("county", county)
                .param("start", HEX.parseHex(START))
                .update();
        return database.sql(
                        """
                        SELECT number, digest FROM access.trail_head
                        WHERE county_id = :county FOR UPDATE
                        """)
                .param("county", county)
                .query(
                        (row, _) ->
                                new Head(
                                        row.getLong("number"),
                                        HEX.formatHex(row.getBytes("digest"))))
                .single();
    }

    private Optional<Head> head(int county) {
        return database.sql(
                        "SELECT number, digest FROM access.trail_head WHERE county_id = :county")
                .param("county", county)
                .query(
                        (row, _) ->
                                new Head(
                                        row.getLong("number"),
                                        HEX.formatHex(row.getBytes("digest"))))
                .optional();
    }

    private void move(int county, Head head) {
        database.sql(
                        """
                        UPDATE access.trail_head SET number = :number, digest = :digest
                        WHERE county_id = :county
                        """)
                .param("county", county)
                .param("number", head.number())
                .param("digest", HEX.parseHex(head.digest()))
                .update();
    }

    private void insert(int county, TrailLine line, String digest) {
        database.sql(
                        """
                        INSERT INTO access.trail (county_id, number, at, account, person, post,
                            address, route, act, subject, field_class, outcome, digest)
                        VALUES (:county, :number, :at, :account, :person, :post,
                            :address, :route, :act, :subject, :class, :outcome, :digest)
                        """)
                .param("county", county)
                .param("number", line.number())
                .param("at", line.at().atOffset(ZoneOffset.UTC))
                .param("account", line.who().account())
                .param("person", line.who().person())
                .param("post", line.who().post())
                .param("address", line.who().address())
                .param("route", line.route())
                .param("act", line.deed().act())
                .param("subject", line.deed().subject())
                .param("class", line.deed().fieldClass())
                .param("outcome", line.deed().outcome())
                .param("digest", HEX.parseHex(digest))
                .update();
    }

    private static JdbcClient.StatementSpec asked(
            JdbcClient.StatementSpec statement, int county, Question question) {
        LocalDate from = question.from().orElse(LocalDate.of(2000, 1, 1));
        LocalDate to = question.to().orElse(LocalDate.of(9000, 1, 1));
        return statement
                .param("county", county)
                .param("words", question.words())
                .param("named", orNobody(question.named()))
                .param("anybody", question.whose().isEmpty())
                .param("whose", orNobody(question.whose()))
                .param("act", question.act())
                .param("from", CivilTime.start(from))
                .param("to", CivilTime.start(to.plusDays(1)));
    }

    /// A list in a statement is never empty.
    private static List<String> orNobody(List<String> codes) {
        return codes.isEmpty() ? List.of("?") : codes;
    }

    private static TrailLine line(ResultSet row) throws SQLException {
        return new TrailLine(
                row.getLong("number"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                new TrailLine.Who(
                        row.getString("account"),
                        row.getString("person"),
                        row.getString("post"),
                        row.getString("address")),
                row.getString("route"),
                new TrailLine.Deed(
                        row.getString("act"),
                        row.getString("subject"),
                        row.getString("field_class"),
                        row.getString("outcome")));
    }

    private static String after(TrailLine line, String digest) {
        return HEX.formatHex(line.digestAfter(HEX.parseHex(digest)));
    }

    private static String cut(String text) {
        String plain = text.replace("\u0000", "");
        return plain.length() > LONGEST ? plain.substring(0, LONGEST) : plain;
    }
}
