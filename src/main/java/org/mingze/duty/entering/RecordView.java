package org.mingze.duty.entering;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.mingze.duty.AsOf;
import org.mingze.duty.DossierPages;
import org.mingze.duty.Naming;
import org.mingze.duty.Sentences;
import org.mingze.duty.Verdict;
import org.mingze.duty.running.Effects;
import org.mingze.duty.showing.DayWords;
import org.mingze.duty.showing.DutyLinks;
import org.mingze.duty.showing.Marks;
import org.mingze.duty.showing.SentenceProse;
import org.mingze.institution.RecordType;
import org.mingze.institution.expression.Type;
import org.mingze.institution.expression.Value;
import org.mingze.journal.Entry;
import org.mingze.journal.EntryMode;
import org.mingze.journal.Evidence;
import org.mingze.journal.Leaves;
import org.mingze.journal.Recorder;
import org.mingze.web.Act;
import org.mingze.web.Fact;
import org.mingze.web.Heading;
import org.mingze.web.Link;
import org.mingze.web.Notice;
import org.mingze.web.Prose;
import org.mingze.web.Tag;
import org.mingze.work.Knowledge;
import org.mingze.work.RecordHistory;
import org.mingze.work.RecordPage;
import org.mingze.work.RecordTitles;
import org.mingze.work.WorkRecord;

/// 记录页的内容 — one record as known now, how it came to be so, what it counts for, its proof.
final class RecordView {
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("H:mm");
    private static final int RELATED_MAX = 20;

    /// 账上的 — what the journal holds of a record: the entry, its leaf, the withdrawal if any.
    record Kept(Entry entry, Leaves.Leaf leaf, Optional<Entry> withdrawal) {}

    private final Knowledge known;
    private final RecordHistory history;
    private final WorkRecord record;
    private final Kept kept;
    private final RecordAccess access;
    private final DossierPages dossiers;
    private final LocalDate today;
    private final ValueWords words;

    RecordView(
            Knowledge known,
            RecordHistory history,
            Kept kept,
            RecordAccess access,
            DossierPages dossiers,
            LocalDate today) {
        this.known = known;
        this.history = history;
        this.record = history.current();
        this.kept = kept;
        this.access = access;
        this.dossiers = dossiers;
        this.today = today;
        this.words = new ValueWords(known, record.day(), today);
    }

    RecordPage page() {
        String number = "第" + record.number() + "号";
        return new RecordPage(
                new Heading(
                        List.of(new Link("记录", "/records"), new Link(number, "")),
                        record.type().name() + "：" + RecordTitles.of(record),
                        Prose.EMPTY,
                        acts()),
                tags(),
                withdrawn(),
                fields(),
                lists(),
                files(),
                changes(),
                counted(),
                raised(),
                related(),
                recorded(),
                proof(),
                kept.leaf().line());
    }

    /// A record of a chain leads to its dossier; what was read out of a document, back to its place
    /// there.
    private List<Act> acts() {
        List<Act> acts = new ArrayList<>();
        Stream.concat(
                        Stream.of(record),
                        known.records().followedBy(record.number()).reversed().stream())
                .flatMap(each -> dossiers.of(new AsOf(known, today), each.number()).stream())
                .findFirst()
                .ifPresent(page -> acts.add(Act.of("看案卷", page)));
        if (record.isFilled("读者")) {
            acts.add(Act.of("看原文", address() + "/reading"));
        }
        if (!history.isWithdrawn()) {
            acts.addAll(access.acts(address()));
        }
        return acts;
    }

    private String address() {
        return "/records/" + record.number();
    }

    private List<Tag> tags() {
        List<Tag> tags = new ArrayList<>();
        tags.add(Tag.of(record.type().name()));
        if (record.lateDays() > 0) {
            tags.add(new Tag("迟录" + record.lateDays() + "日", Tag.Tone.WARN));
        }
        if (!history.corrections().isEmpty()) {
            tags.add(new Tag("更正" + history.corrections().size() + "次", Tag.Tone.ACCENT));
        }
        if (history.isWithdrawn()) {
            tags.add(new Tag("已撤销", Tag.Tone.BREACH));
        }
        return tags;
    }

    private Optional<Notice> withdrawn() {
        return kept.withdrawal()
                .map(
                        entry ->
                                Notice.warn(
                                        "这一笔已撤销，不再计入任何职责",
                                        who(entry.recorder(), entry.occurred().day())
                                                + "，"
                                                + DayWords.moment(entry.recordedAt(), today)
                                                + "，第"
                                                + entry.number()
                                                + "号。因："
                                                + entry.content().text("因").orElse("未写")));
    }

    private List<Fact> fields() {
        List<Fact> facts = new ArrayList<>();
        for (RecordType.Field field : record.type().fields().values()) {
            Value value = record.fields().get(field.name());
            boolean apart =
                    value != null && (isFiles(field) || structure(field, value).isPresent());
            if (value != null && (!apart || !access.reads(field))) {
                facts.add(new Fact(record.type().label(field.name()), shown(field, value)));
            }
        }
        return facts;
    }

    /// Files have their own line below.
    private static boolean isFiles(RecordType.Field field) {
        return field.type() == Type.Simple.EVIDENCE
                || field.type().equals(new Type.ListOf(Type.Simple.EVIDENCE));
    }

    private static Optional<Type.Structure> structure(RecordType.Field field, Value value) {
        return field.type() instanceof Type.ListOf(Type.Structure structure)
                        && value instanceof Value.Series series
                        && !series.items().isEmpty()
                ? Optional.of(structure)
                : Optional.empty();
    }

    private List<RecordPage.Listed> lists() {
        List<RecordPage.Listed> lists = new ArrayList<>();
        for (RecordType.Field field : record.type().fields().values()) {
            Value value = record.fields().get(field.name());
            if (value instanceof Value.Series(List<Value> items) && access.reads(field)) {
                structure(field, value)
                        .map(
                                structure ->
                                        words.listed(record.type(), field.name(), structure, items))
                        .ifPresent(lists::add);
            }
        }
        return lists;
    }

    private Prose shown(RecordType.Field field, Value value) {
        return !access.reads(field) ? Prose.of(access.masked(field)) : words.of(value);
    }

    private List<Link> files() {
        return Evidence.citations(ValueContent.group(record.fields())).stream()
                .map(
                        citation ->
                                new Link(
                                        citation.name(), address() + "/files/" + citation.digest()))
                .toList();
    }

    private List<RecordPage.Change> changes() {
        List<RecordPage.Change> changes = new ArrayList<>();
        changes.add(change(kept.entry(), "记下", Prose.EMPTY));
        Map<String, Value> fields = new LinkedHashMap<>(history.original().fields());
        for (RecordHistory.Correction correction : history.corrections()) {
            changes.add(change(correction.entry(), "更正", what(correction, fields)));
            fields.putAll(correction.changes());
        }
        kept.withdrawal()
                .ifPresent(
                        entry ->
                                changes.add(
                                        change(
                                                entry,
                                                "撤销",
                                                Prose.of(
                                                        "因："
                                                                + entry.content()
                                                                        .text("因")
                                                                        .orElse("未写")))));
        return changes;
    }

    private RecordPage.Change change(Entry entry, String word, Prose what) {
        return new RecordPage.Change(
                new Link("第" + entry.number() + "号", address()),
                word,
                DayWords.moment(entry.recordedAt(), today),
                who(entry.recorder(), entry.occurred().day()),
                what);
    }

    private Prose what(RecordHistory.Correction correction, Map<String, Value> before) {
        Prose prose = Prose.EMPTY;
        for (Map.Entry<String, Value> change : correction.changes().entrySet()) {
            String name = change.getKey();
            Optional<RecordType.Field> field = record.type().field(name);
            if (field.isEmpty()) {
                continue;
            }
            Value old = before.get(name);
            prose = prose.strong(record.type().label(name)).words("：");
            if (old != null && !access.reads(field.get())) {
                prose = prose.words("改过，" + access.masked(field.get()));
            } else {
                prose = append(prose, old == null ? Prose.of("未填") : shown(field.get(), old));
                prose = append(prose.words("，改为"), shown(field.get(), change.getValue()));
            }
            prose = prose.words("。");
        }
        return prose.words("因：" + correction.reason() + "。");
    }

    private static Prose append(Prose prose, Prose more) {
        List<Prose.Piece> pieces = new ArrayList<>(prose.pieces());
        pieces.addAll(more.pieces());
        return new Prose(pieces);
    }

    private List<RecordPage.Counted> counted() {
        return Effects.of(known, record.number(), today).stream()
                .filter(effect -> effect.reach() == Effects.Reach.COUNTS)
                .filter(effect -> !effect.verdict().obligation().isRaisedBy(own()))
                .map(effect -> line(effect.verdict()))
                .toList();
    }

    private List<RecordPage.Counted> raised() {
        return Effects.raised(known, record.number(), today).stream().map(this::line).toList();
    }

    private Set<Long> own() {
        return Set.of(record.number());
    }

    private RecordPage.Counted line(Verdict verdict) {
        return new RecordPage.Counted(
                Marks.of(verdict.standing()),
                new Link(
                        Sentences.head(verdict, known.organization()),
                        DutyLinks.page(verdict.obligation().key())),
                SentenceProse.reason(access.shown(verdict, known), known.organization(), today));
    }

    private List<RecordPage.Related> related() {
        List<RecordPage.Related> related = new ArrayList<>();
        known.records().followedBy(record.number()).stream()
                .limit(RELATED_MAX)
                .map(other -> related("承", other))
                .forEach(related::add);
        known.records().followersOf(record.number()).stream()
                .limit(RELATED_MAX)
                .map(other -> related("后续", other))
                .forEach(related::add);
        return related;
    }

    private RecordPage.Related related(String word, WorkRecord other) {
        return new RecordPage.Related(
                word,
                new Link(
                        "第" + other.number() + "号" + other.type().name(),
                        "/records/" + other.number()),
                DayWords.day(other.day(), today));
    }

    private List<Fact> recorded() {
        return List.of(
                Fact.of(
                        "业时",
                        DayWords.full(record.day())
                                + record.occurred().time().map(HOUR::format).orElse("")),
                Fact.of("录时", DayWords.moment(record.recordedAt(), LocalDate.MIN)),
                Fact.of("录者", who(record.recorder(), record.day())),
                Fact.of("办法", manner()));
    }

    private String manner() {
        return record.mode() == EntryMode.DONE ? "办理" : record.lateDays() == 0 ? "当日记录" : "补录";
    }

    private List<Fact> proof() {
        Leaves.Leaf leaf = kept.leaf();
        return List.of(
                Fact.of("账页", "第" + leaf.number() + "笔"),
                Fact.of("叶", shortened(leaf.digest().toString())),
                Fact.of("树根", shortened(leaf.root().toString())));
    }

    private static String shortened(String digest) {
        return digest.substring(0, 8) + "…" + digest.substring(digest.length() - 4);
    }

    private String who(Recorder recorder, LocalDate day) {
        if (recorder.person().isEmpty()) {
            return "建县时录入";
        }
        return Naming.of(known.organization(), recorder.person(), day)
                + "，"
                + Naming.of(known.organization(), recorder.post(), day);
    }
}
