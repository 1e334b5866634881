package org.mingze.journal.proof;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mingze.journal.CanonicalJson;
import org.mingze.journal.Content;
import org.mingze.journal.Digest;

/// 有证之账 — an entry as it was hashed, and the hashes that lead from it to a root.
public record Proven(long number, String line, List<Digest> path) {
    public Proven {
        path = List.copyOf(path);
    }

    public String text() {
        Map<String, Content> fields = new LinkedHashMap<>();
        fields.put("号", new Content.Text(Long.toString(number)));
        fields.put("行", new Content.Text(line));
        fields.put(
                "路",
                new Content.Series(
                        path.stream()
                                .<Content>map(digest -> new Content.Text(digest.toString()))
                                .toList()));
        return CanonicalJson.write(new Content.Group(fields));
    }

    /// Reads what [#text] wrote.
    ///
    /// @throws IllegalArgumentException if the text is no such line
    public static Proven parse(String text) {
        try {
            if (!(CanonicalJson.read(text) instanceof Content.Group group)
                    || !(group.fields().get("路") instanceof Content.Series(List<Content> items))) {
                throw new IllegalArgumentException("缺 号、行、路 之一");
            }
            List<Digest> path = new ArrayList<>();
            for (Content item : items) {
                if (item instanceof Content.Text(String digest)) {
                    path.add(Digest.parse(digest));
                }
            }
            return new Proven(
                    Long.parseLong(group.text("号").orElse("")), group.text("行").orElse(""), path);
        } catch (CanonicalJson.Fault fault) {
            throw new IllegalArgumentException(String.valueOf(fault.getMessage()), fault);
        }
    }
}
