package org.mingze.sample;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.mingze.journal.Archive;
import org.mingze.journal.Digest;
import org.mingze.journal.Evidence;

/// 附件 — the few small files that the sample's records cite.
final class Attachments {
    private static final String PIXEL =
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

    private final Map<Digest, byte[]> files = new LinkedHashMap<>();

    String notes() {
        return text("学习讲稿.txt", "学习讲稿（样本）\n一、学原文\n二、议三个问题：账目公开、网格记录、信访回复\n三、定两件事\n");
    }

    String signatures() {
        return text("签到表.txt", "签到表（样本）\n应到、实到见记录；签名略。\n");
    }

    String minutes() {
        return text("会议记录.txt", "会议记录（样本）\n议程、发言次序、表决结果见记录字段。\n");
    }

    String photograph() {
        return keep("现场照片.png", Base64.getDecoder().decode(PIXEL));
    }

    String verification() {
        return keep(
                "核验单.pdf", pdf("Verification sheet (sample): seen on site, two questions asked."));
    }

    String ledgerCopy() {
        return keep("台账复印件.pdf", pdf("Copy of the roll (sample): pages 1 to 3."));
    }

    void writeTo(Archive.Making archive) {
        files.forEach(
                (digest, bytes) -> archive.evidence(digest, () -> new ByteArrayInputStream(bytes)));
    }

    private String text(String name, String text) {
        return keep(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private String keep(String name, byte[] bytes) {
        Digest digest = Digest.of(bytes);
        files.put(digest, bytes);
        return new Evidence.Citation(name, digest).toString();
    }

    /// The smallest page that a reader opens: one line of text in a standard font.
    private static byte[] pdf(String line) {
        String[] objects = {
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
                    + " /Resources << /Font << /F1 5 0 R >> >> >>",
            stream("BT /F1 12 Tf 72 760 Td (" + line.replaceAll("[()]", "") + ") Tj ET"),
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
        };
        StringBuilder file = new StringBuilder("%PDF-1.4\n");
        StringBuilder places = new StringBuilder("0000000000 65535 f \n");
        for (int at = 0; at < objects.length; at++) {
            places.append("0".repeat(10 - String.valueOf(file.length()).length()))
                    .append(file.length())
                    .append(" 00000 n \n");
            file.append(at + 1).append(" 0 obj\n").append(objects[at]).append("\nendobj\n");
        }
        int start = file.length();
        file.append("xref\n0 ").append(objects.length + 1).append('\n').append(places);
        file.append("trailer\n<< /Size ").append(objects.length + 1).append(" /Root 1 0 R >>\n");
        file.append("startxref\n").append(start).append("\n%%EOF\n");
        return file.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static String stream(String content) {
        return "<< /Length " + content.length() + " >>\nstream\n" + content + "\nendstream";
    }
}
