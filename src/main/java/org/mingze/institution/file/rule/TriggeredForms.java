package org.mingze.institution.file.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mingze.calendar.RestDayRule;
import org.mingze.institution.Basis;
import org.mingze.institution.Bearer;
import org.mingze.institution.DiagnosticKind;
import org.mingze.institution.DutyForm;
import org.mingze.institution.RecordType;
import org.mingze.institution.Selector;
import org.mingze.institution.Slot;
import org.mingze.institution.expression.Expression;
import org.mingze.institution.expression.Type.Simple;
import org.mingze.institution.file.tree.Findings;
import org.mingze.institution.file.tree.Literals;
import org.mingze.institution.file.tree.Section;
import org.mingze.institution.file.tree.Tree;
import org.mingze.institution.file.words.Lexicon;

/// 触发之式 — reads 时限 and 闭环.
public final class TriggeredForms {
    static final Section.Keys EXTENDABLE =
            new Section.Keys("可延", Set.of("次", "限", "批"), Set.of("告知"));
    static final Section.Keys REST_DAYS = new Section.Keys("末日遇休", Set.of("则"), Set.of("据"));
    private static final String FOLLOWED = "承.";
    private static final int TIMES_MAX = 100;

    private final Section duty;
    private final RuleReading rule;
    private final Findings findings;
    private final SelectorReading selectors;

    TriggeredForms(Section duty, RuleReading rule) {
        this.duty = duty;
        this.rule = rule;
        this.findings = rule.setting().findings;
        this.selectors = new SelectorReading(rule);
    }

    /// The names that a bearer or an answer may use: 起.
    static SlotNames names(Setting setting, Optional<Selector> trigger) {
        SlotNames names = SlotNames.of(setting);
        return trigger.map(known -> names.withRecord("起", known.recordType())).orElse(names);
    }

    Optional<DutyForm> response(Optional<Selector> trigger) {
        SlotNames names = names(rule.setting(), trigger).withBearer();
        Optional<Selector> answer = follower("止", names, trigger);
        Optional<Slot> limit = duty.scalar("限").flatMap(rule::limit);
        Optional<RestDayRule> restDays = restDays();
        Optional<DutyForm.Extendable> extendable = extendable(names);
        Optional<Slot> notBefore = duty.scalar("不早于").flatMap(rule::limit);
        Optional<DutyForm.Deduction> deduction =
                duty.get("扣除").flatMap(tree -> deduction(tree, names));
        if (trigger.isEmpty() || answer.isEmpty() || limit.isEmpty() || restDays.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new DutyForm.Response(
                        trigger.get(),
                        answer.get(),
                        limit.get(),
                        restDays.get(),
                        extendable,
                        notBefore,
                        deduction));
    }

    /// 时限 with 起: 违(号).
    Optional<DutyForm> breachResponse(Optional<String> cause) {
        SlotNames names = SlotNames.of(rule.setting()).withBearer();
        Optional<Selector> answer = selectors.answerToBreach(duty, "止", names);
        Optional<Slot> limit = duty.scalar("限").flatMap(rule::limit);
        Optional<RestDayRule> restDays = restDays();
        for (String key : List.of("可延", "不早于", "扣除")) {
            if (duty.has(key)) {
                findings.add(
                        DiagnosticKind.BAD_CAUSE, duty.placeOf(key), "由违责而起的时限不写“" + key + "”。");
            }
        }
        if (cause.isEmpty() || answer.isEmpty() || limit.isEmpty() || restDays.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new DutyForm.BreachResponse(
                        cause.get(), answer.get(), limit.get(), restDays.get()));
    }

    private Optional<DutyForm.Deduction> deduction(Tree tree, SlotNames names) {
        Optional<Section> section = Section.of(tree, SelectorReading.DEDUCTION, findings);
        Optional<Selector> records =
                section.flatMap(_ -> selectors.within(tree, SelectorReading.DEDUCTION, names));
        Optional<Expression> from = records.flatMap(of -> selectors.end(section, "自", of, names));
        Optional<Expression> to = records.flatMap(of -> selectors.end(section, "止", of, names));
        if (records.isEmpty() || from.isEmpty() || to.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new DutyForm.Deduction(records.get(), from.get(), to.get()));
    }

    Optional<DutyForm> closedLoop(Optional<Selector> trigger) {
        SlotNames names = names(rule.setting(), trigger).withBearer();
        List<DutyForm.Requirement> required = required(trigger);
        Optional<Slot> within = duty.scalar("齐限").flatMap(rule::limit);
        Optional<Selector> closing = follower("止", names, trigger);
        Optional<Expression> deadline = trigger.flatMap(this::deadline);
        Optional<Selector> relapse = follower("复发", names, trigger);
        Optional<RestDayRule> restDays = restDays();
        Optional<DutyForm.Extendable> extendable = extendable(names);
        checkPhases();
        if (trigger.isEmpty() || restDays.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new DutyForm.ClosedLoop(
                        trigger.get(),
                        required,
                        within,
                        closing,
                        deadline,
                        relapse,
                        restDays.get(),
                        extendable));
    }

    private void checkPhases() {
        boolean fills = duty.has("须齐");
        boolean closes = duty.has("止");
        if (!fills && !closes) {
            findings.add(DiagnosticKind.NOTHING_TO_CLOSE, duty.place(), "闭环既没有须齐，也没有止。");
        }
        checkPair("须齐", "齐限");
        checkPair("止", "期限");
    }

    private void checkPair(String key, String limit) {
        if (duty.has(key) != duty.has(limit)) {
            findings.add(
                    DiagnosticKind.MISSING_KEY, duty.place(), "“" + key + "”和“" + limit + "”要一起写。");
        }
    }

    private Optional<Selector> follower(String key, SlotNames names, Optional<Selector> trigger) {
        Optional<Selector> selector = selectors.answer(duty, key, names);
        if (selector.isPresent() && trigger.isPresent()) {
            selectors.checkFollows(selector.get(), trigger.get().recordType(), duty.placeOf(key));
        }
        return selector;
    }

    private Optional<Expression> deadline(Selector trigger) {
        Optional<RecordType> type = rule.setting().lexicon.recordType(trigger.recordType());
        SlotNames names =
                type.map(SlotNames.of(rule.setting())::withFieldsOf)
                        .orElse(SlotNames.of(rule.setting()));
        return duty.scalar("期限")
                .flatMap(text -> rule.expression(text, names, Simple.DAY::equals, "日"));
    }

    private List<DutyForm.Requirement> required(Optional<Selector> trigger) {
        List<DutyForm.Requirement> required = new ArrayList<>();
        Optional<RecordType> type =
                trigger.flatMap(known -> rule.setting().lexicon.recordType(known.recordType()));
        if (type.isEmpty()) {
            return required;
        }
        for (Tree.Scalar word : duty.words("须齐")) {
            if (word.text().startsWith(FOLLOWED)) {
                followed(word, type.get()).ifPresent(required::add);
            } else if (type.get().typeOf(word.text()).isPresent()) {
                required.add(new DutyForm.Requirement.Filled(word.text()));
            } else {
                findings.addUnknown(
                        DiagnosticKind.UNKNOWN_FIELD,
                        word,
                        "“" + type.get().name() + "”没有字段“" + word.text() + "”。",
                        type.get().fieldNames());
            }
        }
        return required;
    }

    private Optional<DutyForm.Requirement> followed(Tree.Scalar word, RecordType root) {
        String name = word.text().substring(FOLLOWED.length());
        Lexicon lexicon = rule.setting().lexicon;
        if (!lexicon.declaredTypes.contains(name)) {
            findings.addUnknown(
                    DiagnosticKind.UNKNOWN_RECORD_TYPE,
                    word.at(FOLLOWED.length()),
                    name,
                    "没有记录类型“" + name + "”。",
                    lexicon.declaredTypes);
            return Optional.empty();
        }
        if (!lexicon.canFollow(name, root.name())) {
            findings.add(
                    DiagnosticKind.NEVER_FOLLOWS,
                    word.place(),
                    "“" + name + "”承不到“" + root.name() + "”。");
        }
        return Optional.of(new DutyForm.Requirement.FollowedBy(name));
    }

    private Optional<RestDayRule> restDays() {
        if (!duty.has("末日遇休")) {
            findings.add(DiagnosticKind.MISSING_REST_DAY_RULE, duty.place(), "没有写“末日遇休”。");
        }
        return duty.get("末日遇休")
                .flatMap(
                        tree ->
                                tree instanceof Tree.Mapping
                                        ? Section.of(tree, REST_DAYS, findings)
                                                .flatMap(section -> section.scalar("则"))
                                        : Section.scalar(tree, findings))
                .flatMap(
                        word ->
                                Literals.word(
                                        word,
                                        List.of(RestDayRule.values()),
                                        RestDayRule::word,
                                        findings));
    }

    /// The basis of 末日遇休 where it has one of its own.
    Optional<Basis> restDaysBasis() {
        return duty.get("末日遇休")
                .filter(Tree.Mapping.class::isInstance)
                .flatMap(tree -> Section.of(tree, REST_DAYS, new Findings("", "")))
                .flatMap(section -> section.scalar("据"))
                .flatMap(new BasisReading(rule.setting())::read);
    }

    private Optional<DutyForm.Extendable> extendable(SlotNames names) {
        Optional<Section> section =
                duty.get("可延").flatMap(tree -> Section.of(tree, EXTENDABLE, findings));
        Optional<Slot> times =
                section.flatMap(written -> written.scalar("次"))
                        .flatMap(text -> rule.slot(text, Simple.INTEGER));
        Optional<Slot> by = section.flatMap(written -> written.scalar("限")).flatMap(rule::limit);
        Optional<Bearer> authority =
                section.flatMap(written -> written.get("批"))
                        .flatMap(tree -> rule.bearer(tree, names));
        if (times.isEmpty() || by.isEmpty() || authority.isEmpty()) {
            return Optional.empty();
        }
        if (!RuleReading.isCount(times.get(), TIMES_MAX)) {
            findings.add(DiagnosticKind.BAD_NUMBER, duty.placeOf("可延"), "可延的“次”是1到100的整数。");
            return Optional.empty();
        }
        return Optional.of(
                new DutyForm.Extendable(
                        times.get(),
                        by.get(),
                        authority.get(),
                        section.flatMap(written -> written.scalar("告知"))
                                .flatMap(word -> Literals.truth(word, findings))
                                .orElse(false)));
    }
}
