package org.mingze.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@DisplayName("数据规则：每张表以县为首键")
class CountyKeyTest {
    /// The tables that belong to no county. This list is the only one.
    static final List<String> GLOBAL = List.of("journal.county");

    /// The tables of which a superior reads some rows. This list is the only one.
    private static final List<String> SHOWN =
            List.of("assessment.showing", "assessment.shown_count", "assessment.shown_sum");

    private static final String BREACHES =
            """
            WITH tab AS (
                SELECT c.oid, n.nspname || '.' || c.relname AS name
                FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                WHERE n.nspname IN (:modules) AND c.relkind IN ('r', 'p')
                    AND NOT c.relispartition AND c.relname <> 'flyway_schema_history'
            ), county AS (
                SELECT * FROM tab WHERE name NOT IN (:global)
            )
            SELECT name || ': no county_id int NOT NULL' FROM county t
            WHERE NOT EXISTS (
                SELECT FROM pg_attribute a WHERE a.attrelid = t.oid AND attname = 'county_id'
                    AND atttypid = 'int4'::regtype AND attnotnull AND attgenerated = '')
            UNION ALL
            SELECT name || ': no policy of rows, or not forced' FROM county t
            WHERE NOT EXISTS (
                SELECT FROM pg_class c JOIN pg_policy p ON p.polrelid = c.oid
                WHERE c.oid = t.oid AND c.relrowsecurity AND c.relforcerowsecurity
                    AND p.polcmd = '*' AND p.polroles = '{0}' AND p.polwithcheck IS NOT NULL)
            UNION ALL
            SELECT name || ': shown to another county: ' || polname
            FROM county t JOIN pg_policy p ON p.polrelid = t.oid
            WHERE polname <> 'county' AND (name NOT IN (:shown) OR polcmd <> 'r')
            UNION ALL
            SELECT name || ': no primary key' FROM tab t
            WHERE NOT EXISTS (SELECT FROM pg_index i WHERE i.indrelid = t.oid AND indisprimary)
            UNION ALL
            SELECT name || ': index does not lead with county_id: ' || i.indexrelid::regclass
            FROM county t JOIN pg_index i ON i.indrelid = t.oid
            WHERE (SELECT attname FROM pg_attribute a
                WHERE a.attrelid = t.oid AND attnum = i.indkey[0]) IS DISTINCT FROM 'county_id'
            UNION ALL
            SELECT name || ': foreign key without county_id: ' || conname
            FROM county t JOIN pg_constraint k ON k.conrelid = t.oid AND contype = 'f'
                AND confrelid IN (SELECT oid FROM county) AND conparentid = 0
            WHERE NOT EXISTS (
                SELECT FROM unnest(conkey, confkey) u (x, y)
                JOIN pg_attribute a ON a.attrelid = conrelid AND a.attnum = x
                    AND a.attname = 'county_id'
                JOIN pg_attribute b ON b.attrelid = confrelid AND b.attnum = y
                    AND b.attname = 'county_id')
            UNION ALL
            SELECT name || ': global table refers to a county table: ' || conname
            FROM tab t JOIN pg_constraint k ON k.conrelid = t.oid AND contype = 'f'
                AND confrelid IN (SELECT oid FROM county)
            WHERE name IN (:global)
            UNION ALL
            SELECT name || ': foreign key into another module: ' || conname
            FROM tab t JOIN pg_constraint k ON k.conrelid = t.oid AND contype = 'f'
            JOIN pg_class r ON r.oid = confrelid JOIN pg_class o ON o.oid = conrelid
            WHERE r.relnamespace <> o.relnamespace
            UNION ALL
            SELECT name || ': foreign key sets null or default: ' || conname
            FROM tab t JOIN pg_constraint k ON k.conrelid = t.oid AND contype = 'f'
                AND (confdeltype IN ('n', 'd') OR confupdtype IN ('n', 'd'))
            UNION ALL
            SELECT name || ': foreign key with period: ' || conname
            FROM tab t JOIN pg_constraint k ON k.conrelid = t.oid AND contype = 'f' AND conperiod
            UNION ALL
            SELECT name || ': trigger: ' || tgname
            FROM tab t JOIN pg_trigger g ON g.tgrelid = t.oid AND NOT tgisinternal
            UNION ALL
            SELECT name || ': sequence: ' || attname
            FROM tab t JOIN pg_attribute a ON a.attrelid = t.oid
            LEFT JOIN pg_attrdef f ON f.adrelid = t.oid AND f.adnum = attnum
            WHERE attidentity <> '' OR pg_get_expr(adbin, adrelid) LIKE 'nextval%'
            UNION ALL
            SELECT name || ': rule' FROM tab t
            WHERE EXISTS (SELECT FROM pg_rewrite r WHERE r.ev_class = t.oid)
            ORDER BY 1
            """;

    @Test
    @DisplayName("迁移后的库里没有一处违反")
    void holdsInTheMigratedDatabase() {
        assertThat(breaches(TestDatabase.fresh())).isEmpty();
    }

    @Test
    @DisplayName("故意违反的表每一处都被指出")
    void findsPlantedBreaches() {
        TestDatabase database = TestDatabase.fresh();
        JdbcClient owner = JdbcClient.create(database.owner());
        owner.sql("CREATE TABLE journal.bare (number int)").update();
        owner.sql(
                        """
                        CREATE TABLE journal.planted (
                            county_id int NOT NULL, number serial,
                            parent int REFERENCES journal.county ON DELETE SET NULL,
                            PRIMARY KEY (number, county_id))
                        """)
                .update();
        owner.sql("CREATE POLICY all_of_it ON journal.entry FOR SELECT USING (true)").update();
        owner.sql("CREATE POLICY more ON assessment.showing FOR UPDATE USING (true)").update();
        assertThat(breaches(database))
                .containsExactly(
                        "assessment.showing: shown to another county: more",
                        "journal.bare: no county_id int NOT NULL",
                        "journal.bare: no policy of rows, or not forced",
                        "journal.bare: no primary key",
                        "journal.entry: shown to another county: all_of_it",
                        "journal.planted: foreign key sets null or default: planted_parent_fkey",
                        "journal.planted: index does not lead with county_id: journal.planted_pkey",
                        "journal.planted: no policy of rows, or not forced",
                        "journal.planted: sequence: number");
    }

    private static List<String> breaches(TestDatabase database) {
        return JdbcClient.create(database.owner())
                .sql(BREACHES)
                .param("modules", Migrations.modules())
                .param("global", GLOBAL)
                .param("shown", SHOWN)
                .query((row, _) -> row.getString(1))
                .list();
    }
}
