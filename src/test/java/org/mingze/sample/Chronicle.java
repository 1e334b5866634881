package org.mingze.sample;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.mingze.journal.Archive;
import org.mingze.journal.Content;
import org.mingze.journal.Draft;
import org.mingze.journal.EntryMode;
import org.mingze.journal.Occurred;
import org.mingze.journal.Recorder;

/// 编年 — the sample's entries in the order of being thought of; numbered in the order of 录时.
final class Chronicle {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Map<String, Set<String>> CLASSED =
            Map.of(
                    "人员", Set.of("名"),
                    "谈话", Set.of("对象", "问题"),
                    "来件", Set.of("人", "诉求"),
                    "事项", Set.of("候选"));

    private final List<Line> lines = new ArrayList<>();

    /// One entry; what it cites is always recorded before it.
    record Line(
            Ref ref,
            String kind,
            Occurred occurred,
            LocalDateTime recorded,
            Recorder recorder,
            EntryMode mode,
            Fields fields) {}

    /// 盐 — salts that follow from the entry's number alone, so that the sample is always the same.
    static final class Salts implements RandomGenerator {
        private SplittableRandom random = new SplittableRandom(0);

        void startAt(long number) {
            random = new SplittableRandom(number);
        }

        @Override
        public long nextLong() {
            return random.nextLong();
        }
    }

    Ref add(
            String kind,
            Occurred occurred,
            LocalDateTime recorded,
            Recorder recorder,
            EntryMode mode,
            Fields fields) {
        Ref ref = new Ref(lines.size());
        LocalDateTime moment = recorded;
        for (Ref cited : citedIn(new Content.Group(fields.values()))) {
            LocalDateTime after = lines.get(cited.index()).recorded().plusMinutes(3);
            moment = moment.isBefore(after) ? after : moment;
        }
        if (mode == EntryMode.DONE && !moment.toLocalDate().equals(occurred.day())) {
            throw new IllegalStateException(kind + " done on " + occurred + " is recorded later");
        }
        lines.add(new Line(ref, kind, occurred, moment, recorder, mode, fields));
        return ref;
    }

    Line line(Ref ref) {
        return lines.get(ref.index());
    }

    int size() {
        return lines.size();
    }

    /// Appends every entry in order and tells which number each one got.
    Map<Ref, Long> writeTo(Archive.Making archive, Salts salts) {
        Map<Ref, Long> numbers = new LinkedHashMap<>();
        List<Line> ordered =
                lines.stream()
                        .sorted(
                                Comparator.comparing(Line::recorded)
                                        .thenComparingInt(line -> line.ref().index()))
                        .toList();
        for (Line line : ordered) {
            long number = numbers.size() + 1L;
            salts.startAt(number);
            archive.append(draft(line, numbers), line.recorded().atZone(ZONE).toInstant());
            numbers.put(line.ref(), number);
        }
        return numbers;
    }

    private static Draft draft(Line line, Map<Ref, Long> numbers) {
        Set<String> classedNames = CLASSED.getOrDefault(line.kind(), Set.of());
        Map<String, Content> open = new LinkedHashMap<>();
        Map<String, Content> classed = new LinkedHashMap<>();
        line.fields()
                .values()
                .forEach(
                        (name, value) ->
                                (classedNames.contains(name) ? classed : open)
                                        .put(name, numbered(value, numbers)));
        return new Draft(
                line.kind(),
                line.occurred(),
                line.recorder(),
                line.mode(),
                new Content.Group(open),
                classed);
    }

    private static Content numbered(Content content, Map<Ref, Long> numbers) {
        return switch (content) {
            case Content.Text(String value) -> new Content.Text(numbered(value, numbers));
            case Content.Series(List<Content> items) ->
                    new Content.Series(
                            items.stream().map(item -> numbered(item, numbers)).toList());
            case Content.Group(Map<String, Content> fields) -> {
                Map<String, Content> found = new LinkedHashMap<>();
                fields.forEach((name, value) -> found.put(name, numbered(value, numbers)));
                yield new Content.Group(found);
            }
        };
    }

    private static String numbered(String value, Map<Ref, Long> numbers) {
        if (!Ref.isPlaceholder(value)) {
            return value;
        }
        Long number = numbers.get(Ref.parse(value));
        if (number == null) {
            throw new IllegalStateException("an entry cites one that is recorded later");
        }
        return number.toString();
    }

    private static List<Ref> citedIn(Content content) {
        return switch (content) {
            case Content.Text(String value) ->
                    Ref.isPlaceholder(value) ? List.of(Ref.parse(value)) : List.of();
            case Content.Series(List<Content> items) ->
                    items.stream().flatMap(item -> citedIn(item).stream()).toList();
            case Content.Group(Map<String, Content> fields) ->
                    fields.values().stream().flatMap(item -> citedIn(item).stream()).toList();
        };
    }
}
