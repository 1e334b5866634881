package org.mingze.dossier.supervision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.mingze.dossier.Dossier;
import org.mingze.dossier.LedgerDrawing;
import org.mingze.dossier.LedgerFilter;
import org.mingze.dossier.LedgerKind;
import org.mingze.dossier.Repeats;
import org.mingze.dossier.Saying;
import org.mingze.duty.Verdict;
import org.mingze.duty.showing.SentenceProse;
import org.mingze.institution.expression.Value;
import org.mingze.web.Act;
import org.mingze.web.Link;
import org.mingze.web.Mark;
import org.mingze.web.Part;
import org.mingze.web.Prose;
import org.mingze.web.Row;
import org.mingze.work.WorkRecord;

/// 等着办的 — what waits for verification, for closing and for a later look; what is over; what came
/// again.
record Waiting(List<Dossier> seen, Saying saying, Repeats repeats) {
    private static final LedgerKind KIND = LedgerKind.RECTIFICATION;
    private static final int SHOWN_MAX = 6;

    /// A kind is a line of several items, so that no filter of the ledger shows the lines.
    private static final int ALIKE_MAX = 60;

    /// What holds nothing is left out.
    List<Part> parts() {
        return Stream.of(
                        part(
                                "unverified",
                                "等复核",
                                unverified(),
                                this::unverified,
                                atStageOf(unverified()),
                                false),
                        part(
                                "unclosed",
                                "等销号",
                                awaiting("销号"),
                                this::unclosed,
                                atStageOf(awaiting("销号")),
                                false),
                        part(
                                "rechecks",
                                "回头看",
                                rechecks(),
                                this::recheck,
                                LedgerFilter.ALL.marked(LedgerFilter.RECHECK),
                                false),
                        part(
                                "over",
                                "逾期",
                                over(),
                                this::over,
                                LedgerFilter.ALL.dueIn(LedgerFilter.OVER),
                                true),
                        part(
                                "relapsed",
                                "销号后复发",
                                relapsed(),
                                this::relapsed,
                                LedgerFilter.ALL.marked(LedgerFilter.RELAPSED),
                                true),
                        part(
                                "alike",
                                "同单位同类再现",
                                repeats.most(),
                                this::alike,
                                LedgerFilter.ALL.marked(LedgerFilter.ALIKE),
                                false,
                                ALIKE_MAX))
                .filter(part -> !part.rows().isEmpty())
                .toList();
    }

    private static <T> Part part(
            String id,
            String heading,
            List<T> all,
            Function<T, Row> row,
            LedgerFilter filter,
            boolean alarming) {
        return part(id, heading, all, row, filter, alarming, SHOWN_MAX);
    }

    private static <T> Part part(
            String id,
            String heading,
            List<T> all,
            Function<T, Row> row,
            LedgerFilter filter,
            boolean alarming,
            int most) {
        List<Row> shown = all.stream().limit(most).map(row).toList();
        return new Part(
                id,
                heading,
                String.valueOf(all.size()),
                alarming,
                Optional.of(
                        new Link(
                                all.size() > most ? "只列" + most + "件，在台账里看全部" : "在台账里看",
                                KIND.path() + filter.query())),
                shown,
                Optional.empty());
    }

    List<Dossier> unverified() {
        return awaiting("验收");
    }

    List<Dossier> rechecks() {
        return seen.stream()
                .filter(dossier -> dossier.laterOwed().isPresent())
                .sorted(
                        Comparator.comparing(Waiting::lookAgainBy)
                                .thenComparingLong(Dossier::number))
                .toList();
    }

    private static LocalDate lookAgainBy(Dossier dossier) {
        return dossier.laterOwed().flatMap(Verdict::due).orElse(LocalDate.MAX);
    }

    /// Those to look at again within days.
    List<Dossier> rechecksNear() {
        return rechecks(Row.Urgency.NEAR);
    }

    /// Those that should have been looked at again already.
    List<Dossier> rechecksOver() {
        return rechecks(Row.Urgency.OVER);
    }

    private List<Dossier> rechecks(Row.Urgency urgency) {
        return rechecks().stream()
                .filter(dossier -> saying.urgency(lookAgainBy(dossier)) == urgency)
                .toList();
    }

    List<Dossier> over() {
        return those(dossier -> dossier.due().filter(saying::isOver).isPresent());
    }

    private List<Dossier> relapsed() {
        return those(dossier -> !dossier.ofType("复发").isEmpty());
    }

    private List<Dossier> awaiting(String recordType) {
        return those(dossier -> dossier.awaits(recordType));
    }

    /// The filter by which the ledger shows these.
    private static LedgerFilter atStageOf(List<Dossier> dossiers) {
        return dossiers.stream()
                .map(Dossier::stage)
                .findFirst()
                .map(LedgerFilter.ALL::atStage)
                .orElse(LedgerFilter.ALL);
    }

    private List<Dossier> those(Predicate<Dossier> which) {
        return seen.stream().filter(which).sorted(LedgerDrawing.urgency()).toList();
    }

    private Row unverified(Dossier dossier) {
        Prose why =
                dossier.last("整改")
                        .map(
                                record ->
                                        Prose.of(
                                                saying.day(record.day())
                                                        + "报来，整改人"
                                                        + by(record)
                                                        + "，"
                                                        + proofs(record)))
                        .orElse(Prose.EMPTY);
        return row(dossier, why, "去验收", "verifications");
    }

    private Row unclosed(Dossier dossier) {
        Prose why =
                dossier.last("验收")
                        .map(record -> Prose.of(saying.day(record.day()) + "验收通过，验收人" + by(record)))
                        .orElse(Prose.EMPTY);
        return row(dossier, why, "去销号", "closure");
    }

    private Row recheck(Dossier dossier) {
        Verdict owed = dossier.laterOwed().orElseThrow();
        Row row = row(dossier, sentence(owed), "去看", "rechecks");
        return new Row(
                row.mark(),
                row.title(),
                row.why(),
                owed.due().map(saying::left).orElse(Row.Due.NONE),
                row.act());
    }

    private Row over(Dossier dossier) {
        Prose why = dossier.owed().stream().findFirst().map(this::sentence).orElse(Prose.EMPTY);
        return BoardDrawing.row(dossier, saying, why, Optional.empty());
    }

    private Row relapsed(Dossier dossier) {
        List<String> days =
                dossier.ofType("复发").stream().map(WorkRecord::day).map(saying::day).toList();
        return BoardDrawing.row(
                dossier,
                saying,
                Prose.of(body(dossier) + "，" + String.join("、", days) + "复发"),
                Optional.empty());
    }

    private Row alike(Repeats.Kind kind) {
        List<Dossier> group = repeats.of(kind);
        long open = group.stream().filter(each -> !each.isSettled()).count();
        List<String> numbers = new ArrayList<>();
        group.stream().limit(SHOWN_MAX).forEach(each -> numbers.add("第" + each.number() + "号"));
        return new Row(
                open > 0
                        ? new Mark(Mark.Shape.OPEN, "在办" + open)
                        : new Mark(Mark.Shape.DONE, "都已销号"),
                new Link(
                        saying.name(kind.body()) + "：" + kind.aspect() + group.size() + "件",
                        KIND.path()
                                + LedgerFilter.ALL
                                        .answeredBy(kind.body())
                                        .about(kind.aspect())
                                        .query()),
                Prose.of(String.join("、", numbers) + (group.size() > SHOWN_MAX ? "等" : "")),
                Row.Due.NONE,
                Optional.empty());
    }

    private Row row(Dossier dossier, Prose why, String word, String desk) {
        return BoardDrawing.row(
                dossier,
                saying,
                why,
                Optional.of(Act.small(word, "/dossiers/" + dossier.number() + "#" + desk)));
    }

    private Prose sentence(Verdict verdict) {
        return SentenceProse.of(verdict, saying.organization(), saying.today());
    }

    private String body(Dossier dossier) {
        return dossier.body().map(saying::name).orElse("责任单位未定");
    }

    private String by(WorkRecord record) {
        return record.field("人").orElse(new Value.Unknown("人")) instanceof Value.Reference post
                ? saying.who(post.code())
                : "未知";
    }

    private static String proofs(WorkRecord record) {
        int files =
                record.field("附").orElse(new Value.Unknown("附")) instanceof Value.Series series
                        ? series.items().size()
                        : 0;
        return files == 0 ? "没有附佐证" : "佐证" + files + "份";
    }
}
