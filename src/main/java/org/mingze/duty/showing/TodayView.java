package org.mingze.duty.showing;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mingze.calendar.Period;
import org.mingze.calendar.PeriodUnit;
import org.mingze.calendar.Periods;
import org.mingze.duty.Sentences;
import org.mingze.duty.Standing;
import org.mingze.duty.TodayPage;
import org.mingze.duty.Verdict;
import org.mingze.institution.expression.Rational;
import org.mingze.web.Act;
import org.mingze.web.Balance;
import org.mingze.web.Blank;
import org.mingze.web.Link;
import org.mingze.web.Part;
import org.mingze.web.Prose;
import org.mingze.web.Row;

/// 今日页的内容 — what is over, what is due, what comes next, and what this month's records did.
final class TodayView {
    private static final int ROWS_MAX = 12;
    private static final int NEAREST_MAX = 3;

    private final Owed owed;
    private final DutyRows rows;
    private final Period half;
    private final List<Owed> delegated;
    private final String whole;

    private TodayView(Owed owed, List<Owed> delegated, String whole) {
        this.delegated = List.copyOf(delegated);
        this.whole = whole;
        this.owed = owed;
        this.rows = new DutyRows(owed.known(), owed.today());
        this.half = Periods.containing(owed.today(), PeriodUnit.HALF_YEAR);
    }

    /// @param ahead    提醒: how many working days ahead, as the county has set it
    /// @param recorded the records of this month that the body entered
    static TodayPage of(Owed owed, OptionalInt ahead, Set<Long> recorded) {
        return of(owed, List.of(), "", ahead, recorded);
    }

    /// @param delegated what the posts owe for which one acts
    /// @param whole     the one of these posts whose rows are all shown; empty for none
    static TodayPage of(
            Owed owed, List<Owed> delegated, String whole, OptionalInt ahead, Set<Long> recorded) {
        return new TodayView(owed, delegated, whole).page(ahead, recorded);
    }

    /// What stands beside 今日 in the navigation: over and due today.
    static int urgent(Owed owed) {
        TodayView view = new TodayView(owed, List.of(), "");
        return view.grouped(owed.overdue()).size() + view.grouped(owed.dueToday()).size();
    }

    private TodayPage page(OptionalInt ahead, Set<Long> recorded) {
        List<Row> over = grouped(owed.overdue());
        List<Row> now = grouped(owed.dueToday());
        List<Row> week = grouped(owed.dueThisWeek());
        List<Row> later = grouped(owed.later());
        List<Part> parts = new ArrayList<>();
        add(parts, "over", "逾期", over).map(Part::alarmed).ifPresent(last -> set(parts, last));
        add(parts, "now", "今天", now);
        add(parts, "week", "七天内", week);
        long acting = addDelegated(parts);
        add(parts, "later", DayWords.day(half.end(), owed.today()) + "前", later);
        return new TodayPage(
                List.of(DayWords.withWeekday(owed.today()), quarterLeft()),
                finding(over.size(), now.size(), week.size(), acting),
                parts,
                parts.isEmpty() ? Optional.of(nothing()) : Optional.empty(),
                Optional.of(balance()),
                ahead.isPresent()
                        ? List.of(reminder(ahead.getAsInt()), month(recorded))
                        : List.of(month(recorded)));
    }

    /// 提醒 — what is still open and due within so many working days.
    private TodayPage.SideNote reminder(int days) {
        List<Verdict> soon =
                Stream.of(owed.dueToday(), owed.dueThisWeek(), owed.later())
                        .flatMap(List::stream)
                        .filter(verdict -> isWithin(verdict, days))
                        .toList();
        int count = grouped(soon).size();
        return new TodayPage.SideNote(
                "到期提醒",
                days + "个工作日内",
                count == 0 ? Prose.of("没有快到期的。") : named(count, soon),
                Optional.of(new Link("看日历", "/calendar")));
    }

    /// Which they are, of which matter and by when: the nearest of them.
    private Prose named(int count, List<Verdict> soon) {
        List<List<Verdict>> sets =
                List.copyOf(
                        soon.stream()
                                .collect(
                                        Collectors.groupingBy(
                                                DutyRows::set,
                                                LinkedHashMap::new,
                                                Collectors.toList()))
                                .values());
        Prose text = Prose.of("快到期" + count + "项：");
        List<List<Verdict>> nearest = sets.subList(0, Math.min(NEAREST_MAX, sets.size()));
        for (List<Verdict> set : nearest) {
            Verdict verdict = set.getFirst();
            String matter = DutyRows.matter(owed.known(), verdict);
            boolean last = sets.size() == nearest.size() && set.equals(nearest.getLast());
            text =
                    text.reference(
                                    Sentences.headOfSet(verdict),
                                    DutyLinks.page(verdict.obligation().key()))
                            .words(matter.isEmpty() ? "" : "（" + matter + "）")
                            .words(
                                    "，"
                                            + DayWords.day(
                                                    verdict.due().orElseThrow(), owed.today())
                                            + (last ? "到期。" : "到期；"));
        }
        return sets.size() > nearest.size() ? text.words("其余到日历里看。") : text;
    }

    private boolean isWithin(Verdict verdict, int days) {
        return verdict.due()
                .filter(due -> !due.isBefore(owed.today()))
                .map(due -> owed.known().calendar().workingDaysBetween(owed.today(), due) <= days)
                .orElse(false);
    }

    private List<Row> grouped(List<Verdict> verdicts) {
        return rows.grouped(verdicts, owed.verdicts());
    }

    private static Optional<Part> add(List<Part> parts, String id, String heading, List<Row> rows) {
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        Part part = cut(Part.of(id, heading, rows), "/duties");
        parts.add(part);
        return Optional.of(part);
    }

    private static Part cut(Part all, String rest) {
        return all.rows().size() <= ROWS_MAX
                ? all
                : new Part(
                        all.id(),
                        all.heading(),
                        all.tally(),
                        false,
                        Optional.of(new Link("看全部", rest)),
                        all.rows().subList(0, ROWS_MAX),
                        Optional.empty());
    }

    /// 代办 — for each post for which one acts, what is over, due today and due within seven days.
    private long addDelegated(List<Part> parts) {
        long acting = 0;
        for (Owed each : delegated) {
            List<Row> due =
                    Stream.of(each.overdue(), each.dueToday(), each.dueThisWeek())
                            .flatMap(list -> rows.groupedByPage(list, each.verdicts()).stream())
                            .toList();
            if (!due.isEmpty()) {
                acting += due.size();
                String id = "delegated-" + (delegated.indexOf(each) + 1);
                String post = each.acting().post();
                Part all = Part.of(id, "代“" + each.acting().postName() + "”办", due);
                String rest = "/?whole=" + DutyLinks.encoded(post) + "#" + id;
                parts.add(post.equals(whole) ? all : cut(all, rest));
            }
        }
        return acting;
    }

    private static void set(List<Part> parts, Part last) {
        parts.set(parts.size() - 1, last);
    }

    private static String finding(int over, int now, int week, long acting) {
        if (acting == 0) {
            return finding(over, now, week);
        }
        String delegated = "代办" + acting + "件";
        if (over > 0 || now > 0) {
            return finding(over, now, week) + "，" + delegated;
        }
        return week == 0 ? delegated : "七天内要办" + week + "件，" + delegated;
    }

    private static String finding(int over, int now, int week) {
        if (over == 0 && now == 0) {
            return week == 0 ? "今天没有到期的职责" : "今天没有到期的，七天内要办" + week + "件";
        }
        return now == 0
                ? "逾期" + over + "件"
                : "今天要办" + now + "件" + (over == 0 ? "" : "，逾期" + over + "件");
    }

    private String quarterLeft() {
        LocalDate today = owed.today();
        Period quarter = Periods.containing(today, PeriodUnit.QUARTER);
        long left = owed.known().calendar().workingDaysBetween(today.minusDays(1), quarter.end());
        boolean works = owed.known().calendar().isWorkingDay(today);
        return Periods.name(quarter, today) + "还剩" + left + "个工作日" + (works ? "（含今天）" : "");
    }

    private Blank nothing() {
        Optional<Verdict> next =
                owed.verdicts().stream()
                        .filter(verdict -> verdict.standing() == Standing.AHEAD)
                        .filter(verdict -> verdict.due().isPresent())
                        .min(
                                java.util.Comparator.comparing(
                                        verdict -> verdict.due().orElseThrow()));
        return new Blank(
                "到期末没有未办的职责",
                next.map(
                                verdict ->
                                        "下一项："
                                                + rows.row(verdict).title().text()
                                                + "，"
                                                + DayWords.day(
                                                        verdict.due().orElseThrow(), owed.today())
                                                + "。")
                        .orElse("做了什么，随时记一笔。"),
                Optional.of(Act.of("看全部职责", "/duties")));
    }

    private TodayPage.PeriodBalance balance() {
        List<Verdict> verdicts = owed.in(half);
        return new TodayPage.PeriodBalance(
                Periods.name(half, owed.today()),
                verdicts.size() + "项职责",
                new Link("全部", "/duties"),
                balance(verdicts, half));
    }

    static Balance balance(List<Verdict> verdicts, Period half) {
        return new Balance(
                Arrays.stream(Standing.values())
                        .map(
                                standing ->
                                        new Balance.Share(
                                                Marks.of(standing),
                                                (int)
                                                        verdicts.stream()
                                                                .filter(
                                                                        verdict ->
                                                                                verdict.standing()
                                                                                        == standing)
                                                                .count(),
                                                DutiesView.address(half, standing.word(), "", 1)))
                        .toList());
    }

    /// 本月 — how many records the body entered, and how many duties they counted for.
    private TodayPage.SideNote month(Set<Long> recorded) {
        YearMonth month = YearMonth.from(owed.today());
        int all = recorded.size();
        long counted =
                owed.verdicts().stream()
                        .flatMap(verdict -> verdict.counted().stream())
                        .filter(counts -> recorded.contains(counts.record()))
                        .count();
        Prose text = Prose.of("记了").strong(String.valueOf(all)).words("笔");
        return new TodayPage.SideNote(
                "本单位本月记录",
                String.valueOf(all),
                all == 0
                        ? Prose.of("这个月还没有记录。一件事记一次，计入它该计入的每一项职责。")
                        : text.words("；计入本岗和本单位的职责")
                                .strong(String.valueOf(counted))
                                .words("项次，每笔平均" + average(counted, all) + "项。一件事只记一次。"),
                Optional.of(new Link("逐笔看", "/records/numbers?own=" + month)));
    }

    private static String average(long counted, long records) {
        return Rational.of(Math.round(10.0 * counted / records))
                .dividedBy(Rational.of(10))
                .toString();
    }
}
