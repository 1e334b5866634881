package org.mingze.web;

import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// 浏览器 — the Chromium of this machine, driven by tests.
///
/// It is looked for on the PATH; where it is missing and may be installed (root on a Debian-like
/// system) it is, otherwise the test fails with the remedy.
public final class Browser implements AutoCloseable {
    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
    private static final String REMEDY =
            "没有找到 chromium：安装 chromium 和 fonts-noto-cjk（Debian：apt-get install chromium"
                    + " fonts-noto-cjk）后再运行";

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;

    private Browser(Playwright playwright, com.microsoft.playwright.Browser chromium) {
        this.playwright = playwright;
        this.chromium = chromium;
    }

    public static Browser start() {
        Path executable = find().or(Browser::install).orElseThrow(Browser::missing);
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        Playwright playwright =
                Playwright.create(new Playwright.CreateOptions().setEnv(environment));
        com.microsoft.playwright.Browser chromium =
                playwright
                        .chromium()
                        .launch(
                                new BrowserType.LaunchOptions()
                                        .setExecutablePath(executable)
                                        .setHeadless(true)
                                        .setArgs(flags()));
        return new Browser(playwright, chromium);
    }

    /// A window of this width; `phone` also has a touch screen and fine pixels.
    public com.microsoft.playwright.Page window(int width, int height, boolean phone) {
        return chromium.newContext(
                        new com.microsoft.playwright.Browser.NewContextOptions()
                                .setViewportSize(width, height)
                                .setHasTouch(phone)
                                .setIsMobile(phone)
                                .setDeviceScaleFactor(phone ? 2 : 1)
                                .setLocale("zh-CN")
                                .setTimezoneId("Asia/Shanghai"))
                .newPage();
    }

    /// A window in which scripts do not run.
    public com.microsoft.playwright.Page windowWithoutScripts(int width, int height) {
        return chromium.newContext(
                        new com.microsoft.playwright.Browser.NewContextOptions()
                                .setViewportSize(width, height)
                                .setJavaScriptEnabled(false)
                                .setLocale("zh-CN"))
                .newPage();
    }

    @Override
    public void close() {
        chromium.close();
        playwright.close();
    }

    private static List<String> flags() {
        return List.of(
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--font-render-hinting=none");
    }

    private static Optional<Path> find() {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("/usr/bin:/bin");
        return Stream.of(path.split(":", -1))
                .filter(folder -> !folder.isEmpty())
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static Optional<Path> install() {
        if (!"root".equals(System.getProperty("user.name"))
                || !Files.isExecutable(Path.of("/usr/bin/apt-get"))) {
            return Optional.empty();
        }
        run("apt-get", "update");
        run("apt-get", "install", "-y", "--no-install-recommends", "chromium", "fonts-noto-cjk");
        return find();
    }

    private static void run(String... command) {
        try {
            new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException unable) {
            throw new IllegalStateException(REMEDY, unable);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(REMEDY, interrupted);
        }
    }

    private static IllegalStateException missing() {
        return new IllegalStateException(REMEDY);
    }
}
