package org.mingze.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingze.RunningMingze;
import org.mingze.web.Browser;

@DisplayName("在浏览器里交来坏文件")
class BadFilesWalkTest {
    private static final int PHONE = 390;

    private final RunningMingze mingze = RunningMingze.shared();

    @TempDir Path folder;

    @Test
    @DisplayName("两百兆的文件：一句话说出上限，什么都没有收下，退回来还能再传；网页和手机上都不横着滚")
    void largeFiles() throws IOException {
        Path large = folder.resolve("大.xlsx");
        try (RandomAccessFile file = new RandomAccessFile(large.toFile(), "rw")) {
            file.setLength(200L << 20);
        }
        Path web = Files.writeString(folder.resolve("网页.xls"), "<html><table></table></html>");
        Path wide =
                Files.write(
                        folder.resolve("宽.csv"),
                        "单位,学习类型,日期,题目\n青石街道党工委,研讨,2026-02-03,甲\n"
                                .getBytes(StandardCharsets.UTF_16LE));
        try (Browser browser = Browser.start()) {
            Page page = browser.window(PHONE, 844, true);
            signIn(page);
            for (String place : new String[] {"/imports", "/duty-lists", "/holidays"}) {
                page.navigate(mingze.address() + place);
                page.setInputFiles("input[name=file]", large);
                page.click("form.upload button.is-main");
                assertThat(page.locator("h1").innerText()).as(place).contains("文件太大，没有收下");
                assertThat(page.locator("main").innerText()).contains("兆");
                assertFits(page);
                page.navigate(mingze.address() + place);
                page.setInputFiles("input[name=file]", web);
                page.click("form.upload button.is-main");
                assertThat(page.locator("main").innerText()).as(place).contains("没有保存");
                assertFits(page);
            }
            page.navigate(mingze.address() + "/imports");
            page.setInputFiles("input[name=file]", wide);
            page.click("form.upload button.is-main");
            assertThat(page.locator("h1").innerText()).isEqualTo("核对每一列是什么");
            assertFits(page);
        }
    }

    private void signIn(Page page) {
        page.navigate(mingze.address() + "/sign-in");
        page.fill("input[name=account]", "p001");
        page.fill("input[name=password]", mingze.passphrase());
        page.click("form[action='/sign-in'] button[type=submit]");
    }

    private static void assertFits(Page page) {
        assertThat(page.evaluate("document.documentElement.scrollWidth > innerWidth"))
                .as(page.url())
                .isEqualTo(false);
    }
}
