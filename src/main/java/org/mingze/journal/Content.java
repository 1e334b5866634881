package org.mingze.journal;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// 内容 — a tree whose every scalar is text; a reader types it by the slot in which it stands.
///
/// Journal entries, record fields and case lines are all written in it, so that what is hashed is
/// exactly what was written.
public sealed interface Content {
    record Text(String value) implements Content {}

    record Series(List<Content> items) implements Content {
        public Series {
            items = List.copyOf(items);
        }
    }

    record Group(Map<String, Content> fields) implements Content {
        public static final Group EMPTY = new Group(Map.of());

        public Group {
            fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        }

        public Optional<Content> get(String name) {
            return Optional.ofNullable(fields.get(name));
        }

        /// The text under `name`; empty when it is absent or is not a text.
        public Optional<String> text(String name) {
            return fields.get(name) instanceof Text(String value)
                    ? Optional.of(value)
                    : Optional.empty();
        }
    }
}
