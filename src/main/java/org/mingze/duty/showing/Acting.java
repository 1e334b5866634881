package org.mingze.duty.showing;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mingze.access.Officer;
import org.mingze.duty.Naming;
import org.mingze.duty.Obligation;
import org.mingze.duty.situation.Delegations;
import org.mingze.institution.expression.Value;
import org.mingze.organization.Body;
import org.mingze.organization.Organization;
import org.mingze.organization.Post;
import org.mingze.work.Knowledge;
import org.mingze.work.WorkRecord;

/// 现任之身 — the post that acts and the body that it belongs to: whose duties its pages show.
///
/// @param merged the bodies whose open work the body carries on
public record Acting(
        String post, String postName, String body, String bodyName, Set<String> merged) {
    public Acting {
        merged = Set.copyOf(merged);
    }

    public static Acting of(Organization organization, String post, LocalDate day) {
        Optional<Post> known = organization.post(post, day);
        String body = known.map(Post::body).orElse("");
        return new Acting(
                post,
                known.map(Post::name).orElse(post),
                body,
                Naming.of(organization, body, day),
                organization.carriedOn(body, day));
    }

    /// The same post as it enters for another body.
    public Acting at(Organization organization, String other, LocalDate day) {
        return new Acting(
                post,
                postName,
                other,
                Naming.of(organization, other, day),
                organization.carriedOn(other, day));
    }

    /// 所代 — for whom an officer acts by a delegation that runs on that day, in whichever post that
    /// they hold it was given to.
    static List<Acting> delegatedTo(Knowledge known, Officer officer, LocalDate day) {
        Set<String> held = new LinkedHashSet<>(Set.of(officer.post().code()));
        known.organization().postsOf(officer.person(), day).forEach(post -> held.add(post.code()));
        return Delegations.on(known, day)
                .filter(act -> act.content().text("至").filter(held::contains).isPresent())
                .flatMap(act -> act.content().text("岗").stream())
                .filter(giver -> !held.contains(giver))
                .distinct()
                .map(giver -> of(known.organization(), giver, day))
                .toList();
    }

    /// What the posts of its body recorded of these days and stands, whoever it tells of.
    public List<WorkRecord> recorded(Knowledge known, LocalDate from, LocalDate to) {
        return known.organization().postsEverIn(body).stream()
                .flatMap(each -> known.records().recordedFrom(each, from, to).stream())
                .toList();
    }

    /// Whether its body acts for the county: whose posts enact, suspend and repeal (decision 18).
    public boolean actsForCounty(Organization organization, LocalDate day) {
        return organization.body(body, day).filter(Body::actsForCounty).isPresent();
    }

    public Set<Value.Reference> bearers() {
        Set<Value.Reference> bearers = new LinkedHashSet<>();
        bearers.add(Value.Reference.post(post));
        if (!body.isEmpty()) {
            bearers.add(Value.Reference.body(body));
        }
        merged.forEach(code -> bearers.add(Value.Reference.body(code)));
        return bearers;
    }

    /// Whether it is to be done here: of a merged body, what was to be seen through.
    boolean owes(Obligation owed) {
        boolean passed =
                owed.bearer().map(Value.Reference::code).filter(merged::contains).isPresent();
        return !passed || owed.duty().form().isEndedByFollower();
    }
}
