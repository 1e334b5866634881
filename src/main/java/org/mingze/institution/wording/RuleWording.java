package org.mingze.institution.wording;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.mingze.calendar.RestDayRule;
import org.mingze.institution.Duty;
import org.mingze.institution.DutyForm;
import org.mingze.institution.Institution;
import org.mingze.institution.expression.Value;

/// 规则的说法 — what a duty asks for in one sentence, with the numbers that hold.
public final class RuleWording {
    private final Institution institution;
    private final ActWording words;

    /// Says rules with these numbers.
    ///
    /// @param values the parameters as they hold for the reader; empty for an open one
    public RuleWording(Institution institution, Function<String, Optional<Value>> values) {
        this.institution = institution;
        this.words = new ActWording(values, institution.parameters().keySet(), Map.of());
    }

    /// The whole rule as one sentence.
    public String of(Duty duty) {
        ActWording inForm = FormWording.names(words, duty.form());
        String who = inForm.bearer(duty.bearer());
        String cause =
                duty.form()
                        .cause()
                        .map(number -> institution.duty(number).map(Duty::name).orElse(number))
                        .orElse("");
        List<String> parts = new ArrayList<>();
        parts.add(new FormWording(inForm, who, cause).of(duty.form()));
        common(duty, inForm, parts);
        return String.join("；", parts) + "。";
    }

    private static void common(Duty duty, ActWording words, List<String> parts) {
        if (!duty.grace().equals(Duty.NO_GRACE)) {
            String grace = words.slot(duty.grace());
            parts.add(grace.startsWith("0") ? "不宽限" : "宽限" + grace);
        }
        duty.bearerIfUnknown()
                .map(ActWording::role)
                .ifPresent(role -> parts.add("没有写明由谁承担的，由" + role + "承担"));
        duty.vacancy().map(words::slot).ifPresent(span -> parts.add("岗位空缺超过" + span + "的，停计"));
        duty.waivable().ifPresent(waivable -> parts.add(waivable(waivable, words)));
        duty.owedTo().map(words::bearer).ifPresent(to -> parts.add("向" + to + "负责"));
        duty.enforcer().map(words::bearer).ifPresent(by -> parts.add("由" + by + "督促"));
    }

    private static String waivable(Duty.Waivable waivable, ActWording words) {
        String reasons =
                waivable.reasons().isEmpty()
                        ? ""
                        : "（事由：" + String.join("、", waivable.reasons()) + "）";
        return "经"
                + words.bearer(waivable.authority())
                + "批准可以免"
                + reasons
                + waivable.reportedTo().map(to -> "，报" + words.bearer(to)).orElse("");
    }

    /// 末日遇休 in words.
    static String restDays(RestDayRule rule) {
        return switch (rule) {
            case MOVES -> "；末日是休息日的，顺延到下一个工作日";
            case STAYS -> "；末日是休息日的，不顺延";
        };
    }

    /// 可延 in words.
    static String extendable(Optional<DutyForm.Extendable> extendable, ActWording words) {
        return extendable
                .map(
                        of ->
                                "；经"
                                        + words.bearer(of.authority())
                                        + "批准可以延长"
                                        + (words.slot(of.times()).equals("1")
                                                ? "一次"
                                                : words.slot(of.times()) + "次，每次")
                                        + words.slot(of.by())
                                        + (of.notice() ? "，并告知对方" : ""))
                .orElse("");
    }
}
