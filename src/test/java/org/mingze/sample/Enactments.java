package org.mingze.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mingze.journal.EntryMode;
import org.mingze.journal.Occurred;
import org.mingze.journal.Recorder;

/// 施行 — the institutions that the county enacts, most before its first record, and what it sets
/// in them.
final class Enactments {
    private static final LocalDate DAY = LocalDate.of(2025, 9, 30);
    private static final LocalDate LATER = LocalDate.of(2026, 11, 20);
    private static final Recorder COUNTY_OFFICE = new Recorder("p008", "mingchuan.xianwei.office");

    private static final Pattern FROM = Pattern.compile("(?m)^施行: \\{自: ([-0-9]+)");

    private final Chronicle chronicle;
    private LocalDateTime moment = DAY.atTime(9, 30);

    Enactments(Chronicle chronicle) {
        this.chronicle = chronicle;
    }

    void write(Path institutions) {
        List<String> texts = texts(institutions);
        write(texts, DAY, "enacted", "settings");
        moment = LATER.atTime(17, 0);
        write(texts, LATER, "enacted-later", "settings-later");
    }

    private void write(List<String> texts, LocalDate day, String enacted, String settings) {
        for (String code : Pools.lines(enacted)) {
            String text =
                    texts.stream()
                            .filter(each -> each.lines().anyMatch(("编号: " + code)::equals))
                            .filter(Enactments::isInForce)
                            .reduce((_, later) -> later)
                            .orElseThrow(() -> new IllegalStateException("no institution " + code));
            add("施行", day, Fields.of("编号", code, "自", day, "文", text));
        }
        for (String line : Pools.lines(settings)) {
            String[] words = line.split("\\|", -1);
            add(
                    "设参",
                    day,
                    Fields.of("编号", words[0], "参", words[1], "值", words[2])
                            .and("自", day, "据", words[3]));
        }
    }

    private void add(String kind, LocalDate day, Fields fields) {
        moment = moment.plusMinutes(1);
        chronicle.add(kind, Occurred.on(day), moment, COUNTY_OFFICE, EntryMode.DONE, fields);
    }

    /// Oldest version first; the newest in force is the one that is enacted.
    private static List<String> texts(Path institutions) {
        try (Stream<Path> files = Files.walk(institutions)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .map(Enactments::read)
                    .toList();
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    /// A version of a later day is not enacted before it.
    private static boolean isInForce(String text) {
        return FROM.matcher(text)
                .results()
                .map(found -> LocalDate.parse(found.group(1)))
                .noneMatch(DAY::isBefore);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }
}
