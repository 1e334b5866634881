package org.mingze.duty;

import java.util.Optional;

/// 案卷所在 — where a record that opens a dossier is shown with all that follows it.
public interface DossierPages {
    /// The address; empty for records of a type that opens none.
    Optional<String> of(String recordType, long number);
}
