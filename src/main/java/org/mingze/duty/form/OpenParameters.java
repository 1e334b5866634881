package org.mingze.duty.form;

import java.util.Optional;
import org.mingze.duty.AsOf;
import org.mingze.duty.Obligation;
import org.mingze.duty.situation.Situation;

/// 待定参数 — the first open number that keeps an obligation 未启用, with who may set it.
public final class OpenParameters {
    private OpenParameters() {}

    public static Optional<String> first(Obligation obligation, AsOf asOf) {
        Situation situation = Situations.of(obligation, asOf);
        return obligation.duty().parameters().stream()
                .sorted()
                .filter(name -> situation.parameter(name).isEmpty())
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
