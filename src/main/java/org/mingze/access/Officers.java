package org.mingze.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/// 现任者们 — who is signed in and as which of the posts held today they act.
@Component
public class Officers {
    private static final String CHOSEN = "access.acting-post";

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

    /// Acts as `post` from now on, if the person holds it.
    boolean choose(String post, HttpServletRequest request) {
        boolean holds =
                signedIn().stream()
                        .flatMap(person -> held(person).stream())
                        .anyMatch(held -> held.code().equals(post));
        if (holds) {
            request.getSession().setAttribute(CHOSEN, post);
        }
        return holds;
    }

    private Officer officer(SignedIn person, HeldPost post) {
        return new Officer(person.county(), person.person(), nameOf(person), post);
    }

    private static Optional<HeldPost> chosen(List<HeldPost> held, HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        Object choice = session == null ? "" : session.getAttribute(CHOSEN);
        return held.stream()
                .filter(post -> post.code().equals(choice))
                .findFirst()
                .or(() -> held.stream().findFirst());
    }
}
