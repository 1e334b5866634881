package org.mingze.dossier.supervision;

import java.time.Instant;
import java.time.LocalDate;
import org.mingze.access.Counties;
import org.mingze.dossier.KeptDossiers;
import org.mingze.dossier.LedgerKind;
import org.mingze.work.ChinaTime;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.stereotype.Component;

/// 备好案卷 — draws the dossiers up as soon as the program serves, a few at a time, so that the
/// first who opens a ledger need not wait for all of them and nobody who writes is held up.
@Component
class PreparingDossiers implements ApplicationListener<WebServerInitializedEvent> {
    private static final int DOSSIERS_MAX = 100;

    private final Counties counties;
    private final KeptDossiers dossiers;

    PreparingDossiers(Counties counties, KeptDossiers dossiers) {
        this.counties = counties;
        this.dossiers = dossiers;
    }

    @Override
    public void onApplicationEvent(WebServerInitializedEvent started) {
        LocalDate today = ChinaTime.day(Instant.ofEpochMilli(started.getTimestamp()));
        Thread.ofVirtual().name("dossiers").start(() -> all(today));
    }

    private void all(LocalDate today) {
        counties.all().forEach(county -> prepare(county.id(), today));
    }

    private void prepare(int county, LocalDate today) {
        for (LedgerKind kind : LedgerKind.values()) {
            boolean more = true;
            while (more) {
                more = dossiers.prepare(county, kind, today, DOSSIERS_MAX);
            }
        }
    }
}
