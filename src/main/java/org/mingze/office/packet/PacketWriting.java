package org.mingze.office.packet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.mingze.duty.certificate.CertificateText;
import org.mingze.journal.CanonicalJson;
import org.mingze.journal.Checkpoint;
import org.mingze.journal.Evidence;
import org.mingze.journal.Leaves;
import org.mingze.journal.proof.PacketVerification;
import org.mingze.journal.proof.Proven;
import org.mingze.sheet.Cell;
import org.mingze.sheet.TableForm;
import org.mingze.sheet.TableWriting;

/// 写包 — the files of a packet into one zip.
final class PacketWriting {
    static final List<String> HEADS =
            List.of("号", "类", "题名", "单位", "业时", "录时", "迟录（天）", "更正（次）", "撤销", "保管期限");

    private final Leaves leaves;
    private final Evidence evidence;
    private final Set<String> written = new HashSet<>();

    PacketWriting(Leaves leaves, Evidence evidence) {
        this.leaves = leaves;
        this.evidence = evidence;
    }

    void write(
            Path target,
            int county,
            Order order,
            Gathered gathered,
            Checkpoint checkpoint,
            List<Proven> proofs)
            throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(target))) {
            put(zip, "index.html", PacketHtml.of(order, gathered, checkpoint));
            put(zip, PacketVerification.CHECKPOINT, checkpoint.text() + "\n");
            zip.putNextEntry(new ZipEntry(PacketVerification.PROOFS));
            for (Proven proven : proofs) {
                zip.write((proven.text() + "\n").getBytes(StandardCharsets.UTF_8));
            }
            zip.closeEntry();
            zip.putNextEntry(new ZipEntry("register.xlsx"));
            zip.write(register(gathered));
            zip.closeEntry();
            if (!order.masked()) {
                put(zip, "certificates.json", CertificateText.write(gathered.certificates()));
                classed(zip, county, proofs);
            }
        }
    }

    /// Classed values, and the files that the entries cite.
    private void classed(ZipOutputStream zip, int county, List<Proven> proofs) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (Proven proven : proofs) {
            if (proven.line().contains("\"密\"")) {
                leaves.classed(county, proven.number())
                        .forEach(line -> lines.append(line).append('\n'));
            }
        }
        if (lines.length() > 0) {
            put(zip, PacketVerification.CLASSED, lines.toString());
        }
        for (Proven proven : proofs) {
            if (proven.line().indexOf('#') >= 0) {
                cited(zip, Evidence.citations(CanonicalJson.read(proven.line())));
            }
        }
    }

    private void cited(ZipOutputStream zip, List<Evidence.Citation> citations) throws IOException {
        for (Evidence.Citation citation : citations) {
            String digest = citation.digest().toString();
            if (evidence.holds(citation.digest()) && written.add(digest)) {
                zip.putNextEntry(
                        new ZipEntry(
                                PacketVerification.EVIDENCE
                                        + digest
                                        + "-"
                                        + citation.name().replaceAll("[/\\\\]", "_")));
                try (InputStream file = evidence.open(citation.digest())) {
                    file.transferTo(zip);
                }
                zip.closeEntry();
            }
        }
    }

    private static byte[] register(Gathered gathered) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (TableWriting table = TableWriting.open(TableForm.XLSX, out, "目录", HEADS)) {
            for (Gathered.RecordLine line : gathered.records()) {
                table.row(
                        List.of(
                                number(line.number()),
                                Cell.of(line.type()),
                                Cell.of(line.title()),
                                Cell.of(line.body()),
                                Cell.of(line.day()),
                                Cell.of(line.recorded()),
                                number(line.lateDays()),
                                number(line.corrections()),
                                Cell.of(line.withdrawn() ? "已撤销" : ""),
                                Cell.of(line.keeping())));
            }
        }
        return out.toByteArray();
    }

    private static Cell number(long value) {
        return Cell.number(BigDecimal.valueOf(value), false);
    }

    private static void put(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
