package org.mingze.journal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// 核验 — recomputes everything that an archive states and names the first entry that does not fit.
public final class ArchiveVerification {
    private final Archive archive;
    private final Map<Long, Map<String, ClassedValue>> classed = new HashMap<>();
    private final Map<Long, Set<String>> missing = new HashMap<>();
    private final Map<Long, EntryLine> committed = new HashMap<>();
    private JournalHead head = JournalHead.EMPTY;

    private ArchiveVerification(Archive archive) {
        this.archive = archive;
    }

    /// What does not fit.
    ///
    /// @param number   the first entry at fault; 0 when it is not one entry
    /// @param sentence names the place and what to do
    public record Finding(long number, String sentence) {}

    /// Empty when everything fits.
    public static Optional<Finding> verify(Archive archive) {
        try {
            return new ArchiveVerification(archive).finding();
        } catch (Archive.Fault fault) {
            return Optional.of(finding(fault));
        }
    }

    /// Reads and verifies; an archive that cannot be read is a finding too.
    public static Optional<Finding> verify(Path path) {
        try {
            return verify(Archive.read(path));
        } catch (Archive.Fault fault) {
            return Optional.of(finding(fault));
        }
    }

    private static Finding finding(Archive.Fault fault) {
        return new Finding(fault.number(), String.valueOf(fault.getMessage()));
    }

    private Optional<Finding> finding() {
        for (ClassedValue value : archive.classedValues()) {
            if (classed.computeIfAbsent(value.number(), _ -> new HashMap<>())
                            .put(value.field(), value)
                    != null) {
                return at(value.number(), "的分级值「" + value.field() + "」重复；须删去一个");
            }
        }
        return linesFinding()
                .or(this::classedFinding)
                .or(this::checkpointFinding)
                .or(this::evidenceFinding);
    }

    private Optional<Finding> linesFinding() {
        for (String text : archive.lines()) {
            long number = head.size() + 1;
            EntryLine line = Archive.line(number, text);
            if (line.number() != number) {
                return at(number, "应在此处，账上却是第" + line.number() + "号；须从备份恢复");
            }
            Optional<Instant> last = head.lastRecordedAt();
            if (last.isPresent() && !line.recordedAt().isAfter(last.get())) {
                return at(number, "的录时不晚于上一号；须从备份恢复");
            }
            Optional<Finding> commitment = commitmentFinding(line);
            if (commitment.isPresent()) {
                return commitment;
            }
            head = head.after(text, line.recordedAt());
            if (number <= archive.roots().size()
                    && !archive.roots().get((int) number - 1).equals(head.root())) {
                return at(number, "与其后记下的账根不符：此号或账根被改过；须从备份恢复");
            }
            if (line.kind().equals("擦除")) {
                erased(line);
            }
        }
        return Optional.empty();
    }

    private Optional<Finding> commitmentFinding(EntryLine line) {
        Map<String, ClassedValue> values = classed.getOrDefault(line.number(), Map.of());
        for (Map.Entry<String, Digest> commitment : line.commitments().entrySet()) {
            ClassedValue value = values.get(commitment.getKey());
            if (value == null) {
                missing.computeIfAbsent(line.number(), _ -> new HashSet<>())
                        .add(commitment.getKey());
            } else if (!value.commitment().equals(commitment.getValue())) {
                return at(line.number(), "的分级值「" + commitment.getKey() + "」与账上摘要不符；须从备份恢复");
            }
        }
        if (!values.isEmpty()) {
            committed.put(line.number(), line);
        }
        return Optional.empty();
    }

    private void erased(EntryLine line) {
        long number =
                line.content()
                        .text("原")
                        .filter(text -> text.matches("[1-9][0-9]{0,17}"))
                        .map(Long::parseLong)
                        .orElse(0L);
        Set<String> fields = missing.getOrDefault(number, Set.of());
        line.content().text("字段").ifPresent(fields::remove);
        if (fields.isEmpty()) {
            missing.remove(number);
        }
    }

    private Optional<Finding> classedFinding() {
        for (ClassedValue value : archive.classedValues()) {
            EntryLine line = committed.get(value.number());
            if (line == null || !line.commitments().containsKey(value.field())) {
                return at(value.number(), "没有分级字段「" + value.field() + "」，却存有其值；须从备份恢复");
            }
        }
        return missing.keySet().stream()
                .min(Long::compare)
                .flatMap(number -> at(number, "的分级值缺失而没有擦除的账目；须从备份恢复"));
    }

    private Optional<Finding> checkpointFinding() {
        Checkpoint checkpoint = archive.checkpoint();
        if (!checkpoint.isSigned()) {
            return Optional.of(new Finding(0, "检查点的签名不符：检查点被改过；须从备份恢复"));
        }
        if (checkpoint.size() != head.size()) {
            return at(
                    Math.min(checkpoint.size(), head.size()) + 1,
                    "起与检查点不符：检查点记" + checkpoint.size() + "号，账上有" + head.size() + "号；须从备份恢复");
        }
        if (!checkpoint.root().equals(head.root())) {
            return Optional.of(new Finding(0, "账根与检查点不符：账目与各号的账根一起被改过，或没有各号的账根，指不出是哪一号；须从备份恢复"));
        }
        if (!archive.roots().isEmpty() && archive.roots().size() != head.size()) {
            return Optional.of(new Finding(0, "账根的个数与账目数不同；须从备份恢复"));
        }
        return Optional.empty();
    }

    private Optional<Finding> evidenceFinding() {
        long number = 0;
        for (Entry entry : archive.entries()) {
            number++;
            for (Evidence.Citation citation : Evidence.citations(entry.content())) {
                if (!archive.evidence().containsKey(citation.digest())) {
                    return at(number, "所引附件「" + citation.name() + "」不在档案里；须从备份补回");
                }
            }
        }
        for (Map.Entry<Digest, Archive.Source> file : archive.evidence().entrySet()) {
            if (!file.getKey().equals(digest(file.getValue()))) {
                return Optional.of(new Finding(0, "附件 " + file.getKey() + " 的内容被改过；须从备份补回"));
            }
        }
        return Optional.empty();
    }

    private static Digest digest(Archive.Source source) {
        MessageDigest algorithm = Digest.algorithm();
        try (InputStream bytes = source.open()) {
            byte[] buffer = new byte[1 << 16];
            for (int count = bytes.read(buffer); count >= 0; count = bytes.read(buffer)) {
                algorithm.update(buffer, 0, count);
            }
        } catch (IOException unreadable) {
            throw new Archive.Fault(0, "附件读不出：" + unreadable.getMessage());
        }
        return Digest.ofBytes(algorithm.digest());
    }

    private static Optional<Finding> at(long number, String rest) {
        return Optional.of(new Finding(number, "第" + number + "号" + rest));
    }
}
