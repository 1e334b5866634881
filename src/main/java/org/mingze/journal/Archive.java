package org.mingze.journal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// 档案 — one county's whole journal outside the database: lines, classed values, checkpoint and
/// evidence, in a folder or a zip file.
///
/// @param lines    the canonical lines, exactly as they are in the file
/// @param roots    the tree's root after each line, by which the first changed line is found; empty
///                 when the archive does not have them
/// @param evidence the files by their digest
public record Archive(
        List<String> lines,
        List<ClassedValue> classedValues,
        List<Digest> roots,
        Checkpoint checkpoint,
        Map<Digest, Source> evidence) {

    public Archive {
        lines = List.copyOf(lines);
        classedValues = List.copyOf(classedValues);
        roots = List.copyOf(roots);
        evidence = Map.copyOf(evidence);
    }

    /// Where the bytes of an evidence file can be read, as often as needed.
    @FunctionalInterface
    public interface Source {
        InputStream open() throws IOException;
    }

    /// An archive that cannot be read, or an entry of it; the message is a Chinese sentence.
    public static final class Fault extends RuntimeException {
        private final long number;

        Fault(long number, String sentence) {
            super(sentence);
            this.number = number;
        }

        /// The entry at fault; 0 when it is not one entry.
        public long number() {
            return number;
        }
    }

    /// Reads a folder or a zip file; nothing is verified beyond what reading needs.
    ///
    /// @throws Fault if it is no archive, with the file and line
    public static Archive read(Path path) {
        return ArchiveFiles.read(path);
    }

    /// Writes a zip file if the name ends in `.zip`, else a folder; what is there is replaced.
    public static void write(Path path, Archive archive) throws IOException {
        ArchiveFiles.write(path, archive);
    }

    public String county() {
        return checkpoint.county();
    }

    /// The entries, with the classed values that are still there.
    ///
    /// @throws Fault at the first line that is no entry
    public List<Entry> entries() {
        Map<Long, Map<String, Content>> classed = ClassedValue.byNumber(classedValues);
        List<Entry> entries = new ArrayList<>(lines.size());
        for (String text : lines) {
            EntryLine line = line(entries.size() + 1L, text);
            entries.add(line.entry(classed.getOrDefault(line.number(), Map.of())));
        }
        return entries;
    }

    static EntryLine line(long number, String text) {
        try {
            return EntryLine.parse(text);
        } catch (IllegalArgumentException unreadable) {
            throw new Fault(number, "第" + number + "号读不出：" + unreadable.getMessage() + "；须从备份恢复此行");
        }
    }

    /// 编制 — collects drafts into an archive, as a journal would number and date them.
    public static final class Making {
        private final RandomGenerator random;
        private final List<String> lines = new ArrayList<>();
        private final List<ClassedValue> classed = new ArrayList<>();
        private final List<Digest> roots = new ArrayList<>();
        private final Map<Digest, Source> evidence = new HashMap<>();
        private JournalHead head = JournalHead.EMPTY;

        /// @param random gives the salts: `SecureRandom` for real values, seeded for a sample
        public Making(RandomGenerator random) {
            this.random = random;
        }

        /// The next entry, recorded at `now` or a microsecond after the one before it.
        public Entry append(Draft draft, Instant now) {
            JournalHead.Appended appended = head.append(draft, now, random);
            head = appended.head();
            lines.add(appended.text());
            classed.addAll(appended.classedValues());
            roots.add(head.root());
            return appended.entry();
        }

        public void evidence(Digest digest, Source source) {
            evidence.put(digest, source);
        }

        public Optional<Instant> lastRecordedAt() {
            return head.lastRecordedAt();
        }

        public Archive seal(String county, Instant now, CheckpointKey key) {
            Checkpoint checkpoint = key.sign(county, head.size(), head.root(), now);
            return new Archive(lines, classed, roots, checkpoint, evidence);
        }
    }
}
