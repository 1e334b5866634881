import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The first paint of the main pages in the real browser as a phone has it: 390 pixels wide, 1.6
/// megabits a second with 150 ms there and back, and a fourth of this machine's processor. Each
/// page with an empty cache, as at the first visit, and then with what the first visit left there.
/// One visit of each page goes before and does not count: the server has answered it before.
///
/// Arguments: the home folder of a county set, its sizes as `Pages` takes them, heap of the server.
static final int ROUNDS = 5;
static final List<String> PAGES =
        List.of(
                "/",
                "/duties",
                "/records",
                "/records/new/Visit",
                "/records/2000",
                "/ledgers/rectification",
                "/ledgers/petitions",
                "/supervision",
                "/calendar",
                "/organization",
                "/search",
                "/reports",
                "/assessments",
                "/institutions",
                "/meetings",
                "/more");

void main(String[] arguments) throws Exception {
    Path home =
            Homes.of(
                    Path.of(arguments.length > 0 ? arguments[0] : "target/county-set"),
                    number(arguments, 1, 1_000_000),
                    number(arguments, 2, 99),
                    number(arguments, 3, 5_000));
    Map<String, String> environment = new HashMap<>(System.getenv());
    environment.put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    try (Server server = Server.start(home, arguments.length > 4 ? arguments[4] : "3g");
            Playwright playwright =
                    Playwright.create(new Playwright.CreateOptions().setEnv(environment));
            Browser chromium =
                    playwright
                            .chromium()
                            .launch(
                                    new BrowserType.LaunchOptions()
                                            .setExecutablePath(chromium())
                                            .setArgs(List.of("--no-sandbox", "--disable-gpu")))) {
        BrowserContext phone = phone(chromium);
        tell(phone, server.address(), "/sign-in");
        signIn(phone, server.address());
        PAGES.forEach(page -> tell(phone, server.address(), page));
    }
    IO.println(Meter.machine());
}

static BrowserContext phone(Browser chromium) {
    return chromium.newContext(
            new Browser.NewContextOptions()
                    .setViewportSize(390, 844)
                    .setIsMobile(true)
                    .setHasTouch(true)
                    .setDeviceScaleFactor(2)
                    .setLocale("zh-CN"));
}

static void tell(BrowserContext phone, String address, String page) {
    double[] empty = new double[ROUNDS];
    double[] kept = new double[ROUNDS];
    painted(phone, address + page, true);
    for (int round = 0; round < ROUNDS; round++) {
        empty[round] = painted(phone, address + page, true);
        kept[round] = painted(phone, address + page, false);
    }
    Arrays.sort(empty);
    Arrays.sort(kept);
    IO.println(
            "%-24s first paint, cache empty %5.0f ms, kept %5.0f ms (median of %d; longest %.0f, %.0f)"
                    .formatted(
                            page,
                            empty[ROUNDS / 2],
                            kept[ROUNDS / 2],
                            ROUNDS,
                            empty[ROUNDS - 1],
                            kept[ROUNDS - 1]));
}

static int number(String[] arguments, int place, int otherwise) {
    return arguments.length > place ? Integer.parseInt(arguments[place]) : otherwise;
}

static Path chromium() {
    return Stream.of(System.getenv("PATH").split(":", -1))
            .flatMap(
                    folder ->
                            Stream.of("chromium", "google-chrome").map(folder.concat("/")::concat))
            .map(Path::of)
            .filter(Files::isExecutable)
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("没有找到 chromium"));
}

static void signIn(BrowserContext phone, String address) {
    try (Page page = phone.newPage()) {
        page.navigate(address + "/sign-in");
        if (page.locator("select[name=county]").count() > 0) {
            page.selectOption("select[name=county]", "1");
        }
        page.fill("input[name=account]", "p019");
        page.fill("input[name=password]", Homes.passphrase());
        page.press("input[name=password]", "Enter");
        page.waitForURL(url -> !url.contains("sign-in"));
    }
}

static double painted(BrowserContext phone, String address, boolean empty) {
    try (Page page = phone.newPage()) {
        CDPSession session = phone.newCDPSession(page);
        JsonObject cache = new JsonObject();
        cache.addProperty("cacheDisabled", empty);
        session.send("Network.enable");
        session.send("Network.setCacheDisabled", cache);
        JsonObject slow = new JsonObject();
        slow.addProperty("offline", false);
        slow.addProperty("latency", 150);
        slow.addProperty("downloadThroughput", 1_600_000 / 8);
        slow.addProperty("uploadThroughput", 750_000 / 8);
        session.send("Network.emulateNetworkConditions", slow);
        JsonObject rate = new JsonObject();
        rate.addProperty("rate", 4);
        session.send("Emulation.setCPUThrottlingRate", rate);
        if (empty) {
            phone.clearCookies(new BrowserContext.ClearCookiesOptions().setName("styles"));
        }
        page.navigate(address);
        Object paint =
                page.waitForFunction(
                                "() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime")
                        .jsonValue();
        page.waitForFunction("() => document.cookie.includes('styles=')");
        return ((Number) paint).doubleValue();
    }
}
