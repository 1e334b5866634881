package org.mingze.office.reorganizing;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mingze.organization.Body;
import org.mingze.organization.Organization;
import org.mingze.organization.Person;
import org.mingze.organization.Post;
import org.mingze.web.Field.Option;

/// 可选的名字 — the bodies, posts and people that a deed may name, offered while one types: by
/// name, those that share theirs by code.
record Offered(Organization organization, LocalDate day) {
    private static final int OFFERED_MAX = 600;

    List<Option> to(Deed.Ask ask) {
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
            case NAME, TITLE, POSTS, BELOW, UNTIL -> List.of();
        };
    }

    private String body(String code) {
        return organization.body(code, day).map(Body::name).orElse("");
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
