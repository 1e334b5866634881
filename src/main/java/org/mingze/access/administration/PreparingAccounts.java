package org.mingze.access.administration;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.mingze.access.Accounts;
import org.mingze.access.Passphrases;
import org.mingze.access.SignedIn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// 备口令 — makes the one-time passphrases of a table before anything is opened, one table after
/// the other and beside the requests, since a hash takes long on purpose. They are kept in memory
/// only, for the administrator who handed the table in, and are given out once.
@Component
class PreparingAccounts {
    private static final Logger LOG = LoggerFactory.getLogger(PreparingAccounts.class);

    private final Accounts accounts;
    private final Map<SignedIn, Batch> batches = new ConcurrentHashMap<>();
    private final ExecutorService worker =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().daemon().name("passphrases").factory());

    PreparingAccounts(Accounts accounts) {
        this.accounts = accounts;
    }

    /// 备好的 — a row with the passphrase that is shown and the hash that is kept.
    record Ready(PeopleTable.Wanted wanted, String passphrase, String hash) {}

    /// 一份 — how far one table has come.
    record Batch(List<PeopleTable.Wanted> wanted, List<Ready> ready) {
        Batch {
            wanted = List.copyOf(wanted);
            ready = List.copyOf(ready);
        }

        boolean isWhole() {
            return ready.size() == wanted.size();
        }

        private Batch plus(Ready next) {
            List<Ready> more = new ArrayList<>(ready);
            more.add(next);
            return new Batch(wanted, more);
        }
    }

    /// Begins; a table handed in before by the same administrator is forgotten.
    void start(SignedIn actor, List<PeopleTable.Wanted> wanted) {
        Batch begun = new Batch(wanted, List.of());
        batches.put(actor, begun);
        worker.execute(() -> prepare(actor, begun));
    }

    private void prepare(SignedIn actor, Batch begun) {
        Batch reached = begun;
        try {
            for (PeopleTable.Wanted each : begun.wanted()) {
                String passphrase = Passphrases.oneTime();
                Batch next = reached.plus(new Ready(each, passphrase, accounts.hash(passphrase)));
                if (!batches.replace(actor, reached, next)) {
                    return;
                }
                reached = next;
            }
        } catch (RuntimeException failed) {
            LOG.error("passphrases of a table could not be made", failed);
            batches.remove(actor, reached);
        }
    }

    void forget(SignedIn actor) {
        batches.remove(actor);
    }

    Optional<Batch> of(SignedIn actor) {
        return Optional.ofNullable(batches.get(actor));
    }

    /// Gives the passphrases away if all are made; whoever asks next finds none.
    Optional<Batch> take(SignedIn actor) {
        return of(actor).filter(Batch::isWhole).filter(whole -> batches.remove(actor, whole));
    }
}
