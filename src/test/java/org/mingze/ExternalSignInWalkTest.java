package org.mingze;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mingze.web.Browser;

@DisplayName("外部认证，在真的浏览器里走一遍")
class ExternalSignInWalkTest {
    private static final Path SHOTS = Path.of("target", "external");
    private static final String ASK =
            """
            async () => (await axe.run(document, {resultTypes: ['violations'], runOnly:
              {type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']}}))
              .violations.map(each => each.id + ' ' + each.nodes[0].html)
            """;

    private final Together server = Together.shared();

    @Test
    @DisplayName("在我的账号里绑定，退出，从登录页用它进来；策略没有拦，读屏没有毛病")
    void scripted() throws IOException {
        try (Browser browser = Browser.start()) {
            Page page = browser.window(1440, 900, false);
            List<String> wrong = new ArrayList<>();
            page.onConsoleMessage(
                    message -> {
                        if (message.type().equals("error")
                                && !message.location().startsWith(server.provider.issuer())) {
                            wrong.add(message.text());
                        }
                    });
            page.onPageError(wrong::add);
            walk(page, "p037", "browser-37", true);
            assertThat(wrong).isEmpty();
        }
    }

    @Test
    @DisplayName("手机上、关着脚本也一样")
    void withoutScripts() throws IOException {
        try (Browser browser = Browser.start()) {
            walk(browser.windowWithoutScripts(390, 844), "p036", "browser-36", false);
        }
    }

    private void walk(Page page, String account, String subject, boolean scripts)
            throws IOException {
        page.navigate(server.address() + "/sign-in?county=1");
        page.fill("#account", account);
        page.fill("#password", server.passphrase(Together.FIRST));
        page.click(".door-form button:has-text('登录') >> nth=0");
        assertThat(page.url()).isEqualTo(server.address() + "/");
        page.navigate(server.address() + "/account");
        page.click("a:has-text('绑定统一认证')");
        look(page, "bind", scripts);
        page.click("main button:has-text('去统一认证')");
        atProvider(page, subject);
        PlaywrightAssertions.assertThat(page.locator("[aria-labelledby=bind] .lede"))
                .containsText(subject);
        look(page, "confirm", scripts);
        page.fill("[name=current]", server.passphrase(Together.FIRST));
        page.click("main button:has-text('绑定')");
        PlaywrightAssertions.assertThat(page.locator(".notice.is-done")).containsText("统一认证已绑定");
        look(page, "account", scripts);
        page.navigate(server.address() + "/more");
        page.click("main button:has-text('退出')");
        page.navigate(server.address() + "/sign-in");
        look(page, "door", scripts);
        page.click("button:has-text('用统一认证登录')");
        atProvider(page, subject);
        page.waitForURL(server.address() + "/");
        page.navigate(server.address() + "/account");
        PlaywrightAssertions.assertThat(page.locator("main")).containsText(account);
    }

    private void atProvider(Page page, String subject) {
        page.waitForURL(Pattern.compile(Pattern.quote(server.provider.issuer()) + ".*"));
        page.fill("[name=user]", subject);
        page.click("button");
        page.waitForURL(Pattern.compile(Pattern.quote(server.address()) + ".*"));
    }

    private static void look(Page page, String name, boolean scripts) throws IOException {
        page.screenshot(
                new Page.ScreenshotOptions()
                        .setPath(SHOTS.resolve(name + (scripts ? "-desk" : "-phone") + ".png"))
                        .setFullPage(true));
        if (scripts) {
            try (InputStream axe =
                    ExternalSignInWalkTest.class.getResourceAsStream("/axe.min.js")) {
                page.evaluate(
                        new String(
                                Objects.requireNonNull(axe).readAllBytes(),
                                StandardCharsets.UTF_8));
            }
            assertThat(page.evaluate(ASK)).as(name).isEqualTo(List.of());
        }
    }
}
