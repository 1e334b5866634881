package org.mingze.duty.entering;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mingze.duty.showing.Acting;
import org.mingze.institution.RecordType;
import org.mingze.institution.expression.Type;
import org.mingze.institution.expression.Type.Simple;
import org.mingze.institution.expression.Value;
import org.mingze.journal.Content;
import org.mingze.organization.Post;
import org.mingze.work.Knowledge;
import org.mingze.work.Records;
import org.mingze.work.WorkRecord;

/// 先填好的 — what a form need not ask: the acting body and post, and who took part the last time.
final class EntryDefaults {
    private static final int DAYS_BACK = 200;
    private static final String STATE = "态";
    private static final String CHAIR = "主持";

    private EntryDefaults() {}

    static Content.Group of(Knowledge known, RecordType type, Acting acting, LocalDate day) {
        Map<String, Content> answers = new LinkedHashMap<>();
        Optional<WorkRecord> last = last(known, type, acting, day);
        for (RecordType.Field field : type.fields().values()) {
            if (field.type() == Simple.BODY && field.required() && !acting.body().isEmpty()) {
                answers.put(field.name(), new Content.Text(acting.body()));
            } else if (field.type() == Simple.POST && field.name().equals(CHAIR)) {
                chair(known, last, acting, day)
                        .ifPresent(post -> answers.put(CHAIR, new Content.Text(post)));
            } else if (field.type() == Simple.POST && isOwnAct(type, field)) {
                answers.put(field.name(), new Content.Text(acting.post()));
            } else if (isAttendance(field)) {
                last.flatMap(record -> record.field(field.name()))
                        .map(value -> ValueContent.of(present(value, field.type())))
                        .ifPresent(value -> answers.put(field.name(), value));
            }
        }
        return new Content.Group(answers);
    }

    /// Whoever was in the chair the last time and still holds a post, or the head of the body; not
    /// whoever writes it down.
    private static Optional<String> chair(
            Knowledge known, Optional<WorkRecord> last, Acting acting, LocalDate day) {
        return last.flatMap(record -> record.field(CHAIR))
                .filter(Value.Reference.class::isInstance)
                .map(chaired -> ((Value.Reference) chaired).code())
                .filter(post -> known.organization().post(post, day).isPresent())
                .or(() -> known.organization().headPost(acting.body(), day).map(Post::code));
    }

    /// The latest record of this type that the acting post or its body made of the acting body,
    /// where such a record names one.
    private static Optional<WorkRecord> last(
            Knowledge known, RecordType type, Acting acting, LocalDate day) {
        Value body = Value.Reference.body(acting.body());
        List<String> bodies =
                type.fields().values().stream()
                        .filter(field -> field.type() == Simple.BODY && field.required())
                        .map(RecordType.Field::name)
                        .toList();
        return new OwnRecords(known, acting, day.minusDays(DAYS_BACK), day)
                .of(type).stream()
                        .filter(
                                record ->
                                        bodies.stream()
                                                .allMatch(
                                                        name ->
                                                                record.field(name)
                                                                        .filter(body::equals)
                                                                        .isPresent()))
                        .max(Records.ORDER);
    }

    /// Who took part the last time, each with the first word of the list, as if all were there.
    private static Value present(Value people, Type type) {
        if (people instanceof Value.Series(List<Value> items)
                && type instanceof Type.ListOf(Type.Structure(Map<String, Type> inner))
                && inner.get(STATE) instanceof Type.Choice(String _, List<String> words)) {
            Value there = new Value.Text(words.getFirst());
            return new Value.Series(items.stream().map(item -> present(item, there)).toList());
        }
        return people;
    }

    private static Value present(Value person, Value there) {
        if (!(person instanceof Value.Group(Map<String, Value> fields))) {
            return person;
        }
        Map<String, Value> changed = new LinkedHashMap<>(fields);
        changed.put(STATE, there);
        return new Value.Group(changed);
    }

    private static boolean isOwnAct(RecordType type, RecordType.Field field) {
        return field.required() && type.owner().equals(field.name());
    }

    /// A list of people, or of people with their attendance.
    private static boolean isAttendance(RecordType.Field field) {
        if (field.fieldClass().isClassed()
                || !(field.type() instanceof Type.ListOf(Type element))) {
            return false;
        }
        return element == Simple.PERSON
                || (element instanceof Type.Structure(var inner)
                        && inner.keySet().containsAll(List.of("人", STATE)));
    }
}
