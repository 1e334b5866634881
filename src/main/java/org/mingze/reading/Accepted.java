package org.mingze.reading;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mingze.journal.Content;
import org.mingze.journal.Draft;
import org.mingze.journal.EntryMode;
import org.mingze.journal.Occurred;
import org.mingze.journal.Recorder;
import org.mingze.work.EntryCheck;

/// 采纳 — a problem that goes into the ledger, worded and assigned as the reader decided.
///
/// @param body    who answers for it, a code; empty for nobody yet
/// @param cause   empty where none is known
/// @param measure empty where none is promised
record Accepted(
        Problem problem,
        String wording,
        String body,
        String cause,
        String measure,
        String owner,
        String deadline) {
    /// The version of the reader that found it.
    static final String READER = "明责审读0.1";

    static Accepted of(Problem problem, Map<String, List<String>> typed) {
        return new Accepted(
                problem,
                text(typed, "wording", problem),
                text(typed, "body", problem),
                text(typed, "cause", problem),
                text(typed, "measure", problem),
                text(typed, "owner", problem),
                text(typed, "deadline", problem));
    }

    static String name(String field, Problem problem) {
        return field + "." + problem.number();
    }

    private static String text(Map<String, List<String>> typed, String field, Problem problem) {
        return typed.getOrDefault(name(field, problem), List.of()).stream()
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    /// Named by the parameter of the form.
    List<EntryCheck.Fault> faults() {
        List<EntryCheck.Fault> faults = new ArrayList<>();
        if (wording.isEmpty()) {
            faults.add(fault("wording", "写明问题是什么"));
        }
        if (!deadline.isEmpty() && day().isEmpty()) {
            faults.add(fault("deadline", "“期限”写成2026-06-24这样的日期"));
        }
        return faults;
    }

    private EntryCheck.Fault fault(String field, String sentence) {
        return new EntryCheck.Fault(name(field, problem), sentence);
    }

    private Optional<LocalDate> day() {
        try {
            return Optional.of(LocalDate.parse(deadline));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    static Draft document(KeptReading reading, String kind, Recorder recorder, LocalDate today) {
        Map<String, Content> fields = new LinkedHashMap<>();
        put(fields, "机构", reading.body());
        put(fields, "类", kind);
        put(fields, "题", reading.title());
        fields.put("附", new Content.Series(List.of(new Content.Text(reading.citation()))));
        return draft("公文", EntryMode.REPORTED, recorder, today, fields);
    }

    Draft finding(long document, Recorder recorder, LocalDate today) {
        Map<String, Content> fields = new LinkedHashMap<>();
        put(fields, "源", "自查");
        put(fields, "出", String.valueOf(document));
        put(fields, "述", wording);
        put(fields, "位", problem.place());
        put(fields, "读者", READER);
        put(fields, "原因", cause);
        put(fields, "责任单位", body);
        put(fields, "责任人", owner);
        put(fields, "期限", deadline);
        return draft("问题", EntryMode.REPORTED, recorder, today, fields);
    }

    /// The measure that the document promises against it, if one is linked.
    Optional<Draft> measure(long finding, Recorder recorder, LocalDate today) {
        if (measure.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Content> fields = new LinkedHashMap<>();
        put(fields, "问题", String.valueOf(finding));
        put(fields, "内容", measure);
        put(fields, "责任人", owner);
        put(fields, "期限", deadline);
        return Optional.of(draft("措施", EntryMode.DONE, recorder, today, fields));
    }

    private static Draft draft(
            String kind,
            EntryMode mode,
            Recorder recorder,
            LocalDate today,
            Map<String, Content> fields) {
        return new Draft(kind, Occurred.on(today), recorder, mode, new Content.Group(fields));
    }

    private static void put(Map<String, Content> fields, String name, String text) {
        if (!text.isEmpty()) {
            fields.put(name, new Content.Text(text));
        }
    }
}
