package org.mingze.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mingze.web.serving.AssetFile;

@DisplayName("页面样张")
class GalleryTest {
    private static final Path FOLDER = Path.of("target/gallery");

    @BeforeAll
    static void write() throws IOException {
        Files.createDirectories(FOLDER);
        for (AssetFile file : AssetFile.all()) {
            Files.writeString(FOLDER.resolve(file.name()), file.content());
        }
        for (Map.Entry<String, Gallery.Plate> plate : Gallery.plates().entrySet()) {
            Files.writeString(
                    FOLDER.resolve(plate.getKey() + ".html"), Gallery.render(plate.getValue()));
        }
    }

    @Test
    @DisplayName("每页只有一个一级标题，标题不跳级，没有行内脚本和样式")
    void wellFormed() {
        for (Map.Entry<String, Gallery.Plate> plate : Gallery.plates().entrySet()) {
            Document page = Jsoup.parse(Gallery.render(plate.getValue()));
            assertThat(page.select("h1")).as(plate.getKey()).hasSize(1);
            assertThat(page.select("[style], style, script:not([src]), [onclick]"))
                    .as(plate.getKey())
                    .isEmpty();
            assertThat(skippedHeadings(page)).as(plate.getKey()).isEmpty();
            assertThat(doubledIds(page)).as(plate.getKey()).isEmpty();
            assertThat(page.select("form[method=post]:not(:has(input[name=_csrf]))"))
                    .as(plate.getKey())
                    .isEmpty();
        }
    }

    @Test
    @DisplayName("桌面和手机上都不横向滚动，并留下图样")
    void fits() {
        try (Browser browser = Browser.start()) {
            for (int width : new int[] {1440, 900, 390, 360}) {
                Page window = browser.window(width, width > 800 ? 900 : 844, width < 800);
                List<String> broken = new ArrayList<>();
                window.onPageError(broken::add);
                for (String name : Gallery.plates().keySet()) {
                    shoot(window, name, width);
                }
                assertThat(broken).as("script errors").isEmpty();
                window.context().close();
            }
        }
    }

    private static void shoot(Page window, String name, int width) {
        window.navigate(FOLDER.resolve(name + ".html").toAbsolutePath().toUri().toString());
        Object wide = window.evaluate("document.documentElement.scrollWidth");
        assertThat((int) wide).as("%s at %d", name, width).isLessThanOrEqualTo(width);
        if (width == 1440 || width == 390) {
            window.screenshot(
                    new Page.ScreenshotOptions()
                            .setPath(FOLDER.resolve(name + "-" + width + ".png"))
                            .setFullPage(true));
        }
    }

    private static List<String> skippedHeadings(Document page) {
        List<String> skipped = new ArrayList<>();
        int level = 0;
        for (Element heading : page.select("h1, h2, h3, h4")) {
            int next = heading.tagName().charAt(1) - '0';
            if (next > level + 1) {
                skipped.add(heading.text());
            }
            level = next;
        }
        return skipped;
    }

    private static List<String> doubledIds(Document page) {
        return page.select("[id]").stream()
                .map(Element::id)
                .filter(
                        id ->
                                page.select("[id]").stream().filter(e -> e.id().equals(id)).count()
                                        > 1)
                .toList();
    }
}
