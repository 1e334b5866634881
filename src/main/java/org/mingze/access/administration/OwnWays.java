package org.mingze.access.administration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mingze.access.Office;
import org.mingze.access.SignedIn;
import org.mingze.access.external.Bindings;
import org.mingze.access.external.IdentityProvider;
import org.mingze.access.passkey.Passkeys;
import org.mingze.access.trail.CivilTime;
import org.mingze.web.Act;
import org.mingze.web.Blank;
import org.mingze.web.Fact;
import org.mingze.web.Prose;
import org.springframework.stereotype.Component;

/// 别的登录法 — how one comes in without typing a passphrase: passkeys, and the identity provider
/// where one is configured.
@Component
class OwnWays {
    private static final String BASE = "/account";

    private final Passkeys passkeys;
    private final Bindings bindings;
    private final IdentityProvider provider;

    OwnWays(Passkeys passkeys, Bindings bindings, IdentityProvider provider) {
        this.passkeys = passkeys;
        this.bindings = bindings;
        this.provider = provider;
    }

    List<AdministrationPage.Section> sections(SignedIn own) {
        List<AdministrationPage.Section> sections = new ArrayList<>();
        sections.add(passkeys(own));
        bindings.of(own.county(), own.signInName())
                .ifPresent(bound -> sections.add(external(bound, BASE + "/external/removal")));
        return sections;
    }

    /// What is done about signing in: these, and those of the other ways.
    List<Act> acts(SignedIn own, Act... others) {
        List<Act> acts = new ArrayList<>(List.of(others));
        acts.add(Act.of("加通行密钥", BASE + "/passkeys"));
        if (provider.isConfigured()
                && own.office() == Office.OFFICIAL
                && bindings.of(own.county(), own.signInName()).isEmpty()) {
            acts.add(Act.of("绑定" + provider.name(), BASE + "/external"));
        }
        return acts;
    }

    /// What an account is bound to, with the act that ends it.
    static AdministrationPage.Facts external(Bindings.Bound bound, String removal) {
        return new AdministrationPage.Facts(
                "external",
                "外部认证",
                List.of(
                        Fact.of("认证方", bound.issuer()),
                        Fact.of("在那边是", bound.name()),
                        Fact.of("绑定于", CivilTime.minute(bound.since())),
                        Fact.of("上次用", bound.used().map(CivilTime::minute).orElse("没有用过"))),
                List.of(AdministrationPage.Button.small("解除外部认证", "", removal)));
    }

    private AdministrationPage.Table passkeys(SignedIn own) {
        List<Passkeys.Known> keys = passkeys.of(own);
        return new AdministrationPage.Table(
                "passkeys",
                "通行密钥",
                String.valueOf(keys.size()),
                List.of("名称", "做于", "上次用"),
                keys.stream().map(OwnWays::line).toList(),
                Optional.of(
                        new Blank(
                                "还没有通行密钥",
                                "在常用的设备上做一把，登录时用指纹、面容或锁屏密码代替口令和动态码。",
                                Optional.empty())));
    }

    private static AdministrationPage.Line line(Passkeys.Known key) {
        return new AdministrationPage.Line(
                List.of(
                        Prose.of(key.name()),
                        Prose.of(CivilTime.minute(key.made())),
                        Prose.of(key.used().map(CivilTime::minute).orElse("没有用过"))),
                List.of(
                        AdministrationPage.Button.small(
                                "删去", key.name(), BASE + "/passkeys/" + key.id() + "/removal")));
    }
}
