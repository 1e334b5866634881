package org.mingze.access.external;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mingze.access.Office;
import org.mingze.access.SignInOutcome;
import org.mingze.access.SignInSentence;
import org.mingze.access.SignedIn;
import org.mingze.access.SigningIn;
import org.mingze.access.administration.AdministrationPage;
import org.mingze.access.trail.Auditing;
import org.mingze.access.trail.TrailLine;
import org.mingze.web.Field;
import org.mingze.web.Heading;
import org.mingze.web.Link;
import org.mingze.web.Listing;
import org.mingze.web.NotFound;
import org.mingze.web.NotPermitted;
import org.mingze.web.Notice;
import org.mingze.web.Place;
import org.mingze.web.Prose;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// 绑定外部认证 — the holder of an account goes to the provider, comes back and says yes with the
/// passphrase.
@Controller
class BindingController {
    static final String BASE = "/account/external";

    /// The identity that the provider recognised, until it is bound.
    static final String OFFERED = "access.external.offered";

    /// What is to be said about going there, once.
    static final String FAULT = "access.external.fault";

    private final IdentityProvider provider;
    private final Bindings bindings;
    private final SigningIn signingIn;
    private final Auditing auditing;

    BindingController(
            IdentityProvider provider, Bindings bindings, SigningIn signingIn, Auditing auditing) {
        this.provider = provider;
        this.bindings = bindings;
        this.signingIn = signingIn;
        this.auditing = auditing;
    }

    @GetMapping(BASE)
    ModelAndView ask(SignedIn own, HttpServletRequest request) {
        permit(own);
        if (bindings.of(own.county(), own.signInName()).isPresent()) {
            return new ModelAndView("redirect:/account");
        }
        HttpSession session = request.getSession();
        Object fault = session.getAttribute(FAULT);
        session.removeAttribute(FAULT);
        return page(own, request, fault instanceof String sentence ? sentence : "", "");
    }

    private ModelAndView page(
            SignedIn own, HttpServletRequest request, String fault, String passphraseFault) {
        String name = provider.name();
        List<AdministrationPage.Section> sections = new ArrayList<>();
        Optional<Identity> offered = offered(request);
        if (offered.isPresent()) {
            Prose lede =
                    Prose.of("你在" + name + "是")
                            .strong(offered.get().name())
                            .words("，绑到账号")
                            .strong(own.signInName())
                            .words("。");
            sections.add(
                    form("确认", lede, BASE + "/binding", List.of(secret(passphraseFault)), "绑定"));
        } else {
            Prose lede = fault.isEmpty() ? Prose.of("先到那边登录，再回来确认。") : Prose.EMPTY.failing(fault);
            sections.add(form("先去认一认", lede, BASE, List.of(), "去" + name));
        }
        Heading heading =
                new Heading(
                        List.of(new Link("我的账号", "/account")),
                        "绑定" + name,
                        Prose.of("绑定后，登录时可以用" + name + "代替账号和口令；口令照常能用。"),
                        List.of());
        return new ModelAndView(
                "access/administration",
                Map.of(
                        "page",
                        new AdministrationPage(
                                Place.OWN_ACCOUNT, heading, Listing.PLAIN, sections)));
    }

    private static AdministrationPage.Form form(
            String heading, Prose lede, String action, List<Field> fields, String button) {
        return new AdministrationPage.Form("bind", heading, lede, action, fields, button);
    }

    private static Field secret(String fault) {
        return new Field(
                "current", "现在的口令", "", true, fault, new Field.Control.Line("", "password", ""));
    }

    @PostMapping(BASE)
    ModelAndView leave(SignedIn own, HttpServletRequest request, HttpServletResponse response) {
        permit(own);
        request.getSession().removeAttribute(OFFERED);
        Errand errand = new Errand(own.county(), own.signInName());
        return provider.leaving(errand, request, response)
                .map(
                        address ->
                                new ModelAndView(
                                        "access/leaving",
                                        Map.of("page", new LeavingPage(provider.name(), address))))
                .orElseGet(() -> page(own, request, sentence(ExternalRefusal.UNREACHABLE), ""));
    }

    @PostMapping(BASE + "/binding")
    ModelAndView bind(
            SignedIn own,
            @RequestParam(defaultValue = "") String current,
            HttpServletRequest request,
            RedirectAttributes after) {
        permit(own);
        Optional<Identity> offered = offered(request);
        if (offered.isEmpty()) {
            return page(own, request, sentence(ExternalRefusal.NOT_SENT), "");
        }
        Instant now = Instant.now();
        SignInOutcome tried = signingIn.attempt(own.county(), own.signInName(), current, now);
        if (!(tried instanceof SignInOutcome.Admitted)) {
            auditing.tell(own, request, TrailLine.Deed.refused("绑定外部认证", "", "现在的口令不对"));
            return page(
                    own,
                    request,
                    "",
                    tried instanceof SignInOutcome.Locked
                            ? SignInSentence.of(tried)
                            : "不对。写现在登录用的口令。");
        }
        Identity identity = offered.get();
        String subject = identity.issuer() + " " + identity.subject();
        request.getSession().removeAttribute(OFFERED);
        if (!bindings.bind(own, identity, now)) {
            auditing.tell(own, request, TrailLine.Deed.refused("绑定外部认证", subject, "已绑定别的账号"));
            return page(own, request, "这个身份已绑定别的账号。先在那个账号里解除，再来绑定。", "");
        }
        auditing.tell(own, request, TrailLine.Deed.done("绑定外部认证", subject));
        after.addFlashAttribute(
                Notice.FLASH, Notice.done(provider.name() + "已绑定", "下次登录可以用它；口令照常能用。"));
        return new ModelAndView("redirect:/account");
    }

    @PostMapping(BASE + "/removal")
    String remove(SignedIn own, HttpServletRequest request, RedirectAttributes after) {
        if (!bindings.remove(own.county(), own.signInName())) {
            throw new NotFound("没有绑定外部认证", "它可能已经解除。回我的账号看。");
        }
        auditing.tell(own, request, TrailLine.Deed.done("解除外部认证", own.signInName()));
        after.addFlashAttribute(Notice.FLASH, Notice.done("外部认证已解除", "登录用账号和口令。"));
        return "redirect:/account";
    }

    private static Optional<Identity> offered(HttpServletRequest request) {
        return request.getSession().getAttribute(OFFERED) instanceof Identity identity
                ? Optional.of(identity)
                : Optional.empty();
    }

    private String sentence(ExternalRefusal why) {
        return why.sentence(provider.name());
    }

    private void permit(SignedIn own) {
        if (!provider.isConfigured()) {
            throw NotFound.page();
        }
        if (own.office() != Office.OFFICIAL) {
            throw new NotPermitted(
                    "管理员的账号不绑定外部认证", own.office().canSee(), "管理员用口令和第二因素登录，认证方出了事也能进来。");
        }
    }
}
