package org.mingze.dossier;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.mingze.duty.DossierPages;
import org.springframework.stereotype.Component;

/// 案卷的地址 — where an item of a ledger is shown with all that follows it.
@Component
public final class DossierLinks implements DossierPages {
    /// The record types whose records are items of a ledger.
    public static Set<String> recordTypes() {
        return Arrays.stream(LedgerKind.values())
                .map(LedgerKind::recordType)
                .collect(Collectors.toSet());
    }

    public static Optional<String> page(String recordType, long number) {
        return LedgerKind.of(recordType).map(_ -> "/dossiers/" + number);
    }

    @Override
    public Optional<String> of(String recordType, long number) {
        return page(recordType, number);
    }
}
