package org.mingze.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mingze.RunningMingze;

@DisplayName("头一页")
class FirstPageTest {
    private static final String DRAWN =
            "() => getComputedStyle(document.querySelector('input[name=account]')).borderTopStyle";

    private final RunningMingze mingze = RunningMingze.shared();

    @Test
    @DisplayName("样式写在头一页里，内容策略照准；浏览器存下以后的页不再带；样式换了又带一次")
    void carriesItsStyles() {
        try (Browser browser = Browser.start()) {
            Page page = browser.window(390, 844, true);
            List<String> complaints = new ArrayList<>();
            page.onConsoleMessage(message -> complaints.add(message.text()));
            open(page);
            assertThat(inside(page)).isOne();
            assertThat(page.evaluate(DRAWN)).isEqualTo("solid");
            page.waitForFunction("() => document.cookie.includes('styles=')");
            open(page);
            assertThat(inside(page)).isZero();
            assertThat(page.locator("link[rel=stylesheet]").count()).isOne();
            assertThat(page.evaluate(DRAWN)).isEqualTo("solid");
            page.context()
                    .addCookies(
                            List.of(
                                    new Cookie("styles", "/assets/older/mingze.css")
                                            .setUrl(mingze.address())));
            open(page);
            assertThat(inside(page)).isOne();
            assertThat(complaints).isEmpty();
        }
    }

    @Test
    @DisplayName("不用脚本、用英文，样式照样在")
    void carriesThemWithoutScripts() {
        try (Browser browser = Browser.start()) {
            Page page = browser.windowWithoutScripts(390, 844);
            page.context()
                    .addCookies(List.of(new Cookie("language", "en").setUrl(mingze.address())));
            for (int times = 1; times <= 2; times++) {
                open(page);
                assertThat(inside(page)).isOne();
                assertThat(page.locator("input[name=account]").boundingBox().height)
                        .isGreaterThan(40);
            }
        }
    }

    private void open(Page page) {
        page.navigate(mingze.address() + "/sign-in");
    }

    private static int inside(Page page) {
        return page.locator("style[data-keep]").count();
    }
}
