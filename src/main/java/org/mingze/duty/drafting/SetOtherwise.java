package org.mingze.duty.drafting;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.mingze.duty.Naming;
import org.mingze.duty.showing.DutyLinks;
import org.mingze.institution.Institution;
import org.mingze.institution.expression.Value;
import org.mingze.institution.wording.RuleWording;
import org.mingze.institution.wording.ValueWording;
import org.mingze.web.Prose;
import org.mingze.work.Knowledge;
import org.mingze.work.ParameterSetting;

/// 另有设定 — the numbers that a text writes and a setting of the county or of a body replaces: what
/// the text says of them is not what holds.
record SetOtherwise(Knowledge known, Institution text, LocalDate day) {
    /// Of the numbers as they hold on a day, or on the first day of a text that begins later.
    static SetOtherwise on(Knowledge known, Institution text, LocalDate day) {
        return new SetOtherwise(known, text, text.from().isAfter(day) ? text.from() : day);
    }

    /// The numbers of the text that a setting replaces.
    List<String> names() {
        return text.parameters().keySet().stream().filter(name -> !of(name).isEmpty()).toList();
    }

    /// The settings that replace a number, the last of each body.
    List<ParameterSetting> of(String name) {
        return written(name).isEmpty()
                ? List.of()
                : known.rules().settings().stream()
                        .filter(
                                made ->
                                        made.institution().equals(text.id())
                                                && made.parameter().equals(name))
                        .map(ParameterSetting::body)
                        .distinct()
                        .flatMap(body -> holding(name, body).stream())
                        .filter(made -> !made.value().equals(written(name).get()))
                        .toList();
    }

    /// The setting that a body itself made, where the text lets it.
    private Optional<ParameterSetting> holding(String name, Optional<String> body) {
        return known.rules()
                .settingOf(text, name, body, known.organization(), day)
                .filter(made -> made.body().equals(body));
    }

    private Optional<Value> written(String name) {
        return Optional.ofNullable(text.parameters().get(name))
                .flatMap(parameter -> parameter.on(day));
    }

    /// The rules of the text as sentences, with the numbers that hold.
    RuleWording wording() {
        return new RuleWording(text, this::holds);
    }

    Optional<Value> holds(String name) {
        return known.rules().parameter(text, name, Optional.empty(), known.organization(), day);
    }

    String writes(String name) {
        return written(name).map(ValueWording::of).orElse("待定");
    }

    /// 县里定为12（2025-09-30起，明委宣〔2025〕9号）, each setter of the number.
    String sets(String name) {
        return String.join(
                "，",
                of(name).stream()
                        .map(
                                made ->
                                        made.body().map(code -> named(code) + "定为").orElse("县里定为")
                                                + ValueWording.of(made.value())
                                                + "（"
                                                + made.from()
                                                + "起"
                                                + (made.basis().isEmpty() ? "" : "，" + made.basis())
                                                + "）")
                        .toList());
    }

    private String named(String code) {
        return Naming.of(known.organization(), code, day);
    }

    /// One sentence on a number, leading to where it is set.
    Prose says(String name) {
        return leading(
                Prose.EMPTY
                        .strong("稿中的" + name + (isCountyWide(name) ? "不会生效" : "不会处处生效"))
                        .words("：" + sets(name) + "，稿中写的是" + writes(name) + "，照定的计。"),
                name);
    }

    private boolean isCountyWide(String name) {
        return of(name).stream().anyMatch(made -> made.body().isEmpty());
    }

    Prose leading(Prose said, String name) {
        return said.reference(
                "看设定", DutyLinks.institution(text.id()) + "/parameters/" + DutyLinks.encoded(name));
    }
}
