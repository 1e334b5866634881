package org.mingze.journal;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/// 账首 — where a county's journal stands: its size, its tree's frontier and the latest 录时.
public record JournalHead(MerkleTree.Frontier frontier, Optional<Instant> lastRecordedAt) {
    public static final JournalHead EMPTY =
            new JournalHead(MerkleTree.Frontier.EMPTY, Optional.empty());

    /// A draft that has become the next entry, and the head after it.
    record Appended(
            JournalHead head, EntryLine line, String text, List<ClassedValue> classedValues) {
        Entry entry() {
            Map<String, Content> classed = new LinkedHashMap<>();
            classedValues.forEach(value -> classed.put(value.field(), value.value()));
            return line.entry(classed);
        }
    }

    public long size() {
        return frontier.size();
    }

    public Digest root() {
        return frontier.root();
    }

    /// Gives the draft number and 录时, which never steps back, and a salt to each classed value.
    Appended append(Draft draft, Instant now, RandomGenerator random) {
        long number = size() + 1;
        Instant moment = now.truncatedTo(ChronoUnit.MICROS);
        Instant recordedAt =
                lastRecordedAt
                        .map(last -> last.plus(1, ChronoUnit.MICROS))
                        .filter(earliest -> earliest.isAfter(moment))
                        .orElse(moment);
        Map<String, Content> sorted = new TreeMap<>(CanonicalJson.BY_CODE_POINT);
        sorted.putAll(draft.classed());
        List<ClassedValue> classed = new ArrayList<>();
        Map<String, Digest> commitments = new LinkedHashMap<>();
        sorted.forEach(
                (field, value) -> {
                    ClassedValue salted = ClassedValue.salted(number, field, value, random);
                    classed.add(salted);
                    commitments.put(field, salted.commitment());
                });
        EntryLine line =
                new EntryLine(
                        number,
                        draft.kind(),
                        draft.occurred(),
                        recordedAt,
                        draft.recorder(),
                        draft.mode(),
                        draft.content(),
                        commitments);
        String text = line.text();
        return new Appended(after(text, recordedAt), line, text, classed);
    }

    /// The head after a line that already has its number and 录时.
    JournalHead after(String text, Instant recordedAt) {
        return new JournalHead(frontier.append(EntryLine.leaf(text)), Optional.of(recordedAt));
    }
}
