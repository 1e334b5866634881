package org.mingze.dossier.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mingze.RunningMingze;
import org.mingze.web.Browser;

/// The main day of supervision in the real browser, scripts off.
@DisplayName("督查的一天")
class SupervisionWalkTest {
    private static Browser browser;

    private final RunningMingze mingze = RunningMingze.shared();

    @BeforeAll
    static void open() {
        browser = Browser.start();
    }

    @AfterAll
    static void close() {
        browser.close();
    }

    @ParameterizedTest(name = "{0}像素宽")
    @ValueSource(ints = {1440, 390})
    @DisplayName("从督查页点开逾期，勾选提醒，再抽签，重抽一致")
    void day(int width) {
        try (Page page = browser.windowWithoutScripts(width, 900)) {
            signIn(page);
            page.navigate(mingze.address() + "/supervision");
            assertThat(page.locator("h1").textContent()).contains("逾期");
            assertThat(wide(page)).isFalse();
            page.locator("section:has(#over) a.more").click();
            assertThat(page.url()).contains("due=over");
            page.locator("input.pick").first().check();
            page.locator("#batch button[value=remind]").click();
            assertThat(page.locator("h1").textContent()).isEqualTo("提醒责任单位：1件");
            page.locator("form button.is-main").click();
            assertThat(page.locator(".notice").textContent()).contains("已提醒1件");

            page.navigate(mingze.address() + "/supervision/inspections");
            page.locator("input[name=title]").fill("冬季安全抽查");
            page.locator("#draw button.is-main").click();
            assertThat(page.locator("h1").textContent()).isEqualTo("重抽与记录一致");
            assertThat(page.locator("td b").count()).isEqualTo(2);
            page.locator(".lede a").click();
            assertThat(page.locator("h1").textContent()).contains("抽签：冬季安全抽查，村社区里抽2个");
            page.goBack();
            assertThat(wide(page)).isFalse();
            page.navigate(mingze.address() + "/supervision/talks");
            assertThat(page.locator("#register + .tally").textContent()).isNotEqualTo("0");
            page.locator("main table td a").first().click();
            assertThat(page.url()).contains("/records/");
        }
    }

    private void signIn(Page page) {
        page.navigate(mingze.address() + "/sign-in");
        page.locator("input[name=account]").fill("p011");
        page.locator("input[name=password]").fill(mingze.passphrase());
        Locator button = page.locator("form:has(input[name=password]) button[type=submit]");
        button.first().click();
    }

    private static boolean wide(Page page) {
        double content = page.locator("body").boundingBox().width;
        return content > page.viewportSize().width;
    }
}
