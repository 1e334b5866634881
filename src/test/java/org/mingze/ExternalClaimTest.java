package org.mingze;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mingze.access.Office;
import org.mingze.access.SignedIn;
import org.mingze.access.factor.Factors;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/// A server whose configuration says which claim names the account and what counts as a second
/// factor. The provider is down when it starts, then answers as another, then is itself.
@DisplayName("外部认证，配置写明哪一项是账号、什么算第二因素")
class ExternalClaimTest {
    private static final Together TOGETHER = Together.shared();
    private static final OidcProvider PROVIDER = OidcProvider.down();

    private static ConfigurableApplicationContext server;
    private static String whileDown;
    private static String whileAnother;

    @BeforeAll
    static void start() {
        Map<String, Object> settings = new HashMap<>(TOGETHER.database);
        settings.put("mingze.home", Path.of("target", "external-home").toAbsolutePath().toString());
        settings.put("mingze.county", "明川县");
        settings.put("mingze.oidc.issuer", PROVIDER.issuer());
        settings.put("mingze.oidc.client-id", OidcProvider.CLIENT);
        settings.put("mingze.oidc.client-secret", OidcProvider.SECRET);
        settings.put("mingze.oidc.account-claim", "preferred_username");
        settings.put("mingze.oidc.second-factor", "mfa, https://refeds.org/profile/mfa");
        server = RunningMingze.application(settings);
        whileDown = leaves(Visitor.anonymous(address())).text("#password-fault");
        PROVIDER.errs(OidcProvider.Fault.OTHER_ISSUER);
        PROVIDER.start();
        whileAnother = leaves(Visitor.anonymous(address())).text("#password-fault");
        PROVIDER.errs(OidcProvider.Fault.NONE);
    }

    @AfterAll
    static void stop() {
        server.close();
        PROVIDER.stop();
    }

    @Test
    @DisplayName("认证方停着也能启动，登录页有一句话，口令照常登录；它起来了不用重启就能用")
    void down() {
        String sentence = "现在连不上外部认证。用账号和口令登录，或过一会再试。";
        assertThat(whileDown).isEqualTo(sentence);
        assertThat(whileAnother).as("one that calls itself otherwise").isEqualTo(sentence);
        Visitor.Page plain =
                Visitor.anonymous(address()).signIn("p031", TOGETHER.passphrase(Together.FIRST));
        assertThat(plain.path()).isEqualTo("/");
        assertThat(leaves(Visitor.anonymous(address())).document().select("meta[http-equiv]"))
                .isNotEmpty();
        assertThat(TOGETHER.trail(Together.FIRST)).contains(sentence);
    }

    @Test
    @DisplayName("说的账号有，就绑定并进来；再换一个身份说同一个账号，不认")
    void named() {
        PROVIDER.knows("one", Map.of("preferred_username", "P032", "name", "三十二号"));
        PROVIDER.knows("two", Map.of("preferred_username", "p032"));
        Visitor visitor = Visitor.anonymous(address());
        assertThat(enters(visitor, "one").path()).isEqualTo("/");
        Visitor.Page account = visitor.get("/account");
        assertThat(account.text("main")).contains("三十二号", "解除外部认证");
        assertThat(enters(Visitor.anonymous(address()), "two").text("#password-fault"))
                .contains("已绑定外部认证的另一个身份");
        PROVIDER.knows("one", Map.of("preferred_username", "p033"));
        Visitor again = Visitor.anonymous(address());
        enters(again, "one");
        assertThat(again.get("/account").text("main"))
                .as("who is bound stays who it is, whatever the claim says later")
                .contains("p032");
    }

    @Test
    @DisplayName("说的账号没有、没说、说的是管理员，都不认，也不开号")
    void unknown() {
        PROVIDER.knows("none", Map.of("preferred_username", "p-nobody"));
        PROVIDER.knows("silent", Map.of());
        PROVIDER.knows("number", Map.of("preferred_username", 32));
        PROVIDER.knows(
                "secadmin",
                Map.of(
                        "preferred_username",
                        TOGETHER.administratorAccount(Together.FIRST, Office.SECURITY)));
        for (String subject : List.of("none", "silent", "number", "secadmin")) {
            Visitor visitor = Visitor.anonymous(address());
            assertThat(enters(visitor, subject).text("#password-fault"))
                    .as(subject)
                    .contains("说的账号在这个县没有");
            assertThat(visitor.get("/account").path()).isEqualTo("/sign-in");
        }
        assertThat(TOGETHER.trail(Together.FIRST)).contains(PROVIDER.issuer() + " secadmin");
    }

    @Test
    @DisplayName("认证方验过配置里写的第二因素，就不再问动态码；没写的照问")
    void factorThere() {
        Factors factors = server.getBean(Factors.class);
        byte[] secret = factors.newSecret();
        factors.enrol(
                new SignedIn(Together.FIRST, "p034", "p034", Office.OFFICIAL),
                secret,
                Totp.now(secret),
                Instant.now());
        Map<String, Object> who = Map.of("preferred_username", "p034");
        PROVIDER.knows("strong", who);
        assertThat(enters(Visitor.anonymous(address()), "strong").path())
                .isEqualTo("/sign-in/code");
        PROVIDER.knows("strong", with(who, "amr", List.of("pwd", "sms")));
        assertThat(enters(Visitor.anonymous(address()), "strong").path())
                .isEqualTo("/sign-in/code");
        PROVIDER.knows("strong", with(who, "amr", List.of("pwd", "mfa")));
        assertThat(enters(Visitor.anonymous(address()), "strong").path()).isEqualTo("/");
        PROVIDER.knows("strong", with(who, "acr", "https://refeds.org/profile/mfa"));
        assertThat(enters(Visitor.anonymous(address()), "strong").path()).isEqualTo("/");
        factors.drop(Together.FIRST, "p034");
        assertThat(TOGETHER.trail(Together.FIRST)).contains("，那边验过第二因素");
    }

    private static Map<String, Object> with(Map<String, Object> claims, String name, Object value) {
        Map<String, Object> more = new HashMap<>(claims);
        more.put(name, value);
        return more;
    }

    private static Visitor.Page leaves(Visitor visitor) {
        String token = visitor.get("/sign-in").document().select("input[name=_csrf]").attr("value");
        return visitor.postWithoutToken(
                "/sign-in/external", new Visitor.Answers().put("_csrf", token));
    }

    private static Visitor.Page enters(Visitor visitor, String subject) {
        String ahead = leaves(visitor).document().select("main a").attr("href");
        Visitor there = visitor.at(PROVIDER.issuer());
        return there.send(
                there.get(ahead.substring(PROVIDER.issuer().length())),
                "form",
                new Visitor.Answers().put("user", subject));
    }

    private static String address() {
        return "http://127.0.0.1:"
                + ((WebServerApplicationContext) server).getWebServer().getPort();
    }
}
