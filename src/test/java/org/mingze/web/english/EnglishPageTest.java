package org.mingze.web.english;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("英文页")
class EnglishPageTest {
    private static final Phrases PHRASES =
            Phrases.of(
                    """
                    今日 = Today
                    今天要办#件 = # to do today
                    逾期#件 = # overdue
                    截至@ = as of @
                    *，现任 = *, acting as
                    筛选 = Filter
                    """);

    private static String english(String page) {
        return EnglishPage.of(PHRASES, page);
    }

    @Test
    @DisplayName("工具的话译成英文，数和日期照填，分句可以拼起来")
    void tells() {
        assertThat(english("<h1>今天要办3件，逾期1,200件</h1>"))
                .isEqualTo("<h1>3 to do today, 1,200 overdue</h1>");
        assertThat(english("<p>截至2026年6月24日</p>")).isEqualTo("<p>as of 24 Jun 2026</p>");
    }

    @Test
    @DisplayName("县里的话不译，标明是中文")
    void keeps() {
        assertThat(english("<p>青石街道党工委</p>"))
                .isEqualTo("<p><span lang=\"zh-CN\">青石街道党工委</span></p>");
        assertThat(english("<small>周砚田，现任</small>"))
                .isEqualTo("<small><span lang=\"zh-CN\">周砚田</span>, acting as</small>");
        assertThat(english("<option>南桥社区</option>")).isEqualTo("<option>南桥社区</option>");
    }

    @Test
    @DisplayName("标为中文的一段、输入的文字和脚本一字不动")
    void leaves() {
        String page = "<div lang=\"zh-CN\"><b>今日</b><br>今日</div><textarea>今日</textarea><p>今日</p>";
        assertThat(english(page))
                .isEqualTo(
                        "<div lang=\"zh-CN\"><b>今日</b><br>今日</div><textarea>今日</textarea><p>Today</p>");
    }

    @Test
    @DisplayName("读屏的名字和占位的字也译，值不译；整页标为英文")
    void names() {
        assertThat(
                        english(
                                "<html lang=\"zh-CN\"><input aria-label=\"筛选\" placeholder=\"筛选\""
                                        + " value=\"筛选\"><svg><path d=\"M1 1\"/></svg><b>筛选</b></html>"))
                .isEqualTo(
                        "<html lang=\"en\"><input aria-label=\"Filter\" placeholder=\"Filter\""
                                + " value=\"筛选\"><svg><path d=\"M1 1\"/></svg><b>Filter</b></html>");
    }

    @Test
    @DisplayName("译句表里每句中文只有一行，每行两边的数和日期一样多")
    void phrases() throws IOException {
        List<String> chinese = new ArrayList<>();
        for (String line : Files.readAllLines(Path.of("src/main/resources/english/phrases.txt"))) {
            if (line.contains(" = ")) {
                String[] sides = line.split(" = ", 2);
                chinese.add(sides[0]);
                for (char variable : "#@*".toCharArray()) {
                    assertThat(sides[1].chars().filter(each -> each == variable).count())
                            .as(line)
                            .isEqualTo(sides[0].chars().filter(each -> each == variable).count());
                }
            }
        }
        assertThat(chinese).doesNotHaveDuplicates().hasSizeGreaterThan(300);
    }
}
