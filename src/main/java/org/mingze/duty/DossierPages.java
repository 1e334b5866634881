package org.mingze.duty;

import java.util.Optional;

/// 案卷所在 — where a record that opens a dossier is shown with all that follows it.
public interface DossierPages {
    /// The address; empty for a record that roots no dossier as the institutions declare them.
    Optional<String> of(AsOf asOf, long number);
}
