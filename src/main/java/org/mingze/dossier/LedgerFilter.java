package org.mingze.dossier;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/// 筛选 — what a reader asked a ledger for; empty text means any.
///
/// @param due over, near, none or empty
/// @param page counted from 1
record LedgerFilter(String stage, String source, String body, String due, String words, int page) {
    static final String OVER = "over";
    static final String NEAR = "near";
    static final String NONE = "none";

    static LedgerFilter of(Map<String, String> asked) {
        String page = asked.getOrDefault("page", "1");
        return new LedgerFilter(
                asked.getOrDefault("stage", ""),
                asked.getOrDefault("source", ""),
                asked.getOrDefault("body", ""),
                asked.getOrDefault("due", ""),
                asked.getOrDefault("find", "").strip(),
                page.matches("[1-9]\\d{0,5}") ? Integer.parseInt(page) : 1);
    }

    LedgerFilter atStage(String chosen) {
        return new LedgerFilter(chosen, source, body, "", words, 1);
    }

    LedgerFilter dueIn(String chosen) {
        return new LedgerFilter("", source, body, chosen, words, 1);
    }

    LedgerFilter onPage(int number) {
        return new LedgerFilter(stage, source, body, due, words, number);
    }

    boolean isAny() {
        return query().isEmpty();
    }

    /// The question mark and what follows it; empty when nothing is asked.
    String query() {
        Map<String, String> asked = new LinkedHashMap<>();
        asked.put("stage", stage);
        asked.put("source", source);
        asked.put("body", body);
        asked.put("due", due);
        asked.put("find", words);
        asked.put("page", page > 1 ? String.valueOf(page) : "");
        String query =
                asked.entrySet().stream()
                        .filter(each -> !each.getValue().isEmpty())
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
