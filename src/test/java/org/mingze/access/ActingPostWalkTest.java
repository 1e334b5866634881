package org.mingze.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mingze.RunningMingze;
import org.mingze.web.Browser;

@DisplayName("以哪个岗位办")
class ActingPostWalkTest {
    private final RunningMingze mingze = RunningMingze.shared();

    @Test
    @DisplayName("换过的岗位，下次登录还是它")
    void remembered() {
        try (Browser browser = Browser.start()) {
            Page page = browser.windowWithoutScripts(1440, 900);
            signIn(page);
            assertThat(acting(page)).contains("青石街道党政办主任");
            page.click(".rail details.post summary");
            page.click(".rail form.posts button[value='qingshi.gongwei.office']");
            assertThat(acting(page)).contains("青石街道党工委联络员");
            page.click(".rail details.post summary");
            page.click(".rail form.posts button[formaction='/sign-out']");
            signIn(page);
            assertThat(acting(page)).contains("青石街道党工委联络员");
        }
    }

    @Test
    @DisplayName("以一个岗位打开的表，换了岗再送，不记到别的岗位名下；换回来字还在")
    void switchedMeanwhile() {
        try (Browser browser = Browser.start()) {
            Page page = browser.window(1440, 900, false);
            signIn(page);
            actAs(page, "qingshi.gongwei.office");
            page.navigate(mingze.address() + "/records/new/Talk");
            page.fill("textarea[name=问题]", "换岗前写的");
            page.waitForFunction(
                    "() => Object.values(localStorage).some(v => v.includes('换岗前写的'))");
            Page other = page.context().newPage();
            other.navigate(mingze.address() + "/");
            String elsewhere =
                    other.locator(".rail form.posts button[aria-pressed=false]")
                            .first()
                            .getAttribute("value");
            actAs(other, elsewhere);
            page.click("form.entry button.is-main");
            assertThat(page.locator("h1").innerText()).contains("青石街道党工委联络员", "没有入账");
            page.click("button:has-text('换回“青石街道党工委联络员”')");
            assertThat(page.url()).contains("/records/new/Talk");
            assertThat(acting(page)).contains("青石街道党工委联络员");
            page.click("text=继续");
            assertThat(page.inputValue("textarea[name=问题]")).isEqualTo("换岗前写的");
            actAs(page, elsewhere);
        }
    }

    private static void actAs(Page page, String post) {
        page.click(".rail details.post summary");
        page.click(".rail form.posts button[value='" + post + "']");
    }

    private static String acting(Page page) {
        return page.locator(".rail details.post summary").innerText();
    }

    private void signIn(Page page) {
        page.navigate(mingze.address() + "/sign-in");
        page.fill("input[name=account]", "p027");
        page.fill("input[name=password]", mingze.passphrase());
        page.click("button:has-text('登录')");
        page.waitForURL(address -> !address.contains("/sign-in"));
    }
}
