package org.mingze;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mingze.Visitor.Answers;
import org.mingze.web.Browser;

@DisplayName("只用键盘")
class KeyboardWalkTest {
    private final RunningMingze mingze = RunningMingze.shared();

    @Test
    @DisplayName("g去各处，j、k上下，Enter打开，x勾选，e去办，n记一笔，/查找，?看表；写字的时候不抢")
    void goes() {
        try (Browser browser = Browser.start()) {
            Page page = browser.window(1440, 900, false);
            signIn(page, "p019");
            press(page, "g", "l");
            page.waitForURL("**/ledgers/rectification");
            press(page, "j", "x");
            assertThat(page.locator("input.pick:checked").count()).isOne();
            String first = focused(page);
            press(page, "j");
            assertThat(focused(page)).isNotEqualTo(first);
            press(page, "k", "Enter");
            page.waitForURL("**/dossiers/**");
            assertThat(page.url()).endsWith(first);
            press(page, "g", "t");
            page.waitForURL(mingze.address() + "/");
            press(page, "n");
            page.waitForURL("**/records/new");
            press(page, "/");
            page.waitForURL("**/search");
            page.focus("input[name=words]");
            press(page, "g", "l");
            assertThat(page.inputValue("input[name=words]")).isEqualTo("gl");
            page.evaluate("() => document.activeElement.blur()");
            press(page, "?");
            page.waitForURL("**/more#keys");
        }
    }

    @Test
    @DisplayName("在案卷里按e，到下一步的第一格")
    void acts() {
        try (Browser browser = Browser.start()) {
            Page page = browser.window(1440, 900, false);
            signIn(page, "p042");
            page.navigate(mingze.address() + found());
            press(page, "e");
            assertThat(page.locator(".desk :focus").count()).isOne();
        }
    }

    /// The page of a new problem that the village secretary, p042, must rectify.
    private String found() {
        Visitor supervisor = mingze.account("p011");
        Visitor.Page entered =
                supervisor.send(
                        supervisor.get("/records/new/Finding"),
                        "form.entry",
                        new Answers()
                                .put("源", "督查")
                                .put("述", "路灯不亮")
                                .put("原因", "线路老化")
                                .put("责任单位", "qingshi.beijing")
                                .put("责任人", "qingshi.beijing.secretary")
                                .put("期限", "2027-03-26"));
        return "/dossiers/" + entered.text(".notice").replaceAll("\\D*(\\d+).*", "$1");
    }

    private static String focused(Page page) {
        return String.valueOf(
                page.evaluate(
                        "() => document.activeElement.closest('tr')"
                                + ".querySelector('a').getAttribute('href')"));
    }

    private static void press(Page page, String... keys) {
        for (String key : keys) {
            page.keyboard().press(key);
        }
    }

    private void signIn(Page page, String account) {
        page.navigate(mingze.address() + "/sign-in");
        page.fill("input[name=account]", account);
        page.fill("input[name=password]", mingze.passphrase());
        page.click("form[action='/sign-in'] button[type=submit]");
        page.waitForURL(url -> !url.contains("sign-in"));
    }
}
