package org.mingze.duty.showing;

import java.time.LocalDate;
import java.util.Optional;
import org.mingze.institution.Duty;
import org.mingze.institution.Institution;
import org.mingze.institution.expression.Value;
import org.mingze.institution.wording.RuleWording;
import org.mingze.institution.wording.ValueWording;
import org.mingze.work.Knowledge;

/// 规则的说法 — what a duty asks for in one sentence, with the numbers that hold for a body: those of
/// today, or of the first day of a text that is still to come.
final class RuleWords {
    private final Knowledge known;
    private final Institution institution;
    private final Optional<String> body;
    private final LocalDate day;
    private final RuleWording wording;

    RuleWords(Knowledge known, Institution institution, Optional<String> body, LocalDate today) {
        this.known = known;
        this.institution = institution;
        this.body = body;
        this.day = institution.from().isAfter(today) ? institution.from() : today;
        this.wording = new RuleWording(institution, this::value);
    }

    String of(Duty duty) {
        return wording.of(duty);
    }

    /// The first parameter of a duty that nobody has set; empty for a duty that runs.
    Optional<String> open(Duty duty) {
        return duty.parameters().stream()
                .sorted()
                .filter(name -> value(name).isEmpty())
                .findFirst();
    }

    Optional<Value> value(String parameter) {
        return known.rules().parameter(institution, parameter, body, known.organization(), day);
    }

    /// As of when its numbers are told.
    LocalDate day() {
        return day;
    }

    static String words(Value value) {
        return ValueWording.of(value);
    }
}
