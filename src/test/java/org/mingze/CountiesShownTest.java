package org.mingze;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.mingze.access.Accounts;
import org.mingze.command.FirstStart;
import org.mingze.database.CountyScope;
import org.mingze.database.TestDatabase;
import org.mingze.journal.Archive;
import org.mingze.journal.Content;
import org.mingze.journal.Draft;
import org.mingze.journal.Entry;
import org.mingze.journal.EntryMode;
import org.mingze.journal.Journal;
import org.mingze.journal.Occurred;
import org.mingze.journal.Recorder;
import org.mingze.web.Browser;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// Two counties and the city above them on one server: the city sees sums of a county while that
/// county agrees to it, and nothing else of it.
@DisplayName("两个县和上面的市：县里同意才看得到合计数，停报就收回")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CountiesShownTest {
    private static final int COUNTY = 1;
    private static final int OTHER = 2;
    private static final int CITY = 3;
    private static final String CITY_NAME = "沂川市";
    private static final String WORDS = "沂川-石桥-麦垄-四十一号";
    private static final Set<String> RULES = Set.of("施行", "设参", "年历");
    private static final String ASK =
            """
            async () => (await axe.run(document, {resultTypes: ['violations'], runOnly:
              {type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']}}))
              .violations.map(each => each.id + ' ' + each.nodes[0].html)
            """;
    private static final Path HOME = Path.of("target", "shown-home");

    private static ConfigurableApplicationContext server;
    private static String sample;

    @BeforeAll
    static void start() throws IOException {
        Map<String, Object> settings = new HashMap<>(TestDatabase.fresh().settings());
        settings.put("mingze.home", HOME.toAbsolutePath().toString());
        settings.putAll(RunningMingze.unlimited());
        server = RunningMingze.application(settings);
        server.getBean(FirstStart.class).greet(true);
        sample = Files.readString(HOME.resolve("sample-passphrase")).strip();
        small(OTHER, "邻水县", List.of());
        small(CITY, CITY_NAME, city());
        server.getBean(Accounts.class).create(CITY, "c001", "c001", WORDS);
        server.getBean(Accounts.class).create(CITY, "c002", "c002", WORDS);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /// A committee and a township below it, each with a secretary.
    private static List<Draft> city() {
        List<Draft> drafts = new ArrayList<>();
        drafts.add(act("机构", "号", "city.shiwei", "名", "沂川市委", "类", "党委", "级", "市"));
        drafts.add(
                act("机构", "号", "city.town", "名", "沂川某镇", "类", "党委", "级", "乡镇", "属", "city.shiwei"));
        drafts.add(act("岗位", "号", "city.secretary", "名", "市委书记", "于", "city.shiwei", "职", "书记"));
        drafts.add(act("岗位", "号", "city.clerk", "名", "镇党委书记", "于", "city.town", "职", "书记"));
        drafts.add(act("人员", "号", "c001", "名", "程望川"));
        drafts.add(act("人员", "号", "c002", "名", "陶小满"));
        drafts.add(act("任", "人", "c001", "岗", "city.secretary"));
        drafts.add(act("任", "人", "c002", "岗", "city.clerk"));
        return drafts;
    }

    /// A space of few bodies under the rules of the sample.
    private static void small(int number, String name, List<Draft> organization) {
        List<Draft> drafts = new ArrayList<>();
        for (Entry entry : Archive.read(Path.of("samples", "mingchuan")).entries()) {
            if (RULES.contains(entry.kind())) {
                drafts.add(
                        new Draft(
                                entry.kind(),
                                entry.occurred(),
                                Recorder.SETUP,
                                entry.mode(),
                                entry.content()));
            }
        }
        drafts.addAll(organization);
        Instant now = Instant.now();
        Journal journal = server.getBean(Journal.class);
        server.getBean(TransactionTemplate.class)
                .executeWithoutResult(
                        _ -> {
                            int made = journal.createCounty(name, now).id();
                            assertThat(made).isEqualTo(number);
                            journal.append(made, drafts, now);
                        });
    }

    private static Draft act(String kind, String... fields) {
        Map<String, Content> content = new LinkedHashMap<>();
        for (int at = 0; at < fields.length; at += 2) {
            content.put(fields[at], new Content.Text(fields[at + 1]));
        }
        return new Draft(
                kind,
                Occurred.on(LocalDate.of(2024, 1, 1)),
                Recorder.SETUP,
                EntryMode.REPORTED,
                new Content.Group(content));
    }

    private static String address() {
        return "http://127.0.0.1:"
                + ((WebServerApplicationContext) server).getWebServer().getPort();
    }

    private static Visitor visitor(int county, String account, String words) {
        Visitor visitor = Visitor.anonymous(address());
        Visitor.Page arrived =
                visitor.send(
                        visitor.get("/sign-in"),
                        "form[action=/sign-in]",
                        new Visitor.Answers()
                                .put("county", String.valueOf(county))
                                .put("account", account)
                                .put("password", words));
        assertThat(arrived.path()).doesNotContain("sign-in");
        return visitor;
    }

    private static long count(int within, String table) {
        try (CountyScope.Entered _ = CountyScope.enter(within)) {
            return server.getBean(JdbcClient.class)
                    .sql("SELECT count(*) FROM " + table)
                    .query(Long.class)
                    .single();
        }
    }

    @Test
    @Order(1)
    @DisplayName("没有县同意以前，市里一个数也没有；不是县委县政府的岗位定不了")
    void nothingBefore() {
        Visitor.Page page = visitor(CITY, "c001", WORDS).get("/overview/counties");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text("h1")).isEqualTo("还没有县把汇总报到这里");
        assertThat(visitor(CITY, "c001", WORDS).get("/overview").text(".beside")).isEqualTo("上报汇总");
        assertThat(visitor(CITY, "c002", WORDS).get("/overview/counties").status()).isEqualTo(403);
        assertThat(visitor(COUNTY, "p019", sample).get("/overview/showing").status())
                .isEqualTo(403);
    }

    @Test
    @Order(2)
    @DisplayName("县委书记不用脚本同意上报，市委书记不用脚本看各县：写错的名称、没写的文件先退回")
    void agreed() {
        try (Browser browser = Browser.start()) {
            Page county = signedIn(browser, 1440, COUNTY, "p001", sample);
            county.navigate(address() + "/overview");
            county.waitForURL(url -> url.contains("/overview"));
            county.navigate(address() + "/overview/showing");
            county.fill("[name=上级]", "沂州市");
            county.click("button:has-text('同意上报')");
            assertThat(county.textContent(".faults")).contains("沂州市").contains("依据的文件");
            county.fill("[name=上级]", CITY_NAME);
            county.fill("[name=文]", "沂办发〔2026〕9号");
            county.click("button:has-text('同意上报')");
            assertThat(county.textContent("h1")).isEqualTo("汇总报给" + CITY_NAME);
            assertThat(county.textContent(".row-why")).contains("沂办发〔2026〕9号");
            assertThat(lastEntry()).isEqualTo("上报汇总");

            Page city = signedIn(browser, 390, CITY, "c001", WORDS);
            waitForCount(city);
            assertThat(city.textContent("h1")).contains("县级").contains("%");
            assertThat(city.textContent("#counties")).isEqualTo("各县按期履行率");
            assertThat(city.textContent(".flow")).contains("明川县").doesNotContain("邻水县");
            city.click("a:has-text('村社区')");
            assertThat(city.textContent("#counties")).isEqualTo("各县村社区按期履行率");
            city.click(".flow a:has-text('明川县')");
            assertThat(city.textContent("h1")).contains("在明川县任职的才看得到");
        }
    }

    private static Page signedIn(
            Browser browser, int width, int county, String account, String words) {
        Page page = browser.windowWithoutScripts(width, 900);
        signIn(page, county, account, words);
        return page;
    }

    private static void signIn(Page page, int county, String account, String words) {
        page.navigate(address() + "/sign-in");
        page.selectOption("select[name=county]", String.valueOf(county));
        page.fill("input[name=account]", account);
        page.fill("input[name=password]", words);
        page.click("form[action='/sign-in'] button[type=submit]");
        page.waitForURL(url -> !url.contains("/sign-in"));
    }

    /// The count of the county runs beside; the page says so until it is there.
    private static void waitForCount(Page city) {
        long until = System.nanoTime() + 120_000_000_000L;
        do {
            city.navigate(address() + "/overview/counties");
            city.waitForLoadState();
        } while (city.locator("#counties").count() == 0 && System.nanoTime() < until);
    }

    private static String lastEntry() {
        Journal journal = server.getBean(Journal.class);
        long size = journal.head(COUNTY).size();
        return journal.entries(COUNTY, size - 1, 1).getFirst().kind();
    }

    @Test
    @Order(3)
    @DisplayName("报上去的每一列都是合计：没有人名、没有记录，只有市里和本县读得到，市里改不了")
    void onlySums() {
        assertThat(columns("shown_sum"))
                .containsExactly(
                        "county_id",
                        "month",
                        "level",
                        "duty_group",
                        "due",
                        "kept",
                        "late",
                        "breached",
                        "unproven",
                        "records",
                        "entered",
                        "entered_late");
        assertThat(columns("shown_count"))
                .containsExactly(
                        "county_id",
                        "day",
                        "counted_at",
                        "first_entry",
                        "last_entry",
                        "root",
                        "problems_open",
                        "problems_closed",
                        "problems_relapsed");
        for (String table : List.of("showing", "shown_count", "shown_sum")) {
            assertThat(count(COUNTY, "assessment." + table)).isPositive();
            assertThat(count(CITY, "assessment." + table)).isPositive();
            assertThat(count(OTHER, "assessment." + table)).as("另一县").isZero();
            try (CountyScope.Entered _ = CountyScope.enter(CITY)) {
                assertThat(
                                server.getBean(JdbcClient.class)
                                        .sql("DELETE FROM assessment." + table)
                                        .update())
                        .as("市里删不了")
                        .isZero();
            }
        }
        assertThat(count(CITY, "work.record WHERE county_id = 1")).isZero();
        assertThat(count(CITY, "journal.entry WHERE county_id = 1")).isZero();
    }

    private static List<String> columns(String table) {
        return server.getBean(JdbcClient.class)
                .sql(
                        """
                        SELECT attname FROM pg_attribute
                        WHERE attrelid = ('assessment.' || :table)::regclass AND attnum > 0
                        ORDER BY attnum
                        """)
                .param("table", table)
                .query(String.class)
                .list();
    }

    @Test
    @Order(4)
    @DisplayName("市里的数就是县里自己驾驶舱的数，写明哪天数的、账上第几笔和树根")
    void sameNumbers() {
        Visitor.Page own = visitor(COUNTY, "p001", sample).get("/overview");
        Visitor.Page shown = visitor(CITY, "c001", WORDS).get("/overview/counties");
        String rate = own.document().select(".figures a:nth-child(2) b").text();
        assertThat(shown.document().select(".figures a:nth-child(2) b").text()).isEqualTo(rate);
        String head = shown.document().select("table.is-counties td:nth-child(3)").text();
        assertThat(head).matches("第\\d+笔，[0-9a-f]{8}");
        long number = Long.parseLong(head.replaceAll("第(\\d+)笔.*", "$1"));
        assertThat(server.getBean(Journal.class).root(COUNTY, number).orElseThrow().toString())
                .startsWith(head.substring(head.length() - 8));
        assertThat(own.text("main")).doesNotContain("邻水");
    }

    @Test
    @Order(5)
    @DisplayName("两页在桌面和手机上读屏没有毛病，不横着滚")
    void readable() throws IOException {
        try (Browser browser = Browser.start()) {
            for (int width : new int[] {1440, 390}) {
                look(browser, width, CITY, "c001", WORDS, "/overview/counties");
                look(browser, width, COUNTY, "p001", sample, "/overview/showing");
            }
        }
    }

    private static void look(
            Browser browser, int width, int county, String account, String words, String path)
            throws IOException {
        Page page = browser.window(width, 900, width < 800);
        signIn(page, county, account, words);
        page.navigate(address() + path);
        try (InputStream axe = CountiesShownTest.class.getResourceAsStream("/axe.min.js")) {
            page.evaluate(
                    new String(Objects.requireNonNull(axe).readAllBytes(), StandardCharsets.UTF_8));
        }
        assertThat(page.evaluate(ASK)).as(path).isEqualTo(List.of());
        assertThat(page.evaluate("document.documentElement.scrollWidth > innerWidth"))
                .as(path)
                .isEqualTo(false);
        page.context().close();
    }

    @Test
    @Order(6)
    @DisplayName("起止的两件不能撤销；停报要有文件，停了市里当场看不到，县里的数也清掉")
    void ended() {
        Visitor county = visitor(COUNTY, "p001", sample);
        Visitor.Page page = county.get("/overview/showing");
        Visitor.Page refused =
                county.send(page, "form[action=/overview/showing/end]", new Visitor.Answers());
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text(".faults")).contains("依据的文件");
        String field =
                page.document().select("form[action=/overview/showing/end] .input").attr("name");
        Visitor.Page ended =
                county.send(
                        page,
                        "form[action=/overview/showing/end]",
                        new Visitor.Answers().put(field, "沂办发〔2026〕12号"));
        assertThat(ended.text("h1")).isEqualTo("汇总没有报给任何上级");
        assertThat(lastEntry()).isEqualTo("停报汇总");
        assertThat(visitor(CITY, "c001", WORDS).get("/overview/counties").text("h1"))
                .isEqualTo("还没有县把汇总报到这里");
        for (String table : List.of("showing", "shown_count", "shown_sum")) {
            assertThat(count(CITY, "assessment." + table)).isZero();
            assertThat(count(COUNTY, "assessment." + table)).isZero();
        }
        changedAfterSending(county);
    }

    private static void changedAfterSending(Visitor county) {
        String form = "form[action=/overview/showing]";
        Visitor.Page page = county.get("/overview/showing");
        Visitor.Answers typed = new Visitor.Answers().put("上级", CITY_NAME).put("文", "沂办发〔2026〕13号");
        assertThat(county.send(page, form, typed).text("h1")).isEqualTo("汇总报给" + CITY_NAME);
        Visitor.Page changed =
                county.send(
                        page,
                        form,
                        new Visitor.Answers().put("上级", CITY_NAME).put("文", "沂办发〔2026〕14号"));
        assertThat(changed.status()).isEqualTo(409);
        assertThat(changed.text("#refusal")).contains("后来改的没有登记");
        assertThat(changed.text(".row-why")).contains("13号").doesNotContain("14号");
    }
}
