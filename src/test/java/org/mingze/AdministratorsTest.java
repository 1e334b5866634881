package org.mingze;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mingze.access.Accounts;
import org.mingze.access.CheckingTrail;
import org.mingze.access.Office;

@DisplayName("三员分立，在真正的程序里")
class AdministratorsTest {
    private static final String OWN = "灯塔-麦穗-铜镜-四十一";

    private final RunningMingze mingze = RunningMingze.shared();

    @Test
    @DisplayName("系统管理员开账号，安全管理员启用后本人改口令才进得来；各自看不到业务内容，也改不了彼此")
    void separated() {
        Visitor system = mingze.administrator(Office.SYSTEM);
        Visitor security = mingze.administrator(Office.SECURITY);
        String person = withoutAccount();
        Visitor.Page asked = system.get("/administration/accounts/new?find=" + person);
        Visitor.Page opened =
                system.send(
                        asked,
                        "form[method=post][action=/administration/accounts]",
                        new Visitor.Answers().put("person", person).put("account", "xinlai1"));
        String said = opened.text(".notice h2");
        assertThat(said).startsWith("xinlai1的一次性口令：");
        String oneTime = said.substring(said.indexOf('：') + 1);
        assertThat(system.get("/administration/accounts/xinlai1").text("main"))
                .doesNotContain(oneTime);

        Visitor newcomer = Visitor.anonymous(mingze.address());
        assertThat(newcomer.signIn("xinlai1", oneTime).text("[role=alert]")).contains("还没有启用");
        assertThat(
                        system.post("/administration/security/accounts/xinlai1/release", none())
                                .status())
                .isEqualTo(403);
        Visitor.Page waiting = security.get("/administration/security");
        Visitor.Page released =
                security.send(
                        waiting,
                        "form[action=/administration/security/accounts/xinlai1/release]",
                        none());
        assertThat(released.text(".notice")).contains("启用账号");
        assertThat(security.post("/administration/accounts/xinlai1/reset", none()).status())
                .isEqualTo(403);

        Visitor.Page owed = newcomer.signIn("xinlai1", oneTime);
        assertThat(owed.path()).isEqualTo("/account/password");
        assertThat(newcomer.get("/records").path()).isEqualTo("/account/password");
        newcomer.send(owed, "form[action=/account/password]", passwords(oneTime, OWN));
        assertThat(newcomer.get("/account").status()).isEqualTo(200);
        for (Office office : List.of(Office.SYSTEM, Office.SECURITY, Office.AUDIT)) {
            Visitor.Page refused = mingze.administrator(office).get("/records");
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.text("main")).contains("你现在是：" + office.word()).contains("看不到业务内容");
        }
        assertThat(
                        mingze.administrator(Office.AUDIT)
                                .get("/administration/trail?find=xinlai1")
                                .text("table"))
                .contains("开账号")
                .contains("启用账号")
                .contains("改口令");
        close(system, newcomer);
    }

    @Test
    @DisplayName("从表格开账号：有一行不对，一个都不开，写明哪行怎么改；都对了一起开，各一个一次性口令，照样等启用，逐个入审计")
    void opensFromTable() {
        Visitor system = mingze.administrator(Office.SYSTEM);
        List<String> people = withoutAccounts().reversed();
        String good = "人员号,账号\n" + people.get(0) + ",biao1\n";
        Visitor.Page faulty = table(system, good + people.get(1) + ",biao1\nmeiyou,biao3\n,\n");
        assertThat(faulty.status()).isEqualTo(422);
        assertThat(faulty.text("table"))
                .contains("第3行", "第2行已经用这个账号", "第4行", "机构里没有登记这个人")
                .doesNotContain("第5行");
        assertThat(system.get("/administration/accounts/biao1").status()).isEqualTo(404);
        assertThat(table(system, "姓名,岗位\n甲,乙\n").text("table")).contains("表头");

        Visitor.Page opened = table(system, good + people.get(1) + ",biao2\n");
        assertThat(opened.title()).isEqualTo("开了2个账号");
        List<String> lines = opened.document().select(".secrets code").eachText();
        assertThat(lines).hasSize(2);
        String oneTime = lines.getFirst().substring(lines.getFirst().indexOf("biao1") + 6).strip();
        assertThat(
                        Visitor.anonymous(mingze.address())
                                .signIn("biao1", oneTime)
                                .text("[role=alert]"))
                .contains("还没有启用");
        assertThat(audited("find=biao2")).contains("开账号");
        assertThat(table(mingze.administrator(Office.SYSTEM), good).text("table"))
                .contains("这个账号已有人用");
        for (Office office : List.of(Office.SECURITY, Office.AUDIT)) {
            assertThat(mingze.administrator(office).get("/administration/accounts/table").status())
                    .isEqualTo(403);
        }
        for (String account : List.of("biao1", "biao2")) {
            Visitor.Page page = system.get("/administration/accounts/" + account);
            system.send(page, "form[action$=/close]", none());
        }
    }

    private static Visitor.Page table(Visitor system, String rows) {
        return system.send(
                system.get("/administration/accounts/table"),
                "form.upload",
                new Visitor.Answers().file("file", "账号.csv", rows));
    }

    private String audited(String question) {
        return mingze.administrator(Office.AUDIT)
                .get("/administration/trail?" + question)
                .text("tbody");
    }

    private void close(Visitor system, Visitor newcomer) {
        Visitor.Page page = system.get("/administration/accounts/xinlai1");
        system.send(page, "form[action$=/close]", none());
        assertThat(newcomer.get("/account").path()).isEqualTo("/sign-in");
        assertThat(Visitor.anonymous(mingze.address()).signIn("xinlai1", OWN).text("[role=alert]"))
                .contains("账号或密码不对");
        assertThat(system.post("/administration/accounts/secadmin/reset", none()).text("main"))
                .contains("管理员的账号不由管理员改");
    }

    @Test
    @DisplayName("登录一处一处列出来；本人和安全管理员都能结束，那边再点就要重新登录")
    void sessions() {
        Visitor here = mingze.visitor("周砚田");
        Visitor there = mingze.visitor("周砚田");
        Visitor.Page account = here.get("/account");
        assertThat(account.text("#sessions ~ *, section")).contains("（这里）");
        assertThat(there.get("/account").status()).isEqualTo(200);
        account.document()
                .select("form[action^=/account/sessions/]")
                .eachAttr("action")
                .forEach(action -> here.post(action, none()));
        assertThat(there.get("/records").path()).isEqualTo("/sign-in");
        assertThat(here.get("/records").status()).isEqualTo(200);

        Visitor security = mingze.administrator(Office.SECURITY);
        Visitor.Page one = security.get("/administration/security/accounts/p019");
        assertThat(one.document().select("form[action*=/sessions/]")).isNotEmpty();
        one.document()
                .select("form[action*=/sessions/]")
                .eachAttr("action")
                .forEach(action -> security.post(action, none()));
        assertThat(here.get("/records").path()).isEqualTo("/sign-in");
        assertThat(here.get("/sign-in").status()).isEqualTo(200);
    }

    @Test
    @DisplayName("看到谈话对象的，审计里有：谁、以什么岗位、哪一号、哪一类；收回密类后就隐去")
    void classedReads() {
        Visitor secretary = mingze.visitor("周砚田");
        String talk =
                secretary
                        .get("/records?type=" + encoded("谈话") + "&body=qingshi.gongwei")
                        .document()
                        .select("tbody a.open")
                        .attr("href");
        String number = "第" + talk.substring(talk.lastIndexOf('/') + 1) + "号";
        assertThat(secretary.get(talk).text("dl.facts")).doesNotContain("隐去");
        Visitor audit = mingze.administrator(Office.AUDIT);
        String told = audit.get("/administration/trail?act=" + encoded("读密类")).text("tbody");
        assertThat(told)
                .contains(number)
                .contains("p019，周砚田")
                .contains("青石街道党工委书记")
                .contains("打开记录")
                .doesNotContain("qingshi.gongwei.secretary", "GET ");
        assertThat(audited("who=周砚田")).contains("p019").doesNotContain("p020");
        assertThat(audited("who=p019&from=2020-01-01&to=2020-01-31")).isEmpty();
        assertThat(audited("find=青石街道党工委书记&act=读密类")).contains("p019");
        assertThat(
                        audit.get("/administration/trail?who=周砚田&from=2026-01-01")
                                .document()
                                .select("input[name=who], input[name=from]")
                                .eachAttr("value"))
                .containsExactly("周砚田", "2026-01-01");
        assertThat(told).contains("显示");

        Visitor security = mingze.administrator(Office.SECURITY);
        String classes = "/administration/security/classes";
        for (String each : List.of("个人", "涉案")) {
            Visitor.Answers taken =
                    new Visitor.Answers()
                            .put("post", "qingshi.gongwei.secretary")
                            .put("class", each)
                            .put("reason", "回避");
            assertThat(security.post(classes, taken).text(".notice")).contains("已收回");
        }
        assertThat(secretary.get(talk).text("dl.facts")).contains("隐去");
        assertThat(secretary.get(talk + "/correction").status()).isEqualTo(403);
        for (String each : List.of("个人", "涉案")) {
            security.post(
                    classes + "/return",
                    new Visitor.Answers()
                            .put("post", "qingshi.gongwei.secretary")
                            .put("class", each));
        }
        assertThat(secretary.get(talk).text("dl.facts")).doesNotContain("隐去");
        assertThat(mingze.bean(CheckingTrail.class).check(1).whole()).isTrue();
    }

    @Test
    @DisplayName("没有登录的进不来；连错五次锁定，安全管理员解锁后能再试")
    void lockOut() {
        Visitor stranger = Visitor.anonymous(mingze.address());
        assertThat(stranger.get("/records").path()).isEqualTo("/sign-in");
        for (int wrong = 0; wrong < 5; wrong++) {
            stranger.signIn("mouren", "不对的口令不对的口令");
        }
        assertThat(stranger.signIn("mouren", "不对").text("[role=alert]")).contains("锁定到");
        Visitor security = mingze.administrator(Office.SECURITY);
        Visitor.Page page = security.get("/administration/security");
        assertThat(page.text("main")).contains("mouren");
        security.send(page, "form[action*=unlock][action*=mouren]", none());
        assertThat(stranger.signIn("mouren", "不对").text("[role=alert]")).contains("还可以试4次");
    }

    private String withoutAccount() {
        return withoutAccounts().getFirst();
    }

    private List<String> withoutAccounts() {
        Accounts accounts = mingze.bean(Accounts.class);
        return mingze.bean(org.mingze.work.CountyLedgers.class)
                .ask(
                        1,
                        known ->
                                known.organization().people().stream()
                                        .map(org.mingze.organization.Person::code)
                                        .filter(code -> !accounts.exists(1, code))
                                        .toList());
    }

    private static Visitor.Answers none() {
        return new Visitor.Answers();
    }

    private static Visitor.Answers passwords(String current, String chosen) {
        return none().put("current", current).put("chosen", chosen).put("again", chosen);
    }

    private static String encoded(String text) {
        return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8);
    }
}
