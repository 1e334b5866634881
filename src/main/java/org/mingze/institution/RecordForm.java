package org.mingze.institution;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// 表单 — how people are asked for the fields of a record type.
///
/// @param labels 叫法: what a field is called where people read it, by its path (`议程.题`)
/// @param needed 须填: sets of fields; whoever enters a record answers one of each set at least,
///               though the journal takes a record without it
/// @param unasked 不问: fields that the product fills, which no form asks for
public record RecordForm(
        Map<String, String> labels, List<List<String>> needed, Set<String> unasked) {
    public static final RecordForm PLAIN = new RecordForm(Map.of(), List.of(), Set.of());

    private static final Pattern PLACE_IN_LIST = Pattern.compile("\\[\\d+]|\\.\\d+(?=\\.|$)");

    public RecordForm {
        labels = Map.copyOf(labels);
        needed = List.copyOf(needed);
        unasked = Set.copyOf(unasked);
    }

    /// What a field is called; one without a name of its own goes by the last word of its path.
    ///
    /// @param path of a field, the place in a list left aside: 议程.题, 议程[2].题, 议程.0.题
    public String label(String path) {
        String place = PLACE_IN_LIST.matcher(path).replaceAll("");
        return labels.getOrDefault(place, place.substring(place.lastIndexOf('.') + 1));
    }

    /// Whether a field is asked for, alone or as one of several.
    public boolean needs(String field) {
        return needed.stream().anyMatch(set -> set.contains(field));
    }

    /// The other fields of which one would do instead.
    private List<String> instead(String field) {
        return needed.stream()
                .filter(set -> set.contains(field))
                .flatMap(List::stream)
                .filter(other -> !other.equals(field))
                .toList();
    }

    /// Says of a field that it or another is to be answered; empty for others.
    ///
    /// @param asked which fields the form asks for
    public String oneOf(String field, Predicate<String> asked) {
        List<String> others = instead(field).stream().filter(asked).map(this::label).toList();
        return others.isEmpty() ? "" : "和" + String.join("、", others) + "至少写一项";
    }

    /// The sets of which nothing is answered.
    public List<List<String>> open(Predicate<String> answered) {
        return needed.stream().filter(set -> set.stream().noneMatch(answered)).toList();
    }

    /// What is missing of a set, and what to do.
    public String asking(List<String> set) {
        String labels = String.join("、", set.stream().map(this::label).toList());
        return set.size() == 1 ? "写上" + labels + "，再记" : labels + "至少写一项，再记";
    }

    /// With what an institution says of the fields it adds.
    RecordForm and(RecordForm added) {
        Map<String, String> all = new HashMap<>(added.labels);
        all.putAll(labels);
        Set<String> both = new HashSet<>(unasked);
        both.addAll(added.unasked);
        return new RecordForm(all, needed, both);
    }
}
