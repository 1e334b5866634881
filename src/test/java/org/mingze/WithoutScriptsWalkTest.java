package org.mingze;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mingze.journal.Journal;
import org.mingze.web.Browser;
import org.mingze.work.ChinaTime;
import org.mingze.work.CountyLedgers;

/// The main task of each page in the real browser with scripts off, to its end: what it entered
/// stands in the journal, what it made is on the page.
@DisplayName("关着脚本，每一页的事也办得成")
class WithoutScriptsWalkTest {
    private static final int PHONE = 390;
    private static final int DESK = 1440;
    private static final String SEND = "main form button.is-main";
    private static final String DEED = "form[action^='/organization/acts/'] button[type=submit]";

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

    private Page signedIn(String account, int width) {
        Page page = browser.windowWithoutScripts(width, 900);
        page.navigate(mingze.address() + "/sign-in");
        door(page, account, mingze.passphrase());
        page.waitForURL(url -> !url.contains("/sign-in"));
        return page;
    }

    private static void door(Page page, String account, String words) {
        page.fill("#account", account);
        page.fill("#password", words);
        page.click("form[action='/sign-in'] button.is-main");
    }

    private void go(Page page, String path) {
        page.navigate(mingze.address() + path);
    }

    private String lastKind() {
        long size = mingze.bean(CountyLedgers.class).ask(1, known -> known.size());
        return mingze.bean(Journal.class).entries(1, size - 1, 1).getFirst().kind();
    }

    @Test
    @DisplayName("不用脚本，写到一半登录没了：填的都带在页上，另开一页登录，回来再送，核对了入账")
    void lostSession() {
        Page page = signedIn("p019", PHONE);
        go(page, "/records/new/Talk");
        page.selectOption("select[name=类]", "谈心");
        page.selectOption("select[name=对象]", "p023");
        page.fill("textarea[name=问题]", "登录没了以前写的");
        page.context().clearCookies();
        page.click("form.entry button.is-main");
        sendAgain(page, "p019");
        assertThat(page.inputValue("textarea[name=问题]")).isEqualTo("登录没了以前写的");
        page.click("form.entry button.is-main");
        assertThat(page.url()).as(page.innerText("main")).matches(".*/records/\\d+");
    }

    @Test
    @DisplayName("不用脚本，登录在别处被结束：填的同样不丢")
    void endedElsewhere() {
        Page page = signedIn("p019", DESK);
        go(page, "/records/new/Talk");
        page.fill("textarea[name=问题]", "被结束以前写的");
        Visitor here = mingze.account("p019");
        here.get("/account")
                .document()
                .select("form[action^=/account/sessions/]")
                .eachAttr("action")
                .forEach(action -> here.post(action, new Visitor.Answers()));
        page.click("form.entry button.is-main");
        sendAgain(page, "p019");
        assertThat(page.inputValue("textarea[name=问题]")).isEqualTo("被结束以前写的");
    }

    private void sendAgain(Page page, String account) {
        assertThat(page.innerText("main")).contains("没有入账", "填的都带在这一页");
        Page other = page.context().newPage();
        other.navigate(mingze.address() + "/sign-in");
        door(other, account, mingze.passphrase());
        page.click("button:has-text('登录好了，再送一次')");
        page.click("button:has-text('再送一次')");
    }

    @Test
    @DisplayName("起草一部制度，改好、试行、施行：入账，制度页上有它")
    void drafting() {
        Page page = signedIn("p008", DESK);
        go(page, "/drafts");
        page.click(SEND);
        String today = LocalDate.now(ChinaTime.ZONE).toString();
        String text =
                page.inputValue("#text")
                        .replaceAll("自: \\d{4}-\\d\\d-\\d\\d", "自: " + today)
                        .replace("local.example", "local.plain")
                        .replace("某某制度", "关脚本写的制度");
        page.fill("#text", text);
        page.click("button:has-text('存下并检查')");
        assertThat(page.textContent("#checks h2")).startsWith("没有错");
        String draft = page.url();
        page.click("#checks a >> nth=0");
        assertThat(page.textContent("h1")).contains("照草案判");
        page.navigate(draft);
        page.click("#checks a >> nth=1");
        page.fill("[name=据]", "明委〔2026〕31号");
        page.click("form[action$=enactment] button.is-main");
        assertThat(page.textContent(".notice")).contains("施行了：关脚本写的制度");
        assertThat(lastKind()).isEqualTo("施行");
        page.context().close();
    }

    @Test
    @DisplayName("筛选存成视图；勾选一件交办，责任人手机上签收、附文件反馈，督查室办结")
    void assigning() {
        Page desk = signedIn("p011", DESK);
        go(desk, "/ledgers/rectification?stage=整改中&body=qingshi.beijing");
        desk.click(".keeping summary");
        desk.fill(".keeping input[name=name]", "北井在改的");
        desk.click(".keeping button");
        assertThat(desk.locator(".views a:has-text('北井在改的')").getAttribute("aria-current"))
                .isEqualTo("page");
        desk.locator("input.pick").last().check();
        desk.click("#batch button[value=assign]");
        desk.fill("section.desk [name=内容]", "逐户看一遍");
        desk.fill("section.desk [name=期限]", "2027-02-26");
        desk.click("section.desk button.is-main");
        assertThat(desk.textContent(".notice")).contains("已交办1件");
        assertThat(lastKind()).isEqualTo("交办");
        go(desk, "/ledgers/assignments?sort=latest&source=督查交办&stage=待签收");
        desk.click("tbody th a >> nth=0");
        String dossier = desk.url();

        Page phone = signedIn("p042", PHONE);
        phone.navigate(dossier);
        phone.click("#acknowledgement form button.button[type=submit]");
        assertThat(phone.textContent("li[aria-current=step]")).contains("办理中");
        choose(phone.locator("#feedback form"), "结果", "已办");
        phone.fill("#feedback form [name=情况]", "都看过了");
        phone.locator("#feedback form input[type=file]")
                .last()
                .setInputFiles(
                        new FilePayload(
                                "逐户.txt", "text/plain", "十二户".getBytes(StandardCharsets.UTF_8)));
        phone.locator("#feedback form button.button[type=submit]").last().click();
        assertThat(phone.textContent("li[aria-current=step]")).contains("待办结");

        desk.navigate(dossier);
        desk.locator("#conclusion form button.button[type=submit]").last().click();
        assertThat(desk.textContent("li[aria-current=step]")).contains("已办结");
        desk.context().close();
        phone.context().close();
    }

    private static void choose(Locator form, String name, String word) {
        Locator menu = form.locator("select[name=" + name + "]");
        if (menu.count() > 0) {
            menu.selectOption(word);
        } else if (form.locator("[name=" + name + "][value=" + word + "]").count() > 0) {
            form.locator("label:has([name=" + name + "][value=" + word + "])").click();
        } else {
            form.locator("[name=" + name + "]").fill(word);
        }
    }

    @Test
    @DisplayName("设立一个岗位，看一遍再入账；书记在手机上移交，接的人签收")
    void reorganizing() {
        Page page = signedIn("p008", DESK);
        go(page, "/organization/acts/post");
        page.fill("[name=body]", "青石街道党工委");
        page.fill("[name=name]", "青石街道值守岗");
        page.fill("[name=title]", "科员");
        page.fill("[name=basis]", "试验九号");
        page.locator(DEED).last().click();
        assertThat(page.textContent("h1")).isEqualTo("看一遍再入账");
        page.locator(DEED).last().click();
        assertThat(page.textContent(".notice")).contains("入账");
        assertThat(lastKind()).isEqualTo("岗位");
        page.context().close();

        Page phone = signedIn("p019", PHONE);
        go(phone, "/organization/handovers");
        phone.fill("[name=to]", "p026");
        phone.fill("[name=signature]", "周砚田");
        phone.click("form[action$=handovers] button.is-main");
        assertThat(phone.textContent(".notice")).contains("已移交");
        assertThat(lastKind()).isEqualTo("移交");
        phone.context().close();
        receive();
    }

    private void receive() {
        Page clerk = signedIn("p026", PHONE);
        String name = clerk.locator(".rail .post summary small").textContent().replace("，现任", "");
        go(clerk, "/organization/handovers");
        clerk.locator("main a[href^='/organization/handovers/']").last().click();
        clerk.fill("[name=signature]", name);
        clerk.click("form[action$=receipt] button[type=submit]");
        assertThat(clerk.textContent("main")).contains("签收").contains(name);
        assertThat(lastKind()).isEqualTo("接收");
        clerk.context().close();
    }

    @Test
    @DisplayName("定提醒提前几天；在日历上换月、点开一天；做一个订阅地址再作废")
    void remindedAndDated() {
        Page page = signedIn("p008", PHONE);
        go(page, "/reminders");
        page.fill("[name=days]", "三天");
        page.fill("[name=basis]", "试验");
        page.click("form[action='/reminders/rule'] button.is-main");
        assertThat(page.textContent("#faults")).contains("整数");
        page.fill("[name=mail]", "office@mingchuan.example");
        page.click("form[action='/reminders/address'] button[type=submit]");
        assertThat(page.textContent(".notice")).contains("office@mingchuan.example");
        page.fill("[name=mail]", "");
        page.click("form[action='/reminders/address'] button[type=submit]");
        assertThat(page.textContent(".notice")).contains("不再收邮件");
        page.context().close();

        Page desk = signedIn("p020", DESK);
        go(desk, "/calendar?month=2026-06");
        desk.click("[data-step=previous]");
        assertThat(desk.textContent("h1")).startsWith("5月到期");
        go(desk, "/calendar?month=2026-06");
        desk.click(".day-head a >> nth=0");
        assertThat(desk.url()).contains("day=2026-06-");
        desk.click("form[action='/calendar/feed'] button");
        assertThat(desk.textContent(".feed-address")).endsWith(".ics");
        desk.click("form[action='/calendar/feed/end'] button");
        assertThat(desk.locator(".feed-address").count()).isZero();
        desk.context().close();
    }

    @Test
    @DisplayName("要一个检查包，再看一眼直到做好，下载链接在；归档页定一类的保管期限，入账")
    void packetsAndArchives() {
        Page page = signedIn("p019", PHONE);
        go(page, "/packets");
        page.fill("[name=body]", "青石街道党工委");
        page.fill("[name=from]", "2026-01-01");
        page.fill("[name=to]", "2026-01-31");
        page.click("form[action='/packets'] button.is-main");
        long until = System.nanoTime() + 60_000_000_000L;
        while (!page.textContent("h1").endsWith("做好了") && System.nanoTime() < until) {
            page.click("main a:has-text('再看一眼')");
        }
        assertThat(page.textContent("h1")).endsWith("做好了");
        assertThat(page.locator("main a[href$='.zip']").count()).isPositive();
        page.context().close();

        Page office = signedIn("p008", DESK);
        go(office, "/archives");
        office.locator("form[action$='/term'] input[name=type]").last().check();
        office.locator("form[action$='/term'] input[name=term]").first().check();
        office.fill("form[action$='/term'] [name=basis]", "试验");
        office.click("form[action$='/term'] button[type=submit]");
        assertThat(lastKind()).isEqualTo("保管期限");
        office.context().close();
    }

    @Test
    @DisplayName("绑定第二因素，退出，用恢复码进来；登录页先换成英文")
    void secondFactor() {
        Page page = signedIn("p057", PHONE);
        go(page, "/account/factor");
        String typed = page.locator("code").first().textContent().replace(" ", "");
        page.fill("[name=current]", mingze.passphrase());
        page.fill("[name=code]", Totp.now(secret(typed)));
        page.click("form[action='/account/factor'] button.is-main");
        assertThat(page.textContent("h1")).isEqualTo("第二因素已绑定");
        String recovery = page.locator(".secrets code").first().textContent();
        go(page, "/more");
        page.click("main form[action='/sign-out'] button");
        go(page, "/sign-in");
        page.click("button[value='language:en']");
        assertThat(page.textContent("h1")).isEqualTo("Sign in");
        door(page, "p057", mingze.passphrase());
        page.fill("#code", recovery);
        page.click("form[action='/sign-in/code'] button.is-main");
        assertThat(page.url()).isEqualTo(mingze.address() + "/");
        assertThat(page.getAttribute("html", "lang")).isEqualTo("en");
        page.context().close();
    }

    /// The bytes that an authenticator reads from what was typed into it.
    private static byte[] secret(String typed) {
        String digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
        byte[] bytes = new byte[typed.length() * 5 / 8];
        int held = 0;
        int bits = 0;
        int at = 0;
        for (char letter : typed.toUpperCase(Locale.ROOT).toCharArray()) {
            held = held << 5 | digits.indexOf(letter);
            bits += 5;
            if (bits >= 8 && at < bytes.length) {
                bits -= 8;
                bytes[at++] = (byte) (held >> bits);
            }
        }
        return bytes;
    }
}
