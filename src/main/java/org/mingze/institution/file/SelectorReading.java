package org.mingze.institution.file;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mingze.institution.DiagnosticKind;
import org.mingze.institution.RecordType;
import org.mingze.institution.Selector;
import org.mingze.institution.expression.Expression;
import org.mingze.institution.expression.Type;
import org.mingze.institution.expression.Type.Simple;

/// 读选择 — `会议`, or `{录: 会议, 且: …, 归: …, 系: …, 时: …, 量: …, 异: …}`.
final class SelectorReading {
    private static final Set<String> TYPE = Set.of("录");

    /// 做.
    static final Section.Keys ACT = new Section.Keys("做", TYPE, Set.of("且", "归", "时", "量", "异"));

    /// 起 于 后.
    static final Section.Keys TRIGGER = new Section.Keys("起", TYPE, Set.of("且", "时"), Set.of("归"));

    /// 止 前 复发.
    static final Section.Keys ANSWER = new Section.Keys("止", TYPE, Set.of("且", "归", "系", "时"));

    private final RuleReading rule;
    private final Findings findings;

    SelectorReading(RuleReading rule) {
        this.rule = rule;
        this.findings = rule.setting().findings;
    }

    /// A list means any of these.
    List<Selector> acts(Section section, SlotNames names) {
        return section.items("做").stream()
                .flatMap(tree -> read(tree, ACT, names).stream())
                .toList();
    }

    Optional<Selector> trigger(Section section, String key) {
        return section.get(key).flatMap(tree -> read(tree, TRIGGER, SlotNames.of(rule.setting())));
    }

    /// What answers, or comes before, a record that the names already hold.
    Optional<Selector> answer(Section section, String key, SlotNames names) {
        return section.get(key).flatMap(tree -> read(tree, ANSWER, names));
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
        boolean act = keys.equals(ACT);
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

    Optional<RecordType> recordType(Tree.Scalar name) {
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
    void checkFollows(Selector follower, String followed, Place place) {
        boolean follows = follower.link() instanceof Selector.Link.Follows;
        if (follows && !rule.setting().lexicon.canFollow(follower.recordType(), followed)) {
            findings.add(
                    DiagnosticKind.NEVER_FOLLOWS,
                    place,
                    "“" + follower.recordType() + "”承不到“" + followed + "”。");
        }
    }
}
