package org.mingze.duty;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mingze.duty.closing.AfterClose;
import org.mingze.duty.closing.CloseCheck;
import org.mingze.journal.Draft;
import org.mingze.journal.Entry;
import org.mingze.journal.Journal;
import org.mingze.work.ChinaTime;
import org.mingze.work.CountyLedgers;
import org.mingze.work.EntryCheck;
import org.mingze.work.Knowledge;
import org.springframework.stereotype.Component;

/// 记一笔 — the one way into the journal: read, check, ask the institutions, append, carry the rows.
@Component
public class EnteringRecord {
    private final CountyLedgers ledgers;
    private final Journal journal;
    private final SentForms sent;

    EnteringRecord(CountyLedgers ledgers, Journal journal, SentForms sent) {
        this.ledgers = ledgers;
        this.journal = journal;
        this.sent = sent;
    }

    /// 入账结果.
    public sealed interface Outcome {
        /// 已入账 — with the rules that the record breaks or leaves open: warned or noted.
        record Entered(Entry entry, List<Refusals.Opinion> opinions) implements Outcome {
            public Entered {
                opinions = List.copyOf(opinions);
            }
        }

        /// The draft is no true entry.
        record Faulty(List<EntryCheck.Fault> faults) implements Outcome {
            public Faulty {
                faults = List.copyOf(faults);
            }
        }

        /// An institution refuses an act done here and now; nothing was written.
        record Refused(List<Refusals.Opinion> opinions) implements Outcome {
            public Refused {
                opinions = List.copyOf(opinions);
            }
        }
    }

    public Outcome enter(int county, Draft draft, Instant now) {
        return ledgers.write(county, known -> checked(county, known, draft, now));
    }

    /// Enters what a form sends; a form sent twice under one key has entered once, and the second
    /// time is answered with the entry of the first.
    public Outcome enter(int county, Draft draft, Instant now, String key) {
        return ledgers.write(
                county,
                known -> {
                    Optional<Entry> earlier =
                            sent.find(county, key)
                                    .flatMap(
                                            number ->
                                                    journal.entries(county, number - 1, 1).stream()
                                                            .findFirst());
                    if (earlier.isPresent()) {
                        return new Outcome.Entered(earlier.get(), List.of());
                    }
                    Outcome outcome = checked(county, known, draft, now);
                    if (outcome instanceof Outcome.Entered(Entry entry, var _)) {
                        sent.keep(county, key, entry.number(), now);
                    }
                    return outcome;
                });
    }

    private Outcome checked(int county, Knowledge known, Draft draft, Instant now) {
        List<EntryCheck.Fault> faults =
                new ArrayList<>(EntryCheck.faults(known, draft, ChinaTime.day(now)));
        if (faults.isEmpty()) {
            faults.addAll(CloseCheck.faults(known, draft));
            faults.addAll(AfterClose.faults(known, draft, now));
        }
        return faults.isEmpty() ? decide(county, known, draft, now) : new Outcome.Faulty(faults);
    }

    private Outcome decide(int county, Knowledge known, Draft draft, Instant now) {
        List<Refusals.Opinion> opinions =
                known.isRecordType(draft.kind())
                        ? known.trying(tried(known, draft, now), so -> opinions(so, draft, now))
                        : List.of();
        if (opinions.stream().anyMatch(Refusals.Opinion::refuses)) {
            return new Outcome.Refused(
                    opinions.stream().filter(Refusals.Opinion::refuses).toList());
        }
        Entry entry = journal.append(county, draft, now);
        known.apply(entry);
        ledgers.project(county, known, entry);
        return new Outcome.Entered(entry, opinions);
    }

    private static List<Refusals.Opinion> opinions(Knowledge known, Draft draft, Instant now) {
        return Refusals.of(known, tried(known, draft, now));
    }

    /// The entry that the draft would become.
    private static Entry tried(Knowledge known, Draft draft, Instant now) {
        return Entry.of(known.size() + 1, draft, now);
    }
}
