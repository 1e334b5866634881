package org.mingze.dossier;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mingze.duty.Occasion;
import org.mingze.institution.RecordType;
import org.mingze.institution.expression.Value;
import org.mingze.journal.Entry;
import org.mingze.journal.Evidence;
import org.mingze.journal.Recorder;
import org.mingze.web.Link;
import org.mingze.web.Prose;
import org.mingze.web.Tag;
import org.mingze.work.ChinaTime;
import org.mingze.work.Knowledge;
import org.mingze.work.RecordHistory;
import org.mingze.work.RecordTitles;
import org.mingze.work.WorkRecord;
import org.mingze.work.classed.ClassedSight;
import org.mingze.work.index.Withdrawals;

/// 画经过 — every record of a dossier, every correction and extension, in the order of what happened;
/// on one day as they were entered, for most say no hour.
record ChainDrawing(Dossier dossier, Saying saying, Knowledge known, ClassedSight sight) {
    private static final String EXTENDED = "延";
    private static final Map<String, String> WORDS =
            Map.of("问题", "发现", "来件", "收到", "措施", "定措施", "检查", "检查", "答复", "答复");
    private static final List<Tag> WITHDRAWN = List.of(new Tag("已撤销", Tag.Tone.WARN));
    /// Shown elsewhere in the step, or only a way to the record that is followed.
    private static final Set<String> APART =
            Set.of("附", "问题", "件", "整改", "验收", "述", "内容", "由", "交办", "反馈");

    private record Placed(LocalDate day, long number, DossierPage.Step step) {}

    List<DossierPage.Step> steps() {
        List<Placed> placed = new ArrayList<>();
        List<WorkRecord> all = new ArrayList<>(List.of(dossier.root()));
        all.addAll(dossier.members());
        for (WorkRecord record : all) {
            placed.add(new Placed(record.day(), record.number(), step(record)));
            known
                    .records()
                    .history(record.number())
                    .map(RecordHistory::corrections)
                    .orElse(List.of())
                    .stream()
                    .map(
                            made ->
                                    new Placed(
                                            made.entry().occurred().day(),
                                            made.entry().number(),
                                            correction(record, made)))
                    .forEach(placed::add);
        }
        extensions().forEach(act -> placed.add(placed(act, extension(act, List.of()))));
        known.withdrawn(EXTENDED).stream()
                .filter(each -> isOnThis(each.act()))
                .forEach(
                        each -> {
                            placed.add(placed(each.act(), extension(each.act(), WITHDRAWN)));
                            placed.add(placed(each.by(), withdrawal(each)));
                        });
        placed.sort(Comparator.comparing(Placed::day).thenComparingLong(Placed::number));
        return placed.stream().map(Placed::step).toList();
    }

    private static Placed placed(Entry act, DossierPage.Step step) {
        return new Placed(act.occurred().day(), act.number(), step);
    }

    /// 延 of any obligation that the root or a member raised.
    List<Entry> extensions() {
        return known.acts(EXTENDED).stream().filter(this::isOnThis).toList();
    }

    private boolean isOnThis(Entry act) {
        String written = act.content().text("件").orElse("");
        return dossier.verdicts().stream()
                .map(verdict -> verdict.obligation().occasion())
                .filter(Occasion.OnRecord.class::isInstance)
                .anyMatch(occasion -> occasion.code().substring(1).equals(written));
    }

    private DossierPage.Step step(WorkRecord record) {
        String type = record.type().name();
        String conclusion = text(record, "结论");
        boolean back =
                type.equals("退回")
                        || (type.equals("验收") && !conclusion.equals("通过") && !conclusion.isEmpty());
        String word = back ? "退回" : WORDS.getOrDefault(type, type);
        List<Tag> tags = new ArrayList<>();
        if (record.lateDays() > 0) {
            tags.add(new Tag("迟录" + record.lateDays() + "日", Tag.Tone.WARN));
        }
        return new DossierPage.Step(
                saying.day(record.day()),
                text(record, "类").equals("回头看") ? "回头看" : word,
                title(record),
                by(record.recorder()),
                details(original(record)),
                files(record),
                receipt(link(record), ChinaTime.day(record.recordedAt()), record.day()),
                tags,
                back || type.equals("复发"));
    }

    /// What was first entered: what a correction filled stands in the step of the correction.
    private WorkRecord original(WorkRecord record) {
        return known.records().history(record.number()).map(RecordHistory::original).orElse(record);
    }

    private String title(WorkRecord record) {
        if (record.type().name().equals("受理")) {
            return RecordTitles.of(record);
        }
        for (String field : List.of("述", "内容", "情况", "由")) {
            String said = isOpen(record, field) ? text(record, field) : "";
            if (!said.isEmpty()) {
                return said;
            }
        }
        return switch (record.type().name()) {
            case "验收" -> "结论：" + text(record, "结论");
            case "来件" ->
                    text(record, "类")
                            + record.field("人数").map(n -> "，" + saying.value(n) + "人").orElse("");
            case "销号" -> "验收通过，从台账销号";
            case "签收" -> "已签收";
            case "办结" -> "核对无误，办结";
            default ->
                    record.type().name()
                            + (text(record, "类").isEmpty() ? "" : "：" + text(record, "类"));
        };
    }

    private static boolean isOpen(WorkRecord record, String field) {
        return record.type()
                .field(field)
                .filter(known -> !known.fieldClass().isClassed())
                .isPresent();
    }

    /// What is classed is not said here: the record's page shows it to those who handle it, and
    /// leaves a trace.
    private Prose details(WorkRecord record) {
        Prose open =
                Prose.of(
                        filled(record, false)
                                .map(
                                        field ->
                                                record.type().label(field)
                                                        + "："
                                                        + said(record, field))
                                .collect(Collectors.joining("；")));
        String classed =
                filled(record, true).map(record.type()::label).collect(Collectors.joining("、"));
        return classed.isEmpty()
                ? open
                : open.words("；")
                        .reference(classed, "/records/" + record.number())
                        .words(sight.reads(record) ? "：点开看，会留痕" : "：不给现在这个岗位看");
    }

    private static Stream<String> filled(WorkRecord record, boolean classed) {
        return record.type().fields().values().stream()
                .filter(field -> !APART.contains(field.name()) && !field.name().equals("情况"))
                .filter(field -> field.fieldClass().isClassed() == classed)
                .map(RecordType.Field::name)
                .filter(record.fields()::containsKey);
    }

    private String said(WorkRecord record, String field) {
        return record.field(field).map(saying::value).orElse("");
    }

    private DossierPage.Step correction(WorkRecord record, RecordHistory.Correction made) {
        String words =
                made.changes().entrySet().stream()
                        .map(
                                each ->
                                        record.type().label(each.getKey())
                                                + (isOpen(record, each.getKey())
                                                        ? "：" + saying.value(each.getValue())
                                                        : "改过"))
                        .collect(Collectors.joining("；"));
        String fields =
                made.changes().keySet().stream()
                        .map(record.type()::label)
                        .collect(Collectors.joining("、"));
        return new DossierPage.Step(
                saying.day(made.entry().occurred().day()),
                made.reason().equals("补填") ? "补填" : "更正",
                made.reason().equals("补填")
                        ? "补填" + fields
                        : "第" + record.number() + "号：" + made.reason(),
                by(made.entry().recorder()),
                Prose.of(words),
                List.of(),
                receipt(made.entry()),
                List.of(),
                false);
    }

    private DossierPage.Step extension(Entry act, List<Tag> tags) {
        return new DossierPage.Step(
                saying.day(act.occurred().day()),
                "延期",
                "延长" + act.content().text("限").orElse(""),
                by(act.recorder()),
                Prose.of(act.content().text("批").map(by -> saying.who(by) + "批准").orElse("")),
                List.of(),
                receipt(act),
                tags,
                false);
    }

    /// An extension that was taken back stays in the books with the reason, and counts no more.
    private DossierPage.Step withdrawal(Withdrawals.Withdrawn taken) {
        return new DossierPage.Step(
                saying.day(taken.by().occurred().day()),
                "撤销延期",
                "第" + taken.act().number() + "号：" + taken.by().content().text("因").orElse(""),
                by(taken.by().recorder()),
                Prose.EMPTY,
                List.of(),
                receipt(taken.by()),
                List.of(),
                false);
    }

    private List<Prose> receipt(Entry act) {
        return receipt(
                Prose.of("第" + act.number() + "号"),
                ChinaTime.day(act.recordedAt()),
                act.occurred().day());
    }

    private static Prose link(WorkRecord record) {
        return Prose.EMPTY.reference("第" + record.number() + "号", "/records/" + record.number());
    }

    /// @param number as a link where it opens a page: acts and corrections have none
    private List<Prose> receipt(Prose number, LocalDate recorded, LocalDate occurred) {
        return List.of(
                number, Prose.of(recorded.equals(occurred) ? "录时当天" : "录时" + saying.day(recorded)));
    }

    private String by(Recorder recorder) {
        return recorder.person().isEmpty()
                ? ""
                : saying.name(recorder.person())
                        + (recorder.post().isEmpty() ? "" : "，" + saying.name(recorder.post()));
    }

    private static List<Link> files(WorkRecord record) {
        Stream<Link> original =
                record.isFilled("读者")
                        ? Stream.of(new Link("看原文", "/records/" + record.number() + "/reading"))
                        : Stream.empty();
        return Stream.concat(
                        original,
                        record.fields().values().stream()
                                .flatMap(value -> evidence(value, record.number())))
                .toList();
    }

    private static Stream<Link> evidence(Value value, long number) {
        return switch (value) {
            case Value.Evidence file -> {
                Optional<Evidence.Citation> cited = Evidence.Citation.parse(file.name());
                String digest = cited.map(found -> found.digest().toString()).orElse(file.digest());
                yield digest.isEmpty()
                        ? Stream.empty()
                        : Stream.of(
                                new Link(
                                        Saying.file(file),
                                        "/records/" + number + "/files/" + digest));
            }
            case Value.Series series ->
                    series.items().stream().flatMap(item -> evidence(item, number));
            case Value _ -> Stream.empty();
        };
    }

    private static String text(WorkRecord record, String field) {
        return record.field(field).orElse(new Value.Unknown(field))
                        instanceof Value.Text(String said)
                ? said
                : "";
    }
}
