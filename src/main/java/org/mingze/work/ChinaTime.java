package org.mingze.work;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;

/// 北京时间 — instants of the journal as civil days and moments of Asia/Shanghai.
public final class ChinaTime {
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private ChinaTime() {}

    public static LocalDate day(Instant instant) {
        return instant.atZone(ZONE).toLocalDate();
    }

    public static LocalDateTime moment(Instant instant) {
        return instant.atZone(ZONE).toLocalDateTime();
    }

    public static Instant startOf(LocalDate day) {
        return day.atStartOfDay(ZONE).toInstant();
    }

    /// The last microsecond of a day: "as known on that day".
    public static Instant endOf(LocalDate day) {
        return startOf(day.plusDays(1)).minusNanos(1000);
    }
}
