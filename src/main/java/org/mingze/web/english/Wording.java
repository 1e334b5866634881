package org.mingze.web.english;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// 英句 — the English side of a phrase, with places for numbers `#`, dates `@` and words `*`, `~`.
///
/// A place takes the next value of its kind, or the one that it names: `#2 of #1`. In braces stand
/// the word for one and the word for more, chosen by the number before: `# {duty|duties}`.
record Wording(String english) {
    private static final Pattern PLACE =
            Pattern.compile(
                    "(?<kind>[#@*~])(?<which>[1-9]?)|\\{(?<one>[^{|}]*)\\|(?<more>[^{}]*)}");

    /// What stands in the places, by kind, in the order of the Chinese side.
    record Values(Map<String, List<String>> values, String numberBefore) {
        private String value(String kind, int which, String otherwise) {
            List<String> ofKind = values.getOrDefault(kind, List.of());
            return which <= ofKind.size() ? ofKind.get(which - 1) : otherwise;
        }
    }

    String filled(Values values) {
        Map<String, Integer> taken = new HashMap<>();
        String number = values.numberBefore();
        StringBuilder said = new StringBuilder();
        Matcher place = PLACE.matcher(english);
        while (place.find()) {
            String kind = place.group("kind");
            String value;
            if (kind == null) {
                value = place.group(number.equals("1") ? "one" : "more");
            } else {
                value = values.value(kind, which(place, taken), place.group());
                number = kind.equals("#") ? value : number;
            }
            place.appendReplacement(said, Matcher.quoteReplacement(value));
        }
        return place.appendTail(said).toString();
    }

    private static int which(Matcher place, Map<String, Integer> taken) {
        String named = place.group("which");
        return named.isEmpty()
                ? taken.merge(place.group("kind"), 1, Integer::sum)
                : Integer.parseInt(named);
    }
}
