package org.mingze.office.packet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.mingze.duty.certificate.CertificateText;
import org.mingze.journal.CanonicalJson;
import org.mingze.journal.Checkpoint;
import org.mingze.journal.CheckpointKey;
import org.mingze.journal.Digest;
import org.mingze.journal.Evidence;
import org.mingze.journal.Leaves;
import org.mingze.journal.proof.ListedFiles;
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
    private final CheckpointKey key;
    private final Map<String, Digest> files = new HashMap<>();
    private final Map<Digest, String> places = new LinkedHashMap<>();

    PacketWriting(Leaves leaves, Evidence evidence, CheckpointKey key) {
        this.leaves = leaves;
        this.evidence = evidence;
        this.key = key;
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
            if (!order.masked()) {
                place(proofs);
            }
            put(
                    zip,
                    "index.html",
                    PacketHtml.of(order, gathered, checkpoint, proofs.size(), places));
            put(zip, PacketVerification.CHECKPOINT, checkpoint.text() + "\n");
            put(
                    zip,
                    PacketVerification.PROOFS,
                    out -> {
                        for (Proven proven : proofs) {
                            out.write((proven.text() + "\n").getBytes(StandardCharsets.UTF_8));
                        }
                    });
            put(zip, "register.xlsx", out -> out.write(register(gathered)));
            if (!order.masked()) {
                put(zip, "certificates.json", CertificateText.write(gathered.certificates()));
                classed(zip, county, proofs);
            }
            put(zip, PacketVerification.FILES, ListedFiles.text(files, key::sign) + "\n");
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
        for (Map.Entry<Digest, String> place : places.entrySet()) {
            put(
                    zip,
                    place.getValue(),
                    out -> {
                        try (InputStream file = evidence.open(place.getKey())) {
                            file.transferTo(out);
                        }
                    });
        }
    }

    /// Where in the packet each file stands that the entries cite.
    private void place(List<Proven> proofs) {
        for (Proven proven : proofs) {
            if (proven.line().indexOf('#') >= 0) {
                for (Evidence.Citation citation :
                        Evidence.citations(CanonicalJson.read(proven.line()))) {
                    if (evidence.holds(citation.digest())) {
                        String name = citation.name().replaceAll("[/\\\\]", "_");
                        places.putIfAbsent(
                                citation.digest(),
                                PacketVerification.EVIDENCE + citation.digest() + "-" + name);
                    }
                }
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

    private void put(ZipOutputStream zip, String name, String text) throws IOException {
        put(zip, name, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    private void put(ZipOutputStream zip, String name, Filling filling) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        DigestOutputStream out = new DigestOutputStream(zip, Digest.algorithm());
        filling.fill(out);
        zip.closeEntry();
        files.put(name, Digest.ofBytes(out.getMessageDigest().digest()));
    }

    /// What writes one file.
    @FunctionalInterface
    private interface Filling {
        void fill(OutputStream out) throws IOException;
    }
}
