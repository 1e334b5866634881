package org.mingze.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.SelectOption;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mingze.RunningMingze;
import org.mingze.Visitor;
import org.mingze.institution.expression.Value;
import org.mingze.web.Browser;
import org.mingze.work.CountyLedgers;
import org.mingze.work.RecordTitles;

@DisplayName("一次党工委会，从议程到纪要")
class MeetingWalkTest {
    private static final Path SHOTS = Path.of("target", "meeting");
    private static final String STATION = "大额资金：街道文化站扩建";

    private final RunningMingze mingze = RunningMingze.shared();

    @Test
    @DisplayName("在桌面上")
    void onADesk() throws Exception {
        try (Browser browser = Browser.start()) {
            walk(browser.window(1440, 900, false), "desk");
        }
    }

    @Test
    @DisplayName("在手机上")
    void onAPhone() throws Exception {
        try (Browser browser = Browser.start()) {
            walk(browser.window(390, 844, true), "phone");
        }
    }

    @Test
    @DisplayName("不用脚本")
    void withoutScripts() throws Exception {
        try (Browser browser = Browser.start()) {
            walk(browser.windowWithoutScripts(1440, 900), "plain");
        }
    }

    @Test
    @DisplayName("议程刚写的字，马上离开这一页，回来还在")
    void leavesAtOnce() throws Exception {
        try (Browser browser = Browser.start()) {
            Page window = browser.window(1440, 900, false);
            signIn(window);
            window.navigate(mingze.address() + "/meetings");
            click(window, "form.begin button[type=submit]");
            click(window, "button[value=add]");
            String agenda = window.url().replaceFirst("#.*", "");
            window.fill("[name='t.0.name']", "刚写的题目");
            window.navigate(mingze.address() + "/meetings");
            window.waitForCondition(
                    () -> {
                        window.navigate(agenda);
                        return window.inputValue("[name='t.0.name']").equals("刚写的题目");
                    });
            window.fill("[name='t.0.name']", "又改的题目");
            click(window, "button[value=add]");
            PlaywrightAssertions.assertThat(window.locator("[name='t.1.name']")).hasCount(1);
            PlaywrightAssertions.assertThat(window.locator("[name='t.0.name']")).hasValue("又改的题目");
        }
    }

    @Test
    @DisplayName("网慢时，边写边存的还没存完就加一项议题：先存完再加，加的不会被盖掉")
    void addsWhileKeeping() {
        try (Browser browser = Browser.start()) {
            Page window = browser.window(1440, 900, false);
            signIn(window);
            window.navigate(mingze.address() + "/meetings");
            click(window, "form.begin button[type=submit]");
            click(window, "button[value=add]");
            List<Route> keeping = new ArrayList<>();
            window.route(
                    "**/agenda",
                    route -> {
                        String sent = route.request().postData();
                        if (sent == null || sent.contains("then=")) {
                            route.resume();
                        } else {
                            keeping.add(route);
                        }
                    });
            window.fill("[name='t.0.name']", "慢网上写的题目");
            window.waitForCondition(() -> !keeping.isEmpty());
            window.locator("button[value=add]").first().click();
            PlaywrightAssertions.assertThat(window.locator("[name='t.1.name']")).hasCount(0);
            window.unroute("**/agenda");
            keeping.forEach(Route::resume);
            PlaywrightAssertions.assertThat(window.locator("[name='t.1.name']")).hasCount(1);
            PlaywrightAssertions.assertThat(window.locator("[name='t.0.name']"))
                    .hasValue("慢网上写的题目");
        }
    }

    private void walk(Page window, String name) throws Exception {
        signIn(window);
        arrange(window, name);
        shoot(window, name + "-agenda");
        click(window, "button[value=open]");
        PlaywrightAssertions.assertThat(window.locator("h1")).hasText("青石街道党工委会实录");
        PlaywrightAssertions.assertThat(window.locator(".quorum > .mark")).hasText("到会未记");
        click(window, ".quorum .roll button[type=submit]");

        declare(window, "听取");
        go(window, "2. ", ".agenda a:nth-of-type(2)");
        say(window, "同意，三月开工。");
        click(window, ".speak .is-locked button");
        PlaywrightAssertions.assertThat(window.locator(".refusal"))
                .containsText("现在不能记周砚田发言：还有4人没有发言");
        PlaywrightAssertions.assertThat(window.locator(".refusal .basis"))
                .hasText("《明川县党委（党工委）会议议事规则》第9条：主要负责人最后表态。");
        shoot(window, name + "-refused");
        click(window, ".refusal form button:has-text('不发言') >> nth=0");
        PlaywrightAssertions.assertThat(window.locator("#speeches .tally")).hasText("2/6");
        if (name.equals("plain")) {
            say(window, "招标文件须备案。");
        } else {
            window.fill("#say input[name=words]", "招标文件须备案。");
            window.press("#say input[name=words]", "Control+Enter");
            PlaywrightAssertions.assertThat(window.locator("#speeches .tally")).hasText("3/6");
        }
        say(window, "同意。");
        say(window, "补助尚未到账，建议缓议。");
        say(window, "同意，分两期。");
        PlaywrightAssertions.assertThat(window.locator("#speeches .tally")).hasText("6/6");
        click(window, "#speeches a:text-is('改')");
        PlaywrightAssertions.assertThat(window.locator("#say input[name=words]"))
                .hasValue("同意，三月开工。");
        votes(window);
        tooFew(window, name);
        decide(window, name);
        secret(window);
        close(window, name);
    }

    private void arrange(Page window, String name) {
        window.navigate(mingze.address() + "/meetings");
        click(window, "form.begin button[type=submit]");
        click(window, "button[value=add]");
        window.fill("[name='t.0.name']", "街道文化站扩建资金安排");
        label(window, "[name='t.0.kind']", "决策");
        window.selectOption(
                "[name='t.0.matter']",
                window.locator("[name='t.0.matter'] option:has-text('" + STATION + "')")
                        .first()
                        .getAttribute("value"));
        click(window, "button[value=add]");
        window.fill("[name='t.1.name']", "学习党的创新理论");
        label(window, "[name='t.1.kind']", "学习");
        window.locator("[name='t.1.subjects'][value='第一议题']").check(force());
        click(window, "button[value=add]");
        PlaywrightAssertions.assertThat(window.locator("#asked .counts-head"))
                .containsText("会前还缺1项");
        PlaywrightAssertions.assertThat(window.locator("#asked section >> nth=0"))
                .containsText("会议第一项议题是第一议题");
        shoot(window, name + "-missing");
        click(window, "button[value='up.1']");
        PlaywrightAssertions.assertThat(window.locator("#asked .counts-head"))
                .containsText("会前要办的都齐了");
        window.fill("[name='t.2.name']", "中层岗位调整");
        label(window, "[name='t.2.kind']", "人事");
        assertThat(window.locator("[name='t.0.name']").inputValue()).isEqualTo("学习党的创新理论");
        Page again = window.context().newPage();
        click(window, "button[value=keep] >> nth=1");
        again.navigate(window.url());
        assertThat(again.locator("[name='t.2.name']").inputValue()).isEqualTo("中层岗位调整");
        again.close();
    }

    private static com.microsoft.playwright.Locator.CheckOptions force() {
        return new com.microsoft.playwright.Locator.CheckOptions().setForce(true);
    }

    private static void label(Page window, String selector, String label) {
        window.selectOption(selector, new SelectOption().setLabel(label));
    }

    private void votes(Page window) {
        for (String person : new String[] {"p019", "p020", "p021", "p023"}) {
            window.locator("#ballot [name='v." + person + "'][value=AYE]").check();
        }
        window.locator("#ballot [name='v.p022'][value=LATER]").check();
        click(window, "#ballot button[type=submit]");
        PlaywrightAssertions.assertThat(window.locator("#ballot .majority-key"))
                .containsText("同意4，占应到4/6");
        PlaywrightAssertions.assertThat(window.locator("#ballot")).containsText("同意4票，已够（需4票）");
    }

    /// Four leave: what was about to be carried may not be.
    private void tooFew(Page window, String name) {
        attend(window, "LEAVE");
        PlaywrightAssertions.assertThat(window.locator(".quorum > .mark"))
                .containsText("还差1人，不能议决");
        declare(window, "通过");
        PlaywrightAssertions.assertThat(window.locator(".refusal")).containsText("现在不能宣布通过");
        PlaywrightAssertions.assertThat(window.locator(".refusal")).containsText("到会至少要3人");
        PlaywrightAssertions.assertThat(window.locator(".refusal .basis")).containsText("第7条");
        shoot(window, name + "-few");
        attend(window, "PRESENT");
        PlaywrightAssertions.assertThat(window.locator(".quorum > .mark")).containsText("达到法定人数");
    }

    private static void attend(Page window, String presence) {
        window.locator(".quorum summary").click();
        for (String person : new String[] {"p021", "p022", "p023", "p024"}) {
            window.locator("[name='p." + person + "'][value=" + presence + "]").check();
        }
        click(window, ".quorum .roll button[type=submit]");
    }

    private static void decide(Page window, String name) {
        window.fill("[name=dissent]", "沈怀瑾：补助尚未到账，建议缓议。");
        window.fill("[name='k.0.content']", "编制文化站扩建方案");
        window.selectOption("[name='k.0.owner']", "qingshi.dangzhengban.head");
        window.fill("[name='k.0.due']", "2027-03-31");
        if (!name.equals("plain")) {
            window.reload();
            PlaywrightAssertions.assertThat(window.locator("[name=dissent]"))
                    .hasValue("沈怀瑾：补助尚未到账，建议缓议。");
            PlaywrightAssertions.assertThat(window.locator("[name='k.0.content']"))
                    .hasValue("编制文化站扩建方案");
        }
        declare(window, "通过");
        PlaywrightAssertions.assertThat(window.locator("#resolution .tally")).hasText("通过");
    }

    private static void secret(Page window) {
        go(window, "3. ", ".agenda a:nth-of-type(3)");
        PlaywrightAssertions.assertThat(window.locator(".quorum dl")).containsText("法定人数4");
        click(window, ".is-ways a:has-text('无记名')");
        PlaywrightAssertions.assertThat(window.locator("#ballot input[type=radio]")).hasCount(0);
        window.fill("[name='c.AYE']", "9");
        click(window, "#ballot button[type=submit]");
        PlaywrightAssertions.assertThat(window.locator("#ballot .fault"))
                .hasText("改票数：合计不能超过实到6人，现在合计9票。");
        PlaywrightAssertions.assertThat(window.locator("[name='c.AYE']")).hasValue("9");
        window.fill("[name='c.AYE']", "3");
        window.fill("[name='c.NO']", "3");
        click(window, "#ballot button[type=submit]");
        PlaywrightAssertions.assertThat(window.locator("#ballot .majority-key"))
                .containsText("同意3");
        window.fill("[name='k.0.content']", "研究替代方案");
        declare(window, "通过");
        PlaywrightAssertions.assertThat(window.locator(".refusal")).containsText("同意至少要4票");
        declare(window, "否决");
        PlaywrightAssertions.assertThat(window.locator("#resolution .tally")).hasText("否决");
    }

    private void close(Page window, String name) throws Exception {
        shoot(window, name + "-sheet");
        click(window, ".head a:has-text('散会')");
        PlaywrightAssertions.assertThat(window.locator("h1")).hasText("散会以前看一遍");
        shoot(window, name + "-closing");
        List<String> counting = window.locator("aside li b").allTextContents();
        assertThat(counting).as("会计入哪些职责").isNotEmpty();
        long before = size();
        click(window, "button:has-text('散会入账')");
        PlaywrightAssertions.assertThat(window.locator("#faults")).containsText("第3项没有记全发言");
        click(window, "button:has-text('照这样散会')");
        PlaywrightAssertions.assertThat(window.locator("h1")).containsText("已散会，记为第");
        assertThat(size()).isEqualTo(before + 5);
        PlaywrightAssertions.assertThat(window.locator(".notice")).containsText("交办2件进了整改台账");
        PlaywrightAssertions.assertThat(window.locator("main"))
                .containsText("研究替代方案，没有写谁办，先归青石街道党工委");
        assertThat(answering()).isEqualTo("qingshi.gongwei");
        click(window, ".rows a[href^='/dossiers/']");
        PlaywrightAssertions.assertThat(window.locator("main"))
                .containsText("会议议题“街道文化站扩建资金安排”，决定：");
        window.goBack();
        Download minutes = window.waitForDownload(() -> window.click(".head a:has-text('纪要')"));
        Path file = SHOTS.resolve(name + ".docx");
        minutes.saveAs(file);
        try (ZipFile document = new ZipFile(file.toFile())) {
            String words =
                    new String(
                            document.getInputStream(document.getEntry("word/document.xml"))
                                    .readAllBytes(),
                            StandardCharsets.UTF_8);
            assertThat(words)
                    .contains("青石街道党工委会纪要", "二、街道文化站扩建资金安排", "同意4票")
                    .contains("补助尚未到账", "无记名，同意3票，不同意3票", "编制文化站扩建方案");
        }
        click(window, ".head a:has-text('看入账的记录')");
        PlaywrightAssertions.assertThat(window.locator("main")).containsText("会议纪要.docx");
        assertThat(counting)
                .as("散会以前说计入的，入账的记录上都有")
                .allSatisfy(duty -> assertThat(window.textContent("main")).contains(duty));
    }

    @Test
    @DisplayName("别的单位看不到这次会议，也不能筹备它；散了的会不能再改")
    void others() {
        Visitor clerk = mingze.visitor("周砚田");
        Visitor.Page agenda =
                clerk.send(clerk.get("/meetings"), "form.begin", new Visitor.Answers());
        Visitor stranger = mingze.visitor("苏望舒");
        assertThat(stranger.get(agenda.path()).status()).isEqualTo(403);
        assertThat(
                        stranger.get("/meetings")
                                .document()
                                .select("select[name=body] option")
                                .eachText())
                .doesNotContain("青石街道党工委");
        Visitor.Page opened =
                clerk.send(agenda, "form.arrange", new Visitor.Answers().put("then", "open"));
        assertThat(opened.status()).isEqualTo(422);
        assertThat(opened.text("#faults")).contains("至少加一项议题");
    }

    /// The body that answers for the assignment that names nobody.
    private String answering() {
        return mingze.bean(CountyLedgers.class)
                .ask(
                        1,
                        known ->
                                known.records().ofType("问题").reversed().stream()
                                        .filter(
                                                record ->
                                                        RecordTitles.of(record).contains("研究替代方案"))
                                        .findFirst()
                                        .flatMap(record -> record.field("责任单位"))
                                        .map(Value.Reference.class::cast)
                                        .map(Value.Reference::code)
                                        .orElse(""));
    }

    private long size() {
        return mingze.bean(CountyLedgers.class).ask(1, known -> known.size());
    }

    private void signIn(Page window) {
        window.setDefaultTimeout(30_000);
        PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
        window.navigate(mingze.address() + "/sign-in");
        window.fill("input[name=account]", "p027");
        window.fill("input[name=password]", mingze.passphrase());
        window.click("form[action='/sign-in'] button[type=submit]");
        window.waitForURL(url -> !url.contains("sign-in"));
    }

    private static void say(Page window, String words) {
        String said = window.locator("#speeches .tally").innerText();
        window.fill("#say input[name=words]", words);
        click(window, "#say button.is-main");
        PlaywrightAssertions.assertThat(window.locator("#speeches .tally")).not().hasText(said);
    }

    private static void declare(Page window, String decision) {
        window.locator("#resolution [name=decision][value=" + decision + "]").check(force());
        click(window, "#resolution form[action$=resolution] > p button[type=submit]");
    }

    private static void go(Page window, String heading, String link) {
        click(window, link);
        PlaywrightAssertions.assertThat(window.locator(".meeting .part h2").first())
                .containsText(heading);
    }

    private static void click(Page window, String selector) {
        window.locator(selector).first().click();
        window.waitForLoadState();
        PlaywrightAssertions.assertThat(window.locator(".htmx-request")).hasCount(0);
    }

    private static void shoot(Page window, String name) {
        Object wide = window.evaluate("document.documentElement.scrollWidth <= window.innerWidth");
        assertThat(wide).as(name).isEqualTo(true);
        window.screenshot(
                new Page.ScreenshotOptions()
                        .setPath(SHOTS.resolve(name + ".png"))
                        .setFullPage(true));
    }

    static {
        SHOTS.toFile().mkdirs();
    }
}
