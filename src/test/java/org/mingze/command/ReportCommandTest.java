package org.mingze.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("report 命令")
class ReportCommandTest {
    @TempDir private Path folder = Path.of("");

    @Test
    @DisplayName("从样本县写出书记的报告，板块齐全，退出码0")
    void aReportIsWrittenFromAnArchive() throws IOException {
        Path out = folder.resolve("述职.docx");
        assertThat(run("2026-06-30", out)).isEqualTo(ExitCode.FINE);
        try (XWPFDocument document = new XWPFDocument(Files.newInputStream(out))) {
            assertThat(document.getParagraphs().getFirst().getText()).isEqualTo("2026年上半年述职述廉述责报告");
            assertThat(document.getTables()).isNotEmpty();
        }
    }

    @Test
    @DisplayName("按文件名的结尾写PDF或OFD")
    void theEndingChoosesTheForm() throws IOException {
        assertThat(run("2026-06-30", folder.resolve("述职.pdf"))).isEqualTo(ExitCode.FINE);
        assertThat(run("2026-06-30", folder.resolve("述职.OFD"))).isEqualTo(ExitCode.FINE);
        assertThat(Files.readAllBytes(folder.resolve("述职.pdf"))).startsWith('%', 'P', 'D', 'F');
        assertThat(Files.readAllBytes(folder.resolve("述职.OFD"))).startsWith('P', 'K');
    }

    @Test
    @DisplayName("按某号为止所知写，账上再记什么都不变；和那时相比的变化逐条说")
    void aReportOfAPrefixStays() throws IOException {
        Path out = folder.resolve("那时.docx");
        run("2026-06-30", out, "--known", "1300");
        String sealed = "账页第1,300笔，树根" + root(1300);
        try (XWPFDocument document = new XWPFDocument(Files.newInputStream(out))) {
            assertThat(document.getParagraphs()).anyMatch(line -> line.getText().contains(sealed));
        }
        assertThat(run("2026-06-30", folder.resolve("现在.docx"), "--since", "1300"))
                .isEqualTo(ExitCode.FINE);
    }

    @Test
    @DisplayName("本人写的段落写进去；没有位置的，说出来，退出码1")
    void ownWordsAreWritten() throws IOException {
        Path own = folder.resolve("本人.txt");
        Files.writeString(own, "## 下步打算/下一步的打算和措施\n先把接访办实。\n");
        Path out = folder.resolve("述职.docx");
        assertThat(run("2026-06-30", out, "--own", own.toString())).isEqualTo(ExitCode.FINE);
        try (XWPFDocument document = new XWPFDocument(Files.newInputStream(out))) {
            assertThat(document.getParagraphs()).anyMatch(line -> line.getText().equals("先把接访办实。"));
        }
        Files.writeString(own, "## 没有的板块\n话。\n");
        assertThat(run("2026-06-30", out, "--own", own.toString())).isEqualTo(ExitCode.FINDINGS);
    }

    @Test
    @DisplayName("本单位模板有不认得的位，退出码1，不写文件")
    void anUnknownPlaceWritesNothing() throws IOException {
        Path word = folder.resolve("模板.docx");
        try (XWPFDocument document = new XWPFDocument()) {
            document.createParagraph().createRun().setText("{{指标:天气}}");
            try (OutputStream stream = Files.newOutputStream(word)) {
                document.write(stream);
            }
        }
        Path out = folder.resolve("述职.docx");
        assertThat(run("2026-06-30", out, "--word", word.toString())).isEqualTo(ExitCode.FINDINGS);
        assertThat(out).doesNotExist();
        assertThat(run("2026-06-30", folder.resolve("述职.pdf"), "--word", word.toString()))
                .isEqualTo(ExitCode.USAGE);
    }

    @Test
    @DisplayName("遮盖件里没有人名地名")
    void theMaskedTwinIsWritten() throws IOException {
        Path out = folder.resolve("遮盖件.docx");
        assertThat(run("2026-06-30", out, "--masked")).isEqualTo(ExitCode.FINE);
        try (XWPFDocument document = new XWPFDocument(Files.newInputStream(out))) {
            assertThat(document.getParagraphs())
                    .noneMatch(line -> line.getText().matches(".*(周砚田|青石|上湾).*"));
            assertThat(document.getTables().getFirst().getText()).doesNotContain("青石", "上湾");
        }
    }

    private static String root(int size) throws IOException {
        return Files.readAllLines(Path.of("samples/mingchuan/roots.txt")).get(size - 1).strip();
    }

    @Test
    @DisplayName("督查专员写督查情况通报：板块齐全，数字可回查，没有写的留着位，三种文件都写得出")
    void theBulletinOfInspections() throws IOException {
        String[] asked = {"--template", "报告.督查通报", "--post", "县政府督查专员甲岗"};
        Path out = folder.resolve("通报.docx");
        assertThat(run("2026-06-30", out, asked)).isEqualTo(ExitCode.FINE);
        try (XWPFDocument document = new XWPFDocument(Files.newInputStream(out))) {
            List<String> said =
                    document.getParagraphs().stream().map(XWPFParagraph::getText).toList();
            assertThat(said.getFirst()).contains("督查情况通报");
            assertThat(said)
                    .anyMatch(line -> line.contains("督查开展情况"))
                    .anyMatch(line -> line.contains("发现的问题"))
                    .anyMatch(line -> line.contains("要求"))
                    .anyMatch(line -> line.matches(".*开展督查检查\\d+\\[\\d+].*"))
                    .anyMatch(line -> line.contains("本人填写：整改的要求和期限"));
            assertThat(document.getTables()).isNotEmpty();
        }
        assertThat(run("2026-06-30", folder.resolve("通报.pdf"), asked)).isEqualTo(ExitCode.FINE);
        assertThat(run("2026-06-30", folder.resolve("通报.ofd"), asked)).isEqualTo(ExitCode.FINE);
    }

    @Test
    @DisplayName("别的岗写督查情况通报，数不出的写未知，退出码1")
    void theBulletinOfAnotherPostSaysWhatItCannotCount() throws IOException {
        Path out = folder.resolve("通报.docx");
        assertThat(run("2026-06-30", out, "--template", "报告.督查通报")).isEqualTo(ExitCode.FINDINGS);
        try (XWPFDocument document = new XWPFDocument(Files.newInputStream(out))) {
            assertThat(document.getParagraphs())
                    .anyMatch(line -> line.getText().contains("开展督查检查未知"));
        }
    }

    @Test
    @DisplayName("写不了.wps，止在起之前，都是用法不对，退出码2")
    void wrongUsageIsSaid() {
        assertThat(run("2026-06-30", folder.resolve("述职.wps"))).isEqualTo(ExitCode.USAGE);
        assertThat(run("2025-06-30", folder.resolve("述职.docx"))).isEqualTo(ExitCode.USAGE);
    }

    private static int run(String to, Path out, String... more) {
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                "report",
                                "--journal",
                                "samples/mingchuan",
                                "--from",
                                "2026-01-01",
                                "--to",
                                to,
                                "--out",
                                out.toString()));
        arguments.addAll(List.of(more));
        if (!arguments.contains("--post")) {
            arguments.addAll(List.of("--post", "青石街道党工委书记"));
        }
        return CommandLineEntry.run(arguments.toArray(String[]::new));
    }
}
