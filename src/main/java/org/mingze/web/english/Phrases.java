package org.mingze.web.english;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// 译句 — what the tool says in Chinese and what it says in English, from `english/phrases.txt`.
///
/// A line is `中文 = English`; [Figures] are read off the Chinese, [Wording] puts them into the
/// English. A text that is not listed is put together from its sentences, a sentence from its
/// clauses, if each of them is; otherwise it stays Chinese.
public final class Phrases {
    private static final Pattern CLAUSE = Pattern.compile("[，。；：、　（）]");
    private static final Pattern SENTENCE_END = Pattern.compile("(?<=。)");
    private static final Map<String, String> STOPS =
            Map.of(
                    "，", ", ", "。", ". ", "；", "; ", "：", ": ", "、", ", ", "　", "  ", "（", " (",
                    "）", ") ");
    private static final Pattern LOOSE = Pattern.compile(" +(?=[,.;:)])");
    private static final Pattern CHINESE = Pattern.compile("[\\p{IsHan}，。；：、（）]");

    private final Map<String, Wording> sentences = new HashMap<>();
    private final List<Form> forms = new ArrayList<>();

    private Phrases(String text) {
        text.lines()
                .filter(line -> line.contains(" = ") && !line.startsWith("//"))
                .forEach(this::add);
        forms.sort(Comparator.comparingInt(Form::weight).reversed());
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
        Wording english = new Wording(sides[1].strip());
        if (Form.isOne(chinese)) {
            forms.add(Form.of(chinese, english));
        } else {
            sentences.put(chinese, english);
        }
    }

    /// Whether there is something to say in English, be it a stop.
    static boolean isChinese(String text) {
        return CHINESE.matcher(text).find();
    }

    /// The words in English; words of the county in it stand in `quoted` form. The number that
    /// stands right before them says whether it is one: `<b>1</b>项`.
    Optional<String> english(String text, String numberBefore, UnaryOperator<String> quoted) {
        return new Saying(quoted).english(text.strip(), numberBefore);
    }

    /// One text on its way into English.
    private final class Saying {
        private final UnaryOperator<String> quoted;

        private Saying(UnaryOperator<String> quoted) {
            this.quoted = quoted;
        }

        private Optional<String> english(String text, String before) {
            return whole(text, before)
                    .or(() -> clauses(text, before, this::whole))
                    .or(() -> formed(text, before))
                    .or(() -> sentences(text, before))
                    .or(() -> clauses(text, before, this::wholeOrFormed));
        }

        /// Each of several sentences by itself.
        private Optional<String> sentences(String text, String before) {
            List<String> sentences = List.of(SENTENCE_END.split(text));
            List<String> said = new ArrayList<>();
            for (String sentence : sentences) {
                Optional<String> one =
                        sentences.size() == 1
                                ? Optional.empty()
                                : english(sentence, said.isEmpty() ? before : "");
                if (one.isEmpty()) {
                    return Optional.empty();
                }
                said.add(one.get());
            }
            return Optional.of(String.join(" ", said));
        }

        private Optional<String> whole(String text, String before) {
            if (!isChinese(text)) {
                return Optional.of(text);
            }
            Figures figures = Figures.in(text);
            if (figures.phrase().equals("@")) {
                return Optional.of(figures.dates().getFirst());
            }
            Map<String, List<String>> values = Map.of("#", figures.numbers(), "@", figures.dates());
            return Optional.ofNullable(sentences.get(figures.phrase()))
                    .map(wording -> wording.filled(new Wording.Values(values, before)));
        }

        private Optional<String> wholeOrFormed(String text, String before) {
            return whole(text, before).or(() -> formed(text, before));
        }

        private Optional<String> formed(String text, String before) {
            Function<String, String> county =
                    words -> named(words).orElseGet(() -> quoted.apply(words));
            return forms.stream()
                    .map(form -> form.said(text, before, county, words -> english(words, "")))
                    .flatMap(Optional::stream)
                    .findFirst();
        }

        /// A name that the tool gives, or a list of such: `来件人、诉求`.
        private Optional<String> named(String words) {
            List<String> names = Arrays.asList(words.split("、", -1));
            List<String> said =
                    names.stream().map(name -> whole(name, "")).flatMap(Optional::stream).toList();
            return said.size() == names.size()
                    ? Optional.of(String.join(", ", said))
                    : Optional.empty();
        }

        private Optional<String> clauses(String text, String before, Reading reading) {
            Matcher stop = CLAUSE.matcher(text);
            StringBuilder said = new StringBuilder();
            int from = 0;
            boolean more = stop.find();
            if (!more) {
                return Optional.empty();
            }
            while (from <= text.length()) {
                int to = more ? stop.start() : text.length();
                Optional<String> clause =
                        reading.english(text.substring(from, to).strip(), from == 0 ? before : "");
                if (clause.isEmpty()) {
                    return Optional.empty();
                }
                said.append(clause.get());
                if (!more) {
                    break;
                }
                said.append(STOPS.getOrDefault(stop.group(), stop.group()));
                from = stop.end();
                more = stop.find();
            }
            return Optional.of(LOOSE.matcher(said.toString().strip()).replaceAll(""));
        }
    }

    private interface Reading {
        Optional<String> english(String text, String before);
    }
}
