package org.mingze.access.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mingze.access.Counties;
import org.mingze.access.County;
import org.mingze.access.SamplePeople;
import org.mingze.access.SignInPage;
import org.mingze.access.external.IdentityProvider;
import org.mingze.access.passkey.Challenges;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// 登录页 — shown with what was wrong the last time, once.
@Controller
class SignInController {
    private final Counties counties;
    private final CountyAtTheDoor door;
    private final ObjectProvider<SamplePeople> samples;
    private final IdentityProvider provider;
    private final String site;

    SignInController(
            Counties counties,
            CountyAtTheDoor door,
            ObjectProvider<SamplePeople> samples,
            IdentityProvider provider,
            Environment environment) {
        this.counties = counties;
        this.door = door;
        this.samples = samples;
        this.provider = provider;
        this.site = environment.getProperty("mingze.address", "").strip();
    }

    @GetMapping("/sign-in")
    ModelAndView show(
            @RequestParam(defaultValue = "") String account,
            @RequestParam @Nullable String out,
            HttpServletRequest request) {
        HttpSession session = request.getSession();
        Optional<County> asked = door.asked(request);
        String fault = once(session, Gate.FAULT);
        String typed = once(session, Gate.ACCOUNT);
        SignInPage page =
                new SignInPage(
                        account.isEmpty() ? typed : account,
                        fault,
                        out == null ? "" : "已退出。",
                        people(asked),
                        choices(asked),
                        Challenges.open(request, Gate.PASSKEY),
                        site.isBlank()
                                ? request.getServerName()
                                : Optional.ofNullable(URI.create(site).getHost()).orElse(""),
                        provider.name());
        return new ModelAndView("access/sign-in", Map.of("page", page));
    }

    private List<SignInPage.Sample> people(Optional<County> asked) {
        SamplePeople known = samples.getIfAvailable();
        return known == null
                ? List.of()
                : asked.filter(County::sample)
                        .map(county -> known.of(county.id()))
                        .orElse(List.of());
    }

    private List<SignInPage.Choice> choices(Optional<County> asked) {
        List<County> all = counties.all();
        return all.size() < 2
                ? List.of()
                : all.stream()
                        .map(
                                county ->
                                        new SignInPage.Choice(
                                                county.id(),
                                                county.name(),
                                                asked.equals(Optional.of(county))))
                        .toList();
    }

    private static String once(HttpSession session, String name) {
        Object value = session.getAttribute(name);
        session.removeAttribute(name);
        return value instanceof String text ? text : "";
    }
}
