package org.mingze.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
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
    @DisplayName("写不了.wps，止在起之前，都是用法不对，退出码2")
    void wrongUsageIsSaid() {
        assertThat(run("2026-06-30", folder.resolve("述职.wps"))).isEqualTo(ExitCode.USAGE);
        assertThat(run("2025-06-30", folder.resolve("述职.docx"))).isEqualTo(ExitCode.USAGE);
    }

    private static int run(String to, Path out) {
        return CommandLineEntry.run(
                new String[] {
                    "report",
                    "--journal",
                    "samples/mingchuan",
                    "--post",
                    "青石街道党工委书记",
                    "--from",
                    "2026-01-01",
                    "--to",
                    to,
                    "--out",
                    out.toString()
                });
    }
}
