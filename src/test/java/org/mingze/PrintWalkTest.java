package org.mingze;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mingze.web.Browser;

@DisplayName("打印出来的页面")
class PrintWalkTest {
    private final RunningMingze mingze = RunningMingze.shared();

    @Test
    @DisplayName("没有按钮；机构树有机构名，驾驶舱说折起来的有多少，案卷有责任单位和依据")
    void printed() {
        try (Browser browser = Browser.start()) {
            Page page = browser.window(1440, 900, false);
            page.navigate(mingze.address() + "/sign-in");
            page.fill("input[name=account]", "p001");
            page.fill("input[name=password]", mingze.passphrase());
            page.click("form[action='/sign-in'] button[type=submit]");
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            assertThat(shown(page, "/organization")).contains("青石街道党工委");
            assertThat(shown(page, "/overview")).contains("另有").doesNotContain("看表格");
            shown(page, "/ledgers/rectification");
            String dossier = page.locator("a[href^='/dossiers/']").first().getAttribute("href");
            assertThat(shown(page, dossier)).contains("责任单位").contains("依据");
            shown(page, "/duties");
        }
    }

    @Test
    @DisplayName("今日写明是谁的，职责有依据和谁负责，记录有录入和凭证，台账每页有页码和账到哪一笔")
    void whole() throws IOException {
        try (Browser browser = Browser.start()) {
            Page page = browser.window(1440, 900, false);
            page.navigate(mingze.address() + "/sign-in");
            page.fill("input[name=account]", "p019");
            page.fill("input[name=password]", mingze.passphrase());
            page.click("form[action='/sign-in'] button[type=submit]");
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            assertThat(shown(page, "/")).contains("周砚田，现任青石街道党工委书记");
            String duty =
                    page.locator(".row-title a[href^='/duties/']").first().getAttribute("href");
            assertThat(shown(page, duty)).contains("依据", "谁负责", "凭证");
            assertThat(shown(page, "/records/527")).contains("录入", "凭证").doesNotContain("账页原文");
            page.navigate(mingze.address() + "/ledgers/rectification?print=1");
            byte[] file = page.pdf(new Page.PdfOptions().setPreferCSSPageSize(true));
            try (PDDocument paper = Loader.loadPDF(file)) {
                int pages = paper.getNumberOfPages();
                for (int at = 1; at <= pages; at++) {
                    PDFTextStripper words = new PDFTextStripper();
                    words.setStartPage(at);
                    words.setEndPage(at);
                    assertThat(words.getText(paper)).contains(at + "/" + pages).contains("账上第");
                }
            }
        }
    }

    private String shown(Page page, String place) {
        page.navigate(mingze.address() + place);
        assertThat(page.locator("main .button:visible").count()).as(place).isZero();
        return page.locator("main").innerText();
    }
}
