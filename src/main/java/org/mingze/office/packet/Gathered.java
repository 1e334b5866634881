package org.mingze.office.packet;

import java.util.List;
import java.util.SortedSet;
import org.mingze.duty.certificate.Certificate;
import org.mingze.journal.Evidence;

/// 收齐的 — what a packet says, before it is written.
///
/// @param numbers  of every entry that is to be proven
/// @param verdicts with their certificates, which a masked packet does not hold
record Gathered(
        String bodyName,
        List<RecordLine> records,
        List<VerdictLine> verdicts,
        List<Certificate> certificates,
        SortedSet<Long> numbers) {
    /// 一笔.
    record RecordLine(
            long number,
            String type,
            String title,
            String body,
            String day,
            String recorded,
            long lateDays,
            int corrections,
            boolean withdrawn,
            String keeping,
            List<FieldLine> fields) {
        RecordLine {
            fields = List.copyOf(fields);
        }
    }

    /// 一项 — a field of a record as it may be said here, and the files that it cites.
    record FieldLine(String name, String words, List<Evidence.Citation> files) {
        FieldLine {
            files = List.copyOf(files);
        }
    }

    /// 一件 — a verdict in short.
    ///
    /// @param occasion what raised it, in words
    /// @param about    the number of the record that raised it; 0 for none
    record VerdictLine(
            String institution,
            String duty,
            String bearer,
            String occasion,
            long about,
            String standing,
            String due,
            List<Long> witnesses) {
        VerdictLine {
            witnesses = List.copyOf(witnesses);
        }
    }

    Gathered {
        records = List.copyOf(records);
        verdicts = List.copyOf(verdicts);
        certificates = List.copyOf(certificates);
    }
}
