package org.mingze.exchange.conversion;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// What common ledgers call their columns and themselves, read from `heading-words.txt`.
final class HeadingWords {
    private static final HeadingWords KNOWN = read();

    private final Map<String, List<String>> words;

    private HeadingWords(Map<String, List<String>> words) {
        this.words = Map.copyOf(words);
    }

    static HeadingWords known() {
        return KNOWN;
    }

    private static HeadingWords read() {
        try (InputStream file =
                HeadingWords.class.getResourceAsStream("/exchange/heading-words.txt")) {
            byte[] bytes = Objects.requireNonNull(file, "heading-words.txt").readAllBytes();
            Map<String, List<String>> words = new HashMap<>();
            new String(bytes, StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> List.of(line.split(" ", -1)))
                    .forEach(
                            parts ->
                                    words.put(
                                            parts.get(0) + " " + parts.get(1),
                                            parts.subList(2, parts.size())));
            return new HeadingWords(words);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// Whether the head of a column is one of the names that ledgers give a field.
    boolean isField(String type, String path, String head) {
        return words.getOrDefault("栏 " + type + "." + path, List.of()).contains(head);
    }

    /// Whether a title or the name of a sheet speaks of records of a type.
    boolean isTitle(String type, String title) {
        return title.contains(type)
                || words.getOrDefault("题 " + type, List.of()).stream().anyMatch(title::contains);
    }
}
