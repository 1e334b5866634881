package org.mingze.assessment.overview;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mingze.access.County;
import org.mingze.calendar.Period;
import org.mingze.journal.Digest;
import org.mingze.journal.Journal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// 报来的汇总 — the sums of counties that agreed to show them, and to whom; a projection of each
/// county's acts and of its last count.
///
/// Nobody reads of another county but by the policy of these tables: the superior that it is shown
/// to, and only while it is.
@Component
class ShownSums {
    private final JdbcClient database;
    private final Journal journal;
    private final TransactionTemplate transactions;

    ShownSums(JdbcClient database, Journal journal, TransactionTemplate transactions) {
        this.database = database;
        this.journal = journal;
        this.transactions = transactions;
    }

    /// 报来之县 — a county whose sums are shown, and its last count.
    record Shown(int county, LocalDate since, long entry, Optional<Head> head) {}

    /// 所据 — when a county was counted, and the entries of its journal that the sums stand on.
    ///
    /// @param root of the tree over them
    record Head(LocalDate day, Instant at, long first, long last, String root, Problems problems) {}

    /// 问题之数 — findings that are open, closed and relapsed.
    record Problems(long open, long closed, long relapsed) {}

    /// Shows the county to those that it agreed to, and to no others; without any, nothing of it
    /// stays.
    void align(int county, List<Showing> standing, List<County> served) {
        Map<Integer, Showing> superiors = new HashMap<>();
        for (Showing each : standing) {
            served.stream()
                    .filter(one -> one.name().equals(each.superior()) && one.id() != county)
                    .forEach(one -> superiors.put(one.id(), each));
        }
        transactions.executeWithoutResult(
                _ -> {
                    remove(county);
                    superiors.forEach((superior, each) -> add(county, superior, each));
                    if (superiors.isEmpty()) {
                        forget(county);
                    }
                });
    }

    private void remove(int county) {
        database.sql("DELETE FROM assessment.showing WHERE county_id = :county")
                .param("county", county)
                .update();
    }

    private void add(int county, int superior, Showing each) {
        database.sql(
                        """
                        INSERT INTO assessment.showing (county_id, superior, since, entry)
                        VALUES (:county, :superior, :since, :entry)
                        """)
                .param("county", county)
                .param("superior", superior)
                .param("since", each.since())
                .param("entry", each.entry())
                .update();
    }

    private void forget(int county) {
        database.sql("DELETE FROM assessment.shown_count WHERE county_id = :county")
                .param("county", county)
                .update();
        database.sql("DELETE FROM assessment.shown_sum WHERE county_id = :county")
                .param("county", county)
                .update();
    }

    /// Puts what was counted in the place of what stood there.
    void write(int county, Counted counted, Instant now) {
        Collection<CountySum> sums = CountySum.of(counted);
        String root =
                counted.last() == 0
                        ? ""
                        : journal.root(county, counted.last()).map(Digest::toString).orElse("");
        transactions.executeWithoutResult(
                _ -> {
                    forget(county);
                    insert(county, counted, root, now);
                    insert(county, List.copyOf(sums));
                });
    }

    private void insert(int county, Counted counted, String root, Instant now) {
        List<Counted.Problem> problems = counted.problems();
        long closed = problems.stream().filter(Counted.Problem::closed).count();
        database.sql(
                        """
                        INSERT INTO assessment.shown_count (county_id, day, counted_at, first_entry,
                            last_entry, root, problems_open, problems_closed, problems_relapsed)
                        VALUES (:county, :day, :at, :first, :last, :root, :open, :closed, :relapsed)
                        """)
                .param("county", county)
                .param("day", counted.day())
                .param("at", now.atOffset(ZoneOffset.UTC))
                .param("first", counted.first())
                .param("last", counted.last())
                .param("root", root)
                .param("open", problems.size() - closed)
                .param("closed", closed)
                .param("relapsed", problems.stream().filter(Counted.Problem::relapsed).count())
                .update();
    }

    private void insert(int county, List<CountySum> sums) {
        database.sql(
                        """
                        INSERT INTO assessment.shown_sum (county_id, month, level, duty_group, due,
                            kept, late, breached, unproven, records, entered, entered_late)
                        SELECT :county, s.month, s.level, s.duty_group, s.due, s.kept, s.late,
                            s.breached, s.unproven, s.records, s.entered, s.entered_late
                        FROM unnest(:months::date[], :levels::text[], :groups::text[],
                            :due::bigint[], :kept::bigint[], :late::bigint[], :breached::bigint[],
                            :unproven::bigint[], :records::bigint[], :entered::bigint[],
                            :enteredLate::bigint[]) AS s (month, level, duty_group, due, kept, late,
                            breached, unproven, records, entered, entered_late)
                        """)
                .param("county", county)
                .param("months", each(sums, sum -> Date.valueOf(sum.month()), Date[]::new))
                .param("levels", each(sums, CountySum::level, String[]::new))
                .param("groups", each(sums, CountySum::group, String[]::new))
                .param("due", each(sums, CountySum::due, Long[]::new))
                .param("kept", each(sums, CountySum::kept, Long[]::new))
                .param("late", each(sums, CountySum::late, Long[]::new))
                .param("breached", each(sums, CountySum::breached, Long[]::new))
                .param("unproven", each(sums, CountySum::unproven, Long[]::new))
                .param("records", each(sums, CountySum::records, Long[]::new))
                .param("entered", each(sums, CountySum::entered, Long[]::new))
                .param("enteredLate", each(sums, CountySum::enteredLate, Long[]::new))
                .update();
    }

    private static <T> T[] each(
            List<CountySum> sums,
            java.util.function.Function<CountySum, T> value,
            java.util.function.IntFunction<T[]> array) {
        return sums.stream().map(value).toArray(array);
    }

    /// Whether any county shows its sums to this one.
    boolean isShownAny(int superior) {
        return database.sql(
                        """
                        /* province */ SELECT EXISTS (
                            SELECT FROM assessment.showing WHERE superior = :superior)
                        """)
                .param("superior", superior)
                .query(Boolean.class)
                .single();
    }

    /// The counties that show their sums to this one, as they came.
    List<Shown> shownTo(int superior) {
        return database.sql(
                        """
                        /* province */ SELECT s.county_id, s.since, s.entry, c.day, c.counted_at,
                            c.first_entry, c.last_entry, c.root, c.problems_open, c.problems_closed,
                            c.problems_relapsed
                        FROM assessment.showing s
                        LEFT JOIN assessment.shown_count c ON c.county_id = s.county_id
                        WHERE s.superior = :superior
                        ORDER BY s.county_id
                        """)
                .param("superior", superior)
                .query(
                        (row, _) ->
                                new Shown(
                                        row.getInt("county_id"),
                                        row.getObject("since", LocalDate.class),
                                        row.getLong("entry"),
                                        head(row)))
                .list();
    }

    private static Optional<Head> head(ResultSet row) throws SQLException {
        @Nullable OffsetDateTime at = row.getObject("counted_at", OffsetDateTime.class);
        return at == null
                ? Optional.empty()
                : Optional.of(
                        new Head(
                                row.getObject("day", LocalDate.class),
                                at.toInstant(),
                                row.getLong("first_entry"),
                                row.getLong("last_entry"),
                                row.getString("root"),
                                new Problems(
                                        row.getLong("problems_open"),
                                        row.getLong("problems_closed"),
                                        row.getLong("problems_relapsed"))));
    }

    /// What fell due and was entered in the months of a period, by county, level and group.
    Map<Integer, List<CountySum>> sums(List<Integer> counties, Period period) {
        Map<Integer, List<CountySum>> sums = new HashMap<>();
        if (counties.isEmpty()) {
            return sums;
        }
        database.sql(
                        """
                        SELECT county_id, level, duty_group, sum(due) AS due, sum(kept) AS kept,
                            sum(late) AS late, sum(breached) AS breached,
                            sum(unproven) AS unproven, sum(records) AS records,
                            sum(entered) AS entered, sum(entered_late) AS entered_late
                        FROM assessment.shown_sum
                        WHERE county_id = ANY(:counties::int[]) AND month BETWEEN :from AND :to
                        GROUP BY county_id, level, duty_group
                        """)
                .param("counties", counties.toArray(Integer[]::new))
                .param("from", period.start())
                .param("to", period.end())
                .query(
                        row -> {
                            sums.computeIfAbsent(
                                            row.getInt("county_id"),
                                            _ -> new java.util.ArrayList<>())
                                    .add(CountySum.read(row, period.start()));
                        });
        return sums;
    }
}
