package org.mingze.dossier.returning;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.mingze.access.Officer;
import org.mingze.dossier.LedgerKind;
import org.mingze.dossier.Saying;
import org.mingze.duty.TodayPage;
import org.mingze.duty.situation.Bearers;
import org.mingze.institution.expression.Value;
import org.mingze.organization.Post;
import org.mingze.web.Act;
import org.mingze.web.Link;
import org.mingze.web.Mark;
import org.mingze.web.Part;
import org.mingze.web.Prose;
import org.mingze.web.Row;
import org.mingze.work.Knowledge;
import org.mingze.work.RecordTitles;
import org.mingze.work.WorkRecord;
import org.springframework.stereotype.Component;

/// 轮到的 — what waits on 今日 for whoever must act next: an assignment sent back, declined, or
/// reported as done and not concluded; a rectification that another verified and did not pass.
@Component
class SentBack implements TodayPage.Told {
    private static final int SHOWN_MAX = 20;
    private static final Map<LedgerKind, List<String>> TURNS =
            Map.of(
                    LedgerKind.ASSIGNMENT, List.of("反馈", "退回", "办结"),
                    LedgerKind.RECTIFICATION, List.of("整改", "验收", "销号", "复发"));
    private static final Value PROGRESS = new Value.Text("进展");
    private static final Value NOT_OURS = new Value.Text("不属本单位职责");
    private static final Value PASSED = new Value.Text("通过");
    private static final Value LASTING = new Value.Text("长期");

    @Override
    public Optional<Part> of(Knowledge known, Officer officer, LocalDate today) {
        List<Row> rows =
                known.organization().post(officer.post().code(), today).stream()
                        .flatMap(post -> new Seen(known, post, today).rows().stream())
                        .toList();
        return rows.isEmpty() ? Optional.empty() : Optional.of(part(rows));
    }

    private static Part part(List<Row> rows) {
        int beyond = rows.size() - SHOWN_MAX;
        return new Part(
                "returned",
                "退回和待核对的",
                String.valueOf(rows.size()),
                true,
                beyond > 0
                        ? Optional.of(new Link("另有" + beyond + "件", LedgerKind.ASSIGNMENT.path()))
                        : Optional.empty(),
                rows.stream().limit(SHOWN_MAX).toList(),
                Optional.empty());
    }

    /// 所见 — by one post, on a day.
    private record Seen(Knowledge known, Post post, LocalDate today) {
        List<Row> rows() {
            Stream<Row> turned =
                    Stream.of(LedgerKind.ASSIGNMENT, LedgerKind.RECTIFICATION)
                            .flatMap(
                                    kind ->
                                            concerned(kind).stream()
                                                    .flatMap(root -> waiting(kind, root).stream()));
            return Stream.concat(turned, wanting()).toList();
        }

        /// What the post looked at again and found wanting waits for it to say that it came back.
        private Stream<Row> wanting() {
            return known.records().recordedFrom(post.code(), today.minusYears(1), today).stream()
                    .filter(record -> record.type().name().equals("检查"))
                    .filter(record -> is(record, "合格", Value.Truth.FALSE))
                    .flatMap(look -> came(look).stream());
        }

        private Optional<Row> came(WorkRecord look) {
            Saying saying = Saying.of(known, today);
            String seen = look.field("情况").map(said -> "：" + saying.value(said)).orElse("");
            String said = saying.day(look.day()) + "回头看不合格" + seen + "，还没有重新列账";
            return look.field("问题")
                    .filter(Value.Link.class::isInstance)
                    .flatMap(problem -> known.records().find(((Value.Link) problem).number()))
                    .filter(root -> isLast(look, root))
                    .map(
                            root ->
                                    row(
                                            root,
                                            "回头看不合格",
                                            said,
                                            Act.small("记复发", address(root) + "#reopenings")));
        }

        /// Whether nobody looked again since, nor said that it came back.
        private boolean isLast(WorkRecord look, WorkRecord root) {
            return known.records().followersOf(root.number()).stream()
                    .filter(record -> record.number() > look.number())
                    .noneMatch(record -> List.of("复发", "检查").contains(record.type().name()));
        }

        /// What names the post or its body as answering, or was assigned by its body.
        private Collection<WorkRecord> concerned(LedgerKind kind) {
            Map<Long, WorkRecord> concerned = new TreeMap<>();
            Stream.of(
                            naming(kind, "责任人", own()),
                            ofBody(kind, "责任单位"),
                            kind == LedgerKind.ASSIGNMENT
                                    ? ofBody(kind, "机构")
                                    : List.<WorkRecord>of())
                    .flatMap(List::stream)
                    .forEach(root -> concerned.put(root.number(), root));
            return concerned.values();
        }

        /// What names the body, or one whose work it carries on.
        private List<WorkRecord> ofBody(LedgerKind kind, String field) {
            return Stream.concat(
                            Stream.of(post.body()),
                            known.organization().carriedOn(post.body(), today).stream())
                    .flatMap(code -> naming(kind, field, Value.Reference.body(code)).stream())
                    .toList();
        }

        private List<WorkRecord> naming(LedgerKind kind, String field, Value.Reference reference) {
            return known.records()
                    .naming(kind.recordType(), field, reference, LocalDate.MIN, LocalDate.MAX);
        }

        private Value.Reference own() {
            return Value.Reference.post(post.code());
        }

        private boolean answers(WorkRecord root) {
            return is(root, "责任人", own()) || isOurs(root, "责任单位");
        }

        private boolean assigned(WorkRecord root) {
            return isOurs(root, "机构");
        }

        private boolean isOurs(WorkRecord root, String field) {
            return carrying(root, field).filter(post.body()::equals).isPresent();
        }

        /// The body that a field names, or the one that carries on its work.
        private Optional<String> carrying(WorkRecord root, String field) {
            return root.field(field).orElse(new Value.Unknown(field))
                            instanceof Value.Reference named
                    ? Optional.of(Bearers.carrying(named, known.organization(), today).code())
                    : Optional.empty();
        }

        /// Whoever assigned it looks at what came back; the whole body where that post is empty.
        private boolean concludes(WorkRecord root) {
            String by = root.recorder().post();
            return assigned(root)
                    && (by.equals(post.code()) || known.organization().holder(by, today).isEmpty());
        }

        /// Whose turn it is follows from the last record; telling of progress changes nothing, nor
        /// what was done on another assignment that follows from this one.
        private Optional<Row> waiting(LedgerKind kind, WorkRecord root) {
            Value here = new Value.Link(root.number());
            List<String> turns = TURNS.getOrDefault(kind, List.of());
            return known.records().followersOf(root.number()).stream()
                    .filter(record -> turns.contains(record.type().name()))
                    .filter(record -> record.field(kind.recordType()).orElse(here).equals(here))
                    .filter(record -> !is(record, "结果", PROGRESS))
                    .max(Comparator.comparingLong(WorkRecord::number))
                    .map(turn -> row(root, turn))
                    .orElseGet(() -> named(root, "待整改"));
        }

        private Optional<Row> row(WorkRecord root, WorkRecord turn) {
            return switch (turn.type().name()) {
                case "退回" ->
                        shown(answers(root), root, turn, new Turn("由", "退回", "再反馈", "feedback"));
                case "反馈" -> fedBack(root, turn);
                case "验收" ->
                        shown(
                                answers(root) && !is(turn, "结论", PASSED),
                                root,
                                turn,
                                new Turn("由", "验收不通过", "再整改", "rectifications"));
                case "复发" -> named(root, "已复发");
                default -> Optional.empty();
            };
        }

        /// A problem of another body that names this post, before anything was done about it or
        /// since it came back: what the body owes does not stand on this post's page.
        private Optional<Row> named(WorkRecord root, String mark) {
            boolean mine = is(root, "责任人", own()) && root.field("责任单位").isPresent();
            boolean elsewhere = mine && !isOurs(root, "责任单位") && !is(root, "性质", LASTING);
            String unit = carrying(root, "责任单位").map(Saying.of(known, today)::name).orElse("");
            return elsewhere && root.type().name().equals(LedgerKind.RECTIFICATION.recordType())
                    ? Optional.of(
                            row(root, mark, "责任人是你，责任单位是" + unit, Act.small("去办", address(root))))
                    : Optional.empty();
        }

        private Optional<Row> fedBack(WorkRecord root, WorkRecord turn) {
            boolean declined = is(turn, "结果", NOT_OURS);
            return shown(
                    declined ? assigned(root) : concludes(root),
                    root,
                    turn,
                    declined
                            ? new Turn("情况", "反馈不属本单位职责", "去转交", "conclusion")
                            : new Turn("情况", "反馈已办", "去核对", "conclusion"));
        }

        private Optional<Row> shown(boolean theirs, WorkRecord root, WorkRecord turn, Turn what) {
            return theirs ? Optional.of(row(root, turn, what)) : Optional.empty();
        }

        private Row row(WorkRecord root, WorkRecord turn, Turn what) {
            Saying saying = Saying.of(known, today);
            String by = turn.field("人").map(saying::value).orElse("");
            String why =
                    turn.field(what.reason()).map(value -> "：" + saying.value(value)).orElse("");
            boolean back = !what.desk().equals("conclusion");
            return row(
                    root,
                    back ? "退回" : "待核对",
                    by + saying.day(turn.day()) + what.did() + why,
                    Act.small(what.act(), address(root) + "#" + what.desk()));
        }

        private Row row(WorkRecord root, String mark, String said, Act act) {
            return new Row(
                    new Mark(Mark.Shape.OPEN, mark),
                    new Link(RecordTitles.of(root), address(root)),
                    Prose.of(said),
                    due(root).map(Saying.of(known, today)::left).orElse(Row.Due.NONE),
                    Optional.of(act));
        }

        private static String address(WorkRecord root) {
            return "/dossiers/" + root.number();
        }

        private static Optional<LocalDate> due(WorkRecord root) {
            return root.field("期限").orElse(new Value.Unknown("期限"))
                            instanceof Value.Day(LocalDate day)
                    ? Optional.of(day)
                    : Optional.empty();
        }

        private static boolean is(WorkRecord record, String field, Value value) {
            return record.field(field).equals(Optional.of(value));
        }
    }

    /// 一手 — what was done last, where it says why, and what is to do about it.
    private record Turn(String reason, String did, String act, String desk) {}
}
