package org.mingze.journal;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// 账行 — the canonical line of one entry: the bytes that are stored, archived and hashed.
///
/// @param content     the open values
/// @param commitments for each classed field the digest that stands in its place
public record EntryLine(
        long number,
        String kind,
        Occurred occurred,
        Instant recordedAt,
        Recorder recorder,
        EntryMode mode,
        Content.Group content,
        Map<String, Digest> commitments) {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter RECORDED =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS");
    private static final Set<String> REQUIRED = Set.of("业", "人", "办", "号", "容", "岗", "录", "类");

    public EntryLine {
        commitments = Map.copyOf(commitments);
        for (String field : commitments.keySet()) {
            if (content.fields().containsKey(field)) {
                throw new IllegalArgumentException("字段「" + field + "」既在容又在密");
            }
        }
    }

    /// The canonical line, without an end of line.
    public String text() {
        Map<String, Content> fields = new LinkedHashMap<>();
        fields.put("业", new Content.Text(occurred.toString()));
        fields.put("人", new Content.Text(recorder.person()));
        fields.put("办", new Content.Text(mode.word()));
        fields.put("号", new Content.Text(Long.toString(number)));
        fields.put("容", content);
        fields.put("岗", new Content.Text(recorder.post()));
        fields.put("录", new Content.Text(RECORDED.format(recordedAt.atZone(ZONE))));
        fields.put("类", new Content.Text(kind));
        if (!commitments.isEmpty()) {
            Map<String, Content> classed = new LinkedHashMap<>();
            commitments.forEach((field, digest) -> classed.put(field, text(digest)));
            fields.put("密", new Content.Group(classed));
        }
        return CanonicalJson.write(new Content.Group(fields));
    }

    /// Reads a line that must be exactly the canonical one.
    ///
    /// @throws IllegalArgumentException with a Chinese sentence if it is not
    public static EntryLine parse(String text) {
        EntryLine line;
        try {
            line = line(CanonicalJson.read(text));
        } catch (CanonicalJson.Fault | DateTimeException fault) {
            throw new IllegalArgumentException(String.valueOf(fault.getMessage()), fault);
        }
        if (!line.text().equals(text)) {
            throw new IllegalArgumentException("不是规范写法（字段次序、空白、转义或时间写法不同）");
        }
        return line;
    }

    /// The leaf of the tree that this line's bytes make.
    public static Digest leaf(String text) {
        return MerkleTree.leaf(text.getBytes(StandardCharsets.UTF_8));
    }

    /// The entry with those of its classed values that are still there.
    public Entry entry(Map<String, Content> classed) {
        Map<String, Content> all = new LinkedHashMap<>(content.fields());
        all.putAll(classed);
        return new Entry(
                number, kind, occurred, recordedAt, recorder, mode, new Content.Group(all));
    }

    private static EntryLine line(Content content) {
        if (!(content instanceof Content.Group group)
                || !group.fields().keySet().containsAll(REQUIRED)) {
            throw new IllegalArgumentException("缺 业、人、办、号、容、岗、录、类 之一");
        }
        String number = text(group, "号");
        if (!number.matches("[1-9][0-9]{0,17}")) {
            throw new IllegalArgumentException("号须是正整数：" + number);
        }
        return new EntryLine(
                Long.parseLong(number),
                text(group, "类"),
                Occurred.parse(text(group, "业")),
                LocalDateTime.parse(text(group, "录"), RECORDED).atZone(ZONE).toInstant(),
                new Recorder(text(group, "人"), text(group, "岗")),
                mode(text(group, "办")),
                group(group, "容"),
                group.get("密").isPresent() ? digests(group(group, "密")) : Map.of());
    }

    private static EntryMode mode(String word) {
        return Arrays.stream(EntryMode.values())
                .filter(mode -> mode.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("办须是 办 或 补：" + word));
    }

    private static Map<String, Digest> digests(Content.Group group) {
        Map<String, Digest> digests = new LinkedHashMap<>();
        for (String field : group.fields().keySet()) {
            String digest = text(group, field);
            if (!digest.matches("[0-9a-f]{64}")) {
                throw new IllegalArgumentException("密之「" + field + "」须是64位十六进制数");
            }
            digests.put(field, Digest.parse(digest));
        }
        return digests;
    }

    private static String text(Content.Group group, String field) {
        return group.text(field)
                .orElseThrow(() -> new IllegalArgumentException("「" + field + "」须是文本"));
    }

    private static Content.Group group(Content.Group group, String field) {
        if (group.fields().get(field) instanceof Content.Group inner) {
            return inner;
        }
        throw new IllegalArgumentException("「" + field + "」须是 {…}");
    }

    private static Content text(Digest digest) {
        return new Content.Text(digest.toString());
    }
}
