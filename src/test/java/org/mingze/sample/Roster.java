package org.mingze.sample;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.mingze.journal.Content;
import org.mingze.journal.Draft;
import org.mingze.journal.Entry;
import org.mingze.journal.EntryMode;
import org.mingze.journal.Occurred;
import org.mingze.journal.Recorder;
import org.mingze.organization.Organization;

/// 名册 — bodies, posts, people and appointments, read from `roster.txt` and entered first.
final class Roster {
    private static final LocalDate OLD = LocalDate.of(2024, 1, 1);
    private static final LocalDateTime ENTERED = LocalDate.of(2025, 9, 28).atTime(9, 0);

    private final Chronicle chronicle;
    private final Organization organization = new Organization();
    private long applied;

    Roster(Chronicle chronicle) {
        this.chronicle = chronicle;
    }

    Organization enter(List<String> lines) {
        for (String line : lines) {
            if (!line.isBlank() && !line.startsWith("#")) {
                enter(line.split(" ", -1));
            }
        }
        return organization;
    }

    private void enter(String[] words) {
        switch (words[0]) {
            case "机构" -> {
                Fields body = Fields.of("号", words[1], "名", words[2], "类", words[3], "级", words[4]);
                act("机构", OLD, words[5].equals("-") ? body : body.and("属", words[5]));
            }
            case "岗位" ->
                    act(
                            "岗位",
                            OLD,
                            Fields.of("号", words[1], "名", words[2], "于", words[3], "职", words[4]));
            case "人员" -> {
                act("人员", OLD, Fields.of("号", words[1], "名", words[2]));
                for (int at = 3; at < words.length; at++) {
                    LocalDate since = OLD.plusDays(7L * Math.abs(words[at].hashCode() % 60));
                    act("任", since, Fields.of("人", words[1], "岗", words[at]));
                }
            }
            case "任" ->
                    act("任", LocalDate.parse(words[1]), Fields.of("人", words[2], "岗", words[3]));
            case "划" ->
                    act(
                            "机构变更",
                            LocalDate.parse(words[1]),
                            Fields.of("机构", words[2], "属", words[3]));
            default -> throw new IllegalStateException("roster.txt: " + words[0]);
        }
    }

    /// Old acts are entered at set-up, later ones the afternoon before they take effect.
    private void act(String kind, LocalDate day, Fields fields) {
        boolean old = day.isBefore(County.FIRST);
        LocalDateTime recorded =
                old
                        ? ENTERED.plusSeconds(chronicle.size() * 7L)
                        : day.minusDays(1).atTime(17, 0).plusSeconds(applied % 60);
        Recorder recorder = old ? Recorder.SETUP : new Recorder("p005", "mingchuan.zuzhibu.head");
        chronicle.add(kind, Occurred.on(day), recorded, recorder, EntryMode.REPORTED, fields);
        applied++;
        Draft draft =
                new Draft(
                        kind,
                        Occurred.on(day),
                        recorder,
                        EntryMode.REPORTED,
                        new Content.Group(fields.values()));
        organization.apply(Entry.of(applied, draft, Instant.EPOCH.plusSeconds(applied)));
    }
}
