package org.mingze.office.packet;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Predicate;
import org.mingze.access.Officer;
import org.mingze.organization.Body;
import org.mingze.organization.Organization;
import org.mingze.organization.Post;
import org.mingze.work.Sight;

/// 谁要得到 — packets of the bodies that a post sees; classed values only for who reads those of
/// every record in it: the head of the body or of one above it.
final class PacketRights {
    private PacketRights() {}

    static boolean mayOrder(
            Organization organization, Officer officer, String body, LocalDate day) {
        return Sight.of(organization, officer.post().code(), day).sees(body);
    }

    static boolean readsClassed(
            Organization organization, Officer officer, String body, LocalDate day) {
        String post = officer.post().code();
        Optional<String> at = Optional.of(body);
        while (at.isPresent()) {
            if (organization.headPost(at.get(), day).filter(is(post)).isPresent()) {
                return true;
            }
            at = organization.superior(at.get(), day).map(Body::code);
        }
        boolean alone = organization.subtree(body, day).size() == 1;
        return alone && organization.postsIn(body, day).stream().anyMatch(is(post));
    }

    private static Predicate<Post> is(String post) {
        return each -> each.code().equals(post);
    }
}
