package org.mingze.assessment.scoring;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.mingze.web.Field;
import org.mingze.web.Refusal;
import org.mingze.work.EntryCheck;
import org.springframework.http.HttpStatus;

/// 送来的表 — what was typed into one form of a score's page, and what is wrong with it.
///
/// @param part    which form: manual, appeals or replies; empty for none
/// @param refusal said to a form that had entered, was gone back to and changed
record SentForm(
        String part,
        Map<String, String> typed,
        List<EntryCheck.Fault> faults,
        Optional<Refusal> refusal) {
    static final SentForm NONE = of("", Map.of());

    SentForm {
        typed = Map.copyOf(typed);
        faults = List.copyOf(faults);
    }

    static SentForm of(String part, Map<String, String> typed) {
        return new SentForm(part, typed, List.of(), Optional.empty());
    }

    SentForm faulty(List<EntryCheck.Fault> found) {
        return new SentForm(part, typed, found, refusal);
    }

    SentForm refused(Refusal why) {
        return new SentForm(part, typed, faults, Optional.of(why));
    }

    HttpStatus status() {
        if (refusal.isPresent()) {
            return HttpStatus.CONFLICT;
        }
        return faults.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
    }

    boolean is(String other) {
        return part.equals(other);
    }

    String text(String name) {
        return typed.getOrDefault(name, "").strip();
    }

    String key() {
        String key = text("key");
        boolean usable = refusal.isEmpty() && key.matches("[0-9a-f-]{36}");
        return usable ? key : UUID.randomUUID().toString();
    }

    Field line(String name, String label, String hint, String otherwise, String kind) {
        String value = typed.containsKey(name) ? text(name) : otherwise;
        return field(name, label, hint, new Field.Control.Line(value, kind, ""));
    }

    Field area(String name, String label, String hint) {
        return field(name, label, hint, new Field.Control.Area(text(name)));
    }

    Field choices(String name, String label, List<String> words) {
        return field(
                name,
                label,
                "",
                new Field.Control.Choices(
                        words.stream()
                                .map(word -> new Field.Option(word, word, word.equals(text(name))))
                                .toList(),
                        false));
    }

    private Field field(String name, String label, String hint, Field.Control control) {
        String fault =
                faults.stream()
                        .filter(found -> found.field().equals(name))
                        .map(EntryCheck.Fault::sentence)
                        .findFirst()
                        .orElse("");
        return new Field(name, label, hint, true, fault, control);
    }

    /// Those that no field of the form bears.
    List<String> others(List<String> fields) {
        return faults.stream()
                .filter(found -> !fields.contains(found.field()))
                .map(EntryCheck.Fault::sentence)
                .toList();
    }
}
