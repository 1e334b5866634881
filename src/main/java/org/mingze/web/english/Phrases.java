package org.mingze.web.english;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// 译句 — what the tool says in Chinese and what it says in English, from `english/phrases.txt`.
///
/// A line is `中文 = English`. In both `#` stands for a number, `@` for a date and `*` for words of
/// the county, in the same order. A sentence that is not listed is put together from its clauses,
/// if each of them is; otherwise it stays Chinese.
public final class Phrases {
    private static final Pattern VARIABLE =
            Pattern.compile(
                    "(?:(?<year>\\d{4})年)?(?<month>\\d{1,2})月(?<day>\\d{1,2})日|\\d[\\d,]*(?:\\.\\d+)?");
    private static final Pattern CLAUSE = Pattern.compile("[，。；：、　（）]");
    private static final Map<String, String> STOPS =
            Map.of(
                    "，", ", ", "。", ". ", "；", "; ", "：", ": ", "、", ", ", "　", "  ", "（", " (",
                    "）", ") ");
    private static final List<String> MONTHS =
            List.of(
                    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov",
                    "Dec");
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

    private final Map<String, String> sentences = new HashMap<>();
    private final List<Form> forms = new ArrayList<>();

    private record Form(Pattern chinese, String english) {}

    private Phrases(String text) {
        text.lines().filter(line -> line.contains(" = ")).forEach(this::add);
    }

    public static Phrases ofTheProduct() {
        try (InputStream file = Phrases.class.getResourceAsStream("/english/phrases.txt")) {
            byte[] bytes = Objects.requireNonNull(file, "english/phrases.txt").readAllBytes();
            return of(new String(bytes, StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static Phrases of(String text) {
        return new Phrases(text);
    }

    private void add(String line) {
        String[] sides = line.split(" = ", 2);
        String chinese = sides[0].strip();
        String english = sides[1].strip();
        if (chinese.contains("*")) {
            StringBuilder form = new StringBuilder();
            for (String piece : chinese.split("((?<=\\*)|(?=\\*))", -1)) {
                form.append(piece.equals("*") ? "(.+?)" : Pattern.quote(piece));
            }
            forms.add(new Form(Pattern.compile(form.toString()), english));
        } else {
            sentences.put(chinese, english);
        }
    }

    static boolean isChinese(String text) {
        return HAN.matcher(text).find();
    }

    /// The words in English; words of the county in it stand in `quoted` form.
    Optional<String> english(String text, UnaryOperator<String> quoted) {
        String stripped = text.strip();
        if (!isChinese(stripped)) {
            return Optional.of(stripped);
        }
        return whole(stripped)
                .or(() -> formed(stripped, quoted))
                .or(() -> clauses(stripped, quoted));
    }

    private Optional<String> whole(String text) {
        List<String> values = new ArrayList<>();
        Matcher variable = VARIABLE.matcher(text);
        StringBuilder key = new StringBuilder();
        while (variable.find()) {
            boolean date = variable.group("month") != null;
            values.add(date ? date(variable) : variable.group());
            variable.appendReplacement(key, date ? "@" : "#");
        }
        variable.appendTail(key);
        String english =
                key.toString().equals("@") ? "@" : sentences.getOrDefault(key.toString(), "");
        return english.isEmpty() ? Optional.empty() : Optional.of(filled(english, values));
    }

    private static String date(Matcher date) {
        String month = MONTHS.get(Math.clamp(Integer.parseInt(date.group("month")), 1, 12) - 1);
        String year = date.group("year") == null ? "" : " " + date.group("year");
        return date.group("day") + " " + month + year;
    }

    private static String filled(String english, List<String> values) {
        StringBuilder filled = new StringBuilder();
        int next = 0;
        for (int at = 0; at < english.length(); at++) {
            char letter = english.charAt(at);
            boolean variable = (letter == '#' || letter == '@') && next < values.size();
            filled.append(variable ? values.get(next++) : letter);
        }
        return filled.toString();
    }

    private Optional<String> formed(String text, UnaryOperator<String> quoted) {
        for (Form form : forms) {
            Matcher matcher = form.chinese().matcher(text);
            if (matcher.matches()) {
                StringBuilder said = new StringBuilder();
                int group = 1;
                for (char letter : form.english().toCharArray()) {
                    if (letter == '*' && group <= matcher.groupCount()) {
                        String word = matcher.group(group++);
                        said.append(whole(word).orElseGet(() -> quotedOr(word, quoted)));
                    } else {
                        said.append(letter);
                    }
                }
                return Optional.of(said.toString());
            }
        }
        return Optional.empty();
    }

    private static String quotedOr(String word, UnaryOperator<String> quoted) {
        return isChinese(word) ? quoted.apply(word) : word;
    }

    private Optional<String> clauses(String text, UnaryOperator<String> quoted) {
        Matcher stop = CLAUSE.matcher(text);
        StringBuilder said = new StringBuilder();
        int from = 0;
        while (stop.find()) {
            Optional<String> clause = clause(text.substring(from, stop.start()), quoted);
            if (clause.isEmpty()) {
                return Optional.empty();
            }
            said.append(clause.get()).append(STOPS.getOrDefault(stop.group(), stop.group()));
            from = stop.end();
        }
        return from == 0
                ? Optional.empty()
                : clause(text.substring(from), quoted)
                        .map(last -> said.append(last).toString().strip());
    }

    private Optional<String> clause(String text, UnaryOperator<String> quoted) {
        String clause = text.strip();
        return clause.isEmpty() || !isChinese(clause)
                ? Optional.of(clause)
                : whole(clause).or(() -> formed(clause, quoted));
    }
}
