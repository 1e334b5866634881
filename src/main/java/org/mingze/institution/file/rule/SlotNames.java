package org.mingze.institution.file.rule;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mingze.calendar.SpanUnit;
import org.mingze.institution.DiagnosticKind;
import org.mingze.institution.Parameter;
import org.mingze.institution.RecordType;
import org.mingze.institution.expression.Names;
import org.mingze.institution.expression.Type;
import org.mingze.institution.expression.Type.Simple;
import org.mingze.institution.expression.syntax.Cost;
import org.mingze.institution.file.tree.Position;

/// 格内名 — what an expression may mention in one slot of a rule.
public final class SlotNames implements Names {
    /// Names that the language itself gives a meaning.
    public static final Set<String> RESERVED =
            Set.of(
                    "此", "其", "起", "于", "后", "卷", "班", "期", "今", "本岗", "本机构", "本人", "真", "假", "且",
                    "或", "非");

    private static final Set<String> NEEDING_PERIOD = Set.of("期内", "上期内", "案卷");

    private final Setting setting;
    private final Map<String, Type> types;
    private final Optional<Set<String>> duties;

    private SlotNames(Setting setting, Map<String, Type> types, Optional<Set<String>> duties) {
        this.setting = setting;
        this.types = types;
        this.duties = duties;
    }

    /// The parameters of the institution.
    public static SlotNames of(Setting setting) {
        Map<String, Type> types = new LinkedHashMap<>();
        setting.parameters.forEach((name, parameter) -> types.put(name, type(parameter)));
        return new SlotNames(setting, types, Optional.empty());
    }

    /// 应 履 迟 违 免 缺 of these duties may be asked.
    public SlotNames withDuties(Set<String> numbers) {
        return new SlotNames(setting, types, Optional.of(Set.copyOf(numbers)));
    }

    /// A 时长 with its unit, so that unlike units are found when the file is read.
    private static Type type(Parameter parameter) {
        return parameter
                .unit()
                .filter(_ -> parameter.type() == Simple.DURATION)
                .flatMap(
                        word ->
                                Arrays.stream(SpanUnit.values())
                                        .filter(unit -> unit.word().equals(word))
                                        .findFirst())
                .<Type>map(Type.DurationOf::new)
                .orElse(parameter.type());
    }

    public SlotNames with(String name, Type type) {
        Map<String, Type> more = new LinkedHashMap<>(types);
        more.put(name, type);
        return new SlotNames(setting, more, duties);
    }

    SlotNames withRecord(String name, String recordType) {
        return with(name, new Type.RecordOf(Set.of(recordType)));
    }

    /// 本岗 本机构 本人.
    public SlotNames withBearer() {
        return with("本岗", Simple.POST).with("本机构", Simple.BODY).with("本人", Simple.PERSON);
    }

    /// The fields of the record in hand, and 此.
    public SlotNames withFieldsOf(RecordType recordType) {
        Map<String, Type> more = new LinkedHashMap<>(types);
        for (String field : recordType.fieldNames()) {
            if (setting.parameters.containsKey(field) && setting.hidingParameters.add(field)) {
                setting.findings.add(
                        DiagnosticKind.PARAMETER_HIDES_FIELD,
                        setting.parameterPlaces.getOrDefault(field, Position.START),
                        "参数“" + field + "”与“" + recordType.name() + "”的字段同名。");
            }
            recordType.typeOf(field).ifPresent(type -> more.put(field, type));
        }
        more.putAll(setting.definitions.of(recordType.name()));
        more.put("此", new Type.RecordOf(Set.of(recordType.name())));
        return new SlotNames(setting, more, duties);
    }

    @Override
    public Optional<Type> type(String name) {
        return Optional.ofNullable(types.get(name));
    }

    @Override
    public Set<String> visible() {
        return Set.copyOf(types.keySet());
    }

    @Override
    public Optional<Type> field(String recordType, String field) {
        return setting.lexicon
                .recordType(recordType)
                .flatMap(known -> known.typeOf(field))
                .or(() -> Optional.ofNullable(setting.definitions.of(recordType).get(field)));
    }

    @Override
    public Set<String> fields(String recordType) {
        Set<String> fields = new LinkedHashSet<>(setting.definitions.of(recordType).keySet());
        setting.lexicon
                .recordType(recordType)
                .map(RecordType::fieldNames)
                .ifPresent(fields::addAll);
        return fields;
    }

    /// 类, 级 and 职 are words of their choice lists.
    @Override
    public Optional<Type> member(Simple of, String name) {
        Optional<Type> usual = Names.super.member(of, name);
        return switch (name) {
            case "类" -> usual.flatMap(_ -> setting.lexicon.choice("机构类"));
            case "级", "职" -> usual.flatMap(_ -> setting.lexicon.choice(name));
            default -> usual;
        };
    }

    @Override
    public Type stage() {
        return setting.stages.isEmpty()
                ? Simple.TEXT
                : new Type.Choice("阶段", List.copyOf(setting.stages));
    }

    @Override
    public boolean isDerived(String name) {
        return types.get("此") instanceof Type.RecordOf(Set<String> inHand)
                && inHand.stream().anyMatch(type -> setting.definitions.of(type).containsKey(name));
    }

    @Override
    public Optional<Set<String>> duties() {
        return duties;
    }

    @Override
    public Optional<Cost> cost(String name) {
        return setting.definitions.cost(name);
    }

    /// Slices of a period need one; what a stage goes by cannot ask for a stage.
    @Override
    public boolean allows(String function) {
        if (function.equals("阶段")) {
            return setting.stagesMayBeAsked;
        }
        return !NEEDING_PERIOD.contains(function) || types.containsKey("期");
    }

    @Override
    public Set<String> recordTypes() {
        return Set.copyOf(setting.lexicon.recordTypes.keySet());
    }
}
