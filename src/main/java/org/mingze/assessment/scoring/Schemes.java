package org.mingze.assessment.scoring;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mingze.calendar.Period;
import org.mingze.calendar.Periods;
import org.mingze.duty.AsOf;
import org.mingze.duty.Naming;
import org.mingze.duty.assessment.Assessment;
import org.mingze.duty.assessment.Score;
import org.mingze.institution.Institution;
import org.mingze.institution.assessment.Scheme;
import org.mingze.institution.expression.Value;
import org.mingze.organization.Post;
import org.mingze.work.Enactment;
import org.mingze.work.Knowledge;
import org.mingze.work.RecordTitles;
import org.mingze.work.Sight;
import org.mingze.work.WorkRecords;

/// 办法集 — the schemes of assessment that are known, and whom they assess.
record Schemes(Knowledge known, LocalDate today) {
    /// 办法之所在 — a scheme and the institution that declares it.
    record Declared(Institution institution, Scheme scheme) {
        String address() {
            return "/assessments/" + encoded(institution.id()) + "/" + encoded(scheme.number());
        }

        String address(Period period) {
            return address() + "?period=" + encoded(Periods.code(period));
        }

        String address(Period period, String subject) {
            return address() + "/" + encoded(subject) + "?period=" + encoded(Periods.code(period));
        }
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    List<Declared> inForce() {
        return known.rules().institutions().stream()
                .flatMap(id -> known.rules().inForce(id, today).stream())
                .map(Enactment::institution)
                .flatMap(each -> each.schemes().stream().map(scheme -> new Declared(each, scheme)))
                .toList();
    }

    /// A scheme as it holds in a period; where it did not hold then, as it holds today.
    Optional<Declared> find(String institution, String number, Optional<Period> period) {
        Stream<LocalDate> days =
                Stream.concat(period.stream().map(Period::start), Stream.of(today));
        return days.flatMap(day -> known.rules().inForce(institution, day).stream())
                .map(Enactment::institution)
                .flatMap(
                        each ->
                                each.schemes().stream()
                                        .filter(scheme -> scheme.number().equals(number))
                                        .map(scheme -> new Declared(each, scheme)))
                .findFirst();
    }

    /// Whom a scheme assesses, without their scores.
    Assessment.Assessed assessed(Declared declared, Period period) {
        return assessment(declared, period).assessed();
    }

    Optional<Score> score(Declared declared, Period period, Value subject) {
        return assessment(declared, period).score(subject);
    }

    List<Score> scores(Declared declared, Period period) {
        return assessment(declared, period).scores();
    }

    /// The scores that a post sees.
    List<Score> scores(Declared declared, Period period, Sight sight) {
        return assessment(declared, period).scores(subject -> isSeen(subject, sight));
    }

    private Assessment assessment(Declared declared, Period period) {
        return new Assessment(
                declared.institution(), declared.scheme(), period, new AsOf(known, today));
    }

    /// Who may give points by hand and answer an appeal: whom the scheme names, else whoever sees
    /// the score; never the one who is assessed.
    boolean mayJudge(Declared declared, Period period, Value subject, Sight sight) {
        return isSeen(subject, sight)
                && !isOwn(subject, sight.post())
                && assessment(declared, period).isEnforcer(sight.post(), subject);
    }

    /// The name of whom the scheme names to give points by hand and answer appeals.
    Optional<String> enforcer(Declared declared, Period period, Value subject) {
        return assessment(declared, period).enforcer(subject).map(this::name);
    }

    static String code(Value subject) {
        return switch (subject) {
            case Value.Reference reference -> reference.code();
            case Value.Link(long number) -> String.valueOf(number);
            case Value other -> other.toString();
        };
    }

    /// The subject that a code names.
    Value subject(String code) {
        if (code.matches("\\d{1,18}")) {
            return new Value.Link(Long.parseLong(code));
        }
        return known.organization().post(code, today).isPresent()
                ? Value.Reference.post(code)
                : Value.Reference.body(code);
    }

    String name(Value subject) {
        return switch (subject) {
            case Value.Reference reference ->
                    Naming.of(known.organization(), reference.code(), today);
            case Value.Link(long number) ->
                    known.records().find(number).map(RecordTitles::of).orElse("第" + number + "号");
            case Value other -> other.toString();
        };
    }

    /// The body that a subject belongs to; empty text for none.
    String body(Value subject) {
        return switch (subject) {
            case Value.Reference reference when reference.kind() == Value.Reference.Kind.POST ->
                    known.organization().post(reference.code(), today).map(Post::body).orElse("");
            case Value.Reference reference -> reference.code();
            case Value.Link(long number) ->
                    known.records()
                            .find(number)
                            .map(record -> WorkRecords.body(record, known))
                            .orElse("");
            case Value _ -> "";
        };
    }

    /// Whether a post sees the score: what is its own, and what belongs to bodies that it sees.
    boolean isSeen(Value subject, Sight sight) {
        return isOwn(subject, sight.post()) || sight.sees(body(subject)) || sight.everything();
    }

    /// Whether the score is that of a post, or of the body that it belongs to.
    boolean isOwn(Value subject, String post) {
        return code(subject).equals(post)
                || known.organization()
                        .post(post, today)
                        .map(Post::body)
                        .filter(code(subject)::equals)
                        .isPresent();
    }
}
