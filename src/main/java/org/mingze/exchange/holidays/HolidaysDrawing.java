package org.mingze.exchange.holidays;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mingze.journal.Entry;
import org.mingze.web.Act;
import org.mingze.web.Fact;
import org.mingze.web.Heading;
import org.mingze.web.Link;
import org.mingze.web.Prose;
import org.mingze.web.Refusal;
import org.mingze.work.Knowledge;

/// 画放假通知 — the page of the years, with or without a notice that was read.
///
/// @param enters whether who reads may enter a year
record HolidaysDrawing(Knowledge known, boolean enters) {
    HolidaysPage page(String fault, String typed, Optional<Refusal> refusal) {
        return new HolidaysPage(
                heading("放假通知", "工作日历逐年按国务院办公厅的通知；交来一份通知，逐日核对后记下。"),
                enters,
                fault,
                typed,
                refusal,
                Optional.empty(),
                years());
    }

    private static Heading heading(String title, String lede) {
        return new Heading(
                List.of(new Link("导入", "/imports"), new Link("放假通知", "")),
                title,
                Prose.of(lede),
                List.of());
    }

    HolidaysPage trial(HolidayText.Notice notice, String evidence) {
        HolidayDays days = new HolidayDays(notice);
        List<HolidaysPage.Days> rows = new ArrayList<>();
        for (int at = 0; at < notice.told().size(); at++) {
            rows.add(row("d" + at, notice.told().get(at)));
        }
        List<String> conflicts = days.conflicts(known.calendar());
        long doubts = rows.stream().filter(row -> !row.doubt().isEmpty()).count();
        String title =
                notice.year()
                        + "年"
                        + notice.told().size()
                        + "段日子"
                        + (doubts == 0 ? "" : "，" + doubts + "段要核")
                        + (conflicts.isEmpty() ? "" : "，" + conflicts.size() + "天与年历不同");
        return new HolidaysPage(
                heading(title, "还没有记下。逐段核对，去掉不对的，再记下这一年；记下以后，这一年的工作日按它算。"),
                enters,
                "",
                "",
                Optional.empty(),
                Optional.of(
                        new HolidaysPage.Trial(title, facts(notice), rows, conflicts, evidence)),
                years());
    }

    private static List<Fact> facts(HolidayText.Notice notice) {
        return List.of(
                Fact.of("哪一年", notice.year() + "年"),
                Fact.of("文号", notice.number().isEmpty() ? "没有读出" : notice.number()),
                Fact.of("发文日", notice.issuedOn().map(LocalDate::toString).orElse("没有读出")));
    }

    private static HolidaysPage.Days row(String name, HolidayText.Told told) {
        long count = told.last().toEpochDay() - told.first().toEpochDay() + 1;
        boolean real = HolidayDays.isReal(told);
        String days =
                real
                        ? HolidayDays.words(told.first())
                                + (count == 1 ? "" : "至" + HolidayDays.words(told.last()))
                        : "日期不对";
        return new HolidaysPage.Days(
                name,
                days,
                real ? count + "天" : "",
                told.occasion(),
                HolidayDays.kind(told.working()),
                told.working(),
                told.sentence(),
                told.doubt(),
                told.doubt().isEmpty());
    }

    private List<HolidaysPage.Year> years() {
        List<HolidaysPage.Year> years = new ArrayList<>();
        int last = known.calendar().lastPublishedYear();
        for (int year = last; known.calendar().isNoticed(year) || year > last - 8; year--) {
            if (known.calendar().isNoticed(year)) {
                years.add(year(year));
            }
        }
        return years;
    }

    private HolidaysPage.Year year(int year) {
        Optional<Entry> entry = entry(known, year);
        String number =
                known.calendar().noticeOf(year).filter(text -> !text.isEmpty()).orElse("未写文号");
        return entry.map(
                        told ->
                                new HolidaysPage.Year(
                                        year + "年",
                                        number,
                                        new Link(
                                                "第" + told.number() + "笔入账",
                                                "/holidays/" + year + "/notice"),
                                        Optional.of(Act.small("下载", "/holidays/" + year + ".txt"))))
                .orElseGet(
                        () ->
                                new HolidaysPage.Year(
                                        year + "年",
                                        number,
                                        new Link("随程序发布", ""),
                                        Optional.empty()));
    }

    /// The entry that tells a year, the last of several.
    static Optional<Entry> entry(Knowledge known, int year) {
        return known.calendarYears().stream()
                .filter(each -> each.content().text("年").equals(Optional.of(String.valueOf(year))))
                .reduce((_, later) -> later);
    }
}
