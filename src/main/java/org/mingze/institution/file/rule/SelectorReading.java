package org.mingze.institution.file.rule;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mingze.institution.DiagnosticKind;
import org.mingze.institution.RecordType;
import org.mingze.institution.Selector;
import org.mingze.institution.expression.Expression;
import org.mingze.institution.expression.Type;
import org.mingze.institution.expression.Type.Simple;
import org.mingze.institution.file.tree.Findings;
import org.mingze.institution.file.tree.Position;
import org.mingze.institution.file.tree.Section;
import org.mingze.institution.file.tree.Tree;
import org.mingze.institution.file.words.RecordTypeReading;

/// 读选择 — `会议`, or `{录: 会议, 且: …, 归: …, 系: …, 时: …, 量: …, 异: …}`.
public final class SelectorReading {
    private static final Set<String> TYPE = Set.of("录");

    /// 做.
    static final Section.Keys ACT = new Section.Keys("做", TYPE, Set.of("且", "归", "时", "量", "异"));

    /// 起 于 后.
    static final Section.Keys TRIGGER = new Section.Keys("起", TYPE, Set.of("且", "归", "时"));

    /// 取 of a report.
    static final Section.Keys TAKEN = new Section.Keys("取", TYPE, Set.of("且"));

    /// 对 as a selector.
    static final Section.Keys OBJECT = new Section.Keys("对", TYPE, Set.of("且", "归", "时"));

    /// 扣除.
    static final Section.Keys DEDUCTION =
            new Section.Keys("扣除", Set.of("录", "自", "止"), Set.of("且"));

    /// 步.
    static final Section.Keys STEP = new Section.Keys("步", Set.of("名", "录"), Set.of("且", "可缺"));

    /// 止 前 复发.
    static final Section.Keys ANSWER = new Section.Keys("止", TYPE, Set.of("且", "归", "系", "时"));

    /// 止 of what arises from a breach.
    static final Section.Keys ANSWER_TO_BREACH = new Section.Keys("止", TYPE, Set.of("且", "归", "时"));

    private final RuleReading rule;
    private final Findings findings;

    public SelectorReading(RuleReading rule) {
        this.rule = rule;
        this.findings = rule.setting().findings;
    }

    /// A list means any of these.
    List<Selector> acts(Section section, SlotNames names) {
        return section.items("做").stream()
                .flatMap(tree -> read(tree, ACT, names).stream())
                .toList();
    }

    public Optional<Selector> trigger(Section section, String key) {
        Optional<Tree> written = section.get(key);
        written.ifPresent(this::checkOwnedByAnybody);
        return written.flatMap(tree -> read(tree, TRIGGER, SlotNames.of(rule.setting())));
    }

    /// A trigger is anybody's record; who owes is said by 谁.
    private void checkOwnedByAnybody(Tree tree) {
        Optional<Section> section = Section.of(tree, TRIGGER, new Findings("", ""));
        section.flatMap(written -> written.scalar("归"))
                .filter(owner -> !owner.text().equals(RecordType.ANYBODY))
                .ifPresent(
                        owner ->
                                findings.add(
                                        DiagnosticKind.BAD_WORD,
                                        owner.place(),
                                        "引起职责的记录，归只能写“任”；由谁承担写在“谁”里，如“谁: 起.归”。"));
    }

    /// The records that a section of a report rests on.
    public Optional<Selector> taken(Tree tree) {
        SlotNames names =
                SlotNames.of(rule.setting())
                        .withBearer()
                        .with("期", Simple.PERIOD)
                        .with("今", Simple.DAY);
        return read(tree, TAKEN, names);
    }

    /// What answers, or comes before, a record that the names already hold.
    Optional<Selector> answer(Section section, String key, SlotNames names) {
        return section.get(key).flatMap(tree -> read(tree, ANSWER, names));
    }

    /// What answers a breach: the bearer's own, tied to no record.
    Optional<Selector> answerToBreach(Section section, String key, SlotNames names) {
        return section.get(key).flatMap(tree -> read(tree, ANSWER_TO_BREACH, names));
    }

    /// 对: each record open in the period.
    Optional<Selector> object(Section section, String key, SlotNames names) {
        return section.get(key).flatMap(tree -> read(tree, OBJECT, names));
    }

    /// 表 of a roster, whose condition stands beside it.
    Optional<Selector> plan(Section section, SlotNames names) {
        Optional<RecordType> type = section.scalar("表").flatMap(this::recordType);
        return type.map(
                known ->
                        selector(
                                known,
                                Optional.of(section),
                                false,
                                false,
                                names.withFieldsOf(known)));
    }

    /// A structure that says more than its records: 扣除, 覆满, 步; its keys have been checked.
    Optional<Selector> within(Tree tree, Section.Keys keys, SlotNames names) {
        Optional<Section> section = Section.of(tree, keys, new Findings("", ""));
        Optional<RecordType> type =
                section.flatMap(written -> written.scalar("录")).flatMap(this::recordType);
        boolean act = keys.equals(RotaForms.COVER);
        return type.map(known -> selector(known, section, act, false, names.withFieldsOf(known)));
    }

    private Optional<Selector> read(Tree tree, Section.Keys keys, SlotNames names) {
        Optional<RecordType> type;
        Optional<Section> section = Optional.empty();
        if (tree instanceof Tree.Scalar) {
            type = Section.scalar(tree, findings).flatMap(this::recordType);
        } else {
            section = Section.of(tree, keys, findings);
            type = section.flatMap(written -> written.scalar("录")).flatMap(this::recordType);
        }
        boolean act = Set.of(ACT, OBJECT, ANSWER_TO_BREACH).contains(keys);
        boolean answer = keys.equals(ANSWER);
        Optional<Section> written = section;
        return type.map(known -> selector(known, written, act, answer, names.withFieldsOf(known)));
    }

    private Selector selector(
            RecordType type,
            Optional<Section> section,
            boolean act,
            boolean answer,
            SlotNames names) {
        Selector.Owner usual =
                act && !type.owner().equals(RecordType.ANYBODY)
                        ? new Selector.Owner.TypeOwner()
                        : new Selector.Owner.Anybody();
        Selector.Link link = answer ? new Selector.Link.Follows() : new Selector.Link.Anything();
        return new Selector(
                type.name(),
                scalar(section, "且").flatMap(text -> rule.condition(text, names)),
                scalar(section, "归").map(text -> owner(text, type, names)).orElse(usual),
                scalar(section, "系").map(text -> link(text, names)).orElse(link),
                scalar(section, "时").flatMap(text -> moment(text, names)),
                scalar(section, "量").flatMap(text -> amount(text, names)),
                scalar(section, "异").flatMap(text -> rule.expression(text, names)));
    }

    private static Optional<Tree.Scalar> scalar(Optional<Section> section, String key) {
        return section.flatMap(written -> written.scalar(key));
    }

    /// 自 止 of the interval that a record of the selector spans.
    Optional<Expression> end(Optional<Section> section, String key, Selector of, SlotNames names) {
        return scalar(section, key).flatMap(text -> moment(text, rule.fieldsOf(of, names)));
    }

    private Optional<Expression> moment(Tree.Scalar text, SlotNames names) {
        return rule.expression(
                text, names, type -> type == Simple.DAY || type == Simple.MOMENT, "日或时");
    }

    private Optional<Expression> amount(Tree.Scalar text, SlotNames names) {
        return rule.expression(text, names, RuleReading::isQuantity, "数、钱或时长");
    }

    private Selector.Owner owner(Tree.Scalar text, RecordType type, SlotNames names) {
        if (text.text().equals(RecordType.ANYBODY)) {
            return new Selector.Owner.Anybody();
        }
        Optional<Type> field = type.typeOf(text.text());
        if (field.filter(RecordTypeReading::isActor).isPresent()) {
            return new Selector.Owner.Field(text.text());
        }
        if (text.text().matches("[\\p{IsHan}\\w]+")) {
            findings.addUnknown(
                    DiagnosticKind.UNKNOWN_FIELD,
                    text,
                    "“" + type.name() + "”没有岗、人或机构字段“" + text.text() + "”。",
                    type.fieldNames());
            return new Selector.Owner.Anybody();
        }
        return rule.condition(text, names)
                .<Selector.Owner>map(Selector.Owner.Condition::new)
                .orElseGet(Selector.Owner.Anybody::new);
    }

    private Selector.Link link(Tree.Scalar text, SlotNames names) {
        if (text.text().equals(RecordType.ANYBODY)) {
            return new Selector.Link.Anything();
        }
        return rule.condition(text, names)
                .<Selector.Link>map(Selector.Link.Condition::new)
                .orElseGet(Selector.Link.Anything::new);
    }

    public Optional<RecordType> recordType(Tree.Scalar name) {
        Optional<RecordType> type = rule.setting().lexicon.recordType(name.text());
        if (type.isEmpty() && !rule.setting().lexicon.declaredTypes.contains(name.text())) {
            findings.addUnknown(
                    DiagnosticKind.UNKNOWN_RECORD_TYPE,
                    name,
                    "没有记录类型“" + name.text() + "”。",
                    rule.setting().lexicon.declaredTypes);
        }
        return type;
    }

    /// Says so when records of one type can never follow those of the other.
    void checkFollows(Selector follower, String followed, Position place) {
        boolean follows = follower.link() instanceof Selector.Link.Follows;
        if (follows && !rule.setting().lexicon.canFollow(follower.recordType(), followed)) {
            findings.add(
                    DiagnosticKind.NEVER_FOLLOWS,
                    place,
                    "“" + follower.recordType() + "”承不到“" + followed + "”。");
        }
    }
}
