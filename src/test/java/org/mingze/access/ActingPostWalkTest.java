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
