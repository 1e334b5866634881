package org.mingze.duty.drafting;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.mingze.web.Field;
import org.mingze.web.Refusal;
import org.mingze.work.EntryCheck;
import org.springframework.http.HttpStatus;

/// 送来的立制之笔 — what was typed for an act, and what is wrong with it.
///
/// @param refusal said to a form that had entered, was gone back to and changed
record SentAct(
        Map<String, String> typed,
        String key,
        List<EntryCheck.Fault> faults,
        Optional<Refusal> refusal) {
    static final String BASIS = "据";
    static final String FROM = "自";
    private static final String SURE = "上级";

    static SentAct nothing() {
        return new SentAct(Map.of(), UUID.randomUUID().toString(), List.of(), Optional.empty());
    }

    static SentAct of(Map<String, String> typed) {
        String key = typed.getOrDefault("key", "");
        boolean known = key.matches("[0-9a-f-]{36}");
        return new SentAct(
                typed, known ? key : UUID.randomUUID().toString(), List.of(), Optional.empty());
    }

    SentAct faulty(List<EntryCheck.Fault> found) {
        return new SentAct(typed, key, found, refusal);
    }

    /// As it was typed, to be sent under a key of its own.
    SentAct refused(Refusal why) {
        return new SentAct(typed, UUID.randomUUID().toString(), faults, Optional.of(why));
    }

    HttpStatus status() {
        if (refusal.isPresent()) {
            return HttpStatus.CONFLICT;
        }
        return faults.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
    }

    String text(String name) {
        return typed.getOrDefault(name, "").strip();
    }

    /// The day that was typed; empty where what was typed is none.
    Optional<LocalDate> from() {
        try {
            return Optional.of(LocalDate.parse(text(FROM)));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
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

    /// Asked of an act on an institution that a superior made.
    Field sure(String issuer, String deed) {
        return new Field(
                SURE,
                "这是" + issuer + "的制度",
                "县里可以转发、细化，不能改它的要求",
                true,
                fault(SURE),
                new Field.Control.Choices(
                        List.of(
                                new Field.Option(
                                        "核对过", "核对过了，没有改变上级的要求，仍要" + deed, !text(SURE).isEmpty())),
                        true));
    }

    /// What is still missing of an act, on an institution of a superior if there is one.
    List<EntryCheck.Fault> missing(Optional<String> superior) {
        List<EntryCheck.Fault> all = new ArrayList<>(missing());
        superior.filter(_ -> text(SURE).isEmpty())
                .ifPresent(
                        issuer ->
                                all.add(
                                        new EntryCheck.Fault(
                                                SURE, "这是" + issuer + "的制度，核对过再勾选“核对过了”")));
        return all;
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
