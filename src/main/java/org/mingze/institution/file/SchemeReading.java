package org.mingze.institution.file;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mingze.calendar.PeriodUnit;
import org.mingze.institution.Bearer;
import org.mingze.institution.DiagnosticKind;
import org.mingze.institution.RecordType;
import org.mingze.institution.Role;
import org.mingze.institution.Slot;
import org.mingze.institution.assessment.Scheme;
import org.mingze.institution.expression.Expression;
import org.mingze.institution.expression.Rational;
import org.mingze.institution.expression.Type.Simple;
import org.mingze.institution.expression.Value;
import org.mingze.institution.file.rule.CycleReading;
import org.mingze.institution.file.rule.DutyReading;
import org.mingze.institution.file.rule.RuleReading;
import org.mingze.institution.file.rule.SelectorReading;
import org.mingze.institution.file.rule.Setting;
import org.mingze.institution.file.rule.SlotNames;
import org.mingze.institution.file.tree.Findings;
import org.mingze.institution.file.tree.Literals;
import org.mingze.institution.file.tree.Section;
import org.mingze.institution.file.tree.Tree;

/// 读考核 — one assessment scheme: its subjects, items, grades and ranking.
final class SchemeReading {
    static final Section.Keys SCHEME =
            new Section.Keys(
                    "考核",
                    Set.of("号", "每", "对象", "满分", "项"),
                    Set.of("名", "督", "参评", "人工", "评档", "排名"));
    static final Section.Keys RECORDS = new Section.Keys("对象", Set.of("录"), Set.of());
    static final Section.Keys ITEM =
            new Section.Keys(
                    "考核的项", Set.of("号", "满"), Set.of("名", "且", "取", "按", "扣", "线性", "排名", "据"));
    static final Section.Keys MANUAL = new Section.Keys("人工", Set.of("至多", "须"), Set.of());
    static final Section.Keys GRADE = new Section.Keys("评档", Set.of("档", "至少"), Set.of());
    static final Section.Keys RANKING =
            new Section.Keys("排名", Set.of("按", "段"), Set.of("并列", "不评"));
    static final Section.Keys BAND = new Section.Keys("段", Set.of("档", "至"), Set.of());
    static final Section.Keys UNRANKED = new Section.Keys("不评", Set.of("当", "视同"), Set.of());
    private static final Rational WHOLE = Rational.ONE;

    private final Setting setting;
    private final Findings findings;
    private final Set<String> numbers;
    private final Set<String> duties;
    private final Set<String> metrics;
    private final Map<String, Role> bearers;
    private RuleReading rule;

    /// @param bearers the role that bears each duty, where a role does
    SchemeReading(
            Setting setting,
            Set<String> numbers,
            Set<String> duties,
            Set<String> metrics,
            Map<String, Role> bearers) {
        this.bearers = bearers;
        this.setting = setting;
        this.findings = setting.findings;
        this.numbers = numbers;
        this.duties = duties;
        this.metrics = metrics;
        this.rule = new RuleReading(setting);
    }

    Optional<Scheme> read(Tree tree) {
        rule = new RuleReading(setting);
        return Section.of(tree, SCHEME, findings).flatMap(this::scheme);
    }

    private Optional<Scheme> scheme(Section written) {
        Optional<String> number =
                written.scalar("号").flatMap(word -> DutyReading.number(word, numbers, findings));
        Optional<PeriodUnit> every = CycleReading.plain(written, findings);
        Optional<Scheme.Subjects> subjects = written.get("对象").flatMap(this::subjects);
        SlotNames names = names(subjects);
        Optional<Expression> eligible =
                written.scalar("参评").flatMap(text -> rule.condition(text, names));
        Optional<Slot> full = number(written, "满分");
        ItemReading reading = new ItemReading(setting, rule, duties, metrics);
        List<Scheme.Item> items = new ArrayList<>();
        for (Tree tree : written.list("项")) {
            Optional<Scheme.Item> item = reading.read(tree, names);
            item.ifPresent(items::add);
            item.ifPresent(of -> subjects.ifPresent(who -> checkBearer(of, who, tree)));
        }
        Optional<Scheme.Manual> manual = written.get("人工").flatMap(this::manual);
        List<Scheme.Grade> grades = grades(written);
        Optional<Scheme.Ranking> ranking = written.get("排名").flatMap(tree -> ranking(tree, names));
        Optional<Bearer> enforcer = written.get("督").flatMap(tree -> rule.bearer(tree, names));
        full.ifPresent(of -> checkSum(written, of, items, manual));
        if (number.isEmpty() || every.isEmpty() || subjects.isEmpty() || full.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new Scheme(
                        number.get(),
                        written.text("名").orElse(number.get()),
                        every.get(),
                        subjects.get(),
                        eligible,
                        full.get(),
                        items,
                        manual,
                        grades,
                        ranking,
                        enforcer,
                        rule.parameters()));
    }

    private SlotNames names(Optional<Scheme.Subjects> subjects) {
        SlotNames names =
                SlotNames.of(setting)
                        .with("期", Simple.PERIOD)
                        .with("今", Simple.DAY)
                        .withDuties(duties);
        return subjects.map(
                        of ->
                                switch (of) {
                                    case Scheme.Subjects.Members _ -> names.withBearer();
                                    case Scheme.Subjects.RecordsOf(String type) ->
                                            setting.lexicon
                                                    .recordType(type)
                                                    .map(names::withFieldsOf)
                                                    .orElse(names);
                                })
                .orElse(names);
    }

    /// A duty that no subject can owe would never be missed, and give full marks to everybody.
    private void checkBearer(Scheme.Item item, Scheme.Subjects subjects, Tree tree) {
        if (!(item.source() instanceof Scheme.Source.OfDuty(String duty))) {
            return;
        }
        Role bearer = bearers.get(duty);
        boolean possible =
                switch (subjects) {
                    case Scheme.Subjects.RecordsOf _ -> false;
                    case Scheme.Subjects.Members(Role role) ->
                            bearer == null || mayOwe(role, bearer);
                };
        if (!possible) {
            findings.add(
                    DiagnosticKind.SCORED_DUTY_OF_OTHERS,
                    tree.place(),
                    "职责“" + duty + "”不由考核对象承担，也不由它的岗承担。");
        }
    }

    /// Whether a member may owe itself what the role owes, or a body through one of its posts.
    private static boolean mayOwe(Role subject, Role bearer) {
        boolean kinds =
                subject.bodyKinds().isEmpty()
                        || bearer.bodyKinds().isEmpty()
                        || !Collections.disjoint(subject.bodyKinds(), bearer.bodyKinds());
        boolean titles =
                !subject.isPost()
                        || (bearer.isPost()
                                && !Collections.disjoint(
                                        subject.postTitles().orElse(Set.of()),
                                        bearer.postTitles().orElse(Set.of())));
        return kinds && titles;
    }

    private Optional<Scheme.Subjects> subjects(Tree tree) {
        boolean records =
                tree instanceof Tree.Mapping mapping
                        && mapping.pairs().stream().anyMatch(pair -> pair.key().text().equals("录"));
        if (!records) {
            return rule.role(tree).map(Scheme.Subjects.Members::new);
        }
        return Section.of(tree, RECORDS, findings)
                .flatMap(of -> of.scalar("录"))
                .flatMap(new SelectorReading(rule)::recordType)
                .map(RecordType::name)
                .map(Scheme.Subjects.RecordsOf::new);
    }

    private Optional<Slot> number(Section section, String key) {
        return section.scalar(key).flatMap(text -> rule.slot(text, Simple.NUMBER));
    }

    /// Where all are literal; what parameters give is added up when somebody is scored.
    private void checkSum(
            Section written, Slot full, List<Scheme.Item> items, Optional<Scheme.Manual> manual) {
        Optional<Rational> wanted = literal(full);
        Optional<Rational> sum = Optional.of(Rational.ZERO);
        for (Scheme.Item item : items) {
            sum = sum.flatMap(before -> literal(item.full()).map(before::plus));
        }
        if (wanted.isEmpty() || sum.isEmpty() || items.size() != written.list("项").size()) {
            return;
        }
        Rational without = sum.get();
        Rational with =
                manual.map(Scheme.Manual::atMost)
                        .flatMap(SchemeReading::literal)
                        .map(without::plus)
                        .orElse(without);
        if (!wanted.get().equals(without) && !wanted.get().equals(with)) {
            findings.add(
                    DiagnosticKind.MARKS_DO_NOT_ADD_UP,
                    written.placeOf("满分"),
                    "各项满分之和是%s，不是%s。".formatted(without, wanted.get()));
        }
    }

    private static Optional<Rational> literal(Slot slot) {
        return slot instanceof Slot.Literal(Value.Numeric(Rational number))
                ? Optional.of(number)
                : Optional.empty();
    }

    private static boolean isBelow(Slot lower, Slot upper) {
        Optional<Rational> low = literal(lower);
        Optional<Rational> high = literal(upper);
        return low.isEmpty() || high.isEmpty() || low.get().compareTo(high.get()) < 0;
    }

    private Optional<Scheme.Manual> manual(Tree tree) {
        Optional<Section> written = Section.of(tree, MANUAL, findings);
        List<String> required = new ArrayList<>();
        for (Tree.Scalar word : written.map(of -> of.words("须")).orElse(List.of())) {
            Literals.word(word, List.of("理由", "署名"), each -> each, findings)
                    .ifPresent(required::add);
        }
        return written.flatMap(of -> number(of, "至多"))
                .map(most -> new Scheme.Manual(most, required));
    }

    private List<Scheme.Grade> grades(Section written) {
        List<Scheme.Grade> grades = new ArrayList<>();
        for (Tree item : written.items("评档")) {
            Optional<Section> section = Section.of(item, GRADE, findings);
            Optional<String> word = section.flatMap(of -> of.text("档"));
            Optional<Slot> least = section.flatMap(of -> number(of, "至少"));
            if (word.isPresent() && least.isPresent()) {
                boolean below =
                        grades.isEmpty() || isBelow(least.get(), grades.getLast().atLeast());
                checkOrder(below, item);
                grades.add(new Scheme.Grade(word.get(), least.get()));
            }
        }
        return grades;
    }

    private void checkOrder(boolean ordered, Tree item) {
        if (!ordered) {
            findings.add(DiagnosticKind.BANDS_OUT_OF_ORDER, item.place(), "各档没有按次序排列。");
        }
    }

    private Optional<Scheme.Ranking> ranking(Tree tree, SlotNames names) {
        Optional<Section> written = Section.of(tree, RANKING, findings);
        Optional<String> by =
                written.flatMap(of -> of.scalar("按"))
                        .flatMap(
                                word -> Literals.word(word, List.of("总分"), each -> each, findings));
        boolean sameRank =
                written.flatMap(of -> of.scalar("并列"))
                        .flatMap(
                                word ->
                                        Literals.word(
                                                word,
                                                List.of("同名次", "依次排"),
                                                each -> each,
                                                findings))
                        .map("同名次"::equals)
                        .orElse(true);
        List<Scheme.Band> bands = written.map(this::bands).orElse(List.of());
        Optional<Section> unranked =
                written.flatMap(of -> of.get("不评"))
                        .flatMap(of -> Section.of(of, UNRANKED, findings));
        Optional<Expression> when =
                unranked.flatMap(of -> of.scalar("当")).flatMap(text -> rule.condition(text, names));
        return by.map(
                _ ->
                        new Scheme.Ranking(
                                sameRank, bands, when, unranked.flatMap(of -> of.text("视同"))));
    }

    private List<Scheme.Band> bands(Section ranking) {
        List<Scheme.Band> bands = new ArrayList<>();
        for (Tree item : ranking.list("段")) {
            Optional<Section> section = Section.of(item, BAND, findings);
            Optional<String> word = section.flatMap(of -> of.text("档"));
            Optional<Slot> upTo = section.flatMap(of -> number(of, "至"));
            if (word.isPresent() && upTo.isPresent()) {
                boolean above =
                        literal(upTo.get()).filter(of -> of.compareTo(WHOLE) > 0).isEmpty()
                                && (bands.isEmpty() || isBelow(bands.getLast().upTo(), upTo.get()));
                checkOrder(above, item);
                bands.add(new Scheme.Band(word.get(), upTo.get()));
            }
        }
        return bands;
    }
}
