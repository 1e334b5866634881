package org.mingze.dossier.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mingze.RunningMingze;
import org.mingze.Visitor;
import org.mingze.Visitor.Answers;
import org.mingze.web.Browser;
import org.mingze.work.ChinaTime;

@DisplayName("接访的一天")
class IntakePagesTest {
    private final RunningMingze mingze = RunningMingze.shared();

    @ParameterizedTest(name = "{0}像素宽")
    @ValueSource(ints = {1440, 390})
    @DisplayName("登记以前看清各步时限，记下以后受理、答复、回访")
    void day(int width) {
        try (Browser browser = Browser.start();
                Page page = browser.windowWithoutScripts(width, 900)) {
            page.navigate(mingze.address() + "/sign-in");
            page.locator("input[name=account]").fill("p015");
            page.locator("input[name=password]").fill(mingze.passphrase());
            page.locator("form:has(input[name=password]) button[type=submit]").first().click();
            page.navigate(mingze.address() + "/ledgers/petitions");
            page.locator("header.head .acts a").first().click();
            assertThat(page.locator(".limits dt").count()).isGreaterThanOrEqualTo(2);
            String before = page.locator(".limits dd b").first().textContent();
            page.locator("input[name=收日]")
                    .fill(LocalDate.now(ChinaTime.ZONE).minusDays(3).toString());
            page.locator("button.button[name=again]").click();
            assertThat(page.locator(".limits dd b").first().textContent()).isNotEqualTo(before);
            page.locator("input[name=人]").fill("冯某甲");
            page.locator("form button.is-main").click();
            assertThat(page.locator(".notice").textContent()).contains("已登记");
            assertThat(page.locator("li[aria-current=step]").textContent()).contains("待受理");
            page.locator("#acceptance input[value=是]").first().check();
            page.locator("#acceptance button.is-main").click();
            assertThat(page.locator("li[aria-current=step]").textContent()).contains("办理中");
            page.locator("#reply textarea[name=内容]").fill("已接通供水管线。");
            page.locator("#reply input[name=书面][value=是]").check();
            page.locator("#reply button.is-main").click();
            assertThat(page.locator("li[aria-current=step]").textContent()).contains("已答复");
            page.locator("#satisfaction input[value=是]").check();
            page.locator("#satisfaction button.is-main").click();
            assertThat(page.locator("ol.chain").textContent()).contains("满意：是");
        }
    }

    @Test
    @DisplayName("街道办理的信访，上级不替它受理、答复，说由谁办；延期由批准的单位记")
    void handledWhereItIsOwed() {
        Visitor office = streetOffice();
        Visitor.Page taken =
                office.send(
                        office.get("/petitions/new"),
                        "form[action=/petitions]",
                        new Answers()
                                .put("诉求", "修桥")
                                .put("人数", "２")
                                .put("机构", "qingshi.banshichu"));
        assertThat(taken.path()).matches("/dossiers/\\d+");
        Visitor.Page above = mingze.account("p008").get(taken.path());
        assertThat(above.document().select("#acceptance form")).isEmpty();
        assertThat(above.text("main")).contains("这一件由青石街道办事处办");
        Visitor.Page pressing =
                mingze.account("p008")
                        .get(above.document().select("#acceptance a:contains(记督办)").attr("href"));
        assertThat(pressing.document().select("[name=向] [selected], [name=向][value]").val())
                .as("要催办的，填好了去记")
                .isEqualTo("qingshi.banshichu");
        Visitor.Page owed =
                office.get(
                        office.get(taken.path())
                                .document()
                                .select("a[href^=/duties/]:contains(按期决定是否受理)")
                                .attr("href"));
        assertThat(owed.document().select("a.button[href='" + taken.path() + "#受理']"))
                .as("该办的一步，到案卷里办它的地方")
                .isNotEmpty();
        assertThat(office.get(taken.path()).document().select("#acceptance span[id=受理]"))
                .hasSize(1);
        assertThat(mingze.account("p020").get(taken.path()).document().select("#acceptance form"))
                .isNotEmpty();
        assertThat(office.get(taken.path()).document().select("#acceptance form")).isNotEmpty();
        office.post("/acting-post", new Answers().put("post", "qingshi.gongwei.zhengfa"));
    }

    @Test
    @DisplayName("晚于今天的日期、比人数多的代表说明怎么改，什么也不记")
    void faulty() {
        Visitor clerk = mingze.account("p015");
        Visitor.Page form = clerk.get("/petitions/new");
        Visitor.Page page =
                clerk.send(form, "form[action=/petitions]", new Answers().put("收日", "2099-01-01"));
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text("main")).contains("收到的日期不能晚于今天");
        Answers many = new Answers().put("人数", "3").put("代表数", "5");
        Answers wrong =
                new Answers()
                        .put("收日", "2099-01-01")
                        .put("机构", "")
                        .put("人数", "3")
                        .put("代表数", "5")
                        .put("前件", "999999999");
        assertThat(clerk.send(form, "form[action=/petitions]", wrong).text("#faults"))
                .as("有几处错，一次说完")
                .contains("收到的日期不能晚于今天", "选一个承办机构", "代表比人数多", "不在账上");
        Visitor.Page empty = clerk.send(form, "form[action=/petitions]", new Answers());
        assertThat(empty.document().select("#faults a[href^=#]")).isNotEmpty();
        assertThat(clerk.get("/petitions").path()).isEqualTo("/ledgers/petitions");
        assertThat(empty.status()).isEqualTo(422);
        assertThat(empty.text(".fault")).as("只说表上有的栏").contains("来件人、诉求至少写一项，再记");
        assertThat(clerk.send(form, "form[action=/petitions]", many).text("#faults, .fault"))
                .contains("代表比人数多");
    }

    @Test
    @DisplayName("答复以后不服的，从案卷登记复查申请、记复查意见，再登记复核申请；没有案卷的来件落到那一笔记录")
    void again() {
        Visitor clerk = mingze.account("p015");
        Visitor.Page page =
                clerk.send(
                        clerk.get("/petitions/new"),
                        "form[action=/petitions]",
                        new Answers().put("诉求", "修路"));
        String number = page.text(".crumb").replaceAll("\\D", "");
        page = clerk.send(page, "#acceptance form", new Answers().put("受理否", "是"));
        assertThat(page.text(".notice")).contains("还没有告知来件人");
        assertThat(acts(clerk, page)).as("没有写告知的，补上那一笔").contains("更正第");
        Visitor.Page telling = clerk.get(page.document().select(".notice a").attr("href"));
        assertThat(
                        clerk.send(
                                        telling,
                                        "form.entry",
                                        new Answers().put("告知", "是").put("因", "已当面告知"))
                                .status())
                .isEqualTo(200);
        page = clerk.get("/dossiers/" + number);
        Visitor.Page silent = clerk.send(page, "#reply form", new Answers().put("书面", "否"));
        assertThat(silent.text("#reply .fault")).contains("写上答复了什么，或者附上答复书");
        Answers said = new Answers().put("书面", "否").put("内容", "明年修");
        Visitor.Page oral = clerk.send(page, "#reply form", said);
        assertThat(oral.text(".notice")).contains("不是书面的不算答复");
        assertThat(oral.text("li[aria-current=step]")).contains("办理中");
        assertThat(acts(clerk, oral)).as("口头答复是实情，不改成书面的，另记").doesNotContain("更正第");
        Visitor.Page early =
                clerk.send(
                        oral,
                        "#reply form",
                        new Answers().put("书面", "是").put("内容", "明年修").put("送达日", "2099-01-01"));
        assertThat(early.text("#reply .fault")).contains("送达日不能晚于今天");
        String today = LocalDate.now(ChinaTime.ZONE).toString();
        page = clerk.send(early, "#reply form", new Answers().put("书面", "是").put("送达日", today));
        assertThat(page.text("li[aria-current=step]")).contains("已答复");
        Visitor.Page request =
                clerk.get(page.document().select("#again a:contains(登记复查申请)").attr("href"));
        Answers tried = new Answers().put("机构", "mingchuan.zhengfu").put("again", "show");
        assertThat(clerk.send(request, "form[action=/petitions]", tried).text(".limits"))
                .as("只列它自己的限")
                .contains("收到复查、复核请求后按期提出意见")
                .doesNotContain("六十日");
        Visitor.Page nobody =
                clerk.send(request, "form[action=/petitions]", new Answers().put("诉求", "修路"));
        assertThat(nobody.text("#faults")).as("由谁复查不替人选").contains("选一个承办机构");
        Answers asked = new Answers().put("诉求", "修路").put("机构", "mingchuan.zhengfu");
        Visitor.Page entered = clerk.send(request, "form[action=/petitions]", asked);
        Answers otherwise = new Answers().put("人数", "4").put("机构", "mingchuan.zhengfu");
        Visitor.Page changed = clerk.send(request, "form[action=/petitions]", otherwise);
        assertThat(clerk.get(changed.document().select("#refusal a").attr("href")).status())
                .isEqualTo(200);
        assertThat(entered.status()).isEqualTo(200);
        assertThat(entered.text("main")).contains("已登记", "复查申请");
        assertThat(entered.text(".notice")).contains("已归入第" + number + "号案卷");
        assertThat(entered.document().select(".notice a").attr("href"))
                .isEqualTo("/dossiers/" + number + "#again");
        Visitor.Page dossier = clerk.get("/dossiers/" + number);
        assertThat(dossier.document().select("ol.stages b").eachText())
                .containsExactly("待受理", "办理中", "已答复", "复查申请");
        String limit = dossier.text("ol.stages li:last-child").replaceAll(".*到", "");
        assertThat(
                        clerk.get("/ledgers/petitions?q=第" + number + "号")
                                .text("tr:has(a[href='/dossiers/" + number + "'])"))
                .as("再看的限写在台账上")
                .contains(limit);
        assertThat(dossier.text("#again")).as("意见的限也写明").contains("还没有意见，限");
        Visitor.Page opinion =
                clerk.get(dossier.document().select("#again a:contains(记意见)").attr("href"));
        assertThat(opinion.document().select("[name=机构] [selected], [name=机构][value]").val())
                .as("由请求写明的机构答复")
                .isEqualTo("mingchuan.zhengfu");
        assertThat(
                        clerk.send(
                                        opinion,
                                        "form.entry",
                                        new Answers().put("书面", "是").put("内容", "维持原来的意见"))
                                .status())
                .isEqualTo(200);
        Visitor.Page contested = clerk.get("/dossiers/" + number);
        assertThat(contested.text("#again")).contains("意见第", "登记复核申请");
        assertThat(contested.document().select("ol.stages b").eachText())
                .as("复查是后来的一轮，前面的阶段还在")
                .containsExactly("待受理", "办理中", "已答复", "已复查");
        assertThat(contested.text("li[aria-current=step]")).contains("已复查");
        assertThat(
                        contested.document().select("ol.chain .receipt a").eachText().stream()
                                .map(each -> Long.parseLong(each.replaceAll("\\D", "")))
                                .toList())
                .as("同一天的按号排：先答复，再申请复查")
                .isSorted();
    }

    @Test
    @DisplayName("街道答复以后请县政府复查的：信访局替县政府办，今日有它和限，读得到原来的诉求")
    void reviewedAbove() {
        Visitor office = streetOffice();
        Visitor.Page page =
                office.send(
                        office.get("/petitions/new"),
                        "form[action=/petitions]",
                        new Answers().put("诉求", "复查补偿").put("人", "卫某戊"));
        String path = page.path();
        Visitor clerk = mingze.account("p015");
        String record = path.replace("/dossiers/", "/records/");
        assertThat(clerk.get(record).text("dl.facts")).as("县信访局办县以下的来件").contains("卫某戊");
        assertThat(mingze.account("p010").get(record).text("main"))
                .as("县政府还没有被请去复查")
                .doesNotContain("卫某戊");
        page = office.send(page, "#acceptance form", new Answers().put("受理否", "是").put("告知", "是"));
        String today = LocalDate.now(ChinaTime.ZONE).toString();
        Answers said = new Answers().put("书面", "是").put("内容", "按标准").put("送达日", today);
        page = office.send(page, "#reply form", said);
        String request = page.document().select("#again a:contains(登记复查申请)").attr("href");
        Visitor.Page own =
                clerk.send(
                        clerk.get(request),
                        "form[action=/petitions]",
                        new Answers().put("诉求", "补偿算少了").put("机构", "qingshi.banshichu"));
        assertThat(own.text("main")).contains("复查、复核不由作出答复的机关自己办", "信访工作条例");
        clerk.send(
                clerk.get(request),
                "form[action=/petitions]",
                new Answers().put("诉求", "补偿算少了").put("机构", "mingchuan.zhengfu"));

        Visitor.Page now = mingze.account("p014").get("/");
        String row = "section[aria-labelledby=served] a.button[href='" + path + "#again']";
        assertThat(now.document().select(row)).as("去办的，到记意见那里").isNotEmpty();
        assertThat(clerk.get(path).document().select("[id=again] a:contains(记意见)")).hasSize(1);
        assertThat(clerk.get(record).text("dl.facts")).contains("卫某戊", "复查补偿");
        assertThat(mingze.account("p011").get(record).text("main")).doesNotContain("卫某戊");

        Visitor.Page dossier = clerk.get(path);
        String answer =
                dossier.document().select("ol.chain li:contains(处理意见) .receipt a").attr("href");
        assertThat(clerk.get(answer).text("dl.facts")).as("请谁复查，谁读得到那笔答复").contains("按标准");
        Visitor.Page opinion =
                clerk.send(
                        clerk.get(dossier.document().select("#again a:contains(记意见)").attr("href")),
                        "form.entry",
                        new Answers().put("书面", "是").put("内容", "应当补发差额"));
        assertThat(mingze.account("p014").get(opinion.path()).text("dl.facts")).contains("应当补发差额");
        assertThat(office.get(opinion.path()).text("dl.facts")).as("答复的一方读得到意见").contains("应当补发差额");
        assertThat(mingze.account("p020").get(opinion.path()).text("dl.facts")).contains("应当补发差额");
        for (String other : new String[] {"p011", "p028"}) {
            assertThat(mingze.account(other).get(opinion.path()).text("main"))
                    .doesNotContain("应当补发差额");
            assertThat(mingze.account(other).get(answer).text("main")).doesNotContain("按标准");
        }
    }

    @Test
    @DisplayName("答复了、受理还没有告知的，案卷写明还差什么、补哪一笔；补上就不再说")
    void answeredButNotTold() {
        Visitor clerk = mingze.account("p015");
        Visitor.Page page =
                clerk.send(
                        clerk.get("/petitions/new"),
                        "form[action=/petitions]",
                        new Answers().put("诉求", "修桥栏"));
        String path = page.path();
        page = clerk.send(page, "#acceptance form", new Answers().put("受理否", "是"));
        assertThat(page.text("#unfinished")).contains("告知", "更正第");
        Answers answer =
                new Answers()
                        .put("书面", "是")
                        .put("内容", "下月修")
                        .put("送达日", LocalDate.now(ChinaTime.ZONE).toString());
        page = clerk.send(clerk.get(path), "#reply form", answer);
        assertThat(page.text("li[aria-current=step]")).contains("已答复");
        Visitor.Page telling =
                clerk.get(page.document().select("#unfinished a[href$=correction]").attr("href"));
        assertThat(telling.document().select("[name=告知]")).isNotEmpty();
        clerk.send(telling, "form.entry", new Answers().put("告知", "是").put("因", "已当面告知"));
        assertThat(clerk.get(path).document().select("#unfinished")).isEmpty();
    }

    @Test
    @DisplayName("不予受理的，阶段只画到不予受理，不说办理过，也没有以后")
    void refused() {
        Visitor clerk = mingze.account("p015");
        Visitor.Page page =
                clerk.send(
                        clerk.get("/petitions/new"),
                        "form[action=/petitions]",
                        new Answers().put("诉求", "修路"));
        Answers no = new Answers().put("受理否", "否").put("告知", "是").put("由", "不属本机关职权");
        page = clerk.send(page, "#acceptance form", no);
        assertThat(page.document().select("ol.stages b").eachText())
                .as(page.text(".fault, .refusal, .notice"))
                .containsExactly("待受理", "不予受理");
    }

    @Test
    @DisplayName("街道信访办替办事处登记、受理、答复，今日列着替它办的；延期要办事处批，别的科室看不到")
    void serving() {
        Visitor office = streetOffice();
        Visitor.Page form = office.get("/petitions/new");
        assertThat(form.document().select("[name=机构] option[selected]").attr("value"))
                .isEqualTo("qingshi.banshichu");
        Visitor.Page taken =
                office.send(form, "form[action=/petitions]", new Answers().put("诉求", "修路"));
        assertThat(office.get("/").text("section[aria-labelledby=served]"))
                .contains("替青石街道办事处办的信访")
                .contains(taken.path().replaceAll("\\D+", ""));
        Visitor.Page accepted =
                office.send(
                        taken, "#acceptance form", new Answers().put("受理否", "是").put("告知", "是"));
        assertThat(accepted.text("li[aria-current=step]")).contains("办理中");
        assertThat(accepted.document().select("#extension form")).isEmpty();
        assertThat(accepted.text("#extension")).contains("青石街道办事处主任");
        Visitor.Page county = mingze.account("p008").get(taken.path());
        assertThat(county.document().select("#extension form")).as("上级看得到，不替人批").isEmpty();
        assertThat(county.text("#extension")).contains("青石街道办事处主任", "在批准的单位记");
        Visitor director = mingze.account("p020");
        Visitor.Page open = director.get(taken.path());
        String by = open.document().select("#extension [name=批] option[value~=.+]").attr("value");
        Answers longer = new Answers().put("限", "10").put("批", by).put("告知", "是");
        assertThat(director.send(open, "#extension form", longer).text(".notice")).contains("延期");
        assertThat(office.get("/").text("section[aria-labelledby=extended]"))
                .as("延的是哪一件，不是哪一笔受理")
                .contains("第" + taken.path().replaceAll("\\D+", "") + "号信访")
                .doesNotContain("予以受理");
        Visitor.Page replied =
                office.send(
                        office.get(taken.path()),
                        "#reply form",
                        new Answers().put("书面", "是").put("内容", "修好了"));
        assertThat(replied.text("li[aria-current=step]")).contains("已答复");
        assertThat(office.get("/").text("section[aria-labelledby=served]"))
                .doesNotContain(taken.path().replaceAll("\\D+", ""));
        assertThat(mingze.account("p028").get(taken.path()).status()).isEqualTo(403);
        office.post("/acting-post", new Answers().put("post", "qingshi.gongwei.zhengfa"));
    }

    @Test
    @DisplayName("登记以后退回去改了再送，说后来改的没有登记，填的都在；再按一次另记一笔")
    void changedAfterSending() {
        Visitor clerk = mingze.account("p015");
        String form = "form[action=/petitions]";
        Visitor.Page fresh = clerk.get("/petitions/new");
        Visitor.Page first = clerk.send(fresh, form, new Answers().put("人", "沈某丙"));
        Visitor.Page edited = clerk.send(fresh, form, new Answers().put("人", "韩某丁"));
        assertThat(edited.status()).isEqualTo(409);
        assertThat(edited.text("#refusal")).contains("后来改的没有登记");
        assertThat(edited.document().select("#refusal a").attr("href")).isEqualTo(first.path());
        assertThat(edited.document().select("input[name=人]").attr("value")).isEqualTo("韩某丁");
        assertThat(clerk.send(edited, form, new Answers()).path())
                .startsWith("/dossiers/")
                .isNotEqualTo(first.path());
    }

    @Test
    @DisplayName("案卷里不写来件人和诉求，也没有给来件人的分；办的人从案卷点开看得到")
    void personal() {
        Visitor clerk = mingze.account("p015");
        Visitor.Page form = clerk.get("/petitions/new");
        Visitor.Page page =
                clerk.send(
                        form,
                        "form[action=/petitions]",
                        new Answers().put("人", "卫某乙").put("诉求", "请求修好村口的路灯"));
        assertThat(page.text("h1")).contains("信访");
        assertThat(page.text("main")).doesNotContain("卫某乙").doesNotContain("评分");
        assertThat(page.text("main")).doesNotContain("路灯");
        String record = page.document().select("ol.chain a:contains(诉求)").attr("href");
        assertThat(clerk.get(record).text("main")).contains("请求修好村口的路灯").contains("卫某乙");
    }

    /// What the pages of the duties on a dossier offer to do.
    @Test
    @DisplayName("复核只对复查意见提出，收到日期不早于意见，人数至少1：三处一次说清")
    void followsTheRightAnswer() {
        Visitor office = streetOffice();
        Visitor.Page taken =
                office.send(
                        office.get("/petitions/new"),
                        "form[action=/petitions]",
                        new Answers().put("诉求", "修路"));
        Visitor.Page accepted =
                office.send(
                        taken, "#acceptance form", new Answers().put("受理否", "是").put("告知", "是"));
        Visitor.Page replied =
                office.send(accepted, "#reply form", new Answers().put("书面", "是").put("内容", "修好了"));
        String request = replied.document().select("#again a[href^=/petitions/new]").attr("href");
        Visitor.Page refused =
                office.send(
                        office.get(request),
                        "form[action=/petitions]",
                        new Answers().put("类", "复核申请").put("收日", "2020-01-01").put("人数", "0"));
        office.post("/acting-post", new Answers().put("post", "qingshi.gongwei.zhengfa"));
        assertThat(refused.text("#faults"))
                .contains("对它提出的是复查申请")
                .contains("收到的日期早于第")
                .contains("人数至少1");
    }

    /// The head of the street's petition office, in that post.
    private Visitor streetOffice() {
        Visitor office = mingze.account("p024");
        office.post("/acting-post", new Answers().put("post", "qingshi.xinfangban.head"));
        return office;
    }

    private static String acts(Visitor clerk, Visitor.Page dossier) {
        return dossier.document().select("a[href^=/duties/]").eachAttr("href").stream()
                .distinct()
                .map(href -> clerk.get(href).document().select("a.button").eachText())
                .toList()
                .toString();
    }
}
