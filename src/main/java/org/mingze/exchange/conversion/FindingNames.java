package org.mingze.exchange.conversion;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.mingze.institution.expression.Value.Reference.Kind;
import org.mingze.organization.Body;
import org.mingze.organization.Organization;
import org.mingze.organization.Person;
import org.mingze.organization.Post;

/// Whom a cell names on a day: by code, by name, a post also by who holds it.
///
/// @param bodies those that the same row names: of several of one name, whoever is there is meant
record FindingNames(Organization organization, Set<String> bodies) {
    private static final int SHOWN = 5;

    FindingNames(Organization organization) {
        this(organization, Set.of());
    }

    FindingNames within(Set<String> named) {
        return new FindingNames(organization, named);
    }

    /// The code, or what is to be written instead.
    record Found(Optional<String> code, String remedy) {}

    Found find(Kind kind, String text, LocalDate day) {
        return switch (kind) {
            case BODY -> body(text, day);
            case POST -> post(text, day);
            case PERSON -> person(text, day);
        };
    }

    /// Whether nobody who is registered bears the name.
    boolean isUnknown(String name) {
        return organization.findPerson(name).isEmpty() && organization.peopleNamed(name).isEmpty();
    }

    private Found body(String text, LocalDate day) {
        Optional<String> code = organization.findBody(text, day);
        return code.isPresent()
                ? new Found(code, "")
                : unclear(
                        "机构",
                        text,
                        organization.bodiesEverNamed(text).stream()
                                .filter(each -> organization.body(each, day).isPresent())
                                .collect(Collectors.toSet()),
                        organization.bodies(day).stream().map(Body::name).toList());
    }

    private Found post(String text, LocalDate day) {
        Optional<String> code = organization.findPost(text, day);
        if (code.isPresent()) {
            return new Found(code, "");
        }
        List<Post> held =
                organization
                        .findPerson(text)
                        .map(person -> organization.postsOf(person, day))
                        .orElse(List.of());
        Optional<String> meant = only(held, Post::code, this::isHere);
        if (meant.isPresent()) {
            return new Found(meant, "");
        }
        if (held.size() > 1) {
            return new Found(
                    Optional.empty(),
                    text
                            + "任"
                            + held.stream()
                                    .map(post -> post.name() + "（" + post.code() + "）")
                                    .collect(Collectors.joining("、"))
                            + "，写明是哪个岗");
        }
        List<Post> named =
                organization.postsEverNamed(text).stream()
                        .flatMap(each -> organization.post(each, day).stream())
                        .toList();
        Optional<String> here = only(named, Post::code, this::isHere);
        return here.isPresent()
                ? new Found(here, "")
                : unclear(
                        "岗位",
                        text,
                        named.stream().map(Post::code).collect(Collectors.toSet()),
                        organization.posts(day).stream().map(Post::name).toList());
    }

    private Found person(String text, LocalDate day) {
        Optional<String> code = organization.findPerson(text);
        if (code.isPresent()) {
            return new Found(code, "");
        }
        Set<String> codes = organization.peopleNamed(text);
        Optional<String> here =
                only(
                        codes,
                        each -> each,
                        each -> organization.postsOf(each, day).stream().anyMatch(this::isHere));
        if (here.isPresent()) {
            return new Found(here, "");
        }
        if (codes.size() > 1) {
            String people =
                    codes.stream()
                            .sorted()
                            .limit(SHOWN)
                            .map(each -> who(each, day))
                            .collect(Collectors.joining("、"));
            return new Found(
                    Optional.empty(), "有" + codes.size() + "个“" + text + "”：" + people + "，写代码");
        }
        return unclear(
                "人", text, Set.of(), organization.people().stream().map(Person::name).toList());
    }

    private boolean isHere(Post post) {
        return bodies.contains(post.body());
    }

    /// The code of the only one, or of the only one that is in a body of the row.
    private static <T> Optional<String> only(
            Collection<T> all, Function<T, String> code, Predicate<T> isHere) {
        List<T> left = all.size() == 1 ? List.copyOf(all) : all.stream().filter(isHere).toList();
        return left.size() == 1 ? Optional.of(code.apply(left.getFirst())) : Optional.empty();
    }

    private String who(String person, LocalDate day) {
        String posts =
                organization.postsOf(person, day).stream()
                        .map(Post::name)
                        .collect(Collectors.joining("、"));
        return person + (posts.isEmpty() ? "" : "（" + posts + "）");
    }

    private static Found unclear(String what, String text, Set<String> codes, List<String> names) {
        if (codes.size() > 1) {
            return new Found(
                    Optional.empty(),
                    "有"
                            + codes.size()
                            + "个“"
                            + text
                            + "”："
                            + codes.stream().sorted().limit(SHOWN).collect(Collectors.joining("、"))
                            + "，写代码");
        }
        String hint =
                Likeness.nearest(text, names).map(name -> "，是不是“" + name + "”").orElse("，写全名或代码");
        return new Found(Optional.empty(), "当日没有" + what + "“" + text + "”" + hint);
    }
}
