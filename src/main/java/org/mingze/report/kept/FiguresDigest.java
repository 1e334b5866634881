package org.mingze.report.kept;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.mingze.institution.expression.Rational;
import org.mingze.journal.Digest;
import org.mingze.report.DutyReport;
import org.mingze.report.Sealing;

/// 数字摘要 — a digest of every figure of a report, its days and the numbers of its records: twins
/// whose digests agree have the same figures, though their words differ.
public record FiguresDigest(Digest digest, int figures) {
    public static FiguresDigest of(DutyReport report) {
        StringBuilder text = new StringBuilder();
        text.append(report.from()).append('|').append(report.to()).append('|');
        text.append(report.sealing().size()).append('|').append(report.sealing().root());
        for (DutyReport.Figure figure : report.annex()) {
            text.append('\n').append(line(figure));
        }
        return new FiguresDigest(
                Digest.of(text.toString().getBytes(StandardCharsets.UTF_8)), report.annex().size());
    }

    private static String line(DutyReport.Figure figure) {
        List<Long> records = figure.records();
        return figure.number()
                + "|"
                + figure.value().map(Rational::toString).orElse("?")
                + "|"
                + figure.unit()
                + "|"
                + figure.from()
                + "|"
                + figure.to()
                + "|"
                + records.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    public String meaning() {
        return "由账页笔数、树根和全部%d处数字的值、起止、记录的号算出。".formatted(figures);
    }

    /// What the code of the annex says; capitals take less room in it.
    public String code(Sealing sealing) {
        return "MINGZE:%d:%s:%s"
                .formatted(sealing.size(), sealing.root(), digest)
                .toUpperCase(Locale.ROOT);
    }
}
