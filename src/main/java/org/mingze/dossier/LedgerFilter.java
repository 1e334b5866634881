package org.mingze.dossier;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// 筛选 — what a reader asked a ledger for; what is not asked is any.
///
/// @param asked only what is asked for, by the names that an address uses
/// @param page  counted from 1
public record LedgerFilter(Map<String, String> asked, int page) {
    public static final String OVER = "over";
    /// 在办: not settled.
    static final String OPEN = "open";
    static final String NEAR = "near";
    static final String NONE = "none";
    /// 待验收: rectified, and not yet verified by another post.
    public static final String RECHECK = "recheck";
    /// 复发.
    public static final String RELAPSED = "relapsed";
    /// The same aspect in the same body once more.
    public static final String ALIKE = "alike";
    static final String LATE = "late";

    public static final LedgerFilter ALL = new LedgerFilter(Map.of(), 1);

    private static final String FIND = "find";
    private static final List<String> NAMES =
            List.of("stage", "source", "body", "owner", "aspect", "due", "mark", FIND, "sort");

    public LedgerFilter {
        asked = Map.copyOf(asked);
    }

    public static LedgerFilter of(Map<String, String> parameters) {
        Map<String, String> asked = new TreeMap<>();
        for (String name : NAMES) {
            String value = parameters.getOrDefault(name, "").strip();
            if (!value.isEmpty()) {
                asked.put(name, value);
            }
        }
        String page = parameters.getOrDefault("page", "1");
        return new LedgerFilter(asked, page.matches("[1-9]\\d{0,5}") ? Integer.parseInt(page) : 1);
    }

    String stage() {
        return of("stage");
    }

    String source() {
        return of("source");
    }

    String body() {
        return of("body");
    }

    String owner() {
        return of("owner");
    }

    String aspect() {
        return of("aspect");
    }

    String due() {
        return of("due");
    }

    String mark() {
        return of("mark");
    }

    String words() {
        return of(FIND);
    }

    String sort() {
        return of("sort");
    }

    private String of(String name) {
        return asked.getOrDefault(name, "");
    }

    private LedgerFilter with(String name, String value) {
        Map<String, String> changed = new TreeMap<>(asked);
        if (value.isEmpty()) {
            changed.remove(name);
        } else {
            changed.put(name, value);
        }
        return new LedgerFilter(changed, 1);
    }

    public LedgerFilter atStage(String chosen) {
        return with("due", "").with("mark", "").with("stage", chosen);
    }

    public LedgerFilter dueIn(String chosen) {
        return with("stage", "").with("mark", "").with("due", chosen);
    }

    public LedgerFilter marked(String chosen) {
        return with("stage", "").with("due", "").with("mark", chosen);
    }

    LedgerFilter sorted(String chosen) {
        return with("sort", chosen);
    }

    public LedgerFilter from(String source) {
        return with("source", source);
    }

    public LedgerFilter answeredBy(String body) {
        return with("body", body);
    }

    public LedgerFilter about(String aspect) {
        return with("aspect", aspect);
    }

    LedgerFilter onPage(int number) {
        return new LedgerFilter(asked, number);
    }

    boolean isAny() {
        return asked.isEmpty();
    }

    /// The question mark and what follows it; empty when nothing is asked.
    public String query() {
        Map<String, String> shown = new LinkedHashMap<>();
        for (String name : NAMES) {
            if (asked.containsKey(name)) {
                shown.put(name, of(name));
            }
        }
        if (page > 1) {
            shown.put("page", String.valueOf(page));
        }
        String query =
                shown.entrySet().stream()
                        .map(
                                each ->
                                        each.getKey()
                                                + "="
                                                + URLEncoder.encode(
                                                        each.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"));
        return query.isEmpty() ? "" : "?" + query;
    }
}
