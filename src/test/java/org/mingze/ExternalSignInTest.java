package org.mingze;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mingze.access.Office;
import org.mingze.access.SignedIn;
import org.mingze.access.SigningIn;
import org.mingze.access.factor.Factors;

/// Two counties on one server, an identity provider that is really asked. Each test has a person of
/// its own.
@DisplayName("外部认证：先绑定，再登录；每一种不成都有一句话")
class ExternalSignInTest {
    private final Together server = Together.shared();
    private final OidcProvider provider = server.provider;

    @BeforeEach
    @AfterEach
    void whole() {
        provider.errs(OidcProvider.Fault.NONE);
    }

    @Test
    @DisplayName("没有配置：登录页和账号页没有它，地址也没有")
    void absent() {
        RunningMingze plain = RunningMingze.shared();
        Visitor stranger = Visitor.anonymous(plain.address());
        assertThat(stranger.get("/sign-in").document().select("[formaction]")).isEmpty();
        assertThat(stranger.post("/sign-in/external", new Visitor.Answers()).status())
                .isEqualTo(404);
        assertThat(stranger.get("/sign-in/returned?code=a&state=b").status()).isEqualTo(404);
        Visitor own = plain.account("p019");
        assertThat(own.get("/account").text("main")).doesNotContain("外部认证");
        assertThat(own.get("/account/external").status()).isEqualTo(404);
    }

    @Test
    @DisplayName("口令登录的人绑定，之后外部认证进来的是同一个人；登录列得出、结束得了，审计写明是哪个认证方")
    void bindsAndEnters() {
        Walk walk = new Walk(Together.FIRST, "p022");
        walk.binds("sub-22");
        Visitor.Page arrived = walk.enters("sub-22");
        assertThat(arrived.status()).isEqualTo(200);
        assertThat(arrived.path()).isEqualTo("/");
        assertThat(arrived.text(".rail .post summary"))
                .isEqualTo(walk.own.get("/").text(".rail .post summary"));
        Visitor.Page account = walk.visitor.get("/account");
        assertThat(account.text("[aria-labelledby=external] dl"))
                .contains(provider.issuer(), "绑定于");
        assertThat(account.text("[aria-labelledby=sessions]")).contains("（这里）");
        Visitor.Page seen = walk.own.get("/account");
        walk.own.send(seen, "form[action$=/end]", new Visitor.Answers());
        assertThat(walk.visitor.get("/records").path()).isEqualTo("/sign-in");
        assertThat(server.trail(Together.FIRST)).contains("外部认证 " + provider.issuer(), "绑定外部认证");
    }

    @Test
    @DisplayName("解除后再来就不认；安全管理员也能解除")
    void unbound() {
        Walk walk = new Walk(Together.FIRST, "p023");
        walk.binds("sub-23");
        assertThat(walk.enters("sub-23").path()).isEqualTo("/");
        walk.own.send(
                walk.own.get("/account"),
                "form[action=/account/external/removal]",
                new Visitor.Answers());
        assertThat(walk.enters("sub-23").text("#password-fault")).contains("还没有绑定这个县的账号");
        walk.binds("sub-23");
        Visitor security = server.administrator(Together.FIRST, Office.SECURITY);
        Visitor.Page page = security.get("/administration/security/accounts/p023");
        Visitor.Page after = security.send(page, "form[action$=/unbind]", new Visitor.Answers());
        assertThat(after.text(".notice")).contains("解除外部认证");
        assertThat(walk.enters("sub-23").text("#password-fault")).contains("还没有绑定这个县的账号");
    }

    @Test
    @DisplayName("两个县各绑各的：从哪个县的登录页去，就进哪个县；没选县先说选县")
    void counties() {
        Walk first = new Walk(Together.FIRST, "p024");
        Walk second = new Walk(Together.SECOND, "p024");
        first.binds("sub-24");
        assertThat(second.enters("sub-24").text("#password-fault")).contains("还没有绑定这个县的账号");
        second.binds("sub-24");
        String county = first.enters("sub-24").text(".brand small");
        assertThat(county).isEqualTo("明川县");
        assertThat(second.enters("sub-24").text(".brand small")).isNotEqualTo(county).isNotEmpty();
        Visitor nowhere = Visitor.anonymous(server.address());
        Visitor.Page asked = nowhere.post("/sign-in/external", new Visitor.Answers());
        assertThat(asked.text("#password-fault")).isEqualTo("先选哪个县，再登录。");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "DENIES, 在统一认证那边没有登录成。再点一次，或用账号和口令登录。",
        "FAILS, 统一认证那边出了差错。用账号和口令登录，或过一会再试。",
        "CHANGES_STATE, 这次认证不是从这个窗口去的，或已经办过。重新点“用统一认证登录”。",
        "DROPS_CODES, 统一认证给的凭据已经过期或用过。重新点“用统一认证登录”。",
        "FORGETS_CLIENT, 统一认证不认这个系统。用账号和口令登录，再请管服务器的人核对外部认证的配置。",
        "OTHER_ISSUER, 统一认证的答复没有通过核对，没有登录。用账号和口令登录，再请管服务器的人查日志。",
        "OTHER_AUDIENCE, 统一认证的答复没有通过核对，没有登录。用账号和口令登录，再请管服务器的人查日志。",
        "OTHER_NONCE, 统一认证的答复没有通过核对，没有登录。用账号和口令登录，再请管服务器的人查日志。",
        "OTHER_KEY, 统一认证的答复没有通过核对，没有登录。用账号和口令登录，再请管服务器的人查日志。",
        "NO_SIGNATURE, 统一认证的答复没有通过核对，没有登录。用账号和口令登录，再请管服务器的人查日志。",
        "OLD_TOKEN, 统一认证的答复没有通过核对，没有登录。用账号和口令登录，再请管服务器的人查日志。",
        "NO_TOKEN, 统一认证的答复没有通过核对，没有登录。用账号和口令登录，再请管服务器的人查日志。"
    })
    void refused(OidcProvider.Fault fault, String sentence) {
        Walk walk = new Walk(Together.FIRST, "p025");
        walk.visitor.get("/sign-in?county=1");
        walk.bindsOnce("sub-25");
        provider.errs(fault);
        Visitor.Page back = walk.enters("sub-25");
        assertThat(back.path()).startsWith("/sign-in");
        assertThat(back.text("#password-fault")).isEqualTo(sentence);
        assertThat(walk.visitor.get("/records").path()).isEqualTo("/sign-in");
        if (fault != OidcProvider.Fault.CHANGES_STATE) {
            assertThat(server.trail(Together.FIRST)).contains("外部认证，" + sentence);
        }
        provider.errs(OidcProvider.Fault.NONE);
        assertThat(walk.enters("sub-25").path())
                .as("afterwards all is well, and the page that was asked for comes")
                .startsWith("/records");
    }

    @Test
    @DisplayName("换成英文，登录页和每一种不成的话也是英文；认证方的名字照配置")
    void english() {
        Walk walk = new Walk(Together.FIRST, "p031");
        walk.binds("sub-31");
        walk.visitor.post("/appearance", new Visitor.Answers().put("choose", "language:en"));
        for (OidcProvider.Fault fault : OidcProvider.Fault.values()) {
            provider.errs(fault);
            Visitor.Page back = walk.enters("sub-31");
            if (fault == OidcProvider.Fault.NONE) {
                assertThat(back.status()).isEqualTo(200);
                assertThat(walk.visitor.get("/records").text("h1")).endsWith(" records");
            } else {
                assertThat(back.document().select("form[action=/sign-in] option").remove())
                        .as("the counties, by their names")
                        .hasSize(3);
                assertThat(back.text("form[action=/sign-in]").replace("统一认证", ""))
                        .as(fault.name())
                        .contains("Sign in")
                        .doesNotContainPattern("\\p{IsHan}");
            }
        }
    }

    @Test
    @DisplayName("用过的地址再打开不算，编的状态不算")
    void onceOnly() {
        Walk walk = new Walk(Together.FIRST, "p026");
        walk.binds("sub-26");
        Visitor.Page forged = walk.visitor.get("/sign-in/returned?code=a&state=b");
        assertThat(forged.text("#password-fault")).contains("不是从这个窗口去的");
        Visitor other = Visitor.anonymous(server.address());
        Visitor.Page page = walk.leaves(other);
        Visitor.Page elsewhere =
                walk.visitor
                        .at(provider.issuer())
                        .send(
                                walk.visitor.at(provider.issuer()).get(Walk.ahead(page)),
                                "form",
                                new Visitor.Answers().put("user", "sub-26"));
        assertThat(elsewhere.text("#password-fault"))
                .as("what one browser started, another cannot finish")
                .contains("不是从这个窗口去的");
    }

    @Test
    @DisplayName("锁定的账号外部认证也进不来，解锁就进；停用的进不来")
    void locked() {
        Walk walk = new Walk(Together.FIRST, "p027");
        walk.binds("sub-27");
        Visitor guesser = Visitor.anonymous(server.address());
        for (int wrong = 1; wrong <= 5; wrong++) {
            Together.signIn(guesser, Together.FIRST, "p027", "猜的口令" + wrong);
        }
        assertThat(walk.enters("sub-27").text("#password-fault"))
                .contains("这个账号锁定到")
                .contains("解锁");
        server.context.getBean(SigningIn.class).unlock(Together.FIRST, "p027", Instant.now());
        assertThat(walk.enters("sub-27").path()).isEqualTo("/");
        Visitor security = server.administrator(Together.FIRST, Office.SECURITY);
        String account = "/administration/security/accounts/p027";
        security.send(security.get(account), "form[action$=/suspend]", new Visitor.Answers());
        assertThat(walk.enters("sub-27").text("#password-fault")).contains("账号还没有启用");
        security.send(security.get(account), "form[action$=/release]", new Visitor.Answers());
    }

    @Test
    @DisplayName("账号有第二因素，外部认证之后照样要填动态码；没填不算一次，也不算进来了")
    void localFactor() {
        Walk walk = new Walk(Together.FIRST, "p028");
        walk.binds("sub-28");
        Factors factors = server.context.getBean(Factors.class);
        byte[] secret = factors.newSecret();
        SignedIn who = new SignedIn(Together.FIRST, "p028", "p028", Office.OFFICIAL);
        List<String> codes =
                factors.enrol(who, secret, Totp.now(secret), Instant.now()).orElseThrow();
        Visitor.Page asked = walk.enters("sub-28");
        assertThat(asked.path()).isEqualTo("/sign-in/code");
        assertThat(walk.visitor.get("/records").path()).isEqualTo("/sign-in/code");
        String form = "form[action=/sign-in/code]";
        for (int empty = 1; empty <= 6; empty++) {
            asked = walk.visitor.send(asked, form, new Visitor.Answers());
            assertThat(asked.text(".fault")).contains("不算一次尝试");
        }
        assertThat(
                        server.administrator(Together.FIRST, Office.SECURITY)
                                .get("/administration/security")
                                .text("tr:contains(p028)"))
                .contains("还没填动态码，没有进来");
        Visitor.Page arrived =
                walk.visitor.send(asked, form, new Visitor.Answers().put("code", codes.getFirst()));
        assertThat(arrived.path()).isEqualTo("/");
        factors.drop(Together.FIRST, "p028");
    }

    @Test
    @DisplayName("一个身份只绑一个账号，绑定要现在的口令，管理员的账号不绑")
    void bindingRefused() {
        Walk owner = new Walk(Together.FIRST, "p029");
        owner.binds("sub-29");
        Walk other = new Walk(Together.FIRST, "p030");
        assertThat(other.tries("sub-29", other.passphrase).text("main")).contains("这个身份已绑定别的账号");
        assertThat(other.tries("sub-30", "错的口令").text(".fault")).contains("写现在登录用的口令");
        provider.errs(OidcProvider.Fault.DENIES);
        assertThat(other.returnsToBind("sub-30").text("main")).contains("没有登录成");
    }

    @Test
    @DisplayName("没有登录的先登录，三员被拒绝并说明，别处来的表单不办")
    void whoMayBind() {
        Visitor stranger = Visitor.anonymous(server.address());
        assertThat(stranger.get("/account/external").path()).isEqualTo("/sign-in");
        for (String address : List.of("", "/binding")) {
            String path = "/account/external" + address;
            assertThat(stranger.post(path, new Visitor.Answers()).path()).isEqualTo("/sign-in");
            for (Office office : List.of(Office.SYSTEM, Office.SECURITY, Office.AUDIT)) {
                Visitor.Page refused =
                        server.administrator(Together.FIRST, office)
                                .post(path, new Visitor.Answers());
                assertThat(refused.status()).isEqualTo(403);
                assertThat(refused.text("main")).contains("管理员的账号不绑定外部认证");
            }
        }
        assertThat(stranger.postWithoutToken("/sign-in/external", new Visitor.Answers()).status())
                .isEqualTo(403);
        assertThat(server.administrator(Together.FIRST, Office.SYSTEM).get("/account").text("main"))
                .doesNotContain("统一认证");
    }

    /// A person who goes to the provider, from a browser where the passphrase was used and from
    /// another where it was not.
    private final class Walk {
        private final int county;
        private final String passphrase;
        private final Visitor own;
        private final Visitor visitor = Visitor.anonymous(server.address());

        Walk(int county, String account) {
            this.county = county;
            this.passphrase = server.passphrase(county);
            this.own = server.visitor(county, account);
        }

        Visitor.Page enters(String subject) {
            return atProvider(visitor, leaves(visitor), subject);
        }

        Visitor.Page leaves(Visitor who) {
            String token =
                    who.get("/sign-in?county=" + county)
                            .document()
                            .select("input[name=_csrf]")
                            .attr("value");
            return who.postWithoutToken(
                    "/sign-in/external",
                    new Visitor.Answers()
                            .put("county", String.valueOf(county))
                            .put("_csrf", token));
        }

        void binds(String subject) {
            assertThat(tries(subject, passphrase).text(".notice")).contains("统一认证已绑定");
        }

        void bindsOnce(String subject) {
            if (own.get("/account").document().select("#external").isEmpty()) {
                binds(subject);
            }
        }

        Visitor.Page tries(String subject, String typed) {
            return own.send(
                    returnsToBind(subject),
                    "form[action=/account/external/binding]",
                    new Visitor.Answers().put("current", typed));
        }

        Visitor.Page returnsToBind(String subject) {
            Visitor.Page leaving = own.post("/account/external", new Visitor.Answers());
            return atProvider(own, leaving, subject);
        }

        private static Visitor.Page atProvider(Visitor who, Visitor.Page leaving, String subject) {
            String base = leaving.document().select("main a").attr("href");
            Visitor there = who.at(base.substring(0, base.indexOf("/authorize")));
            return there.send(
                    there.get(ahead(leaving)), "form", new Visitor.Answers().put("user", subject));
        }

        private static String ahead(Visitor.Page leaving) {
            String address = leaving.document().select("main a").attr("href");
            assertThat(leaving.document().select("meta[http-equiv=refresh]").attr("content"))
                    .isEqualTo("0;url=" + address);
            return address.substring(address.indexOf("/authorize"));
        }
    }
}
