package org.mingze.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.mingze.institution.expression.Value;
import org.mingze.reading.text.WordList;
import org.mingze.work.WorkRecord;

/// 自称 — what a figure of a report says was done, as a count of records; declared in claims.txt.
///
/// @param words alternatives, each a list of words that must all stand around the figure
/// @param field the field that the records must fill with one of the values; empty for all records
/// @param summed the field to add up; empty where the records are counted
record Claim(
        List<List<String>> words,
        List<String> barred,
        Set<String> units,
        String type,
        String field,
        Set<String> values,
        String summed) {
    private static final Pattern BAR = Pattern.compile(" *[|] *");
    private static final Pattern SPACE = Pattern.compile(" +");
    private static final List<Claim> ALL =
            WordList.lines("claims.txt").stream().map(Claim::parse).toList();

    /// The first claim that the words around a figure and its unit make.
    static Optional<Claim> of(String around, String unit) {
        return ALL.stream().filter(claim -> claim.fits(around, unit)).findFirst();
    }

    private boolean fits(String around, String unit) {
        return units.contains(unit)
                && barred.stream().noneMatch(around::contains)
                && words.stream().anyMatch(all -> all.stream().allMatch(around::contains));
    }

    boolean counts(WorkRecord record) {
        return field.isEmpty()
                || record.field(field)
                        .filter(
                                value ->
                                        value instanceof Value.Text(String word)
                                                && values.contains(word))
                        .isPresent();
    }

    /// What the records amount to.
    long amount(List<WorkRecord> records) {
        if (summed.isEmpty()) {
            return records.size();
        }
        long sum = 0;
        for (WorkRecord record : records) {
            if (record.field(summed).orElse(Value.Truth.FALSE) instanceof Value.Numeric number) {
                sum += number.value().numerator().longValue();
            }
        }
        return sum;
    }

    private static Claim parse(String line) {
        String[] parts = BAR.split(line, -1);
        List<List<String>> words = new ArrayList<>();
        List<String> barred = new ArrayList<>();
        for (String word : SPACE.split(parts[0].strip(), -1)) {
            if (word.startsWith("!")) {
                barred.add(word.substring(1));
            } else {
                words.add(List.of(word.split("\\+", -1)));
            }
        }
        int equal = parts[3].indexOf('=');
        String counting = parts[4].strip();
        return new Claim(
                words,
                barred,
                Set.of(SPACE.split(parts[1].strip(), -1)),
                parts[2].strip(),
                equal < 0 ? "" : parts[3].substring(0, equal).strip(),
                equal < 0 ? Set.of() : Set.of(parts[3].substring(equal + 1).strip().split(",", -1)),
                counting.startsWith("和:") ? counting.substring(2) : "");
    }
}
