package org.mingze.duty.entering;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.mingze.institution.RecordType;
import org.mingze.journal.Content;
import org.mingze.journal.Draft;
import org.mingze.journal.EntryMode;
import org.mingze.journal.Occurred;
import org.mingze.journal.Recorder;
import org.mingze.work.EntryCheck;
import org.mingze.work.form.EntryContent;

/// 填写中 — a form of a record type as it stands: what was typed, and the day it is said of.
///
/// @param day  as typed: `2026-06-24`
/// @param time as typed, `09:30`; empty where it is not told
/// @param key  of the form, so that it enters once
record Filling(RecordType type, Content.Group typed, String day, String time, String key) {
    static final String DAY = "日";
    static final String TIME = "时";

    Filling with(Content.Group changed) {
        return new Filling(type, changed, day, time, key);
    }

    /// The same under a key of its own, to enter beside what it entered before.
    Filling anew() {
        return new Filling(type, typed, day, time, UUID.randomUUID().toString());
    }

    /// Empty when the day or the time is none.
    Optional<Occurred> occurred() {
        try {
            LocalDate on = LocalDate.parse(day);
            return Optional.of(
                    new Occurred(
                            on,
                            time.isEmpty()
                                    ? Optional.empty()
                                    : Optional.of(LocalTime.parse(time))));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    /// What would enter: a fact reported, its classed values apart.
    Draft draft(Occurred occurred, Recorder recorder) {
        Content.Group filled = EntryContent.filled(typed);
        Map<String, Content> open = new LinkedHashMap<>();
        Map<String, Content> classed = new LinkedHashMap<>();
        filled.fields()
                .forEach(
                        (name, value) -> (isClassed(type, name) ? classed : open).put(name, value));
        return new Draft(
                type.name(),
                occurred,
                recorder,
                EntryMode.REPORTED,
                new Content.Group(open),
                classed);
    }

    /// What the form asks for and nothing answers, each at its first field.
    List<EntryCheck.Fault> unanswered() {
        Content.Group filled = EntryContent.filled(typed);
        return type.form().open(field -> filled.get(field).map(Filling::text)).stream()
                .map(
                        set ->
                                new EntryCheck.Fault(
                                        set.fields().getFirst(),
                                        type.form().asking(set, _ -> true)))
                .toList();
    }

    private static String text(Content answer) {
        return answer instanceof Content.Text(String words) ? words : "";
    }

    static boolean isClassed(RecordType type, String field) {
        return type.field(field).filter(known -> known.fieldClass().isClassed()).isPresent();
    }

    /// Parameters of a request as a form sends them.
    static Map<String, List<String>> parameters(Map<String, String[]> sent) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        sent.forEach((name, values) -> parameters.put(name, List.of(values)));
        return parameters;
    }

    /// The key that a form was sent under; a form without one enters under a key of its own.
    static String key(Map<String, List<String>> parameters) {
        String key = first(parameters, "key");
        return key.matches("[0-9a-f-]{36}") ? key : UUID.randomUUID().toString();
    }

    static String first(Map<String, List<String>> parameters, String name) {
        return parameters.getOrDefault(name, List.of()).stream().findFirst().orElse("").strip();
    }
}
