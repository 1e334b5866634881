package org.mingze.journal;

import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/// The files of an archive: `entries.jsonl`, `classed.jsonl`, `roots.txt`, `checkpoint.json` and
/// `evidence/<digest>`.
///
/// Reading never trusts a declared size: lines, files and their count are limited as they are read,
/// and nothing is ever written under a name that the archive gives.
final class ArchiveFiles {
    private static final int LINE_BYTES_MAX = 8 << 20;
    private static final long TEXT_BYTES_MAX = 1L << 30;
    private static final int FILES_MAX = 100_000;
    private static final String EVIDENCE = "evidence/";
    private static final LocalDateTime ZIP_TIME = LocalDateTime.of(2000, 1, 1, 0, 0);

    private ArchiveFiles() {}

    static Archive read(Path path) {
        try {
            return archive(Files.isDirectory(path) ? folder(path) : zip(path));
        } catch (IOException unreadable) {
            throw new Archive.Fault(0, "档案 " + path + " 读不出：" + unreadable.getMessage());
        }
    }

    static void write(Path path, Archive archive) throws IOException {
        Map<String, Archive.Source> files = new LinkedHashMap<>();
        files.put("entries.jsonl", source(archive.lines()));
        files.put(
                "classed.jsonl",
                source(archive.classedValues().stream().map(ClassedValue::text).toList()));
        files.put("roots.txt", source(archive.roots().stream().map(Digest::toString).toList()));
        files.put("checkpoint.json", source(List.of(archive.checkpoint().text())));
        Map<String, Archive.Source> evidence = new TreeMap<>();
        archive.evidence().forEach((digest, source) -> evidence.put(EVIDENCE + digest, source));
        files.putAll(evidence);
        if (path.toString().endsWith(".zip")) {
            writeZip(path, files);
        } else {
            writeFolder(path, files);
        }
    }

    private static Archive archive(Map<String, Archive.Source> files) throws IOException {
        List<ClassedValue> classed = new ArrayList<>();
        for (String line : lines(files, "classed.jsonl")) {
            try {
                classed.add(ClassedValue.parse(line));
            } catch (IllegalArgumentException fault) {
                throw new Archive.Fault(
                        0, "classed.jsonl 第" + (classed.size() + 1) + "行读不出：" + fault.getMessage());
            }
        }
        List<Digest> roots = new ArrayList<>();
        for (String line : lines(files, "roots.txt")) {
            roots.add(digest(line, "roots.txt 第" + (roots.size() + 1) + "行"));
        }
        Map<Digest, Archive.Source> evidence = new LinkedHashMap<>();
        for (Map.Entry<String, Archive.Source> file : files.entrySet()) {
            if (file.getKey().startsWith(EVIDENCE)) {
                String name = file.getKey().substring(EVIDENCE.length());
                evidence.put(digest(name, "附件名 " + name), file.getValue());
            }
        }
        if (!files.containsKey("entries.jsonl")) {
            throw new Archive.Fault(0, "档案缺 entries.jsonl：不是明责的档案，或未导出完整");
        }
        List<String> entries = lines(files, "entries.jsonl");
        return new Archive(entries, classed, roots, checkpoint(files), evidence);
    }

    private static Checkpoint checkpoint(Map<String, Archive.Source> files) throws IOException {
        List<String> lines = lines(files, "checkpoint.json");
        if (lines.isEmpty()) {
            throw new Archive.Fault(0, "档案缺 checkpoint.json：须重新导出");
        }
        try {
            return Checkpoint.parse(String.join("\n", lines));
        } catch (IllegalArgumentException fault) {
            throw new Archive.Fault(0, "checkpoint.json 读不出：" + fault.getMessage());
        }
    }

    private static Digest digest(String text, String place) {
        try {
            return Digest.parse(text);
        } catch (IllegalArgumentException fault) {
            throw new Archive.Fault(0, place + " 须是64位十六进制数");
        }
    }

    private static List<String> lines(Map<String, Archive.Source> files, String name)
            throws IOException {
        List<String> lines = new ArrayList<>();
        Archive.Source source = files.get(name);
        if (source == null) {
            return lines;
        }
        try (InputStream bytes = new Bounded(source.open(), TEXT_BYTES_MAX, name)) {
            byte[] buffer = new byte[1 << 16];
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            for (int count = bytes.read(buffer); count >= 0; count = bytes.read(buffer)) {
                int start = 0;
                for (int i = 0; i < count; i++) {
                    if (buffer[i] == '\n') {
                        line.write(buffer, start, i - start);
                        lines.add(decoded(line, name, lines.size() + 1));
                        line.reset();
                        start = i + 1;
                    }
                }
                line.write(buffer, start, count - start);
                if (line.size() > LINE_BYTES_MAX) {
                    throw new Archive.Fault(0, name + " 第" + (lines.size() + 1) + "行过长，不是明责的档案");
                }
            }
            if (line.size() > 0) {
                lines.add(decoded(line, name, lines.size() + 1));
            }
        }
        return lines;
    }

    private static String decoded(ByteArrayOutputStream line, String name, int number) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(line.toByteArray()))
                    .toString();
        } catch (CharacterCodingException malformed) {
            if (name.equals("entries.jsonl")) {
                throw new Archive.Fault(number, "第" + number + "号不是 UTF-8 文本；须从备份恢复此行");
            }
            throw new Archive.Fault(0, name + " 第" + number + "行不是 UTF-8 文本");
        }
    }

    private static Map<String, Archive.Source> folder(Path folder) throws IOException {
        Map<String, Archive.Source> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(folder, 2)) {
            for (Path file : paths.filter(Files::isRegularFile).limit(FILES_MAX + 1L).toList()) {
                String name = folder.relativize(file).toString().replace('\\', '/');
                put(files, name, () -> Files.newInputStream(file));
            }
        }
        return files;
    }

    private static Map<String, Archive.Source> zip(Path path) throws IOException {
        Map<String, Archive.Source> files = new TreeMap<>();
        try (ZipFile zip = new ZipFile(path.toFile())) {
            Enumeration<? extends ZipEntry> entries = zip.entries();
            while (entries.hasMoreElements()) {
                String name = entries.nextElement().getName();
                put(files, name, () -> zipped(path, name));
            }
        }
        return files;
    }

    /// Opens the zip file anew for each file read, so that an archive holds no open file.
    private static InputStream zipped(Path path, String name) throws IOException {
        ZipFile zip = new ZipFile(path.toFile());
        try {
            return new FilterInputStream(zip.getInputStream(zip.getEntry(name))) {
                @Override
                public void close() throws IOException {
                    zip.close();
                }
            };
        } catch (IOException unreadable) {
            zip.close();
            throw unreadable;
        }
    }

    private static void put(Map<String, Archive.Source> files, String name, Archive.Source source) {
        if (name.startsWith(EVIDENCE) && !name.endsWith("/")) {
            files.put(name, () -> new Bounded(source.open(), Evidence.BYTES_MAX, name));
        } else {
            files.put(name, source);
        }
        if (files.size() > FILES_MAX) {
            throw new Archive.Fault(0, "档案里的文件超过" + FILES_MAX + "个，不是明责的档案");
        }
    }

    private static Archive.Source source(List<String> lines) {
        return () -> {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            for (String line : lines) {
                bytes.writeBytes(line.getBytes(StandardCharsets.UTF_8));
                bytes.write('\n');
            }
            return new java.io.ByteArrayInputStream(bytes.toByteArray());
        };
    }

    private static void writeFolder(Path folder, Map<String, Archive.Source> files)
            throws IOException {
        Files.createDirectories(folder.resolve(EVIDENCE));
        for (Map.Entry<String, Archive.Source> file : files.entrySet()) {
            try (InputStream bytes = file.getValue().open()) {
                Path target = folder.resolve(file.getKey());
                Files.copy(bytes, target, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private static void writeZip(Path path, Map<String, Archive.Source> files) throws IOException {
        Path written = path.resolveSibling(path.getFileName() + ".new");
        try (OutputStream out = Files.newOutputStream(written);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, Archive.Source> file : files.entrySet()) {
                ZipEntry entry = new ZipEntry(file.getKey());
                entry.setTimeLocal(ZIP_TIME);
                zip.putNextEntry(entry);
                try (InputStream bytes = file.getValue().open()) {
                    bytes.transferTo(zip);
                }
                zip.closeEntry();
            }
        }
        Files.move(written, path, StandardCopyOption.REPLACE_EXISTING);
    }

    /// A stream that faults once more bytes come than any true archive has.
    private static final class Bounded extends FilterInputStream {
        private final String name;
        private long left;

        Bounded(InputStream in, long bytesMax, String name) {
            super(in);
            this.left = bytesMax;
            this.name = name;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int count = super.read(buffer, offset, length);
            left -= Math.max(count, 0);
            if (left < 0) {
                throw new Archive.Fault(0, "档案里的 " + name + " 过大，不是明责的档案");
            }
            return count;
        }

        @Override
        public long skip(long count) throws IOException {
            throw new IOException("not skippable");
        }
    }
}
