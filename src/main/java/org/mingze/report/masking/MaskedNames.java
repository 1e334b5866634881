package org.mingze.report.masking;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mingze.organization.Body;
import org.mingze.organization.Organization;
import org.mingze.organization.Person;

/// 遮盖名单 — the names of people, places and bodies that are known, with what stands for each.
final class MaskedNames {
    private static final String STAR = "*";
    private static final Pattern PLACE =
            Pattern.compile("^(.{2,8}?)(街道|自治县|开发区|社区|省|市|县|区|镇|乡|村|屯).*$");
    private static final Pattern ORGAN = Pattern.compile("^(.{2,8}?)(党工委|工委|党委|党组|党总支|党支部|办事处).*$");

    private final Map<String, Masked> names = new HashMap<>();
    private int longest;

    /// 替 — what stands for a name.
    record Masked(MaskKind kind, String shown) {}

    /// Everybody ever known, and the bodies as they were named on any day of the range.
    static MaskedNames of(Organization organization, LocalDate from, LocalDate to) {
        MaskedNames names = new MaskedNames();
        TreeSet<LocalDate> days = new TreeSet<>(organization.changeDays(from, to));
        days.add(from);
        days.add(to);
        for (LocalDate day : days) {
            organization.bodies(day).forEach(names::body);
        }
        for (Person person : organization.people()) {
            names.person(person.name());
        }
        return names;
    }

    private void body(Body body) {
        Matcher place = PLACE.matcher(body.name());
        Matcher organ = ORGAN.matcher(body.name());
        if (place.matches()) {
            put(place.group(1) + place.group(2), STAR + place.group(2));
            put(place.group(1), STAR);
        } else if (organ.matches()) {
            put(organ.group(1), STAR);
        }
        body.place().filter(name -> name.length() > 1).ifPresent(name -> put(name, STAR));
    }

    private void put(String name, String shown) {
        names.putIfAbsent(name, new Masked(MaskKind.PLACE, shown));
        longest = Math.max(longest, name.length());
    }

    private void person(String name) {
        if (name.length() > 1) {
            String shown = name.substring(0, name.offsetByCodePoints(0, 1)) + "某";
            names.put(name, new Masked(MaskKind.PERSON, shown));
            longest = Math.max(longest, name.length());
        }
    }

    /// The masked name at a place of a text, the longest of those that begin there.
    Map.Entry<String, Masked> at(String text, int place) {
        for (int length = Math.min(longest, text.length() - place); length > 1; length--) {
            String word = text.substring(place, place + length);
            Masked masked = names.get(word);
            if (masked != null) {
                return Map.entry(word, masked);
            }
        }
        return NONE;
    }

    static final Map.Entry<String, Masked> NONE = Map.entry("", new Masked(MaskKind.CONTENT, ""));
}
