package org.mingze.office.packet;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// 订单簿 — the packets of each county that were ordered.
@Component
class Orders {
    private static final int SHOWN_MAX = 100;

    private final JdbcClient database;

    Orders(JdbcClient database) {
        this.database = database;
    }

    void add(int county, Order order) {
        database.sql(
                        """
                        INSERT INTO office.packet (county_id, id, kind, post, person, body,
                            from_day, to_day, masked, state, done, whole, fault, ordered_at)
                        VALUES (:county, :id, :kind, :post, :person, :body, :from, :to, :masked,
                            :state, 0, 0, '', :at)
                        """)
                .param("county", county)
                .param("id", order.id())
                .param("kind", order.kind())
                .param("post", order.post())
                .param("person", order.person())
                .param("body", order.body())
                .param("from", order.from())
                .param("to", order.to())
                .param("masked", order.masked())
                .param("state", order.state())
                .param("at", order.orderedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    void progress(int county, UUID id, String state, int done, int whole, String fault) {
        database.sql(
                        """
                        UPDATE office.packet
                        SET state = :state, done = :done, whole = :whole, fault = :fault
                        WHERE county_id = :county AND id = :id
                        """)
                .param("county", county)
                .param("id", id)
                .param("state", state)
                .param("done", done)
                .param("whole", whole)
                .param("fault", fault)
                .update();
    }

    /// What was being made when the program stopped is made no more.
    void settle(int county) {
        database.sql(
                        """
                        UPDATE office.packet SET state = :failed, fault = '做的时候程序停了，再要一份'
                        WHERE county_id = :county AND state IN (:open)
                        """)
                .param("county", county)
                .param("failed", Order.FAILED)
                .param("open", List.of(Order.WAITING, Order.MAKING))
                .update();
    }

    /// An order of this person, who alone opens it.
    Optional<Order> find(int county, String person, UUID id) {
        return database.sql(
                        """
                        SELECT * FROM office.packet
                        WHERE county_id = :county AND person = :person AND id = :id
                        """)
                .param("county", county)
                .param("person", person)
                .param("id", id)
                .query((row, _) -> order(row))
                .optional();
    }

    List<Order> of(int county, String person, String kind) {
        return database.sql(
                        """
                        SELECT * FROM office.packet
                        WHERE county_id = :county AND person = :person AND kind = :kind
                        ORDER BY ordered_at DESC LIMIT :max
                        """)
                .param("county", county)
                .param("person", person)
                .param("kind", kind)
                .param("max", SHOWN_MAX)
                .query((row, _) -> order(row))
                .list();
    }

    private static Order order(ResultSet row) throws SQLException {
        return new Order(
                row.getObject("id", UUID.class),
                row.getString("kind"),
                row.getString("post"),
                row.getString("person"),
                row.getString("body"),
                row.getObject("from_day", LocalDate.class),
                row.getObject("to_day", LocalDate.class),
                row.getBoolean("masked"),
                row.getString("state"),
                row.getInt("done"),
                row.getInt("whole"),
                row.getString("fault"),
                row.getObject("ordered_at", OffsetDateTime.class).toInstant());
    }
}
