package org.mingze;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mingze.access.Office;
import org.mingze.web.Browser;

/// The main day of the roles that have no walk of their own, in the real browser with scripts on.
@DisplayName("一天的事，在电脑上和在手机上")
class DayWalkTest {
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

    private Page window(int width) {
        return browser.window(width, width > 800 ? 900 : 844, width < 800);
    }

    private Page signedIn(int width, String account, String passphrase) {
        Page page = window(width);
        page.navigate(mingze.address() + "/sign-in");
        page.fill("input[name=account]", account);
        page.fill("input[name=password]", passphrase);
        page.locator("form:has(input[name=password]) button[type=submit]").first().click();
        page.waitForURL(Pattern.compile(".*(?<!sign-in)$"));
        return page;
    }

    private static void fits(Page page) {
        assertThat(page.locator("main").boundingBox().width)
                .as("%s 不横着滚", page.url())
                .isLessThanOrEqualTo(page.viewportSize().width);
    }

    /// Reached as a finger or a mouse reaches it: from the rail or from the bar below.
    private static void press(Page page, String words) {
        page.locator("a:visible", new Page.LocatorOptions().setHasText(words)).first().click();
    }

    @ParameterizedTest(name = "{0}像素宽")
    @ValueSource(ints = {1440, 390})
    @DisplayName("责任人：看今日，记一笔学习，边填边看计入哪些职责，附照片，写述职，点开一个数")
    void bearer(int width) {
        try (Page page = signedIn(width, "p019", mingze.passphrase())) {
            assertThat(page.locator("h1")).containsText("件");
            fits(page);
            press(page, "记一笔");
            page.locator("main a:visible", new Page.LocatorOptions().setHasText("学习"))
                    .first()
                    .click();
            fits(page);
            assertThat(page.locator("#counts")).containsText("计入");
            page.selectOption("select[name=机构]", "qingshi.gongwei");
            page.selectOption("select[name=类]", "研讨");
            page.locator("input[name='材料.file']").last().setInputFiles(text("讲稿.txt", "讲稿"));
            page.fill("textarea[name=题]", "学习全面从严治党的规定，" + width);
            page.locator("input[name='附.file']").last().setInputFiles(text("签到.txt", "签到表"));
            assertThat(page.locator("#counts li.will").first()).containsText("研讨");
            page.locator("button[data-send]").click();
            assertThat(page.locator(".notice")).containsText("已记下");
            assertThat(page.locator(".notice")).containsText("计入");
            assertThat(page.locator("main")).containsText("学习全面从严治党的规定，" + width);
            assertThat(page.locator("main")).containsText("签到.txt");
            fits(page);
            reports(page);
        }
    }

    private static FilePayload text(String name, String content) {
        return new FilePayload(name, "text/plain", content.getBytes(StandardCharsets.UTF_8));
    }

    private void reports(Page page) {
        page.navigate(mingze.address() + "/reports");
        page.locator("main form button.is-main").first().click();
        Locator figure = page.locator("article a[href*='/records']").first();
        assertThat(figure).isVisible();
        fits(page);
        figure.click();
        assertThat(page).hasURL(Pattern.compile(".*/records.*\\d+"));
        assertThat(page.locator("main")).containsText("业时");
    }

    @ParameterizedTest(name = "{0}像素宽")
    @ValueSource(ints = {1440, 390})
    @DisplayName("办公室：导入一份台账，筛出逾期的存成视图，看全单位的日历，查一个词")
    void office(int width) {
        try (Page page = signedIn(width, "p008", mingze.passphrase())) {
            page.navigate(mingze.address() + "/imports");
            page.setInputFiles(
                    "form.upload input[type=file]",
                    new FilePayload(
                            "学习" + width + ".csv",
                            "text/csv",
                            ("单位,学习类型,日期,题目\n明川县委,研讨,2026-03-05,学习甲" + width + "\n")
                                    .getBytes(StandardCharsets.UTF_8)));
            page.locator("form.upload button[type=submit]").click();
            assertThat(page.locator("h1")).hasText("核对每一列是什么");
            fits(page);
            page.selectOption("select[name='c0.0']", "机构");
            page.selectOption("select[name='c0.1']", "类");
            page.selectOption("select[name='c0.3']", "题");
            page.locator("form[action$=mapping] button.is-main").click();
            assertThat(page.locator("h1")).hasText("1行可以入账");
            page.locator("form[action$=entries] button").click();
            assertThat(page.locator("h1")).hasText("已入账1笔");

            String ledger = width > 800 ? "rectification" : "petitions";
            page.navigate(mingze.address() + "/ledgers/" + ledger + "?due=over");
            page.locator(".keeping summary").click();
            page.fill(".keeping input[name=name]", "逾期" + width);
            page.locator(".keeping button").first().click();
            assertThat(page.locator(".views")).containsText("逾期" + width);
            fits(page);
            page.navigate(mingze.address() + "/calendar");
            assertThat(page.locator("h1")).containsText("月到期");
            fits(page);
            page.navigate(mingze.address() + "/search");
            page.fill("input[name=words]", "学习甲" + width);
            page.keyboard().press("Enter");
            assertThat(page.locator("main .row")).hasCount(1);
        }
    }

    @ParameterizedTest(name = "{0}像素宽")
    @ValueSource(ints = {1440, 390})
    @DisplayName("起草：写一部新制度，错处随写随说，在往年的账上试")
    void drafter(int width) {
        try (Page page = signedIn(width, "p008", mingze.passphrase())) {
            page.navigate(mingze.address() + "/institutions");
            assertThat(page.locator("h1")).containsText("制度");
            fits(page);
            page.navigate(mingze.address() + "/drafts");
            page.locator("form[action='/drafts'] button.is-main").click();
            Locator text = page.locator("textarea[name=text]");
            String written = text.inputValue();
            text.fill(written.replace("频次", "频率"));
            assertThat(page.locator("#checks")).containsText("处要改");
            text.fill(written);
            assertThat(page.locator("#checks")).containsText("没有错");
            assertThat(page.locator("#checks .says").first()).isVisible();
            fits(page);
            page.locator("#checks a").first().click();
            assertThat(page.locator("h1")).containsText("照草案判");
            fits(page);
        }
    }

    @ParameterizedTest(name = "{0}像素宽")
    @ValueSource(ints = {1440, 390})
    @DisplayName("三员：各看各的，没有一个看得到内容")
    void administrators(int width) {
        for (Office office : List.of(Office.SYSTEM, Office.SECURITY, Office.AUDIT)) {
            try (Page page =
                    signedIn(width, mingze.administratorAccount(office), RunningMingze.CHOSEN)) {
                assertThat(page.locator("h1")).isVisible();
                fits(page);
                page.navigate(mingze.address() + "/ledgers/rectification");
                assertThat(page.locator("main tbody tr")).hasCount(0);
                assertThat(page.locator("main")).containsText("管理员");
            }
        }
    }
}
