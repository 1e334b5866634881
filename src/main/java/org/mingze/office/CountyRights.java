package org.mingze.office;

import java.time.LocalDate;
import java.util.Optional;
import org.mingze.access.Officer;
import org.mingze.organization.Body;
import org.mingze.organization.Post;
import org.mingze.web.NotPermitted;
import org.mingze.work.Knowledge;

/// 县级之权 — what only a post of a body of the county may do: settings, the organization, archives.
public final class CountyRights {
    private static final Optional<String> COUNTY = Optional.of("县");

    private CountyRights() {}

    public static boolean has(Knowledge known, Officer officer, LocalDate today) {
        return known.organization()
                .post(officer.post().code(), today)
                .map(Post::body)
                .flatMap(code -> known.organization().body(code, today))
                .flatMap(Body::level)
                .equals(COUNTY);
    }

    /// Refuses with whom to ask.
    ///
    /// @throws NotPermitted unless the acting post belongs to a body of the county
    public static void require(Knowledge known, Officer officer, String deed, LocalDate today) {
        if (!has(known, officer, today)) {
            throw new NotPermitted(
                    "现在不能" + deed + "：由县级机构的岗位办",
                    acting(officer),
                    "任县级机构岗位的，换到那个岗位再办；否则送县委办公室或县政府办公室。");
        }
    }

    /// What the post that it belongs to may do as well.
    ///
    /// @throws NotPermitted unless the acting post belongs to a body of the county
    public static void requireOrOwn(
            Knowledge known, Officer officer, String deed, LocalDate today) {
        if (!has(known, officer, today)) {
            throw new NotPermitted(
                    "现在不能" + deed + "：由委托的岗位自己办，或由县级机构的岗位办",
                    acting(officer),
                    "任那个岗位或县级机构岗位的，换到那个岗位再办；否则找任那个岗位的人。");
        }
    }

    private static String acting(Officer officer) {
        return "现在以“" + officer.post().name() + "”行事，能看，不能办。";
    }
}
