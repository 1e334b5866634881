package org.mingze.access;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/// 现任者们 — who is signed in and as which of the posts held today they act.
@Component
public class Officers {
    private static final String CHOSEN = "access.acting-post";
    private static final String KEPT = "acting-post";
    private static final Duration KEPT_FOR = Duration.ofDays(365);

    private final PostsHeld posts;

    Officers(PostsHeld posts) {
        this.posts = posts;
    }

    public Optional<SignedIn> signedIn() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SignedIn person
                ? Optional.of(person)
                : Optional.empty();
    }

    /// Empty when nobody is signed in, or the person holds no post today.
    Optional<Officer> acting(HttpServletRequest request) {
        return signedIn()
                .flatMap(
                        person -> chosen(held(person), request).map(post -> officer(person, post)));
    }

    /// Who acts, or whose last post was lost; empty where neither is so.
    Optional<Officer.Last> last(HttpServletRequest request) {
        return acting(request)
                .map(officer -> new Officer.Last(officer, Optional.empty()))
                .or(() -> signedIn().flatMap(this::lost));
    }

    private Optional<Officer.Last> lost(SignedIn person) {
        return posts.lostBy(person.county(), person.person(), LocalDate.now(SignInSentence.CIVIL))
                .map(
                        lost ->
                                new Officer.Last(
                                        officer(person, lost.post()), Optional.of(lost.last())));
    }

    List<HeldPost> held(SignedIn person) {
        if (person.office().administers()) {
            return List.of();
        }
        return posts.of(person.county(), person.person(), LocalDate.now(SignInSentence.CIVIL));
    }

    String nameOf(SignedIn person) {
        if (person.office().administers()) {
            return person.signInName();
        }
        return posts.nameOf(person.county(), person.person());
    }

    /// Acts as `post` from now on, if the person holds it; the browser keeps the choice for the
    /// next time that its user signs in.
    boolean choose(String post, HttpServletRequest request, HttpServletResponse response) {
        boolean holds =
                signedIn().stream()
                        .flatMap(person -> held(person).stream())
                        .anyMatch(held -> held.code().equals(post));
        if (holds) {
            request.getSession().setAttribute(CHOSEN, post);
            ResponseCookie cookie =
                    ResponseCookie.from(KEPT, written(post))
                            .path("/")
                            .maxAge(KEPT_FOR)
                            .httpOnly(true)
                            .secure(request.isSecure())
                            .sameSite("Lax")
                            .build();
            response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
        }
        return holds;
    }

    private Officer officer(SignedIn person, HeldPost post) {
        return new Officer(person.county(), person.person(), nameOf(person), post);
    }

    private static Optional<HeldPost> chosen(List<HeldPost> held, HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        Object now = session == null ? null : session.getAttribute(CHOSEN);
        Object choice = now == null ? kept(request) : written(now.toString());
        return held.stream()
                .filter(post -> written(post.code()).equals(choice))
                .findFirst()
                .or(() -> held.stream().findFirst());
    }

    /// What was chosen last in this browser, as a cookie writes it; empty text for nothing.
    private static String kept(HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, KEPT);
        return cookie == null ? "" : cookie.getValue();
    }

    private static String written(String post) {
        return URLEncoder.encode(post, StandardCharsets.UTF_8);
    }
}
