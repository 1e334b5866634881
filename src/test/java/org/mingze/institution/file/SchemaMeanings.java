package org.mingze.institution.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/// 键的含义 — what an editor tells about each key.
final class SchemaMeanings {
    private SchemaMeanings() {}

    static Map<String, String> all() {
        try {
            Map<String, String> meanings = new LinkedHashMap<>();
            for (String line :
                    Files.readAllLines(
                            Path.of("src/test/resources/institution/schema-meanings.txt"))) {
                int colon = line.indexOf(": ");
                if (colon > 0 && !line.startsWith("#")) {
                    meanings.put(line.substring(0, colon), line.substring(colon + 2));
                }
            }
            return meanings;
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
