package org.mingze.institution;

import java.util.AbstractMap;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.mingze.institution.expression.Type;
import org.mingze.institution.expression.Type.Simple;
import org.mingze.institution.expression.Value;

/// 记录类型 — the declared form of one kind of record.
///
/// @param english identifier used in URLs and SQL: Study
/// @param owner   归: the field that says whose act it is, or 任 for anybody's
/// @param towards 对: the field that says towards whom it is; without it, any field that names
///                somebody
/// @param form    表单: what the fields are called, and what is asked for
public record RecordType(
        String name,
        String english,
        String owner,
        Optional<String> towards,
        Map<String, Field> fields,
        RecordForm form) {
    public static final String ANYBODY = "任";

    /// What every record has beside its own fields: when it occurred, when and by whom it was
    /// recorded, and by how many days late.
    public static final Map<String, Type> EVERY_RECORD = everyRecord();

    public RecordType {
        fields = new Layout(fields);
    }

    public RecordType(String name, String english, String owner, Map<String, Field> fields) {
        this(name, english, owner, Optional.empty(), fields, RecordForm.PLAIN);
    }

    /// The same with fields that an institution adds, and what it calls them.
    public RecordType with(Map<String, Field> more, RecordForm added) {
        return new RecordType(name, english, owner, towards, more, form.and(added));
    }

    /// What a field is called where people read it, by its path.
    public String label(String path) {
        return form.label(path);
    }

    /// 字段次第 — the fields in their order, and the place that each has in every record of the type.
    private static final class Layout extends AbstractMap<String, Field> {
        private final Map<String, Field> fields;
        private final Map<String, Integer> places = new HashMap<>();
        private final List<String> names;
        private final List<Field> actors;
        private final List<Field> required;
        private final boolean following;

        Layout(Map<String, Field> given) {
            fields = Collections.unmodifiableMap(new LinkedHashMap<>(given));
            names = List.copyOf(fields.keySet());
            for (int place = 0; place < names.size(); place++) {
                places.put(names.get(place), place);
            }
            actors = fields.values().stream().filter(Field::namesActor).toList();
            required = fields.values().stream().filter(Field::required).toList();
            following =
                    fields.values().stream()
                            .anyMatch(
                                    field -> field.follows() || !field.followingPaths().isEmpty());
        }

        @Override
        public @Nullable Field get(Object name) {
            return fields.get(name);
        }

        @Override
        public boolean containsKey(Object name) {
            return places.containsKey(name);
        }

        @Override
        public Set<Map.Entry<String, Field>> entrySet() {
            return fields.entrySet();
        }
    }

    /// 已填字段 — the filled fields of one record in the order of its type, which keeps their names.
    private static final class Filled extends AbstractMap<String, Value> {
        private final Layout layout;
        private final @Nullable Value[] values;

        Filled(Layout layout, @Nullable Value[] values) {
            this.layout = layout;
            this.values = values;
        }

        boolean isOf(Layout other) {
            return layout.names.equals(other.names);
        }

        @Override
        public @Nullable Value get(Object name) {
            Integer place = layout.places.get(name);
            return place == null ? null : values[place];
        }

        @Override
        public boolean containsKey(Object name) {
            return get(name) != null;
        }

        @Override
        public void forEach(BiConsumer<? super String, ? super Value> action) {
            for (int place = 0; place < values.length; place++) {
                Value value = values[place];
                if (value != null) {
                    action.accept(layout.names.get(place), value);
                }
            }
        }

        @Override
        public Set<Map.Entry<String, Value>> entrySet() {
            Map<String, Value> filled = new LinkedHashMap<>();
            for (int place = 0; place < values.length; place++) {
                Value value = values[place];
                if (value != null) {
                    filled.put(layout.names.get(place), value);
                }
            }
            return Collections.unmodifiableMap(filled).entrySet();
        }
    }

    /// The fields of one record, held small; fields that the type does not have are kept as well.
    public Map<String, Value> filled(Map<String, Value> given) {
        Layout layout = layout();
        if (given instanceof Filled filled && filled.isOf(layout)) {
            return given;
        }
        return layout.places.keySet().containsAll(given.keySet())
                ? over(new Value[layout.names.size()], given)
                : Collections.unmodifiableMap(new LinkedHashMap<>(given));
    }

    /// The same fields with some changed.
    public Map<String, Value> changed(Map<String, Value> fields, Map<String, Value> changes) {
        if (fields instanceof Filled filled
                && filled.isOf(layout())
                && filled.layout.places.keySet().containsAll(changes.keySet())) {
            return over(filled.values.clone(), changes);
        }
        Map<String, Value> all = new LinkedHashMap<>(fields);
        all.putAll(changes);
        return filled(all);
    }

    private Map<String, Value> over(@Nullable Value[] values, Map<String, Value> changes) {
        Layout layout = layout();
        changes.forEach((name, value) -> values[layout.places.getOrDefault(name, 0)] = value);
        return new Filled(layout, values);
    }

    private Layout layout() {
        return (Layout) fields;
    }

    /// The fields that name a body, post or person, or several.
    public List<Field> actorFields() {
        return layout().actors;
    }

    /// The fields that say towards whom a record is.
    public List<Field> addressees() {
        return towards.map(name -> field(name).stream().toList()).orElseGet(this::actorFields);
    }

    /// The 必 fields.
    public List<Field> requiredFields() {
        return layout().required;
    }

    /// Whether records of this type may follow others.
    public boolean mayFollow() {
        return layout().following;
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
