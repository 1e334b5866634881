package org.mingze.duty.situation;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.mingze.institution.Bearer;
import org.mingze.institution.Institution;
import org.mingze.institution.Role;
import org.mingze.institution.expression.Value;
import org.mingze.organization.Body;
import org.mingze.organization.Organization;
import org.mingze.organization.Post;

/// 责任主体 — who a role means on a day, and who is nearest to a body.
public final class Bearers {
    private Bearers() {}

    /// Every member of a role on a day that the institution binds, in order of code.
    public static List<Value.Reference> members(
            Role role, Institution institution, Organization organization, LocalDate day) {
        if (role.isPost()) {
            return organization.posts(day).stream()
                    .filter(post -> holds(role, post, organization, day))
                    .filter(post -> binds(institution, organization.body(post.body(), day)))
                    .map(post -> Value.Reference.post(post.code()))
                    .toList();
        }
        return organization.bodies(day).stream()
                .filter(body -> selects(role, body))
                .filter(body -> binds(institution, Optional.of(body)))
                .map(body -> Value.Reference.body(body.code()))
                .toList();
    }

    /// Whether somebody is a member of a role on a day whom the institution binds.
    public static boolean isMember(
            Value.Reference bearer,
            Role role,
            Institution institution,
            Organization organization,
            LocalDate day) {
        return switch (bearer.kind()) {
            case POST ->
                    role.isPost()
                            && organization
                                    .post(bearer.code(), day)
                                    .filter(post -> holds(role, post, organization, day))
                                    .filter(
                                            post ->
                                                    binds(
                                                            institution,
                                                            organization.body(post.body(), day)))
                                    .isPresent();
            case BODY ->
                    !role.isPost()
                            && organization
                                    .body(bearer.code(), day)
                                    .filter(body -> selects(role, body))
                                    .filter(body -> binds(institution, Optional.of(body)))
                                    .isPresent();
            case PERSON -> false;
        };
    }

    /// The nearest member of a role, going up from a body or from the one that carries it on.
    public static Optional<Value.Reference> nearest(
            Role role, Optional<String> from, Organization organization, LocalDate day) {
        Optional<String> at = from.map(code -> organization.carriedOnBy(code, day).orElse(code));
        while (at.isPresent()) {
            Optional<Value.Reference> found = memberAt(role, at.get(), organization, day);
            if (found.isPresent()) {
                return found;
            }
            at = organization.superior(at.get(), day).map(Body::code);
        }
        return Optional.empty();
    }

    /// A member that is the body itself, one of its posts, or a body directly below it.
    private static Optional<Value.Reference> memberAt(
            Role role, String code, Organization organization, LocalDate day) {
        if (role.isPost()) {
            return organization.postsIn(code, day).stream()
                    .filter(post -> holds(role, post, organization, day))
                    .map(post -> Value.Reference.post(post.code()))
                    .findFirst();
        }
        Optional<Body> self = organization.body(code, day).filter(body -> selects(role, body));
        if (self.isPresent()) {
            return self.map(body -> Value.Reference.body(body.code()));
        }
        return organization.subordinates(code, day).stream()
                .filter(body -> selects(role, body))
                .map(body -> Value.Reference.body(body.code()))
                .findFirst();
    }

    /// Whom a declared bearer means for a record or another bearer; empty while it is unknown.
    public static Optional<Value.Reference> resolve(Bearer bearer, Situation situation) {
        return switch (bearer) {
            case Bearer.ByRole(Role role) ->
                    nearest(role, situation.body(), situation.organization(), situation.at());
            case Bearer.ByField(var expression) ->
                    expression.evaluate(situation.scope(), situation.world())
                                    instanceof Value.Reference reference
                            ? Optional.of(reference)
                            : Optional.empty();
        };
    }

    /// Who carries on on a day what a body had open: the body into which it was merged; whoever is
    /// named, where nobody does.
    public static Value.Reference carrying(
            Value.Reference who, Organization organization, LocalDate day) {
        return who.kind() == Value.Reference.Kind.BODY
                ? organization.carriedOnBy(who.code(), day).map(Value.Reference::body).orElse(who)
                : who;
    }

    public static boolean holds(Role role, Post post, Organization organization, LocalDate day) {
        return role.postTitles().isPresent()
                && (role.postTitles().get().isEmpty()
                        || role.postTitles().get().contains(post.title()))
                && organization
                        .body(post.body(), day)
                        .filter(body -> selects(role, body))
                        .isPresent();
    }

    public static boolean selects(Role role, Body body) {
        return in(role.bodyKinds(), Optional.of(body.kind()))
                && in(role.levels(), body.level())
                && place(role.placePattern(), body.place());
    }

    public static boolean binds(Institution institution, Optional<Body> body) {
        return body.isPresent()
                && in(institution.bodyKinds(), Optional.of(body.get().kind()))
                && in(institution.levels(), body.get().level())
                && place(institution.placePattern(), body.get().place());
    }

    private static boolean in(java.util.Set<String> allowed, Optional<String> value) {
        return allowed.isEmpty() || value.filter(allowed::contains).isPresent();
    }

    private static boolean place(Optional<String> pattern, Optional<String> place) {
        if (pattern.isEmpty()) {
            return true;
        }
        String wanted = pattern.get();
        return place.filter(
                        code ->
                                wanted.endsWith("*")
                                        ? code.startsWith(wanted.substring(0, wanted.length() - 1))
                                        : code.equals(wanted))
                .isPresent();
    }
}
