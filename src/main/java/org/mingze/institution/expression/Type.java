package org.mingze.institution.expression;

import java.util.AbstractList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mingze.calendar.SpanUnit;

/// 型 — what a field or an expression may hold.
public sealed interface Type {
    enum Simple implements Type {
        TRUTH("真假"),
        INTEGER("整"),
        NUMBER("数"),
        MONEY("钱"),
        DURATION("时长"),
        DAY("日"),
        MOMENT("时"),
        TEXT("文"),
        PERSON("人"),
        POST("岗"),
        BODY("机构"),
        EVIDENCE("证"),
        PERIOD("期");

        private final String word;

        Simple(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /// 时长 counted in a unit that the file tells; `Simple.DURATION` is one whose unit only the
    /// value tells.
    record DurationOf(SpanUnit unit) implements Type {}

    /// 词(list): one of the words of a choice list.
    record Choice(String list, List<String> words) implements Type {
        public Choice {
            words = new Words(words);
        }

        /// The value that a word of the list stands for; empty if it is none of them.
        public Optional<Value> value(String word) {
            return Optional.ofNullable(((Words) words).values.get(word));
        }

        /// The words in their order, each found at once.
        private static final class Words extends AbstractList<String> {
            private final List<String> words;
            private final Map<String, Value> values = new HashMap<>();

            Words(List<String> given) {
                words = List.copyOf(given);
                words.forEach(word -> values.put(word, new Value.Text(word)));
            }

            @Override
            public String get(int index) {
                return words.get(index);
            }

            @Override
            public int size() {
                return words.size();
            }

            @Override
            public boolean contains(Object word) {
                return values.containsKey(word);
            }
        }
    }

    /// 录(A|B): a record of one of these types; no name means any type.
    record RecordOf(Set<String> names) implements Type {
        public RecordOf {
            names = Set.copyOf(names);
        }
    }

    record ListOf(Type element) implements Type {}

    record Structure(Map<String, Type> fields) implements Type {
        public Structure {
            fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        }
    }
}
