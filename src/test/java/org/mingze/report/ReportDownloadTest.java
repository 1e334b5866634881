package org.mingze.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mingze.RunningMingze;
import org.mingze.access.HeldPost;
import org.mingze.access.Officer;
import org.springframework.http.ResponseEntity;

@DisplayName("述职报告下载")
class ReportDownloadTest {
    @Test
    @DisplayName("下载的.docx打得开，题目和页面一样，文件名是中文")
    void opens() throws java.io.IOException {
        ReportsController controller = RunningMingze.shared().bean(ReportsController.class);
        Officer officer =
                new Officer(
                        1, "p019", "周砚田", new HeldPost("qingshi.gongwei.secretary", "青石街道党工委书记"));
        ResponseEntity<byte[]> answer =
                controller.document(
                        "docx",
                        java.util.Map.of(
                                "post",
                                "qingshi.gongwei.secretary",
                                "from",
                                "2026-01-01",
                                "to",
                                "2026-06-30"),
                        officer);
        assertThat(String.valueOf(answer.getHeaders().getContentDisposition().getFilename()))
                .contains("述职")
                .endsWith(".docx");
        byte[] file = Objects.requireNonNull(answer.getBody());
        try (XWPFDocument document = new XWPFDocument(new java.io.ByteArrayInputStream(file))) {
            String text =
                    document.getParagraphs().stream()
                            .map(XWPFParagraph::getText)
                            .collect(Collectors.joining("\n"));
            assertThat(text).contains("2026年上半年述职");
        }
    }

    @Test
    @DisplayName("报告期：半年和全年可选，已过的半年先选上")
    void spans() {
        List<String> labels =
                ReportSpan.choices(LocalDate.of(2026, 11, 21)).stream()
                        .map(org.mingze.web.Field.Option::label)
                        .toList();
        assertThat(labels).containsExactly("2026年上半年", "2026年下半年", "2026年全年", "2025年度", "自己定起止");
        assertThat(ReportSpan.of("2026-06-30", "2026-01-01")).isEmpty();
        assertThat(ReportSpan.chosen("2026-01-01/2026-06-30"))
                .hasValue(new ReportSpan(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 6, 30)));
    }
}
