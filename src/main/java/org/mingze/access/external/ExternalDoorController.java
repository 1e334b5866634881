package org.mingze.access.external;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.mingze.access.Counties;
import org.mingze.access.County;
import org.mingze.access.Officers;
import org.mingze.access.SignedIn;
import org.mingze.access.session.CountyAtTheDoor;
import org.mingze.access.session.Gate;
import org.mingze.access.trail.Auditing;
import org.mingze.access.trail.TrailLine;
import org.mingze.web.NotFound;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/// 外部认证的门 — to the provider and back; whoever it recognises comes in as with a passphrase.
@Controller
class ExternalDoorController {
    private final IdentityProvider provider;
    private final RecognisingIdentity recognising;
    private final CountyAtTheDoor door;
    private final Counties counties;
    private final Officers officers;
    private final Gate gate;
    private final Auditing auditing;

    ExternalDoorController(
            IdentityProvider provider,
            RecognisingIdentity recognising,
            CountyAtTheDoor door,
            Counties counties,
            Officers officers,
            Gate gate,
            Auditing auditing) {
        this.provider = provider;
        this.recognising = recognising;
        this.door = door;
        this.counties = counties;
        this.officers = officers;
        this.gate = gate;
        this.auditing = auditing;
    }

    @PostMapping(Gate.EXTERNAL)
    ModelAndView leave(HttpServletRequest request, HttpServletResponse response) {
        requireOne();
        Optional<County> county = door.asked(request);
        if (county.isEmpty()) {
            return new ModelAndView(back(Optional.empty(), "先选哪个县，再登录。", request));
        }
        Errand errand = new Errand(county.get().id(), "");
        Optional<String> address = provider.leaving(errand, request, response);
        if (address.isEmpty()) {
            return new ModelAndView(
                    refused(errand, "", "", sentence(ExternalRefusal.UNREACHABLE), request));
        }
        return new ModelAndView(
                "access/leaving", Map.of("page", new LeavingPage(provider.name(), address.get())));
    }

    @GetMapping(Gate.RETURNED)
    String arrive(HttpServletRequest request, HttpServletResponse response) {
        requireOne();
        return switch (provider.answer(request, response)) {
            case Answer.Refused refused -> turnedBack(refused, request);
            case Answer.Recognised known ->
                    known.errand().binds()
                            ? offered(known, request)
                            : entered(known, request, response);
        };
    }

    private String entered(
            Answer.Recognised known, HttpServletRequest request, HttpServletResponse response) {
        Identity identity = known.identity();
        String subject = identity.issuer() + " " + identity.subject();
        return switch (recognising.recognise(known.errand().county(), identity, Instant.now())) {
            case RecognisingIdentity.Outcome.Refused(String account, String sentence) ->
                    refused(known.errand(), account, subject, sentence, request);
            case RecognisingIdentity.Outcome.Known(SignedIn who, boolean bound) -> {
                if (bound) {
                    auditing.tell(who, request, TrailLine.Deed.done("绑定外部认证", subject));
                }
                String how = "外部认证 " + identity.issuer() + (identity.strong() ? "，那边验过第二因素" : "");
                Gate.Recognised by = new Gate.Recognised(how, identity.strong());
                yield "redirect:" + gate.admit(who, by, request, response);
            }
        };
    }

    /// What stands at the binding page until its holder says yes.
    private String offered(Answer.Recognised known, HttpServletRequest request) {
        Errand errand = known.errand();
        if (isHere(errand)) {
            request.getSession().setAttribute(BindingController.OFFERED, known.identity());
        }
        return "redirect:" + BindingController.BASE;
    }

    private String turnedBack(Answer.Refused refused, HttpServletRequest request) {
        String sentence = sentence(refused.why());
        if (refused.errand().isEmpty()) {
            door.asked(request)
                    .map(county -> new Errand(county.id(), ""))
                    .ifPresent(none -> tell(none, "", sentence, refused.told(), request));
            return back(Optional.empty(), sentence, request);
        }
        Errand errand = refused.errand().get();
        if (isHere(errand)) {
            tell(errand, errand.account(), sentence, refused.told(), request);
            request.getSession().setAttribute(BindingController.FAULT, sentence);
            return "redirect:" + BindingController.BASE;
        }
        return refused(errand, "", refused.told(), sentence, request);
    }

    private boolean isHere(Errand errand) {
        return errand.binds()
                && officers.signedIn()
                        .filter(who -> who.county() == errand.county())
                        .filter(who -> who.signInName().equals(errand.account()))
                        .isPresent();
    }

    private String refused(
            Errand errand,
            String account,
            String subject,
            String sentence,
            HttpServletRequest request) {
        tell(errand, account, sentence, subject, request);
        return back(Optional.of(errand), sentence, request);
    }

    private void tell(
            Errand errand,
            String account,
            String sentence,
            String subject,
            HttpServletRequest request) {
        TrailLine.Deed deed =
                errand.binds()
                        ? TrailLine.Deed.refused("绑定外部认证", subject, sentence)
                        : TrailLine.Deed.refused("登录", subject, "外部认证，" + sentence);
        auditing.tell(errand.county(), account, request, deed);
    }

    /// To the door of the county, with what is to be said there.
    private String back(Optional<Errand> errand, String sentence, HttpServletRequest request) {
        request.getSession().setAttribute(Gate.FAULT, sentence);
        return counties.all().size() < 2
                ? "redirect:" + Gate.DOOR
                : errand.map(
                                sent ->
                                        "redirect:"
                                                + Gate.DOOR
                                                + "?"
                                                + CountyAtTheDoor.NAME
                                                + "="
                                                + sent.county())
                        .orElse("redirect:" + Gate.DOOR);
    }

    private String sentence(ExternalRefusal why) {
        return why.sentence(provider.name());
    }

    private void requireOne() {
        if (!provider.isConfigured()) {
            throw NotFound.page();
        }
    }
}
