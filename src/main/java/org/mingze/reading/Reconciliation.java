package org.mingze.reading;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mingze.institution.expression.Value;
import org.mingze.organization.Post;
import org.mingze.reading.text.Reading;
import org.mingze.work.Knowledge;
import org.mingze.work.WorkRecord;

/// 数字核对 — holds each figure of a report against the records that the journal has of its body and
/// its period. What is vague, masked or recorded nowhere is said to be uncheckable, never wrong.
record Reconciliation(Knowledge known, String body, ReportPeriod period, String text) {
    private static final int AROUND = 30;
    private static final String STOPS = "。；\n\r\t";
    private static final String CLAUSE_STOPS = "，。；\n\r\t";

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
        Optional<Claim> claim = claim(figure);
        if (claim.isEmpty()) {
            return new Conclusion.Uncheckable("没有这类记录");
        }
        return counted(figure, claim.get());
    }

    private Conclusion counted(Reading.Figure figure, Claim claim) {
        if (!known.isOpened(claim.type())
                && known.records().ofType(claim.type(), period.from(), period.to()).isEmpty()) {
            return new Conclusion.Uncheckable("没有这类记录");
        }
        if (!known.isComplete(claim.type(), Optional.of(body), period.from())) {
            return new Conclusion.Uncheckable("建账以前的" + claim.type() + "不全");
        }
        List<WorkRecord> records =
                known.records().ofType(claim.type(), period.from(), period.to()).stream()
                        .filter(this::isOfBody)
                        .filter(claim::counts)
                        .toList();
        long counted = claim.amount(records);
        List<Long> numbers = records.stream().map(WorkRecord::number).toList();
        long said = Math.round(figure.value().orElse(0));
        boolean agrees = figure.approx() ? roughly(said, counted) : said == counted;
        return agrees
                ? new Conclusion.Agrees(counted, numbers)
                : new Conclusion.Differs(counted, said - counted, numbers);
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
        String near = clause(figure.offset(), figure.text().length());
        return Claim.of(near, figure.unit());
    }

    private String clause(int offset, int length) {
        int from = offset;
        while (from > 0
                && offset - from < AROUND
                && CLAUSE_STOPS.indexOf(text.charAt(from - 1)) < 0) {
            from--;
        }
        int end = Math.min(text.length(), offset + length);
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

    /// Whether the act that a record tells is the body's own, or that of a post in it.
    private boolean isOfBody(WorkRecord record) {
        return record.field(record.type().owner())
                .filter(
                        owner ->
                                owner
                                                instanceof
                                                Value.Reference(
                                                        Value.Reference.Kind kind,
                                                        String code)
                                        && isOfBody(kind, code, record.day()))
                .isPresent();
    }

    private boolean isOfBody(Value.Reference.Kind kind, String code, LocalDate day) {
        return switch (kind) {
            case BODY -> code.equals(body);
            case POST ->
                    known.organization()
                            .post(code, day)
                            .map(Post::body)
                            .filter(body::equals)
                            .isPresent();
            case PERSON -> false;
        };
    }
}
