package org.mingze.duty.entering;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mingze.access.Officer;
import org.mingze.duty.showing.Acting;
import org.mingze.sheet.Cell;
import org.mingze.sheet.TableDownload;
import org.mingze.sheet.TableForm;
import org.mingze.sheet.TableWriting;
import org.mingze.web.NotFound;
import org.mingze.work.ChinaTime;
import org.mingze.work.CountyLedgers;
import org.mingze.work.Knowledge;
import org.mingze.work.Sight;
import org.mingze.work.WorkRecord;
import org.mingze.work.WorkRecords;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// 记录列表 — found by type, body, days and words, or given by their numbers.
@Controller
class RecordListController {
    private static final int NUMBERS_MAX = 1_000;
    private static final int PAGES_MAX = 2_000;
    private static final int BATCH = 1_000;

    private final CountyLedgers ledgers;
    private final WorkRecords records;

    RecordListController(CountyLedgers ledgers, WorkRecords records) {
        this.ledgers = ledgers;
        this.records = records;
    }

    @GetMapping("/records")
    ModelAndView list(
            Officer officer,
            @RequestParam(defaultValue = "") String type,
            @RequestParam(defaultValue = "") String body,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "") String find,
            @RequestParam(defaultValue = "") String late,
            @RequestParam(defaultValue = "1") String page) {
        LocalDate today = LocalDate.now(ChinaTime.ZONE);
        int number = page.matches("[1-9]\\d{0,3}") ? Integer.parseInt(page) : 1;
        String text = (find.isBlank() ? words : find).strip();
        RecordListView.Asked asked =
                new RecordListView.Asked(
                        type, body, from, to, text, Math.min(number, PAGES_MAX), late.equals("1"));
        RecordsPage shown =
                ledgers.ask(
                        officer.county(),
                        known -> {
                            WorkRecords.Filter filter = asked.filter(sight(officer, known, today));
                            return new RecordListView(known, today)
                                    .found(
                                            sight(officer, known, today),
                                            asked,
                                            rows(officer, known, filter, asked.page()),
                                            count(officer, known, filter));
                        });
        return new ModelAndView("duty/records", "page", shown);
    }

    private static Sight sight(Officer officer, Knowledge known, LocalDate today) {
        return Sight.of(known.organization(), officer.post().code(), today);
    }

    private List<WorkRecords.RecordRow> rows(
            Officer officer, Knowledge known, WorkRecords.Filter filter, int page) {
        int before = (page - 1) * RecordListView.PAGE;
        if (before == 0 || !isPlain(filter)) {
            return records.find(officer.county(), filter, before, RecordListView.PAGE);
        }
        LocalDate last = lastDay(known, filter, before);
        return records.find(
                officer.county(),
                filter.until(last),
                before - (int) count(known, filter, last.plusDays(1)),
                RecordListView.PAGE);
    }

    /// The latest day after which no more records lie than go before a page, so that the days after
    /// it need not be passed over row by row.
    private static LocalDate lastDay(Knowledge known, WorkRecords.Filter filter, int before) {
        long low = filter.from().orElse(WorkRecords.FIRST_DAY).toEpochDay();
        long high = filter.to().orElse(WorkRecords.LAST_DAY).toEpochDay();
        while (low < high) {
            long middle = Math.floorDiv(low + high, 2);
            if (count(known, filter, LocalDate.ofEpochDay(middle + 1)) <= before) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return LocalDate.ofEpochDay(low);
    }

    /// What is known answers where only a type and days are asked.
    private long count(Officer officer, Knowledge known, WorkRecords.Filter filter) {
        return isPlain(filter)
                ? count(known, filter, filter.from().orElse(WorkRecords.FIRST_DAY))
                : records.count(officer.county(), filter);
    }

    private static boolean isPlain(WorkRecords.Filter filter) {
        return filter.bodies().isEmpty() && filter.words().isEmpty() && !filter.late();
    }

    private static long count(Knowledge known, WorkRecords.Filter filter, LocalDate from) {
        LocalDate to = filter.to().orElse(WorkRecords.LAST_DAY);
        return from.isAfter(to) ? 0 : known.records().countEver(filter.recordType(), from, to);
    }

    /// The same list as a file, every page of it.
    @GetMapping("/records/table.{ending}")
    void table(
            Officer officer,
            @PathVariable String ending,
            @RequestParam(defaultValue = "") String type,
            @RequestParam(defaultValue = "") String body,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String find,
            @RequestParam(defaultValue = "") String late,
            HttpServletResponse response)
            throws IOException {
        TableForm form = TableForm.at(ending).orElseThrow(NotFound::page);
        LocalDate today = LocalDate.now(ChinaTime.ZONE);
        RecordListView.Asked asked =
                new RecordListView.Asked(type, body, from, to, find.strip(), 1, late.equals("1"));
        WorkRecords.Filter filter =
                ledgers.ask(officer.county(), known -> asked.filter(sight(officer, known, today)));
        Optional<WorkRecords.RecordRow> last = Optional.empty();
        try (TableWriting writing =
                TableDownload.begin(form, response, "记录", RecordListView.HEADS)) {
            while (true) {
                List<WorkRecords.RecordRow> rows =
                        records.findAfter(officer.county(), filter, last, BATCH);
                List<List<Cell>> lines =
                        ledgers.ask(
                                officer.county(),
                                known ->
                                        new RecordListView(known, today).cells(rows, asked.late()));
                for (List<Cell> line : lines) {
                    writing.row(line);
                }
                if (rows.size() < BATCH) {
                    return;
                }
                last = Optional.of(rows.getLast());
            }
        }
    }

    /// The records behind a figure, by their numbers: `n=12,15`; or those that the acting body
    /// entered of a month: `own=2026-11`.
    @GetMapping("/records/numbers")
    ModelAndView given(
            Officer officer,
            @RequestParam(defaultValue = "") String n,
            @RequestParam(defaultValue = "") String own) {
        LocalDate today = LocalDate.now(ChinaTime.ZONE);
        List<Long> numbers =
                own.matches("\\d{4}-(0[1-9]|1[0-2])")
                        ? entered(officer, YearMonth.parse(own), today)
                        : listed(n);
        RecordsPage shown =
                ledgers.ask(
                        officer.county(),
                        known ->
                                new RecordListView(known, today)
                                        .given(
                                                numbers,
                                                RecordSight.of(
                                                        known, officer.post().code(), today)));
        return new ModelAndView("duty/records", "page", shown);
    }

    private static List<Long> listed(String numbers) {
        return Stream.of(numbers.split(",", -1))
                .map(String::strip)
                .filter(text -> text.matches("[1-9]\\d{0,17}"))
                .map(Long::valueOf)
                .distinct()
                .limit(NUMBERS_MAX)
                .toList();
    }

    private List<Long> entered(Officer officer, YearMonth month, LocalDate today) {
        return ledgers.ask(
                officer.county(),
                known ->
                        Acting.of(known.organization(), officer.post().code(), today)
                                .recorded(known, month.atDay(1), month.atEndOfMonth())
                                .stream()
                                .map(WorkRecord::number)
                                .toList());
    }
}
