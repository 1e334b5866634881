package org.mingze.duty.form;

import java.util.Optional;
import java.util.Set;
import org.mingze.duty.AsOf;
import org.mingze.duty.Obligation;
import org.mingze.duty.situation.Situation;
import org.mingze.institution.Institution;
import org.mingze.work.ParameterSetting;

/// 待定参数 — the first open number that keeps an obligation 未启用, with who may set it.
public final class OpenParameters {
    private OpenParameters() {}

    public static Optional<String> first(Obligation obligation, AsOf asOf) {
        return first(obligation.duty().parameters(), Situations.of(obligation, asOf));
    }

    /// The same for whatever else of an institution reads parameters.
    public static Optional<String> first(Set<String> parameters, Situation situation) {
        return parameters.stream()
                .sorted()
                .filter(name -> situation.parameter(name).isEmpty())
                .findFirst()
                .map(name -> name + "待定，" + setLater(situation, name));
    }

    /// The day from which somebody set it, where that is only later; else who may.
    private static String setLater(Situation situation, String name) {
        Institution institution = situation.institution();
        return situation.known().rules().settings().stream()
                .filter(setting -> setting.institution().equals(institution.id()))
                .filter(setting -> setting.parameter().equals(name))
                .map(ParameterSetting::from)
                .filter(day -> day.isAfter(situation.ruleDay()))
                .sorted()
                .filter(day -> situation.parameter(name, day).isPresent())
                .findFirst()
                .map(day -> day + "起才有设定")
                .orElseGet(() -> settableBy(institution, name));
    }

    private static String settableBy(Institution institution, String name) {
        return Optional.ofNullable(institution.parameters().get(name))
                .map(parameter -> parameter.settableBy())
                .filter(levels -> !levels.isEmpty())
                .map(levels -> "可由" + String.join("、", levels) + "设定")
                .orElse("须由制定机关写明");
    }
}
