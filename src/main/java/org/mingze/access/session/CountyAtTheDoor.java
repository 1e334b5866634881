package org.mingze.access.session;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mingze.access.Counties;
import org.mingze.access.County;
import org.mingze.access.SignedIn;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/// 进哪个县的门 — said in the form or the address, else where this browser came in last; where
/// there is only one county, that one.
@Component
public class CountyAtTheDoor {
    /// The field of the form, the parameter of the address and the cookie.
    public static final String NAME = "county";

    private final Counties counties;

    CountyAtTheDoor(Counties counties) {
        this.counties = counties;
    }

    /// Empty when there are several and none was said.
    public Optional<County> asked(HttpServletRequest request) {
        List<County> all = counties.all();
        if (all.size() < 2) {
            return Optional.of(all.isEmpty() ? Counties.NONE : all.getFirst());
        }
        String said = request.getParameter(NAME);
        return named(all, said == null ? kept(request) : said);
    }

    /// Keeps where somebody came in, for the next time in this browser.
    public void keep(SignedIn who, HttpServletRequest request, HttpServletResponse response) {
        if (counties.all().size() < 2) {
            return;
        }
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(NAME, String.valueOf(who.county()))
                        .path("/")
                        .maxAge(Duration.ofDays(365))
                        .httpOnly(true)
                        .sameSite("Lax")
                        .secure(request.isSecure())
                        .build()
                        .toString());
    }

    private static String kept(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? ""
                : Stream.of(cookies)
                        .filter(cookie -> cookie.getName().equals(NAME))
                        .map(Cookie::getValue)
                        .findFirst()
                        .orElse("");
    }

    private static Optional<County> named(List<County> all, String said) {
        return all.stream()
                .filter(
                        county ->
                                county.name().equals(said)
                                        || String.valueOf(county.id()).equals(said))
                .findFirst();
    }
}
