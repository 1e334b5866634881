package org.mingze.duty.drafting;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mingze.RunningMingze;
import org.mingze.web.Browser;

@DisplayName("写制度文件的地方")
class WritingWalkTest {
    private final RunningMingze mingze = RunningMingze.shared();

    @Test
    @DisplayName("文件左边有行号，跟着滚；点一处错，光标到那一行那一字")
    void numbersItsLines() {
        try (Browser browser = Browser.start()) {
            Page page = browser.window(1440, 900, false);
            signIn(page);
            page.navigate(mingze.address() + "/drafts");
            page.click("form[action='/drafts'] button");
            page.waitForURL(address -> address.matches(".*/drafts/[0-9a-f-]{36}"));
            String text = page.inputValue("#text");
            assertThat(page.textContent(".gutter")).startsWith("1\n2\n3\n");
            page.fill("#text", "# 一行\n".repeat(80) + text.replace("频次", "频率"));
            PlaywrightAssertions.assertThat(page.locator(".errors a").first()).isVisible();
            page.evaluate("document.querySelector('#text').scrollTop = 400");
            page.waitForCondition(
                    () -> page.evaluate("document.querySelector('.gutter').scrollTop").equals(400));
            Object line = page.getAttribute(".errors a >> nth=0", "data-line");
            page.click(".errors a >> nth=0");
            assertThat(
                            page.evaluate(
                                    "String(document.activeElement.value.slice(0,"
                                            + " document.activeElement.selectionStart)"
                                            + ".split('\\n').length)"))
                    .isEqualTo(line);
            assertThat(page.textContent(".gutter")).contains("\n" + line + "\n");
        }
    }

    private void signIn(Page page) {
        page.navigate(mingze.address() + "/sign-in");
        page.fill("input[name=account]", "p008");
        page.fill("input[name=password]", mingze.passphrase());
        page.click("form[action='/sign-in'] button[type=submit]");
        page.waitForURL(address -> !address.contains("/sign-in"));
    }
}
