package org.mingze.duty.entering;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mingze.RunningMingze;
import org.mingze.Visitor;
import org.mingze.web.Browser;

@DisplayName("写过的字不会丢")
class DraftsWalkTest {
    private static final String TALK = "/records/new/Talk";
    private static final String WORDS = "textarea[name=问题]";
    private static final String DRAFT = ".notice:has-text('没送出的草稿')";

    private final RunningMingze mingze = RunningMingze.shared();

    @Test
    @DisplayName("没写完就走开，回来问继续还是丢弃；没有答就又写了新的，两份都在")
    void leaving() {
        with(
                page -> {
                    open(page, TALK);
                    page.fill(WORDS, "第一份");
                    open(page, "/");
                    open(page, TALK);
                    assertThat(page.locator(DRAFT).count()).isOne();
                    page.fill(WORDS, "第二份");
                    open(page, "/");
                    open(page, TALK);
                    page.click(DRAFT + " >> text=继续");
                    assertThat(page.inputValue(WORDS)).isEqualTo("第二份");
                    open(page, "/");
                    open(page, TALK);
                    page.click(DRAFT + " >> text=丢弃");
                    page.click(DRAFT + " >> text=继续");
                    assertThat(page.inputValue(WORDS)).isEqualTo("第一份");
                });
    }

    @Test
    @DisplayName("写到一半登录过期：送出没有入账，重新登录以后那份字还在；入了账就不再问")
    void lostSession() {
        with(
                page -> {
                    open(page, TALK);
                    page.fill(WORDS, "登录过期前写的");
                    page.context().clearCookies();
                    page.click("form.entry button.is-main");
                    assertThat(page.locator("h1").innerText()).contains("没有入账");
                    page.click("text=登录后接着填");
                    enter(page);
                    assertThat(page.url()).contains(TALK);
                    page.click(DRAFT + " >> text=继续");
                    assertThat(page.inputValue(WORDS)).isEqualTo("登录过期前写的");
                    page.selectOption("select[name=类]", "谈心");
                    page.selectOption("select[name=对象]", "p023");
                    page.click("form.entry button.is-main");
                    assertThat(page.url()).matches(".*/records/\\d+");
                    open(page, TALK);
                    assertThat(page.locator(DRAFT).count()).isZero();
                });
    }

    @Test
    @DisplayName("写到一半，登录在别处被结束：登录以后回到那张表，字还在")
    void endedElsewhere() {
        with(
                page -> {
                    open(page, TALK);
                    page.fill(WORDS, "被结束前写的");
                    page.waitForFunction(
                            "() => Object.values(localStorage).some(v => v.includes('被结束前写的'))");
                    Visitor here = mingze.account("p019");
                    here.get("/account")
                            .document()
                            .select("form[action^=/account/sessions/]")
                            .eachAttr("action")
                            .forEach(action -> here.post(action, new Visitor.Answers()));
                    page.fill(WORDS, "被结束前写的，又写");
                    page.waitForURL(address -> address.endsWith("/sign-in"));
                    enter(page);
                    assertThat(page.url()).contains(TALK);
                    page.click(DRAFT + " >> text=继续");
                    assertThat(page.inputValue(WORDS)).startsWith("被结束前写的");
                });
    }

    @Test
    @DisplayName("会议里再加了一项议程才走开，回来照样问；信访登记和办理的表单也存")
    void everyForm() {
        with(
                page -> {
                    open(page, "/records/new/Meeting");
                    page.click("details.fold > summary");
                    page.click("button[value='add:议程']");
                    page.fill("[name='议程.0.名']", "议一半的事");
                    open(page, "/records/new/Meeting");
                    page.click(DRAFT + " >> text=继续");
                    page.waitForURL("**/records");
                    assertThat(page.inputValue("[name='议程.0.名']")).isEqualTo("议一半的事");
                    open(page, "/petitions/new");
                    page.fill("input[name=代表数]", "3");
                    open(page, "/petitions/new");
                    assertThat(page.locator(DRAFT).count()).isOne();
                });
    }

    @Test
    @DisplayName("述职里本人的话、撤销的理由、移交单，写到一半走开、登录过期，字都还在")
    void everyOtherForm() {
        with(
                page -> {
                    String handing = "/organization/handovers";
                    open(page, handing);
                    page.fill("input[name=to]", "接手的人");
                    open(page, "/");
                    open(page, handing);
                    page.click(DRAFT + " >> text=继续");
                    assertThat(page.inputValue("input[name=to]")).isEqualTo("接手的人");
                    open(page, "/reports");
                    page.locator("form.upload button[type=submit]").first().click();
                    page.locator("a[href^='/reports/own']").first().click();
                    String own = page.url();
                    String words = "form.upload textarea >> nth=0";
                    page.fill(words, "本人写了一半的话");
                    page.context().clearCookies();
                    page.click("form.upload button.is-main");
                    page.click("text=登录后接着填");
                    enter(page);
                    page.navigate(own);
                    page.click(DRAFT + " >> text=继续");
                    assertThat(page.inputValue(words)).isEqualTo("本人写了一半的话");
                });
    }

    @Test
    @DisplayName("有没送出的草稿就退出：先说有哪几份，点得回去；说不要了才退出")
    void signingOut() {
        with(
                page -> {
                    open(page, TALK);
                    page.fill(WORDS, "没送出就要退出");
                    open(page, "/more");
                    String out = "main form[action='/sign-out'] button";
                    String asked = "[role=alertdialog]";
                    page.click(out);
                    assertThat(page.innerText(asked)).contains("有1份没送出的草稿", "记一笔：谈话");
                    page.click(asked + " >> text=先不退出");
                    assertThat(page.locator(asked).count()).isZero();
                    page.click(out);
                    page.click(asked + " >> a");
                    assertThat(page.url()).contains(TALK);
                    page.click(DRAFT + " >> text=继续");
                    assertThat(page.inputValue(WORDS)).isEqualTo("没送出就要退出");
                    open(page, "/more");
                    page.click(out);
                    page.click(asked + " >> text=不要了，退出");
                    page.waitForURL(address -> address.contains("/sign-in"));
                    enter(page);
                    open(page, TALK);
                    assertThat(page.locator(DRAFT).count()).isZero();
                });
    }

    @Test
    @DisplayName("选了照片没送出，接着填时说出要重新选哪个文件")
    void chosenFiles() {
        with(
                page -> {
                    open(page, TALK);
                    page.setInputFiles(
                            "input[type=file] >> nth=1",
                            new FilePayload("现场照片.png", "image/png", new byte[] {1}));
                    page.fill(WORDS, "附了照片");
                    open(page, "/");
                    open(page, TALK);
                    page.click(DRAFT + " >> text=继续");
                    assertThat(page.innerText(".files-again")).contains("要重新选", "现场照片.png");
                });
    }

    @Test
    @DisplayName("手机底下一条，随着填的变，计入几项、还差几项都跟着变")
    void glance() {
        try (Browser browser = Browser.start()) {
            Page page = browser.window(390, 844, false);
            signIn(page);
            open(page, "/records/new/Study");
            String before = page.innerText(".glance");
            page.selectOption("select[name=类]", "研讨");
            page.waitForFunction(
                    "before => document.querySelector('.glance').innerText !== before", before);
            assertThat(page.innerText(".glance").replace("\n", ""))
                    .isEqualTo(page.textContent(".glance-words"));
        }
    }

    private void with(Consumer<Page> walk) {
        try (Browser browser = Browser.start()) {
            Page page = browser.window(1440, 900, false);
            signIn(page);
            walk.accept(page);
        }
    }

    private void open(Page page, String place) {
        page.navigate(mingze.address() + place);
    }

    private void signIn(Page page) {
        open(page, "/sign-in");
        enter(page);
    }

    private void enter(Page page) {
        page.fill("input[name=account]", "p019");
        page.fill("input[name=password]", mingze.passphrase());
        page.click("form[action='/sign-in'] button[type=submit]");
    }
}
