package org.mingze.assessment.overview;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.mingze.access.Officer;
import org.mingze.organization.Body;
import org.mingze.organization.Post;
import org.mingze.web.NotPermitted;
import org.mingze.work.Knowledge;

/// 谁说了算 — which posts see what counties show, and which decide whether a county shows anything.
final class Say {
    private static final List<String> LEVELS = List.of("省", "市", "县");
    private static final List<String> DECIDING = List.of("党委", "政府");

    private Say() {}

    private static Optional<Body> body(Knowledge known, Officer officer, LocalDate day) {
        return known.organization()
                .post(officer.post().code(), day)
                .map(Post::body)
                .flatMap(code -> known.organization().body(code, day))
                .filter(body -> body.level().filter(LEVELS::contains).isPresent());
    }

    /// A post of a body of the county, or of the city or province.
    static boolean sees(Knowledge known, Officer officer, LocalDate day) {
        return body(known, officer, day).isPresent();
    }

    /// A post of its committee or government.
    static boolean decides(Knowledge known, Officer officer, LocalDate day) {
        return body(known, officer, day).map(Body::kind).filter(DECIDING::contains).isPresent();
    }

    static void requireSees(Knowledge known, Officer officer, LocalDate day) {
        if (!sees(known, officer, day)) {
            throw new NotPermitted(
                    "现在不能看各县的汇总：由本级机构的岗位看",
                    "现在以“" + officer.post().name() + "”行事，看得到本单位的驾驶舱。",
                    "任本级机构岗位的，换到那个岗位再看；否则找本级党委或政府的办公室。");
        }
    }

    static void requireDecides(Knowledge known, Officer officer, LocalDate day) {
        if (!decides(known, officer, day)) {
            throw new NotPermitted(
                    "现在不能定汇总报给谁：由党委或政府的岗位定",
                    "现在以“" + officer.post().name() + "”行事，看得到本单位的驾驶舱。",
                    "在党委或政府任岗位的，换到那个岗位再定；否则送党委或政府的办公室。");
        }
    }
}
