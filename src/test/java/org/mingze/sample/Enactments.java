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
    private static final Recorder COUNTY_OFFICE = new Recorder("p008", "mingchuan.xianwei.office");

    private static final Pattern FROM = Pattern.compile("(?m)^施行: \\{自: ([-0-9]+)");

    private final Chronicle chronicle;
    private LocalDateTime moment = DAY.atTime(9, 30);

    Enactments(Chronicle chronicle) {
        this.chronicle = chronicle;
    }

    void write(Path institutions) {
        List<String> texts = texts(institutions);
        for (String code : Pools.lines("enacted")) {
            enact(text(texts, code, DAY), code, DAY, DAY);
        }
        for (String line : Pools.lines("settings")) {
            int code = line.indexOf('|');
            set(line.substring(0, code), line.substring(code + 1), DAY, DAY);
        }
        for (String line : Pools.lines("enacted-later")) {
            String[] words = line.split("\\|", -1);
            later(texts, LocalDate.parse(words[0]), LocalDate.parse(words[1]), words[2]);
        }
    }

    /// Enacted at the end of a working day, its open numbers set in the same hour.
    private void later(List<String> texts, LocalDate day, LocalDate from, String code) {
        moment = moment.toLocalDate().equals(day) ? moment : day.atTime(17, 0);
        enact(beginning(text(texts, code, from), from), code, day, from);
        for (String setting : Pools.lines("settings-later", code)) {
            set(code, setting, day, from);
        }
    }

    private void enact(String text, String code, LocalDate day, LocalDate from) {
        add("施行", day, Fields.of("编号", code, "自", from, "文", text));
    }

    /// What is set, to what, and by which document: `name|value|basis`.
    private void set(String code, String setting, LocalDate day, LocalDate from) {
        String[] words = setting.split("\\|", -1);
        add(
                "设参",
                day,
                Fields.of("编号", code, "参", words[0], "值", words[1]).and("自", from, "据", words[2]));
    }

    private void add(String kind, LocalDate day, Fields fields) {
        moment = moment.plusMinutes(1);
        chronicle.add(kind, Occurred.on(day), moment, COUNTY_OFFICE, EntryMode.DONE, fields);
    }

    /// The newest version that is in force on the day from which it is to hold.
    private static String text(List<String> texts, String code, LocalDate from) {
        return texts.stream()
                .filter(each -> each.lines().anyMatch(("编号: " + code)::equals))
                .filter(each -> isInForce(each, from))
                .reduce((_, later) -> later)
                .orElseThrow(() -> new IllegalStateException("no institution " + code));
    }

    /// The county's own version of a text, in force from the day that it chose.
    private static String beginning(String text, LocalDate from) {
        return FROM.matcher(text).replaceFirst("施行: {自: " + from);
    }

    /// Oldest version first.
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
    private static boolean isInForce(String text, LocalDate day) {
        return FROM.matcher(text)
                .results()
                .map(found -> LocalDate.parse(found.group(1)))
                .noneMatch(day::isBefore);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }
}
