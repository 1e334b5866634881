package org.mingze.institution;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.mingze.institution.expression.Type;

/// 记录类型 — the declared form of one kind of record.
///
/// @param english identifier used in URLs and SQL: Study
/// @param owner   归: the field that says whose act it is, or 任 for anybody's
public record RecordType(String name, String english, String owner, Map<String, Field> fields) {
    public static final String ANYBODY = "任";

    public RecordType {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /// 字段 — a field of a record type.
    ///
    /// @param required 必: entry is refused without it
    /// @param follows  承: the record follows the one that this field refers to; for a structure,
    ///                 the fields inside carry it (`议程.事项`), listed by path in `followingPaths`
    public record Field(
            String name,
            Type type,
            boolean required,
            boolean follows,
            FieldClass fieldClass,
            java.util.List<String> followingPaths) {}
}
