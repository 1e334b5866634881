package org.mingze.reading;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

/// 入台账 — the document once, then an accepted problem with its measures; what the journal has
/// already is not entered again, so a second acceptance does nothing.
@Component
class EnteringFindings {
    private final CountyLedgers ledgers;
    private final EnteringRecord entering;
    private final Lock oneAtATime = new ReentrantLock();

    EnteringFindings(CountyLedgers ledgers, EnteringRecord entering) {
        this.ledgers = ledgers;
        this.entering = entering;
    }

    /// A sentence for everything that stood against it; none if all of it is in the journal.
    List<String> enter(
            KeptReading reading,
            String documentKind,
            Accepted accepted,
            Officer officer,
            Instant now) {
        oneAtATime.lock();
        try {
            List<String> faults = new ArrayList<>();
            Optional<Long> document = document(reading, documentKind, officer, now, faults);
            if (document.isPresent()) {
                enter(reading, accepted, document.get(), officer, now, faults);
            }
            return faults;
        } finally {
            oneAtATime.unlock();
        }
    }

    private Optional<Long> document(
            KeptReading reading, String kind, Officer officer, Instant now, List<String> faults) {
        Confirmed confirmed = confirmed(reading, officer);
        return confirmed.document().isPresent()
                ? Optional.of(confirmed.document().getAsLong())
                : number(
                        Accepted.document(reading, kind, officer.recorder(), ChinaTime.day(now)),
                        officer,
                        now,
                        faults);
    }

    private void enter(
            KeptReading reading,
            Accepted accepted,
            long document,
            Officer officer,
            Instant now,
            List<String> faults) {
        Confirmed confirmed = confirmed(reading, officer);
        LocalDate today = ChinaTime.day(now);
        Optional<Long> before = confirmed.finding(accepted.problem());
        Optional<Long> finding =
                before.isPresent()
                        ? before
                        : number(
                                accepted.finding(document, officer.recorder(), today),
                                officer,
                                now,
                                faults);
        if (finding.isEmpty()) {
            return;
        }
        long number = finding.get();
        boolean lacksCause = before.isPresent() && !confirmed.causes().containsKey(number);
        if (lacksCause && !accepted.cause().isEmpty()) {
            number(accepted.supplement(number, officer.recorder(), today), officer, now, faults);
        }
        for (Accepted.Promise promise : accepted.promises()) {
            if (confirmed.measure(number, promise.words()).isEmpty()) {
                number(
                        Accepted.measure(
                                promise,
                                number,
                                document,
                                fieldsOfMeasures(officer),
                                officer.recorder(),
                                today),
                        officer,
                        now,
                        faults);
            }
        }
    }

    private Set<String> fieldsOfMeasures(Officer officer) {
        return ledgers.ask(
                officer.county(),
                known ->
                        Optional.ofNullable(known.rules().vocabulary().recordTypes().get("措施"))
                                .map(type -> type.fields().keySet())
                                .orElse(Set.of()));
    }

    private Confirmed confirmed(KeptReading reading, Officer officer) {
        return ledgers.ask(officer.county(), known -> Confirmed.of(known, reading));
    }

    private Optional<Long> number(Draft draft, Officer officer, Instant now, List<String> faults) {
        return switch (entering.enter(officer.county(), draft, now)) {
            case EnteringRecord.Outcome.Entered entered -> Optional.of(entered.entry().number());
            case EnteringRecord.Outcome.Faulty(List<EntryCheck.Fault> found) -> {
                found.forEach(fault -> faults.add(fault.sentence()));
                yield Optional.empty();
            }
            case EnteringRecord.Outcome.Refused(List<Refusals.Opinion> opinions) -> {
                opinions.forEach(
                        opinion ->
                                faults.add(
                                        "现在不能入账：" + opinion.verdict().obligation().duty().name()));
                yield Optional.empty();
            }
        };
    }
}
