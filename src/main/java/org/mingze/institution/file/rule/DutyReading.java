package org.mingze.institution.file.rule;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mingze.institution.Basis;
import org.mingze.institution.Bearer;
import org.mingze.institution.DiagnosticKind;
import org.mingze.institution.DossierKind;
import org.mingze.institution.Duty;
import org.mingze.institution.DutyForm;
import org.mingze.institution.Role;
import org.mingze.institution.Selector;
import org.mingze.institution.Slot;
import org.mingze.institution.expression.Type.Simple;
import org.mingze.institution.file.tree.Findings;
import org.mingze.institution.file.tree.Literals;
import org.mingze.institution.file.tree.Section;
import org.mingze.institution.file.tree.Tree;

/// 读职责 — one duty: what every duty has, and the form that 式 names.
public final class DutyReading {
    private static final String STEPS = "次序（步）";
    private static final Optional<Boolean> OFF = Optional.of(false);
    static final Map<String, Section.Keys> FORMS = forms();
    static final Section.Keys WAIVABLE = new Section.Keys("可免", Set.of("批"), Set.of("由", "报"));

    private final Setting setting;
    private final Findings findings;
    private final Set<String> numbers;

    /// @param numbers the 号 already taken in this institution
    public DutyReading(Setting setting, Set<String> numbers) {
        this.setting = setting;
        this.findings = setting.findings;
        this.numbers = numbers;
    }

    private static Map<String, Section.Keys> forms() {
        Map<String, Section.Keys> forms = new LinkedHashMap<>();
        add(forms, "频次", Set.of("做", "每"), Set.of("至少", "至多", "窗", "间隔", "起", "至"));
        add(
                forms,
                "覆盖",
                Set.of("做", "每", "对"),
                Set.of("成员", "按", "至少", "至多", "窗", "间隔", "至少在列", "起", "至"));
        add(forms, "占比", Set.of("每", "分子", "分母"), Set.of("至少", "至多", "起", "至"));
        add(forms, "排班", Set.of("日"), Set.of("做", "覆满", "至少", "窗"));
        add(forms, "时限", Set.of("起", "止", "限"), Set.of("末日遇休", "可延", "不早于", "扣除"));
        add(forms, "闭环", Set.of("起"), Set.of("须齐", "齐限", "止", "期限", "复发", "末日遇休", "可延"));
        add(forms, "程式", Set.of("于", "须", "违则"), Set.of("当"));
        add(forms, "禁止", Set.of("于", "违则"), Set.of("当"));
        add(forms, "次序", Set.of("后", "前", "违则"), Set.of("当", "距"));
        add(forms, STEPS, Set.of("卷", "步", "违则"), Set.of("当", "距"));
        add(forms, "升级", Set.of("因", "级"), Set.of("每", "复位"));
        return forms;
    }

    private static void add(
            Map<String, Section.Keys> forms,
            String word,
            Set<String> required,
            Set<String> optional) {
        Set<String> must = new HashSet<>(Set.of("号", "谁", "据", "式"));
        must.addAll(required);
        Set<String> may = new HashSet<>(Set.of("名", "谁缺", "向", "督", "宽限", "可免", "空缺", "权重", "启"));
        may.addAll(optional);
        forms.put(word, new Section.Keys("职责（" + word + "）", must, may));
    }

    public Optional<Duty> read(Tree tree) {
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
                .flatMap(scalar -> Literals.word(scalar, words(), word -> word, findings))
                .map(word -> isSteps(word, mapping) ? STEPS : word)
                .flatMap(
                        word ->
                                Section.of(tree, FORMS.getOrDefault(word, WAIVABLE), findings)
                                        .flatMap(section -> read(word, section)));
    }

    private static Set<String> words() {
        Set<String> words = new LinkedHashSet<>(FORMS.keySet());
        words.remove(STEPS);
        return words;
    }

    /// 次序 is written with 后 and 前, or with 卷 and 步.
    private static boolean isSteps(String word, Tree.Mapping duty) {
        return word.equals("次序")
                && duty.pairs().stream()
                        .map(pair -> pair.key().text())
                        .anyMatch(key -> key.equals("卷") || key.equals("步"));
    }

    /// The form, and the names that its bearer may use.
    private record Formed(
            Optional<DutyForm> form,
            SlotNames bearerNames,
            Optional<Basis> restDaysBasis,
            Optional<Bearer> bearer) {}

    private Optional<Duty> read(String word, Section section) {
        RuleReading rule = new RuleReading(setting);
        Optional<String> number =
                section.scalar("号").flatMap(text -> number(text, numbers, findings));
        Formed formed = formed(word, section, rule);
        SlotNames names = formed.bearerNames();
        SlotNames withBearer = names.withBearer();
        Optional<Bearer> bearer =
                formed.bearer().or(() -> section.get("谁").flatMap(of -> rule.bearer(of, names)));
        Optional<Role> ifUnknown = section.get("谁缺").flatMap(rule::role);
        Optional<Bearer> owedTo = section.get("向").flatMap(tree -> rule.bearer(tree, withBearer));
        Optional<Bearer> enforcer = section.get("督").flatMap(tree -> rule.bearer(tree, withBearer));
        Optional<Basis> basis = section.scalar("据").flatMap(new BasisReading(setting)::read);
        Slot grace =
                section.scalar("宽限").flatMap(text -> rule.limit(text, "宽限")).orElse(Duty.NO_GRACE);
        Optional<Duty.Waivable> waivable =
                section.get("可免").flatMap(tree -> waivable(tree, rule, withBearer));
        Optional<Slot> vacancy = section.scalar("空缺").flatMap(rule::limit);
        Optional<Slot> weight =
                section.scalar("权重").flatMap(text -> rule.slot(text, Simple.NUMBER));
        boolean off =
                section.scalar("启").flatMap(text -> Literals.truth(text, findings)).equals(OFF);
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
                                waivable,
                                formed.restDaysBasis(),
                                vacancy,
                                weight,
                                rule.parameters()))
                .filter(_ -> !off);
    }

    private Optional<Duty.Waivable> waivable(Tree tree, RuleReading rule, SlotNames names) {
        Optional<Section> section = Section.of(tree, WAIVABLE, findings);
        Optional<Bearer> reported =
                section.flatMap(of -> of.get("报")).flatMap(of -> rule.bearer(of, names));
        List<String> reasons =
                section.map(of -> of.words("由")).orElse(List.of()).stream()
                        .map(Tree.Scalar::text)
                        .toList();
        return section.flatMap(of -> of.get("批"))
                .flatMap(of -> rule.bearer(of, names))
                .map(by -> new Duty.Waivable(by, reported, reasons));
    }

    private Formed formed(String word, Section section, RuleReading rule) {
        if (word.equals("时限") && LadderForms.isCause(section.get("起"))) {
            return fromBreach(section, rule);
        }
        SelectorReading selectors = new SelectorReading(rule);
        return switch (word) {
            case "频次", "覆盖", "占比" -> counting(word, new CountingForms(section, rule));
            case "排班" -> {
                RotaForms forms = new RotaForms(section, rule);
                yield plain(forms.rota(), forms.bearerNames());
            }
            case "升级" -> ladder(section, rule);
            case "时限", "闭环" -> {
                Optional<Selector> trigger = selectors.trigger(section, "起");
                TriggeredForms forms = new TriggeredForms(section, rule);
                yield new Formed(
                        word.equals("时限") ? forms.response(trigger) : forms.closedLoop(trigger),
                        TriggeredForms.names(setting, trigger),
                        forms.restDaysBasis(),
                        Optional.empty());
            }
            case "次序" -> {
                Optional<Selector> later = selectors.trigger(section, "后");
                yield plain(
                        new RecordForms(section, rule).precedence(later),
                        RecordForms.names(setting, "后", later));
            }
            case STEPS -> {
                RecordForms forms = new RecordForms(section, rule);
                Optional<DossierKind> dossier = forms.dossier();
                yield plain(
                        forms.steps(dossier),
                        RecordForms.names(setting, "卷", dossier.map(DossierKind::root)));
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

    private static Formed counting(String word, CountingForms forms) {
        return plain(
                switch (word) {
                    case "频次" -> forms.frequency();
                    case "覆盖" -> forms.coverage();
                    default -> forms.proportion();
                },
                forms.bearerNames());
    }

    private Formed ladder(Section section, RuleReading rule) {
        SlotNames names = SlotNames.of(setting).withBearer();
        Optional<Bearer> bearer = section.get("谁").flatMap(tree -> rule.bearer(tree, names));
        String number = section.text("号").orElse("");
        return new Formed(
                new LadderForms(section, rule).escalation(number, bearer),
                names,
                Optional.empty(),
                bearer);
    }

    /// 起: 违(号).
    private Formed fromBreach(Section section, RuleReading rule) {
        TriggeredForms forms = new TriggeredForms(section, rule);
        String number = section.text("号").orElse("");
        Optional<String> cause =
                section.scalar("起").flatMap(text -> LadderForms.cause(text, number, rule));
        return new Formed(
                forms.breachResponse(cause),
                SlotNames.of(setting).withBearer(),
                forms.restDaysBasis(),
                Optional.empty());
    }

    private static Formed plain(Optional<DutyForm> form, SlotNames names) {
        return new Formed(form, names, Optional.empty(), Optional.empty());
    }

    /// 号, once in an institution over duties and metrics.
    public static Optional<String> number(
            Tree.Scalar scalar, Set<String> taken, Findings findings) {
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
