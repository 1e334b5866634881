package org.mingze.exchange;

import java.util.List;
import java.util.Optional;
import org.mingze.institution.RecordType;
import org.mingze.journal.Draft;
import org.mingze.work.Knowledge;
import org.mingze.work.Sight;
import org.mingze.work.form.RecordOwner;

/// Whose rows a post may hand in: those of its body and of the bodies below; the organization only
/// who sees the whole county.
record RowRights(Knowledge known, Sight sight) {
    /// Why not, if not.
    Optional<String> refused(RecordType type, Draft draft) {
        if (ImportTypes.isAct(type.name())) {
            return sight.everything() ? Optional.empty() : Optional.of("机构和岗位由县里录，把文件交给县里");
        }
        RecordOwner owner = RecordOwner.of(known, type, draft);
        for (String field : List.of(type.owner(), "机构", "责任单位")) {
            if (owner.body(field).isPresent()) {
                return owner.refused(field, sight).map(why -> "这一行归" + why);
            }
        }
        return Optional.empty();
    }

    boolean sees(String body) {
        return body.isEmpty() || sight.sees(body);
    }
}
