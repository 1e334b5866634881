package org.mingze.work;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mingze.institution.RecordType;
import org.mingze.institution.expression.Type;
import org.mingze.institution.expression.Value;

/// 题名 — what a record is called in a list: its first open text, else its kind, else its type.
public final class RecordTitles {
    private static final int LENGTH_MAX = 60;
    private static final Pattern SEED =
            Pattern.compile("抽签\\|([^|]+)\\|[^|]+\\|(\\d{1,3})\\|\\d+\\|[0-9a-f]{64}");

    private RecordTitles() {}

    public static String of(WorkRecord record) {
        Optional<String> text =
                Stream.of(decided(record), firstText(record).map(found -> drawn(found, record)))
                        .flatMap(Optional::stream)
                        .reduce((decided, reason) -> decided + "，" + reason);
        Optional<String> kind = firstChoice(record);
        String title =
                text.orElseGet(
                        () ->
                                kind.map(word -> called(word, firstInside(record)))
                                        .orElse(record.type().name()));
        return title.length() <= LENGTH_MAX ? title : title.substring(0, LENGTH_MAX - 1) + "…";
    }

    /// The kind before what stands inside, unless that begins with it.
    private static String called(String kind, String inside) {
        return inside.isEmpty() ? kind : inside.startsWith(kind) ? inside : kind + "：" + inside;
    }

    /// Whether it was accepted, which its reason alone leaves open.
    private static Optional<String> decided(WorkRecord record) {
        return record.fields().get("受理否") instanceof Value.Truth(boolean accepted)
                ? Optional.of(accepted ? "予以受理" : "不予受理")
                : Optional.empty();
    }

    private static Optional<String> firstText(WorkRecord record) {
        return record.type().fields().values().stream()
                .filter(field -> field.type() == Type.Simple.TEXT)
                .filter(field -> !field.fieldClass().isClassed())
                .map(field -> text(record.fields().get(field.name())))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /// What a draw keeps of its seed says little; what was drawn, from what and how many, says it.
    private static String drawn(String text, WorkRecord record) {
        Matcher seed = SEED.matcher(text);
        return seed.matches()
                ? "抽签：" + firstInside(record) + "，" + seed.group(1) + "里抽" + seed.group(2) + "个"
                : text;
    }

    private static Optional<String> firstChoice(WorkRecord record) {
        return record.type().fields().values().stream()
                .filter(field -> field.type() instanceof Type.Choice)
                .map(field -> text(record.fields().get(field.name())))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /// For a record without a text of its own, the first text inside its first list: 议程.名.
    private static String firstInside(WorkRecord record) {
        for (RecordType.Field field : record.type().fields().values()) {
            if (record.fields().get(field.name()) instanceof Value.Series series
                    && !series.items().isEmpty()
                    && series.items().getFirst() instanceof Value.Group(Map<String, Value> inner)) {
                Optional<String> name = text(inner.get("名"));
                if (name.isPresent()) {
                    return name.get();
                }
            }
        }
        return "";
    }

    private static Optional<String> text(@org.jspecify.annotations.Nullable Value value) {
        return value instanceof Value.Text(String text) && !text.isBlank()
                ? Optional.of(text)
                : Optional.empty();
    }
}
