package org.mingze.institution.file;

import java.util.List;
import java.util.Optional;
import org.mingze.institution.DiagnosticKind;
import org.mingze.institution.DutyForm;
import org.mingze.institution.RecordType;
import org.mingze.institution.Selector;
import org.mingze.institution.expression.Expression;

/// 就事之式 — reads 程式, 禁止 and 次序, which are judged on one record's day.
final class RecordForms {
    private final Section duty;
    private final RuleReading rule;
    private final SelectorReading selectors;

    RecordForms(Section duty, RuleReading rule) {
        this.duty = duty;
        this.rule = rule;
        this.selectors = new SelectorReading(rule);
    }

    /// The names that a bearer may use: 于, 后.
    static SlotNames names(Setting setting, String name, Optional<Selector> record) {
        SlotNames names = SlotNames.of(setting);
        return record.map(known -> names.withRecord(name, known.recordType())).orElse(names);
    }

    Optional<DutyForm> invariant(Optional<Selector> of) {
        Optional<Expression> when = condition("当", of);
        Optional<Expression> must = condition("须", of);
        Optional<DutyForm.Consequence> consequence = consequence();
        if (of.isEmpty() || must.isEmpty() || consequence.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new DutyForm.Invariant(of.get(), when, must.get(), consequence.get()));
    }

    Optional<DutyForm> prohibition(Optional<Selector> of) {
        Optional<Expression> when = condition("当", of);
        Optional<DutyForm.Consequence> consequence = consequence();
        if (of.isEmpty() || consequence.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new DutyForm.Prohibition(of.get(), when, consequence.get()));
    }

    Optional<DutyForm> precedence(Optional<Selector> later) {
        SlotNames names = names(rule.setting(), "后", later).withBearer();
        Optional<Selector> earlier = selectors.answer(duty, "前", names);
        Optional<Expression> when = condition("当", later);
        Optional<DutyForm.Consequence> consequence = consequence();
        if (later.isEmpty() || earlier.isEmpty() || consequence.isEmpty()) {
            return Optional.empty();
        }
        checkPrecedes(earlier.get(), later.get());
        return Optional.of(
                new DutyForm.Precedence(
                        later.get(), earlier.get(), Optional.empty(), when, consequence.get()));
    }

    private void checkPrecedes(Selector earlier, Selector later) {
        boolean follows = earlier.link() instanceof Selector.Link.Follows;
        if (follows
                && !rule.setting().lexicon.canFollow(later.recordType(), earlier.recordType())) {
            rule.setting()
                    .findings
                    .add(
                            DiagnosticKind.NEVER_FOLLOWS,
                            duty.placeOf("前"),
                            "“%s”承不到“%s”。".formatted(later.recordType(), earlier.recordType()));
        }
    }

    private Optional<Expression> condition(String key, Optional<Selector> of) {
        Optional<RecordType> type =
                of.flatMap(known -> rule.setting().lexicon.recordType(known.recordType()));
        SlotNames names = SlotNames.of(rule.setting()).withBearer();
        return type.map(names::withFieldsOf)
                .flatMap(
                        visible -> duty.scalar(key).flatMap(text -> rule.condition(text, visible)));
    }

    private Optional<DutyForm.Consequence> consequence() {
        return duty.scalar("违则")
                .flatMap(
                        word ->
                                Literals.word(
                                        word,
                                        List.of(DutyForm.Consequence.values()),
                                        DutyForm.Consequence::word,
                                        rule.setting().findings));
    }
}
