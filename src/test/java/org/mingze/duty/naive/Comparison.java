package org.mingze.duty.naive;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.mingze.calendar.WorkCalendar;
import org.mingze.duty.Contribution;
import org.mingze.duty.ObligationKey;
import org.mingze.duty.Obligations;
import org.mingze.duty.Standing;
import org.mingze.duty.Verdict;
import org.mingze.duty.naive.RandomHistories.History;
import org.mingze.journal.Content;
import org.mingze.journal.Entry;
import org.mingze.work.ChinaTime;
import org.mingze.work.Knowledge;

/// 比对 — both answers after every prefix, and the shortest journal on which they differ.
final class Comparison {
    static final WorkCalendar CALENDAR = WorkCalendar.published();
    static final LocalDate FROM = RandomHistories.START.minusDays(6);
    static final LocalDate TO = RandomHistories.END;

    private final LocalDate from;
    private final LocalDate to;
    private final Map<Standing, Long> standings = new TreeMap<>();
    private List<Answer> dated = List.of();
    private long histories;
    private long prefixes;
    private long compared;

    Comparison() {
        this(FROM, TO);
    }

    Comparison(LocalDate from, LocalDate to) {
        this.from = from;
        this.to = to;
    }

    /// Where the two part: a journal and a day, and both answers for each key that differs.
    record Difference(List<Entry> journal, LocalDate day, Map<ObligationKey, String> answers) {}

    long histories() {
        return histories;
    }

    String tally() {
        return "%d 部账，%d 段前缀，%d 次比对：%s".formatted(histories, prefixes, compared, standings);
    }

    /// On one day after each entry, and on four at the end.
    Optional<Difference> everyPrefix(History history) {
        histories++;
        Random random = new Random(history.seed());
        List<Entry> entries = history.entries();
        Knowledge known = Knowledge.of(entries.subList(0, history.setUp()), CALENDAR);
        for (int length = history.setUp() + 1; length <= entries.size(); length++) {
            prefixes++;
            known.apply(entries.get(length - 1));
            List<Entry> journal = entries.subList(0, length);
            for (LocalDate day : days(journal, random, length == entries.size() ? 4 : 1)) {
                Optional<Difference> difference = compare(known, journal, day);
                if (difference.isPresent()) {
                    return difference;
                }
            }
        }
        return Optional.empty();
    }

    /// The day of the last entry, the days about some due day that the last comparison had, or any.
    private Set<LocalDate> days(List<Entry> journal, Random random, int count) {
        LocalDate last = ChinaTime.day(journal.getLast().recordedAt());
        List<LocalDate> among = new ArrayList<>(List.of(last, from.plusDays(random.nextInt(40))));
        if (!dated.isEmpty()) {
            Answer one = dated.get(random.nextInt(dated.size()));
            LocalDate due = one.due().orElse(last);
            LocalDate graceEnd = one.graceEnd().orElse(due);
            among.addAll(List.of(due, graceEnd, graceEnd.plusDays(1), to.plusDays(9)));
        }
        Set<LocalDate> days = new TreeSet<>();
        for (int index = 0; index < count; index++) {
            days.add(among.get(random.nextInt(among.size())));
        }
        return days;
    }

    Optional<Difference> compare(Knowledge known, List<Entry> journal, LocalDate day) {
        Map<ObligationKey, Answer> engine = engine(known, day, from, to);
        dated = engine.values().stream().filter(answer -> answer.due().isPresent()).toList();
        Map<ObligationKey, Answer> naive =
                new NaiveEvaluator(journal, CALENDAR, day).answers(from, to);
        compared += engine.size();
        engine.values().forEach(answer -> standings.merge(answer.standing(), 1L, Long::sum));
        Set<ObligationKey> keys =
                new TreeSet<>(java.util.Comparator.comparing(ObligationKey::toString));
        keys.addAll(engine.keySet());
        keys.addAll(naive.keySet());
        Map<ObligationKey, String> answers = new LinkedHashMap<>();
        for (ObligationKey key : keys) {
            Optional<Answer> one = Optional.ofNullable(engine.get(key));
            Optional<Answer> other = Optional.ofNullable(naive.get(key));
            if (!one.equals(other)) {
                answers.put(
                        key,
                        "\n    引擎 %s\n    朴素 %s"
                                .formatted(
                                        one.map(Answer::toString).orElse("无此事项"),
                                        other.map(Answer::toString).orElse("无此事项")));
            }
        }
        return answers.isEmpty()
                ? Optional.empty()
                : Optional.of(new Difference(List.copyOf(journal), day, answers));
    }

    static Map<ObligationKey, Answer> engine(Knowledge known, LocalDate day) {
        return engine(known, day, FROM, TO);
    }

    static Map<ObligationKey, Answer> engine(
            Knowledge known, LocalDate day, LocalDate from, LocalDate to) {
        Map<ObligationKey, Answer> answers = new LinkedHashMap<>();
        for (Verdict verdict : new Obligations(known, day).verdicts(from, to)) {
            answers.put(
                    verdict.obligation().key(),
                    new Answer(
                            verdict.standing(),
                            verdict.due(),
                            verdict.graceEnd(),
                            new TreeSet<>(
                                    verdict.counted().stream()
                                            .map(Contribution::record)
                                            .toList())));
        }
        return answers;
    }

    /// Leaves out entries while the two still differ.
    String shrunk(History history, Difference found) {
        Function<List<Entry>, Optional<Difference>> test =
                journal -> compare(Knowledge.of(journal, CALENDAR), journal, found.day());
        Difference least = found;
        boolean smaller = true;
        while (smaller) {
            smaller = false;
            for (int index = least.journal().size() - 1; index >= 0; index--) {
                List<Entry> fewer = new ArrayList<>(least.journal());
                fewer.remove(index);
                Optional<Difference> still = fewer.isEmpty() ? Optional.empty() : test.apply(fewer);
                if (still.isPresent()) {
                    least = still.get();
                    smaller = true;
                }
            }
        }
        StringBuilder text = new StringBuilder("种子 " + history.seed() + "，截至 " + least.day());
        least.journal().forEach(entry -> text.append("\n  ").append(line(entry)));
        least.answers().forEach((key, both) -> text.append("\n  ").append(key).append(both));
        return text.toString();
    }

    static String line(Entry entry) {
        StringBuilder fields = new StringBuilder();
        entry.content()
                .fields()
                .forEach(
                        (name, value) ->
                                fields.append(" ").append(name).append("=").append(word(value)));
        return "第%d号 %s 录%s %s%s"
                .formatted(
                        entry.number(),
                        entry.occurred(),
                        ChinaTime.day(entry.recordedAt()),
                        entry.kind(),
                        fields);
    }

    private static String word(Content content) {
        return switch (content) {
            case Content.Text(String text) ->
                    text.length() > 60 ? text.lines().skip(1).limit(2).toList() + "…" : text;
            case Content.Series(List<Content> items) ->
                    items.stream().map(Comparison::word).toList().toString();
            case Content.Group(Map<String, Content> fields) -> {
                StringBuilder text = new StringBuilder("{");
                fields.forEach(
                        (name, value) ->
                                text.append(name).append("=").append(word(value)).append(" "));
                yield text.append("}").toString();
            }
        };
    }
}
