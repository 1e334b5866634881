package org.mingze;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mingze.access.Office;
import org.mingze.web.Browser;

@DisplayName("通行密钥，在真的浏览器里用虚拟验证器")
class PasskeyWalkTest {
    private static final Path SHOTS = Path.of("target", "passkey");
    private static final String ACCOUNT = "p021";

    private final RunningMingze mingze = RunningMingze.shared();
    private final String address = mingze.address().replace("127.0.0.1", "localhost");

    @Test
    @DisplayName("做一把、用它登录、别的账号用不了、删去就登录不了；每一次都在审计里")
    void walk() {
        try (Browser browser = Browser.start()) {
            Page page = browser.window(1440, 900, false);
            List<String> wrong = watch(page);
            CDPSession device = page.context().newCDPSession(page);
            device.send("WebAuthn.enable");
            device.send("WebAuthn.addVirtualAuthenticator", authenticator());
            signIn(page);
            make(page, "错的口令");
            PlaywrightAssertions.assertThat(page.locator(".has-fault .fault"))
                    .containsText("写现在登录用的口令");
            make(page, mingze.passphrase());
            PlaywrightAssertions.assertThat(page.locator(".notice.is-done")).containsText("通行密钥已加");
            PlaywrightAssertions.assertThat(page.locator("main table >> nth=0"))
                    .containsText("办公室电脑");
            shoot(page, "account");
            leave(page);
            shoot(page, "door");
            page.click("button:has-text('用通行密钥登录')");
            page.waitForURL(address + "/");
            page.navigate(address + "/account");
            PlaywrightAssertions.assertThat(page.locator("main table >> nth=0"))
                    .not()
                    .containsText("没有用过");
            page.click("button:has-text('删去')");
            PlaywrightAssertions.assertThat(page.locator(".notice.is-done")).containsText("已删去");
            leave(page);
            page.click("button:has-text('用通行密钥登录')");
            PlaywrightAssertions.assertThat(page.locator("#password-fault"))
                    .containsText("这把通行密钥对不上");
            assertThat(wrong).isEmpty();
        }
        String trail = mingze.administrator(Office.AUDIT).get("/administration/trail").text("main");
        assertThat(trail).contains("加通行密钥").contains("删通行密钥").contains("通行密钥对不上");
    }

    @Test
    @DisplayName("设备不肯、脚本关着，都说还能用口令；浏览器没动就交来的、别处的答复都不认")
    void refused() {
        Visitor visitor = mingze.account(ACCOUNT);
        Visitor.Page form = visitor.get("/account/passkeys");
        assertThat(form.text("[data-without-passkey]")).contains("口令和动态码照常能登录");
        assertThat(form.document().select("form[data-passkey]").hasAttr("hidden")).isTrue();
        Visitor.Page answered =
                visitor.send(
                        form,
                        "form[data-passkey]",
                        new Visitor.Answers()
                                .put("current", mingze.passphrase())
                                .put("name", "假的")
                                .put("client", "e30")
                                .put("attestation", "o2Nm"));
        assertThat(answered.text(".has-fault .fault")).contains("没有加上");
        assertThat(visitor.get("/account").text("main")).doesNotContain("假的");
        Visitor stranger = Visitor.anonymous(mingze.address());
        Visitor.Page back =
                stranger.send(
                        stranger.get("/sign-in"),
                        "form[data-passkey]",
                        new Visitor.Answers().put("credential", "AAAA").put("user", "AAAAAQ"));
        assertThat(back.text("[role=alert]")).contains("这把通行密钥对不上");
        assertThat(stranger.get("/records").path()).isEqualTo("/sign-in");
    }

    private void signIn(Page page) {
        page.navigate(address + "/sign-in");
        page.fill("#account", ACCOUNT);
        page.fill("#password", mingze.passphrase());
        page.click(".door-form button:has-text('登录') >> nth=0");
        page.waitForURL(address + "/");
    }

    private void make(Page page, String passphrase) {
        page.navigate(address + "/account/passkeys");
        shoot(page, "make");
        page.fill("[name=name]", "办公室电脑");
        page.fill("[name=current]", passphrase);
        page.click("button:has-text('做一把')");
        page.waitForLoadState();
    }

    private void leave(Page page) {
        page.navigate(address + "/more");
        page.click("main button:has-text('退出')");
        page.navigate(address + "/sign-in");
    }

    private static JsonObject authenticator() {
        JsonObject options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("automaticPresenceSimulation", true);
        JsonObject parameters = new JsonObject();
        parameters.add("options", options);
        return parameters;
    }

    private static List<String> watch(Page page) {
        List<String> wrong = new ArrayList<>();
        page.onConsoleMessage(
                message -> {
                    if (message.type().equals("error")) {
                        wrong.add(message.text());
                    }
                });
        page.onPageError(wrong::add);
        return wrong;
    }

    private static void shoot(Page page, String name) {
        page.screenshot(
                new Page.ScreenshotOptions()
                        .setPath(SHOTS.resolve(name + ".png"))
                        .setFullPage(true));
    }
}
