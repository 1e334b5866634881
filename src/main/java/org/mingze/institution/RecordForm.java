package org.mingze.institution;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// 表单 — how people are asked for the fields of a record type.
///
/// @param labels 叫法: what a field is called where people read it, by its path (`议程.题`)
/// @param needed 须填: what whoever enters a record answers, though the journal takes a record
///               without it
/// @param unasked 不问: fields that the product fills, which no form asks for
public record RecordForm(Map<String, String> labels, List<Needed> needed, Set<String> unasked) {
    /// 须填的一组 — fields of which one at least is answered; always, or when another field is
    /// answered with a word: `情况|附 当 合格=否`.
    public record Needed(List<String> fields, Optional<When> when) {
        public Needed {
            fields = List.copyOf(fields);
        }
    }

    /// 当 — what a field is answered with.
    public record When(String field, String word) {}

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

    /// Whether a field is always asked for, alone or as one of several.
    public boolean needs(String field) {
        return always().anyMatch(set -> set.fields().contains(field));
    }

    private Stream<Needed> always() {
        return needed.stream().filter(set -> set.when().isEmpty());
    }

    /// Says of a field that it or another is to be answered, or when it is; empty for others.
    ///
    /// @param asked which fields the form asks for
    public String oneOf(String field, Predicate<String> asked) {
        Stream<String> others =
                always().filter(set -> set.fields().contains(field))
                        .flatMap(set -> set.fields().stream())
                        .filter(other -> !other.equals(field))
                        .filter(asked)
                        .map(this::label);
        String together = others.collect(Collectors.joining("、"));
        return together.isEmpty() ? when(field) : "和" + together + "至少写一项";
    }

    private String when(String field) {
        return needed.stream()
                .filter(set -> set.fields().getFirst().equals(field))
                .flatMap(set -> set.when().stream())
                .map(when -> label(when.field()) + "填“" + when.word() + "”时要写")
                .collect(Collectors.joining("；"));
    }

    /// The sets of which nothing is answered.
    ///
    /// @param answer of a field, as it was typed or chosen; empty text for what is no text
    public List<Needed> open(Function<String, Optional<String>> answer) {
        return needed.stream()
                .filter(set -> set.fields().stream().allMatch(one -> answer.apply(one).isEmpty()))
                .filter(
                        set ->
                                set.when().stream()
                                        .allMatch(
                                                when ->
                                                        answer.apply(when.field())
                                                                .filter(when.word()::equals)
                                                                .isPresent()))
                .toList();
    }

    /// What is missing of a set, and what to do.
    ///
    /// @param asked which fields the form asks for; where it asks for none of the set, all are
    // named
    public String asking(Needed set, Predicate<String> asked) {
        List<String> named = set.fields().stream().filter(asked).toList();
        List<String> labels =
                (named.isEmpty() ? set.fields() : named).stream().map(this::label).toList();
        String together = String.join("、", labels);
        String why =
                set.when().map(when -> label(when.field()) + "填了“" + when.word() + "”，").orElse("");
        return why + (labels.size() == 1 ? "写上" + together + "，再记" : together + "至少写一项，再记");
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
