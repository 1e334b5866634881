package org.mingze.work;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mingze.access.HeldPost;
import org.mingze.access.PostsHeld;
import org.mingze.organization.Body;
import org.mingze.organization.Organization;
import org.mingze.organization.Person;
import org.mingze.organization.Post;
import org.mingze.organization.Tenure;
import org.springframework.stereotype.Component;

/// 所任之岗 — who holds which post today, as the organization in the journal tells.
@Component
class HeldPosts implements PostsHeld {
    private static final int FOUND_MAX = 20;

    private final CountyLedgers ledgers;

    HeldPosts(CountyLedgers ledgers) {
        this.ledgers = ledgers;
    }

    @Override
    public List<HeldPost> of(int county, String person, LocalDate day) {
        return ledgers.ask(county, known -> held(known.organization(), person, day));
    }

    private static List<HeldPost> held(Organization organization, String person, LocalDate day) {
        return organization.postsOf(person, day).stream()
                .map(post -> new HeldPost(post.code(), post.name()))
                .toList();
    }

    @Override
    public Optional<Lost> lostBy(int county, String person, LocalDate day) {
        return ledgers.ask(county, known -> lost(known.organization(), person, day));
    }

    private static Optional<Lost> lost(Organization organization, String person, LocalDate day) {
        return organization.postsEverHeldBy(person).stream()
                .flatMap(post -> organization.tenuresOf(post).stream())
                .filter(tenure -> tenure.person().equals(person))
                .flatMap(tenure -> ended(organization, tenure, day).stream())
                .max(Comparator.comparing(Lost::last));
    }

    /// A tenure ends on its last day, or when the post or its body is no more.
    private static Optional<Lost> ended(Organization organization, Tenure tenure, LocalDate day) {
        Stream<LocalDate> abolished =
                organization.changeDays(tenure.from(), day).stream()
                        .filter(change -> organization.post(tenure.post(), change).isEmpty())
                        .limit(1)
                        .map(change -> change.minusDays(1));
        return Stream.concat(tenure.until().stream(), abolished)
                .filter(last -> last.isBefore(day) && !last.isBefore(tenure.from()))
                .min(Comparator.naturalOrder())
                .map(
                        last ->
                                new Lost(
                                        new HeldPost(
                                                tenure.post(),
                                                organization
                                                        .post(tenure.post(), last)
                                                        .map(Post::name)
                                                        .orElse(tenure.post())),
                                        last));
    }

    @Override
    public List<Named> peopleNamed(int county, String words, LocalDate day) {
        return ledgers.ask(
                county,
                known ->
                        known.organization().people().stream()
                                .filter(
                                        person ->
                                                person.name().contains(words)
                                                        || person.code().contains(words))
                                .limit(FOUND_MAX)
                                .map(
                                        person ->
                                                new Named(
                                                        person.code(),
                                                        person.name(),
                                                        held(
                                                                known.organization(),
                                                                person.code(),
                                                                day)))
                                .toList());
    }

    @Override
    public List<Named> peopleCalled(int county, String name, List<String> told, LocalDate day) {
        return ledgers.ask(
                county,
                known -> {
                    Organization organization = known.organization();
                    return organization.peopleNamed(name).stream()
                            .sorted()
                            .flatMap(code -> organization.person(code).stream())
                            .filter(person -> person.name().equals(name))
                            .filter(person -> tells(organization, person, told, day))
                            .map(
                                    person ->
                                            new Named(
                                                    person.code(),
                                                    person.name(),
                                                    held(organization, person.code(), day)))
                            .toList();
                });
    }

    private static boolean tells(
            Organization organization, Person person, List<String> told, LocalDate day) {
        return told.isEmpty()
                || organization.postsOf(person.code(), day).stream()
                        .anyMatch(
                                post ->
                                        told.stream()
                                                .allMatch(
                                                        words ->
                                                                tells(
                                                                        organization,
                                                                        post,
                                                                        words,
                                                                        day)));
    }

    /// A roster may call a post by its title and its body by a longer or a shorter name.
    private static boolean tells(
            Organization organization, Post post, String words, LocalDate day) {
        String body = organization.body(post.body(), day).map(Body::name).orElse(post.body());
        return Stream.of(words.split("[、，,；;/\\s]+"))
                .filter(word -> !word.isEmpty())
                .anyMatch(
                        word ->
                                post.name().contains(word)
                                        || body.contains(word)
                                        || word.endsWith(body)
                                        || word.contains(post.name()));
    }

    @Override
    public List<HeldPost> postsNamed(int county, String words, LocalDate day) {
        return ledgers.ask(
                county,
                known ->
                        known.organization().posts(day).stream()
                                .filter(
                                        post ->
                                                post.name().contains(words)
                                                        || post.code().contains(words))
                                .limit(FOUND_MAX)
                                .map(post -> new HeldPost(post.code(), post.name()))
                                .toList());
    }

    @Override
    public String postNameOf(int county, String post, LocalDate day) {
        return ledgers.ask(
                county, known -> known.organization().post(post, day).map(Post::name).orElse(post));
    }

    @Override
    public String nameOf(int county, String person) {
        return ledgers.ask(
                county,
                known -> known.organization().person(person).map(Person::name).orElse(person));
    }
}
