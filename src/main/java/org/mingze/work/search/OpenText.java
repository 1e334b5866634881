package org.mingze.work.search;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.mingze.institution.RecordType;
import org.mingze.institution.expression.Value;
import org.mingze.organization.Body;
import org.mingze.organization.Organization;
import org.mingze.organization.Person;
import org.mingze.organization.Post;
import org.mingze.work.RecordTitles;
import org.mingze.work.WorkRecord;

/// 可查之文 — what of a record may be looked for, field by field: its title and whatever is of no
/// class. Values of class 个人 and 涉案 are never in it, for nobody.
public final class OpenText {
    private OpenText() {}

    /// The fields that hold words, in their order.
    public static Map<String, String> of(WorkRecord record, Organization organization) {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("题名", RecordTitles.of(record));
        for (RecordType.Field field : record.type().fields().values()) {
            Value value = record.fields().get(field.name());
            if (value != null && !field.fieldClass().isClassed()) {
                StringJoiner words = new StringJoiner("，");
                collect(value, record, organization, words);
                if (words.length() > 0) {
                    texts.put(field.name(), words.toString());
                }
            }
        }
        return texts;
    }

    private static void collect(
            Value value, WorkRecord record, Organization organization, StringJoiner words) {
        switch (value) {
            case Value.Text(String text) -> words.add(text);
            case Value.Series(List<Value> items) ->
                    items.forEach(item -> collect(item, record, organization, words));
            case Value.Group(Map<String, Value> fields) ->
                    fields.values().forEach(item -> collect(item, record, organization, words));
            case Value.Reference reference -> words.add(name(reference, record, organization));
            case Value _ -> {
                // numbers, days, links and files are not looked for by their words
            }
        }
    }

    private static String name(
            Value.Reference reference, WorkRecord record, Organization organization) {
        String code = reference.code();
        return switch (reference.kind()) {
            case BODY -> organization.lastBody(code, record.day()).map(Body::name).orElse(code);
            case POST -> organization.lastPost(code, record.day()).map(Post::name).orElse(code);
            case PERSON -> organization.person(code).map(Person::name).orElse(code);
        };
    }
}
