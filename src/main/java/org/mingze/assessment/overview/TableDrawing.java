package org.mingze.assessment.overview;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.mingze.assessment.OverviewPage;
import org.mingze.calendar.Period;
import org.mingze.calendar.Span;
import org.mingze.duty.Naming;
import org.mingze.duty.Standing;
import org.mingze.duty.running.FallingDue;
import org.mingze.institution.Duty;
import org.mingze.institution.DutyForm;
import org.mingze.institution.Institution;
import org.mingze.institution.Slot;
import org.mingze.institution.expression.Value;
import org.mingze.web.Act;
import org.mingze.web.Blank;
import org.mingze.web.Link;
import org.mingze.work.Knowledge;
import org.mingze.work.WorkRecords;

/// 画小表 — limits of petitions, milestones of projects, records entered late.
final class TableDrawing {
    private static final int BODIES_MAX = 12;
    static final String PETITIONS = "信访办理";
    private static final String PROJECTS = "项目建设";

    private final Board board;
    private final Period period;

    TableDrawing(Board board, Period period) {
        this.board = board;
        this.period = period;
    }

    List<OverviewPage.Table> tables() {
        return List.of(
                byDuty(
                        "petitions",
                        "信访限期",
                        PETITIONS,
                        "信访的受理、答复和复查各有期限",
                        Optional.of(Act.of("看信访台账", "/ledgers/petitions"))),
                byDuty(
                        "projects",
                        "项目节点",
                        PROJECTS,
                        "项目的每个节点对着规定的先后和时限",
                        Optional.of(Act.of("看制度", "/institutions"))),
                late(),
                new BurdenDrawing(board, period).table());
    }

    private OverviewPage.Table byDuty(
            String id, String heading, String group, String about, Optional<Act> elsewhere) {
        Map<Board.Slot, Monthly.Sum> sums = board.byDuty(period, group);
        List<List<Link>> rows = new ArrayList<>();
        long all = 0;
        for (Named named : named(board.known(), board.counted().day())) {
            Monthly.Sum sum = sums.get(Board.Slot.all(named.number()));
            if (sum != null && sum.all() > 0) {
                rows.add(row(named, sum));
                all += sum.all();
            }
        }
        Optional<Blank> blank =
                rows.isEmpty()
                        ? Optional.of(
                                new Blank(
                                        "这一期没有到期的" + group + "职责",
                                        "施行的制度里没有一项在这一期到期；换一期，或看有哪些制度。",
                                        elsewhere))
                        : Optional.empty();
        return new OverviewPage.Table(
                id,
                heading,
                rows.isEmpty() ? "" : "到期" + all + "项",
                about,
                List.of("职责", "限", "到期", "按期", "迟", "违", "未判", "按期率"),
                rows,
                blank);
    }

    private List<Link> row(Named named, Monthly.Sum sum) {
        return List.of(
                new Link(named.duty().name(), due(named, "")),
                new Link(limit(named), ""),
                count(named, sum.all(), ""),
                count(named, sum.of(Standing.FULFILLED), Standing.FULFILLED.word()),
                count(named, sum.of(Standing.LATE), Standing.LATE.word()),
                count(named, sum.of(Standing.BREACHED), Standing.BREACHED.word()),
                count(named, sum.all() - sum.judged(), Addresses.UNJUDGED),
                sum.judged() == 0
                        ? new Link("—", "")
                        : new Link(HeatDrawing.percent(sum) + "%", due(named, Addresses.JUDGED)));
    }

    private Link count(Named named, long count, String standing) {
        return count == 0 ? new Link("—", "") : new Link(words(count), due(named, standing));
    }

    private String due(Named named, String standing) {
        return Addresses.due(period, "", "", "", named.number(), standing);
    }

    static String words(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /// 职责之名 — a duty of an institution as of the day.
    record Named(Institution institution, Duty duty) {
        String number() {
            return institution.id() + "/" + duty.number();
        }
    }

    static List<Named> named(Knowledge known, LocalDate day) {
        List<Named> named = new ArrayList<>();
        for (String id : known.rules().institutions()) {
            Institution institution =
                    known.rules()
                            .inForce(id, day)
                            .orElseGet(() -> known.rules().versions(id).getLast())
                            .institution();
            institution.duties().forEach(duty -> named.add(new Named(institution, duty)));
        }
        return named;
    }

    /// The time that a duty gives, as the county set it; — for one that gives none of its own.
    private String limit(Named named) {
        Optional<Slot> limit =
                switch (named.duty().form()) {
                    case DutyForm.Response form -> Optional.of(form.limit());
                    case DutyForm.BreachResponse form -> Optional.of(form.limit());
                    case DutyForm.ClosedLoop form -> form.completeWithin();
                    case DutyForm _ -> Optional.empty();
                };
        return limit.map(slot -> value(named.institution(), slot)).orElse("—");
    }

    private String value(Institution institution, Slot slot) {
        Optional<Value> value =
                switch (slot) {
                    case Slot.Literal(Value literal) -> Optional.of(literal);
                    case Slot.Named(String name) ->
                            board.known()
                                    .rules()
                                    .parameter(
                                            institution,
                                            name,
                                            Optional.empty(),
                                            board.known().organization(),
                                            board.counted().day());
                    case Slot.Previous() -> Optional.empty();
                };
        return value.map(
                        given ->
                                given instanceof Value.Duration(Span span)
                                        ? span.toString()
                                        : given.toString())
                .orElse("待定");
    }

    /// Bodies with the largest number of records entered after their day.
    private OverviewPage.Table late() {
        Map<String, long[]> byBody = new TreeMap<>();
        long all = 0;
        long late = 0;
        for (WorkRecords.Lag lag : lags()) {
            long[] sum = byBody.computeIfAbsent(lag.body(), _ -> new long[2]);
            sum[0] += lag.all();
            sum[1] += lag.late();
            all += lag.all();
            late += lag.late();
        }
        List<Map.Entry<String, long[]>> most =
                byBody.entrySet().stream()
                        .filter(each -> each.getValue()[1] > 0)
                        .sorted(
                                Comparator.comparingLong(
                                                (Map.Entry<String, long[]> each) ->
                                                        each.getValue()[1])
                                        .reversed())
                        .toList();
        List<List<Link>> rows =
                most.stream().map(each -> late(each.getKey(), each.getValue())).toList();
        int shown = Math.min(BODIES_MAX, rows.size());
        long folded = most.stream().skip(shown).mapToLong(each -> each.getValue()[1]).sum();
        return new OverviewPage.Table(
                "late",
                "迟录",
                all == 0 ? "" : words(all) + "笔里" + words(late) + "笔，" + percent(late, all) + "%",
                "业时当天以后才录的记录，按单位；记录照样算数",
                List.of("单位", "记录", "迟录", "占"),
                rows.subList(0, shown),
                new OverviewPage.Rest(
                        "另有" + (rows.size() - shown) + "个单位，迟录" + words(folded) + "笔",
                        rows.subList(shown, rows.size())),
                rows.isEmpty()
                        ? Optional.of(new Blank("这一期没有迟录", "每一笔都在当天录入。", Optional.empty()))
                        : Optional.empty());
    }

    private List<Link> late(String body, long[] sum) {
        String name =
                body.isEmpty()
                        ? "未写单位"
                        : Naming.of(board.known().organization(), body, board.counted().day());
        String every = Addresses.records(period, body, false);
        String late = Addresses.records(period, body, true);
        return List.of(
                new Link(name, every),
                new Link(words(sum[0]), every),
                new Link(words(sum[1]), late),
                new Link(percent(sum[1], sum[0]) + "%", late));
    }

    static long percent(long part, long whole) {
        return FallingDue.percent(part, whole);
    }

    /// Those of the period, of the bodies that the post sees.
    List<WorkRecords.Lag> lags() {
        return board.counted().lags().stream()
                .filter(lag -> !lag.body().isEmpty() && board.sight().sees(lag.body()))
                .filter(lag -> period.contains(lag.month().atDay(1)))
                .toList();
    }
}
