package org.mingze.access.trail;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.stream.Collectors;
import org.mingze.access.HeldPost;
import org.mingze.access.Officer;
import org.mingze.access.PostsHeld;
import org.mingze.access.SignedIn;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerMapping;

/// 记审计 — what happened in a request, told to the trail.
@Component
public class Auditing {
    private final Trail trail;
    private final PostsHeld posts;
    private final InstantSource clock = InstantSource.system();

    Auditing(Trail trail, PostsHeld posts) {
        this.trail = trail;
        this.posts = posts;
    }

    /// An act of somebody who is signed in, as the office of the account, or with the posts that
    /// are held at this moment, whatever is entered about them later.
    public void tell(SignedIn actor, HttpServletRequest request, TrailLine.Deed deed) {
        TrailLine.Who who =
                new TrailLine.Who(
                        actor.signInName(),
                        actor.person(),
                        actor.office().administers() ? actor.office().word() : held(actor),
                        request.getRemoteAddr());
        trail.append(actor.county(), who, route(request), deed, now());
    }

    private String held(SignedIn actor) {
        LocalDate day = CivilTime.day(now());
        return posts.of(actor.county(), actor.person(), day).stream()
                .map(HeldPost::code)
                .collect(Collectors.joining(TrailLine.Who.AND));
    }

    /// An act of a post.
    public void tell(
            Officer officer, String account, HttpServletRequest request, TrailLine.Deed deed) {
        TrailLine.Who who =
                new TrailLine.Who(
                        account, officer.person(), officer.post().code(), request.getRemoteAddr());
        trail.append(officer.county(), who, route(request), deed, now());
    }

    /// Somebody at the door.
    public void tell(int county, String account, HttpServletRequest request, TrailLine.Deed deed) {
        TrailLine.Who who = new TrailLine.Who(account, "", "", request.getRemoteAddr());
        trail.append(county, who, route(request), deed, now());
    }

    private Instant now() {
        return clock.instant();
    }

    /// Of a refused request what was asked for: the error page itself is opened by GET.
    private static String route(HttpServletRequest request) {
        Object asked = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        if (asked != null) {
            return request.getAttribute(RequestDispatcher.ERROR_METHOD) + " " + asked;
        }
        Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        return request.getMethod() + " " + (pattern == null ? request.getRequestURI() : pattern);
    }
}
