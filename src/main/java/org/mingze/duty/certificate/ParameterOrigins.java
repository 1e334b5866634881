package org.mingze.duty.certificate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mingze.duty.situation.Situation;
import org.mingze.institution.expression.Value;
import org.mingze.organization.Body;
import org.mingze.work.Enactment;
import org.mingze.work.ParameterSetting;

/// 参数的出处 — the value of each number that a duty reads, and the entry that set it.
final class ParameterOrigins {
    private ParameterOrigins() {}

    static List<Certificate.ParameterRead> of(
            Iterable<String> names, Situation situation, Enactment enactment) {
        List<Certificate.ParameterRead> read = new ArrayList<>();
        for (String name : names) {
            Optional<Value> value = situation.parameter(name);
            read.add(
                    new Certificate.ParameterRead(
                            name,
                            value.map(ParameterOrigins::text),
                            value.flatMap(so -> setting(name, so, situation))
                                    .map(ParameterSetting::entryNumber)
                                    .orElse(enactment.entryNumber())));
        }
        return read;
    }

    /// The nearest setting that gives this value, from the bearer's body upwards to the county.
    private static Optional<ParameterSetting> setting(
            String name, Value value, Situation situation) {
        LocalDate day = situation.ruleDay();
        List<Optional<String>> bodies = new ArrayList<>();
        Optional<String> at = situation.at(day).body();
        while (at.isPresent()) {
            bodies.add(at);
            at = situation.organization().superior(at.get(), day).map(Body::code);
        }
        bodies.add(Optional.empty());
        return bodies.stream()
                .flatMap(
                        body ->
                                situation.known().rules().settings().stream()
                                        .filter(set -> set.body().equals(body))
                                        .filter(set -> isOf(set, name, situation))
                                        .reduce((_, later) -> later)
                                        .stream())
                .filter(set -> set.value().equals(value))
                .findFirst();
    }

    private static boolean isOf(ParameterSetting set, String name, Situation situation) {
        LocalDate day = situation.ruleDay();
        return set.institution().equals(situation.institution().id())
                && set.parameter().equals(name)
                && !day.isBefore(set.from())
                && set.until().map(last -> !day.isAfter(last)).orElse(true);
    }

    static String text(Value value) {
        return switch (value) {
            case Value.Numeric numeric -> numeric.value().toString();
            case Value.Money money -> money.yuan() + "元";
            case Value.Duration duration -> duration.span().toString();
            case Value.Text text -> text.value();
            case Value.Day day -> day.value().toString();
            case Value other -> other.toString();
        };
    }
}
