package org.mingze.duty.entering;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mingze.duty.showing.Acting;
import org.mingze.duty.showing.DayWords;
import org.mingze.journal.Content;
import org.mingze.organization.Body;
import org.mingze.organization.Organization;
import org.mingze.organization.Person;
import org.mingze.organization.Post;
import org.mingze.web.Field.Option;
import org.mingze.work.Knowledge;
import org.mingze.work.RecordTitles;
import org.mingze.work.Records;
import org.mingze.work.WorkRecord;
import org.mingze.work.form.EntryForm;

/// 候选 — the people, posts, bodies and records of the county, those near the acting body first.
///
/// Every list is bounded; what an answer names already is always among the candidates.
final class Menus implements EntryForm.Candidates {
    private static final int SHOWN_MAX = 300;
    private static final int RECORDS_MAX = 60;
    private static final int LOOKED_AT_MAX = 2_000;
    private static final List<Integer> STEPS_BACK = List.of(1, 7, 30, 100, 400);

    private final Knowledge known;
    private final Organization organization;
    private final LocalDate day;
    private final Set<String> near;
    private final RecordSight sight;
    private final Set<String> mentioned;

    /// @param acting the township of its body comes first; only records that it may open are
    /// offered
    Menus(Knowledge known, LocalDate day, Acting acting, Content.Group answers) {
        this.known = known;
        this.organization = known.organization();
        this.day = day;
        this.near =
                organization.subtree(township(organization, acting.body(), day), day).stream()
                        .map(Body::code)
                        .collect(Collectors.toSet());
        this.sight = RecordSight.of(known, acting.post(), day);
        this.mentioned = new HashSet<>();
        collect(answers, mentioned);
    }

    @Override
    public List<Option> people() {
        Map<String, String> people = new LinkedHashMap<>();
        for (Post post : nearFirst(organization.posts(day), Post::body)) {
            organization
                    .holder(post.code(), day)
                    .ifPresent(
                            person -> people.putIfAbsent(person, name(person) + "，" + post.name()));
        }
        organization.people().forEach(person -> people.putIfAbsent(person.code(), person.name()));
        return options(people);
    }

    @Override
    public List<Option> posts() {
        Map<String, String> posts = new LinkedHashMap<>();
        for (Post post : nearFirst(organization.posts(day), Post::body)) {
            String holder = organization.holder(post.code(), day).map(this::name).orElse("空缺");
            posts.put(post.code(), post.name() + "，" + holder);
        }
        return options(posts);
    }

    @Override
    public List<Option> bodies() {
        Map<String, String> bodies = new LinkedHashMap<>();
        nearFirst(organization.bodies(day), Body::code)
                .forEach(body -> bodies.put(body.code(), body.name()));
        return options(bodies);
    }

    @Override
    public List<Option> records(Set<String> types) {
        Collection<String> wanted =
                types.isEmpty() ? known.rules().vocabulary().recordTypes().keySet() : types;
        Stream<WorkRecord> recent =
                recent(wanted).stream().sorted(Records.ORDER.reversed()).limit(RECORDS_MAX);
        Stream<WorkRecord> named =
                mentioned.stream()
                        .filter(text -> text.matches("[1-9]\\d{0,17}"))
                        .map(text -> known.records().find(Long.parseLong(text)))
                        .flatMap(Optional::stream)
                        .filter(record -> wanted.contains(record.type().name()))
                        .filter(sight::sees);
        return Stream.concat(named, recent)
                .distinct()
                .map(record -> new Option(Long.toString(record.number()), label(record), false))
                .collect(
                        Collectors.toMap(
                                Option::value,
                                option -> option,
                                (first, _) -> first,
                                LinkedHashMap::new))
                .values()
                .stream()
                .toList();
    }

    /// Of the fewest last days that hold enough; of many only the latest are looked at.
    private List<WorkRecord> recent(Collection<String> types) {
        List<WorkRecord> found = List.of();
        for (int days : STEPS_BACK) {
            List<WorkRecord> all =
                    types.stream()
                            .flatMap(
                                    type ->
                                            known
                                                    .records()
                                                    .ofType(type, day.minusDays(days), day)
                                                    .stream())
                            .sorted(Records.ORDER.reversed())
                            .limit(LOOKED_AT_MAX)
                            .toList();
            found = all.stream().filter(sight::sees).toList();
            if (found.size() >= RECORDS_MAX || all.size() == LOOKED_AT_MAX) {
                return found;
            }
        }
        return found;
    }

    private String label(WorkRecord record) {
        return "第"
                + record.number()
                + "号"
                + record.type().name()
                + "："
                + RecordTitles.of(record)
                + "（"
                + DayWords.day(record.day(), day)
                + "）";
    }

    private List<Option> options(Map<String, String> labels) {
        Set<String> shown =
                Stream.concat(
                                labels.keySet().stream().limit(SHOWN_MAX),
                                mentioned.stream().filter(labels::containsKey))
                        .collect(Collectors.toSet());
        return labels.entrySet().stream()
                .filter(each -> shown.contains(each.getKey()))
                .map(each -> new Option(each.getKey(), each.getValue(), false))
                .toList();
    }

    private <T> List<T> nearFirst(List<T> all, java.util.function.Function<T, String> body) {
        return all.stream()
                .sorted(Comparator.comparingInt(each -> near.contains(body.apply(each)) ? 0 : 1))
                .toList();
    }

    private String name(String person) {
        return organization.person(person).map(Person::name).orElse(person);
    }

    /// The highest body above this one that is not the county's own.
    private static String township(Organization organization, String body, LocalDate day) {
        String found = body;
        Optional<Body> above = organization.superior(body, day);
        while (above.isPresent() && !above.get().level().equals(Optional.of("县"))) {
            found = above.get().code();
            above = organization.superior(found, day);
        }
        return found;
    }

    private static void collect(Content content, Set<String> texts) {
        switch (content) {
            case Content.Text(String text) -> texts.add(text);
            case Content.Series series -> series.items().forEach(item -> collect(item, texts));
            case Content.Group group ->
                    group.fields().values().forEach(value -> collect(value, texts));
        }
    }
}
