package org.mingze.office.reorganizing;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mingze.access.Officer;
import org.mingze.duty.situation.Delegations;
import org.mingze.journal.Entry;
import org.mingze.office.CountyRights;
import org.mingze.organization.Body;
import org.mingze.organization.Organization;
import org.mingze.organization.Person;
import org.mingze.organization.Post;
import org.mingze.web.Field.Option;
import org.mingze.work.Knowledge;

/// 可选的名字 — the bodies, posts and people that a deed may name, offered while one types: by
/// name, those that share theirs by code.
record Offered(Knowledge known, Officer officer, LocalDate day) {
    private static final int OFFERED_MAX = 600;

    private Organization organization() {
        return known.organization();
    }

    List<Option> to(Deed.Ask ask, Map<String, String> typed) {
        Organization organization = organization();
        return switch (ask) {
            case BODY, UNDER, INTO ->
                    options(
                            organization.bodies(day),
                            Body::name,
                            Body::code,
                            body -> body.parent().map(this::body).orElse(""));
            case POST, TO ->
                    options(
                            organization.posts(day),
                            Post::name,
                            Post::code,
                            post ->
                                    organization
                                            .holder(post.code(), day)
                                            .flatMap(organization::person)
                                            .map(Person::name)
                                            .orElse("空缺"));
            case PERSON ->
                    options(
                            organization.people(),
                            Person::name,
                            Person::code,
                            person ->
                                    organization.postsOf(person.code(), day).stream()
                                            .map(Post::name)
                                            .collect(Collectors.joining("、")));
            case KIND -> inUse(organization.bodies(day).stream().map(Body::kind));
            case LEVEL ->
                    inUse(organization.bodies(day).stream().flatMap(body -> body.level().stream()));
            case DELEGATION -> delegations(typed.getOrDefault(ask.field(), ""));
            case NAME, TITLE, POSTS, BELOW, UNTIL, BASIS, REASON -> List.of();
        };
    }

    private static List<Option> inUse(Stream<String> words) {
        return words.distinct().sorted().map(word -> new Option(word, "", false)).toList();
    }

    /// Those that still run, of the acting post or for the county of every post.
    private List<Option> delegations(String chosen) {
        boolean county = CountyRights.appoints(known, officer, day);
        PastDeeds deeds = new PastDeeds(known, day);
        return Delegations.on(known, day)
                .filter(act -> county || isOf(act, officer))
                .limit(OFFERED_MAX)
                .map(
                        act -> {
                            String number = Long.toString(act.number());
                            return new Option(number, deeds.sentence(act), number.equals(chosen));
                        })
                .toList();
    }

    static boolean isOf(Entry delegation, Officer officer) {
        return delegation.content().text("岗").filter(officer.post().code()::equals).isPresent();
    }

    private String body(String code) {
        return organization().body(code, day).map(Body::name).orElse("");
    }

    private static <T> List<Option> options(
            List<T> all,
            Function<T, String> name,
            Function<T, String> code,
            Function<T, String> about) {
        Map<String, Long> often =
                all.stream().collect(Collectors.groupingBy(name, Collectors.counting()));
        return all.stream()
                .limit(OFFERED_MAX)
                .map(
                        each -> {
                            boolean alone = often.getOrDefault(name.apply(each), 0L) == 1;
                            String label =
                                    Stream.of(alone ? "" : name.apply(each), about.apply(each))
                                            .filter(words -> !words.isEmpty())
                                            .collect(Collectors.joining("，"));
                            return new Option(
                                    alone ? name.apply(each) : code.apply(each), label, false);
                        })
                .toList();
    }
}
