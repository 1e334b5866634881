package org.mingze.web.serving;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.mingze.web.NotFound;
import org.mingze.web.Requests;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// 显示 — 大字, 深色, keys and language are kept in cookies of this browser.
@Controller
class AppearanceController {
    private static final Map<String, Set<String>> CHOICES =
            Map.of(
                    Requests.SIZE, Set.of("large", "plain"),
                    Requests.THEME, Set.of("light", "dark"),
                    Requests.KEYS, Set.of("on", "off"),
                    Requests.LANGUAGE, Set.of("en", "zh"));

    @PostMapping("/appearance")
    ResponseEntity<Void> choose(
            @RequestParam String choose,
            @RequestParam(defaultValue = "/") String back,
            HttpServletRequest request) {
        String[] choice = choose.split(":", 2);
        if (choice.length < 2 || !CHOICES.getOrDefault(choice[0], Set.of()).contains(choice[1])) {
            throw NotFound.page();
        }
        ResponseCookie cookie =
                ResponseCookie.from(choice[0], choice[1])
                        .path("/")
                        .maxAge(Duration.ofDays(365))
                        .httpOnly(true)
                        .sameSite("Lax")
                        .secure(request.isSecure())
                        .build();
        return ResponseEntity.status(303)
                .header(HttpHeaders.SET_COOKIE, cookie.toString())
                .header(HttpHeaders.LOCATION, Requests.inside(back))
                .build();
    }
}
