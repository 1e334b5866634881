package org.mingze.duty.upcoming;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mingze.calendar.WorkCalendar;
import org.mingze.duty.Naming;
import org.mingze.duty.Occasion;
import org.mingze.duty.Sentences;
import org.mingze.duty.Standing;
import org.mingze.duty.Verdict;
import org.mingze.duty.showing.Acting;
import org.mingze.duty.showing.DayWords;
import org.mingze.duty.showing.DutyLinks;
import org.mingze.duty.showing.DutyRows;
import org.mingze.web.Blank;
import org.mingze.web.Heading;
import org.mingze.web.Link;
import org.mingze.web.Mark;
import org.mingze.web.Part;
import org.mingze.web.Prose;
import org.mingze.web.Row;
import org.mingze.work.Knowledge;

/// 日历页的内容 — one month of an office.
final class CalendarView {
    private static final int SHOWN_MAX = 3;
    private static final int WEEK = 7;

    private final Knowledge known;
    private final Acting acting;
    private final LocalDate today;
    private final YearMonth month;
    private final Optional<LocalDate> chosen;
    private final Map<LocalDate, List<Verdict>> falling;

    CalendarView(
            Knowledge known,
            Acting acting,
            LocalDate today,
            YearMonth month,
            Optional<LocalDate> chosen,
            Map<LocalDate, List<Verdict>> falling) {
        this.known = known;
        this.acting = acting;
        this.today = today;
        this.month = month;
        this.chosen = chosen;
        this.falling = falling;
    }

    CalendarPage page(CalendarPage.Feed feed) {
        long all = falling.values().stream().mapToLong(List::size).sum();
        String name = name(month);
        return new CalendarPage(
                new Heading(
                        List.of(new Link(acting.bodyName(), "")),
                        all == 0 ? name + "没有到期的" : name + "到期" + all + "项" + tallied(),
                        Prose.of("本单位和它每个岗位的职责，按到期日。日子点开看那天的。" + provisional()),
                        List.of()),
                month.toString(),
                new Link("上月", address(month.minusMonths(1))),
                new Link("本月", address(YearMonth.from(today))),
                new Link("下月", address(month.plusMonths(1))),
                name + "到期的职责，一行一周",
                weeks(),
                chosen.map(this::part),
                all == 0 && chosen.isEmpty()
                        ? Optional.of(
                                new Blank("这个月没有到期的职责", "看上月、下月，或在职责里看这半年。", Optional.empty()))
                        : Optional.empty(),
                feed);
    }

    /// How many of the month were missed, wait to be done, and are not yet there.
    private String tallied() {
        Map<Mark, Long> tally =
                falling.values().stream()
                        .flatMap(List::stream)
                        .collect(Collectors.groupingBy(CalendarView::mark, Collectors.counting()));
        return Stream.of(CalendarPage.OVER, CalendarPage.OPEN, CalendarPage.AHEAD)
                .filter(tally::containsKey)
                .map(mark -> "，" + mark.word() + tally.get(mark) + "项")
                .collect(Collectors.joining());
    }

    private static Mark mark(Verdict verdict) {
        if (verdict.standing() == Standing.BREACHED) {
            return CalendarPage.OVER;
        }
        if (verdict.standing() == Standing.AHEAD) {
            return CalendarPage.AHEAD;
        }
        return Falling.isOpen(verdict) ? CalendarPage.OPEN : CalendarPage.DONE;
    }

    private String provisional() {
        return known.calendar().isProvisional(month.atDay(1)) ? "这一年的放假安排还没有公布，只按周末算。" : "";
    }

    private String name(YearMonth of) {
        return (of.getYear() == today.getYear() ? "" : of.getYear() + "年")
                + of.getMonthValue()
                + "月";
    }

    static String address(YearMonth of) {
        return "/calendar?month=" + of;
    }

    static String address(LocalDate day) {
        return address(YearMonth.from(day)) + "&day=" + day + "#day";
    }

    private List<List<CalendarPage.Day>> weeks() {
        List<List<CalendarPage.Day>> weeks = new ArrayList<>();
        LocalDate at = month.atDay(1).with(DayOfWeek.MONDAY);
        while (!at.isAfter(month.atEndOfMonth())) {
            weeks.add(at.datesUntil(at.plusDays(WEEK)).map(this::day).toList());
            at = at.plusDays(WEEK);
        }
        return weeks;
    }

    private CalendarPage.Day day(LocalDate day) {
        boolean outside = !YearMonth.from(day).equals(month);
        List<List<Verdict>> sets = outside ? List.of() : sets(day);
        WorkCalendar calendar = known.calendar();
        boolean off = !calendar.isWorkingDay(day);
        boolean weekend = day.getDayOfWeek().getValue() > DayOfWeek.FRIDAY.getValue();
        return new CalendarPage.Day(
                day.getDayOfMonth(),
                DayWords.day(day, today)
                        + "，"
                        + DayWords.kind(day, calendar)
                        + (sets.isEmpty() ? "" : "，到期" + sets.size() + "项"),
                outside,
                off,
                !off && weekend,
                day.equals(today),
                chosen.filter(day::equals).isPresent(),
                outside ? "" : kind(day, off, weekend),
                sets.isEmpty() ? Optional.empty() : Optional.of(new Link("", address(day))),
                sets.stream().limit(SHOWN_MAX).map(this::due).toList(),
                sets.size() > SHOWN_MAX
                        ? Optional.of(
                                new Link("还有" + (sets.size() - SHOWN_MAX) + "项", address(day)))
                        : Optional.empty());
    }

    private String kind(LocalDate day, boolean off, boolean weekend) {
        String occasion = known.calendar().occasion(day);
        if (!off && weekend) {
            return "调休上班";
        }
        return off && !occasion.isEmpty() ? occasion : "";
    }

    /// What was missed first, what is done last: a full day hides only what is done.
    private List<List<Verdict>> sets(LocalDate day) {
        return Falling.sets(falling.getOrDefault(day, List.of())).stream()
                .sorted(Comparator.comparingInt(set -> CalendarPage.MARKS.indexOf(mark(set))))
                .toList();
    }

    private static Mark mark(List<Verdict> set) {
        List<Mark> marks = set.stream().map(CalendarView::mark).toList();
        return CalendarPage.MARKS.stream()
                .filter(marks::contains)
                .findFirst()
                .orElse(CalendarPage.DONE);
    }

    private CalendarPage.Due due(List<Verdict> set) {
        Verdict first = set.getFirst();
        String many = set.size() == 1 ? "" : "（" + set.size() + "个）";
        return new CalendarPage.Due(
                new Link(name(first) + many, DutyLinks.page(first.obligation().key())),
                mark(set),
                about(first));
    }

    /// A duty that a record raised is named by its number too.
    private static String name(Verdict verdict) {
        return verdict.obligation().occasion() instanceof Occasion.OnRecord
                ? Sentences.headOfSet(verdict)
                : verdict.obligation().duty().name();
    }

    /// The matter that raised it, and the post that owes it where it is not the body itself.
    private String about(Verdict verdict) {
        String bearer = verdict.obligation().key().bearer();
        String post =
                bearer.equals(acting.body()) ? "" : Naming.of(known.organization(), bearer, today);
        return Stream.of(DutyRows.matter(known, verdict), post)
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining("，"));
    }

    /// The duties of one day, with whose they are.
    private Part part(LocalDate day) {
        DutyRows rows = new DutyRows(known, today);
        List<Verdict> verdicts = falling.getOrDefault(day, List.of());
        List<Row> shown =
                sets(day).stream()
                        .flatMap(
                                set ->
                                        rows.grouped(set, verdicts).stream()
                                                .map(row -> whose(row, set)))
                        .toList();
        String heading =
                DayWords.day(day, today) + "，" + DayWords.kind(day, known.calendar()) + "到期";
        return shown.isEmpty()
                ? new Part(
                        "day",
                        heading,
                        "0",
                        false,
                        Optional.empty(),
                        List.of(),
                        Optional.of(new Blank("这一天没有到期的", "换一天。", Optional.empty())))
                : Part.of("day", heading, shown);
    }

    private Row whose(Row row, List<Verdict> set) {
        String bearer = set.getFirst().obligation().key().bearer();
        String name = Naming.of(known.organization(), bearer, today);
        List<Prose.Piece> why = new ArrayList<>(Prose.of(name + "。").pieces());
        why.addAll(row.why().pieces());
        return new Row(row.mark(), row.title(), new Prose(why), row.due(), row.act());
    }
}
