package org.mingze.web.english;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
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
                    #笔里#笔 = #2 of #1
                    还剩#个工作日 = # {working day|working days} left
                    记了 = Recorded
                    笔 = {record|records}
                    计入职责 = counts for
                    项次 = {time|times}
                    @开 = opened @
                    没有： = none:
                    填报负担 = Burden of forms
                    填~ = Fill in ~
                    期限 = Deadline
                    已报给* = Shown to *
                    已报给*的汇总 = Sums shown to *
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
    @DisplayName("提醒是督办的一种，到期提醒才是那一页")
    void remindersAreAPlace() {
        Phrases product = Phrases.ofTheProduct();
        assertThat(EnglishPage.of(product, "<b>提醒</b>")).isEqualTo("<b>Reminder</b>");
        assertThat(EnglishPage.of(product, "<b>到期提醒</b>")).isEqualTo("<b>Reminders</b>");
    }

    @Test
    @DisplayName("去办的事、待定的数、翻页和规则的形式，产品的译句里都有")
    void tellsOfTheProduct() {
        Phrases product = Phrases.ofTheProduct();
        for (String words : List.of("去办：办结", "待定15", "第1至1份，共1份", "程式")) {
            assertThat(EnglishPage.of(product, "<p>" + words + "</p>"))
                    .doesNotContainPattern("\\p{IsHan}");
        }
    }

    @Test
    @DisplayName("更正了哪一栏、任了什么岗，动词是英文，写的字和名字仍是中文")
    void tellsOfChanges() {
        Phrases product = Phrases.ofTheProduct();
        assertThat(EnglishPage.of(product, "<p><b>原因</b>：未填，改为没有人管。因：补写。</p>"))
                .isEqualTo(
                        "<p><b>Cause</b>: empty before, now <span lang=\"zh-CN\">没有人管</span>."
                                + " Why: <span lang=\"zh-CN\">补写</span>.</p>");
        assertThat(EnglishPage.of(product, "<p>周砚田任“青石街道党工委书记”</p>"))
                .contains("appointed", "<span lang=\"zh-CN\">青石街道党工委书记</span>");
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
    @DisplayName("次序不同的，英文一边写明是第几个数")
    void orders() {
        assertThat(english("<p>293笔里40笔</p>")).isEqualTo("<p>40 of 293</p>");
    }

    @Test
    @DisplayName("一用单数，别的用复数；数在前一个标签里也一样")
    void counts() {
        assertThat(english("<p>还剩1个工作日</p>")).isEqualTo("<p>1 working day left</p>");
        assertThat(english("<p>还剩21个工作日</p>")).isEqualTo("<p>21 working days left</p>");
        assertThat(english("<p><b>1</b>项次</p>")).isEqualTo("<p><b>1</b> time</p>");
    }

    @Test
    @DisplayName("行内标签断开的一句，英文里补上空格，空格在标签外；选项里不补")
    void joins() {
        assertThat(english("<p>记了<b>6</b>笔；计入职责<b>8</b>项次</p>"))
                .isEqualTo("<p>Recorded <b>6</b> records; counts for <b>8</b> times</p>");
        assertThat(english("<p>没有：<a><b>今日</b></a><i>3</i>，<b>筛选</b></p>"))
                .isEqualTo("<p>none: <a><b>Today</b></a> <i>3</i>, <b>Filter</b></p>");
        assertThat(english("<p><span lang=\"zh-CN\">青石</span>筛选<br>筛选</p>"))
                .isEqualTo("<p><span lang=\"zh-CN\">青石</span> Filter<br>Filter</p>");
        assertThat(english("<text>3<tspan>筛选</tspan></text><b>青石</b>3"))
                .isEqualTo(
                        "<text>3<tspan>Filter</tspan></text><b><span lang=\"zh-CN\">青石</span></b>3");
    }

    @Test
    @DisplayName("日期带星期、带时刻、只到月、用汉字写的期，都读得出")
    void dates() {
        assertThat(english("<p>2026年11月22日 星期日</p>")).isEqualTo("<p>Sunday 22 Nov 2026</p>");
        assertThat(english("<p>7月9日17:29开</p>")).isEqualTo("<p>opened 9 Jul 17:29</p>");
        assertThat(english("<p>截至2026年7月</p>")).isEqualTo("<p>as of Jul 2026</p>");
        assertThat(english("<p>二〇二六年十一月</p>")).isEqualTo("<p>Nov 2026</p>");
        assertThat(english("<p>二〇二六年下半年</p>")).isEqualTo("<p>second half of 2026</p>");
        assertThat(english("<p>二〇二五年第四十五周</p>")).isEqualTo("<p>week 45 of 2025</p>");
        assertThat(english("<p>二〇二五年</p>")).isEqualTo("<p>2025</p>");
    }

    @Test
    @DisplayName("句式先认话多的；要工具的话的地方，不吞县里的话")
    void forms() {
        assertThat(english("<p>填期限</p>")).isEqualTo("<p>Fill in Deadline</p>");
        assertThat(english("<p>填报负担</p>")).isEqualTo("<p>Burden of forms</p>");
        assertThat(english("<option>填报的事</option>")).isEqualTo("<option>填报的事</option>");
        assertThat(english("<option>已报给某市的汇总</option>"))
                .isEqualTo("<option>Sums shown to 某市</option>");
    }

    @Test
    @DisplayName("几个栏名列在一起，也跟各栏自己的叫法一样是英文；有一个是县里的话，整列不动")
    void lists() {
        Phrases product = Phrases.ofTheProduct();
        assertThat(EnglishPage.of(product, "<p>来件人、诉求至少写一项，再记</p>"))
                .isEqualTo("<p>Write at least one of these, then record: Petitioner, Request</p>");
        assertThat(EnglishPage.of(product, "<p>来件人、青石街道至少写一项，再记</p>"))
                .contains("<span lang=\"zh-CN\">来件人、青石街道</span>");
    }

    @Test
    @DisplayName("几句连在一起，每句里又有逗号，也一句一句译")
    void sentences() {
        assertThat(EnglishPage.of(Phrases.ofTheProduct(), "<p>现在以“街道书记”行事。这一步由街道纪工委办，纪工委书记除外。</p>"))
                .isEqualTo(
                        "<p>You act as “<span lang=\"zh-CN\">街道书记</span>” now. This step is for"
                                + " <span lang=\"zh-CN\">街道纪工委</span>, except"
                                + " <span lang=\"zh-CN\">纪工委书记</span>.</p>");
    }

    @Test
    @DisplayName("审计里的结果：成了是办成，拒了的连理由也译")
    void tellsOfTheTrail() {
        Phrases product = Phrases.ofTheProduct();
        assertThat(EnglishPage.of(product, "<td>成</td>")).isEqualTo("<td>done</td>");
        assertThat(EnglishPage.of(product, "<td>拒：动态码不对，或已经用过。等下一个再填，还可以试4次。</td>"))
                .startsWith("<td>refused: ")
                .doesNotContainPattern("\\p{IsHan}");
        assertThat(EnglishPage.of(product, "<td>拒：第412号不归街道书记看</td>"))
                .isEqualTo(
                        "<td>refused: No. 412 is not for <span lang=\"zh-CN\">街道书记</span> to"
                                + " see</td>");
    }

    @Test
    @DisplayName("译句表里每句中文只有一行，每行两边的数、日期和词一样多，或各写明是第几个")
    void phrases() throws IOException {
        List<String> chinese = new ArrayList<>();
        for (String line : Files.readAllLines(Path.of("src/main/resources/english/phrases.txt"))) {
            if (line.contains(" = ") && !line.startsWith("//")) {
                String[] sides = line.split(" = ", 2);
                chinese.add(sides[0]);
                for (String kind : List.of("#", "@", "*", "~")) {
                    int many = places(sides[0], Pattern.quote(kind)).size();
                    assertThat(List.of(plain(kind, many), numbered(kind, many)))
                            .as(line)
                            .contains(places(sides[1], Pattern.quote(kind) + "[1-9]?"));
                }
            }
        }
        assertThat(chinese).doesNotHaveDuplicates().hasSizeGreaterThan(300);
    }

    private static List<String> places(String side, String kind) {
        return Pattern.compile(kind)
                .matcher(side)
                .results()
                .map(MatchResult::group)
                .sorted()
                .toList();
    }

    private static List<String> plain(String kind, int many) {
        return Collections.nCopies(many, kind);
    }

    private static List<String> numbered(String kind, int many) {
        return IntStream.rangeClosed(1, many).mapToObj(which -> kind + which).toList();
    }
}
