package org.mingze.duty.showing;

import java.time.LocalDate;
import java.util.Optional;
import org.mingze.institution.Duty;
import org.mingze.institution.Institution;
import org.mingze.institution.expression.Value;
import org.mingze.institution.wording.RuleWording;
import org.mingze.institution.wording.ValueWording;
import org.mingze.work.Knowledge;

/// 规则的说法 — what a duty asks for in one sentence, with the numbers that hold for a body.
final class RuleWords {
    private final Knowledge known;
    private final Institution institution;
    private final Optional<String> body;
    private final LocalDate today;
    private final RuleWording wording;

    RuleWords(Knowledge known, Institution institution, Optional<String> body, LocalDate today) {
        this.known = known;
        this.institution = institution;
        this.body = body;
        this.today = today;
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
        return known.rules().parameter(institution, parameter, body, known.organization(), today);
    }

    static String words(Value value) {
        return ValueWording.of(value);
    }
}
