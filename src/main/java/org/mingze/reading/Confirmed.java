package org.mingze.reading;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.mingze.institution.expression.Value;
import org.mingze.journal.Evidence;
import org.mingze.work.Knowledge;
import org.mingze.work.WorkRecord;

/// 已入台账 — what the journal says of a document: its own record, and the findings taken from it.
///
/// @param document the 公文 record of the original
/// @param findings record numbers by 位
record Confirmed(OptionalLong document, Map<String, Long> findings) {
    Confirmed {
        findings = Map.copyOf(findings);
    }

    static Confirmed of(Knowledge known, KeptReading reading) {
        OptionalLong document =
                known.records().ofType("公文").stream()
                        .filter(record -> cites(record, reading.digest()))
                        .filter(record -> isOf(record, reading.body()))
                        .mapToLong(WorkRecord::number)
                        .findFirst();
        Map<String, Long> findings = new LinkedHashMap<>();
        if (document.isPresent()) {
            known.records().followersOf(document.getAsLong()).stream()
                    .filter(record -> record.type().name().equals("问题"))
                    .forEach(
                            record ->
                                    place(record)
                                            .ifPresent(
                                                    place ->
                                                            findings.putIfAbsent(
                                                                    place, record.number())));
        }
        return new Confirmed(document, findings);
    }

    Optional<Long> finding(Problem problem) {
        return Optional.ofNullable(findings.get(problem.place()));
    }

    private static boolean isOf(WorkRecord record, String body) {
        return record.field("机构").filter(Value.Reference.body(body)::equals).isPresent();
    }

    private static boolean cites(WorkRecord record, String digest) {
        return record.field("附").orElse(new Value.Unknown("附")) instanceof Value.Series series
                && series.items().stream().anyMatch(item -> isFile(item, digest));
    }

    private static boolean isFile(Value item, String digest) {
        return item instanceof Value.Evidence file
                && (file.digest().equals(digest)
                        || Evidence.Citation.parse(file.name())
                                .filter(cited -> cited.digest().toString().equals(digest))
                                .isPresent());
    }

    private static Optional<String> place(WorkRecord record) {
        return record.field("位").orElse(new Value.Unknown("位")) instanceof Value.Text(String place)
                ? Optional.of(place)
                : Optional.empty();
    }
}
