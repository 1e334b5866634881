package org.mingze.reading.review;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mingze.reading.text.Reading;

/// 读出集 — what the reader found in a document one by one, and the reading that remains of it after
/// review.
public final class Finds {
    private static final int SENTENCE_MAX = 200;
    private static final int PART_MAX = 40;
    private static final Pattern SPACE = Pattern.compile(" +");

    private Finds() {}

    /// Every find of a reading.
    public static List<Find> of(Reading reading, String text) {
        List<Find> problems =
                reading.findings().stream()
                        .map(each -> sentence(FindKind.PROBLEM, each.offset(), each.gist(), text))
                        .toList();
        List<Find> finds = new ArrayList<>(problems);
        causes(reading, text, problems, finds);
        measures(reading, text, problems, finds);
        for (Reading.Duty duty : reading.duties()) {
            finds.add(
                    sentence(FindKind.DUTY, duty.offset(), duty.gist(), text)
                            .with(Find.FREQUENCY, duty.frequency().orElse(""))
                            .with(Find.SAID_DEADLINE, duty.deadline().orElse(""))
                            .with(Find.SAID_OWNER, duty.owner().orElse("")));
        }
        for (String mechanism : reading.mechanisms()) {
            Excerpt.find(text, mechanism, 0)
                    .map(at -> Find.at(FindKind.MECHANISM, at.from(), at.to()))
                    .ifPresent(finds::add);
        }
        reading.figures().forEach(figure -> finds.add(figure(figure, text)));
        return finds.stream().distinct().toList();
    }

    private static void causes(
            Reading reading, String text, List<Find> problems, List<Find> finds) {
        for (int index = 0; index < reading.causes().size(); index++) {
            Reading.Cause cause = reading.causes().get(index);
            int at = index;
            finds.add(
                    sentence(FindKind.CAUSE, cause.offset(), cause.gist(), text)
                            .with(
                                    Find.AGAINST,
                                    keys(
                                            reading.links().stream()
                                                    .filter(l -> l.cause().orElse(-1) == at),
                                            problems)));
        }
    }

    private static void measures(
            Reading reading, String text, List<Find> problems, List<Find> finds) {
        for (int index = 0; index < reading.measures().size(); index++) {
            Reading.Measure measure = reading.measures().get(index);
            int at = index;
            finds.add(
                    sentence(FindKind.MEASURE, measure.offset(), measure.gist(), text)
                            .with(Find.SAID_OWNER, measure.owner().orElse(""))
                            .with(Find.SAID_DEADLINE, measure.deadline().orElse(""))
                            .with(Find.FREQUENCY, measure.frequency().orElse(""))
                            .with(
                                    Find.AGAINST,
                                    keys(
                                            reading.links().stream()
                                                    .filter(l -> l.measure().orElse(-1) == at),
                                            problems)));
        }
    }

    private static String keys(Stream<Reading.Link> links, List<Find> problems) {
        return String.join(" ", links.map(link -> problems.get(link.finding()).key()).toList());
    }

    private static Find figure(Reading.Figure figure, String text) {
        int from = Math.min(figure.offset(), text.length());
        int to = Math.max(from, figure.end(text));
        Map<String, String> fields = new LinkedHashMap<>();
        figure.value().ifPresent(value -> fields.put(Find.VALUE, plain(value)));
        fields.put(Find.UNIT, figure.unit());
        fields.put(Find.PURPOSE, figure.kind().code());
        fields.put(Find.MASKED, figure.masked() ? "是" : "");
        fields.put(Find.ROUGH, figure.approx() ? "是" : "");
        return new Find(FindKind.FIGURE, from, to, fields);
    }

    private static String plain(double value) {
        return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
    }

    /// From an offset to the end of the sentence there.
    private static Find sentence(FindKind kind, int offset, String gist, String text) {
        int from = Math.min(Math.max(offset, 0), text.length());
        int limit = Math.min(text.length(), from + SENTENCE_MAX);
        int end = from;
        while (end < limit && "。；\n\r\t".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        int least = text.startsWith(gist, from) ? from + gist.length() : from;
        int last = Math.max(end, least);
        while (last > from && Character.isWhitespace(text.charAt(last - 1))) {
            last--;
        }
        return Find.at(kind, from, last);
    }

    /// The problems that a cause or a measure belongs to, of those that count.
    public static List<Reviewed> against(Find find, List<Reviewed> finds) {
        List<Find> named =
                SPACE.splitAsStream(find.field(Find.AGAINST))
                        .flatMap(key -> Find.parse(key).stream())
                        .toList();
        return finds.stream()
                .filter(each -> each.find().kind() == FindKind.PROBLEM && !each.isRejected())
                .filter(
                        each ->
                                named.stream()
                                        .anyMatch(
                                                problem ->
                                                        problem.isAt(each.subject())
                                                                || problem.isAt(each.find())))
                .toList();
    }

    /// Those of a kind that are not rejected.
    public static List<Reviewed> counted(FindKind kind, List<Reviewed> finds) {
        return finds.stream()
                .filter(each -> each.find().kind() == kind && !each.isRejected())
                .toList();
    }

    /// The reading as people left it: what they rejected is gone, what they changed is changed.
    public static Reading reading(Reading machine, List<Reviewed> finds, String text) {
        List<Reviewed> problems = counted(FindKind.PROBLEM, finds);
        List<Reviewed> causes = counted(FindKind.CAUSE, finds);
        List<Reviewed> measures = counted(FindKind.MEASURE, finds);
        return new Reading(
                machine.file(),
                machine.kind(),
                machine.length(),
                machine.outline(),
                counted(FindKind.FIGURE, finds).stream()
                        .map(each -> figure(each.find(), text))
                        .toList(),
                problems.stream()
                        .map(
                                each ->
                                        new Reading.Finding(
                                                each.find().said(text),
                                                each.find().from(),
                                                part(machine, each.find().from())))
                        .toList(),
                causes.stream()
                        .map(each -> new Reading.Cause(each.find().said(text), each.find().from()))
                        .toList(),
                measures.stream().map(each -> measure(each.find(), text)).toList(),
                links(problems, causes, measures, finds),
                counted(FindKind.DUTY, finds).stream()
                        .map(each -> duty(each.find(), text))
                        .toList(),
                counted(FindKind.MECHANISM, finds).stream()
                        .map(each -> each.find().said(text))
                        .distinct()
                        .toList(),
                machine.vague().stream()
                        .filter(amount -> !isCounted(amount, machine, text))
                        .toList());
    }

    /// Whether a figure says the same: 20余次 is a rough figure, and no vague amount besides.
    private static boolean isCounted(Reading.VagueAmount amount, Reading machine, String text) {
        int end = amount.offset() + amount.text().length();
        return machine.figures().stream()
                .anyMatch(figure -> figure.offset() < end && amount.offset() < figure.end(text));
    }

    private static List<Reading.Link> links(
            List<Reviewed> problems,
            List<Reviewed> causes,
            List<Reviewed> measures,
            List<Reviewed> finds) {
        List<Reading.Link> links = new ArrayList<>();
        for (int index = 0; index < problems.size(); index++) {
            links.add(
                    new Reading.Link(
                            index,
                            first(problems.get(index), causes, finds),
                            first(problems.get(index), measures, finds)));
        }
        return links;
    }

    private static OptionalInt first(
            Reviewed problem, List<Reviewed> others, List<Reviewed> finds) {
        for (int index = 0; index < others.size(); index++) {
            if (against(others.get(index).find(), finds).contains(problem)) {
                return OptionalInt.of(index);
            }
        }
        return OptionalInt.empty();
    }

    private static Reading.Figure figure(Find find, String text) {
        boolean masked = !find.field(Find.MASKED).isEmpty();
        return new Reading.Figure(
                find.said(text),
                masked ? OptionalDouble.empty() : value(find.field(Find.VALUE)),
                find.field(Find.UNIT),
                masked,
                !find.field(Find.ROUGH).isEmpty(),
                purpose(find.field(Find.PURPOSE)),
                find.from());
    }

    private static OptionalDouble value(String said) {
        return said.matches("-?\\d{1,15}(?:\\.\\d{1,9})?")
                ? OptionalDouble.of(Double.parseDouble(said))
                : OptionalDouble.empty();
    }

    private static Reading.FigureKind purpose(String code) {
        return Stream.of(Reading.FigureKind.values())
                .filter(kind -> kind.code().equals(code))
                .findFirst()
                .orElse(Reading.FigureKind.CLAIM);
    }

    private static Reading.Measure measure(Find find, String text) {
        return new Reading.Measure(
                find.said(text),
                find.from(),
                said(find, Find.DEADLINE).or(() -> said(find, Find.SAID_DEADLINE)),
                said(find, Find.OWNER).or(() -> said(find, Find.SAID_OWNER)),
                said(find, Find.FREQUENCY));
    }

    private static Reading.Duty duty(Find find, String text) {
        return new Reading.Duty(
                find.said(text),
                find.from(),
                said(find, Find.FREQUENCY),
                said(find, Find.SAID_DEADLINE),
                said(find, Find.SAID_OWNER));
    }

    private static Optional<String> said(Find find, String name) {
        return Optional.of(find.field(name)).filter(words -> !words.isEmpty());
    }

    /// The part of the document that a place stands in: what the reader says of a problem there,
    /// otherwise the last heading before it; for an item that is numbered, the one above it.
    public static String part(Reading reading, int offset) {
        for (Reading.Finding finding : reading.findings()) {
            if (finding.offset() == offset) {
                return finding.section();
            }
        }
        int level =
                reading.outline().stream()
                        .filter(heading -> begins(heading, offset))
                        .mapToInt(Reading.Heading::level)
                        .findFirst()
                        .orElse(Integer.MAX_VALUE);
        String part = "";
        for (Reading.Heading heading : reading.outline()) {
            boolean above = titleAt(heading) < offset && heading.level() < level;
            if (above && !heading.title().isEmpty()) {
                part = heading.marker().strip() + heading.title();
            }
        }
        return part.length() > PART_MAX ? part.substring(0, PART_MAX) : part;
    }

    /// Whether a place is that of a heading, with its number or without.
    private static boolean begins(Reading.Heading heading, int offset) {
        return heading.offset() <= offset && offset <= titleAt(heading);
    }

    private static int titleAt(Reading.Heading heading) {
        return heading.offset() + heading.marker().length();
    }
}
