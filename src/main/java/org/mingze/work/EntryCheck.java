package org.mingze.work;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.mingze.institution.RecordReader;
import org.mingze.institution.RecordType;
import org.mingze.institution.expression.Type;
import org.mingze.institution.expression.Value;
import org.mingze.journal.Content;
import org.mingze.journal.Draft;
import org.mingze.journal.secrecy.SecrecyMark;
import org.mingze.organization.Organization;

/// 入账检查 — whether a draft can be a true entry at all: its day, its fields, whom and what it cites.
/// What the institutions say to it comes after.
public final class EntryCheck {
    private EntryCheck() {}

    /// 差错 — a field, and what to do about it; an empty field means the entry as a whole.
    public record Fault(String field, String sentence) {}

    /// Every fault at once; none for a draft that may enter. Acts on bodies, posts and who holds
    /// them may be dated ahead; everything else has happened.
    public static List<Fault> faults(Knowledge known, Draft draft, LocalDate today) {
        List<Fault> faults = new ArrayList<>();
        boolean ahead = Organization.isOrganizationAct(draft.kind());
        if (!ahead && draft.occurred().day().isAfter(today)) {
            faults.add(
                    new Fault(
                            "日",
                            "写明发生日期，不能晚于今天（"
                                    + today.getMonthValue()
                                    + "月"
                                    + today.getDayOfMonth()
                                    + "日）"));
        }
        switch (draft.kind()) {
            case "更正" -> faults.addAll(correction(known, draft));
            case "撤销" -> faults.addAll(original(known, draft));
            case String act when ActCheck.knows(act) ->
                    faults.addAll(ActCheck.faults(known, draft));
            case String act when EnactmentCheck.knows(act) ->
                    faults.addAll(EnactmentCheck.faults(known, draft));
            default ->
                    Optional.ofNullable(known.rules().vocabulary().recordTypes().get(draft.kind()))
                            .ifPresent(type -> faults.addAll(record(known, draft, type)));
        }
        return faults;
    }

    private static List<Fault> record(Knowledge known, Draft draft, RecordType type) {
        Map<String, Content> fields = new java.util.LinkedHashMap<>(draft.content().fields());
        fields.putAll(draft.classed());
        List<Fault> marked = marked(fields);
        if (!marked.isEmpty()) {
            return marked;
        }
        return read(
                known,
                type,
                RecordReader.read(type, new Content.Group(fields), strict(known, draft, type)));
    }

    /// What bears a mark of secrecy does not enter: the system holds nothing that is classified.
    private static List<Fault> marked(Map<String, Content> fields) {
        return fields.entrySet().stream()
                .filter(field -> isMarked(field.getValue()))
                .map(field -> new Fault(field.getKey(), "标有密级的内容不得录入：删去，按保密规定另办"))
                .toList();
    }

    private static boolean isMarked(Content content) {
        return switch (content) {
            case Content.Text(String text) -> SecrecyMark.isStarred(text);
            case Content.Series(List<Content> items) ->
                    items.stream().anyMatch(EntryCheck::isMarked);
            case Content.Group(Map<String, Content> fields) ->
                    fields.values().stream().anyMatch(EntryCheck::isMarked);
        };
    }

    private static List<Fault> correction(Knowledge known, Draft draft) {
        List<Fault> faults = original(known, draft);
        if (!faults.isEmpty()) {
            return faults;
        }
        RecordHistory history = history(known, draft).orElseThrow();
        RecordType type = history.original().type();
        Content.Group changes = changes(draft);
        if (changes.fields().isEmpty()) {
            return List.of(new Fault("改", "写明改哪一项、改成什么"));
        }
        List<Fault> marked = marked(changes.fields());
        if (!marked.isEmpty()) {
            return marked;
        }
        if (draft.content().text("因").filter(text -> !text.isBlank()).isEmpty()) {
            return List.of(new Fault("因", "写明更正的理由"));
        }
        return read(
                known, type, RecordReader.readChange(type, changes, strict(known, draft, type)));
    }

    /// 改 stands among the classed values when one of the fields that it changes is classed.
    private static Content.Group changes(Draft draft) {
        Content classed = draft.classed().get("改");
        Content written =
                classed == null ? draft.content().get("改").orElse(Content.Group.EMPTY) : classed;
        return written instanceof Content.Group group ? group : Content.Group.EMPTY;
    }

    private static List<Fault> original(Knowledge known, Draft draft) {
        Optional<RecordHistory> history = history(known, draft);
        String number = draft.content().text("原").orElse("");
        Optional<String> kept = history.isPresent() ? Optional.empty() : lasting(known, number);
        if (kept.isPresent()) {
            return List.of(new Fault("原", "第" + number + "号是" + kept.get()));
        }
        if (history.isEmpty()) {
            boolean act =
                    draft.kind().equals("撤销")
                            && number.matches("\\d{1,18}")
                            && known.kindOf(Long.parseLong(number)).isPresent();
            return act ? List.of() : List.of(new Fault("原", "账上没有第" + number + "号，核对编号"));
        }
        return history.get().isWithdrawn()
                ? List.of(new Fault("原", "第" + number + "号已撤销，不能再改"))
                : new ArrayList<>();
    }

    /// Why an act is never as if it had not been; empty for those that may be withdrawn.
    private static Optional<String> lasting(Knowledge known, String number) {
        if (!number.matches("\\d{1,18}")) {
            return Optional.empty();
        }
        return switch (known.kindOf(Long.parseLong(number)).orElse("")) {
            case "月结" -> Optional.of("月结，不能撤销：差异由以后的账目写成调整");
            case "上报汇总", "停报汇总" -> Optional.of("上报汇总的起止，不能撤销：要停就停报，要再报就再报");
            default -> Optional.empty();
        };
    }

    private static Optional<RecordHistory> history(Knowledge known, Draft draft) {
        return draft.content()
                .text("原")
                .filter(text -> text.matches("\\d{1,18}"))
                .flatMap(text -> known.records().history(Long.parseLong(text)));
    }

    private static List<Fault> read(Knowledge known, RecordType type, RecordReader.Read read) {
        return switch (read) {
            case RecordReader.Read.Faulty(List<RecordReader.Fault> found, var sound) ->
                    Stream.concat(
                                    found.stream()
                                            .map(
                                                    fault ->
                                                            new Fault(
                                                                    fault.field(),
                                                                    fault.sentence())),
                                    citations(known, type, sound))
                            .toList();
            case RecordReader.Read.Sound(Map<String, Value> fields) ->
                    citations(known, type, fields).toList();
        };
    }

    private static Stream<Fault> citations(
            Knowledge known, RecordType type, Map<String, Value> fields) {
        return fields.entrySet().stream()
                .flatMap(
                        field ->
                                citations(
                                        known,
                                        type,
                                        field.getKey(),
                                        field.getValue(),
                                        type.typeOf(field.getKey()).orElse(Type.Simple.TEXT))
                                        .stream());
    }

    /// Records that are cited must be on the journal, not withdrawn, and of a type that may stand
    /// there.
    private static List<Fault> citations(
            Knowledge known, RecordType record, String field, Value value, Type type) {
        List<Fault> faults = new ArrayList<>();
        switch (value) {
            case Value.Link(long number) -> {
                Optional<WorkRecord> cited = known.records().find(number);
                if (cited.isEmpty()) {
                    faults.add(
                            new Fault(
                                    field,
                                    "“" + record.label(field) + "”引的第" + number + "号不在账上，核对编号"));
                } else if (type instanceof Type.RecordOf(var names)
                        && !names.isEmpty()
                        && !names.contains(cited.get().type().name())) {
                    faults.add(
                            new Fault(
                                    field,
                                    "“"
                                            + record.label(field)
                                            + "”要引"
                                            + String.join("或", names)
                                            + "，第"
                                            + number
                                            + "号是"
                                            + cited.get().type().name()));
                }
            }
            case Value.Series(List<Value> items) -> {
                Type element = type instanceof Type.ListOf(Type inner) ? inner : type;
                items.forEach(
                        item -> faults.addAll(citations(known, record, field, item, element)));
            }
            case Value.Group(Map<String, Value> fields) ->
                    fields.forEach(
                            (name, inner) ->
                                    faults.addAll(
                                            citations(
                                                    known,
                                                    record,
                                                    field + "." + name,
                                                    inner,
                                                    type instanceof Type.Structure(var inside)
                                                            ? inside.getOrDefault(
                                                                    name, Type.Simple.TEXT)
                                                            : Type.Simple.TEXT)));
            case Value _ -> {}
        }
        return faults;
    }

    /// Bodies and posts must exist on the day; people must be registered, save in classed fields.
    private static RecordReader.Resolver strict(Knowledge known, Draft draft, RecordType type) {
        Organization organization = known.organization();
        LocalDate day = draft.occurred().day();
        boolean anybody =
                type.fields().values().stream()
                        .anyMatch(
                                field ->
                                        field.fieldClass().isClassed()
                                                && field.type() == Type.Simple.PERSON);
        return (kind, text) ->
                switch (kind) {
                    case BODY -> organization.findBody(text, day);
                    case POST -> organization.findPost(text, day);
                    case PERSON -> {
                        Optional<String> person = organization.findPerson(text);
                        yield person.isEmpty() && anybody ? Optional.of(text) : person;
                    }
                };
    }
}
