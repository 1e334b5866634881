package org.mingze.exchange;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mingze.exchange.conversion.Earlier;
import org.mingze.work.Knowledge;
import org.mingze.work.WorkRecord;

/// The 编号 of the rows of one file, with the numbers that they became.
final class RowKeys {
    /// A row that is checked and does not enter.
    private static final String NOT_YET = "不详";

    private final Map<String, Long> numbers = new HashMap<>();
    private final Set<String> faulty = new HashSet<>();

    Earlier before(Knowledge known) {
        return new Earlier() {
            @Override
            public boolean isKey(String key) {
                return numbers.containsKey(key);
            }

            @Override
            public boolean isFaultyKey(String key) {
                return faulty.contains(key);
            }

            @Override
            public Optional<LocalDate> dayOf(long number) {
                return known.records().find(number).map(WorkRecord::day);
            }
        };
    }

    void sound(Optional<String> key, long number) {
        key.ifPresent(
                name -> {
                    faulty.remove(name);
                    numbers.put(name, number);
                });
    }

    void faulty(Optional<String> key) {
        key.ifPresent(
                name -> {
                    numbers.remove(name);
                    faulty.add(name);
                });
    }

    boolean isSound(String key) {
        return numbers.containsKey(key);
    }

    String written(String key) {
        long number = numbers.getOrDefault(key, 0L);
        return number > 0 ? Long.toString(number) : NOT_YET;
    }
}
