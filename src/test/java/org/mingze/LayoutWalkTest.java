package org.mingze;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.Media;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mingze.web.Browser;

@DisplayName("大字、英文和手机上的版面")
class LayoutWalkTest {
    private static final List<String> PAGES =
            List.of("/", "/ledgers/rectification", "/ledgers/assignments", "/overview");

    /// What is wider than its place, whether it scrolls there or sticks out.
    private static final String CUT =
            """
            () => [...document.querySelectorAll('.sheet-scroll, .button, .heat th, .tag, .mark')]
              .filter(each => each.checkVisibility() && each.scrollWidth > each.clientWidth + 1)
              .map(each => each.className + ' ' + each.textContent.trim().slice(0, 30))
            """;

    private static final String COVERED =
            """
            () => { const foot = document.querySelector('.rail-foot').getBoundingClientRect();
              return [...document.querySelectorAll('.places a')]
                .filter(each => each.getBoundingClientRect().bottom > foot.top + 1)
                .map(each => each.textContent.trim()); }
            """;

    private static final String CLAMPED =
            """
            () => [...document.querySelectorAll('.due-about')]
              .filter(each => each.scrollHeight > each.clientHeight + 1).length
            """;

    /// When something is due, where the words run under the button beside them.
    private static final String UNDER =
            """
            () => [...document.querySelectorAll('.row:has(> .button) > .row-due')].filter(due => {
              const button = due.parentElement.querySelector(':scope > .button').getBoundingClientRect();
              const words = document.createRange();
              words.selectNodeContents(due);
              return [...words.getClientRects()].some(each => each.right > button.left + 1
                && each.left < button.right && each.bottom > button.top + 1 && each.top < button.bottom);
            }).map(due => due.textContent.trim().replace(/\\s+/g, ' '))
            """;

    private static final String CHART_TEXT =
            """
            () => [...document.querySelectorAll('.plot text')].map(each =>
              parseFloat(getComputedStyle(each).fontSize)
                * each.ownerSVGElement.getBoundingClientRect().width / 560)
              .filter(size => size < 18).length
            """;

    private final RunningMingze mingze = RunningMingze.shared();

    @Test
    @DisplayName("大字宽1440：台账和驾驶舱的表不切，图里的字不小于18，去处不被盖住")
    void large() {
        try (Browser browser = Browser.start()) {
            Page page = signedIn(browser, 1440, false, "size", "large");
            for (String place : PAGES) {
                page.navigate(mingze.address() + place);
                assertThat(page.evaluate(CUT)).as(place).isEqualTo(List.of());
                assertThat(page.evaluate(COVERED)).as(place).isEqualTo(List.of());
            }
            assertThat(page.evaluate(CHART_TEXT)).isEqualTo(0);
        }
    }

    @Test
    @DisplayName("英文宽1440：按钮的字不出框，台账的阶段看得全，一起办的按钮是动词")
    void english() {
        try (Browser browser = Browser.start()) {
            Page page = signedIn(browser, 1440, false, "language", "en");
            for (String place : PAGES) {
                page.navigate(mingze.address() + place);
                assertThat(page.evaluate(CUT)).as(place).isEqualTo(List.of());
            }
            page.navigate(mingze.address() + "/ledgers/rectification");
            assertThat(page.locator("#batch button").allInnerTexts())
                    .containsExactly("Remind", "Assign", "Fill in deadlines");
        }
    }

    @Test
    @DisplayName("手机上的台账：勾选框和题目第一行在一条线上，一起办的栏说先勾选")
    void phone() {
        try (Browser browser = Browser.start()) {
            Page page = signedIn(browser, 390, true, "theme", "dark");
            page.navigate(mingze.address() + "/ledgers/rectification");
            assertThat(page.locator("#batch").innerText()).contains("勾选");
            Object apart =
                    page.evaluate(
                            """
                            () => { const row = document.querySelector('.is-slips tbody tr');
                              const middle = each => each.y + each.height / 2;
                              const words = document.createRange();
                              words.selectNodeContents(row.querySelector('th .one-line'));
                              return Math.abs(middle(row.querySelector('.pick').getBoundingClientRect())
                                - middle(words.getClientRects()[0])) <= 4; }
                            """);
            assertThat(apart).isEqualTo(true);
        }
    }

    @Test
    @DisplayName("手机上的驾驶舱不往边上滚；日历和纸上的日历写得全岗位；岗位名两行，最后一个去处也看得全")
    void whole() {
        try (Browser browser = Browser.start()) {
            Page phone = signedIn(browser, 390, true, "theme", "dark");
            phone.navigate(mingze.address() + "/overview");
            assertThat(phone.evaluate(CUT.replace(", .button, .heat th, .tag, .mark", "")))
                    .isEqualTo(List.of());
            Page desk = signedIn(browser, "p021", 1440, false, "theme", "light");
            assertThat(desk.evaluate(COVERED)).isEqualTo(List.of());
            desk.navigate(mingze.address() + "/calendar");
            assertThat(desk.evaluate(CLAMPED)).isEqualTo(0);
            desk.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            desk.setViewportSize(700, 1000);
            assertThat(desk.evaluate(CLAMPED)).isEqualTo(0);
        }
    }

    @Test
    @DisplayName("手机上又大字又英文：期限的字不压在按钮下，页不往边上滚")
    void largeEnglishPhone() {
        try (Browser browser = Browser.start()) {
            Page page = signedIn(browser, 390, true, "size", "large");
            page.context()
                    .addCookies(List.of(new Cookie("language", "en").setUrl(mingze.address())));
            for (String place : PAGES) {
                page.navigate(mingze.address() + place);
                assertThat(page.evaluate(UNDER)).as(place).isEqualTo(List.of());
                assertThat(page.evaluate("document.documentElement.scrollWidth"))
                        .as(place)
                        .isEqualTo(390);
            }
        }
    }

    private Page signedIn(
            Browser browser, int width, boolean phone, String appearance, String value) {
        return signedIn(browser, "p019", width, phone, appearance, value);
    }

    private Page signedIn(
            Browser browser,
            String account,
            int width,
            boolean phone,
            String appearance,
            String value) {
        Page page = browser.window(width, 900, phone);
        page.context().addCookies(List.of(new Cookie(appearance, value).setUrl(mingze.address())));
        page.navigate(mingze.address() + "/sign-in");
        page.fill("input[name=account]", account);
        page.fill("input[name=password]", mingze.passphrase());
        page.click("form[action='/sign-in'] button[type=submit]");
        page.waitForURL(url -> !url.contains("sign-in"));
        return page;
    }
}
