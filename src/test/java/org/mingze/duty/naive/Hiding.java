package org.mingze.duty.naive;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.mingze.journal.Content;
import org.mingze.journal.Entry;

/// 隐去 — a journal without some of the fields that its records filled.
///
/// What 须齐, 已填 and evidence ask is presence itself, and what is not cited is not followed: those
/// fields are left alone.
final class Hiding {
    private static final Set<String> PRESENCE =
            Set.of("原因", "期限", "责任人", "材料", "件", "问题", "事", "缘", "项");

    private Hiding() {}

    static List<Entry> fields(List<Entry> journal, Random random) {
        Set<String> hidden = new HashSet<>();
        for (Entry entry : journal) {
            entry.content()
                    .fields()
                    .keySet()
                    .forEach(
                            field -> {
                                if (!PRESENCE.contains(field) && random.nextInt(4) == 0) {
                                    hidden.add(entry.number() + field);
                                }
                            });
        }
        return journal.stream().map(entry -> without(entry, hidden)).toList();
    }

    private static Entry without(Entry entry, Set<String> hidden) {
        Content.Group content = entry.content();
        if (RandomHistories.RECORDS.contains(entry.kind())) {
            content = without(content, Long.toString(entry.number()), hidden);
        } else if (entry.kind().equals("更正")
                && content.fields().get("改") instanceof Content.Group changes) {
            Map<String, Content> fields = new LinkedHashMap<>(content.fields());
            fields.put("改", without(changes, content.text("原").orElse(""), hidden));
            content = new Content.Group(fields);
        }
        return new Entry(
                entry.number(),
                entry.kind(),
                entry.occurred(),
                entry.recordedAt(),
                entry.recorder(),
                entry.mode(),
                content);
    }

    private static Content.Group without(Content.Group of, String number, Set<String> hidden) {
        Map<String, Content> fields = new LinkedHashMap<>(of.fields());
        fields.keySet().removeIf(field -> hidden.contains(number + field));
        return new Content.Group(fields);
    }
}
