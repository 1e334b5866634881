package org.mingze.institution.file.rule;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mingze.calendar.Span;
import org.mingze.calendar.SpanUnit;
import org.mingze.institution.Bearer;
import org.mingze.institution.DiagnosticKind;
import org.mingze.institution.Parameter;
import org.mingze.institution.RecordType;
import org.mingze.institution.ReportTemplate.Cited;
import org.mingze.institution.Role;
import org.mingze.institution.Selector;
import org.mingze.institution.Slot;
import org.mingze.institution.expression.Expression;
import org.mingze.institution.expression.Rational;
import org.mingze.institution.expression.Type;
import org.mingze.institution.expression.Type.Simple;
import org.mingze.institution.expression.Value;
import org.mingze.institution.file.tree.Section;
import org.mingze.institution.file.tree.Tree;
import org.mingze.institution.file.words.RecordTypeReading;
import org.mingze.institution.file.words.RoleReading;

/// 读格 — the expressions, slots and bearers of one rule, with every parameter that they read.
public final class RuleReading {
    private static final Set<Type> NUMBERS = Set.of(Simple.INTEGER, Simple.NUMBER);
    private static final Pattern FOREIGN_DUTY =
            Pattern.compile("[应履迟违免缺]\\(\\s*([a-z0-9.]+)/([\\p{IsHan}\\w.]+)\\s*\\)");
    private static final Pattern OWNER = Pattern.compile("(起|于|后|卷)\\.归");

    private final Setting setting;
    private final Set<String> parameters = new LinkedHashSet<>();

    public RuleReading(Setting setting) {
        this.setting = setting;
    }

    Setting setting() {
        return setting;
    }

    public Set<String> parameters() {
        return parameters;
    }

    public Optional<Expression> condition(Tree.Scalar scalar, SlotNames names) {
        return expression(scalar, names, Optional.of(Simple.TRUTH));
    }

    public Optional<Expression> expression(Tree.Scalar scalar, SlotNames names) {
        return expression(scalar, names, Optional.empty());
    }

    /// An expression of one of these types.
    public Optional<Expression> expression(
            Tree.Scalar scalar, SlotNames names, Predicate<Type> allowed, String wanted) {
        Optional<Expression> expression = expression(scalar, names, Optional.empty());
        if (expression.isPresent() && !allowed.test(expression.get().type())) {
            setting.findings.add(
                    DiagnosticKind.WRONG_SLOT_TYPE, scalar.place(), "此处要" + wanted + "。");
            return Optional.empty();
        }
        return expression;
    }

    private Optional<Expression> expression(
            Tree.Scalar scalar, SlotNames names, Optional<Type> expected) {
        return switch (Expression.check(scalar.text(), names, expected)) {
            case Expression.Checked.Sound(Expression expression) -> {
                expression.reads().stream()
                        .filter(setting.parameters::containsKey)
                        .forEach(parameters::add);
                parameters.addAll(setting.definitions.parametersIn(scalar.text()));
                cite(scalar);
                yield Optional.of(expression);
            }
            case Expression.Checked.Faulty(List<Expression.Fault> faults) -> {
                faults.forEach(fault -> setting.findings.add(fault, scalar));
                yield Optional.empty();
            }
        };
    }

    /// Duties of other institutions whose obligations are counted: `履(party.study/学习.月)`.
    private void cite(Tree.Scalar scalar) {
        Matcher matcher = FOREIGN_DUTY.matcher(scalar.text());
        while (matcher.find()) {
            setting.citations.add(
                    new Citation(
                            new Cited(Optional.of(matcher.group(1)), matcher.group(2)),
                            Citation.Names.DUTY,
                            scalar.at(matcher.start(1))));
        }
    }

    /// A literal, or a parameter by its name.
    public Optional<Slot> slot(Tree.Scalar scalar, Type type) {
        Parameter parameter = setting.parameters.get(scalar.text());
        if (parameter != null) {
            return named(scalar, parameter, type);
        }
        if (setting.parameterPlaces.containsKey(scalar.text())) {
            return Optional.empty(); // its own fault has been said
        }
        if (scalar.text().matches("[\\p{IsHan}A-Za-z_][\\p{IsHan}\\w]*")) {
            setting.findings.addUnknown(
                    DiagnosticKind.UNKNOWN_PARAMETER,
                    scalar,
                    "没有参数“" + scalar.text() + "”。",
                    setting.parameters.keySet());
            return Optional.empty();
        }
        return new ParameterTypes(setting.lexicon, setting.findings)
                .literal(scalar, type)
                .map(Slot.Literal::new);
    }

    /// Whether a slot, where it is literal, holds a whole number from 1 to so many.
    static boolean isCount(Slot slot, int most) {
        return !(slot instanceof Slot.Literal(Value.Numeric(Rational count)))
                || (count.isWhole()
                        && count.compareTo(Rational.ONE) >= 0
                        && count.compareTo(Rational.of(most)) <= 0);
    }

    private Optional<Slot> named(Tree.Scalar scalar, Parameter parameter, Type type) {
        boolean fits =
                parameter.type().equals(type)
                        || (type == Simple.DURATION && parameter.type() instanceof Type.DurationOf)
                        || (NUMBERS.contains(type) && NUMBERS.contains(parameter.type()));
        if (!fits) {
            setting.findings.add(
                    DiagnosticKind.WRONG_PARAMETER_TYPE,
                    scalar.place(),
                    "此处要%s，参数“%s”是%s。"
                            .formatted(word(type), parameter.name(), word(parameter.type())));
            return Optional.empty();
        }
        parameters.add(parameter.name());
        return Optional.of(new Slot.Named(parameter.name()));
    }

    private static String word(Type type) {
        return switch (type) {
            case Simple simple -> simple.word();
            case Type.Choice choice -> choice.list();
            case Type.DurationOf _ -> Simple.DURATION.word();
            case Type.Structure _ -> "表";
            case Type.RecordOf _, Type.ListOf _ -> "列表";
        };
    }

    /// A 月日, or a parameter of that type.
    Optional<Slot> monthDay(Tree.Scalar scalar) {
        return slot(scalar, ParameterTypes.MONTH_DAY);
    }

    /// The names, and the fields of the records that a selector means.
    public SlotNames fieldsOf(Selector selector, SlotNames names) {
        return setting.lexicon
                .recordType(selector.recordType())
                .map(names::withFieldsOf)
                .orElse(names);
    }

    /// A slot for a length of time that ends on a day.
    Optional<Slot> limit(Tree.Scalar scalar) {
        return limit(scalar, "限");
    }

    /// A span of whole days or longer under a key.
    Optional<Slot> limit(Tree.Scalar scalar, String key) {
        Optional<Slot> slot = slot(scalar, Simple.DURATION);
        Optional<String> unit =
                slot.flatMap(
                        known ->
                                switch (known) {
                                    case Slot.Literal(Value value) ->
                                            value instanceof Value.Duration(Span span)
                                                    ? Optional.of(span.unit().word())
                                                    : Optional.<String>empty();
                                    case Slot.Named(String name) ->
                                            Optional.ofNullable(setting.parameters.get(name))
                                                    .flatMap(Parameter::unit);
                                    case Slot.Previous() -> Optional.<String>empty();
                                });
        if (unit.filter(RuleReading::isShorterThanDay).isPresent()) {
            setting.findings.add(
                    DiagnosticKind.LIMIT_UNIT, scalar.place(), key + "不能以“" + unit.get() + "”计。");
        }
        return slot;
    }

    static boolean isShorterThanDay(String unit) {
        return unit.equals(SpanUnit.HOUR.word()) || unit.equals(SpanUnit.MINUTE.word());
    }

    /// A role, or who a field or the organization names: `起.机构`, `上级(本机构)`.
    public Optional<Bearer> bearer(Tree tree, SlotNames names) {
        RoleReading roles = new RoleReading(setting.lexicon, setting.findings);
        if (!(tree instanceof Tree.Scalar)) {
            return roles.role(tree).map(Bearer.ByRole::new);
        }
        Optional<Tree.Scalar> scalar = Section.scalar(tree, setting.findings);
        if (scalar.isEmpty()) {
            return Optional.empty();
        }
        String text = scalar.get().text();
        boolean isExpression = text.contains(".") || text.contains("(") || text.startsWith("本");
        if (setting.lexicon.roles.containsKey(text) || !isExpression) {
            return roles.role(tree).map(Bearer.ByRole::new);
        }
        return owner(scalar.get(), names)
                .flatMap(field -> expression(field, names))
                .filter(expression -> isActor(expression, scalar.get()))
                .map(Bearer.ByField::new);
    }

    /// `起.归` is the field that says whose act the record is.
    private Optional<Tree.Scalar> owner(Tree.Scalar scalar, SlotNames names) {
        Matcher matcher = OWNER.matcher(scalar.text());
        if (!matcher.matches()) {
            return Optional.of(scalar);
        }
        Optional<String> field =
                names.type(matcher.group(1))
                        .flatMap(
                                type ->
                                        type instanceof Type.RecordOf(Set<String> of)
                                                ? of.stream().findFirst()
                                                : Optional.<String>empty())
                        .flatMap(setting.lexicon::recordType)
                        .map(RecordType::owner)
                        .filter(name -> !name.equals(RecordType.ANYBODY));
        if (field.isEmpty()) {
            setting.findings.add(
                    DiagnosticKind.BAD_OWNER, scalar.place(), "“" + scalar.text() + "”指不到人、岗或机构。");
        }
        return field.map(name -> scalar.replaced(matcher.group(1) + "." + name));
    }

    private boolean isActor(Expression expression, Tree.Scalar scalar) {
        boolean fits = RecordTypeReading.isActor(expression.type());
        if (!fits) {
            setting.findings.add(DiagnosticKind.WRONG_SLOT_TYPE, scalar.place(), "此处要角色、岗、人或机构。");
        }
        return fits;
    }

    /// Whether values of the type can be summed and compared with a number of their kind.
    public static boolean isQuantity(Type type) {
        return NUMBERS.contains(type)
                || type == Simple.MONEY
                || type == Simple.DURATION
                || type instanceof Type.DurationOf;
    }

    /// A number or an amount of money.
    static boolean isAmount(Type type) {
        return NUMBERS.contains(type) || type == Simple.MONEY;
    }

    public Optional<Role> role(Tree tree) {
        return new RoleReading(setting.lexicon, setting.findings).role(tree);
    }
}
