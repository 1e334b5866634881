package org.mingze.reading;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mingze.institution.expression.Value;
import org.mingze.journal.Evidence;
import org.mingze.reading.review.FindKind;
import org.mingze.reading.review.Reviewed;
import org.mingze.work.Knowledge;
import org.mingze.work.WorkRecord;

/// 已入台账 — what the journal says of a document: its own record, the findings taken from it, and
/// the measures against each of them.
///
/// @param document the 公文 record of the original
/// @param findings record numbers by where the finding begins in the document
/// @param causes   the cause that each finding has, by its number
/// @param measures record numbers by what they say, by the number of their finding
record Confirmed(
        OptionalLong document,
        Map<Integer, Long> findings,
        Map<Long, String> causes,
        Map<Long, Map<String, Long>> measures) {
    private static final Pattern PLACE = Pattern.compile("第(\\d{1,9})字起$");

    Confirmed {
        findings = Map.copyOf(findings);
        causes = Map.copyOf(causes);
        measures = Map.copyOf(measures);
    }

    static Confirmed of(Knowledge known, KeptReading reading) {
        OptionalLong document =
                known.records().ofType("公文").stream()
                        .filter(record -> cites(record, reading.digest()))
                        .filter(record -> isOf(record, reading.body()))
                        .mapToLong(WorkRecord::number)
                        .findFirst();
        Map<Integer, Long> findings = new LinkedHashMap<>();
        Map<Long, String> causes = new HashMap<>();
        Map<Long, Map<String, Long>> measures = new HashMap<>();
        for (WorkRecord record : followers(known, document, "问题")) {
            place(record).ifPresent(place -> findings.putIfAbsent(place, record.number()));
            text(record, "原因").ifPresent(said -> causes.put(record.number(), said));
            Map<String, Long> said = new LinkedHashMap<>();
            followers(known, OptionalLong.of(record.number()), "措施")
                    .forEach(
                            measure ->
                                    text(measure, "内容")
                                            .ifPresent(
                                                    words ->
                                                            said.putIfAbsent(
                                                                    words, measure.number())));
            measures.put(record.number(), Map.copyOf(said));
        }
        return new Confirmed(document, findings, causes, measures);
    }

    private static List<WorkRecord> followers(Knowledge known, OptionalLong number, String type) {
        return number.isEmpty()
                ? List.of()
                : known.records().followersOf(number.getAsLong()).stream()
                        .filter(record -> record.type().name().equals(type))
                        .toList();
    }

    Optional<Long> finding(Reviewed problem) {
        return Optional.ofNullable(findings.get(problem.find().from()))
                .or(() -> Optional.ofNullable(findings.get(problem.subject().from())));
    }

    /// The measure of a finding that says this.
    Optional<Long> measure(long finding, String words) {
        return Optional.ofNullable(measures.getOrDefault(finding, Map.of()).get(words));
    }

    /// The record that a find has become, or become part of.
    Optional<Long> record(Reviewed find, UnderReview review) {
        return switch (find.find().kind()) {
            case PROBLEM -> finding(find);
            case MEASURE ->
                    ofProblems(find, review)
                            .flatMap(number -> measure(number, review.wording(find)).stream())
                            .findFirst();
            case CAUSE ->
                    ofProblems(find, review)
                            .filter(
                                    number ->
                                            causes.getOrDefault(number, "")
                                                    .contains(review.wording(find)))
                            .findFirst();
            case FIGURE, DUTY, MECHANISM -> Optional.empty();
        };
    }

    private java.util.stream.Stream<Long> ofProblems(Reviewed find, UnderReview review) {
        return review.against(find).stream()
                .filter(problem -> problem.find().kind() == FindKind.PROBLEM)
                .flatMap(problem -> finding(problem).stream());
    }

    private static boolean isOf(WorkRecord record, String body) {
        return record.field("机构").filter(Value.Reference.body(body)::equals).isPresent();
    }

    private static boolean cites(WorkRecord record, String digest) {
        return digests(record).contains(digest);
    }

    /// The files that a record has attached, by their digests.
    static List<String> digests(WorkRecord record) {
        return record.field("附").orElse(new Value.Unknown("附")) instanceof Value.Series series
                ? series.items().stream().flatMap(item -> digest(item).stream()).toList()
                : List.of();
    }

    private static Optional<String> digest(Value item) {
        return item instanceof Value.Evidence file
                ? Optional.of(
                        Evidence.Citation.parse(file.name())
                                .map(cited -> cited.digest().toString())
                                .orElse(file.digest()))
                : Optional.empty();
    }

    /// Where in the document a finding begins, counted from 0.
    static Optional<Integer> place(WorkRecord record) {
        return text(record, "位")
                .map(PLACE::matcher)
                .filter(Matcher::find)
                .map(matcher -> Integer.parseInt(matcher.group(1)) - 1);
    }

    private static Optional<String> text(WorkRecord record, String field) {
        return record.field(field).orElse(new Value.Unknown(field))
                        instanceof Value.Text(String said)
                ? Optional.of(said)
                : Optional.empty();
    }
}
