package org.mingze.duty.showing;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.mingze.duty.Naming;
import org.mingze.institution.expression.Value;
import org.mingze.organization.Body;
import org.mingze.organization.Organization;
import org.mingze.organization.Post;

/// 现任之身 — the post that acts and the body that it belongs to: whose duties its pages show.
public record Acting(String post, String postName, String body, String bodyName) {
    public static Acting of(Organization organization, String post, LocalDate day) {
        Optional<Post> known = organization.post(post, day);
        String body = known.map(Post::body).orElse("");
        return new Acting(
                post, known.map(Post::name).orElse(post), body, Naming.of(organization, body, day));
    }

    /// Whether its body is one of the county, whose posts enact, suspend and repeal.
    public boolean isOfCounty(Organization organization, LocalDate day) {
        return organization.body(body, day).flatMap(Body::level).filter("县"::equals).isPresent();
    }

    public Set<Value.Reference> bearers() {
        Set<Value.Reference> bearers = new LinkedHashSet<>();
        bearers.add(Value.Reference.post(post));
        if (!body.isEmpty()) {
            bearers.add(Value.Reference.body(body));
        }
        return bearers;
    }
}
