package org.mingze.institution.file.rule;

import java.time.DayOfWeek;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mingze.institution.DiagnosticKind;
import org.mingze.institution.DutyForm;
import org.mingze.institution.RecordType;
import org.mingze.institution.Selector;
import org.mingze.institution.Slot;
import org.mingze.institution.expression.Expression;
import org.mingze.institution.expression.Rational;
import org.mingze.institution.expression.Type;
import org.mingze.institution.expression.Type.Simple;
import org.mingze.institution.expression.Value;
import org.mingze.institution.file.tree.Findings;
import org.mingze.institution.file.tree.Literals;
import org.mingze.institution.file.tree.Section;
import org.mingze.institution.file.tree.Tree;
import org.mingze.institution.rota.RotaWork;
import org.mingze.institution.rota.Schedule;

/// 排班之式 — reads 排班: the days, by the calendar or by a roster, and what is done on them.
public final class RotaForms {
    static final Section.Keys WEEKLY =
            new Section.Keys("日", Set.of(), Set.of("周", "每日", "自", "至", "且", "遇假", "遇调休"));
    static final Section.Keys PUBLISHED =
            new Section.Keys("日", Set.of("表", "列", "日"), Set.of("且", "谁"));
    static final Section.Keys COVER =
            new Section.Keys("覆满", Set.of("录", "自", "止"), Set.of("且", "归"));
    private static final List<String> WEEKDAYS = List.of("一", "二", "三", "四", "五", "六", "日");

    private final Section duty;
    private final RuleReading rule;
    private final Findings findings;
    private final Optional<Schedule> schedule;

    RotaForms(Section duty, RuleReading rule) {
        this.duty = duty;
        this.rule = rule;
        this.findings = rule.setting().findings;
        this.schedule = duty.get("日").flatMap(this::schedule);
    }

    /// The names that a bearer may use: 班, a row of the roster.
    SlotNames bearerNames() {
        SlotNames names = SlotNames.of(rule.setting());
        return schedule.flatMap(this::row).map(row -> names.with("班", row)).orElse(names);
    }

    Optional<DutyForm> rota() {
        SlotNames names = bearerNames().withBearer().with("期", Simple.PERIOD);
        if (duty.has("做") == duty.has("覆满")) {
            findings.add(DiagnosticKind.ROTA_WORK, duty.place(), "排班要写“做”或“覆满”其一。");
            return Optional.empty();
        }
        Optional<RotaWork> work =
                duty.has("做") ? acts(names) : duty.get("覆满").flatMap(tree -> cover(tree, names));
        boolean nextDay =
                duty.scalar("窗")
                        .flatMap(
                                word ->
                                        Literals.word(
                                                word, List.of("当日", "次日"), each -> each, findings))
                        .filter("次日"::equals)
                        .isPresent();
        if (schedule.isEmpty() || work.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new DutyForm.Rota(schedule.get(), work.get(), nextDay));
    }

    private Optional<RotaWork> acts(SlotNames names) {
        List<Selector> acts = new SelectorReading(rule).acts(duty, names);
        Optional<Slot> least =
                duty.has("至少")
                        ? duty.scalar("至少").flatMap(text -> rule.slot(text, Simple.INTEGER))
                        : Optional.of(new Slot.Literal(new Value.Numeric(Rational.ONE)));
        return acts.isEmpty()
                ? Optional.empty()
                : least.map(number -> new RotaWork.Acts(acts, number));
    }

    private Optional<RotaWork> cover(Tree tree, SlotNames names) {
        Optional<Section> section = Section.of(tree, COVER, findings);
        SelectorReading selectors = new SelectorReading(rule);
        Optional<Selector> shifts = section.flatMap(_ -> selectors.within(tree, COVER, names));
        Optional<Expression> from = shifts.flatMap(of -> selectors.end(section, "自", of, names));
        Optional<Expression> to = shifts.flatMap(of -> selectors.end(section, "止", of, names));
        if (shifts.isEmpty() || from.isEmpty() || to.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new RotaWork.Cover(shifts.get(), from.get(), to.get()));
    }

    private Optional<Schedule> schedule(Tree tree) {
        boolean published =
                tree instanceof Tree.Mapping mapping
                        && mapping.pairs().stream().anyMatch(pair -> pair.key().text().equals("表"));
        return Section.of(tree, published ? PUBLISHED : WEEKLY, findings)
                .flatMap(section -> published ? published(section) : weekly(section));
    }

    private Optional<Schedule> weekly(Section section) {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (Tree.Scalar word : section.words("周")) {
            Literals.word(word, WEEKDAYS, each -> each, findings)
                    .map(day -> DayOfWeek.of(WEEKDAYS.indexOf(day) + 1))
                    .ifPresent(days::add);
        }
        boolean daily =
                section.scalar("每日").flatMap(word -> Literals.truth(word, findings)).orElse(false);
        if (daily == section.has("周")) {
            findings.add(DiagnosticKind.ROTA_DAYS, section.place(), "“日”要写“周”或“每日: 是”其一。");
            return Optional.empty();
        }
        SlotNames names = SlotNames.of(rule.setting()).withBearer().with("日", Simple.DAY);
        Schedule.OnHoliday onHoliday =
                section.scalar("遇假")
                        .flatMap(
                                word ->
                                        Literals.word(
                                                word,
                                                List.of(Schedule.OnHoliday.values()),
                                                Schedule.OnHoliday::word,
                                                findings))
                        .orElse(Schedule.OnHoliday.EXEMPT);
        boolean madeUp =
                section.scalar("遇调休")
                        .flatMap(
                                word ->
                                        Literals.word(
                                                word, List.of("补", "不补"), each -> each, findings))
                        .filter("补"::equals)
                        .isPresent();
        return Optional.of(
                new Schedule.Weekly(
                        daily ? EnumSet.allOf(DayOfWeek.class) : days,
                        section.scalar("自").flatMap(rule::monthDay),
                        section.scalar("至").flatMap(rule::monthDay),
                        section.scalar("且").flatMap(text -> rule.condition(text, names)),
                        onHoliday,
                        madeUp));
    }

    private Optional<Schedule> published(Section section) {
        SlotNames names = SlotNames.of(rule.setting());
        Optional<Selector> plan = new SelectorReading(rule).plan(section, names);
        Optional<RecordType> type =
                plan.flatMap(of -> rule.setting().lexicon.recordType(of.recordType()));
        Optional<String> rows = section.scalar("列").flatMap(name -> rows(name, type));
        Map<String, Type> fields =
                type.flatMap(of -> rows.flatMap(of::typeOf))
                        .map(RotaForms::fields)
                        .orElse(Map.of());
        Optional<String> day =
                section.scalar("日").flatMap(name -> field(name, fields, Set.of(Simple.DAY)));
        Optional<String> who =
                section.scalar("谁")
                        .flatMap(
                                name ->
                                        field(
                                                name,
                                                fields,
                                                Set.of(Simple.PERSON, Simple.POST, Simple.BODY)));
        if (plan.isEmpty() || rows.isEmpty() || day.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Schedule.Published(plan.get(), rows.get(), day.get(), who));
    }

    private Optional<String> rows(Tree.Scalar name, Optional<RecordType> type) {
        boolean listed =
                type.flatMap(of -> of.typeOf(name.text()))
                        .filter(of -> !fields(of).isEmpty())
                        .isPresent();
        if (type.isPresent() && !listed) {
            findings.addUnknown(
                    DiagnosticKind.UNKNOWN_FIELD,
                    name,
                    "“" + type.get().name() + "”没有列字段“" + name.text() + "”。",
                    type.get().fieldNames());
        }
        return listed ? Optional.of(name.text()) : Optional.empty();
    }

    private Optional<String> field(Tree.Scalar name, Map<String, Type> fields, Set<Type> wanted) {
        if (fields.isEmpty()) {
            return Optional.empty();
        }
        Type type = fields.get(name.text());
        if (type == null || !wanted.contains(type)) {
            findings.addUnknown(
                    DiagnosticKind.UNKNOWN_FIELD,
                    name,
                    "表里没有合用的栏“" + name.text() + "”。",
                    fields.keySet());
            return Optional.empty();
        }
        return Optional.of(name.text());
    }

    private Optional<Type> row(Schedule of) {
        return of instanceof Schedule.Published published
                ? rule.setting()
                        .lexicon
                        .recordType(published.plan().recordType())
                        .flatMap(type -> type.typeOf(published.rows()))
                        .map(RotaForms::fields)
                        .map(Type.Structure::new)
                : Optional.empty();
    }

    private static Map<String, Type> fields(Type type) {
        return type instanceof Type.ListOf(Type.Structure(Map<String, Type> fields))
                ? fields
                : Map.of();
    }
}
