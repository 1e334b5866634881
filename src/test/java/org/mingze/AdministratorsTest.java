package org.mingze;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingze.access.Accounts;
import org.mingze.access.CheckingTrail;
import org.mingze.access.Office;
import org.mingze.exchange.ImportingLedger;
import org.mingze.journal.Recorder;

@DisplayName("三员分立，在真正的程序里")
class AdministratorsTest {
    private static final String OWN = "灯塔-麦穗-铜镜-四十一";

    private final RunningMingze mingze = RunningMingze.shared();

    @TempDir Path folder;

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
        assertThat(system.get("/administration/accounts/xinlai1").text("dl.facts"))
                .as("等启用的，没有登录过")
                .contains("没有登录过");
        assertThat(
                        system.post("/administration/security/accounts/xinlai1/release", none())
                                .status())
                .isEqualTo(403);
        assertThat(
                        mingze.administrator(Office.AUDIT)
                                .get("/administration/trail?find=xinlai1/release")
                                .text("tbody"))
                .as("拒了的办理，审计里是要办的那件事，不是打开")
                .contains("启用账号", "提交安全", "拒：这里不对系统管理员开放")
                .doesNotContain("打开安全");
        Visitor.Page waiting = security.get("/administration/security");
        Visitor.Page released =
                security.send(
                        waiting,
                        "form[action=/administration/security/accounts/xinlai1/release]",
                        none());
        assertThat(released.text(".notice")).contains("启用账号");
        assertThat(security.post("/administration/accounts/xinlai1/reset", none()).status())
                .isEqualTo(403);
        assertThat(audited("find=xinlai1&act=" + encoded("重置口令")))
                .as("没有办成的重置，按重置口令找得到")
                .contains("拒：这里不对安全管理员开放");

        Visitor.Page owed = newcomer.signIn("xinlai1", oneTime);
        assertThat(owed.path()).isEqualTo("/account/password");
        assertThat(newcomer.get("/records").path()).isEqualTo("/account/password");
        newcomer.send(owed, "form[action=/account/password]", passwords(oneTime, OWN));
        assertThat(newcomer.get("/account").status()).isEqualTo(200);
        assertThat(system.get("/administration/accounts/xinlai1").text("dl.facts"))
                .doesNotContain("没有登录过");
        for (Office office : List.of(Office.SYSTEM, Office.SECURITY, Office.AUDIT)) {
            Visitor.Page refused = mingze.administrator(office).get("/records");
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.text("main")).contains("你现在是：" + office.word()).contains("看不到业务内容");
            assertThat(refused.document().select("main .acts a, main a.button").eachAttr("href"))
                    .containsExactly(office.home());
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
    @DisplayName("从表格开账号：有一行不对，一个都不开，写明哪行怎么改；都对了先备口令再一起开，口令只给要开的人看一次，照样等启用，逐个入审计")
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
        assertThat(table(system, "姓名,岗位\n甲,乙\n").text("table")).contains("加一列“账号”");

        Visitor.Page ready = prepared(system, table(system, good + people.get(1) + ",biao2\n"));
        assertThat(ready.title()).isEqualTo("2个账号可以开");
        assertThat(ready.text("main")).contains("biao1", "biao2", "一个都还没有开");
        assertThat(ready.document().select(".secrets")).isEmpty();
        assertThat(system.get("/administration/accounts/biao1").status()).isEqualTo(404);
        Visitor.Page opened = system.send(ready, "form[action$=/entries]", none());
        assertThat(opened.title()).isEqualTo("开了2个账号");
        List<String> lines = opened.document().select(".secrets code").eachText();
        assertThat(lines).hasSize(2);
        assertThat(system.send(ready, "form[action$=/entries]", none()).text("table"))
                .contains("没有备好的口令");
        assertThat(system.get("/administration/accounts/table").document().select(".secrets"))
                .isEmpty();
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
        return table(system, "账号.csv", rows.getBytes(StandardCharsets.UTF_8));
    }

    private static Visitor.Page table(Visitor system, String name, byte[] file) {
        return system.send(
                system.get("/administration/accounts/table"),
                "form.upload",
                new Visitor.Answers().file("file", name, file));
    }

    @Test
    @DisplayName("开账号的表格是平常的名册：没有人员号，同名的按单位和职务认；认不出的写明哪行、是哪几个人、怎么改")
    void opensFromRoster() throws IOException {
        Path roster =
                Files.writeString(
                        folder.resolve("名册.csv"),
                        """
                        姓名,人号,职务,单位,单位性质,上级,任职日,成立日
                        狄云生,tm.yi,书记,同名甲局党组,党组,明川县委,2026-02-01,2026-01-01
                        狄云生,tm.er,副书记,同名乙局党组,党组,明川县委,2026-02-01,2026-01-01
                        """);
        mingze.bean(ImportingLedger.class)
                .run(
                        1,
                        roster,
                        new Recorder("p001", "mingchuan.xianwei.secretary"),
                        true,
                        InstantSource.system());
        Visitor system = mingze.administrator(Office.SYSTEM);
        assertThat(table(system, "").text("main")).contains("“账号.csv”是空的");
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("某县干部名册"));
        rows.add(List.of("序号", "姓 名", "工作单位", "现任职务", "账 号"));
        rows.add(List.of("1", "狄　云生", "中共明川县同名乙局党组", "党组副书记", "tongming2"));
        rows.add(List.of("2", "狄云生", "", "", "tongming3"));
        rows.add(List.of("3", "狄云生", "同名丙局", "书记", "tongming4"));
        Visitor.Page faulty = table(system, "名册.xlsx", xlsx(rows));
        assertThat(faulty.text("table"))
                .doesNotContain("第3行")
                .contains("第4行", "第5行", "同名的有2人")
                .contains("tm.yi，同名甲局党组书记", "tm.er，同名乙局党组副书记", "人员号");
        Visitor.Page page = prepared(system, table(system, "名册.xlsx", xlsx(rows.subList(0, 3))));
        assertThat(page.text("main")).contains("同名乙局党组副书记").doesNotContain("同名甲局");
        assertThat(table(system, "人员号,姓名,账号\ntm.er,周砚田,tongming5\n").text("table"))
                .contains("人员号tm.er登记的是狄云生");
    }

    private static byte[] xlsx(List<List<String>> rows) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Workbook book = new Workbook(bytes, "名册", "1.0");
        Worksheet sheet = book.newWorksheet("名册");
        for (int row = 0; row < rows.size(); row++) {
            for (int column = 0; column < rows.get(row).size(); column++) {
                sheet.value(row, column, rows.get(row).get(column));
            }
        }
        book.finish();
        return bytes.toByteArray();
    }

    /// What the page says when it has stopped counting.
    private static Visitor.Page prepared(Visitor system, Visitor.Page handedIn) {
        Visitor.Page page = handedIn;
        long end = System.nanoTime() + 60_000_000_000L;
        while (!page.document().select("#progress").isEmpty() && System.nanoTime() < end) {
            page = system.get(page.document().select("#progress a").attr("href"));
        }
        return page;
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
                .contains("账号或口令不对");
        Visitor security = mingze.administrator(Office.SECURITY);
        String late = "/administration/security/accounts/xinlai1/release";
        assertThat(security.post(late, none()).text("main")).contains("账号已经关闭，没有改");
        assertThat(
                        mingze.administrator(Office.AUDIT)
                                .get("/administration/trail?find=xinlai1")
                                .text("tbody"))
                .as("没有办成的，审计里不写成办成")
                .contains("改账号", "账号已经关闭");
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
        assertThat(audit.get("/administration/trail?who=p019&act=" + encoded("登录")).text("tbody"))
                .contains("青石街道党工委书记");
        assertThat(
                        audit.get("/administration/trail?who=周砚田&from=2026-01-01")
                                .document()
                                .select("input[name=who], input[name=from]")
                                .eachAttr("value"))
                .containsExactly("周砚田", "2026-01-01");
        assertThat(told).contains("显示");
        String sheet = "/records/fields.csv?type=" + encoded("谈话");
        assertThat(mingze.account("p011").file(sheet).status()).isEqualTo(200);
        assertThat(secretary.file(sheet).status()).isEqualTo(200);
        assertThat(audited("act=" + encoded("读密类") + "&find=" + encoded("全部字段的表格")))
                .as("整张表都隐去了的，不写作显示")
                .contains("p019")
                .doesNotContain("p011");

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
        assertThat(secretary.get(talk).text("dl.facts")).contains("隐去（“个人”一类已从你的岗位收回，为什么问安全管理员）");
        assertThat(secretary.get(talk + "/correction").status()).isEqualTo(403);
        for (String each : List.of("个人", "涉案")) {
            Visitor.Answers returned =
                    new Visitor.Answers()
                            .put("post", "qingshi.gongwei.secretary")
                            .put("class", each);
            assertThat(security.post(classes + "/return", returned).text(".notice"))
                    .contains("已还给：青石街道党工委书记");
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
        assertThat(security.post("/administration/security/unlock", none()).status())
                .isEqualTo(404);
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
