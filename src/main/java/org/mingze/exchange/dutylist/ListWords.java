package org.mingze.exchange.dutylist;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// How duty lists speak, read from `duty-list-words.txt`: the heads of their columns, whom they
/// name, what they ask to be done.
final class ListWords {
    private static final ListWords KNOWN = read();

    private final List<Word> words;

    private ListWords(List<Word> words) {
        this.words =
                words.stream()
                        .sorted(
                                Comparator.comparingInt((Word word) -> word.written().length())
                                        .reversed())
                        .toList();
    }

    /// A word of a list and what it means: 栏 多久, 角色 党委书记, 记录 学习/党课.
    record Word(String kind, String meaning, String written) {}

    static ListWords known() {
        return KNOWN;
    }

    private static ListWords read() {
        try (InputStream file =
                ListWords.class.getResourceAsStream("/exchange/duty-list-words.txt")) {
            if (file == null) {
                throw new IllegalStateException("duty-list-words.txt is missing");
            }
            List<Word> words = new ArrayList<>();
            new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> List.of(line.split(" ", -1)))
                    .forEach(
                            parts ->
                                    parts.stream()
                                            .skip(2)
                                            .map(word -> new Word(parts.get(0), parts.get(1), word))
                                            .forEach(words::add));
            return new ListWords(words);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// The column that the head of a table names.
    Optional<String> column(String head) {
        String plain = head.replaceAll("\\s+", "");
        return words.stream()
                .filter(word -> word.kind().equals("栏"))
                .filter(word -> plain.length() <= word.written().length() + 6)
                .filter(word -> plain.contains(word.written()))
                .map(Word::meaning)
                .findFirst();
    }

    /// The words of a kind that a text holds, the longest first, none inside another.
    List<Word> in(String kind, String text) {
        String left = text;
        List<Word> found = new ArrayList<>();
        for (Word word : words) {
            if (word.kind().equals(kind) && left.contains(word.written())) {
                found.add(word);
                left = left.replace(word.written(), "\u0001");
            }
        }
        return found;
    }
}
