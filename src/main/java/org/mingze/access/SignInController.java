package org.mingze.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mingze.access.session.Gate;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// 登录页 — shown with what was wrong the last time, once.
@Controller
class SignInController {
    private final County county;
    private final ObjectProvider<SamplePeople> samples;

    SignInController(County county, ObjectProvider<SamplePeople> samples) {
        this.county = county;
        this.samples = samples;
    }

    @GetMapping("/sign-in")
    ModelAndView show(
            @RequestParam(defaultValue = "") String account,
            @RequestParam @Nullable String out,
            HttpServletRequest request) {
        HttpSession session = request.getSession();
        String fault = once(session, Gate.FAULT);
        String typed = once(session, SecurityRules.ACCOUNT);
        SignInPage page =
                new SignInPage(
                        account.isEmpty() ? typed : account,
                        fault,
                        out == null ? "" : "已退出。",
                        people());
        return new ModelAndView("access/sign-in", Map.of("page", page));
    }

    private List<SignInPage.Sample> people() {
        SamplePeople known = samples.getIfAvailable();
        return county.sample() && known != null ? known.of(county.id()) : List.of();
    }

    private static String once(HttpSession session, String name) {
        Object value = session.getAttribute(name);
        session.removeAttribute(name);
        return value instanceof String text ? text : "";
    }
}
