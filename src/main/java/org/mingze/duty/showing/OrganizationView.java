package org.mingze.duty.showing;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.mingze.duty.Naming;
import org.mingze.duty.situation.Delegations;
import org.mingze.organization.Body;
import org.mingze.organization.Organization;
import org.mingze.organization.Person;
import org.mingze.organization.Post;
import org.mingze.organization.Tenure;
import org.mingze.web.Act;
import org.mingze.web.Heading;
import org.mingze.web.Link;
import org.mingze.web.Prose;
import org.mingze.work.Knowledge;
import org.mingze.work.OrganizationPage;

/// 机构页的内容 — the tree of bodies as of one day, unfolded down to the acting one.
final class OrganizationView {
    private final Knowledge known;
    private final Organization organization;
    private final LocalDate day;
    private final Set<String> unfolded = new HashSet<>();

    /// @param acting the acting body, to which the tree is unfolded
    OrganizationView(Knowledge known, LocalDate day, String acting) {
        this.known = known;
        this.organization = known.organization();
        this.day = day;
        unfoldedTo(acting);
    }

    /// Unfolded down to one more body.
    OrganizationView unfoldedTo(String body) {
        Optional<String> at = Optional.of(body).filter(code -> !code.isEmpty());
        while (at.isPresent() && unfolded.add(at.get())) {
            at = organization.superior(at.get(), day).map(Body::code);
        }
        return this;
    }

    OrganizationPage page() {
        List<Body> bodies = organization.bodies(day);
        List<Post> posts = organization.posts(day);
        long vacant =
                posts.stream()
                        .filter(post -> organization.holder(post.code(), day).isEmpty())
                        .count();
        List<OrganizationPage.Node> roots =
                bodies.stream()
                        .filter(body -> organization.superior(body.code(), day).isEmpty())
                        .map(this::node)
                        .toList();
        return new OrganizationPage(
                new Heading(
                        List.of(),
                        "机构" + bodies.size() + "个，岗位" + posts.size() + "个",
                        Prose.of("按" + DayWords.full(day) + "。换一天，看那天的机构和任职。"),
                        List.of(
                                Act.small("变动", "/organization/acts"),
                                Act.small("移交", "/organization/handovers"))),
                day.toString(),
                vacant == 0 ? "没有空缺" : "空缺" + vacant + "个",
                roots);
    }

    private OrganizationPage.Node node(Body body) {
        boolean open = unfolded.contains(body.code());
        String about = body.kind() + body.level().map(level -> "，" + level + "级").orElse("");
        int posts = organization.postsIn(body.code(), day).size();
        int below = organization.subordinates(body.code(), day).size();
        boolean empty = posts + below == 0;
        return new OrganizationPage.Node(
                body.code(),
                body.name(),
                about + (open || below == 0 ? "" : "，下级" + below + "个"),
                open,
                open || empty ? Optional.empty() : Optional.of(rest(body)),
                open ? lines(body.code()) : List.of(),
                open ? below(body.code()) : List.of());
    }

    private OrganizationPage.Rest rest(Body body) {
        String asked = "day=" + day + "&body=" + DutyLinks.encoded(body.code());
        return new OrganizationPage.Rest(
                "/organization/branch?" + asked,
                new Link(
                        "看" + body.name() + "的岗位和下级",
                        "/organization?" + asked + "#" + DutyLinks.encoded(body.code())));
    }

    /// What a body unfolds to.
    OrganizationPage.Node branch(Body body) {
        return new OrganizationPage.Node(
                body.code(),
                body.name(),
                "",
                true,
                Optional.empty(),
                lines(body.code()),
                below(body.code()));
    }

    /// The head of a body first.
    private List<OrganizationPage.PostLine> lines(String body) {
        Optional<Post> head = organization.headPost(body, day);
        return Stream.concat(
                        head.stream(),
                        organization.postsIn(body, day).stream()
                                .filter(post -> !head.equals(Optional.of(post))))
                .map(this::line)
                .toList();
    }

    private List<OrganizationPage.Node> below(String body) {
        return organization.subordinates(body, day).stream().map(this::node).toList();
    }

    private OrganizationPage.PostLine line(Post post) {
        Optional<Tenure> tenure =
                organization.tenuresOf(post.code()).stream()
                        .filter(each -> each.covers(day))
                        .findFirst();
        String holder =
                organization
                        .holder(post.code(), day)
                        .map(person -> organization.person(person).map(Person::name).orElse(person))
                        .orElse("");
        return new OrganizationPage.PostLine(
                new Link(post.name(), ""),
                holder,
                tenure.map(each -> DayWords.full(each.from()) + "起").orElse(""),
                delegated(post));
    }

    private List<Link> delegated(Post post) {
        return Delegations.on(known, day)
                .filter(act -> act.content().text("岗").filter(post.code()::equals).isPresent())
                .map(
                        act ->
                                new Link(
                                        "“"
                                                + Naming.of(
                                                        organization,
                                                        act.content().text("至").orElse(""),
                                                        day)
                                                + "”代办",
                                        "/organization/acts/" + act.number()))
                .toList();
    }
}
