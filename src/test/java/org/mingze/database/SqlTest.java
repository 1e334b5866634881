package org.mingze.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@DisplayName("每一句 SQL 都能在迁移后的库上准备，写明县，只用本模块的表")
class SqlTest {
    private static final Path SOURCES = Path.of("src/main/java/org/mingze");
    private static final String START =
            "\\s*(?:/\\*[^*]*\\*/\\s*)?(?:SELECT|INSERT|UPDATE|DELETE|WITH)\\s";
    private static final Pattern TEXT_BLOCK =
            Pattern.compile("\"\"\"\n(" + START + ".*?)\"\"\"", Pattern.DOTALL);
    private static final Pattern ONE_LINE = Pattern.compile("[^\"]\"(" + START + "[^\"\\n]*)\"");
    private static final Pattern PARAMETER = Pattern.compile("'[^']*'|::|:([a-zA-Z][a-zA-Z0-9]*)");

    private final TestDatabase database = TestDatabase.fresh();
    private final Set<String> tables =
            new TreeSet<>(
                    JdbcClient.create(database.owner())
                            .sql(
                                    """
                                    SELECT n.nspname || '.' || c.relname
                                    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                                    WHERE n.nspname IN (:modules) AND c.relkind IN ('r', 'p', 'v')
                                    """)
                            .param("modules", Migrations.modules())
                            .query((row, _) -> row.getString(1))
                            .list());

    @Test
    @DisplayName("源码里没有一句违反")
    void holdsForEveryStatement() throws IOException, SQLException {
        List<String> findings = new ArrayList<>();
        int count = 0;
        try (Connection connection = database.owner().getConnection();
                Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
                String module = SOURCES.relativize(file).getName(0).toString();
                String source = Files.readString(file);
                for (Pattern written : List.of(TEXT_BLOCK, ONE_LINE)) {
                    Matcher block = written.matcher(source);
                    while (block.find() && !module.equals("database")) {
                        count++;
                        String place = file.getFileName() + ":" + line(source, block.start());
                        findings(module, block.group(1), connection)
                                .forEach(finding -> findings.add(place + ": " + finding));
                    }
                }
            }
        }
        assertThat(findings).isEmpty();
        assertThat(count).isPositive();
    }

    @Test
    @DisplayName("故意违反的语句每一种都被指出")
    void findsPlantedBreaches() throws SQLException {
        try (Connection connection = database.owner().getConnection()) {
            assertThat(
                            findings(
                                    "journal",
                                    "SELECT line FROM journal.entry WHERE number = :number",
                                    connection))
                    .containsExactly("没有写明 county_id：journal.entry");
            assertThat(
                            findings(
                                    "journal",
                                    "/* province */ SELECT line FROM journal.entry",
                                    connection))
                    .isEmpty();
            assertThat(
                            findings(
                                    "work",
                                    "SELECT line FROM journal.entry WHERE county_id = :county",
                                    connection))
                    .containsExactly("用了别的模块的表：journal.entry");
            assertThat(findings("journal", "SELECT no_such FROM journal.county", connection))
                    .singleElement()
                    .asString()
                    .contains("no_such");
        }
    }

    private List<String> findings(String module, String sql, Connection connection)
            throws SQLException {
        List<String> findings = new ArrayList<>();
        for (String table : tables) {
            if (!Pattern.compile("\\b" + Pattern.quote(table) + "\\b").matcher(sql).find()) {
                continue;
            }
            if (!table.startsWith(module + ".")) {
                findings.add("用了别的模块的表：" + table);
            }
            if (!CountyKeyTest.GLOBAL.contains(table)
                    && !sql.contains("county_id")
                    && !sql.contains("/* province */")) {
                findings.add("没有写明 county_id：" + table);
            }
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("PREPARE tried AS " + numbered(sql));
            statement.execute("DEALLOCATE tried");
        } catch (SQLException refused) {
            findings.add(refused.getMessage());
        }
        return findings;
    }

    private static String numbered(String sql) {
        List<String> names = new ArrayList<>();
        return PARAMETER
                .matcher(sql)
                .replaceAll(
                        (MatchResult match) -> {
                            String name = match.group(1);
                            if (name == null) {
                                return Matcher.quoteReplacement(match.group());
                            }
                            if (!names.contains(name)) {
                                names.add(name);
                            }
                            return "\\$" + (names.indexOf(name) + 1);
                        });
    }

    private static long line(String source, int at) {
        return 1 + source.substring(0, at).chars().filter(c -> c == '\n').count();
    }
}
