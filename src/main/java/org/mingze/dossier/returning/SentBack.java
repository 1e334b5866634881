package org.mingze.dossier.returning;

import java.time.LocalDate;
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

/// 退回来的交办 — on 今日 of whoever must act next: of the side that answers for it when its
/// feedback was sent back, of the side that assigned it when the other says that it is not theirs.
@Component
class SentBack implements TodayPage.Told {
    private static final int SHOWN_MAX = 20;
    private static final List<String> TURNS = List.of("反馈", "退回", "办结");
    private static final Value PROGRESS = new Value.Text("进展");
    private static final Value NOT_OURS = new Value.Text("不属本单位职责");

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
                "退回来的",
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
            Map<Long, WorkRecord> concerned = new TreeMap<>();
            Stream.of(naming("责任人", own()), naming("责任单位", body()), naming("机构", body()))
                    .flatMap(List::stream)
                    .forEach(root -> concerned.put(root.number(), root));
            return concerned.values().stream()
                    .flatMap(root -> last(root).flatMap(turn -> row(root, turn)).stream())
                    .toList();
        }

        private List<WorkRecord> naming(String field, Value.Reference reference) {
            return known.records()
                    .naming(
                            LedgerKind.ASSIGNMENT.recordType(),
                            field,
                            reference,
                            LocalDate.MIN,
                            LocalDate.MAX);
        }

        private Value.Reference own() {
            return Value.Reference.post(post.code());
        }

        private Value.Reference body() {
            return Value.Reference.body(post.body());
        }

        private boolean answers(WorkRecord root) {
            return is(root, "责任人", own()) || is(root, "责任单位", body());
        }

        private boolean assigned(WorkRecord root) {
            return is(root, "机构", body());
        }

        /// Whose turn it is follows from the last record; telling of progress changes nothing.
        private Optional<WorkRecord> last(WorkRecord root) {
            return known.records().followersOf(root.number()).stream()
                    .filter(record -> TURNS.contains(record.type().name()))
                    .filter(record -> !is(record, "结果", PROGRESS))
                    .max(Comparator.comparingLong(WorkRecord::number));
        }

        private Optional<Row> row(WorkRecord root, WorkRecord turn) {
            if (turn.type().name().equals("退回") && answers(root)) {
                return Optional.of(row(root, turn, "由", "退回", "再反馈", "feedback"));
            }
            return is(turn, "结果", NOT_OURS) && assigned(root)
                    ? Optional.of(row(root, turn, "情况", "反馈不属本单位职责", "去核对", "conclusion"))
                    : Optional.empty();
        }

        private Row row(
                WorkRecord root,
                WorkRecord turn,
                String reason,
                String did,
                String word,
                String desk) {
            Saying saying = Saying.of(known, today);
            String by = turn.field("人").map(saying::value).orElse("");
            String why = turn.field(reason).map(saying::value).orElse("");
            String address = "/dossiers/" + root.number();
            return new Row(
                    new Mark(Mark.Shape.OPEN, "退回"),
                    new Link(RecordTitles.of(root), address),
                    Prose.of(by + saying.day(turn.day()) + did + "：" + why),
                    due(root).map(saying::left).orElse(Row.Due.NONE),
                    Optional.of(Act.small(word, address + "#" + desk)));
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
}
