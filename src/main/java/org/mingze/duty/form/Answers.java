package org.mingze.duty.form;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.mingze.duty.situation.Candidates;
import org.mingze.duty.situation.Certainty;
import org.mingze.duty.situation.Situation;
import org.mingze.duty.situation.Tied;
import org.mingze.institution.Selector;
import org.mingze.institution.expression.Expression;
import org.mingze.work.WorkRecord;

/// 应答 — the records that answer a trigger: they follow it, or meet the link that the rule declares.
public final class Answers {
    private Answers() {}

    /// Candidates from a day on, oldest first; the trigger stands bound in the situation.
    public static List<Candidates.Candidate> to(
            WorkRecord trigger, Selector selector, Situation situation, LocalDate from) {
        List<Candidates.Candidate> found =
                switch (selector.link()) {
                    case Selector.Link.Follows() ->
                            Candidates.among(
                                    selector,
                                    situation,
                                    situation.known().records().followersOf(trigger.number()));
                    case Selector.Link.Condition(var expression) ->
                            linked(trigger, selector, expression, situation, from);
                    case Selector.Link.Anything() ->
                            Candidates.of(selector, situation, from, situation.asOf().day());
                };
        return found.stream()
                .filter(candidate -> !candidate.record().day().isBefore(from))
                .toList();
    }

    private static List<Candidates.Candidate> linked(
            WorkRecord trigger,
            Selector selector,
            Expression link,
            Situation situation,
            LocalDate from) {
        List<WorkRecord> pool = Tied.pool(selector, link, situation, from, situation.asOf().day());
        List<Candidates.Candidate> found = new ArrayList<>();
        for (Candidates.Candidate candidate : Candidates.among(selector, situation, pool)) {
            WorkRecord record = candidate.record();
            Situation that = situation.at(record.day());
            Certainty tied =
                    record.number() == trigger.number()
                            ? Certainty.FALSE
                            : Certainty.of(link.evaluate(that.scope(record), that.world()));
            if (tied == Certainty.TRUE) {
                found.add(candidate);
            } else if (tied == Certainty.UNKNOWN && candidate.match() != Certainty.FALSE) {
                found.add(
                        new Candidates.Candidate(
                                record,
                                Certainty.UNKNOWN,
                                () -> link.firstFailing(that.scope(record), that.world())));
            }
        }
        return found;
    }
}
