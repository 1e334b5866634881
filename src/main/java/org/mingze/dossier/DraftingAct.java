package org.mingze.dossier;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mingze.duty.ObligationKey;
import org.mingze.duty.Occasion;
import org.mingze.duty.Verdict;
import org.mingze.institution.RecordType;
import org.mingze.institution.Vocabulary;
import org.mingze.journal.Content;
import org.mingze.journal.Draft;
import org.mingze.journal.EntryMode;
import org.mingze.journal.Occurred;
import org.mingze.journal.Recorder;
import org.mingze.work.EntryCheck;

/// 拟办 — the entry that a sent form of the desk means, done by this officer at this moment.
///
/// @param body of the acting post
record DraftingAct(
        Dossier dossier,
        Saying saying,
        Recorder recorder,
        String body,
        LocalDateTime now,
        Desks.Extending extending,
        Vocabulary vocabulary) {

    /// What the form leaves out and no record type would ask for.
    List<EntryCheck.Fault> faults(Attempt attempt) {
        List<EntryCheck.Fault> faults = new ArrayList<>();
        for (String field : wanted(attempt.act())) {
            if (attempt.text(field).isEmpty()) {
                faults.add(
                        new EntryCheck.Fault(
                                field, "“" + label(attempt.act(), field) + "”还没有写，写上再记"));
            }
        }
        if (attempt.act() == DossierAct.EXTENSION && !attempt.text("限").matches("[1-9]\\d{0,2}")) {
            faults.clear();
            faults.add(new EntryCheck.Fault("限", "写延长的天数，1到999的整数"));
        }
        if (faults.isEmpty()) {
            faults.addAll(extensionFaults(attempt));
        }
        unreasoned(attempt).ifPresent(faults::add);
        isDay(attempt, "期限").ifPresent(faults::add);
        tooEarly(attempt).ifPresent(faults::add);
        isDay(attempt, "送达日")
                .or(
                        () ->
                                attempt.text("送达日").compareTo(now.toLocalDate().toString()) > 0
                                        ? Optional.of(
                                                new EntryCheck.Fault("送达日", "送达日不能晚于今天，送到了再记"))
                                        : Optional.empty())
                .ifPresent(faults::add);
        return faults;
    }

    /// Whoever is told no is told why.
    private static Optional<EntryCheck.Fault> unreasoned(Attempt attempt) {
        boolean silent = isSilent(attempt, Desks.REASON);
        String conclusion = attempt.text("结论");
        if (silent && !conclusion.isEmpty() && !conclusion.equals("通过")) {
            return Optional.of(new EntryCheck.Fault(Desks.REASON, "没有通过的写明还差什么，再记"));
        }
        return silent && attempt.text("受理否").equals("否")
                ? Optional.of(new EntryCheck.Fault(Desks.REASON, "不予受理的写明理由，再记"))
                : untold(attempt);
    }

    /// A look that found it wanting says what it saw, a reply what was answered.
    private static Optional<EntryCheck.Fault> untold(Attempt attempt) {
        if (isSilent(attempt, Desks.FOUND) && attempt.text("合格").equals("否")) {
            return Optional.of(new EntryCheck.Fault(Desks.FOUND, "不合格的写明看到什么，再记"));
        }
        return attempt.act() == DossierAct.REPLY
                        && isSilent(attempt, Desks.SAID)
                        && attempt.files().isEmpty()
                ? Optional.of(new EntryCheck.Fault(Desks.SAID, "写上答复了什么，或者附上答复书，再记"))
                : Optional.empty();
    }

    private Optional<EntryCheck.Fault> tooEarly(Attempt attempt) {
        String delivered = attempt.text("送达日");
        boolean early = delivered.compareTo(dossier.root().day().toString()) < 0;
        return !delivered.isEmpty() && early
                ? Optional.of(new EntryCheck.Fault("送达日", "送达日早于登记的那天，核对日期"))
                : Optional.empty();
    }

    private static boolean isSilent(Attempt attempt, String field) {
        return attempt.typed().containsKey(field) && attempt.text(field).isEmpty();
    }

    /// Whoever the rule does not name grants nothing, and nobody takes back what another recorded.
    private List<EntryCheck.Fault> extensionFaults(Attempt attempt) {
        boolean grants = attempt.act() == DossierAct.EXTENSION;
        String most = extending.days();
        if (grants
                && !most.isEmpty()
                && Integer.parseInt(attempt.text("限")) > Integer.parseInt(most)) {
            return List.of(new EntryCheck.Fault("限", "一次至多延" + most + "日，依" + extending.rule()));
        }
        if (grants && !extending.approvers().contains(attempt.text("批"))) {
            String named =
                    extending.approvers().stream()
                            .map(saying::who)
                            .collect(Collectors.joining("、"));
            return List.of(
                    new EntryCheck.Fault(
                            "批",
                            named.isEmpty()
                                    ? "认不出由谁批准，依" + extending.rule()
                                    : "只能由" + named + "批准，依" + extending.rule()));
        }
        if (grants && extending.isNotified() && !attempt.text("告知").equals("是")) {
            return List.of(new EntryCheck.Fault("告知", "告知来件人以后再记，没有告知的延期不算"));
        }
        boolean own =
                extending.recorded().stream()
                        .map(made -> String.valueOf(made.number()))
                        .anyMatch(attempt.text("原")::equals);
        return attempt.act() == DossierAct.EXTENSION_WITHDRAWAL && !own
                ? List.of(new EntryCheck.Fault("原", "选一笔你的岗位记下的延期"))
                : List.of();
    }

    /// As the desk of the act labels it.
    private static String label(DossierAct act, String field) {
        return switch (act) {
            case RETURN -> "还差什么";
            case REOPENING -> "怎么复发的";
            case MEASURE -> "措施";
            case RECTIFICATION -> "整改情况";
            case RECHECK -> "是否合格";
            case ACCEPTANCE -> "是否受理";
            case SATISFACTION -> "来件人满意";
            case REPLY -> field.equals("书面") ? "书面答复" : field;
            case FEEDBACK -> field.equals("情况") ? "办理情况" : field;
            case EXTENSION -> field.equals("限") ? "延多少日" : "谁批准";
            case EXTENSION_WITHDRAWAL -> field.equals("原") ? "撤销哪一笔" : "理由";
            case COMPLETION, VERIFICATION, CLOSURE, ACKNOWLEDGEMENT, CONCLUSION -> field;
        };
    }

    private static List<String> wanted(DossierAct act) {
        return switch (act) {
            case COMPLETION -> List.of("原因", "责任人", "期限");
            case MEASURE -> List.of("内容");
            case RECTIFICATION -> List.of("情况");
            case VERIFICATION -> List.of("结论");
            case RECHECK -> List.of("合格");
            case REOPENING -> List.of("由");
            case ACCEPTANCE -> List.of("受理否");
            case REPLY -> List.of("送达日", "书面");
            case EXTENSION -> List.of("限", "批");
            case EXTENSION_WITHDRAWAL -> List.of("原", "因");
            case FEEDBACK -> List.of("结果", "情况");
            case RETURN -> List.of("由");
            case SATISFACTION -> List.of("满意");
            case CLOSURE, ACKNOWLEDGEMENT, CONCLUSION -> List.of();
        };
    }

    private static Optional<EntryCheck.Fault> isDay(Attempt attempt, String field) {
        String text = attempt.text(field);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            LocalDate.parse(text);
            return Optional.empty();
        } catch (java.time.DateTimeException unreadable) {
            return Optional.of(new EntryCheck.Fault(field, "“" + field + "”写成2026-06-24这样的日期"));
        }
    }

    Draft draft(Attempt attempt) {
        Map<String, Content> fields = new LinkedHashMap<>();
        switch (attempt.act()) {
            case COMPLETION -> complete(attempt, fields);
            case MEASURE -> {
                put(fields, "问题", number());
                copy(attempt, fields, "内容", "责任人", "期限");
            }
            case RECTIFICATION -> {
                put(fields, "问题", number());
                put(fields, "人", recorder.post());
                copy(attempt, fields, "情况");
            }
            case VERIFICATION -> {
                put(fields, "人", recorder.post());
                copy(attempt, fields, "整改", "结论", Desks.REASON);
            }
            case CLOSURE -> {
                put(fields, "人", recorder.post());
                put(fields, "问题", number());
                copy(attempt, fields, "验收");
            }
            case RECHECK -> recheck(attempt, fields);
            case REOPENING -> {
                put(fields, "问题", number());
                copy(attempt, fields, "由");
            }
            case ACCEPTANCE -> {
                put(fields, "件", number());
                put(fields, "机构", dossier.body().orElse(body));
                copy(attempt, fields, "受理否", Desks.REASON, "告知");
            }
            case REPLY -> reply(attempt, fields);
            case EXTENSION -> extend(attempt, fields);
            case EXTENSION_WITHDRAWAL -> copy(attempt, fields, "原", "因");
            case ACKNOWLEDGEMENT, FEEDBACK, CONCLUSION, RETURN -> {
                put(fields, "交办", number());
                put(fields, "人", recorder.post());
                copy(attempt, fields, "反馈", "结果", "情况", "由");
            }
            case SATISFACTION -> {
                Map<String, Content> changes = new LinkedHashMap<>();
                copy(attempt, changes, "满意");
                put(fields, "原", String.valueOf(dossier.last("答复").orElseThrow().number()));
                fields.put("改", new Content.Group(changes));
                put(fields, "因", "回访");
            }
        }
        if (!attempt.files().isEmpty()) {
            fields.put(
                    Desks.FILES,
                    new Content.Series(
                            attempt.files().stream().<Content>map(Content.Text::new).toList()));
        }
        Map<String, Content> classed = classed(attempt.act().recordType(), fields);
        return new Draft(
                attempt.act().recordType(),
                new Occurred(
                        now.toLocalDate(),
                        Optional.of(now.toLocalTime().truncatedTo(ChronoUnit.SECONDS))),
                recorder,
                EntryMode.DONE,
                new Content.Group(fields),
                classed);
    }

    /// Takes what the vocabulary classes out of the fields.
    private Map<String, Content> classed(String type, Map<String, Content> fields) {
        Map<String, Content> classed = new LinkedHashMap<>();
        vocabulary.recordType(type).stream()
                .flatMap(known -> known.fields().values().stream())
                .filter(field -> field.fieldClass().isClassed())
                .map(RecordType.Field::name)
                .forEach(
                        name ->
                                Optional.ofNullable(fields.remove(name))
                                        .ifPresent(value -> classed.put(name, value)));
        return classed;
    }

    private void complete(Attempt attempt, Map<String, Content> fields) {
        Map<String, Content> changes = new LinkedHashMap<>();
        copy(attempt, changes, "责任单位", "原因", "责任人", "期限");
        put(fields, "原", number());
        fields.put("改", new Content.Group(changes));
        put(fields, "因", "补填");
    }

    private void recheck(Attempt attempt, Map<String, Content> fields) {
        put(fields, "机构", body);
        put(fields, "类", "回头看");
        fields.put("人", new Content.Series(List.of(new Content.Text(recorder.post()))));
        dossier.body().ifPresent(looked -> put(fields, "对象", looked));
        put(fields, "问题", number());
        copy(attempt, fields, "合格", Desks.FOUND);
    }

    private void reply(Attempt attempt, Map<String, Content> fields) {
        put(fields, "件", number());
        put(fields, "机构", dossier.body().orElse(body));
        put(fields, "类", "处理意见");
        fields.put("人", new Content.Series(List.of(new Content.Text(recorder.post()))));
        copy(attempt, fields, Desks.SAID, "送达日", "书面", "满意");
    }

    private void extend(Attempt attempt, Map<String, Content> fields) {
        Verdict verdict =
                extending
                        .verdict()
                        .orElseThrow(() -> new IllegalStateException("nothing to extend"));
        ObligationKey key = verdict.obligation().key();
        put(fields, "编号", key.institution());
        put(fields, "号", key.duty());
        if (verdict.obligation().occasion() instanceof Occasion.OnRecord occasion) {
            put(fields, "件", occasion.code().substring(1));
        }
        put(fields, "限", attempt.text("限") + "日");
        copy(attempt, fields, "批", "告知");
    }

    private String number() {
        return String.valueOf(dossier.number());
    }

    private static void put(Map<String, Content> fields, String name, String text) {
        fields.put(name, new Content.Text(text));
    }

    private static void copy(Attempt attempt, Map<String, Content> fields, String... names) {
        for (String name : names) {
            String text = attempt.text(name);
            if (!text.isEmpty()) {
                put(fields, name, text);
            }
        }
    }
}
