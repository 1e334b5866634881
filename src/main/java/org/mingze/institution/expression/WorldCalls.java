package org.mingze.institution.expression;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.mingze.calendar.SpanUnit;
import org.mingze.institution.expression.Checker.Resolved;
import org.mingze.institution.expression.Type.DurationOf;
import org.mingze.institution.expression.Type.ListOf;
import org.mingze.institution.expression.Type.RecordOf;
import org.mingze.institution.expression.Type.Simple;
import org.mingze.institution.expression.Type.Structure;
import org.mingze.institution.expression.syntax.Faults;
import org.mingze.institution.expression.syntax.Faults.Kind;
import org.mingze.institution.expression.syntax.Syntax;

/// The functions that ask about records, days and the organization, and tables of parameters.
final class WorldCalls {
    static final Set<String> SLICES = Set.of("期内", "上期内", "往", "案卷");

    /// Those that only the calendar answers.
    static final Set<String> CALENDAR =
            Set.of("年", "季", "月", "几日", "周几", "在期", "是工作日", "工作日数", "工作日差", "天数", "已填");

    private record Signature(List<Type> parameters, Type result) {}

    private static final Map<String, Signature> SIGNATURES =
            Map.ofEntries(
                    entry("年", Simple.INTEGER, Simple.DAY),
                    entry("季", Simple.INTEGER, Simple.DAY),
                    entry("月", Simple.INTEGER, Simple.DAY),
                    entry("几日", Simple.INTEGER, Simple.DAY),
                    entry("周几", Simple.INTEGER, Simple.DAY),
                    entry("在期", Simple.TRUTH, Simple.DAY, Simple.PERIOD),
                    entry("是工作日", Simple.TRUTH, Simple.DAY),
                    entry("工作日数", Simple.INTEGER, Simple.PERIOD),
                    entry("公假日数", Simple.INTEGER, Simple.POST, Simple.PERIOD),
                    entry("天数", Simple.INTEGER, Simple.DAY, Simple.DAY),
                    entry("工作日差", new DurationOf(SpanUnit.WORKING_DAY), Simple.DAY, Simple.DAY),
                    entry("上级", Simple.BODY, Simple.BODY),
                    entry("下级", new ListOf(Simple.BODY), Simple.BODY),
                    entry("班子", new ListOf(Simple.POST), Simple.BODY),
                    entry("党员", new ListOf(Simple.PERSON), Simple.BODY),
                    entry("负责人", Simple.POST, Simple.BODY),
                    entry("分管", new ListOf(Simple.BODY), Simple.POST),
                    entry("任者", Simple.PERSON, Simple.POST),
                    entry("岗于", new ListOf(Simple.POST), Simple.PERSON),
                    entry("高于", Simple.TRUTH, Simple.POST, Simple.POST));

    static final Set<String> NAMES = names();

    /// 应 履 迟 违 免 缺, over the obligations of a duty.
    static final Set<String> TALLIES = Set.of("应", "履", "迟", "违", "免", "缺");

    /// A duty of another institution; whether it is there is checked when all files are read.
    private static final Pattern FOREIGN_DUTY =
            Pattern.compile("[a-z0-9]+(\\.[a-z0-9]+)*/[\\p{IsHan}\\w]+(\\.[\\p{IsHan}\\w]+)*");

    private static final Type OBLIGATIONS =
            new ListOf(new Structure(Map.of("自", Simple.DAY, "止", Simple.DAY)));

    private final Checker checker;

    WorldCalls(Checker checker) {
        this.checker = checker;
    }

    private static Map.Entry<String, Signature> entry(
            String name, Type result, Type... parameters) {
        return Map.entry(name, new Signature(List.of(parameters), result));
    }

    private static Set<String> names() {
        Set<String> names = new HashSet<>(SLICES);
        names.addAll(SIGNATURES.keySet());
        names.addAll(Set.of("承", "阶段", "已填"));
        return Set.copyOf(names);
    }

    Optional<Resolved> check(Syntax.Call call) {
        String name = call.function().text();
        Signature signature = SIGNATURES.get(name);
        int wanted = signature == null ? (name.equals("承") ? 2 : 1) : signature.parameters().size();
        if (call.arguments().size() != wanted) {
            String what = "“" + name + "”要 " + wanted + " 个参数，写了 " + call.arguments().size() + " 个";
            return checker.fault(Kind.ARGUMENTS, call, what, "写成 " + form(name));
        }
        return switch (name) {
            case "承" -> followers(call);
            case "阶段" ->
                    record(call.arguments().getFirst(), name)
                            .map(
                                    record ->
                                            new Resolved(
                                                    checker.names().stage(),
                                                    new Asking.Stage(record)));
            case "已填" -> filled(call);
            default -> signature == null ? slice(call) : function(call, signature);
        };
    }

    private static String form(String name) {
        Signature signature = SIGNATURES.get(name);
        if (signature != null) {
            List<String> words = signature.parameters().stream().map(Typing::word).toList();
            return name + "(" + String.join(", ", words) + ")";
        }
        return switch (name) {
            case "承" -> "承(记录, 类型)";
            case "阶段" -> "阶段(记录)";
            case "已填" -> "已填(字段)";
            default -> name + "(类型)";
        };
    }

    private Optional<Resolved> slice(Syntax.Call call) {
        String function = call.function().text();
        return recordType(call.arguments().getFirst())
                .map(type -> new Resolved(listOf(type), new Asking.Slice(function, type)));
    }

    private Optional<Resolved> followers(Syntax.Call call) {
        Optional<Evaluator> record = record(call.arguments().getFirst(), "承");
        Optional<String> type = recordType(call.arguments().get(1));
        return record.flatMap(
                held -> type.map(of -> new Resolved(listOf(of), new Asking.Followers(held, of))));
    }

    /// `履(学习.月)`: the argument is the 号 of a duty, not a name.
    Optional<Resolved> tally(Syntax.Call call) {
        String function = call.function().text();
        Optional<Set<String>> counted = checker.names().duties();
        if (counted.isEmpty()) {
            return checker.fault(
                    Kind.FUNCTION,
                    call.function(),
                    "这里不能用函数“" + function + "”",
                    "应 履 迟 违 免 缺 只用在指标和考核里");
        }
        if (call.arguments().size() != 1) {
            return checker.fault(
                    Kind.ARGUMENTS, call, "“" + function + "”要 1 个参数", "写成 " + function + "(职责的号)");
        }
        Syntax argument = call.arguments().getFirst();
        String number = checker.text(argument);
        Set<String> duties = counted.get();
        if (!duties.contains(number) && !FOREIGN_DUTY.matcher(number).matches()) {
            return checker.fault(
                    Kind.NAME,
                    argument,
                    "没有职责“" + number + "”",
                    Faults.nearest(number, duties, "写本文件一项职责的号"));
        }
        return Optional.of(new Resolved(OBLIGATIONS, new Asking.Tally(function, number)));
    }

    private static Type listOf(String recordType) {
        return new ListOf(new RecordOf(Set.of(recordType)));
    }

    private Optional<Evaluator> record(Syntax argument, String function) {
        return checker.check(argument)
                .flatMap(
                        found ->
                                found.type() instanceof RecordOf
                                        ? Optional.of(found)
                                        : wrong(
                                                argument,
                                                found.type(),
                                                "“" + function + "”的第一个参数要写记录"))
                .map(Resolved::evaluator);
    }

    private Optional<String> recordType(Syntax argument) {
        Set<String> types = checker.names().recordTypes();
        if (argument instanceof Syntax.Name name && types.contains(name.text())) {
            return Optional.of(name.text());
        }
        String text = checker.text(argument);
        checker.fault(
                Kind.NAME,
                argument,
                "“" + text + "”不是记录类型",
                Faults.nearest(text, types, "写词汇里的一个记录类型，如 会议"));
        return Optional.empty();
    }

    private Optional<Resolved> filled(Syntax.Call call) {
        Syntax field = call.arguments().getFirst();
        if (!(field instanceof Syntax.Name) && !(field instanceof Syntax.Member)) {
            return checker.fault(Kind.ARGUMENTS, field, "“已填”只能问一个字段", "写成 已填(字段) 或 已填(记录.字段)");
        }
        return checker.check(field)
                .map(
                        found -> {
                            boolean attachments =
                                    found.type() instanceof ListOf list
                                            && list.element() == Simple.EVIDENCE;
                            return new Resolved(
                                    Simple.TRUTH,
                                    new Access.Filled(found.evaluator(), attachments));
                        });
    }

    /// 公假日数 counts days of 公假 records: 岗 is away from 自 to 止.
    private boolean isLeaveKnown() {
        Names names = checker.names();
        return names.field(World.LEAVE, "岗").equals(Optional.of(Simple.POST))
                && names.field(World.LEAVE, "自").equals(Optional.of(Simple.DAY))
                && names.field(World.LEAVE, "止").equals(Optional.of(Simple.DAY));
    }

    private Optional<Resolved> function(Syntax.Call call, Signature signature) {
        String name = call.function().text();
        if (name.equals("公假日数") && !isLeaveKnown()) {
            return checker.fault(
                    Kind.NAME,
                    call,
                    "没有记录类型“公假”，数不出公假日数",
                    "在“记录”里写 公假: {英: OfficialLeave, 归: 岗, 字段: {岗: 岗 必, 自: 日 必, 止: 日 必}}");
        }
        List<Evaluator> arguments = new ArrayList<>();
        boolean spread = false;
        for (int i = 0; i < signature.parameters().size(); i++) {
            Syntax argument = call.arguments().get(i);
            Type wanted = signature.parameters().get(i);
            Optional<Resolved> found = checker.check(argument);
            boolean list = name.equals("负责人") && fits(found, new ListOf(wanted));
            boolean person = name.equals("高于") && i == 1 && fits(found, Simple.PERSON);
            if (found.isPresent() && !fits(found, wanted) && !list && !person) {
                wrong(argument, found.get().type(), "写成 " + form(name));
            } else {
                found.map(Resolved::evaluator).ifPresent(arguments::add);
            }
            spread |= list;
        }
        if (arguments.size() < signature.parameters().size()) {
            return Optional.empty();
        }
        Type type = spread ? new ListOf(signature.result()) : signature.result();
        Evaluator asked =
                spread
                        ? new Asking.AskEach(name, arguments.getFirst())
                        : new Asking.Ask(name, arguments);
        return Optional.of(new Resolved(type, asked));
    }

    private static boolean fits(Optional<Resolved> found, Type wanted) {
        return found.filter(argument -> argument.type().equals(wanted)).isPresent();
    }

    private Optional<Resolved> wrong(Syntax argument, Type type, String remedy) {
        String what = "“" + checker.text(argument) + "”是" + Typing.word(type);
        return checker.fault(Kind.TYPE, argument, what + "，不能用在这里", remedy);
    }

    /// A parameter that is a table, called with one of its words.
    Optional<Resolved> table(Syntax.Call call, Structure table) {
        String name = call.function().text();
        Optional<Type> value = table.fields().values().stream().findFirst();
        if (call.arguments().size() != 1 || value.isEmpty()) {
            return checker.fault(
                    Kind.ARGUMENTS, call, "“" + name + "”是表，要一个词", "写成 " + name + "(字段)");
        }
        Syntax argument = call.arguments().getFirst();
        Optional<Resolved> found = checker.check(argument);
        if (found.isEmpty()) {
            return found;
        }
        Type words = new Type.Choice(name, List.copyOf(table.fields().keySet()));
        if (!Typing.alike(found.get().type(), words)) {
            return wrong(
                    argument,
                    found.get().type(),
                    "写表里的词：" + String.join(" ", table.fields().keySet()));
        }
        return new Operators(checker).wordsListed(argument, words)
                ? found.map(
                        word ->
                                new Resolved(
                                        value.get(),
                                        new Access.Lookup(
                                                new Access.Bare(name), word.evaluator(), name)))
                : Optional.empty();
    }
}
