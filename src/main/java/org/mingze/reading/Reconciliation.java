package org.mingze.reading;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.mingze.duty.AsOf;
import org.mingze.duty.Naming;
import org.mingze.institution.expression.Rational;
import org.mingze.institution.expression.Value;
import org.mingze.organization.Body;
import org.mingze.organization.Post;
import org.mingze.reading.review.ReportPeriod;
import org.mingze.reading.text.Reading;
import org.mingze.report.DutyReport;
import org.mingze.report.ReportDraft;
import org.mingze.work.Knowledge;
import org.mingze.work.WorkRecord;

/// 数字核对 — holds each figure of a report against the records that the journal has of its body and
/// its period. What is vague, masked or recorded nowhere is said to be uncheckable, never wrong.
///
/// A figure may count the body alone, with the bodies below it or its leader alone; the metrics in
/// force say what a duty report counts. It differs only where none of these comes to it.
///
/// @param written the day until which it tells
/// @param reports what the posts of the body would report over the period
record Reconciliation(
        Knowledge known,
        String body,
        ReportPeriod period,
        LocalDate written,
        String text,
        List<ReportDraft> reports) {
    private static final int AROUND = 30;
    private static final int ALIKE = 4;
    private static final String NO_RECORDS = "没有这类记录";
    private static final Pattern ASIDE = Pattern.compile("（[^（）]*）|\\[[0-9]+]");
    private static final String STOPS = "。；\n\r\t";
    private static final String CLAUSE_STOPS = "，。；\n\r\t";

    static Reconciliation of(
            Knowledge known, String body, ReportPeriod period, LocalDate written, String text) {
        List<ReportDraft> reports =
                written.isBefore(period.from())
                        ? List.of()
                        : ReportDraft.owed(
                                body, period.from(), period.to(), new AsOf(known, written));
        return new Reconciliation(known, body, period, written, text, reports);
    }

    /// One conclusion for each figure, in their order.
    List<Conclusion> conclusions(Reading reading) {
        List<Conclusion> conclusions = new ArrayList<>();
        for (Reading.Figure figure : reading.figures()) {
            conclusions.add(conclusion(figure));
        }
        return conclusions;
    }

    Conclusion conclusion(Reading.Figure figure) {
        if (figure.masked() || figure.value().isEmpty()) {
            return new Conclusion.Uncheckable("数字隐去");
        }
        switch (figure.kind()) {
            case TARGET, FREQUENCY, STANDARD, ENUMERATION, RATE, DURATION -> {
                return new Conclusion.Uncheckable(figure.kind().title() + "不是做过的件数");
            }
            case CLAIM -> {}
        }
        Optional<String> other = period.leftBy(sentence(figure.offset()));
        if (other.isPresent()) {
            return new Conclusion.OutsidePeriod(other.get());
        }
        List<Conclusion.Counting> countings = new ArrayList<>(printed(figure));
        Optional<Claim> claim = claim(figure);
        Optional<String> uncounted = claim.map(this::uncounted).orElse(Optional.of(NO_RECORDS));
        if (uncounted.isEmpty()) {
            countings.addAll(ways(claim.orElseThrow()));
        }
        return countings.isEmpty()
                ? new Conclusion.Uncheckable(uncounted.orElse(NO_RECORDS))
                : concluded(figure, countings);
    }

    private Conclusion concluded(Reading.Figure figure, List<Conclusion.Counting> countings) {
        long said = Math.round(figure.value().orElse(0));
        return countings.stream()
                .filter(
                        counting ->
                                figure.approx()
                                        ? roughly(said, counting.counted())
                                        : said == counting.counted())
                .findFirst()
                .<Conclusion>map(Conclusion.Agrees::new)
                .orElseGet(() -> new Conclusion.Differs(countings, nearest(said, countings)));
    }

    private static long nearest(long said, List<Conclusion.Counting> countings) {
        return countings.stream()
                .map(counting -> said - counting.counted())
                .min(Comparator.comparingLong(Math::abs))
                .orElse(0L);
    }

    /// As the duty reports of the body's own posts print it, by the metrics in force.
    private List<Conclusion.Counting> printed(Reading.Figure figure) {
        String clause = lastClause(sentence(figure.offset()));
        List<Conclusion.Counting> printed = new ArrayList<>();
        for (ReportDraft report : reports) {
            report.said(words -> alike(clause, lastClause(words))).stream()
                    .filter(each -> each.value().filter(Rational::isWhole).isPresent())
                    .filter(each -> each.unit().equals(figure.unit()))
                    .map(Reconciliation::counting)
                    .filter(each -> !printed.contains(each))
                    .forEach(printed::add);
        }
        return printed;
    }

    private static Conclusion.Counting counting(DutyReport.Figure figure) {
        long counted = figure.value().orElseThrow().numerator().longValue();
        return new Conclusion.Counting(figure.what(), counted, figure.records());
    }

    /// The words after the last stop, without what stands in brackets.
    private static String lastClause(String words) {
        String plain = ASIDE.matcher(words).replaceAll("");
        int from = plain.length();
        while (from > 0 && CLAUSE_STOPS.indexOf(plain.charAt(from - 1)) < 0) {
            from--;
        }
        return plain.substring(from).strip();
    }

    /// Whether two clauses end in the same words: enough of them, or all.
    private static boolean alike(String clause, String words) {
        int same = 0;
        int least = Math.min(clause.length(), words.length());
        while (same < least
                && clause.charAt(clause.length() - same - 1)
                        == words.charAt(words.length() - same - 1)) {
            same++;
        }
        boolean whole = same > 0 && same == Math.max(clause.length(), words.length());
        return whole || same >= ALIKE || (same == least && same >= ALIKE - 1);
    }

    /// The records of the act that it names: those of the body, with the bodies below it, and those
    /// of each post that reports.
    private List<Conclusion.Counting> ways(Claim claim) {
        List<Conclusion.Counting> ways = new ArrayList<>();
        Set<String> direct = codes(known.organization().subordinates(body, written));
        Set<String> below = codes(known.organization().subtree(body, written));
        ways.add(counting("", claim, record -> isIn(record, Set.of())));
        addWay(ways, counting("含直接下级单位", claim, record -> isIn(record, direct)));
        addWay(ways, counting("含下级单位", claim, record -> isIn(record, below)));
        reports.stream()
                .map(ReportDraft::post)
                .distinct()
                .forEach(
                        post ->
                                addWay(
                                        ways,
                                        counting(
                                                Naming.of(known.organization(), post, written)
                                                        + "本岗",
                                                claim,
                                                record ->
                                                        owner(record)
                                                                .filter(
                                                                        Value.Reference.post(post)
                                                                                ::equals)
                                                                .isPresent())));
        return ways;
    }

    private static Set<String> codes(List<Body> bodies) {
        return bodies.stream().map(Body::code).collect(Collectors.toSet());
    }

    private static void addWay(List<Conclusion.Counting> ways, Conclusion.Counting way) {
        if (!way.records().isEmpty()
                && ways.stream().noneMatch(each -> each.records().equals(way.records()))) {
            ways.add(way);
        }
    }

    /// Whether the act that a record tells is that of the body or of one of these below it, or of
    /// a post in them.
    private boolean isIn(WorkRecord record, Set<String> below) {
        return owner(record)
                .flatMap(owner -> bodyOf(owner, record.day()))
                .filter(code -> code.equals(body) || below.contains(code))
                .isPresent();
    }

    private Conclusion.Counting counting(String way, Claim claim, Predicate<WorkRecord> isMeant) {
        List<WorkRecord> records =
                known.records().ofType(claim.type(), period.from(), period.to()).stream()
                        .filter(isMeant)
                        .filter(claim::counts)
                        .toList();
        return new Conclusion.Counting(
                way, claim.amount(records), records.stream().map(WorkRecord::number).toList());
    }

    /// What keeps the records of the act from being counted; empty for nothing.
    private Optional<String> uncounted(Claim claim) {
        boolean none =
                !known.isOpened(claim.type())
                        && known.records()
                                .ofType(claim.type(), period.from(), period.to())
                                .isEmpty();
        return none
                ? Optional.of(NO_RECORDS)
                : known.isComplete(claim.type(), Optional.of(body), period.from())
                        ? Optional.empty()
                        : Optional.of("建账以前的" + claim.type() + "不全");
    }

    /// 30余次 is 30 to 39; 120余 is 120 to 129.
    private static boolean roughly(long said, long counted) {
        long step = 10;
        while (said % (step * 10) == 0 && step < said) {
            step *= 10;
        }
        return counted >= said && counted < said + Math.max(step, 1);
    }

    /// The act that a figure counts: the words of its own clause, then those of its sentence.
    private Optional<Claim> claim(Reading.Figure figure) {
        String near = clause(figure.offset(), figure.end(text));
        return Claim.of(near, figure.unit());
    }

    private String clause(int offset, int until) {
        int from = offset;
        while (from > 0
                && offset - from < AROUND
                && CLAUSE_STOPS.indexOf(text.charAt(from - 1)) < 0) {
            from--;
        }
        int end = Math.min(text.length(), until);
        while (end < text.length()
                && end - offset < AROUND
                && (CLAUSE_STOPS + "、0123456789").indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return text.substring(from, end);
    }

    /// The sentence up to a place.
    private String sentence(int offset) {
        int from = Math.min(offset, text.length());
        while (from > 0 && offset - from < AROUND * 2 && STOPS.indexOf(text.charAt(from - 1)) < 0) {
            from--;
        }
        return text.substring(from, Math.min(offset, text.length()));
    }

    /// Whose act a record tells.
    private static Optional<Value.Reference> owner(WorkRecord record) {
        return record.field(record.type().owner())
                .filter(Value.Reference.class::isInstance)
                .map(Value.Reference.class::cast);
    }

    private Optional<String> bodyOf(Value.Reference owner, LocalDate day) {
        return switch (owner.kind()) {
            case BODY -> Optional.of(owner.code());
            case POST -> known.organization().post(owner.code(), day).map(Post::body);
            case PERSON -> Optional.empty();
        };
    }
}
