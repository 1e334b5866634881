package org.mingze.dossier;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.mingze.duty.AsOf;
import org.mingze.duty.DossierPages;
import org.mingze.duty.situation.Stages;
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

    /// Empty for a record that roots no dossier: of an item of a ledger no institution need make
    /// one.
    public static Optional<String> page(AsOf asOf, long number) {
        return asOf.known()
                .records()
                .find(number)
                .filter(root -> LedgerKind.of(root.type().name()).isPresent())
                .filter(_ -> Stages.kind(asOf, number).isPresent())
                .map(_ -> "/dossiers/" + number);
    }

    @Override
    public Optional<String> of(AsOf asOf, long number) {
        return page(asOf, number);
    }
}
