package org.mingze.institution;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mingze.institution.expression.Type;
import org.mingze.institution.expression.Type.Simple;

/// 记录类型 — the declared form of one kind of record.
///
/// @param english identifier used in URLs and SQL: Study
/// @param owner   归: the field that says whose act it is, or 任 for anybody's
public record RecordType(String name, String english, String owner, Map<String, Field> fields) {
    public static final String ANYBODY = "任";

    /// What every record has beside its own fields: when it occurred, when and by whom it was
    /// recorded, and by how many days late.
    public static final Map<String, Type> EVERY_RECORD = everyRecord();

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
            List<String> followingPaths) {
        public Field {
            followingPaths = List.copyOf(followingPaths);
        }

        /// Whether it names a body, a post or a person, or several.
        public boolean namesActor() {
            Type element = type instanceof Type.ListOf(Type inner) ? inner : type;
            return element == Simple.BODY || element == Simple.POST || element == Simple.PERSON;
        }
    }

    public Optional<Field> field(String field) {
        return Optional.ofNullable(fields.get(field));
    }

    /// The type of a field, 日 时 录时 迟录 录者 included.
    public Optional<Type> typeOf(String field) {
        Field own = fields.get(field);
        return own != null ? Optional.of(own.type()) : Optional.ofNullable(EVERY_RECORD.get(field));
    }

    /// Every name that `typeOf` knows.
    public Set<String> fieldNames() {
        Set<String> names = new LinkedHashSet<>(fields.keySet());
        names.addAll(EVERY_RECORD.keySet());
        return names;
    }

    /// The paths of all fields by which records of this type follow others: `件`, `议程.事项`.
    public List<String> followingPaths() {
        return fields.values().stream().flatMap(field -> field.followingPaths().stream()).toList();
    }

    private static Map<String, Type> everyRecord() {
        Map<String, Type> types = new LinkedHashMap<>();
        types.put("日", Simple.DAY);
        types.put("时", Simple.MOMENT);
        types.put("录时", Simple.MOMENT);
        types.put("迟录", Simple.INTEGER);
        types.put("录者", Simple.PERSON);
        return Collections.unmodifiableMap(types);
    }
}
