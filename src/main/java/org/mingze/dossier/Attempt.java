package org.mingze.dossier;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mingze.web.Refusal;
import org.mingze.work.EntryCheck;

/// 一试 — a form that was sent and did not enter: what was typed stays, with what stood against it.
///
/// @param files citations of the files that are kept already
record Attempt(
        DossierAct act,
        Map<String, List<String>> typed,
        List<String> files,
        List<EntryCheck.Fault> faults,
        Optional<Refusal> refusal) {
    Attempt {
        files = List.copyOf(files);
        faults = List.copyOf(faults);
    }

    String text(String field) {
        return typed.getOrDefault(field, List.of()).stream()
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    String fault(String field) {
        return faults.stream()
                .filter(fault -> fault.field().equals(field))
                .map(EntryCheck.Fault::sentence)
                .findFirst()
                .orElse("");
    }

    Attempt refused(Refusal because) {
        return new Attempt(act, typed, files, faults, Optional.of(because));
    }

    Attempt faulty(List<EntryCheck.Fault> found) {
        return new Attempt(act, typed, files, found, refusal);
    }
}
