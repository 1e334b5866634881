package org.mingze.institution.expression;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mingze.calendar.SpanUnit;
import org.mingze.institution.expression.Type.Choice;
import org.mingze.institution.expression.Type.DurationOf;
import org.mingze.institution.expression.Type.ListOf;
import org.mingze.institution.expression.Type.RecordOf;
import org.mingze.institution.expression.Type.Simple;
import org.mingze.institution.expression.Type.Structure;

/// A small vocabulary, with the fields of one record type in hand.
final class SampleNames implements Names {
    private static final Type SUBJECTS =
            new ListOf(choice("议题题", "全面从严治党", "意识形态", "党建", "安全生产", "第一议题", "其他"));
    private static final Type DECISION = choice("决定", "通过", "否决", "缓议");
    private static final Type STUDY_KIND = choice("学习类", "研讨", "集体学习", "自学", "党课");
    private static final Type DOCUMENT_KIND = choice("公文类", "请示", "报告", "函询", "上级文件");

    private static final Type SPEECH =
            structure(
                    Map.entry("人", Simple.PERSON),
                    Map.entry("序", Simple.INTEGER),
                    Map.entry("意见", choice("意见", "同意", "不同意", "缓议")));
    private static final Type VOTE =
            structure(
                    Map.entry("赞成", Simple.INTEGER),
                    Map.entry("反对", Simple.INTEGER),
                    Map.entry("弃权", Simple.INTEGER));
    private static final Type AGENDA =
            structure(
                    Map.entry("序", Simple.INTEGER),
                    Map.entry("类", choice("议题类", "学习", "专题研究", "决策", "人事")),
                    Map.entry("题", SUBJECTS),
                    Map.entry("名", Simple.TEXT),
                    Map.entry("临时", Simple.TRUTH),
                    Map.entry("决定", DECISION),
                    Map.entry("多数意见", DECISION),
                    Map.entry("理由", Simple.TEXT),
                    Map.entry("发言", new ListOf(SPEECH)),
                    Map.entry("表决", VOTE));

    private static final Map<String, Map<String, Type>> RECORDS =
            Map.of(
                    "公假",
                    fields(
                            Map.entry("岗", Simple.POST),
                            Map.entry("自", Simple.DAY),
                            Map.entry("止", Simple.DAY)),
                    "会议",
                    fields(
                            Map.entry("机构", Simple.BODY),
                            Map.entry("类", choice("会议类", "党委会", "常委会", "民主生活会")),
                            Map.entry("主持", Simple.POST),
                            Map.entry("应到", Simple.INTEGER),
                            Map.entry("实到", Simple.INTEGER),
                            Map.entry("专题", Simple.TRUTH),
                            Map.entry("议程", new ListOf(AGENDA)),
                            Map.entry("报告时长", Simple.DURATION)),
                    "学习",
                    fields(
                            Map.entry("机构", Simple.BODY),
                            Map.entry("类", STUDY_KIND),
                            Map.entry("参加", new ListOf(Simple.PERSON)),
                            Map.entry("学时", Simple.NUMBER),
                            Map.entry("材料", new ListOf(Simple.EVIDENCE)),
                            Map.entry("署名", Simple.TRUTH)),
                    "问题",
                    fields(
                            Map.entry("责任单位", Simple.BODY),
                            Map.entry("责任人", Simple.POST),
                            Map.entry("期限", Simple.DAY),
                            Map.entry("方案", Simple.TEXT),
                            Map.entry("性质", choice("性质", "立行立改", "限期", "长期"))),
                    "整改",
                    fields(
                            Map.entry("问题", record("问题")),
                            Map.entry("人", Simple.POST),
                            Map.entry("附", new ListOf(Simple.EVIDENCE))),
                    "验收",
                    fields(
                            Map.entry("整改", record("整改")),
                            Map.entry("人", Simple.POST),
                            Map.entry("结论", choice("结论", "通过", "不通过"))),
                    "公文",
                    fields(
                            Map.entry("机构", Simple.BODY),
                            Map.entry("类", DOCUMENT_KIND),
                            Map.entry("向", Simple.BODY),
                            Map.entry("缘", new ListOf(record())),
                            Map.entry("涉及人", Simple.PERSON),
                            Map.entry("收日", Simple.DAY),
                            Map.entry("署名", Simple.TRUTH)),
                    "项目",
                    fields(
                            Map.entry("估算", Simple.MONEY),
                            Map.entry("概算", Simple.MONEY),
                            Map.entry("来源", record("公文", "会议"))));

    private static final Map<String, Type> COMMON =
            Map.of(
                    "本岗", Simple.POST,
                    "本机构", Simple.BODY,
                    "期", Simple.PERIOD,
                    "超估比", Simple.NUMBER,
                    "公示期", new DurationOf(SpanUnit.WORKING_DAY),
                    "征求期", new DurationOf(SpanUnit.DAY),
                    "影响期",
                            structure(
                                    Map.entry("提醒", Simple.INTEGER),
                                    Map.entry("警告", Simple.INTEGER)));

    private final Map<String, Type> visible = new LinkedHashMap<>(COMMON);

    SampleNames(String recordType) {
        visible.putAll(RECORDS.getOrDefault(recordType, Map.of()));
        visible.put("此", record(recordType));
    }

    private static Type choice(String list, String... words) {
        return new Choice(list, List.of(words));
    }

    private static Type record(String... names) {
        return new RecordOf(Set.of(names));
    }

    @SafeVarargs
    private static Map<String, Type> fields(Map.Entry<String, Type>... entries) {
        Map<String, Type> fields = new LinkedHashMap<>();
        fields.put("日", Simple.DAY);
        fields.put("时", Simple.MOMENT);
        for (Map.Entry<String, Type> entry : entries) {
            fields.put(entry.getKey(), entry.getValue());
        }
        return fields;
    }

    @SafeVarargs
    private static Type structure(Map.Entry<String, Type>... entries) {
        Map<String, Type> fields = new LinkedHashMap<>();
        for (Map.Entry<String, Type> entry : entries) {
            fields.put(entry.getKey(), entry.getValue());
        }
        return new Structure(fields);
    }

    @Override
    public Optional<Type> type(String name) {
        return Optional.ofNullable(visible.get(name));
    }

    @Override
    public Set<String> visible() {
        return visible.keySet();
    }

    @Override
    public Optional<Type> field(String recordType, String field) {
        return Optional.ofNullable(RECORDS.getOrDefault(recordType, Map.of()).get(field));
    }

    @Override
    public Set<String> fields(String recordType) {
        return RECORDS.getOrDefault(recordType, Map.of()).keySet();
    }

    @Override
    public Set<String> recordTypes() {
        return RECORDS.keySet();
    }

    @Override
    public Optional<Type> member(Simple of, String name) {
        return of == Simple.BODY && name.equals("类")
                ? Optional.of(choice("机构类", "党委", "政府", "纪委"))
                : Names.super.member(of, name);
    }
}
