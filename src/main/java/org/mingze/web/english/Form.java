package org.mingze.web.english;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// 句式 — a phrase with words of the county in it, `移去*`, or with words of the tool, `填~`.
///
/// Of two that fit, the one with more words of its own is meant: its `weight`.
record Form(Pattern chinese, List<String> kinds, String own, int weight, Wording wording) {
    private static final Pattern VARIABLE = Pattern.compile("[#@*~]");

    static boolean isOne(String chinese) {
        return chinese.contains("*") || chinese.contains("~");
    }

    static Form of(String chinese, Wording wording) {
        List<String> kinds = new ArrayList<>();
        StringBuilder pattern = new StringBuilder();
        String longest = "";
        int weight = 0;
        int from = 0;
        for (Matcher variable = VARIABLE.matcher(chinese); from <= chinese.length(); ) {
            boolean found = variable.find();
            String own = chinese.substring(from, found ? variable.start() : chinese.length());
            longest = own.length() > longest.length() ? own : longest;
            weight += own.length();
            pattern.append(Pattern.quote(own));
            if (!found) {
                break;
            }
            kinds.add(variable.group());
            pattern.append('(').append(shape(variable.group())).append(')');
            from = variable.end();
        }
        return new Form(Pattern.compile(pattern.toString()), kinds, longest, weight, wording);
    }

    private static String shape(String kind) {
        return switch (kind) {
            case "#" -> Figures.NUMBER;
            case "@" -> Figures.DATE;
            default -> ".+?";
        };
    }

    /// The text in English; `county` says words of the county, `tool` those of the tool, if it can.
    Optional<String> said(
            String text,
            String numberBefore,
            Function<String, String> county,
            Function<String, Optional<String>> tool) {
        if (!text.contains(own)) {
            return Optional.empty();
        }
        Matcher matcher = chinese.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Map<String, List<String>> values = new HashMap<>();
        for (int group = 1; group <= kinds.size(); group++) {
            String kind = kinds.get(group - 1);
            Optional<String> value = value(kind, matcher.group(group), county, tool);
            if (value.isEmpty()) {
                return Optional.empty();
            }
            values.computeIfAbsent(kind, _ -> new ArrayList<>()).add(value.get());
        }
        return Optional.of(wording.filled(new Wording.Values(values, numberBefore)));
    }

    private static Optional<String> value(
            String kind,
            String text,
            Function<String, String> county,
            Function<String, Optional<String>> tool) {
        return switch (kind) {
            case "#" -> Optional.of(text);
            case "@" -> Optional.of(Figures.date(text));
            case "~" -> tool.apply(text);
            default -> Optional.of(county.apply(text));
        };
    }
}
