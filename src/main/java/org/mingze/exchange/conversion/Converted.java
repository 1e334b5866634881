package org.mingze.exchange.conversion;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.mingze.journal.CanonicalJson;
import org.mingze.journal.Content;
import org.mingze.journal.Digest;
import org.mingze.journal.Draft;

/// 换算结果 — what a row says.
public sealed interface Converted {
    /// A record that is to enter; where it follows a row of the same file, that row's 编号 stands.
    record Fresh(Draft draft, Optional<String> key) implements Converted {
        /// The same for rows that say the same.
        public Digest digest() {
            Map<String, Content> fields = new LinkedHashMap<>();
            fields.put("类", new Content.Text(draft.kind()));
            fields.put("业", new Content.Text(draft.occurred().toString()));
            fields.put("容", draft.content());
            fields.put("密", new Content.Group(draft.classed()));
            String line = CanonicalJson.write(new Content.Group(fields));
            return Digest.of(line.getBytes(StandardCharsets.UTF_8));
        }

        /// The 编号 of the rows of the file that it follows.
        public Set<String> links() {
            Set<String> links = new LinkedHashSet<>();
            draft(
                    key -> {
                        links.add(key);
                        return key;
                    });
            return links;
        }

        /// The draft with the numbers of the rows that it follows.
        public Draft draft(Function<String, String> numbers) {
            Map<String, Content> classed = new LinkedHashMap<>();
            draft.classed().forEach((name, value) -> classed.put(name, with(value, numbers)));
            return new Draft(
                    draft.kind(),
                    draft.occurred(),
                    draft.recorder(),
                    draft.mode(),
                    (Content.Group) with(draft.content(), numbers),
                    classed);
        }

        private static Content with(Content content, Function<String, String> numbers) {
            return switch (content) {
                case Content.Text(String text) ->
                        !text.isEmpty() && text.charAt(0) == CellConversion.ROW
                                ? new Content.Text(numbers.apply(text.substring(1)))
                                : content;
                case Content.Series(List<Content> items) ->
                        new Content.Series(
                                items.stream().map(item -> with(item, numbers)).toList());
                case Content.Group(Map<String, Content> fields) -> {
                    Map<String, Content> changed = new LinkedHashMap<>();
                    fields.forEach((name, value) -> changed.put(name, with(value, numbers)));
                    yield new Content.Group(changed);
                }
            };
        }
    }

    /// A row that names a record of the journal, with what it says of it.
    ///
    /// @param column where the number stands
    record Known(long number, int column, Draft draft, Optional<String> key) implements Converted {}

    /// A row with cells to mend.
    ///
    /// @param sound what the other cells say; empty of a row that names a record
    record Faulty(List<RowProblem> problems, Optional<Fresh> sound) implements Converted {
        public Faulty {
            problems = List.copyOf(problems);
        }
    }
}
