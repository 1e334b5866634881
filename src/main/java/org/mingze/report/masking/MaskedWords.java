package org.mingze.report.masking;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// 遮字 — masks the words of a report one by one, and counts what it masked.
final class MaskedWords {
    /// A digest may hold eleven digits that look like a telephone; it is the number of nobody.
    private static final Pattern NUMBER =
            Pattern.compile(
                    "(?<!\\d)(?<![0-9a-f]{16})(?:1[3-9]\\d{9}|\\d{17}[\\dXx]|0\\d{2,3}-\\d{7,8})"
                            + "(?!\\d)(?![0-9a-f]{16})");
    private static final Pattern DOCUMENT =
            Pattern.compile("[\\p{IsHan}&&[^按依照据以由经和及日]]{1,8}〔\\d{4}〕\\d{1,5}号");
    private static final Pattern DAY =
            Pattern.compile(
                    "(?:(\\d{4}|[〇○零一二三四五六七八九]{4})年)?(?:\\d{1,2}月\\d{1,2}|"
                            + "[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3})[日号]|(\\d{4})-\\d{2}-\\d{2}");

    private final MaskedNames names;
    private final Map<MaskKind, Map<String, Integer>> found = new EnumMap<>(MaskKind.class);

    MaskedWords(MaskedNames names) {
        this.names = names;
    }

    /// Names, places, numbers of papers, telephones and documents.
    String words(String text) {
        String plain = replaced(text, DOCUMENT, MaskKind.DOCUMENT, _ -> "*号");
        plain = replaced(plain, NUMBER, MaskKind.NUMBER, _ -> "*");
        StringBuilder masked = new StringBuilder();
        int at = 0;
        while (at < plain.length()) {
            Map.Entry<String, MaskedNames.Masked> name = names.at(plain, at);
            if (name.getKey().isEmpty()) {
                masked.append(plain.charAt(at));
                at++;
            } else {
                count(name.getValue().kind(), name.getKey());
                masked.append(name.getValue().shown());
                at += name.getKey().length();
            }
        }
        return masked.toString();
    }

    /// The same, and the days: 2026年*月*日.
    String wordsAndDays(String text) {
        return words(replaced(text, DAY, MaskKind.DAY, MaskedWords::day));
    }

    static String masked(String days) {
        return DAY.matcher(days).replaceAll(MaskedWords::day);
    }

    private static String day(MatchResult day) {
        String year = day.group(1) == null ? day.group(2) : day.group(1);
        return (year == null ? "" : year + "年") + "*月*日";
    }

    /// A value that its class hides whole.
    String whole(MaskKind kind, String value) {
        if (value.isEmpty()) {
            return "";
        }
        count(kind, value);
        return "*";
    }

    private String replaced(
            String text, Pattern pattern, MaskKind kind, Function<MatchResult, String> shown) {
        Matcher matcher = pattern.matcher(text);
        return matcher.replaceAll(
                result -> {
                    count(kind, result.group());
                    return Matcher.quoteReplacement(shown.apply(result));
                });
    }

    private void count(MaskKind kind, String value) {
        found.computeIfAbsent(kind, _ -> new TreeMap<>()).merge(value, 1, Integer::sum);
    }

    /// How often each kind was masked; kinds that did not occur are 0.
    int times(MaskKind kind) {
        return found.getOrDefault(kind, Map.of()).values().stream()
                .mapToInt(Integer::intValue)
                .sum();
    }

    /// The values that were masked; never printed.
    Set<String> values(MaskKind kind) {
        return Set.copyOf(found.getOrDefault(kind, Map.of()).keySet());
    }
}
