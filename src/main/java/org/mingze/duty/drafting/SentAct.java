package org.mingze.duty.drafting;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.mingze.web.Field;
import org.mingze.work.EntryCheck;

/// 送来的立制之笔 — what was typed for an act, and what is wrong with it.
record SentAct(Map<String, String> typed, String key, List<EntryCheck.Fault> faults) {
    static final String BASIS = "据";
    static final String FROM = "自";

    static SentAct nothing() {
        return new SentAct(Map.of(), UUID.randomUUID().toString(), List.of());
    }

    static SentAct of(Map<String, String> typed) {
        String key = typed.getOrDefault("key", "");
        boolean known = key.matches("[0-9a-f-]{36}");
        return new SentAct(typed, known ? key : UUID.randomUUID().toString(), List.of());
    }

    SentAct faulty(List<EntryCheck.Fault> found) {
        return new SentAct(typed, key, found);
    }

    String text(String name) {
        return typed.getOrDefault(name, "").strip();
    }

    Field day(String label, LocalDate otherwise) {
        String value = typed.getOrDefault(FROM, otherwise.toString());
        return field(FROM, label, new Field.Control.Line(value, "date", ""));
    }

    Field basis() {
        return new Field(
                BASIS,
                "依据",
                "文号，或作出决定的会议记录号",
                true,
                fault(BASIS),
                new Field.Control.Line(text(BASIS), "text", ""));
    }

    Field field(String name, String label, Field.Control control) {
        return new Field(name, label, "", true, fault(name), control);
    }

    private String fault(String name) {
        return faults.stream()
                .filter(found -> found.field().equals(name))
                .map(EntryCheck.Fault::sentence)
                .findFirst()
                .orElse("");
    }

    /// Those that no field of the form bears.
    List<String> others(List<Field> fields) {
        return faults.stream()
                .filter(
                        found ->
                                fields.stream()
                                        .noneMatch(field -> field.name().equals(found.field())))
                .map(EntryCheck.Fault::sentence)
                .toList();
    }

    /// 据 is asked of every act.
    List<EntryCheck.Fault> missing() {
        return text(BASIS).isEmpty()
                ? List.of(new EntryCheck.Fault(BASIS, "写明依据的文号，或会议记录的号"))
                : List.of();
    }
}
