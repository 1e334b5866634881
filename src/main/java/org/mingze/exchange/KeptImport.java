package org.mingze.exchange;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.mingze.exchange.conversion.Mapping;
import org.mingze.exchange.conversion.Roster;
import org.mingze.journal.CanonicalJson;
import org.mingze.journal.Content;
import org.mingze.journal.Recorder;

/// A file that was handed in, as which post, how its columns are read, and how far it has come.
///
/// @param mappings by the digest of the head
/// @param repeats  whether each of the rows that say the same is meant
/// @param alike    whether rows of one name are one person
record KeptImport(
        UUID id,
        String name,
        String body,
        Recorder recorder,
        Instant uploadedAt,
        ImportState state,
        Map<String, Mapping> mappings,
        boolean repeats,
        Roster.Alike alike,
        Tally tally,
        String sentence) {
    KeptImport {
        mappings = Map.copyOf(mappings);
    }

    String path() {
        return "/imports/" + id;
    }

    static String written(Map<String, Mapping> mappings) {
        Map<String, Content> fields = new LinkedHashMap<>();
        mappings.forEach(
                (heads, mapping) -> fields.put(heads, new Content.Text(mapping.written())));
        return CanonicalJson.write(new Content.Group(fields));
    }

    static Map<String, Mapping> parse(String written) {
        Map<String, Mapping> mappings = new LinkedHashMap<>();
        if (CanonicalJson.read(written) instanceof Content.Group group) {
            group.fields()
                    .keySet()
                    .forEach(
                            heads ->
                                    group.text(heads)
                                            .ifPresent(
                                                    text ->
                                                            mappings.put(
                                                                    heads, Mapping.parse(text))));
        }
        return mappings;
    }
}
