package org.mingze.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.mingze.organization.Body;
import org.mingze.organization.Organization;
import org.mingze.organization.Post;
import org.mingze.work.Sight;

/// 谁能看报告 — the holder of the post, the head of its body, the bodies above it, and those who look
/// after cadres and discipline.
public final class ReportReaders {
    private static final String CADRES = "组织部门";
    private static final String DISCIPLINE = "纪委";

    private ReportReaders() {}

    /// Whether somebody who acts as one post may see the report of another.
    public static boolean mayRead(
            Organization organization, String acting, String person, String post, LocalDate day) {
        if (acting.equals(post)
                || organization.holder(post, day).filter(person::equals).isPresent()) {
            return true;
        }
        Optional<Body> own = body(organization, acting, day);
        Optional<Body> other = body(organization, post, day);
        if (own.isEmpty() || other.isEmpty()) {
            return false;
        }
        if (own.get().code().equals(other.get().code())) {
            return organization
                    .headPost(own.get().code(), day)
                    .filter(head -> head.code().equals(acting))
                    .isPresent();
        }
        boolean county = own.get().level().filter("县"::equals).isPresent();
        return isAbove(organization, own.get().code(), other.get().code(), day)
                || (own.get().kind().equals(CADRES) && county)
                || (own.get().kind().equals(DISCIPLINE)
                        && Sight.of(organization, acting, day).sees(other.get().code()));
    }

    /// The posts whose reports may be seen, one's own first.
    public static List<Post> readable(
            Organization organization, String acting, String person, LocalDate day) {
        return organization.posts(day).stream()
                .filter(post -> mayRead(organization, acting, person, post.code(), day))
                .sorted(
                        java.util.Comparator.comparing(
                                (Post post) ->
                                        !organization
                                                .holder(post.code(), day)
                                                .filter(person::equals)
                                                .isPresent()))
                .toList();
    }

    private static boolean isAbove(
            Organization organization, String above, String below, LocalDate day) {
        Optional<String> at = organization.superior(below, day).map(Body::code);
        while (at.isPresent()) {
            if (at.get().equals(above)) {
                return true;
            }
            at = organization.superior(at.get(), day).map(Body::code);
        }
        return false;
    }

    private static Optional<Body> body(Organization organization, String post, LocalDate day) {
        return organization.post(post, day).flatMap(known -> organization.body(known.body(), day));
    }
}
