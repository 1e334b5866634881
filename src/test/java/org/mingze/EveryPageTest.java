package org.mingze;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.ScreenshotType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mingze.access.Office;
import org.mingze.web.Browser;

/// Follows the links of the real application as each role, opens one or two pages of each address,
/// and asks WCAG 2.2 AA (axe), the width of a phone, 大字 and 深色 of every one of them.
@DisplayName("每一页：读屏、深色、大字、窄屏都能用")
class EveryPageTest {
    /// What is compressed and sent for a page without charts, in bytes.
    private static final int PAGE_MAX = 60 * 1024;

    private static final int EACH = 1;
    private static final Path SHEET = Path.of("docs", "pages");
    private static final boolean DRAWS = Boolean.getBoolean("mingze.draw");
    private static final String ASK =
            """
            async (only) => {
              const options = only ? {runOnly: {type: 'rule', values: [only]}}
                : {runOnly: {type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']}};
              const found = await axe.run(document, {...options, resultTypes: ['violations']});
              return found.violations.map(each => each.id + ' ' + each.nodes.length + ' '
                + each.nodes.slice(0, 2).map(node => node.target.join(' ') + ' '
                  + node.html.slice(0, 160) + ' '
                  + node.any.concat(node.all).map(check => check.message).slice(0, 1)).join(' | '));
            }
            """;

    /// What a phone lays out only when it is reached clips what would stick out: lay it out first.
    private static final String LAID_OUT =
            """
            () => document.querySelectorAll('main *').forEach(each => {
              if (getComputedStyle(each).contentVisibility === 'auto')
                each.style.contentVisibility = 'visible';
            })
            """;

    private static Browser browser;
    private static String axe;
    private static final Map<String, byte[]> DESK = new TreeMap<>();
    private static final Map<String, byte[]> PHONE = new TreeMap<>();

    private final RunningMingze mingze = RunningMingze.shared();
    private final PageAddresses addresses = new PageAddresses(mingze::bean);
    private final List<String> faults = new ArrayList<>();

    @BeforeAll
    static void open() throws IOException {
        browser = Browser.start();
        try (InputStream script = EveryPageTest.class.getResourceAsStream("/axe.min.js")) {
            axe = new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @AfterAll
    static void close() throws IOException {
        if (DRAWS) {
            Files.createDirectories(SHEET);
            draw("desk", DESK, 5, 288);
            draw("phone", PHONE, 8, 195);
        }
        browser.close();
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource({"p008, 县委办主任", "p019, 街道书记", "SYSTEM, 系统管理员", "SECURITY, 安全管理员", "AUDIT, 审计管理员"})
    void everyPage(String account, String role) {
        Page window = browser.window(1440, 900, false);
        window.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
        List<String> broken = new ArrayList<>();
        window.onPageError(broken::add);
        long assets = signIn(window, account);
        Deque<String> ahead = new ArrayDeque<>(List.of("/"));
        Map<String, Integer> seen = new HashMap<>();
        while (!ahead.isEmpty()) {
            String href = ahead.poll();
            String address = addresses.of(href);
            if (address.isEmpty() || seen.merge(address, 1, Integer::sum) > EACH) {
                continue;
            }
            if (opens(window, href, assets)) {
                look(window, role + " " + href, role + " " + address);
                ahead.addAll(links(window));
            }
        }
        window.context().close();
        assertThat(broken).as("脚本出错").isEmpty();
        assertThat(seen).as("走到的页").hasSizeGreaterThan(3);
        assertThat(faults).isEmpty();
    }

    private long signIn(Page window, String account) {
        List<Long> sent = new ArrayList<>();
        boolean office = !account.startsWith("p0");
        String name = office ? mingze.administratorAccount(Office.valueOf(account)) : account;
        window.navigate(mingze.address() + "/sign-in");
        window.onResponse(
                response -> {
                    if (response.url().contains("/assets/")) {
                        sent.add((long) response.request().sizes().responseBodySize);
                    }
                });
        window.waitForFunction("() => document.cookie.includes('styles=')");
        window.reload();
        window.fill("input[name=account]", name);
        window.fill("input[name=password]", office ? RunningMingze.CHOSEN : mingze.passphrase());
        window.click("form[action='/sign-in'] button[type=submit]");
        window.waitForURL(url -> !url.contains("sign-in"));
        return sent.stream().mapToLong(Long::longValue).sum();
    }

    private boolean opens(Page window, String href, long assets) {
        try {
            Response response = window.navigate(mingze.address() + href);
            String type =
                    response == null ? "" : response.headers().getOrDefault("content-type", "");
            if (response == null || !type.startsWith("text/html")) {
                return false;
            }
            if (response.status() >= 500) {
                faults.add(href + "：" + response.status());
            }
            long size = response.request().sizes().responseBodySize + assets;
            if (size > PAGE_MAX) {
                faults.add(href + "：压缩后" + size + "字节");
            }
            return true;
        } catch (PlaywrightException download) {
            if (String.valueOf(download.getMessage()).contains("Download is starting")) {
                return false;
            }
            throw download;
        }
    }

    private static List<String> links(Page window) {
        return window.locator("a[href^='/']")
                                .evaluateAll(
                                        "links => links.map(link => link.getAttribute('href').split('#')[0])")
                        instanceof List<?> found
                ? found.stream().map(String::valueOf).distinct().toList()
                : List.of();
    }

    private void look(Page window, String place, String name) {
        window.evaluate(axe);
        asked(window, place, "");
        fits(window, place, "1440");
        keep(window, DESK, name);
        window.evaluate("document.documentElement.dataset.theme = 'dark'");
        asked(window, place + " 深色", "color-contrast");
        window.evaluate("delete document.documentElement.dataset.theme");
        window.evaluate("document.documentElement.dataset.size = 'large'");
        window.setViewportSize(900, 900);
        fits(window, place, "900大字");
        window.evaluate("delete document.documentElement.dataset.size");
        window.setViewportSize(390, 844);
        window.evaluate(LAID_OUT);
        fits(window, place, "390");
        asked(window, place + " 手机", "target-size");
        keep(window, PHONE, name);
        window.setViewportSize(360, 740);
        fits(window, place, "360");
        window.setViewportSize(1440, 900);
    }

    private void asked(Page window, String place, String only) {
        if (window.evaluate(ASK, only) instanceof List<?> found) {
            found.forEach(each -> faults.add(place + "：" + each));
        }
    }

    private void fits(Page window, String place, String width) {
        Object wide =
                window.evaluate(
                        "document.documentElement.scrollWidth - document.documentElement.clientWidth");
        if (wide instanceof Number over && over.intValue() > 0) {
            faults.add(place + "：宽" + width + "时横向多出" + over);
        }
    }

    private static void keep(Page window, Map<String, byte[]> kept, String name) {
        if (DRAWS) {
            kept.computeIfAbsent(
                    name,
                    _ ->
                            window.screenshot(
                                    new Page.ScreenshotOptions()
                                            .setType(ScreenshotType.JPEG)
                                            .setQuality(80)));
        }
    }

    /// 图样总表 — the pages of one width on one picture.
    private static void draw(String name, Map<String, byte[]> shots, int columns, int width)
            throws IOException {
        StringBuilder page =
                new StringBuilder(
                                "<!doctype html><meta charset=utf-8><style>body{margin:12px;display:grid;gap:12px;font:10px/1.3 sans-serif;grid-template-columns:repeat(")
                        .append(columns)
                        .append(',')
                        .append(width)
                        .append(
                                "px)}img{width:100%;border:1px solid #bbb}figure{margin:0;overflow-wrap:anywhere}</style>");
        shots.forEach(
                (address, shot) ->
                        page.append("<figure><img src='data:image/jpeg;base64,")
                                .append(java.util.Base64.getEncoder().encodeToString(shot))
                                .append("'><figcaption>")
                                .append(address)
                                .append("</figcaption></figure>"));
        Page window = browser.window(columns * (width + 12) + 12, 900, false);
        window.setContent(page.toString());
        window.screenshot(
                new Page.ScreenshotOptions()
                        .setType(ScreenshotType.JPEG)
                        .setQuality(72)
                        .setFullPage(true)
                        .setPath(SHEET.resolve(name + ".jpg")));
        window.context().close();
    }
}
