package org.mingze.office.finding;

import org.mingze.access.County;
import org.mingze.journal.Journal;
import org.mingze.work.CountyLedgers;
import org.mingze.work.search.RecordSearch;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.stereotype.Component;

/// 备好查找 — takes the records in for finding as soon as the program serves, a few thousand at a
/// time, so that the first who looks for something need not wait and nobody who writes is held up.
/// Nothing where no county has been brought in yet.
@Component
class PreparingSearch implements ApplicationListener<WebServerInitializedEvent> {
    private static final int ENTRIES_MAX = 5_000;

    private final County county;
    private final Journal journal;
    private final CountyLedgers ledgers;
    private final RecordSearch search;

    PreparingSearch(County county, Journal journal, CountyLedgers ledgers, RecordSearch search) {
        this.county = county;
        this.journal = journal;
        this.ledgers = ledgers;
        this.search = search;
    }

    @Override
    public void onApplicationEvent(WebServerInitializedEvent started) {
        Thread.ofVirtual().name("search").start(this::prepare);
    }

    private void prepare() {
        boolean more = journal.counties().stream().anyMatch(open -> open.id() == county.id());
        while (more) {
            more =
                    ledgers.ask(
                            county.id(), known -> search.prepare(county.id(), known, ENTRIES_MAX));
        }
    }
}
