package org.mingze.office.packet;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntConsumer;
import org.mingze.calendar.Period;
import org.mingze.calendar.Periods;
import org.mingze.duty.Contribution;
import org.mingze.duty.Naming;
import org.mingze.duty.Obligations;
import org.mingze.duty.Occasion;
import org.mingze.duty.Verdict;
import org.mingze.duty.certificate.Certificate;
import org.mingze.duty.certificate.Certificates;
import org.mingze.duty.upcoming.Falling;
import org.mingze.institution.RecordType;
import org.mingze.institution.expression.Value;
import org.mingze.organization.Body;
import org.mingze.work.ChinaTime;
import org.mingze.work.CountyLedgers;
import org.mingze.work.Knowledge;
import org.mingze.work.RecordHistory;
import org.mingze.work.RecordTitles;
import org.mingze.work.WorkRecord;
import org.mingze.work.WorkRecords;

/// 收齐 — records and verdicts of a body and all below it, body by body.
final class Gathering {
    private static final int BATCH = 1_000;

    private final CountyLedgers ledgers;
    private final WorkRecords rows;
    private final int county;
    private final Order order;
    private final LocalDate today;
    private final List<Gathered.RecordLine> records = new ArrayList<>();
    private final List<Gathered.VerdictLine> verdicts = new ArrayList<>();
    private final List<Certificate> certificates = new ArrayList<>();
    private final NavigableSet<Long> numbers = new TreeSet<>();

    Gathering(CountyLedgers ledgers, WorkRecords rows, int county, Order order, LocalDate today) {
        this.ledgers = ledgers;
        this.rows = rows;
        this.county = county;
        this.order = order;
        this.today = today;
    }

    /// @param told after each body, with how many are done
    Gathered gather(List<Body> bodies, IntConsumer told) {
        Set<String> codes = new LinkedHashSet<>();
        bodies.forEach(body -> codes.add(body.code()));
        records(codes);
        int done = 0;
        for (Body body : bodies) {
            ledgers.ask(county, known -> verdicts(known, body));
            done++;
            told.accept(done);
        }
        String name =
                ledgers.ask(county, known -> Naming.of(known.organization(), order.body(), today));
        return new Gathered(name, records, verdicts, certificates, numbers);
    }

    private void records(Set<String> bodies) {
        WorkRecords.Filter filter =
                new WorkRecords.Filter(
                        Optional.empty(),
                        bodies,
                        Optional.of(order.from()),
                        Optional.of(order.to()),
                        Optional.empty());
        Optional<WorkRecords.RecordRow> last = Optional.empty();
        boolean more = true;
        while (more) {
            List<WorkRecords.RecordRow> batch = rows.findAfter(county, filter, last, BATCH);
            ledgers.ask(county, known -> lines(known, batch));
            more = batch.size() == BATCH;
            last = batch.isEmpty() ? last : Optional.of(batch.getLast());
        }
    }

    private int lines(Knowledge known, List<WorkRecords.RecordRow> batch) {
        for (WorkRecords.RecordRow row : batch) {
            known.records().history(row.number()).ifPresent(history -> line(known, history));
        }
        return records.size();
    }

    private void line(Knowledge known, RecordHistory history) {
        WorkRecord record = history.current();
        numbers.add(history.number());
        history.corrections().forEach(made -> numbers.add(made.entry().number()));
        history.withdrawnBy().ifPresent(numbers::add);
        records.add(
                new Gathered.RecordLine(
                        record.number(),
                        record.type().name(),
                        RecordTitles.of(record),
                        Naming.of(known.organization(), WorkRecords.body(record, known), today),
                        record.day().toString(),
                        ChinaTime.day(record.recordedAt()).toString(),
                        record.lateDays(),
                        history.corrections().size(),
                        history.isWithdrawn(),
                        Keeping.of(known).termOf(record.type().name()).orElse("待定"),
                        fields(known, record)));
    }

    /// What is of a class stands in a packet only where the packet is to hold it.
    private List<Gathered.FieldLine> fields(Knowledge known, WorkRecord record) {
        FieldWords words = new FieldWords(known.organization(), record.day());
        List<Gathered.FieldLine> fields = new ArrayList<>();
        for (RecordType.Field field : record.type().fields().values()) {
            Value value = record.fields().get(field.name());
            if (value == null) {
                continue;
            }
            boolean classed = field.fieldClass().isClassed();
            String name = field.name() + (classed ? "（" + field.fieldClass().word() + "）" : "");
            fields.add(
                    classed && order.masked()
                            ? new Gathered.FieldLine(name, "隐去", List.of())
                            : new Gathered.FieldLine(
                                    name, words.of(value), FieldWords.files(value)));
        }
        return fields;
    }

    private int verdicts(Knowledge known, Body body) {
        LocalDate day = today.isBefore(order.to()) ? today : order.to();
        Obligations obligations =
                new Obligations(known, day, Falling.office(known.organization(), body.code(), day));
        Certificates issuing = new Certificates(obligations.asOf());
        for (Verdict verdict : obligations.verdicts(order.from(), order.to())) {
            if (verdict.obligation().bearer().isPresent()) {
                verdicts.add(line(known, verdict));
                Certificate certificate = issuing.of(verdict);
                numbers.add(certificate.rule().entry());
                numbers.addAll(verdict.acts());
                if (!order.masked()) {
                    certificates.add(certificate);
                }
            }
        }
        return verdicts.size();
    }

    private Gathered.VerdictLine line(Knowledge known, Verdict verdict) {
        return new Gathered.VerdictLine(
                verdict.obligation().enactment().institution().title(),
                verdict.obligation().duty().name(),
                Naming.of(known.organization(), verdict.obligation().key().bearer(), today),
                occasion(verdict.obligation().occasion()),
                about(verdict.obligation().occasion()),
                verdict.standing().word(),
                verdict.due().map(LocalDate::toString).orElse(""),
                verdict.witnesses().stream().map(Contribution::record).toList());
    }

    private static String occasion(Occasion occasion) {
        return switch (occasion) {
            case Occasion.InPeriod(Period period) -> Periods.name(period, LocalDate.EPOCH);
            case Occasion.OnRecord(long number, var reopening) ->
                    "第" + number + "号" + (reopening.isPresent() ? "，复发后" : "");
            case Occasion.OnBreach(var _, int rung) -> rung == 0 ? "由违责而起" : "升到第" + rung + "级";
        };
    }

    private static long about(Occasion occasion) {
        return occasion instanceof Occasion.OnRecord(long number, var _) ? number : 0;
    }
}
