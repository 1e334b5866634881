package org.mingze.dossier;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// 案卷的地址 — where an item of a ledger is shown with all that follows it.
public final class DossierLinks {
    private DossierLinks() {}

    /// The record types whose records are items of a ledger.
    public static Set<String> recordTypes() {
        return Arrays.stream(LedgerKind.values())
                .map(LedgerKind::recordType)
                .collect(Collectors.toSet());
    }

    public static Optional<String> page(String recordType, long number) {
        return LedgerKind.of(recordType).map(_ -> "/dossiers/" + number);
    }
}
