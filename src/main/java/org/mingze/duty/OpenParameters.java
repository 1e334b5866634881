package org.mingze.duty;

import java.util.Optional;

/// 待定参数 — the first open number that keeps an obligation 未启用, with who may set it.
final class OpenParameters {
    private OpenParameters() {}

    static Optional<String> first(Obligation obligation, AsOf asOf) {
        Situation situation = Situations.of(obligation, asOf);
        return obligation.duty().parameters().stream()
                .sorted()
                .filter(
                        name ->
                                situation
                                        .known()
                                        .rules()
                                        .parameter(
                                                situation.institution(),
                                                name,
                                                situation.body(),
                                                situation.organization(),
                                                situation.ruleDay())
                                        .isEmpty())
                .findFirst()
                .map(name -> name + "待定，" + settableBy(obligation, name));
    }

    private static String settableBy(Obligation obligation, String name) {
        return Optional.ofNullable(obligation.enactment().institution().parameters().get(name))
                .map(parameter -> parameter.settableBy())
                .filter(levels -> !levels.isEmpty())
                .map(levels -> "可由" + String.join("、", levels) + "设定")
                .orElse("须由制定机关写明");
    }
}
