package org.mingze.exchange.register;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.mingze.access.ClassedReads;
import org.mingze.access.ClassesWithheld;
import org.mingze.access.Officer;
import org.mingze.institution.RecordType;
import org.mingze.sheet.Cell;
import org.mingze.sheet.TableDownload;
import org.mingze.sheet.TableForm;
import org.mingze.sheet.TableWriting;
import org.mingze.web.NotFound;
import org.mingze.work.ChinaTime;
import org.mingze.work.CountyLedgers;
import org.mingze.work.Knowledge;
import org.mingze.work.Sight;
import org.mingze.work.WorkRecords;
import org.mingze.work.classed.ClassedSight;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// 全部字段 — the records of a type with every field in a column of its own, streamed.
@Controller
class FieldsController {
    private static final int BATCH = 1_000;

    private final CountyLedgers ledgers;
    private final WorkRecords records;
    private final ClassedReads reads;
    private final ClassesWithheld withheld;

    FieldsController(
            CountyLedgers ledgers,
            WorkRecords records,
            ClassedReads reads,
            ClassesWithheld withheld) {
        this.reads = reads;
        this.withheld = withheld;
        this.ledgers = ledgers;
        this.records = records;
    }

    @GetMapping("/records/fields.{ending}")
    void fields(
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
        RecordType of =
                ledgers.ask(
                        officer.county(),
                        known ->
                                known.rules()
                                        .vocabulary()
                                        .recordType(type)
                                        .orElseThrow(NotFound::page));
        WorkRecords.Filter filter =
                new WorkRecords.Filter(
                        Optional.of(type),
                        ledgers.ask(officer.county(), known -> sight(officer, known)).asked(body),
                        day(from),
                        day(to),
                        Optional.of(find.strip()).filter(text -> !text.isEmpty()),
                        late.equals("1"));
        try (TableWriting writing =
                TableDownload.begin(form, response, type, FieldsTable.heads(of))) {
            write(officer, of, filter, writing);
        }
    }

    private void write(
            Officer officer, RecordType type, WorkRecords.Filter filter, TableWriting writing)
            throws IOException {
        Set<String> taken = withheld.of(officer);
        Set<String> told = new TreeSet<>();
        Optional<WorkRecords.RecordRow> last = Optional.empty();
        List<WorkRecords.RecordRow> rows;
        do {
            List<WorkRecords.RecordRow> found =
                    records.findAfter(officer.county(), filter, last, BATCH);
            Set<String> shown = new TreeSet<>();
            List<List<Cell>> lines =
                    ledgers.ask(
                            officer.county(),
                            known -> {
                                FieldsTable table =
                                        new FieldsTable(
                                                known, type, classed(officer, known), taken);
                                List<List<Cell>> drawn = table.rows(found);
                                shown.addAll(table.shown(found));
                                return drawn;
                            });
            shown.removeAll(told);
            reads.shown(officer, type.name() + "全部字段的表格", shown);
            told.addAll(shown);
            for (List<Cell> line : lines) {
                writing.row(line);
            }
            rows = found;
            last = rows.isEmpty() ? last : Optional.of(rows.getLast());
        } while (rows.size() == BATCH);
    }

    private static Sight sight(Officer officer, Knowledge known) {
        return Sight.of(known.organization(), officer.post().code(), ChinaTime.day(Instant.now()));
    }

    private static ClassedSight classed(Officer officer, Knowledge known) {
        return ClassedSight.of(known, officer.post().code(), ChinaTime.day(Instant.now()));
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }
}
