package org.mingze.duty.cases;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import org.mingze.institution.Institution;
import org.mingze.institution.RecordType;
import org.mingze.journal.Archive;
import org.mingze.journal.CheckpointKey;
import org.mingze.journal.Content;
import org.mingze.journal.Draft;
import org.mingze.journal.Entry;
import org.mingze.work.Knowledge;

/// 全制度年景 — one county in which the whole library is in force and everything happens that any of
/// its cases tells, and what the file of further lines adds.
final class CatalogueYear {
    private static final Path FURTHER = Path.of("institutions/cases/年景.lines");
    private static final Pattern NUMBER = Pattern.compile("第(\\d+)号");
    private static final int NUMBERS_PER_CASE = 1000;
    private static final long SEED = 20250701;
    private static final Instant SEALED = Instant.parse("2028-06-30T09:30:00Z");
    private static final Set<String> NOT_TAKEN =
            Set.of("任", "卸", "施行", "废止", "设参", "移交", "委托", "月结");

    private final Library library = Library.read(Path.of("institutions"));
    private final Stage stage = new Stage();
    private final Map<String, String> settings = new LinkedHashMap<>();
    private final List<Happening> happenings = new ArrayList<>();
    private int cases;

    private record Happening(String file, String institution, Example.Line line) {
        Happening renumbered(Map<Long, Long> numbers) {
            String text =
                    NUMBER.matcher(line.text())
                            .replaceAll(
                                    found -> {
                                        long number = Long.parseLong(found.group(1));
                                        return "第" + numbers.getOrDefault(number, number) + "号";
                                    });
            return new Happening(file, institution, new Example.Line(line.number(), text));
        }
    }

    Library library() {
        return library;
    }

    /// The journal of the county, numbered in the order in which everything was recorded.
    Archive archive() {
        for (InstitutionCase each : examples()) {
            take(each);
        }
        further();
        setUp();
        List<Told> told = new ArrayList<>();
        happenings.forEach(happening -> told.add(new Told(happening, read(happening))));
        told.sort(Comparator.comparing(each -> each.entry().recordedAt()));
        Map<Long, Long> numbers = new HashMap<>();
        for (Told each : told) {
            numbers.put(each.entry().number(), stage.entries().size() + numbers.size() + 1L);
        }
        Archive.Making making = new Archive.Making(new SplittableRandom(SEED));
        Knowledge known = new Knowledge(stage.calendar());
        stage.entries().forEach(entry -> known.apply(append(making, entry, known)));
        for (Told each : told) {
            known.apply(append(making, read(each.happening().renumbered(numbers)), known));
        }
        CheckpointKey key = CheckpointKey.generate(new SplittableRandom(SEED));
        return making.seal("年景县", SEALED, key);
    }

    private Entry read(Happening happening) {
        return new Acts(happening.file(), stage, library, happening.institution())
                .read(happening.line());
    }

    /// As a journal takes it: what is 个人 or 涉案 apart from what is open.
    private static Entry append(Archive.Making making, Entry entry, Knowledge known) {
        Optional<RecordType> type =
                Optional.ofNullable(known.rules().vocabulary().recordTypes().get(entry.kind()));
        Map<String, Content> open = new LinkedHashMap<>();
        Map<String, Content> classed = new LinkedHashMap<>();
        entry.content()
                .fields()
                .forEach(
                        (name, value) -> {
                            boolean apart =
                                    type.flatMap(of -> of.field(name))
                                            .filter(field -> field.fieldClass().isClassed())
                                            .isPresent();
                            (apart ? classed : open).put(name, value);
                        });
        return making.append(
                new Draft(
                        entry.kind(),
                        entry.occurred(),
                        entry.recorder(),
                        entry.mode(),
                        new Content.Group(open),
                        classed),
                entry.recordedAt());
    }

    /// 所述 — a line and the entry that it tells, under the number that its case gave it.
    private record Told(Happening happening, Entry entry) {}

    private record InstitutionCase(Example example) {}

    private List<InstitutionCase> examples() {
        return library.cases().stream()
                .flatMap(file -> Examples.read(file.name(), file.text()).stream())
                .map(InstitutionCase::new)
                .toList();
    }

    private void take(InstitutionCase each) {
        Example example = each.example();
        cases++;
        String id = example.institution().split("@", 2)[0];
        List<String> given = new ArrayList<>();
        for (String block : example.blocks()) {
            library.block(block).ifPresent(source -> given.addAll(source.text().lines().toList()));
        }
        example.given().forEach(line -> given.add(line.text()));
        given.forEach(line -> set(id, line.strip()));
        for (Example.Line line : example.when()) {
            String text = renumbered(line.text(), cases * NUMBERS_PER_CASE);
            if (List.of(text.split(" ", -1)).stream().noneMatch(NOT_TAKEN::contains)) {
                happenings.add(
                        new Happening(example.file(), id, new Example.Line(line.number(), text)));
            }
        }
    }

    private static String renumbered(String line, int first) {
        return NUMBER.matcher(line)
                .replaceAll(found -> "第" + (first + Integer.parseInt(found.group(1))) + "号");
    }

    /// The first line that sets up a body, a post or a person, or sets a parameter, holds.
    private void set(String institution, String line) {
        List<String> words = List.of(line.split(" +", -1));
        switch (words.getFirst()) {
            case "机构", "岗" -> settings.putIfAbsent(words.get(0) + words.get(1), line);
            case "人" -> settings.putIfAbsent(words.get(0) + words.get(1) + words.get(3), line);
            case "参" -> {
                boolean cited = words.get(1).contains("/");
                String name = cited ? words.get(1) : institution + "/" + words.get(1);
                settings.putIfAbsent(
                        "参" + name, line.replaceFirst(Pattern.quote(words.get(1)), name));
            }
            default -> {}
        }
    }

    private void setUp() {
        List<Example.Line> lines = new ArrayList<>();
        int number = 0;
        for (String line : settings.values()) {
            lines.add(new Example.Line(++number, line));
        }
        for (Institution institution : library.loaded().institutions()) {
            String version = institution.id() + "@" + institution.from();
            lines.add(new Example.Line(++number, "版 " + version));
        }
        new SettingUp("年景", stage, library, "").run(lines);
    }

    /// `制度: id`, then lines as in 当.
    private void further() {
        if (!Files.exists(FURTHER)) {
            return;
        }
        String institution = "";
        int number = 0;
        cases++;
        try {
            for (String line : Files.readString(FURTHER, StandardCharsets.UTF_8).lines().toList()) {
                number++;
                if (line.startsWith("制度:")) {
                    institution = line.substring(3).strip();
                    cases++;
                } else if (line.startsWith("设 ")) {
                    set(institution, line.substring(2).strip());
                } else if (!line.isBlank() && !line.startsWith("#")) {
                    String text = renumbered(line.strip(), cases * NUMBERS_PER_CASE);
                    happenings.add(
                            new Happening(
                                    FURTHER.toString(),
                                    institution,
                                    new Example.Line(number, text)));
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
