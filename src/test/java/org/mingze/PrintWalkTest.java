package org.mingze;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mingze.web.Browser;

@DisplayName("打印出来的页面")
class PrintWalkTest {
    private final RunningMingze mingze = RunningMingze.shared();

    @Test
    @DisplayName("没有按钮；机构树有机构名，驾驶舱说折起来的有多少，案卷有责任单位和依据")
    void printed() {
        try (Browser browser = Browser.start()) {
            Page page = browser.window(1440, 900, false);
            page.navigate(mingze.address() + "/sign-in");
            page.fill("input[name=account]", "p001");
            page.fill("input[name=password]", mingze.passphrase());
            page.click("form[action='/sign-in'] button[type=submit]");
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            assertThat(shown(page, "/organization")).contains("青石街道党工委");
            assertThat(shown(page, "/overview")).contains("另有").doesNotContain("看表格");
            shown(page, "/ledgers/rectification");
            String dossier = page.locator("a[href^='/dossiers/']").first().getAttribute("href");
            assertThat(shown(page, dossier)).contains("责任单位").contains("依据");
            shown(page, "/duties");
        }
    }

    private String shown(Page page, String place) {
        page.navigate(mingze.address() + place);
        assertThat(page.locator("main .button:visible").count()).as(place).isZero();
        return page.locator("main").innerText();
    }
}
