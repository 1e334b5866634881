package org.mingze.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.servlet.support.RequestContextUtils;

/// 请求 — what a frame reads from the request that asks for it.
public final class Requests {
    public static final String SIZE = "size";
    public static final String THEME = "theme";
    public static final String KEYS = "keys";
    public static final String LANGUAGE = "language";

    /// A cookie: the address of the style sheet that the browser keeps.
    public static final String STYLES = "styles";

    /// A field of every form: the post that it was opened as.
    public static final String ACTING = "_as";

    /// A request attribute: the form was refused because its token no longer fits.
    public static final String STALE = "mingze.stale";

    /// A request attribute: the [NotPermitted] that says why this was refused.
    public static final String REFUSED = "mingze.refused";

    /// A request attribute: how long to wait, where a network address tried too often.
    public static final String TOO_OFTEN = "mingze.too-often";

    private Requests() {}

    public static Appearance appearance(HttpServletRequest request) {
        return new Appearance(
                cookie(request, SIZE).equals("large"),
                Appearance.Theme.of(cookie(request, THEME)),
                !cookie(request, KEYS).equals("off"),
                cookie(request, LANGUAGE).equals("en"));
    }

    public static Frame.Csrf csrf(HttpServletRequest request) {
        return request.getAttribute("_csrf") instanceof CsrfToken token
                ? new Frame.Csrf(token.getParameterName(), token.getToken())
                : new Frame.Csrf("_csrf", "");
    }

    /// With the style sheet itself unless the browser says that it keeps it: nothing is painted
    /// before the sheet is there, and on a phone asking for it takes as long as the page.
    public static Frame.Assets assets(HttpServletRequest request, Frame.Assets all) {
        return cookie(request, STYLES).equals(all.styles()) ? all.kept() : all;
    }

    /// What the page before left to be said.
    public static Optional<Notice> notice(HttpServletRequest request) {
        Map<String, ?> flash = RequestContextUtils.getInputFlashMap(request);
        return flash != null && flash.get(Notice.FLASH) instanceof Notice notice
                ? Optional.of(notice)
                : Optional.empty();
    }

    /// True when htmx asks for a part of a page.
    public static boolean wantsFragment(HttpServletRequest request) {
        return "true".equals(request.getHeader("HX-Request"));
    }

    /// The address to come back to: only one inside this application. Browsers drop tabs and breaks
    /// from an address before they read it, so one that has any is not read at all.
    public static String inside(String address) {
        boolean local =
                address.startsWith("/")
                        && !address.startsWith("//")
                        && !address.contains("\\")
                        && address.chars().noneMatch(Character::isISOControl);
        return local ? address : "/";
    }

    /// Whether a page of this server sent the form.
    public static boolean isOwnForm(HttpServletRequest request) {
        try {
            String sender =
                    URI.create(String.valueOf(request.getHeader("Origin"))).getRawAuthority();
            return sender != null && sender.equals(request.getHeader("Host"));
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }

    /// The page from which a form was sent.
    public static String cameFrom(HttpServletRequest request) {
        try {
            URI page = URI.create(String.valueOf(request.getHeader("Referer")));
            String query = page.getRawQuery();
            String path = page.getRawPath() + (query == null ? "" : "?" + query);
            return String.valueOf(page.getHost()).equals(request.getServerName())
                    ? inside(path)
                    : "/";
        } catch (IllegalArgumentException unreadable) {
            return "/";
        }
    }

    private static String cookie(HttpServletRequest request, String name) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? ""
                : Stream.of(cookies)
                        .filter(cookie -> cookie.getName().equals(name))
                        .map(Cookie::getValue)
                        .findFirst()
                        .orElse("");
    }
}
