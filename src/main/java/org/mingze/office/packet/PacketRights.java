package org.mingze.office.packet;

import java.time.LocalDate;
import java.util.Optional;
import org.mingze.access.Officer;
import org.mingze.organization.Body;
import org.mingze.organization.Organization;
import org.mingze.organization.Post;
import org.mingze.work.Sight;

/// 谁要得到 — packets of the bodies that a post sees; classed values only for the body itself and
/// those above it.
final class PacketRights {
    private PacketRights() {}

    static boolean mayOrder(
            Organization organization, Officer officer, String body, LocalDate day) {
        return Sight.of(organization, officer.post().code(), day).sees(body);
    }

    static boolean readsClassed(
            Organization organization, Officer officer, String body, LocalDate day) {
        Optional<String> own = organization.post(officer.post().code(), day).map(Post::body);
        Optional<String> at = Optional.of(body);
        while (at.isPresent()) {
            if (at.equals(own)) {
                return true;
            }
            at = organization.superior(at.get(), day).map(Body::code);
        }
        return false;
    }
}
