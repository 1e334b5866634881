package org.mingze.duty.situation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.mingze.institution.Role;
import org.mingze.institution.expression.Value;
import org.mingze.organization.Organization;
import org.mingze.organization.Post;
import org.mingze.work.WorkRecord;

/// 归属 — whether what a record names is the bearer: a body by itself and its posts, a post by
/// itself, its holder and its body, all on the record's day.
public final class Kinship {
    private Kinship() {}

    /// Every reference by which a record of these days may name the bearer.
    public static Set<Value.Reference> of(Situation situation, LocalDate from, LocalDate to) {
        Set<Value.Reference> kin = new LinkedHashSet<>();
        Organization organization = situation.organization();
        Value.Reference bearer = situation.bearer().orElseThrow();
        kin.add(bearer);
        for (LocalDate day : days(organization, from, to)) {
            switch (bearer.kind()) {
                case BODY ->
                        organization
                                .postsIn(bearer.code(), day)
                                .forEach(post -> addPost(kin, organization, post.code()));
                case POST -> {
                    addPost(kin, organization, bearer.code());
                    organization
                            .post(bearer.code(), day)
                            .ifPresent(post -> kin.add(Value.Reference.body(post.body())));
                    Delegations.of(situation, bearer.code(), from, to)
                            .forEach(delegate -> addPost(kin, organization, delegate.code()));
                }
                case PERSON ->
                        organization
                                .postsOf(bearer.code(), day)
                                .forEach(post -> kin.add(Value.Reference.post(post.code())));
            }
        }
        return kin;
    }

    private static void addPost(Set<Value.Reference> kin, Organization organization, String post) {
        kin.add(Value.Reference.post(post));
        organization
                .tenuresOf(post)
                .forEach(tenure -> kin.add(Value.Reference.person(tenure.person())));
    }

    private static List<LocalDate> days(Organization organization, LocalDate from, LocalDate to) {
        List<LocalDate> days = new ArrayList<>();
        days.add(from);
        days.addAll(organization.changeDays(from, to));
        days.add(to);
        return days;
    }

    public static Certainty matches(Situation situation, Value named, WorkRecord record) {
        if (!(named instanceof Value.Reference reference)) {
            return Certainty.UNKNOWN;
        }
        Value.Reference bearer = situation.bearer().orElseThrow();
        boolean delegated =
                bearer.kind() == Value.Reference.Kind.POST
                        && Delegations.acts(situation, bearer.code(), reference, record.day());
        if (reference.equals(bearer) || delegated) {
            return Certainty.TRUE;
        }
        return switch (reference.kind()) {
            case BODY ->
                    truth(
                            bearer.kind() == Value.Reference.Kind.POST
                                    && bodyOf(situation, bearer.code(), record.day())
                                            .equals(reference.code()));
            case POST -> truth(postMatches(situation, bearer, reference.code(), record.day()));
            case PERSON -> personMatches(situation, bearer, reference.code(), record);
        };
    }

    private static boolean postMatches(
            Situation situation, Value.Reference bearer, String post, LocalDate day) {
        return switch (bearer.kind()) {
            case BODY -> bodyOf(situation, post, day).equals(bearer.code());
            case POST -> false;
            case PERSON ->
                    situation
                            .organization()
                            .holder(post, day)
                            .filter(bearer.code()::equals)
                            .isPresent();
        };
    }

    /// A record that names only a person counts for the post held that owes the duty; if several
    /// do and the recorder acted as none of them, whose it is remains open.
    private static Certainty personMatches(
            Situation situation, Value.Reference bearer, String person, WorkRecord record) {
        List<Post> held = owing(situation, person, record.day());
        List<Post> matching =
                held.stream()
                        .filter(
                                post ->
                                        bearer.kind() == Value.Reference.Kind.POST
                                                ? post.code().equals(bearer.code())
                                                : post.body().equals(bearer.code()))
                        .toList();
        if (matching.isEmpty()) {
            return Certainty.FALSE;
        }
        boolean acting =
                matching.stream().anyMatch(post -> post.code().equals(record.recorder().post()));
        boolean actingElsewhere =
                held.stream().anyMatch(post -> post.code().equals(record.recorder().post()));
        if (held.size() == 1 || acting) {
            return Certainty.TRUE;
        }
        return actingElsewhere ? Certainty.FALSE : Certainty.UNKNOWN;
    }

    private static List<Post> owing(Situation situation, String person, LocalDate day) {
        Organization organization = situation.organization();
        return organization.postsOf(person, day).stream()
                .filter(
                        post ->
                                situation
                                        .role()
                                        .filter(Role::isPost)
                                        .map(role -> Bearers.holds(role, post, organization, day))
                                        .orElse(true))
                .toList();
    }

    private static String bodyOf(Situation situation, String post, LocalDate day) {
        return situation.organization().post(post, day).map(Post::body).orElse("");
    }

    private static Certainty truth(boolean holds) {
        return holds ? Certainty.TRUE : Certainty.FALSE;
    }
}
