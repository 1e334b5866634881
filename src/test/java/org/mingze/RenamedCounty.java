package org.mingze;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.mingze.journal.Archive;
import org.mingze.journal.CheckpointKey;
import org.mingze.journal.Content;
import org.mingze.journal.Digest;
import org.mingze.journal.Draft;
import org.mingze.journal.Entry;
import org.mingze.journal.EntryLine;

/// The sample county over again with the same codes and numbers, but other names of places and
/// people and other files: what is shown of the wrong county is told apart by its names alone.
final class RenamedCounty {
    static final String NAME = "临渊县";
    private static final Map<String, String> PLACES =
            Map.of("明川", "临渊", "青石", "白渚", "城关", "东津", "柳河", "桑沟");

    private final Archive sample = Archive.read(Path.of("samples", "mingchuan"));
    private final List<Entry> entries = sample.entries();
    private final Map<String, String> names = new LinkedHashMap<>();
    private final Map<Digest, byte[]> files = new HashMap<>();
    private final Map<String, String> digests = new HashMap<>();

    RenamedCounty() {
        names.putAll(PLACES);
        for (Entry entry : entries) {
            if (entry.kind().equals("人") || entry.content().text("名").isPresent()) {
                entry.content()
                        .text("名")
                        .filter(name -> isPerson(entry, name))
                        .ifPresent(name -> names.put(name, "令狐" + name.substring(1)));
            }
        }
        int count = 0;
        for (Digest digest : sample.evidence().keySet()) {
            byte[] bytes = ("临渊县的凭据第" + count++ + "件").getBytes(StandardCharsets.UTF_8);
            files.put(Digest.of(bytes), bytes);
            digests.put(digest.toString(), Digest.of(bytes).toString());
        }
    }

    private boolean isPerson(Entry entry, String name) {
        EntryLine line = EntryLine.parse(sample.lines().get((int) entry.number() - 1));
        return line.commitments().containsKey("名") && name.length() >= 2;
    }

    /// The names that only the sample has, and those that only this county has.
    Set<String> namesOfSample() {
        return Set.copyOf(names.keySet());
    }

    Set<String> namesOfRenamed() {
        return new LinkedHashSet<>(names.values());
    }

    Set<String> filesOfSample() {
        return Set.copyOf(digests.keySet());
    }

    Archive archive() {
        Archive.Making making = new Archive.Making(new SplittableRandom(20261121));
        for (Entry entry : entries) {
            EntryLine line = EntryLine.parse(sample.lines().get((int) entry.number() - 1));
            Map<String, Content> open = new LinkedHashMap<>();
            Map<String, Content> classed = new LinkedHashMap<>();
            entry.content()
                    .fields()
                    .forEach(
                            (field, value) ->
                                    (line.commitments().containsKey(field) ? classed : open)
                                            .put(field, renamed(value)));
            making.append(
                    new Draft(
                            entry.kind(),
                            entry.occurred(),
                            entry.recorder(),
                            entry.mode(),
                            new Content.Group(open),
                            classed),
                    entry.recordedAt());
        }
        files.forEach(
                (digest, bytes) -> making.evidence(digest, () -> new ByteArrayInputStream(bytes)));
        return making.seal(
                NAME,
                Instant.parse("2026-11-20T09:30:00Z"),
                CheckpointKey.generate(new SplittableRandom(7)));
    }

    private Content renamed(Content content) {
        return switch (content) {
            case Content.Text(String value) -> new Content.Text(renamed(value));
            case Content.Series(List<Content> items) ->
                    new Content.Series(items.stream().map(this::renamed).toList());
            case Content.Group(Map<String, Content> fields) -> {
                Map<String, Content> made = new LinkedHashMap<>();
                fields.forEach((name, value) -> made.put(name, renamed(value)));
                yield new Content.Group(made);
            }
        };
    }

    private String renamed(String text) {
        String said = text;
        for (Map.Entry<String, String> name : names.entrySet()) {
            said = said.replace(name.getKey(), name.getValue());
        }
        for (Map.Entry<String, String> digest : digests.entrySet()) {
            said = said.replace(digest.getKey(), digest.getValue());
        }
        return said;
    }
}
