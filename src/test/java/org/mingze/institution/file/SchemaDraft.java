package org.mingze.institution.file;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.mingze.calendar.PeriodUnit;
import org.mingze.calendar.RestDayRule;
import org.mingze.institution.DutyForm;
import org.mingze.institution.FieldClass;
import org.mingze.institution.Institution;
import org.mingze.institution.ReportTemplate;
import org.mingze.institution.file.rule.RuleKeys;
import org.mingze.institution.file.tree.Section;
import org.mingze.institution.file.words.WordKeys;
import org.mingze.institution.rota.Schedule;

/// 编辑器用的格式 — JSON Schema drawn from the key tables that the reader itself goes by.
final class SchemaDraft {
    private static final String DAY = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$";
    private static final Map<String, String> MEANINGS = SchemaMeanings.all();
    private static final Set<String> EXPRESSIONS =
            Set.of("且", "当", "须", "为", "分子", "分母", "期限", "时", "量", "异", "系", "参评", "分", "可缺");

    private final Map<String, Object> definitions = new LinkedHashMap<>();
    private final Set<String> meant = new TreeSet<>();

    /// The names of the meanings that the schema used.
    Set<String> meant() {
        return meant;
    }

    Map<String, Object> institution() {
        Map<String, Object> root = object("制度", ReadingFiles.INSTITUTION);
        return whole("制度文件", root);
    }

    Map<String, Object> vocabulary() {
        return whole("词汇文件", object("词汇", ReadingFiles.VOCABULARY));
    }

    Map<String, Object> settings() {
        return whole("设定文件", object("设定", SettingsReading.SETTINGS));
    }

    private Map<String, Object> whole(String title, Map<String, Object> root) {
        Map<String, Object> whole = new LinkedHashMap<>();
        whole.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        whole.put("title", title);
        whole.put("description", "由制度读取器的键表生成，改格式时重新生成，不手改。");
        whole.putAll(root);
        whole.put("$defs", definitions);
        return whole;
    }

    /// A mapping with the keys of a table, every one with its meaning.
    private Map<String, Object> object(String context, Section.Keys keys) {
        Map<String, Object> properties = new LinkedHashMap<>();
        Set<String> all = new TreeSet<>(keys.required());
        all.addAll(keys.optional());
        for (String key : all) {
            Map<String, Object> property = new LinkedHashMap<>(value(context, key));
            property.put("description", meaning(context, key));
            properties.put(key, property);
        }
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("type", "object");
        object.put("properties", properties);
        object.put("required", List.copyOf(new TreeSet<>(keys.required())));
        object.put("additionalProperties", false);
        return object;
    }

    private String meaning(String context, String key) {
        String own = context + "." + key;
        String name = MEANINGS.containsKey(own) ? own : key;
        meant.add(name);
        return MEANINGS.getOrDefault(name, "");
    }

    private Map<String, Object> value(String context, String key) {
        return switch (context + "." + key) {
            case "制度.职责" -> listOf(duty());
            case "制度.施行", "词汇.施行" -> named("施行", Heading.IN_FORCE);
            case "制度.适用" -> named("适用", InstitutionReading.SCOPE);
            case "制度.出处" -> mapOf(named("出处", InstitutionReading.SOURCE));
            case "制度.参数" -> mapOf(named("参数", ParameterReading.PARAMETER));
            case "制度.定义" -> mapOf(named("定义", DefinitionReading.DEFINITION));
            case "制度.案卷" -> mapOf(named("案卷", DossierReading.DOSSIER));
            case "制度.指标" -> listOf(named("指标", MetricReading.METRIC));
            case "制度.考核" -> oneOrMore(named("考核", SchemeReading.SCHEME));
            case "制度.述职" -> oneOrMore(named("述职", ReportReading.TEMPLATE));
            case "制度.选项", "词汇.选项" -> mapOf(listOf(scalar()));
            case "制度.记录", "词汇.记录", "词汇.内置" -> mapOf(recordType());
            case "制度.角色", "词汇.角色" -> mapOf(role());
            case "角色.机构", "角色.于" -> table("角色的机构", WordKeys.sections());
            case "角色.岗" -> table("角色的岗", WordKeys.sections());
            case "记录类型.字段", "补的字段.字段" -> mapOf(field());
            case "记录类型.默认类" -> words(FieldClass.values(), FieldClass::word);
            case "记录类型.表单", "补的字段.表单" -> table("表单", WordKeys.sections());
            case "表单.叫法" -> mapOf(scalar());
            case "表单.须填", "表单.不问" -> oneOrMore(scalar());
            case "出处.条文" -> mapOf(scalar());
            case "案卷.起", "职责.起", "职责.于", "职责.后" -> selector("起");
            case "案卷.接续" -> mapOf(scalar());
            case "案卷.阶段" -> listOf(named("阶段", DossierReading.STAGE));
            case "阶段.可记" -> oneOrMore(scalar());
            case "职责.至" -> selector("止");
            case "职责.做" -> oneOrMore(selector("做"));
            case "职责.止", "职责.前", "职责.复发" -> selector("止");
            case "职责.对" -> anyOf(scalar(), table("对", RuleKeys.sections()));
            case "职责.日" ->
                    anyOf(table("排班的日", RuleKeys.sections()), table("排班的表", RuleKeys.sections()));
            case "职责.窗" -> anyOf(words(List.of("当日", "次日")), table("窗", RuleKeys.sections()));
            case "职责.覆满", "职责.扣除", "职责.可延", "职责.距", "职责.可免" -> table(key, RuleKeys.sections());
            case "职责.末日遇休" ->
                    anyOf(
                            words(RestDayRule.values(), RestDayRule::word),
                            table("末日遇休", RuleKeys.sections()));
            case "职责.级" -> listOf(table("级", RuleKeys.sections()));
            case "职责.步" -> listOf(table("步", RuleKeys.sections()));
            case "职责.成员" -> words(DutyForm.Membership.values(), DutyForm.Membership::word);
            case "职责.按" -> words(DutyForm.CountedBy.values(), DutyForm.CountedBy::word);
            case "职责.违则" -> words(DutyForm.Consequence.values(), DutyForm.Consequence::word);
            case "职责.复位" -> words(List.of("已履", "不复位"));
            case "职责.启", "指标.平", "板块.必", "阶段.了结", "阶段.旁支", "排班的日.每日", "可延.告知" ->
                    words(List.of("是", "否"));
            case "末日遇休.则" -> words(RestDayRule.values(), RestDayRule::word);
            case "可免.由", "职责.须齐", "制度.用", "制度.抵触" -> oneOrMore(scalar());
            case "施行.态" -> words(Institution.Status.values(), Institution.Status::word);
            case "施行.分期" -> words(List.of("期首", "拆分"));
            case "施行.自", "施行.止", "参数的值.自", "设定的项.自", "设定的项.止" -> pattern(DAY);
            case "参数.许设" -> oneOrMore(words(ParameterReading.SETTERS));
            case "参数.值" ->
                    anyOf(
                            List.of(
                                    scalar(),
                                    mapOf(scalar()),
                                    listOf(named("参数的值", ParameterReading.DATED))));
            case "参数的值.值", "设定的项.值" -> anyOf(scalar(), mapOf(scalar()));
            case "参数.单位" -> scalar();
            case "指标.每", "考核.每" -> words(periods());
            case "指标.单位" -> words(MetricReading.UNITS);
            case "指标.时点" -> words(List.of("期内", "期末"));
            case "考核.对象" -> anyOf(bearer(), named("考核的对象", SchemeReading.RECORDS));
            case "考核.项" -> listOf(named("考核的项", SchemeReading.ITEM));
            case "考核.人工" -> named("人工", SchemeReading.MANUAL);
            case "考核.评档" -> oneOrMore(named("评档", SchemeReading.GRADE));
            case "考核.排名" -> named("考核的排名", SchemeReading.RANKING);
            case "考核的排名.段" -> listOf(named("段", SchemeReading.BAND));
            case "考核的排名.不评" -> named("不评", SchemeReading.UNRANKED);
            case "考核的排名.按" -> words(List.of("总分"));
            case "考核的排名.并列" -> words(List.of("同名次", "依次排"));
            case "考核的项.扣" -> named("扣", ItemReading.DEDUCTED);
            case "考核的项.线性" -> named("线性", ItemReading.LINEAR);
            case "考核的项.排名" -> named("按名次", ItemReading.BY_RANK);
            case "扣.情形" -> oneOrMore(words(ItemReading.STATES));
            case "人工.须" -> oneOrMore(words(List.of("理由", "署名")));
            case "述职.板块" -> listOf(named("板块", ReportReading.CLAUSE));
            case "板块.期" -> words(ReportTemplate.Horizon.values(), ReportTemplate.Horizon::word);
            case "板块.句" -> oneOrMore(anyOf(scalar(), named("句", ReportReading.SENTENCE)));
            case "板块.取" -> oneOrMore(anyOf(scalar(), table("取", RuleKeys.sections())));
            case "句.列" ->
                    oneOrMore(words(ReportTemplate.Tally.values(), ReportTemplate.Tally::word));
            case "设定.项" -> listOf(named("设定的项", SettingsReading.ITEM));
            case "排班的日.周" -> oneOrMore(words(List.of("一", "二", "三", "四", "五", "六", "日")));
            case "排班的日.遇假" -> words(Schedule.OnHoliday.values(), Schedule.OnHoliday::word);
            case "排班的日.遇调休" -> words(List.of("补", "不补"));
            case "排班的表.谁", "排班的表.日", "排班的表.列", "排班的表.表" -> scalar();
            default -> usual(key);
        };
    }

    /// What a key takes wherever it stands.
    private Map<String, Object> usual(String key) {
        return switch (key) {
            case "谁", "谁缺", "向", "督", "批", "报", "由", "知", "须批" -> bearer();
            case "据" -> pattern("^\\s*\\S+\\s+\\S.*\\s[A-D]\\s*$");
            case "编号" -> pattern("^[a-z0-9]+(\\.[a-z0-9]+)*$");
            case "级", "类", "职" -> oneOrMore(scalar());
            case "式" -> scalar();
            default ->
                    EXPRESSIONS.contains(key)
                            ? Map.of("$ref", reference("表达式", Map.of("type", types())))
                            : scalar();
        };
    }

    /// A duty has the keys of its form.
    private Map<String, Object> duty() {
        List<Object> choices =
                RuleKeys.forms().entrySet().stream()
                        .map(form -> (Object) form(form.getKey(), form.getValue()))
                        .toList();
        Map<String, Object> forms = new LinkedHashMap<>();
        forms.put("type", "object");
        forms.put("required", List.of("式"));
        forms.put("properties", Map.of("式", words(words())));
        forms.put("allOf", choices);
        return Map.of("$ref", reference("职责", forms));
    }

    private static List<String> words() {
        return RuleKeys.forms().keySet().stream().filter(word -> !word.contains("（")).toList();
    }

    private Map<String, Object> form(String name, Section.Keys keys) {
        boolean steps = name.contains("（");
        String word = steps ? name.substring(0, name.indexOf('（')) : name;
        Map<String, Object> when = new LinkedHashMap<>();
        when.put("properties", Map.of("式", Map.of("const", word)));
        boolean parted =
                RuleKeys.forms().keySet().stream().anyMatch(of -> of.startsWith(word + "（"));
        if (steps) {
            when.put(
                    "anyOf",
                    List.of(Map.of("required", List.of("卷")), Map.of("required", List.of("步"))));
        } else if (parted) {
            when.put(
                    "not",
                    Map.of(
                            "anyOf",
                            List.of(
                                    Map.of("required", List.of("卷")),
                                    Map.of("required", List.of("步")))));
        }
        when.put("required", List.of("式"));
        Map<String, Object> choice = new LinkedHashMap<>();
        choice.put("if", when);
        choice.put("then", object("职责", keys));
        return choice;
    }

    private Map<String, Object> selector(String table) {
        return anyOf(scalar(), table(table, RuleKeys.sections()));
    }

    private Map<String, Object> bearer() {
        return anyOf(scalar(), table("限定的角色", WordKeys.sections()));
    }

    private Map<String, Object> role() {
        return table("角色", WordKeys.sections());
    }

    private Map<String, Object> recordType() {
        return anyOf(table("记录类型", WordKeys.sections()), table("补的字段", WordKeys.sections()));
    }

    private Map<String, Object> field() {
        Map<String, Object> nested = new LinkedHashMap<>();
        nested.put("type", "object");
        nested.put(
                "properties", Map.of("列", Map.of("type", "object"), "组", Map.of("type", "object")));
        nested.put("maxProperties", 1);
        nested.put("minProperties", 1);
        nested.put("additionalProperties", false);
        return anyOf(scalar(), nested);
    }

    private Map<String, Object> table(String name, Map<String, Section.Keys> tables) {
        Section.Keys keys = tables.get(name);
        if (keys == null) {
            throw new IllegalArgumentException("no key table: " + name);
        }
        return named(name, keys);
    }

    private Map<String, Object> named(String name, Section.Keys keys) {
        if (!definitions.containsKey(name)) {
            definitions.put(name, Map.of());
            definitions.put(name, object(name, keys));
        }
        return Map.of("$ref", "#/$defs/" + name);
    }

    private String reference(String name, Map<String, Object> schema) {
        definitions.putIfAbsent(name, schema);
        return "#/$defs/" + name;
    }

    private static List<String> types() {
        return List.of("string", "number", "boolean");
    }

    private static Map<String, Object> scalar() {
        return Map.of("type", types());
    }

    private static Map<String, Object> pattern(String pattern) {
        Map<String, Object> text = new LinkedHashMap<>();
        text.put("type", "string");
        text.put("pattern", pattern);
        return text;
    }

    private static <T> Map<String, Object> words(T[] words, Function<T, String> word) {
        return words(Arrays.stream(words).map(word).toList());
    }

    private static Map<String, Object> words(List<String> words) {
        return Map.of("enum", words);
    }

    private static List<String> periods() {
        return Arrays.stream(PeriodUnit.values())
                .filter(unit -> unit != PeriodUnit.DAY)
                .map(PeriodUnit::word)
                .toList();
    }

    private static Map<String, Object> listOf(Map<String, Object> item) {
        Map<String, Object> list = new LinkedHashMap<>();
        list.put("type", "array");
        list.put("items", item);
        return list;
    }

    private static Map<String, Object> mapOf(Map<String, Object> value) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("type", "object");
        map.put("additionalProperties", value);
        return map;
    }

    private static Map<String, Object> oneOrMore(Map<String, Object> item) {
        return anyOf(List.of(item, listOf(item)));
    }

    private static Map<String, Object> anyOf(
            Map<String, Object> first, Map<String, Object> second) {
        return anyOf(List.of(first, second));
    }

    private static Map<String, Object> anyOf(List<Map<String, Object>> choices) {
        return Map.of("anyOf", choices);
    }

    /// The schema as text, keys in a fixed order.
    static String text(Object schema) {
        StringBuilder out = new StringBuilder();
        write(schema, "", out);
        return out.append('\n').toString();
    }

    private static void write(Object value, String indent, StringBuilder out) {
        String inner = indent + "  ";
        switch (value) {
            case Map<?, ?> map -> {
                out.append("{");
                String comma = "\n";
                List<? extends Map.Entry<?, ?>> entries =
                        map instanceof LinkedHashMap<?, ?>
                                ? List.copyOf(map.entrySet())
                                : map.entrySet().stream()
                                        .sorted(Comparator.comparing(of -> of.getKey().toString()))
                                        .toList();
                for (Map.Entry<?, ?> entry : entries) {
                    out.append(comma).append(inner).append(quoted(entry.getKey())).append(": ");
                    write(entry.getValue(), inner, out);
                    comma = ",\n";
                }
                out.append('\n').append(indent).append("}");
            }
            case List<?> list -> {
                out.append("[");
                String comma = "";
                for (Object item : list) {
                    out.append(comma);
                    write(item, inner, out);
                    comma = ", ";
                }
                out.append("]");
            }
            case String text -> out.append(quoted(text));
            default -> out.append(value);
        }
    }

    private static String quoted(Object text) {
        return '"'
                + text.toString()
                        .replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("\n", "\\n")
                        .replace("\t", "\\t")
                + '"';
    }
}
