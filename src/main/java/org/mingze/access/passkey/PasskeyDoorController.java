package org.mingze.access.passkey;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.mingze.access.Counties;
import org.mingze.access.session.Gate;
import org.mingze.access.trail.Auditing;
import org.mingze.access.trail.TrailLine;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// 用通行密钥登录 — the key says the county and the account; nothing is typed.
@Controller
class PasskeyDoorController {
    /// The address that browsers see, where it is not the one that reaches the program.
    static final String ADDRESS = "mingze.address";

    private final Passkeys passkeys;
    private final Counties counties;
    private final Gate gate;
    private final Auditing auditing;
    private final String address;
    private final Ceremony ceremony = new Ceremony();

    PasskeyDoorController(
            Passkeys passkeys,
            Counties counties,
            Gate gate,
            Auditing auditing,
            Environment environment) {
        this.passkeys = passkeys;
        this.counties = counties;
        this.gate = gate;
        this.auditing = auditing;
        this.address = environment.getProperty(ADDRESS, "");
    }

    @PostMapping(Gate.PASSKEY)
    String enter(
            @RequestParam(defaultValue = "") String credential,
            @RequestParam(defaultValue = "") String client,
            @RequestParam(defaultValue = "") String authenticator,
            @RequestParam(defaultValue = "") String signature,
            @RequestParam(defaultValue = "") String user,
            HttpServletRequest request,
            HttpServletResponse response) {
        Ceremony.Shown shown =
                new Ceremony.Shown(credential, client, authenticator, signature, user);
        Optional<byte[]> challenge = Challenges.take(request, Gate.PASSKEY);
        Optional<Passkeys.Held> held = held(shown);
        Site site = Site.of(address, request);
        OptionalLong uses =
                challenge.isPresent()
                                && held.filter(key -> key.site().equals(site.name())).isPresent()
                        ? ceremony.fits(site, challenge.get(), held.get().key(), shown)
                        : OptionalLong.empty();
        if (held.isEmpty() || uses.isEmpty()) {
            refuse(shown, held, request);
            return "redirect:" + Gate.DOOR;
        }
        passkeys.used(held.get(), uses.getAsLong(), Instant.now());
        Gate.Recognised by = new Gate.Recognised("通行密钥", true);
        return "redirect:" + gate.admit(held.get().who(), by, request, response);
    }

    private Optional<Passkeys.Held> held(Ceremony.Shown shown) {
        byte[] handle = Site.bytes(shown.user());
        return counties.all().stream()
                .filter(county -> Site.county(handle).orElse(-1) == county.id())
                .findFirst()
                .flatMap(county -> passkeys.find(county.id(), shown.credential()))
                .filter(key -> Site.isHandle(key.who(), handle));
    }

    private void refuse(
            Ceremony.Shown shown, Optional<Passkeys.Held> held, HttpServletRequest request) {
        request.getSession().setAttribute(Gate.FAULT, "这把通行密钥对不上，或已经删去。用账号和口令登录，再到我的账号里看。");
        TrailLine.Deed refused = TrailLine.Deed.refused("登录", "", "通行密钥对不上");
        if (held.isPresent()) {
            auditing.tell(held.get().who(), request, refused);
        } else {
            Site.county(Site.bytes(shown.user())).stream()
                    .filter(id -> counties.of(id).id() == id && id > 0)
                    .forEach(id -> auditing.tell(id, "", request, refused));
        }
    }
}
