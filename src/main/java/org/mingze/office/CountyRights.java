package org.mingze.office;

import java.time.LocalDate;
import java.util.Optional;
import org.mingze.access.Officer;
import org.mingze.organization.Body;
import org.mingze.organization.Post;
import org.mingze.web.NotPermitted;
import org.mingze.work.Knowledge;

/// 县级之权 — what only a post that acts for the county may do: settings, archives, the organization
/// (decision 18).
public final class CountyRights {
    private CountyRights() {}

    /// Whether the acting post acts for the county in settings and archives.
    public static boolean has(Knowledge known, Officer officer, LocalDate today) {
        return body(known, officer, today).filter(Body::actsForCounty).isPresent();
    }

    /// Whether it enters bodies, posts and who holds them.
    public static boolean appoints(Knowledge known, Officer officer, LocalDate today) {
        return body(known, officer, today).filter(Body::appointsForCounty).isPresent();
    }

    private static Optional<Body> body(Knowledge known, Officer officer, LocalDate today) {
        return known.organization()
                .post(officer.post().code(), today)
                .map(Post::body)
                .flatMap(code -> known.organization().body(code, today));
    }

    /// Refuses with whom to ask.
    ///
    /// @throws NotPermitted unless the acting post acts for the county
    public static void require(Knowledge known, Officer officer, String deed, LocalDate today) {
        unless(
                has(known, officer, today),
                officer,
                deed + "：由县委或县政府的岗位办",
                "任县委、县政府岗位的，换到那个岗位再办；否则送县委办公室或县政府办公室。");
    }

    /// Refuses an act on the organization, with whom to ask.
    ///
    /// @throws NotPermitted unless the acting post enters the organization
    public static void requireAppointing(
            Knowledge known, Officer officer, String deed, LocalDate today) {
        unless(
                appoints(known, officer, today),
                officer,
                deed + "：由县委、县政府或县委组织部的岗位办",
                "任这些岗位的，换到那个岗位再办；否则送县委组织部或县委办公室。");
    }

    /// What the post that it belongs to may do as well.
    ///
    /// @throws NotPermitted unless the acting post enters the organization
    public static void requireOrOwn(
            Knowledge known, Officer officer, String deed, LocalDate today) {
        unless(
                appoints(known, officer, today),
                officer,
                deed + "：由委托的岗位自己办，或由县委、县政府、县委组织部的岗位办",
                "任那个岗位或这些岗位的，换到那个岗位再办；否则找任那个岗位的人。");
    }

    private static void unless(boolean may, Officer officer, String whose, String remedy) {
        if (!may) {
            throw new NotPermitted(
                    "现在不能" + whose, "现在以“" + officer.post().name() + "”行事，能看，不能办。", remedy);
        }
    }
}
