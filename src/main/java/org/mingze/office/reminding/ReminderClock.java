package org.mingze.office.reminding;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.mingze.access.Counties;
import org.mingze.database.CountyScope;
import org.mingze.work.ChinaTime;
import org.mingze.work.CountyLedgers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// 提醒的钟 — a round every ten minutes of a working day, by daylight; none where no channel is
/// configured.
@Component
class ReminderClock implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(ReminderClock.class);
    private static final int MINUTES = 10;
    private static final LocalTime MORNING = LocalTime.of(8, 0);
    private static final LocalTime EVENING = LocalTime.of(18, 0);

    private final Counties counties;
    private final CountyLedgers ledgers;
    private final SendingReminders sending;
    private final InstantSource clock = InstantSource.system();
    private @Nullable ScheduledExecutorService timer;
    private @Nullable ScheduledFuture<?> timed;

    ReminderClock(Counties counties, CountyLedgers ledgers, SendingReminders sending) {
        this.counties = counties;
        this.ledgers = ledgers;
        this.sending = sending;
    }

    @Override
    public void start() {
        if (sending.isConfigured()) {
            ScheduledExecutorService made =
                    Executors.newSingleThreadScheduledExecutor(
                            Thread.ofPlatform().daemon().name("reminders").factory());
            timed = made.scheduleWithFixedDelay(this::all, 1, MINUTES, TimeUnit.MINUTES);
            timer = made;
        }
    }

    private void all() {
        counties.all()
                .forEach(county -> CountyScope.within(county.id(), () -> tick(county.id())).run());
    }

    private void tick(int county) {
        try {
            Instant now = clock.instant();
            LocalTime time = ChinaTime.moment(now).toLocalTime();
            boolean works =
                    ledgers.ask(county, known -> known.calendar().isWorkingDay(ChinaTime.day(now)));
            if (works && time.isAfter(MORNING) && time.isBefore(EVENING)) {
                sending.round(county, now);
            }
        } catch (RuntimeException failed) {
            LOG.warn("reminders: this round failed, the next one tries again", failed);
        }
    }

    @Override
    public void stop() {
        if (timer != null) {
            timer.shutdownNow();
            timer = null;
        }
    }

    @Override
    public boolean isRunning() {
        return timed != null && !timed.isDone();
    }
}
