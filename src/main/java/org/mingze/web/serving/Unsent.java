package org.mingze.web.serving;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mingze.web.Again;
import org.mingze.web.Requests;

/// 没送成的 — what was typed into a form that came too late, carried on the page that says so, for a
/// browser that keeps no drafts. Only the browser holds it, and only a person sends it again.
///
/// @param fileless whether files were chosen, which no page can carry on
public record Unsent(String action, List<Typed> typed, boolean fileless) {
    private static final String TOKEN = "_csrf";

    /// 一栏 — one field as it was sent.
    public record Typed(String name, String value) {}

    public Unsent {
        typed = List.copyOf(typed);
    }

    /// Nothing of a form of another site, nor of one that asks for passphrases or codes.
    static Optional<Unsent> of(HttpServletRequest request) {
        String action = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
        boolean kept =
                Requests.isOwnForm(request)
                        && request.getParameter(Requests.ACTING) != null
                        && Requests.inside(action).equals(action)
                        && Stream.of("/account", "/sign").noneMatch(action::startsWith);
        return kept ? Optional.of(read(action, request)) : Optional.empty();
    }

    private static Unsent read(String action, HttpServletRequest request) {
        boolean files = String.valueOf(request.getContentType()).startsWith("multipart/");
        boolean shown = files && request.getParameter(Again.PARAMETER) == null;
        List<Typed> typed =
                request.getParameterMap().entrySet().stream()
                        .filter(each -> !each.getKey().equals(TOKEN))
                        .flatMap(
                                each ->
                                        Stream.of(each.getValue())
                                                .map(value -> new Typed(each.getKey(), value)))
                        .toList();
        return new Unsent(
                action,
                shown
                        ? Stream.concat(
                                        typed.stream(),
                                        Stream.of(new Typed(Again.PARAMETER, "show")))
                                .toList()
                        : typed,
                files);
    }
}
