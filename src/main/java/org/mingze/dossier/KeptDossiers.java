package org.mingze.dossier;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.mingze.duty.AsOf;
import org.mingze.work.CountyLedgers;
import org.mingze.work.Knowledge;
import org.mingze.work.Sight;
import org.springframework.stereotype.Component;

/// 常备案卷 — the dossiers of a kind, drawn up once for each state of the journal and each day.
@Component
public class KeptDossiers {
    private static final int KEPT_MAX = 400;

    private final CountyLedgers ledgers;
    private final Map<Whose, Kept> kept = new ConcurrentHashMap<>();

    private record Whose(int county, LedgerKind kind) {}

    private record Kept(long size, LocalDate day, List<Dossier> dossiers) {}

    KeptDossiers(CountyLedgers ledgers) {
        this.ledgers = ledgers;
    }

    /// Those that a post may see, in no order.
    public List<Dossier> seen(int county, LedgerKind kind, LocalDate today, String post) {
        return ledgers.ask(county, known -> seen(county, known, kind, today, post));
    }

    /// The same for who asks what is known already.
    public List<Dossier> seen(
            int county, Knowledge known, LedgerKind kind, LocalDate today, String post) {
        Sight sight = Sight.of(known.organization(), post, today);
        return all(county, known, kind, today).stream()
                .filter(dossier -> sight.sees(dossier.root(), dossier.body()))
                .toList();
    }

    private List<Dossier> all(int county, Knowledge known, LedgerKind kind, LocalDate today) {
        Whose whose = new Whose(county, kind);
        Kept before = kept.get(whose);
        if (before != null && before.size() == known.size() && before.day().equals(today)) {
            return before.dossiers();
        }
        List<Dossier> now = new Dossiers(new AsOf(known, today)).all(kind);
        if (kept.size() >= KEPT_MAX) {
            kept.clear();
        }
        kept.put(whose, new Kept(known.size(), today, now));
        return now;
    }
}
