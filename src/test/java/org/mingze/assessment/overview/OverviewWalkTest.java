package org.mingze.assessment.overview;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mingze.RunningMingze;
import org.mingze.Visitor;
import org.mingze.web.Browser;
import org.mingze.work.CountyLedgers;
import org.mingze.work.Knowledge;

@DisplayName("县委书记看驾驶舱，不用脚本")
class OverviewWalkTest {
    private static final int TRIES = 300;
    private final RunningMingze mingze = RunningMingze.shared();

    @Test
    @DisplayName("宽屏：每一格点开的项数就是它数的，换一期，问题的数就是台账的数")
    void wide() {
        walk(1440);
    }

    @Test
    @DisplayName("手机：同样的事都做得成，页面不横着滚")
    void phone() {
        walk(390);
    }

    @Test
    @DisplayName("街道书记看到的迟录，点开就是那几笔：本街道和下级的，不是全县的")
    void late() {
        Visitor secretary = mingze.account("p019");
        Visitor.Page overview = secretary.get("/overview");
        for (int tries = 0; tries < TRIES && !overview.text(".crumb").contains(all()); tries++) {
            overview = secretary.get("/overview");
        }
        String late = overview.text("section:has(#late) .tally").replaceAll(".*里|笔，.*", "");
        String href = overview.document().select(".figures a:contains(迟录)").attr("href");
        assertThat(secretary.get(href).title()).startsWith("迟录" + late + "笔");
        assertThat(late).isNotEqualTo("0");
        String county = href.replaceAll("&body=[^&]*", "");
        assertThat(secretary.get(county).title()).startsWith("迟录" + late + "笔");
        assertThat(mingze.account("p001").get(county).title()).doesNotStartWith("迟录" + late + "笔");
    }

    @Test
    @DisplayName("填报负担算了几笔，点开的单子写的就是这几笔")
    void burden() {
        Visitor secretary = mingze.account("p001");
        Visitor.Page overview = secretary.get("/overview?period=2026上");
        var written = overview.document().select("section:has(#burden) tbody tr td:nth-child(3) a");
        assertThat(written).isNotEmpty();
        for (var each : written) {
            Visitor.Page duties = secretary.get(each.attr("href"));
            assertThat(duties.text(".lede")).contains("算了" + each.text() + "笔记录");
            String list = duties.document().select(".lede a:contains(逐笔看)").attr("href");
            assertThat(secretary.get(list).document().select("tbody tr, .rows .row")).isNotEmpty();
        }
    }

    private String all() {
        return "账上第" + mingze.bean(CountyLedgers.class).ask(1, Knowledge::size) + "笔";
    }

    private void walk(int width) {
        try (Browser browser = Browser.start()) {
            Page page = browser.windowWithoutScripts(width, 900);
            page.navigate(mingze.address() + "/sign-in");
            page.fill("input[name=account]", "p001");
            page.fill("input[name=password]", mingze.passphrase());
            page.click("button:has-text('登录')");
            page.waitForURL(address -> !address.contains("/sign-in"));
            counted(page);
            assertThat(page.textContent("h1")).contains("县级").contains("%");
            assertThat(isWide(page)).as("不横着滚").isFalse();

            cell(page);
            page.navigate(mingze.address() + "/overview");
            page.selectOption("#period", "2026上");
            page.click("form.acts button");
            assertThat(page.textContent(".crumb")).contains("2026年上半年");
            cell(page);
            page.navigate(mingze.address() + "/overview");
            bar(page);
        }
    }

    /// What others entered just before is counted beside the requests; the page says up to which
    /// entry it counts.
    private void counted(Page page) {
        String all = all();
        for (int tries = 0; tries < TRIES; tries++) {
            page.navigate(mingze.address() + "/overview");
            if (page.textContent(".crumb").contains(all)) {
                return;
            }
        }
        throw new AssertionError("the overview does not reach " + all);
    }

    private static boolean isWide(Page page) {
        double over = page.locator("main").boundingBox().width;
        return over > page.viewportSize().width;
    }

    /// The last cell of the first row counts everything of the county's own bodies.
    private static void cell(Page page) {
        Locator cell = page.locator(".heat.turns tbody tr").first().locator("td a").last();
        String label = String.valueOf(cell.getAttribute("title"));
        cell.click();
        String judged = label.replaceAll(".*已判(\\d+)项.*", "$1");
        assertThat(page.textContent("h1")).isEqualTo("到期" + judged + "项职责");
        assertThat(page.textContent(".lede")).contains("已判" + judged + "项");
        assertThat(page.locator(".row").count()).isEqualTo(Math.min(50, Integer.parseInt(judged)));
    }

    private static void bar(Page page) {
        Locator bar = page.locator(".panels .flow li").first();
        String count = bar.locator("b").textContent().strip();
        bar.locator("b a").click();
        assertThat(page.url()).contains("/ledgers/rectification");
        assertThat(page.textContent(".pager")).contains(count);
    }
}
