package org.mingze.journal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mingze.journal.secrecy.MarkedFile;

/// 佐证材料 — files kept by the digest of their bytes, on disk before the entry that cites them.
public final class Evidence {
    /// The largest file that is taken.
    /// How files of a kind begin, by what their names end in.
    private static final Set<String> PROGRAMS =
            Set.of(
                    "exe", "msi", "com", "bat", "cmd", "scr", "pif", "ps1", "vbs", "vbe", "js",
                    "jse", "wsf", "hta", "jar", "sh", "dll", "lnk", "apk", "reg");
    private static final List<String> PROGRAM_BEGINNINGS = List.of("MZ", "\u007fELF", "#!");
    private static final Map<String, List<String>> BEGINNINGS =
            Map.of(
                    "png", List.of("\u0089PNG"),
                    "jpg", List.of("\u00ff\u00d8\u00ff"),
                    "jpeg", List.of("\u00ff\u00d8\u00ff"),
                    "gif", List.of("GIF8"),
                    "webp", List.of("RIFF"),
                    "docx", List.of("PK"),
                    "xlsx", List.of("PK"),
                    "zip", List.of("PK"));

    private static final int HEAD = 1024;
    public static final int BYTES_MAX = 50 << 20;

    private static final Pattern CITATION = Pattern.compile("(.+)#([0-9a-f]{64})", Pattern.DOTALL);

    private final Path folder;

    /// @param folder `evidence` of the home folder
    public Evidence(Path folder) {
        this.folder = folder;
    }

    /// 引证 — how an entry cites a file: its name, `#` and the digest of its bytes.
    public record Citation(String name, Digest digest) {
        public static Optional<Citation> parse(String text) {
            Matcher matcher = CITATION.matcher(text);
            return matcher.matches()
                    ? Optional.of(new Citation(matcher.group(1), Digest.parse(matcher.group(2))))
                    : Optional.empty();
        }

        @Override
        public String toString() {
            return name + "#" + digest;
        }
    }

    /// 收存 — what became of a file that was handed in.
    public sealed interface Taking {
        record Kept(Citation citation) implements Taking {}

        record Refused(String sentence) implements Taking {}
    }

    /// Every file that a content cites.
    public static List<Citation> citations(Content content) {
        List<Citation> citations = new ArrayList<>();
        collect(content, citations);
        return citations;
    }

    private static void collect(Content content, List<Citation> citations) {
        switch (content) {
            case Content.Text(String value) -> Citation.parse(value).ifPresent(citations::add);
            case Content.Series series -> series.items().forEach(item -> collect(item, citations));
            case Content.Group group ->
                    group.fields().values().forEach(value -> collect(value, citations));
        }
    }

    /// Keeps a file, without the place where a picture was taken; returns once it is on disk.
    public Taking keep(String name, InputStream file) throws IOException {
        byte[] bytes = file.readNBytes(BYTES_MAX + 1);
        if (bytes.length > BYTES_MAX) {
            return new Taking.Refused("文件「" + name + "」超过50 MB：压缩或拆分后再传");
        }
        if (runs(name, bytes)) {
            return new Taking.Refused("「" + name + "」是能运行的程序，不能作佐证：传文档、表格、图片、录音或录像");
        }
        if (MarkedFile.isMarked(name, bytes)) {
            return new Taking.Refused("「" + name + "」标有密级，不得上传：按保密规定另存另办");
        }
        if (!isAsNamed(name, bytes)) {
            return new Taking.Refused("「" + name + "」的内容不是它名字说的那一种文件：选原来的文件，或改对后缀再传");
        }
        Optional<byte[]> kept = JpegPicture.withoutPlace(bytes);
        if (kept.isEmpty()) {
            return new Taking.Refused("图片「" + name + "」残缺，拍摄地点去不掉：另存一份后再传");
        }
        Digest digest = Digest.of(kept.get());
        write(digest, kept.get());
        return new Taking.Kept(new Citation(name, digest));
    }

    /// Keeps the bytes of an imported file exactly, which must have the digest.
    void restore(Digest digest, InputStream file) throws IOException {
        byte[] bytes = file.readNBytes(BYTES_MAX + 1);
        if (!Digest.of(bytes).equals(digest)) {
            throw new Archive.Fault(0, "附件 " + digest + " 的内容被改过；须从备份补回");
        }
        write(digest, bytes);
    }

    public boolean holds(Digest digest) {
        return Files.isRegularFile(file(digest));
    }

    public InputStream open(Digest digest) throws IOException {
        return Files.newInputStream(file(digest));
    }

    /// Whether a computer would run it rather than show it.
    private static boolean runs(String name, byte[] bytes) {
        return PROGRAMS.contains(ending(name))
                || PROGRAM_BEGINNINGS.stream().anyMatch(head(bytes)::startsWith);
    }

    private static String ending(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    private static String head(byte[] bytes) {
        return new String(bytes, 0, Math.min(HEAD, bytes.length), StandardCharsets.ISO_8859_1);
    }

    /// Whether nothing in the file speaks against its name.
    private static boolean isAsNamed(String name, byte[] bytes) {
        String ending = ending(name);
        String head = head(bytes);
        return ending.equals("pdf")
                ? head.contains("%PDF-")
                : BEGINNINGS.getOrDefault(ending, List.of("")).stream().anyMatch(head::startsWith);
    }

    private Path file(Digest digest) {
        String name = digest.toString();
        return folder.resolve(name.substring(0, 2)).resolve(name);
    }

    private void write(Digest digest, byte[] bytes) throws IOException {
        Path target = file(digest);
        if (Files.isRegularFile(target)) {
            return;
        }
        Path parent = folder.resolve(digest.toString().substring(0, 2));
        Files.createDirectories(parent);
        Path written = Files.createTempFile(parent, ".", ".new");
        try {
            Files.copy(
                    new ByteArrayInputStream(bytes), written, StandardCopyOption.REPLACE_EXISTING);
            force(written, StandardOpenOption.WRITE);
            Files.move(written, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException unsupported) {
            throw new IOException("附件文件夹 " + folder + " 所在的盘不支持原子改名", unsupported);
        } finally {
            Files.deleteIfExists(written);
        }
        force(parent, StandardOpenOption.READ);
        force(folder, StandardOpenOption.READ);
    }

    private static void force(Path path, StandardOpenOption mode) throws IOException {
        try (FileChannel channel = FileChannel.open(path, mode)) {
            channel.force(true);
        }
    }
}
