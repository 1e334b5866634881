package org.mingze.work;

import java.util.List;
import java.util.Optional;
import org.mingze.web.Heading;
import org.mingze.web.Link;

/// 机构页 — the tree of bodies as of one day, with posts and who holds them.
///
/// @param day the day asked for, `2026-06-24`
public record OrganizationPage(Heading heading, String day, String tally, List<Node> roots) {
    /// 机构 — a body, its posts, the bodies below it.
    ///
    /// @param open whether it is shown unfolded at first
    /// @param rest where its posts and the bodies below come from when it is unfolded; empty when
    ///             they are here
    public record Node(
            String code,
            String name,
            String about,
            boolean open,
            Optional<Rest> rest,
            List<PostLine> posts,
            List<Node> below) {
        public Node {
            posts = List.copyOf(posts);
            below = List.copyOf(below);
        }
    }

    /// 其余 — a part that is sent when it is asked for, and the page that shows it without a script.
    public record Rest(String part, Link whole) {}

    /// 岗位 — a post and its holder; no holder is 空缺.
    ///
    /// @param delegated by whom it is done for a time, and the acts by which it is
    public record PostLine(Link post, String holder, String since, List<Link> delegated) {
        public PostLine {
            delegated = List.copyOf(delegated);
        }

        public boolean isVacant() {
            return holder.isEmpty();
        }
    }

    public OrganizationPage {
        roots = List.copyOf(roots);
    }
}
