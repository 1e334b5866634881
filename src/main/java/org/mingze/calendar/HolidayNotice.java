package org.mingze.calendar;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// 节假日通知 — the State Council's yearly notice: its number and the days that it changes.
///
/// A data file has one line for each fact: `通知 number day`, `假 occasion first last`,
/// `班 occasion day`; lines that start with # are comments.
record HolidayNotice(int year, String number, LocalDate issuedOn, Map<LocalDate, DayKind> days) {
    HolidayNotice {
        days = Collections.unmodifiableMap(new TreeMap<>(days));
    }

    /// The notice for a year, empty where none has been entered.
    static Optional<HolidayNotice> published(int year) {
        try (InputStream file =
                HolidayNotice.class.getResourceAsStream("/calendar/" + year + ".txt")) {
            if (file == null) {
                return Optional.empty();
            }
            BufferedReader lines =
                    new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8));
            return Optional.of(read(year, lines.lines().toList()));
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    static HolidayNotice read(int year, List<String> lines) {
        String number = "";
        LocalDate issuedOn = LocalDate.MIN;
        Map<LocalDate, DayKind> days = new TreeMap<>();
        for (String line : lines) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            String[] words = line.split(" ", -1);
            switch (words[0]) {
                case "通知" -> {
                    number = words[1];
                    issuedOn = LocalDate.parse(words[2]);
                }
                case "假" ->
                        LocalDate.parse(words[2])
                                .datesUntil(LocalDate.parse(words[3]).plusDays(1))
                                .forEach(day -> days.put(day, new DayKind(words[1], false)));
                case "班" -> days.put(LocalDate.parse(words[2]), new DayKind(words[1], true));
                default -> throw new IllegalArgumentException("节假日通知看不懂这一行：" + line);
            }
        }
        return new HolidayNotice(year, number, issuedOn, days);
    }
}
