package org.mingze.work;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mingze.institution.expression.Value;
import org.mingze.organization.Body;
import org.mingze.organization.Organization;
import org.mingze.organization.Post;

/// 视野 — what a post may see: what belongs to its body and to all below it. Supervision of a
/// county sees the county, that of a township the township. Bodies that are no more are among
/// them, so that what they left behind stays in sight.
///
/// @param bodies codes; of no use when everything is seen
public record Sight(boolean everything, Set<String> bodies, String post) {
    private static final List<String> SUPERVISION = List.of("督查机构", "纪委", "信访机构");
    private static final List<String> LOOKING_ON = List.of("督查机构", "纪委");
    private static final List<String> COUNTY_WIDE = List.of("督查机构", "纪委", "信访机构", "党委");

    /// In place of the code of a body: every body that is seen.
    public static final String SEEN = "seen";

    public Sight {
        bodies = Set.copyOf(bodies);
    }

    public static Sight of(Organization organization, String post, LocalDate day) {
        Optional<Body> body =
                organization
                        .post(post, day)
                        .map(Post::body)
                        .flatMap(c -> organization.body(c, day));
        if (body.isEmpty()) {
            return new Sight(false, Set.of(), post);
        }
        boolean county = body.get().level().filter("县"::equals).isPresent();
        if (county && COUNTY_WIDE.contains(body.get().kind())) {
            return new Sight(true, Set.of(), post);
        }
        Set<String> bodies = new LinkedHashSet<>();
        String top = body.get().code();
        if (SUPERVISION.contains(body.get().kind())) {
            top = organization.superior(top, day).map(Body::code).orElse(top);
        }
        withFormer(organization, top, day, bodies);
        return new Sight(false, bodies, post);
    }

    /// What a body that is no more left behind is seen by who stood above it at its end, by
    /// the body into which it was merged and by who stands above that.
    private static void withFormer(
            Organization organization, String code, LocalDate day, Set<String> bodies) {
        if (bodies.add(code)) {
            organization
                    .subordinates(code, day)
                    .forEach(below -> withFormer(organization, below.code(), day, bodies));
            organization
                    .formerBelow(code, day)
                    .forEach(former -> withFormer(organization, former, day, bodies));
        }
    }

    public boolean sees(String body) {
        return everything || bodies.contains(body);
    }

    /// The bodies that a list is asked for: one by its code, else all that are seen; empty means
    /// any.
    public Set<String> asked(String body) {
        boolean all = body.isEmpty() || body.equals(SEEN);
        if (everything) {
            return all ? Set.of() : Set.of(body);
        }
        return all && !bodies.isEmpty() ? bodies : Set.of(bodies.contains(body) ? body : SEEN);
    }

    /// Whoever found it and whoever answers for it see it too.
    public boolean sees(WorkRecord root, Optional<String> body) {
        boolean answers = answering(root).filter(post::equals).isPresent();
        return everything
                || body.filter(bodies::contains).isPresent()
                || answers
                || root.recorder().post().equals(post);
    }

    /// 责任人 — the post that answers for what a record tells.
    public static Optional<String> answering(WorkRecord record) {
        return record.field("责任人")
                .filter(Value.Reference.class::isInstance)
                .map(Value.Reference.class::cast)
                .filter(named -> named.kind() == Value.Reference.Kind.POST)
                .map(Value.Reference::code);
    }

    /// 经办 — whether a post may do what a body is to do: its own, one below it, or for the whole
    /// county; who supervises the county looks on, and does what its own body is to do.
    public boolean does(Organization organization, String body, LocalDate day) {
        Optional<Body> own =
                organization.post(post, day).flatMap(each -> organization.body(each.body(), day));
        boolean looksOn = own.filter(each -> LOOKING_ON.contains(each.kind())).isPresent();
        return looksOn
                ? organization.subtree(own.orElseThrow().code(), day).stream()
                        .anyMatch(each -> each.code().equals(body))
                : sees(body);
    }

    /// The bodies that are seen, on a day.
    public List<Body> bodies(Organization organization, LocalDate day) {
        return organization.bodies(day).stream()
                .filter(body -> everything || bodies.contains(body.code()))
                .toList();
    }
}
