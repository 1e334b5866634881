package org.mingze.work;

import java.util.List;
import java.util.Optional;
import org.mingze.web.Field;
import org.mingze.web.Link;
import org.mingze.web.Refusal;

/// 记一笔页 — one form for one record, and beside it what the record will count for.
///
/// @param send   where the form is sent; `again` in the request means show it again
/// @param count  where the counts panel is asked for
/// @param hidden names and values that travel with the form: type, the record followed, a send key
/// @param fields what is asked first
/// @param folded what may be left as it is, under 补充
public record EntryPage(
        List<Link> crumbs,
        String title,
        List<Kind> kinds,
        String send,
        String count,
        List<Hidden> hidden,
        List<Field> fields,
        List<Field> folded,
        String foldedWords,
        String sendWord,
        Optional<Refusal> refusal,
        CountsPanel counts) {
    /// 类型 — a record type to choose, by link.
    public record Kind(String word, String href, boolean chosen) {}

    public record Hidden(String name, String value) {}

    public EntryPage {
        crumbs = List.copyOf(crumbs);
        kinds = List.copyOf(kinds);
        hidden = List.copyOf(hidden);
        fields = List.copyOf(fields);
        folded = List.copyOf(folded);
    }

    /// Every field with a fault, for the summary that takes the focus.
    public List<Field> faults() {
        return java.util.stream.Stream.concat(fields.stream(), folded.stream())
                .flatMap(EntryPage::withInner)
                .filter(Field::hasFault)
                .toList();
    }

    public boolean foldedNeedsCare() {
        return folded.stream().flatMap(EntryPage::withInner).anyMatch(Field::hasFault);
    }

    private static java.util.stream.Stream<Field> withInner(Field field) {
        java.util.stream.Stream<Field> inner =
                switch (field.control()) {
                    case Field.Control.Rows rows -> rows.rows().stream().flatMap(List::stream);
                    case Field.Control.Group group -> group.fields().stream();
                    case Field.Control.Line _,
                            Field.Control.Area _,
                            Field.Control.Choices _,
                            Field.Control.Menu _,
                            Field.Control.Several _,
                            Field.Control.Lines _,
                            Field.Control.Files _ ->
                            java.util.stream.Stream.empty();
                };
        return java.util.stream.Stream.concat(
                java.util.stream.Stream.of(field), inner.flatMap(EntryPage::withInner));
    }
}
