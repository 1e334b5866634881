package org.mingze.calendar;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// 节假日通知 — the State Council's yearly notice: its number and the days that it changes.
///
/// A data file has one line for each fact: `通知 number day`, `假 occasion first last`,
/// `班 occasion day`; lines that start with # are comments.
record HolidayNotice(int year, String number, LocalDate issuedOn, Map<LocalDate, DayKind> days) {
    private static final int RANGE_MAX = 40;

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
            List<String> words = List.of(line.strip().split(" ", -1));
            switch (words.getFirst() + words.size()) {
                case "通知3" -> {
                    number = words.get(1);
                    issuedOn = day(words.get(2), line);
                }
                case "假4" ->
                        range(words, line)
                                .forEach(day -> days.put(day, new DayKind(words.get(1), false)));
                case "班3" -> days.put(day(words.get(2), line), new DayKind(words.get(1), true));
                default -> throw new IllegalArgumentException("节假日通知看不懂这一行：" + line);
            }
        }
        return new HolidayNotice(year, number, issuedOn, days);
    }

    private static Stream<LocalDate> range(List<String> words, String line) {
        LocalDate first = day(words.get(2), line);
        LocalDate last = day(words.get(3), line);
        if (last.isBefore(first) || last.isAfter(first.plusDays(RANGE_MAX))) {
            throw new IllegalArgumentException("节假日通知的假期起止不对：" + line);
        }
        return first.datesUntil(last.plusDays(1));
    }

    private static LocalDate day(String text, String line) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException wrong) {
            throw new IllegalArgumentException("节假日通知的日期不对：" + line, wrong);
        }
    }
}
