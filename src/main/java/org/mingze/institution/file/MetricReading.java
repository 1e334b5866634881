package org.mingze.institution.file;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mingze.calendar.PeriodUnit;
import org.mingze.institution.DiagnosticKind;
import org.mingze.institution.Metric;
import org.mingze.institution.RecordType;
import org.mingze.institution.Role;
import org.mingze.institution.expression.Expression;
import org.mingze.institution.expression.Type;
import org.mingze.institution.expression.Type.Simple;
import org.mingze.institution.file.rule.CycleReading;
import org.mingze.institution.file.rule.DutyReading;
import org.mingze.institution.file.rule.RuleReading;
import org.mingze.institution.file.rule.Setting;
import org.mingze.institution.file.rule.SlotNames;
import org.mingze.institution.file.tree.Findings;
import org.mingze.institution.file.tree.Literals;
import org.mingze.institution.file.tree.Section;
import org.mingze.institution.file.tree.Tree;

/// 读指标 — one metric: what it counts, in which unit, and its parts.
final class MetricReading {
    static final Section.Keys METRIC =
            new Section.Keys("指标", Set.of("号", "谁", "每", "值", "单位"), Set.of("名", "分", "时点", "平"));
    static final List<String> UNITS =
            List.of("件", "个", "条", "起", "人", "人次", "批", "户", "次", "天", "元", "万元", "%");
    private static final Set<String> OF_MONEY = Set.of("元", "万元");
    private static final String AT_END = "期末";

    private final Setting setting;
    private final Findings findings;
    private final Set<String> numbers;
    private final Set<String> duties;

    /// @param numbers the 号 already taken
    /// @param duties  the duties whose obligations may be counted
    MetricReading(Setting setting, Set<String> numbers, Set<String> duties) {
        this.setting = setting;
        this.findings = setting.findings;
        this.numbers = numbers;
        this.duties = duties;
    }

    Optional<Metric> read(Tree tree) {
        return Section.of(tree, METRIC, findings).flatMap(this::metric);
    }

    private Optional<Metric> metric(Section written) {
        RuleReading rule = new RuleReading(setting);
        SlotNames names =
                SlotNames.of(setting)
                        .withBearer()
                        .with("期", Simple.PERIOD)
                        .with("今", Simple.DAY)
                        .withDuties(duties);
        Optional<String> number =
                written.scalar("号").flatMap(word -> DutyReading.number(word, numbers, findings));
        Optional<Role> role = written.get("谁").flatMap(rule::role);
        Optional<PeriodUnit> every = CycleReading.plain(written, findings);
        Optional<Expression> value = written.scalar("值").flatMap(of -> value(of, rule, names));
        Optional<String> unit =
                written.scalar("单位")
                        .flatMap(word -> Literals.word(word, UNITS, each -> each, findings));
        boolean money = value.filter(of -> of.type() == Simple.MONEY).isPresent();
        if (money && unit.filter(word -> !OF_MONEY.contains(word)).isPresent()) {
            findings.add(DiagnosticKind.WRONG_SLOT_TYPE, written.placeOf("单位"), "值是钱，单位要写元或万元。");
        }
        Optional<Expression> part = value.flatMap(of -> part(written, of, rule));
        boolean atEnd =
                written.scalar("时点")
                        .flatMap(
                                word ->
                                        Literals.word(
                                                word,
                                                List.of("期内", AT_END),
                                                each -> each,
                                                findings))
                        .filter(AT_END::equals)
                        .isPresent();
        boolean balanced =
                written.scalar("平").flatMap(word -> Literals.truth(word, findings)).orElse(false);
        if (number.isEmpty() || role.isEmpty() || every.isEmpty() || value.isEmpty()) {
            return Optional.empty();
        }
        String name = written.text("名").orElse(number.get());
        return unit.map(
                word ->
                        new Metric(
                                number.get(),
                                name,
                                role.get(),
                                every.get(),
                                value.get(),
                                part,
                                word,
                                atEnd,
                                balanced));
    }

    private Optional<Expression> value(Tree.Scalar scalar, RuleReading rule, SlotNames names) {
        return rule.expression(
                scalar,
                names,
                type -> type instanceof Type.ListOf || RuleReading.isQuantity(type),
                "数或列表");
    }

    private Optional<Expression> part(Section metric, Expression value, RuleReading rule) {
        Optional<Tree.Scalar> written = metric.scalar("分");
        Optional<RecordType> row = row(value.type());
        if (written.isPresent() && row.isEmpty()) {
            findings.add(
                    DiagnosticKind.PART_WITHOUT_ROWS,
                    written.get().place(),
                    "“分”只用于值是同一类记录的列表的指标。");
        }
        if (metric.has("平") && written.isEmpty()) {
            findings.add(DiagnosticKind.PART_WITHOUT_ROWS, metric.placeOf("平"), "“平”要和“分”一起写。");
        }
        SlotNames names = SlotNames.of(setting).with("今", Simple.DAY);
        return written.flatMap(
                text -> row.flatMap(of -> rule.expression(text, names.withFieldsOf(of))));
    }

    private Optional<RecordType> row(Type type) {
        return type instanceof Type.ListOf(Type.RecordOf(Set<String> of)) && of.size() == 1
                ? setting.lexicon.recordType(of.iterator().next())
                : Optional.empty();
    }
}
