package org.mingze.duty.running;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.mingze.work.CountyLedgers;
import org.mingze.work.Knowledge;
import org.springframework.stereotype.Component;

/// 常备累计 — the tallies of each county whose duties somebody asked for as a whole, kept true entry
/// by entry for as long as what is known of the county is kept.
@Component
public class KeptTallies {
    private final CountyLedgers ledgers;
    private final Map<Integer, Tallies> kept = new ConcurrentHashMap<>();

    KeptTallies(CountyLedgers ledgers) {
        this.ledgers = ledgers;
    }

    /// Answers a question from the tallies of what is known now. They are made at the first
    /// question, while nobody writes.
    public <T> T ask(int county, Function<Tallies, T> question) {
        Optional<T> answer = ledgers.ask(county, known -> of(county, known).map(question));
        if (answer.isPresent()) {
            return answer.get();
        }
        ledgers.trying(county, known -> made(county, known));
        return ask(county, question);
    }

    private Tallies made(int county, Knowledge known) {
        return of(county, known)
                .orElseGet(
                        () -> {
                            Tallies tallies = Tallies.over(known);
                            kept.put(county, tallies);
                            return tallies;
                        });
    }

    private Optional<Tallies> of(int county, Knowledge known) {
        return Optional.ofNullable(kept.get(county)).filter(tallies -> tallies.known() == known);
    }
}
