package org.mingze.work.form;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.mingze.institution.RecordType;
import org.mingze.institution.expression.Type;
import org.mingze.journal.Content;
import org.mingze.journal.Draft;
import org.mingze.organization.Body;
import org.mingze.organization.Post;
import org.mingze.work.Knowledge;
import org.mingze.work.Sight;

/// 归谁录 — whose record one with this content would be: the body that a field of it names, or that
/// of the post or the person it names.
public record RecordOwner(Knowledge known, RecordType type, Content.Group content, LocalDate day) {
    /// 责任单位, 责任人, 期限 — the fields that say who is to do it, and by when.
    private static final Set<String> TO_DO = Set.of("责任单位", "责任人", "期限");

    public static RecordOwner of(Knowledge known, RecordType type, Draft draft) {
        return new RecordOwner(known, type, draft.content(), draft.occurred().day());
    }

    /// Whether a field says who is to do it, or by when.
    public static boolean isToDo(String field) {
        return TO_DO.contains(field);
    }

    /// The code of the body; empty where the field is not filled or names none.
    public Optional<String> body(String field) {
        if (!(content.fields().get(field) instanceof Content.Text(String code))) {
            return Optional.empty();
        }
        Type of = type.field(field).map(RecordType.Field::type).orElse(Type.Simple.TEXT);
        if (of == Type.Simple.BODY) {
            return Optional.of(code);
        }
        if (of == Type.Simple.POST) {
            return known.organization().post(code, day).map(Post::body);
        }
        return of == Type.Simple.PERSON
                ? known.organization().postsOf(code, day).stream().findFirst().map(Post::body)
                : Optional.empty();
    }

    /// The same for what a body, a post or a person did, which is recorded there or above; what is
    /// still to be done about something found is recorded where it was found.
    public Optional<String> refused(Sight sight) {
        return isToDo(type.owner()) ? Optional.empty() : refused(type.owner(), sight);
    }

    /// Why the body that did it should record it itself, if this sight does not reach it.
    public Optional<String> refused(String field, Sight sight) {
        return body(field)
                .filter(body -> !sight.sees(body))
                .map(
                        body ->
                                known.organization()
                                                .lastBody(body, day)
                                                .map(Body::name)
                                                .orElse(body)
                                        + "，不归你现在的岗位录，由该单位录");
    }
}
