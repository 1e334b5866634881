package org.mingze.dossier;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.mingze.access.Officer;
import org.mingze.journal.Draft;
import org.mingze.web.Refusal;
import org.mingze.work.ChinaTime;
import org.mingze.work.EntryCheck;

/// 可否拟办 — whether a sent form means an entry that may be tried, as the dossier stands now.
sealed interface Decided {
    /// 可试 — an entry to try.
    record Drafted(Draft draft) implements Decided {}

    /// 不能 — what stands against it.
    ///
    /// @param stale the page that was sent no longer shows how the dossier stands
    record Not(Attempt why, boolean stale) implements Decided {}

    static Decided of(DossierView view, Attempt attempt, Officer officer, Instant now) {
        boolean fresh = attempt.text(Desks.SEEN).equals(String.valueOf(view.seen()));
        if (!fresh || !view.open().contains(attempt.act())) {
            return new Not(attempt.refused(RefusalBox.stale(view.dossier(), attempt.act())), true);
        }
        Optional<Refusal> foreign = view.notOurs(attempt.act());
        if (foreign.isPresent()) {
            return new Not(attempt.refused(foreign.get()), true);
        }
        DraftingAct drafting = view.drafting(officer, ChinaTime.moment(now));
        List<EntryCheck.Fault> faults = drafting.faults(attempt);
        return faults.isEmpty()
                ? new Drafted(drafting.draft(attempt))
                : new Not(attempt.faulty(faults), false);
    }
}
