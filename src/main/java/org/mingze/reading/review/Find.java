package org.mingze.reading.review;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// 读出 — one thing found in a document, by the reader or by a person: where it stands and what is
/// said of it.
///
/// @param from   a UTF-16 index into the text
/// @param to     exclusive
/// @param fields by name; one that is empty is not there
public record Find(FindKind kind, int from, int to, Map<String, String> fields) {
    /// How a problem is worded in the ledger; empty for the words of the document.
    public static final String WORDING = "写法";

    /// Where a problem comes from, a word of the county.
    public static final String SOURCE = "来源";

    public static final String BODY = "责任单位";
    public static final String OWNER = "责任人";
    public static final String DEADLINE = "期限";
    public static final String SAID_OWNER = "文中责任人";
    public static final String SAID_DEADLINE = "文中时限";
    public static final String FREQUENCY = "频次";

    /// The keys of the problems that a cause or a measure belongs to.
    public static final String AGAINST = "针对";

    public static final String VALUE = "值";
    public static final String UNIT = "单位";
    public static final String PURPOSE = "用途";
    public static final String MASKED = "隐去";
    public static final String ROUGH = "约";

    private static final Pattern NOTE = Pattern.compile("(?<=[0-9])\\[[0-9]{1,4}]");
    private static final Pattern KEY = Pattern.compile("([A-Z]{4,9})\\.(\\d{1,9})\\.(\\d{1,9})");

    public Find {
        if (from < 0 || to < from) {
            throw new IllegalArgumentException("no place: " + from + " to " + to);
        }
        Map<String, String> filled = new LinkedHashMap<>();
        fields.forEach(
                (name, said) -> {
                    if (!said.isEmpty()) {
                        filled.put(name, said);
                    }
                });
        fields = Map.copyOf(filled);
    }

    public static Find at(FindKind kind, int from, int to) {
        return new Find(kind, from, to, Map.of());
    }

    /// The place that a key names; it says nothing of the fields.
    public static Optional<Find> parse(String key) {
        Matcher matcher = KEY.matcher(key);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int from = Integer.parseInt(matcher.group(2));
        int to = Integer.parseInt(matcher.group(3));
        return to < from
                ? Optional.empty()
                : FindKind.named(matcher.group(1)).map(kind -> at(kind, from, to));
    }

    /// What tells it from every other find of the document.
    public String key() {
        return kind + "." + from + "." + to;
    }

    public String field(String name) {
        return fields.getOrDefault(name, "");
    }

    public Find with(String name, String said) {
        Map<String, String> changed = new LinkedHashMap<>(fields);
        changed.put(name, said);
        return new Find(kind, from, to, changed);
    }

    /// Its words in the document, on one line, without the marks of notes behind its numbers.
    public String said(String text) {
        int end = Math.min(to, text.length());
        return from >= end
                ? ""
                : NOTE.matcher(text.substring(from, end).replaceAll("\\s*[\\r\\n]+\\s*", ""))
                        .replaceAll("")
                        .strip();
    }

    public boolean isAt(Find other) {
        return kind == other.kind && from == other.from && to == other.to;
    }

    /// Whether both are of one kind and at least half of the shorter stands in the other.
    public boolean overlaps(Find other) {
        int shared = Math.min(to, other.to) - Math.max(from, other.from);
        int shorter = Math.min(to - from, other.to - other.from);
        return kind == other.kind && shared > 0 && shared * 2 >= shorter;
    }
}
