package org.mingze.journal.proof;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.mingze.journal.CanonicalJson;
import org.mingze.journal.Checkpoint;
import org.mingze.journal.Content;
import org.mingze.journal.Digest;
import org.mingze.journal.EntryLine;
import org.mingze.journal.Evidence;
import org.mingze.journal.MerkleTree;

/// 核检查包 — whether every entry, classed value and file of a packet is what the journal held when
/// its checkpoint was signed; needs nothing but the packet.
public final class PacketVerification {
    public static final String CHECKPOINT = "checkpoint.json";
    public static final String PROOFS = "proofs.jsonl";
    public static final String CLASSED = "classed.jsonl";
    public static final String EVIDENCE = "evidence/";
    public static final String FILES = "files.json";

    private final Map<Long, EntryLine> lines = new HashMap<>();
    private final Set<String> cited = new HashSet<>();

    private PacketVerification() {}

    /// 结果 — fine or not, and the sentence that says it.
    public record Outcome(boolean fine, String sentence) {}

    /// Whether a file is a packet at all.
    public static boolean isPacket(Path path) {
        if (!Files.isRegularFile(path)) {
            return false;
        }
        try (ZipFile zip = new ZipFile(path.toFile())) {
            return zip.getEntry(PROOFS) != null || zip.getEntry(FILES) != null;
        } catch (IOException none) {
            return false;
        }
    }

    public static Outcome verify(Path path) {
        try (ZipFile zip = new ZipFile(path.toFile())) {
            return new PacketVerification().check(zip);
        } catch (IOException | IllegalArgumentException | CanonicalJson.Fault unreadable) {
            return new Outcome(false, "包读不出：" + unreadable.getMessage());
        }
    }

    private Outcome check(ZipFile zip) throws IOException {
        Checkpoint checkpoint = Checkpoint.parse(text(zip, CHECKPOINT).strip());
        Optional<String> finding =
                checkpoint.isSigned() ? Optional.empty() : Optional.of("检查点的签名不对");
        if (finding.isEmpty()) {
            finding = entries(zip, checkpoint);
        }
        if (finding.isEmpty()) {
            finding = classed(zip);
        }
        if (finding.isEmpty()) {
            finding = evidence(zip);
        }
        boolean listed = zip.getEntry(FILES) != null;
        if (finding.isEmpty() && listed) {
            finding = ListedFiles.finding(zip, checkpoint);
        }
        return finding.map(sentence -> new Outcome(false, sentence))
                .orElseGet(() -> new Outcome(listed, sound(checkpoint, listed)));
    }

    private String sound(Checkpoint checkpoint, boolean listed) {
        String entries =
                lines.size() + "笔账目都在" + checkpoint.county() + "第" + checkpoint.size() + "笔为止的账里";
        String said =
                listed
                        ? "核验无误：包里的" + entries + "，每个文件都是做包时的。"
                        : "包里没有文件清单（files.json），不能算核验过：早先做的包没有，也可能是被人删了。"
                                + "只核了账目："
                                + entries
                                + "；网页、表格和判定没有保护，改过也查不出。请发包单位重做一份。";
        return said + "\n签名的公钥指纹 " + Checkpoint.fingerprint(checkpoint.publicKey()) + " ，与发包单位核对。";
    }

    private Optional<String> entries(ZipFile zip, Checkpoint checkpoint) throws IOException {
        try (BufferedReader reader = reader(zip, PROOFS)) {
            String next = reader.readLine();
            while (next != null) {
                Proven proven = Proven.parse(next);
                EntryLine line = EntryLine.parse(proven.line());
                boolean included =
                        line.number() == proven.number()
                                && MerkleTree.includes(
                                        EntryLine.leaf(proven.line()),
                                        proven.number() - 1,
                                        checkpoint.size(),
                                        proven.path(),
                                        checkpoint.root());
                if (!included) {
                    return Optional.of("第" + proven.number() + "号与检查点对不上：改过，或不是这本账里的");
                }
                lines.put(line.number(), line);
                cite(line.content());
                next = reader.readLine();
            }
        }
        return Optional.empty();
    }

    private void cite(Content content) {
        Evidence.citations(content).forEach(each -> cited.add(each.digest().toString()));
    }

    private Optional<String> classed(ZipFile zip) throws IOException {
        if (zip.getEntry(CLASSED) == null) {
            return Optional.empty();
        }
        try (BufferedReader reader = reader(zip, CLASSED)) {
            String next = reader.readLine();
            while (next != null) {
                Optional<String> misfit = misfit(next);
                if (misfit.isPresent()) {
                    return misfit;
                }
                next = reader.readLine();
            }
        }
        return Optional.empty();
    }

    private Optional<String> misfit(String text) {
        if (!(CanonicalJson.read(text) instanceof Content.Group group)) {
            return Optional.of("密类的值有一行读不出");
        }
        long number = Long.parseLong(group.text("号").orElse("0"));
        String field = group.text("字段").orElse("");
        Content value = group.get("值").orElse(Content.Group.EMPTY);
        byte[] salt = HexFormat.of().parseHex(group.text("盐").orElse(""));
        Digest made = Digest.of(salt, CanonicalJson.write(value).getBytes(StandardCharsets.UTF_8));
        cite(value);
        boolean same =
                Optional.ofNullable(lines.get(number))
                        .flatMap(line -> Optional.ofNullable(line.commitments().get(field)))
                        .filter(made::equals)
                        .isPresent();
        return same ? Optional.empty() : Optional.of("第" + number + "号的“" + field + "”与账里的摘要对不上");
    }

    private Optional<String> evidence(ZipFile zip) throws IOException {
        List<? extends ZipEntry> files =
                zip.stream().filter(each -> each.getName().startsWith(EVIDENCE)).toList();
        for (ZipEntry file : files) {
            String name = file.getName().substring(EVIDENCE.length());
            String written = name.substring(0, Math.min(64, name.length()));
            try (InputStream in = zip.getInputStream(file)) {
                if (!Digest.of(in.readAllBytes()).toString().equals(written)) {
                    return Optional.of("佐证材料“" + name + "”改过，与它的摘要对不上");
                }
            }
            if (!cited.contains(written)) {
                return Optional.of("佐证材料“" + name + "”没有一笔账引用它");
            }
        }
        return Optional.empty();
    }

    static String text(ZipFile zip, String name) throws IOException {
        try (BufferedReader reader = reader(zip, name)) {
            return String.valueOf(reader.readLine());
        }
    }

    private static BufferedReader reader(ZipFile zip, String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new IOException("缺 " + name);
        }
        return new BufferedReader(
                new InputStreamReader(zip.getInputStream(entry), StandardCharsets.UTF_8));
    }
}
