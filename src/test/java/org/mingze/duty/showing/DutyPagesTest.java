package org.mingze.duty.showing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mingze.RunningMingze;
import org.mingze.Visitor;
import org.mingze.duty.EnteringRecord;
import org.mingze.duty.Standing;
import org.mingze.journal.Content;
import org.mingze.journal.Draft;
import org.mingze.journal.EntryMode;
import org.mingze.journal.Occurred;
import org.mingze.journal.Recorder;
import org.mingze.work.ChinaTime;

@DisplayName("今日、职责、制度、机构，在真正的程序里")
class DutyPagesTest {
    private static final String SECRETARY = "qingshi.gongwei.secretary";

    private final RunningMingze mingze = RunningMingze.shared();
    private final Visitor secretary = mingze.visitor("周砚田");

    @Test
    @DisplayName("任两个岗位的，今日也说另一个岗位要办几件，换过去正是那么多")
    void otherPosts() {
        Visitor visitor = mingze.account("p020");
        Visitor.Page today = visitor.get("/");
        String here = today.text("h1");
        assertThat(today.text("aside.side")).contains("还任的岗位");
        String other =
                today.document().select("form.posts button[aria-pressed=false]").getFirst().val();
        visitor.post("/acting-post", new Visitor.Answers().put("post", other));
        Visitor.Page there = visitor.get("/");
        assertThat(today.text("aside.side")).contains(there.text("h1"));
        assertThat(there.text("aside.side")).contains(here);
    }

    @Test
    @DisplayName("政法委员兼信访办主任的，今日也说信访办替办事处办着几件来件")
    void servedAtTheOtherPost() {
        Visitor visitor = mingze.account("p024");
        Visitor.Answers office = new Visitor.Answers().put("post", "qingshi.xinfangban.head");
        visitor.post("/acting-post", office);
        visitor.send(
                visitor.get("/petitions/new"),
                "form[action=/petitions]",
                new Visitor.Answers().put("诉求", "路灯不亮"));
        String open = visitor.get("/").text("section[aria-labelledby=served] .tally");
        assertThat(open).isNotBlank();
        visitor.post("/acting-post", new Visitor.Answers().put("post", "qingshi.gongwei.zhengfa"));
        assertThat(visitor.get("/").text("aside.side"))
                .containsPattern("青石街道信访办主任：.*，替青石街道办事处办的信访" + open + "件");
    }

    @Test
    @DisplayName("受托的人在每个岗位的今日都有代办的那几行，点得开，办得了；收回了就都没有")
    void delegated() {
        Visitor delegate = mingze.account("p020");
        String duty = "";
        Visitor stranger = mingze.account("p036");
        String given = delegation(Map.of("岗", SECRETARY, "至", "qingshi.banshichu.head"));
        try {
            for (String post : List.of("qingshi.gongwei.deputy", "qingshi.banshichu.head")) {
                delegate.post("/acting-post", new Visitor.Answers().put("post", post));
                Visitor.Page today = delegate.get("/");
                Elements part = today.document().select("section:has(> header h2:contains(代“))");
                assertThat(part.select("h2").text()).isEqualTo("代“青石街道党工委书记”办");
                assertThat(today.text("h1"))
                        .contains("代办" + part.select(".tally").text() + "件")
                        .doesNotContain("没有到期");
                duty = part.select(".row-title a[href*=gongwei.secretary]").attr("href");
                assertThat(duty).isNotEmpty();
                assertThat(part.select(".row > a")).isNotEmpty();
                for (Element link : part.select(".row-title a")) {
                    assertThat(delegate.get(link.attr("href")).status()).isEqualTo(200);
                }
            }
            assertThat(stranger.get(duty).status()).isEqualTo(403);
        } finally {
            act("收回委托", Map.of("件", given, "因", "试验"));
        }
        delegate.post("/acting-post", new Visitor.Answers().put("post", "qingshi.banshichu.head"));
        assertThat(delegate.get("/").text("h1")).doesNotContain("代办");
        assertThat(delegate.get(duty).status()).isEqualTo(403);
    }

    private String delegation(Map<String, String> fields) {
        Map<String, String> given = new HashMap<>(fields);
        given.put("自", LocalDate.now(ChinaTime.ZONE).toString());
        given.put("据", "试验");
        return act("委托", given);
    }

    private String act(String kind, Map<String, String> fields) {
        Map<String, Content> content = new HashMap<>();
        fields.forEach((name, value) -> content.put(name, new Content.Text(value)));
        EnteringRecord.Outcome outcome =
                mingze.bean(EnteringRecord.class)
                        .enter(
                                1,
                                new Draft(
                                        kind,
                                        Occurred.on(LocalDate.now(ChinaTime.ZONE)),
                                        new Recorder("p019", SECRETARY),
                                        EntryMode.DONE,
                                        new Content.Group(content)),
                                Instant.now());
        assertThat(outcome).isInstanceOf(EnteringRecord.Outcome.Entered.class);
        return Long.toString(((EnteringRecord.Outcome.Entered) outcome).entry().number());
    }

    @Test
    @DisplayName("今日说出要办和逾期的件数，每行通向职责页")
    void today() {
        Visitor.Page today = secretary.get("/");
        assertThat(today.status()).isEqualTo(200);
        assertThat(today.title()).contains("逾期");
        String link =
                today.document()
                        .select("#over")
                        .parents()
                        .select(".row-title a:contains(一季度)")
                        .attr("href");
        Visitor.Page duty = secretary.get(link);
        assertThat(duty.status()).isEqualTo(200);
        assertThat(duty.text(".verdict .mark")).isEqualTo("违");
        assertThat(duty.text(".sentence")).contains("须≥");
        assertThat(duty.document().select(".year a")).isNotEmpty();
    }

    @Test
    @DisplayName("城关镇一季度研讨迟录：现在已履，到期时违")
    void bothQuestions() {
        String page =
                "/duties/party.centre.group/中心组.季?bearer=chengguan.dangwei&occasion=2026一季"
                        .replace("中心组.季", DutyLinks.encoded("中心组.季"))
                        .replace("一季", DutyLinks.encoded("一季"));
        Visitor county = mingze.account("p001");
        assertThat(county.get(page).text(".verdict .mark")).isEqualTo("已履");
        Visitor.Page then = county.get(page + "&known=then");
        assertThat(then.text(".verdict .mark")).isEqualTo("违");
        assertThat(then.text(".known [aria-current]")).isEqualTo("按到期时所知");
    }

    @Test
    @DisplayName("制度页说近一年几项，打开就是那几项")
    void theLastYear() {
        Visitor county = mingze.account("p001");
        Visitor.Page page = county.get("/institutions/party.centre.group");
        for (Element line : page.document().select(".owes p:has(a[href*=rule])")) {
            Visitor.Page listed = county.get(line.select("a").attr("href"));
            String count = line.text().replaceAll(".*近一年(\\d+)项.*", "$1");
            assertThat(listed.title()).startsWith(count + "项职责");
            assertThat(listed.text(".views .tally")).startsWith(count);
        }
        assertThat(page.document().select(".owes a[href*=rule]")).isNotEmpty();
    }

    @Test
    @DisplayName("制度页列出它的例：设、当、则，现在合不合")
    void casesOfAnInstitution() {
        Visitor.Page page = secretary.get("/institutions/party.centre.group?cases=run");
        assertThat(page.text("#cases")).contains("听课不算研讨，没有材料也不算").contains("坏例");
        assertThat(page.text("#cases .part-head")).contains("现在都符合");
        assertThat(page.text("#cases .source")).contains("中心组.季 谁 明川县委 期 2026一季 = 已履");
    }

    @Test
    @DisplayName("制度页先开，例还没有运行的随后运行；不用脚本也能打开运行")
    void opensBeforeItsCasesAreRun() {
        String path = "/institutions/petition.handling";
        Visitor.Page page = secretary.get(path);
        String part = page.document().select("#cases").attr("hx-get");
        assertThat(page.document().select("#cases a").attr("href"))
                .isEqualTo(path + "?cases=run#cases");
        assertThat(secretary.get(part).document().select("#cases details")).isNotEmpty();
        assertThat(secretary.get(path).document().select("#cases details")).isNotEmpty();
    }

    @Test
    @DisplayName("没有的职责说没有，并说到哪里找")
    void absent() {
        Visitor.Page page = secretary.get("/duties/party.centre.group/none?occasion=2026");
        assertThat(page.status()).isEqualTo(404);
        assertThat(page.text("main")).contains("没有这一项职责").contains("职责列表");
        assertThat(secretary.get("/duties/party.centre.group/none?occasion=x").status())
                .isEqualTo(404);
    }

    @Test
    @DisplayName("职责列表按状态筛，条里的数就是行数")
    void list() {
        Visitor.Page list = secretary.get("/duties?standing=" + DutyLinks.encoded("违"));
        assertThat(list.status()).isEqualTo(200);
        assertThat(list.document().select(".row .mark").eachText()).isNotEmpty().containsOnly("违");
    }

    @Test
    @DisplayName("全县到期的职责一页一页翻，一项不重不漏，违的在前")
    void due() {
        Visitor county = mingze.account("p001");
        List<String> turned = new ArrayList<>();
        List<String> standings = new ArrayList<>();
        String total = "";
        for (int number = 1; turned.isEmpty() || turned.size() % 50 == 0; number++) {
            Visitor.Page page = county.get("/duties/due?page=" + number);
            total = page.text(".pager span").replaceAll(".*共(\\d+)项.*", "$1");
            turned.addAll(page.document().select(".row-title a").eachAttr("href"));
            standings.addAll(page.document().select(".row .mark").eachText());
        }
        assertThat(turned).doesNotHaveDuplicates().hasSize(Integer.parseInt(total));
        assertThat(standings).startsWith("违").isSortedAccordingTo(this::compare);
    }

    private int compare(String one, String other) {
        return Integer.compare(rank(one), rank(other));
    }

    private static int rank(String word) {
        return DutiesView.ORDER.stream().map(Standing::word).toList().indexOf(word);
    }

    @Test
    @DisplayName("制度页有条文、职责、版本和参数；没有定数的职责说谁可以定")
    void institutions() {
        Visitor.Page list = secretary.get("/institutions");
        assertThat(list.title()).matches("制度\\d+部，职责\\d+项");
        for (Element link : list.document().select(".row-title a")) {
            Visitor.Page page = secretary.get(link.attr("href"));
            assertThat(page.status()).as(link.text()).isEqualTo(200);
            assertThat(page.title()).isEqualTo(link.text());
        }
        assertThat(secretary.get("/institutions/party.centre.group").text(".owes"))
                .contains("理论学习中心组每季度至少集体研讨一次")
                .contains("每季至少要有1次类为“研讨”且有材料的学习");
        assertThat(secretary.get("/institutions/none").status()).isEqualTo(404);
        assertThat(list.text("main section:has(a[href$=party.centre.group])"))
                .startsWith("中共中央办公厅");
        assertThat(list.text("main section:has(a[href$=party.duty.report])"))
                .as("本县发文施行的，不因引了中央的文件就列在中央名下")
                .startsWith("县里和乡镇街道制定");
    }

    @Test
    @DisplayName("机构页按那一天，换一天就换一副样子")
    void organization() {
        assertThat(secretary.get("/organization").text("main")).contains("周砚田");
        assertThat(secretary.get("/organization?day=2020-01-01").title()).isEqualTo("机构0个，岗位0个");
        assertThat(secretary.get("/organization?day=x").status()).isEqualTo(404);
    }
}
