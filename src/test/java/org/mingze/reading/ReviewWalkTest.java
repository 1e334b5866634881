package org.mingze.reading;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.PackagingURIHelper;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mingze.RunningMingze;
import org.mingze.web.Browser;

@DisplayName("在浏览器里审一份报告")
class ReviewWalkTest {
    private static final String WORD =
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private static final String REPORT =
            """
            青石街道%s整改情况报告
            一、存在的问题
            （一）窗口排队时间长。群众办一件事要等2个小时。
            （二）台账登记不及时。抽查31条，有9条补登。
            （三）宣传形式单一。多是发传单。
            二、下一步整改措施
            （一）增设窗口解决排队时间长，2027年3月底前完成。责任人：周砚田
            （二）台账登记当日完成，每周抽查1次。
            （三）丰富宣传形式，第一季度制作短视频5条。
            """;

    private final RunningMingze mingze = RunningMingze.shared();

    @Test
    @DisplayName("用键盘：下一处、采纳、改正、不采、撤回；记录与原文互相打开；再交来都还在")
    void withKeyboard() throws IOException {
        try (Browser browser = Browser.start()) {
            Page page = browser.window(1440, 900, false);
            List<String> broken = watch(page);
            signIn(page);
            byte[] report = word(REPORT.formatted("窗口服务"));
            handIn(page, "窗口服务整改报告.docx", WORD, report);
            page.waitForURL(url -> url.contains("/readings/"));
            assertThat(page.textContent("h1")).isEqualTo("青石街道窗口服务整改情况报告");
            String address = page.url();

            press(page, "j");
            assertThat(page.textContent("li.is-lit .find-words")).isEqualTo("窗口排队时间长");
            assertThat(page.textContent(".paper .is-lit")).contains("窗口排队时间长");
            decide(page, "a");
            assertThat(page.locator("#finds .finds > li").first().textContent())
                    .contains("已入账")
                    .contains("号案卷")
                    .contains("采纳，明责审读");
            assertThat(page.locator("#finds .finds > li").nth(1).textContent())
                    .contains("增设窗口")
                    .contains("已入账")
                    .contains("周砚田")
                    .contains("2027年3月31日");

            assertThat(page.textContent("li.is-lit .find-words")).isEqualTo("台账登记不及时");
            decide(page, "x");
            assertThat(page.locator("#finds .finds > li").nth(2).textContent()).contains("不采");
            press(page, "k");
            press(page, "k");
            decide(page, "u");
            correct(page);

            page.navigate(address);
            String bar = page.textContent(".review-bar");
            handIn(page, "换个名字再交.docx", WORD, report);
            page.waitForURL(url -> url.contains("/readings/"));
            assertThat(page.url()).as("同一份文件不另读一遍").startsWith(address);
            assertThat(page.textContent(".review-bar")).isEqualTo(bar);
            assertThat(broken).isEmpty();
        }
    }

    /// The last problem in other words; from the document to its record and back.
    private static void correct(Page page) {
        page.locator("#finds .finds > li", new Page.LocatorOptions().setHasText("宣传形式单一"))
                .first()
                .locator("a[data-act=correct]")
                .click();
        page.fill("#f-原文", "这句话原文里没有");
        page.click("form.find-form button.is-main");
        assertThat(page.textContent(".find-form .fault")).contains("原文里没有这句话");
        page.fill("#f-原文", "宣传形式单一。多是发传单");
        page.fill("#f-写法", "宣传只靠发传单");
        press(page, "x");
        assertThat(page.inputValue("#f-写法")).as("栏里按键不作定夺").isEqualTo("宣传只靠发传单x");
        page.fill("#f-写法", "宣传只靠发传单");
        assertThat(page.inputValue("#f-来源")).isEqualTo("自查");
        page.selectOption("#f-来源", "专项整治");
        page.click("form.find-form button.is-main");
        page.waitForLoadState();
        String card =
                page.locator("#finds .finds > li", new Page.LocatorOptions().setHasText("宣传只靠发传单"))
                        .first()
                        .textContent();
        assertThat(card).contains("已入账").contains("改正");
        page.locator("#finds .finds > li", new Page.LocatorOptions().setHasText("宣传只靠发传单"))
                .first()
                .locator("a[href^='/dossiers/']")
                .click();
        assertThat(page.textContent("main")).contains("宣传只靠发传单").contains("专项整治");
        page.locator("a:has-text('看原文')").first().click();
        assertThat(page.textContent("h1")).isEqualTo("青石街道窗口服务整改情况报告");
        assertThat(page.textContent("li.is-lit .find-words")).isEqualTo("宣传只靠发传单");
    }

    /// From the record of the measure to where the report promises it, and back to the review.
    private static void measureOpensItsPlace(Page page) {
        String review = page.url();
        page.locator("#finds .finds > li").nth(1).locator("a[href^='/records/']").first().click();
        assertThat(page.textContent("main")).contains("增设窗口").contains("明责审读");
        page.locator("a:has-text('看原文')").first().click();
        assertThat(page.textContent("li:target .find-words")).contains("增设窗口");
        page.navigate(review);
    }

    @Test
    @DisplayName("不用脚本也能采纳、改正、不采、撤回、补上一处，只看未定的")
    void withoutScripts() throws IOException {
        try (Browser browser = Browser.start()) {
            Page page = browser.windowWithoutScripts(1440, 900);
            signIn(page);
            handIn(page, "办事大厅整改报告.docx", WORD, word(REPORT.formatted("办事大厅")));
            page.locator("#finds .finds > li button[name=accept]").first().click();
            assertThat(page.locator("#finds .finds > li").first().textContent()).contains("已入账");
            measureOpensItsPlace(page);
            page.locator("#figures button[name=reject]").first().click();
            assertThat(page.locator("#figures > .finds > li").first().textContent()).contains("不采");
            page.click("button:has-text('撤回上一步')");
            assertThat(page.locator("#figures > .finds > li").first().textContent())
                    .doesNotContain("不采");
            page.click("a:has-text('补上一处')");
            page.check("input[name=种类][value=CAUSE]");
            page.fill("#f-原文", "多是发传单");
            page.locator("#add label.choice", new Page.LocatorOptions().setHasText("宣传形式单一"))
                    .click();
            page.click("text=补上这一处");
            assertThat(page.textContent("#finds")).contains("多是发传单").contains("补上的");
            page.click("button:has-text('处照读的采纳')");
            page.click("nav.kinds a:has-text('未定')");
            assertThat(page.locator("#figures").count()).isZero();
            assertThat(page.textContent("#finds")).contains("台账登记不及时").doesNotContain("窗口排队");
        }
    }

    @Test
    @DisplayName("读不了的文件各说一句为什么和怎么办，页面还在，什么也没留")
    void badFiles() throws IOException {
        try (Browser browser = Browser.start()) {
            Page page = browser.window(1440, 900, false);
            signIn(page);
            page.navigate(mingze.address() + "/readings");
            String before = page.textContent("section.part");
            refused(page, "反馈.docx", word("秘密★10年\n关于某事的报告"), "密级");
            refused(page, "加密.pdf", encrypted(), "密码");
            refused(page, "扫描.pdf", scanned(), "没有文字");
            refused(page, "弹.docx", bomb(), "解开后");
            refused(page, "宏.docm", macro(), "宏");
            page.navigate(mingze.address() + "/readings");
            assertThat(page.textContent("section.part")).isEqualTo(before);
        }
    }

    @Test
    @DisplayName("超过50兆的文件说一句为什么，页面还在")
    void tooLarge() throws IOException {
        Path large = Files.createTempFile("large", ".docx");
        Files.write(large, new byte[60 << 20]);
        try (Browser browser = Browser.start()) {
            Page page = browser.window(1440, 900, false);
            signIn(page);
            page.navigate(mingze.address() + "/readings");
            page.setInputFiles("input[type=file]", large);
            assertThat(page.textContent("#document-size")).contains("超过50兆").contains("拆分");
            assertThat(page.isDisabled("text=读这份文件")).isTrue();
            Page plain = browser.windowWithoutScripts(1440, 900);
            signIn(plain);
            plain.navigate(mingze.address() + "/readings");
            plain.setInputFiles("input[type=file]", large);
            plain.click("text=读这份文件");
            assertThat(plain.textContent("h1")).contains("文件太大");
        } finally {
            Files.delete(large);
        }
    }

    private void refused(Page page, String name, byte[] file, String why) {
        handIn(page, name, "application/octet-stream", file);
        assertThat(page.textContent(".refusal")).as(name).contains(name).contains(why);
        assertThat(page.textContent(".refusal")).as(name).contains("没有保存");
        assertThat(page.textContent("h1")).isEqualTo("审读");
    }

    private void signIn(Page page) {
        page.setDefaultTimeout(15_000);
        page.navigate(mingze.address() + "/sign-in");
        page.fill("#account", "p019");
        page.fill("#password", mingze.passphrase());
        page.click("button:has-text('登录')");
        page.waitForURL(address -> !address.contains("/sign-in"));
    }

    private void handIn(Page page, String name, String type, byte[] file) {
        page.navigate(mingze.address() + "/readings");
        page.setInputFiles("input[type=file]", new FilePayload(name, type, file));
        page.click("text=读这份文件");
    }

    /// Every decision comes back to the page with the next find lit.
    private static void decide(Page page, String key) {
        String before = page.textContent(".progress");
        page.keyboard().press(key);
        page.waitForCondition(() -> !page.textContent(".progress").equals(before));
    }

    private static void press(Page page, String key) {
        page.keyboard().press(key);
    }

    private static List<String> watch(Page page) {
        List<String> broken = new ArrayList<>();
        page.onPageError(broken::add);
        page.onConsoleMessage(
                message -> {
                    if (message.text().contains("Content Security Policy")) {
                        broken.add(message.text());
                    }
                });
        return broken;
    }

    private static byte[] word(String said) throws IOException {
        try (XWPFDocument document = new XWPFDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            said.lines().forEach(line -> document.createParagraph().createRun().setText(line));
            document.write(out);
            return out.toByteArray();
        }
    }

    private static byte[] macro() throws IOException {
        try (XWPFDocument document = new XWPFDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            document.createParagraph().createRun().setText("正文");
            try (OutputStream program =
                    document.getPackage()
                            .createPart(
                                    PackagingURIHelper.createPartName("/word/vbaProject.bin"),
                                    "application/vnd.ms-office.vbaProject")
                            .getOutputStream()) {
                program.write(1);
            }
            document.write(out);
            return out.toByteArray();
        } catch (InvalidFormatException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] encrypted() throws IOException {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            document.addPage(new PDPage());
            document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
            document.save(out);
            return out.toByteArray();
        }
    }

    private static byte[] scanned() throws IOException {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            document.addPage(new PDPage());
            document.save(out);
            return out.toByteArray();
        }
    }

    private static byte[] bomb() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(file)) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            zip.write("<Types>".getBytes(StandardCharsets.UTF_8));
            byte[] zeros = new byte[1 << 20];
            for (int block = 0; block < 300; block++) {
                zip.write(zeros);
            }
            zip.closeEntry();
        }
        return file.toByteArray();
    }
}
