package org.mingze.sample;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/// 语料 — the invented words of the sample, kept in text files beside its tests.
final class Pools {
    private Pools() {}

    /// The lines of `/sample/<name>.txt` without blank ones and comments.
    static List<String> lines(String name) {
        try (InputStream file =
                        Objects.requireNonNull(
                                Pools.class.getResourceAsStream("/sample/" + name + ".txt"));
                BufferedReader reader =
                        new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return reader.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    /// The lines of a file that belong to one key, without it: `key|rest`.
    static List<String> lines(String name, String key) {
        return lines(name).stream()
                .filter(line -> line.startsWith(key + "|"))
                .map(line -> line.substring(key.length() + 1))
                .toList();
    }
}
