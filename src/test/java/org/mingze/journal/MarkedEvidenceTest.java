package org.mingze.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("标密的文件和程序不作佐证")
class MarkedEvidenceTest {
    @TempDir Path folder;

    private Evidence.Taking kept(String name, byte[] bytes) throws IOException {
        return new Evidence(folder).keep(name, new ByteArrayInputStream(bytes));
    }

    private static byte[] word(String text) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (ZipOutputStream parts = new ZipOutputStream(file)) {
            parts.putNextEntry(new ZipEntry("word/document.xml"));
            parts.write(
                    ("<w:p><w:t>" + text + "</w:t></w:p><w:p><w:t>正文</w:t></w:p>")
                            .getBytes(StandardCharsets.UTF_8));
        }
        return file.toByteArray();
    }

    @Test
    @DisplayName("文字、Word里标着机密★的不收；写到“机密”二字的照收")
    void marked() throws IOException {
        assertThat(kept("a.txt", "机密★20年\n内容".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Evidence.Taking.Refused.class);
        assertThat(kept("b.txt", "秘密★10年\n内容".getBytes(Charset.forName("GB18030"))))
                .isInstanceOf(Evidence.Taking.Refused.class);
        assertThat(kept("c.docx", word("机密★20年"))).isInstanceOf(Evidence.Taking.Refused.class);
        assertThat(kept("d.docx", word("遵守保守国家秘密的规定"))).isInstanceOf(Evidence.Taking.Kept.class);
        assertThat(kept("e.txt", "会上学了保守机密的条文".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Evidence.Taking.Kept.class);
    }

    @Test
    @DisplayName("能运行的程序不收，改了后缀也不收")
    void programs() throws IOException {
        assertThat(kept("a.exe", "text".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Evidence.Taking.Refused.class);
        assertThat(kept("a.dat", "MZ\u0090".getBytes(StandardCharsets.ISO_8859_1)))
                .isInstanceOf(Evidence.Taking.Refused.class);
    }
}
