package org.mingze.exchange;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.mingze.exchange.conversion.RowProblem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The cells to mend that the last pass of an import found, in the order of the file.
@Component
class Problems {
    private final JdbcClient database;

    Problems(JdbcClient database) {
        this.database = database;
    }

    /// A problem and the row in which it is.
    record Found(int ordinal, String sheet, int row, RowProblem problem) {}

    void keep(int county, UUID id, List<Found> found) {
        if (found.isEmpty()) {
            return;
        }
        database.sql(
                        """
                        INSERT INTO exchange.problem (county_id, import_id, ordinal, sheet,
                            row_number, cell, written, remedy)
                        SELECT :county, :id, p.ordinal, p.sheet, p.row_number, p.cell, p.written,
                            p.remedy
                        FROM unnest(:ordinals::int[], :sheets::text[], :rows::int[],
                                :cells::text[], :written::text[], :remedies::text[])
                            AS p (ordinal, sheet, row_number, cell, written, remedy)
                        """)
                .param("county", county)
                .param("id", id)
                .param("ordinals", found.stream().map(Found::ordinal).toArray(Integer[]::new))
                .param("sheets", texts(found, Found::sheet))
                .param("rows", found.stream().map(Found::row).toArray(Integer[]::new))
                .param("cells", texts(found, each -> each.problem().cell()))
                .param("written", texts(found, each -> each.problem().written()))
                .param("remedies", texts(found, each -> each.problem().remedy()))
                .update();
    }

    /// What is said of all rows together, behind what was said of each.
    void keepLast(int county, UUID id, List<RowProblem> said) {
        int before = count(county, id);
        keep(
                county,
                id,
                IntStream.range(0, said.size())
                        .mapToObj(at -> new Found(before + at + 1, "", 0, said.get(at)))
                        .toList());
    }

    private static String[] texts(List<Found> found, Function<Found, String> text) {
        return found.stream().map(text.andThen(t -> t.replace("\0", ""))).toArray(String[]::new);
    }

    /// Those after an ordinal.
    List<Found> after(int county, UUID id, int after, int limit) {
        return database.sql(
                        """
                        SELECT ordinal, sheet, row_number, cell, written, remedy
                        FROM exchange.problem
                        WHERE county_id = :county AND import_id = :id AND ordinal > :after
                        ORDER BY ordinal LIMIT :limit
                        """)
                .param("county", county)
                .param("id", id)
                .param("after", after)
                .param("limit", limit)
                .query(
                        (row, _) ->
                                new Found(
                                        row.getInt(1),
                                        row.getString(2),
                                        row.getInt(3),
                                        new RowProblem(
                                                row.getString(4),
                                                row.getString(5),
                                                row.getString(6))))
                .list();
    }

    int count(int county, UUID id) {
        return database.sql(
                        """
                        SELECT count(*) FROM exchange.problem
                        WHERE county_id = :county AND import_id = :id
                        """)
                .param("county", county)
                .param("id", id)
                .query(Integer.class)
                .single();
    }
}
