package org.mingze.institution.file;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mingze.calendar.Span;
import org.mingze.institution.Basis;
import org.mingze.institution.Bearer;
import org.mingze.institution.DiagnosticKind;
import org.mingze.institution.Duty;
import org.mingze.institution.DutyForm;
import org.mingze.institution.Role;
import org.mingze.institution.Selector;

/// 读职责 — one duty: what every duty has, and the form that 式 names.
final class DutyReading {
    private static final Set<String> NOT_RUNNABLE = Set.of("占比", "排班", "升级");
    private static final Map<String, Section.Keys> FORMS = forms();
    private static final Section.Keys WAIVABLE =
            new Section.Keys("可免", Set.of("批"), Set.of("由"), Set.of("报"));

    private final Setting setting;
    private final Findings findings;
    private final Set<String> numbers;

    /// @param numbers the 号 already taken in this institution
    DutyReading(Setting setting, Set<String> numbers) {
        this.setting = setting;
        this.findings = setting.findings;
        this.numbers = numbers;
    }

    private static Map<String, Section.Keys> forms() {
        Map<String, Section.Keys> forms = new LinkedHashMap<>();
        add(forms, "频次", Set.of("做", "每"), Set.of("至少", "至多", "窗"), Set.of("间隔", "起", "至"));
        add(
                forms,
                "覆盖",
                Set.of("做", "每", "对"),
                Set.of("成员", "按", "至少", "至多", "窗"),
                Set.of("间隔", "至少在列"));
        add(forms, "时限", Set.of("起", "止", "限"), Set.of("末日遇休", "可延"), Set.of("不早于", "扣除"));
        add(forms, "闭环", Set.of("起"), Set.of("须齐", "齐限", "止", "期限", "复发", "末日遇休", "可延"), Set.of());
        add(forms, "程式", Set.of("于", "须", "违则"), Set.of("当"), Set.of());
        add(forms, "禁止", Set.of("于", "违则"), Set.of("当"), Set.of());
        add(forms, "次序", Set.of("后", "前", "违则"), Set.of("当"), Set.of("距", "卷", "步"));
        return forms;
    }

    private static void add(
            Map<String, Section.Keys> forms,
            String word,
            Set<String> required,
            Set<String> optional,
            Set<String> notYet) {
        Set<String> must = new HashSet<>(Set.of("号", "谁", "据", "式"));
        must.addAll(required);
        Set<String> may = new HashSet<>(Set.of("名", "谁缺", "向", "督", "宽限", "可免"));
        may.addAll(optional);
        Set<String> later = new HashSet<>(Set.of("权重", "启"));
        later.addAll(notYet);
        forms.put(word, new Section.Keys("职责（" + word + "）", must, may, later));
    }

    Optional<Duty> read(Tree tree) {
        if (!(tree instanceof Tree.Mapping mapping)) {
            findings.add(DiagnosticKind.EXPECTED_GROUP, tree.place(), "职责要写成“键: 值”。");
            return Optional.empty();
        }
        Optional<Tree> form =
                mapping.pairs().stream()
                        .filter(pair -> pair.key().text().equals("式"))
                        .map(Tree.Pair::value)
                        .findFirst();
        if (form.isEmpty()) {
            findings.add(DiagnosticKind.MISSING_KEY, tree.place(), "职责缺键“式”。");
            return Optional.empty();
        }
        return Section.scalar(form.get(), findings)
                .flatMap(this::form)
                .flatMap(
                        word ->
                                Section.of(tree, FORMS.getOrDefault(word, WAIVABLE), findings)
                                        .flatMap(section -> read(word, section)));
    }

    private Optional<String> form(Tree.Scalar scalar) {
        if (NOT_RUNNABLE.contains(scalar.text())) {
            findings.add(
                    DiagnosticKind.FORM_NOT_RUNNABLE,
                    scalar.place(),
                    "本版还不能运行式“" + scalar.text() + "”。");
            return Optional.empty();
        }
        return Literals.word(scalar, FORMS.keySet(), word -> word, findings);
    }

    /// The form, and the names that its bearer may use.
    private record Formed(
            Optional<DutyForm> form, SlotNames bearerNames, Optional<Basis> restDaysBasis) {}

    private Optional<Duty> read(String word, Section section) {
        RuleReading rule = new RuleReading(setting);
        Formed formed = formed(word, section, rule);
        Optional<String> number =
                section.scalar("号").flatMap(text -> number(text, numbers, findings));
        SlotNames names = formed.bearerNames();
        SlotNames withBearer = names.withBearer();
        Optional<Bearer> bearer = section.get("谁").flatMap(tree -> rule.bearer(tree, names));
        Optional<Role> ifUnknown = section.get("谁缺").flatMap(rule::role);
        Optional<Bearer> owedTo = section.get("向").flatMap(tree -> rule.bearer(tree, withBearer));
        Optional<Bearer> enforcer = section.get("督").flatMap(tree -> rule.bearer(tree, withBearer));
        Optional<Basis> basis = section.scalar("据").flatMap(new BasisReading(setting)::read);
        Span grace = section.scalar("宽限").map(this::grace).orElse(Span.NONE);
        Optional<Bearer> waivable =
                section.get("可免")
                        .flatMap(tree -> Section.of(tree, WAIVABLE, findings))
                        .flatMap(written -> written.get("批"))
                        .flatMap(tree -> rule.bearer(tree, withBearer));
        if (number.isEmpty() || bearer.isEmpty() || basis.isEmpty() || formed.form().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new Duty(
                        number.get(),
                        section.text("名").orElse(number.get()),
                        bearer.get(),
                        ifUnknown,
                        owedTo,
                        enforcer,
                        basis.get(),
                        formed.form().get(),
                        grace,
                        waivable.map(by -> new Duty.Waivable(by, Optional.empty(), List.of())),
                        formed.restDaysBasis(),
                        Optional.empty(),
                        Optional.empty(),
                        rule.parameters()));
    }

    private Formed formed(String word, Section section, RuleReading rule) {
        SelectorReading selectors = new SelectorReading(rule);
        SlotNames none = SlotNames.of(setting);
        return switch (word) {
            case "频次" -> plain(new CountingForms(section, rule).frequency(), none);
            case "覆盖" -> plain(new CountingForms(section, rule).coverage(), none);
            case "时限", "闭环" -> {
                Optional<Selector> trigger = selectors.trigger(section, "起");
                TriggeredForms forms = new TriggeredForms(section, rule);
                yield new Formed(
                        word.equals("时限") ? forms.response(trigger) : forms.closedLoop(trigger),
                        TriggeredForms.names(setting, trigger),
                        forms.restDaysBasis());
            }
            case "次序" -> {
                Optional<Selector> later = selectors.trigger(section, "后");
                yield plain(
                        new RecordForms(section, rule).precedence(later),
                        RecordForms.names(setting, "后", later));
            }
            default -> {
                Optional<Selector> of = selectors.trigger(section, "于");
                RecordForms forms = new RecordForms(section, rule);
                yield plain(
                        word.equals("程式") ? forms.invariant(of) : forms.prohibition(of),
                        RecordForms.names(setting, "于", of));
            }
        };
    }

    private static Formed plain(Optional<DutyForm> form, SlotNames names) {
        return new Formed(form, names, Optional.empty());
    }

    private Span grace(Tree.Scalar scalar) {
        Span grace = Literals.span(scalar, findings).orElse(Span.NONE);
        if (RuleReading.isShorterThanDay(grace.unit().word())) {
            findings.add(DiagnosticKind.LIMIT_UNIT, scalar.place(), "宽限不能以小时、分钟计。");
        }
        return grace;
    }

    /// 号, once in an institution over duties and metrics.
    static Optional<String> number(Tree.Scalar scalar, Set<String> taken, Findings findings) {
        String number = scalar.text();
        if (!number.matches("[\\p{IsHan}\\w]+(\\.[\\p{IsHan}\\w]+)*")) {
            findings.add(DiagnosticKind.BAD_ID, scalar.place(), "号“" + number + "”写得不对。");
            return Optional.empty();
        }
        if (!taken.add(number)) {
            findings.add(DiagnosticKind.DUTY_TWICE, scalar.place(), "号“" + number + "”写了两次。");
        }
        return Optional.of(number);
    }
}
