package org.mingze;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mingze.journal.Journal;
import org.mingze.organization.Person;
import org.mingze.work.CountyLedgers;

/// 县里的话 — the clauses that the county, its institutions and the notices of holidays wrote, each
/// whole: a sentence of the tool is not among them because some of its words are.
final class CountyWords {
    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");
    private static final Pattern STOPS = Pattern.compile("[^\\p{IsHan}]+");

    /// 第5条, a place of a template and the period that a duty is named after.
    private static final Pattern OF_ARTICLES = Pattern.compile("第\\d+[条章款项号级]|\\{\\{.*?}}");

    /// A duty is named after its period where its title says 每月, 每季度.
    private static final Pattern PERIOD =
            Pattern.compile(
                    "^年?(二〇[〇一二三四五六七八九]{2}年)?(上半年|下半年|[一二三四]季度)?"
                            + "((十[一二]?|[一二三四五六七八九])月([一二三]?十?[一二三四五六七八九]?日)?)?");

    private static final Pattern EACH = Pattern.compile("每(?:周(?![一二三四五六日])|月|季度|半年|年)?(?:至少)?");

    /// The seal, the heads of a table of accounts that are written as they must stand there.
    private static final Set<String> LITERAL = Set.of("明", "明川县", "姓名", "账号", "职务", "人员号", "统一认证");

    private final Set<String> clauses = new HashSet<>(LITERAL);
    private final Set<String> people = new HashSet<>();

    static CountyWords of(CountyLedgers ledgers, Journal journal, int county) {
        CountyWords words = new CountyWords();
        try {
            for (String ledger : List.of("entries", "classed")) {
                words.reads(Path.of("samples/mingchuan/" + ledger + ".jsonl"));
            }
            for (String place : List.of("institutions", "src/main/resources/calendar")) {
                try (Stream<Path> files = Files.walk(Path.of(place))) {
                    for (Path file : files.filter(Files::isRegularFile).toList()) {
                        words.reads(file);
                    }
                }
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        ledgers.ask(county, known -> known.organization().people()).stream()
                .map(Person::name)
                .forEach(words.people::add);
        words.recorded(ledgers, journal, county);
        return words;
    }

    private void reads(Path file) throws IOException {
        add(Files.readString(file).replace("\\n", "\n"));
    }

    /// What other tests of this server entered.
    private void recorded(CountyLedgers ledgers, Journal journal, int county) {
        long size = ledgers.ask(county, known -> known.size());
        for (long from = 0; from < size; from += 500) {
            journal.entries(county, from, 500).forEach(entry -> add(entry.content().toString()));
        }
        ledgers.ask(
                        county,
                        known ->
                                known.records().histories().stream()
                                        .map(history -> history.original().fields().toString())
                                        .toList())
                .forEach(this::add);
    }

    /// What is said in a text, told apart by its clauses.
    void add(String text) {
        STOPS.splitAsStream(text)
                .forEach(
                        clause -> {
                            clauses.add(clause);
                            clauses.add(EACH.matcher(clause).replaceFirst(""));
                        });
    }

    /// Whether every clause of it is the county's: its own, a period before one, or who in a post.
    boolean wrote(String text) {
        return STOPS.splitAsStream(OF_ARTICLES.matcher(text).replaceAll(" "))
                .filter(clause -> CHINESE.matcher(clause).find())
                .allMatch(this::isClause);
    }

    private boolean isClause(String clause) {
        return clauses.contains(clause)
                || clauses.contains(PERIOD.matcher(clause).replaceFirst(""))
                || people.stream()
                        .anyMatch(
                                name ->
                                        clause.endsWith(name)
                                                && clauses.contains(
                                                        clause.substring(
                                                                0,
                                                                clause.length() - name.length())));
    }
}
