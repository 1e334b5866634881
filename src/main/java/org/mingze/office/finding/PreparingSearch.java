package org.mingze.office.finding;

import org.mingze.access.Counties;
import org.mingze.database.CountyScope;
import org.mingze.work.CountyLedgers;
import org.mingze.work.search.RecordSearch;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.stereotype.Component;

/// 备好查找 — takes the records in for finding as soon as the program serves, a few thousand at a
/// time, so that the first who looks for something need not wait and nobody who writes is held up.
@Component
class PreparingSearch implements ApplicationListener<WebServerInitializedEvent> {
    private static final int ENTRIES_MAX = 5_000;

    private final Counties counties;
    private final CountyLedgers ledgers;
    private final RecordSearch search;

    PreparingSearch(Counties counties, CountyLedgers ledgers, RecordSearch search) {
        this.counties = counties;
        this.ledgers = ledgers;
        this.search = search;
    }

    @Override
    public void onApplicationEvent(WebServerInitializedEvent started) {
        Thread.ofVirtual().name("search").start(this::all);
    }

    private void all() {
        counties.all()
                .forEach(
                        county ->
                                CountyScope.within(county.id(), () -> prepare(county.id())).run());
    }

    private void prepare(int county) {
        boolean more = true;
        while (more) {
            more = ledgers.ask(county, known -> search.prepare(county, known, ENTRIES_MAX));
        }
    }
}
