package org.mingze.access.passkey;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.mingze.access.Counties;
import org.mingze.access.SignInOutcome;
import org.mingze.access.SignInSentence;
import org.mingze.access.SignedIn;
import org.mingze.access.SigningIn;
import org.mingze.access.trail.Auditing;
import org.mingze.access.trail.TrailLine;
import org.mingze.web.Field;
import org.mingze.web.NotFound;
import org.mingze.web.Notice;
import org.springframework.core.env.Environment;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// 我的通行密钥 — a key is added with the passphrase, and taken away.
@Controller
class PasskeyController {
    private static final String BASE = "/account/passkeys";
    private static final String MAKING = "make";
    private static final int NAME_MAX = 40;

    private final Passkeys passkeys;
    private final SigningIn signingIn;
    private final Auditing auditing;
    private final Counties counties;
    private final String address;
    private final Ceremony ceremony = new Ceremony();

    PasskeyController(
            Passkeys passkeys,
            SigningIn signingIn,
            Auditing auditing,
            Counties counties,
            Environment environment) {
        this.passkeys = passkeys;
        this.signingIn = signingIn;
        this.auditing = auditing;
        this.counties = counties;
        this.address = environment.getProperty(PasskeyDoorController.ADDRESS, "");
    }

    @GetMapping(BASE)
    ModelAndView ask(SignedIn own, HttpServletRequest request) {
        return page(own, request, "", "", "");
    }

    private ModelAndView page(
            SignedIn own,
            HttpServletRequest request,
            String name,
            String passphraseFault,
            String nameFault) {
        Site site = Site.of(address, request);
        PasskeyPage page =
                new PasskeyPage(
                        Challenges.open(request, MAKING),
                        site.name(),
                        "明责 " + counties.of(own.county()).name(),
                        Site.text(Site.handle(own)),
                        own.signInName(),
                        String.join(" ", passkeys.credentials(own)),
                        field("current", "现在的口令", "", "password", "", passphraseFault),
                        field("name", "叫它什么", "如办公室电脑、本人手机", "text", name, nameFault));
        return new ModelAndView("access/passkey", Map.of("page", page));
    }

    private static Field field(
            String name, String label, String hint, String kind, String value, String fault) {
        return new Field(name, label, hint, true, fault, new Field.Control.Line(value, kind, ""));
    }

    @PostMapping(BASE)
    ModelAndView add(
            SignedIn own,
            @RequestParam(defaultValue = "") String current,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String client,
            @RequestParam(defaultValue = "") String attestation,
            HttpServletRequest request,
            RedirectAttributes after) {
        Optional<byte[]> challenge = Challenges.take(request, MAKING);
        String called = name.strip();
        if (called.isEmpty() || called.length() > NAME_MAX) {
            return page(own, request, called, "", "给它取个名，不超过" + NAME_MAX + "字。");
        }
        if (passkeys.of(own).size() >= Passkeys.MOST) {
            return page(own, request, called, "", "已有" + Passkeys.MOST + "把，先删去不用的。");
        }
        Instant now = Instant.now();
        SignInOutcome tried = signingIn.attempt(own.county(), own.signInName(), current, now);
        if (!(tried instanceof SignInOutcome.Admitted)) {
            auditing.tell(own, request, TrailLine.Deed.refused("加通行密钥", called, "现在的口令不对"));
            String fault =
                    tried instanceof SignInOutcome.Locked
                            ? SignInSentence.of(tried)
                            : "不对。写现在登录用的口令，再做一次。";
            return page(own, request, called, fault, "");
        }
        Site site = Site.of(address, request);
        Optional<Ceremony.Made> made =
                challenge.flatMap(asked -> ceremony.made(site, asked, client, attestation));
        if (made.isEmpty() || !kept(own, site, called, made.get(), now)) {
            auditing.tell(own, request, TrailLine.Deed.refused("加通行密钥", called, "设备的答复对不上"));
            return page(own, request, called, "", "设备的答复对不上，没有加上。再做一次。");
        }
        auditing.tell(own, request, TrailLine.Deed.done("加通行密钥", called));
        after.addFlashAttribute(
                Notice.FLASH, Notice.done("通行密钥已加：" + called, "下次登录点“用通行密钥登录”；口令照常能用。"));
        return new ModelAndView("redirect:/account");
    }

    private boolean kept(SignedIn own, Site site, String name, Ceremony.Made made, Instant now) {
        try {
            passkeys.add(own, site, name, made, now);
            return true;
        } catch (DuplicateKeyException there) {
            return false;
        }
    }

    @PostMapping(BASE + "/{id:[0-9a-f-]{36}}/removal")
    String remove(
            SignedIn own,
            @PathVariable UUID id,
            HttpServletRequest request,
            RedirectAttributes after) {
        String name =
                passkeys.remove(own, id)
                        .orElseThrow(() -> new NotFound("没有这把通行密钥", "它可能已经删去，或不是你的。回我的账号看。"));
        auditing.tell(own, request, TrailLine.Deed.done("删通行密钥", name));
        after.addFlashAttribute(
                Notice.FLASH, Notice.done("通行密钥已删去：" + name, "它再也登录不了；设备上留着的那一份可以自己删。"));
        return "redirect:/account";
    }
}
