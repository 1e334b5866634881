package org.mingze.access.factor;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.Map;
import org.mingze.access.SignInOutcome;
import org.mingze.access.SignInPage;
import org.mingze.access.SignInSentence;
import org.mingze.access.SignedIn;
import org.mingze.access.SigningIn;
import org.mingze.access.session.Gate;
import org.mingze.access.session.Sessions;
import org.mingze.access.trail.Auditing;
import org.mingze.access.trail.TrailLine;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// 第二步 — asks for the code of the second factor after the passphrase was right.
@Controller
class CodeController {
    private final SigningIn signingIn;
    private final Factors factors;
    private final Sessions sessions;
    private final Auditing auditing;
    private final Gate gate;

    CodeController(
            SigningIn signingIn, Factors factors, Sessions sessions, Auditing auditing, Gate gate) {
        this.signingIn = signingIn;
        this.factors = factors;
        this.sessions = sessions;
        this.auditing = auditing;
        this.gate = gate;
    }

    @GetMapping(Gate.CODE)
    ModelAndView ask(SignedIn who) {
        return page(who, "");
    }

    @PostMapping(Gate.CODE)
    ModelAndView answer(
            SignedIn who,
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (code.isBlank()) {
            return page(who, "还没有填。填手机验证器上现在的六位数，或一个恢复码；这次不算一次尝试。");
        }
        Instant now = Instant.now();
        SignInOutcome outcome = signingIn.confirm(who, () -> factors.passes(who, code, now), now);
        if (!(outcome instanceof SignInOutcome.Admitted)) {
            String fault = SignInSentence.ofCode(outcome, factors.isSpent(who, code));
            auditing.tell(who, request, TrailLine.Deed.refused("动态码", "", fault));
            return page(who, fault);
        }
        sessions.passCode(who, Gate.current(request));
        Gate.admitted(request);
        request.changeSessionId();
        auditing.tell(who, request, TrailLine.Deed.done("动态码", ""));
        return new ModelAndView("redirect:" + gate.arrival(who, request, response));
    }

    private static ModelAndView page(SignedIn who, String fault) {
        return new ModelAndView(
                "access/code", Map.of("page", SignInPage.of(who.signInName(), fault)));
    }
}
