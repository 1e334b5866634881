package org.mingze.duty;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongFunction;
import org.mingze.duty.closing.AfterClose;
import org.mingze.duty.closing.CloseCheck;
import org.mingze.journal.Draft;
import org.mingze.journal.Entry;
import org.mingze.journal.EntryMode;
import org.mingze.journal.Journal;
import org.mingze.web.Refusal;
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
        return ledgers.write(county, now, writing -> checked(writing, draft, now, true));
    }

    /// Enters what a form sends; a form sent twice under one key has entered once, and the second
    /// time is answered with the entry of the first.
    public Outcome enter(int county, Draft draft, Instant now, String key) {
        return ledgers.write(
                county,
                now,
                writing -> {
                    Optional<Entry> earlier = entered(county, key);
                    if (earlier.isPresent()) {
                        return new Outcome.Entered(earlier.get(), List.of());
                    }
                    Outcome outcome = checked(writing, draft, now, true);
                    if (outcome instanceof Outcome.Entered(Entry entry, var _)) {
                        sent.keep(county, key, entry.number(), now);
                    }
                    return outcome;
                });
    }

    /// What a form entered when it was first sent under `key`, where `draft` now says otherwise: a
    /// page of the past was gone back to and changed.
    public Optional<Entry> enteredOtherwise(int county, Draft draft, String key) {
        return entered(county, key)
                .filter(
                        earlier -> {
                            Entry now = Entry.of(earlier.number(), draft, earlier.recordedAt());
                            return !now.kind().equals(earlier.kind())
                                    || !now.occurred().equals(earlier.occurred())
                                    || !now.content().equals(earlier.content());
                        });
    }

    /// What a page answers to such a form: it did not enter; it is shown again as it was typed,
    /// under a key of its own.
    ///
    /// @param way  how what was changed can still be entered
    /// @param page of the entry with a number
    public Optional<Refusal> changedAfterSending(
            int county, Draft draft, String key, String way, LongFunction<String> page) {
        return enteredOtherwise(county, draft, key)
                .map(Entry::number)
                .map(number -> Refusal.ofChangedAfterSending(number, way, page.apply(number)));
    }

    private Optional<Entry> entered(int county, String key) {
        return sent.find(county, key)
                .flatMap(number -> journal.entries(county, number - 1, 1).stream().findFirst());
    }

    /// 连记 — what several drafts of one transaction are entered through.
    public interface Together {
        /// What is known, the drafts entered so far among it.
        Knowledge known();

        Outcome enter(Draft draft);
    }

    /// Enters several drafts, each as if alone and after those before it, in one transaction that
    /// locks the county once: all of them or, when `work` fails, none. What institutions say to a
    /// reported fact is not asked here: it refuses nothing, and the verdicts tell it.
    public <T> T together(int county, Instant now, Function<Together, T> work) {
        return ledgers.write(
                county,
                now,
                writing ->
                        work.apply(
                                new Together() {
                                    @Override
                                    public Knowledge known() {
                                        return writing.known();
                                    }

                                    @Override
                                    public Outcome enter(Draft draft) {
                                        boolean isDone = draft.mode() == EntryMode.DONE;
                                        return checked(writing, draft, now, isDone);
                                    }
                                }));
    }

    private static Outcome checked(
            CountyLedgers.Writing writing, Draft draft, Instant now, boolean asksInstitutions) {
        List<EntryCheck.Fault> faults = faults(writing.known(), draft, now);
        if (!faults.isEmpty()) {
            return new Outcome.Faulty(faults);
        }
        List<Refusals.Opinion> opinions =
                asksInstitutions ? opinionsOn(writing.known(), draft, now) : List.of();
        return opinions.stream().anyMatch(Refusals.Opinion::refuses)
                ? refused(opinions)
                : new Outcome.Entered(writing.append(draft), opinions);
    }

    private static List<EntryCheck.Fault> faults(Knowledge known, Draft draft, Instant now) {
        List<EntryCheck.Fault> faults =
                new ArrayList<>(EntryCheck.faults(known, draft, ChinaTime.day(now)));
        if (faults.isEmpty()) {
            faults.addAll(CloseCheck.faults(known, draft));
            faults.addAll(AfterClose.faults(known, draft, now));
        }
        return faults;
    }

    private static Outcome refused(List<Refusals.Opinion> opinions) {
        return new Outcome.Refused(opinions.stream().filter(Refusals.Opinion::refuses).toList());
    }

    private static List<Refusals.Opinion> opinionsOn(Knowledge known, Draft draft, Instant now) {
        return known.isRecordType(draft.kind())
                ? known.trying(tried(known, draft, now), so -> opinions(so, draft, now))
                : List.of();
    }

    private static List<Refusals.Opinion> opinions(Knowledge known, Draft draft, Instant now) {
        return Refusals.of(known, tried(known, draft, now));
    }

    /// The entry that the draft would become.
    private static Entry tried(Knowledge known, Draft draft, Instant now) {
        return Entry.of(known.size() + 1, draft, now);
    }
}
