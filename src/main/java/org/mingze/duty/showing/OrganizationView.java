package org.mingze.duty.showing;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mingze.organization.Body;
import org.mingze.organization.Organization;
import org.mingze.organization.Person;
import org.mingze.organization.Post;
import org.mingze.organization.Tenure;
import org.mingze.web.Heading;
import org.mingze.web.Link;
import org.mingze.web.Prose;
import org.mingze.work.OrganizationPage;

/// 机构页的内容 — the tree of bodies as of one day, unfolded down to the acting one.
final class OrganizationView {
    private final Organization organization;
    private final LocalDate day;
    private final Set<String> unfolded = new HashSet<>();

    /// @param acting the acting body, to which the tree is unfolded
    OrganizationView(Organization organization, LocalDate day, String acting) {
        this.organization = organization;
        this.day = day;
        Optional<String> at = Optional.of(acting);
        while (at.isPresent() && unfolded.add(at.get())) {
            at = organization.superior(at.get(), day).map(Body::code);
        }
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
                        List.of()),
                day.toString(),
                vacant == 0 ? "没有空缺" : "空缺" + vacant + "个",
                roots);
    }

    private OrganizationPage.Node node(Body body) {
        return new OrganizationPage.Node(
                body.code(),
                body.name(),
                body.kind() + body.level().map(level -> "，" + level + "级").orElse(""),
                unfolded.contains(body.code()),
                organization.postsIn(body.code(), day).stream().map(this::line).toList(),
                organization.subordinates(body.code(), day).stream().map(this::node).toList());
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
                tenure.map(each -> each.from() + "起").orElse(""));
    }
}
