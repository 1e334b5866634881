package org.mingze.institution.expression;

import java.util.Optional;
import java.util.Set;

/// 名 — what an expression may mention in its slot, and the types behind it; used when it is
// checked.
public interface Names {
    /// The type of a bare name (field, parameter, 此 其 起 期 本机构 …); empty if not visible here.
    Optional<Type> type(String name);

    /// Every visible bare name, for "did you mean".
    Set<String> visible();

    /// The type of a field of a record type, 日 时 录时 迟录 录者 included; empty if there is none.
    Optional<Type> field(String recordType, String field);

    Set<String> fields(String recordType);

    Set<String> recordTypes();
}
