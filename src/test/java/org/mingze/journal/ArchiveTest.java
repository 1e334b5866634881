package org.mingze.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("档案")
class ArchiveTest {
    private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");
    private static final byte[] PICTURE = "图".getBytes(StandardCharsets.UTF_8);

    @TempDir private Path folder;

    @ParameterizedTest(name = "{0}")
    @DisplayName("写成文件夹或压缩包，读回逐行相同且核验相符")
    @ValueSource(strings = {"明川县", "明川县.zip"})
    void readsBackWhatItWrote(String name) throws IOException {
        Archive archive = archive();
        Archive.write(folder.resolve(name), archive);
        Archive read = Archive.read(folder.resolve(name));
        assertThat(read.lines()).isEqualTo(archive.lines());
        assertThat(read.classedValues()).isEqualTo(archive.classedValues());
        assertThat(read.entries()).isEqualTo(archive.entries());
        assertThat(read.checkpoint()).isEqualTo(archive.checkpoint());
        assertThat(read.evidence()).hasSize(1);
        assertThat(ArchiveVerification.verify(read)).isEmpty();
    }

    @Test
    @DisplayName("同样的账两次写出的压缩包逐字节相同")
    void writesTheSameBytes() throws IOException {
        Archive.write(folder.resolve("a.zip"), archive());
        Archive.write(folder.resolve("b.zip"), archive());
        assertThat(folder.resolve("a.zip")).hasSameBinaryContentAs(folder.resolve("b.zip"));
    }

    @Test
    @DisplayName("账上任改一字节，核验点名所在的那一号")
    void namesTheEntryOfAnyChangedByte() throws IOException {
        Path path = folder.resolve("改");
        Archive.write(path, archive());
        Path file = path.resolve("entries.jsonl");
        byte[] bytes = Files.readAllBytes(file);
        long number = 1;
        for (int i = 0; i < bytes.length; i++) {
            byte[] changed = bytes.clone();
            changed[i] ^= (byte) (1 << (i % 8));
            Files.write(file, changed);
            assertThat(ArchiveVerification.verify(path).map(ArchiveVerification.Finding::number))
                    .as("byte " + i)
                    .contains(number);
            number += bytes[i] == '\n' ? 1 : 0;
        }
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("其他文件任改一字节，核验必有所见")
    @ValueSource(strings = {"classed.jsonl", "checkpoint.json", "roots.txt", "evidence"})
    void findsAnyChangedByte(String name) throws IOException {
        Path path = folder.resolve("改");
        Archive archive = archive();
        Archive.write(path, archive);
        Path file = path.resolve(name);
        if (name.equals("evidence")) {
            file = file.resolve(Digest.of(PICTURE).toString());
        }
        byte[] bytes = Files.readAllBytes(file);
        for (int i = 0; i < bytes.length - 1; i++) {
            byte[] changed = bytes.clone();
            changed[i] ^= (byte) (1 << (i % 8));
            Files.write(file, changed);
            Optional<ArchiveVerification.Finding> finding = ArchiveVerification.verify(path);
            assertThat(finding).as("byte " + i).isPresent();
        }
    }

    @Test
    @DisplayName("删去最后一号，与检查点不符")
    void missesARemovedEntry() {
        Archive archive = archive();
        int last = archive.lines().size() - 1;
        Archive shortened =
                new Archive(
                        archive.lines().subList(0, last),
                        archive.classedValues(),
                        archive.roots().subList(0, last),
                        archive.checkpoint(),
                        archive.evidence());
        assertThat(ArchiveVerification.verify(shortened))
                .hasValueSatisfying(finding -> assertThat(finding.number()).isEqualTo(last + 1L));
    }

    @Test
    @DisplayName("分级值缺失须有擦除的账目，有则相符")
    void allowsErasedValuesOnly() {
        Archive archive = archive();
        assertThat(ArchiveVerification.verify(withoutClassed(archive)))
                .hasValueSatisfying(
                        finding -> assertThat(finding.sentence()).startsWith("第2号的分级值缺失"));
        Archive.Making making = new Archive.Making(new Random(5));
        drafts().forEach(draft -> making.append(draft, NOW));
        making.append(draft("擦除", Map.of("原", "2", "字段", "对象", "因", "期满"), Map.of()), NOW);
        making.evidence(Digest.of(PICTURE), () -> new ByteArrayInputStream(PICTURE));
        Archive erased = withoutClassed(making.seal("明川县", NOW, key()));
        assertThat(ArchiveVerification.verify(erased)).isEmpty();
        assertThat(erased.entries().get(1).content().get("对象")).isEmpty();
    }

    @Test
    @DisplayName("压缩包里的超长行被拒而不耗尽内存")
    void refusesABomb() throws IOException {
        Path path = folder.resolve("炸.zip");
        try (OutputStream out = Files.newOutputStream(path);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("entries.jsonl"));
            byte[] zeros = new byte[1 << 20];
            Arrays.fill(zeros, (byte) 'a');
            for (int i = 0; i < 64; i++) {
                zip.write(zeros);
            }
            zip.closeEntry();
        }
        assertThatThrownBy(() -> Archive.read(path))
                .isInstanceOf(Archive.Fault.class)
                .hasMessageContaining("过长");
    }

    private static Archive withoutClassed(Archive archive) {
        return new Archive(
                archive.lines(),
                List.of(),
                archive.roots(),
                archive.checkpoint(),
                archive.evidence());
    }

    private static Archive archive() {
        Archive.Making making = new Archive.Making(new Random(3));
        drafts().forEach(draft -> making.append(draft, NOW));
        making.evidence(Digest.of(PICTURE), () -> new ByteArrayInputStream(PICTURE));
        return making.seal("明川县", NOW, key());
    }

    private static List<Draft> drafts() {
        List<Draft> drafts = new ArrayList<>();
        drafts.add(draft("学习", Map.of("类", "研讨"), Map.of()));
        drafts.add(draft("谈话", Map.of("类", "提醒谈话"), Map.of("对象", "p031")));
        drafts.add(draft("走访", Map.of("附", "照片.jpg#" + Digest.of(PICTURE)), Map.of()));
        return drafts;
    }

    private static Draft draft(
            String kind, Map<String, String> content, Map<String, String> classed) {
        return new Draft(
                kind,
                Occurred.on(LocalDate.of(2026, 2, 25)),
                new Recorder("p012", "qingshi.secretary"),
                EntryMode.REPORTED,
                new Content.Group(texts(content)),
                texts(classed));
    }

    private static Map<String, Content> texts(Map<String, String> values) {
        Map<String, Content> texts = new TreeMap<>();
        values.forEach((field, value) -> texts.put(field, new Content.Text(value)));
        return texts;
    }

    private static CheckpointKey key() {
        return CheckpointKey.generate(new Random(9));
    }
}
