package org.mingze.reading.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// 词表 — words kept in a resource file, one a line, found in a text by their first character.
public final class WordList {
    private final Map<Character, List<String>> byFirst = new HashMap<>();

    /// 词位 — a word where it stands.
    record Place(String word, int start) {
        int end() {
            return start + word.length();
        }
    }

    private WordList(List<String> words) {
        for (String word : words) {
            byFirst.computeIfAbsent(word.charAt(0), any -> new ArrayList<>()).add(word);
        }
        Comparator<String> longest = Comparator.comparingInt(String::length).reversed();
        byFirst.values().forEach(list -> list.sort(longest));
    }

    static WordList load(String resource) {
        return new WordList(lines(resource));
    }

    /// The lines of a list that are neither empty nor remarks.
    public static List<String> lines(String resource) {
        List<String> words = new ArrayList<>();
        try (InputStream in = WordList.class.getResourceAsStream("/reading/" + resource)) {
            if (in == null) {
                throw new IllegalStateException("missing resource: /reading/" + resource);
            }
            BufferedReader reader =
                    new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                String word = line.strip();
                if (!word.isEmpty() && word.charAt(0) != '#') {
                    words.add(word);
                }
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return words;
    }

    /// Every listed word in the text, the longest at each place; places may overlap.
    List<Place> find(String text) {
        List<Place> places = new ArrayList<>();
        for (int at = 0; at < text.length(); at++) {
            for (String word : byFirst.getOrDefault(text.charAt(at), List.of())) {
                if (text.startsWith(word, at)) {
                    places.add(new Place(word, at));
                    break;
                }
            }
        }
        return places;
    }
}
