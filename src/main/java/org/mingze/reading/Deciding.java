package org.mingze.reading;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mingze.access.Officer;
import org.mingze.reading.review.Chain;
import org.mingze.reading.review.Decision;
import org.mingze.reading.review.Find;
import org.mingze.reading.review.FindKind;
import org.mingze.reading.review.Reviewed;
import org.mingze.work.ChinaTime;
import org.mingze.work.CountyLedgers;
import org.mingze.work.Knowledge;
import org.mingze.work.Sight;
import org.springframework.stereotype.Component;

/// 作定夺 — keeps what a person decides of a find; what is accepted enters the journal first, and a
/// decision against which the journal stands is not kept.
@Component
class Deciding {
    private final CountyLedgers ledgers;
    private final Decisions decisions;
    private final EnteringFindings entering;

    Deciding(CountyLedgers ledgers, Decisions decisions, EnteringFindings entering) {
        this.ledgers = ledgers;
        this.decisions = decisions;
        this.entering = entering;
    }

    /// The document as it stands for this officer now.
    UnderReview review(KeptReading kept, Officer officer) {
        return UnderReview.of(kept, decisions.of(officer.county(), kept));
    }

    /// A sentence for everything that stands against it.
    List<String> decide(
            KeptReading kept,
            Decision.Act act,
            Find subject,
            Find result,
            Officer officer,
            Instant now) {
        Decision decision = decision(act, subject, result, officer, now);
        List<Decision> made = new ArrayList<>(decisions.of(officer.county(), kept));
        made.add(decision);
        List<String> faults =
                switch (act) {
                    case ACCEPTED, CORRECTED, ADDED ->
                            enter(UnderReview.of(kept, made), decision, officer, now);
                    case REJECTED, UNDONE -> List.of();
                };
        if (faults.isEmpty()) {
            decisions.add(officer.county(), kept, decision);
        }
        return faults;
    }

    /// A problem takes its causes and measures with it; they enter with a problem that has entered.
    private List<String> enter(
            UnderReview review, Decision decision, Officer officer, Instant now) {
        Optional<Reviewed> decided = review.find(decision.subject().key());
        List<String> faults = new ArrayList<>();
        for (Chain chain : review.chains()) {
            boolean whole = decided.filter(chain.problem()::equals).isPresent();
            boolean part =
                    decided.filter(
                                    one ->
                                            chain.causes().contains(one)
                                                    || chain.measures().contains(one))
                            .isPresent();
            if (whole) {
                faults.addAll(enter(review, chain, officer, now));
                if (faults.isEmpty()) {
                    follow(review.kept(), chain, officer, now);
                }
            } else if (part && isEntered(review, chain, officer)) {
                faults.addAll(enter(review, taken(chain), officer, now));
            }
        }
        return faults;
    }

    private List<String> enter(UnderReview review, Chain chain, Officer officer, Instant now) {
        LocalDate today = ChinaTime.day(now);
        Accepted accepted =
                ledgers.ask(
                        officer.county(),
                        known ->
                                Accepted.of(
                                        chain,
                                        review,
                                        review.told(known, sight(known, officer, today), today),
                                        Sources.of(known)));
        return entering.enter(
                review.kept(),
                ReadingDrawing.documentKind(review.reading()),
                accepted,
                officer,
                now);
    }

    private static Sight sight(Knowledge known, Officer officer, LocalDate today) {
        return Sight.of(known.organization(), officer.post().code(), today);
    }

    private boolean isEntered(UnderReview review, Chain chain, Officer officer) {
        return ledgers.ask(
                officer.county(),
                known -> Confirmed.of(known, review.kept()).finding(chain.problem()).isPresent());
    }

    /// Of a problem that has entered, only what has been decided goes after it.
    private static Chain taken(Chain chain) {
        return new Chain(
                chain.problem(),
                chain.causes().stream().filter(Reviewed::isTaken).toList(),
                chain.measures().stream().filter(Reviewed::isTaken).toList());
    }

    /// What entered with a problem is decided with it.
    private void follow(KeptReading kept, Chain chain, Officer officer, Instant now) {
        List<Reviewed> parts = new ArrayList<>(chain.causes());
        parts.addAll(chain.measures());
        for (Reviewed part : parts) {
            if (part.isOpen()) {
                decisions.add(
                        officer.county(),
                        kept,
                        decision(Decision.Act.ACCEPTED, part.subject(), part.find(), officer, now));
            }
        }
    }

    /// Every open find of a kind is accepted as it was read; those that could not enter are told.
    List<String> acceptRest(KeptReading kept, FindKind kind, Officer officer, Instant now) {
        List<String> faults = new ArrayList<>();
        for (Reviewed find : review(kept, officer).finds()) {
            if (find.isOpen() && find.find().kind() == kind && faults.isEmpty()) {
                faults.addAll(
                        decide(
                                kept,
                                Decision.Act.ACCEPTED,
                                find.subject(),
                                find.find(),
                                officer,
                                now));
            }
        }
        return faults;
    }

    private static Decision decision(
            Decision.Act act, Find subject, Find result, Officer officer, Instant now) {
        return new Decision(
                UUID.randomUUID(), act, subject, result, officer.person(), now, Accepted.READER);
    }
}
