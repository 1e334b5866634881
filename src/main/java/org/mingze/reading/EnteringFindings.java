package org.mingze.reading;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.mingze.access.Officer;
import org.mingze.duty.EnteringRecord;
import org.mingze.duty.Refusals;
import org.mingze.journal.Draft;
import org.mingze.work.ChinaTime;
import org.mingze.work.CountyLedgers;
import org.mingze.work.EntryCheck;
import org.springframework.stereotype.Component;

/// 入台账 — the document once, then each accepted problem with its measure; what the journal has
/// already is not entered again, so a second confirmation does nothing.
@Component
class EnteringFindings {
    private final CountyLedgers ledgers;
    private final EnteringRecord entering;
    private final Lock oneAtATime = new ReentrantLock();

    EnteringFindings(CountyLedgers ledgers, EnteringRecord entering) {
        this.ledgers = ledgers;
        this.entering = entering;
    }

    /// 入账情况 — how many problems were entered now, and what stood against others.
    record Result(int entered, List<EntryCheck.Fault> faults) {
        Result {
            faults = List.copyOf(faults);
        }
    }

    Result enter(
            KeptReading reading,
            String documentKind,
            List<Accepted> accepted,
            Officer officer,
            Instant now) {
        oneAtATime.lock();
        try {
            List<EntryCheck.Fault> faults = new ArrayList<>();
            Optional<Long> document = document(reading, documentKind, officer, now, faults);
            int entered = 0;
            if (document.isPresent()) {
                for (Accepted each : accepted) {
                    entered += enter(reading, each, document.get(), officer, now, faults);
                }
            }
            return new Result(entered, faults);
        } finally {
            oneAtATime.unlock();
        }
    }

    private Optional<Long> document(
            KeptReading reading,
            String kind,
            Officer officer,
            Instant now,
            List<EntryCheck.Fault> faults) {
        Confirmed confirmed = confirmed(reading, officer);
        return confirmed.document().isPresent()
                ? Optional.of(confirmed.document().getAsLong())
                : number(
                        Accepted.document(reading, kind, officer.recorder(), ChinaTime.day(now)),
                        officer,
                        now,
                        "",
                        faults);
    }

    private int enter(
            KeptReading reading,
            Accepted accepted,
            long document,
            Officer officer,
            Instant now,
            List<EntryCheck.Fault> faults) {
        if (confirmed(reading, officer).finding(accepted.problem()).isPresent()) {
            return 0;
        }
        LocalDate today = ChinaTime.day(now);
        String field = Accepted.name("wording", accepted.problem());
        Optional<Long> finding =
                number(
                        accepted.finding(document, officer.recorder(), today),
                        officer,
                        now,
                        field,
                        faults);
        finding.flatMap(number -> accepted.measure(number, officer.recorder(), today))
                .ifPresent(
                        draft ->
                                number(
                                        draft,
                                        officer,
                                        now,
                                        Accepted.name("measure", accepted.problem()),
                                        faults));
        return finding.isPresent() ? 1 : 0;
    }

    private Confirmed confirmed(KeptReading reading, Officer officer) {
        return ledgers.ask(officer.county(), known -> Confirmed.of(known, reading));
    }

    private Optional<Long> number(
            Draft draft,
            Officer officer,
            Instant now,
            String field,
            List<EntryCheck.Fault> faults) {
        return switch (entering.enter(officer.county(), draft, now)) {
            case EnteringRecord.Outcome.Entered entered -> Optional.of(entered.entry().number());
            case EnteringRecord.Outcome.Faulty(List<EntryCheck.Fault> found) -> {
                found.forEach(fault -> faults.add(new EntryCheck.Fault(field, fault.sentence())));
                yield Optional.empty();
            }
            case EnteringRecord.Outcome.Refused(List<Refusals.Opinion> opinions) -> {
                opinions.forEach(
                        opinion ->
                                faults.add(
                                        new EntryCheck.Fault(
                                                field,
                                                "现在不能入账："
                                                        + opinion.verdict()
                                                                .obligation()
                                                                .duty()
                                                                .name())));
                yield Optional.empty();
            }
        };
    }
}
