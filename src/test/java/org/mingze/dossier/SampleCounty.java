package org.mingze.dossier;

import java.nio.file.Path;
import org.mingze.calendar.WorkCalendar;
import org.mingze.journal.Archive;
import org.mingze.work.Knowledge;

/// 样例县 — what the sample archive tells, read once.
final class SampleCounty {
    private static final Knowledge KNOWN =
            Knowledge.of(
                    Archive.read(Path.of("samples", "mingchuan")).entries(),
                    WorkCalendar.published());

    private SampleCounty() {}

    static Knowledge known() {
        return KNOWN;
    }
}
