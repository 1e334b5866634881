package org.mingze.exchange;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.mingze.institution.RecordType;
import org.mingze.institution.expression.Type;
import org.mingze.journal.Content;
import org.mingze.journal.Draft;
import org.mingze.organization.Body;
import org.mingze.organization.Post;
import org.mingze.work.Knowledge;
import org.mingze.work.Sight;

/// Whose rows a post may hand in: those of its body and of the bodies below; the organization only
/// who sees the whole county.
record RowRights(Knowledge known, Sight sight) {
    /// Why not, if not.
    Optional<String> refused(RecordType type, Draft draft) {
        if (ImportTypes.isAct(type.name())) {
            return sight.everything() ? Optional.empty() : Optional.of("机构和岗位由县里录，把文件交给县里");
        }
        LocalDate day = draft.occurred().day();
        for (String field : List.of(type.owner(), "机构", "责任单位")) {
            Optional<String> body = body(type, draft, field, day);
            if (body.isPresent()) {
                return sight.sees(body.get())
                        ? Optional.empty()
                        : Optional.of(
                                "这一行归"
                                        + known.organization()
                                                .body(body.get(), day)
                                                .map(Body::name)
                                                .orElse(body.get())
                                        + "，不归你现在的岗位录，由该单位录");
            }
        }
        return Optional.empty();
    }

    boolean sees(String body) {
        return body.isEmpty() || sight.sees(body);
    }

    private Optional<String> body(RecordType type, Draft draft, String field, LocalDate day) {
        if (!(draft.content().fields().get(field) instanceof Content.Text(String code))) {
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
}
