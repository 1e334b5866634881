package org.mingze.duty.entering;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mingze.RunningMingze;
import org.mingze.Visitor;
import org.mingze.Visitor.Answers;
import org.mingze.work.ChinaTime;

@DisplayName("个人信息只给经手的人看")
class ClassedReadingTest {
    private static final String FORM = "form.entry";

    private final RunningMingze mingze = RunningMingze.shared();
    private final String today = LocalDate.now(ChinaTime.ZONE).toString();

    /// Taken in by the county's petition bureau for the street.
    private Visitor.Page petition(String petitioner) {
        Visitor clerk = mingze.account("p015");
        return clerk.send(
                clerk.get("/petitions/new"),
                "form[action=/petitions]",
                new Answers()
                        .put("人", petitioner)
                        .put("诉求", "补发抚恤金")
                        .put("机构", "qingshi.banshichu"));
    }

    private static String record(Visitor.Page dossier) {
        return dossier.path().replace("dossiers", "records");
    }

    private Visitor as(String account, String post) {
        Visitor visitor = mingze.account(account);
        visitor.post("/acting-post", new Answers().put("post", post));
        return visitor;
    }

    @ParameterizedTest(name = "{2}看得到是谁来的信")
    @CsvSource({
        "p020, qingshi.banshichu.head, 办事处主任",
        "p025, qingshi.banshichu.deputy1, 办事处副主任",
        "p015, mingchuan.xinfangju.clerk, 登记它的县信访局办信岗",
        "p014, mingchuan.xinfangju.head, 县信访局局长",
        "p024, qingshi.xinfangban.head, 街道信访办主任",
        "p019, qingshi.gongwei.secretary, 上一级的负责人",
        "p001, mingchuan.xianwei.secretary, 再上一级的负责人"
    })
    void readByWhoeverHandlesIt(String account, String post, String who) {
        String record = record(petition("郎某甲"));
        assertThat(as(account, post).get(record).text("dl.facts")).as(who).contains("郎某甲", "补发抚恤金");
    }

    @ParameterizedTest(name = "{2}看不到，写明谁看得到")
    @CsvSource({
        "p008, mingchuan.xianwei.office, 县委办秘书",
        "p003, mingchuan.xianwei.deputy2, 县委副书记",
        "p021, qingshi.gongwei.jijian, 街道党工委纪检委员",
        "p020, qingshi.gongwei.deputy, 街道党工委副书记这个岗位",
        "p011, mingchuan.duchashi.head, 县督查室主任"
    })
    void hiddenFromEverybodyElse(String account, String post, String who) {
        String record = record(petition("郎某乙"));
        Visitor.Page seen = as(account, post).get(record);
        assertThat(seen.status()).as(who).isEqualTo(200);
        assertThat(seen.text("main")).doesNotContain("郎某乙", "补发抚恤金");
        assertThat(seen.text("dl.facts")).contains("隐去（个人信息，青石街道办事处、县信访局、信访机构和上级单位的负责人可见）");
    }

    @Test
    @DisplayName("没有登记它的别的单位时，只说本单位和上级负责人")
    void saidOfATalk() {
        Visitor village = mingze.account("p042");
        Visitor.Page talk =
                village.send(
                        village.get("/records/new/Talk?类=谈心&对象=p044"),
                        FORM,
                        new Answers().put("日", today));
        assertThat(talk.path()).as(talk.text("#faults")).matches("/records/\\d+");
        assertThat(mingze.account("p019").get(talk.path()).text("dl.facts")).doesNotContain("隐去");
        assertThat(as("p021", "qingshi.gongwei.jijian").get(talk.path()).text("dl.facts"))
                .contains("隐去（个人信息，北井社区和上级单位的负责人可见）");
    }

    @Test
    @DisplayName("写给纪委的信，信访机构不看是谁写的")
    void accusation() {
        Visitor clerk = mingze.account("p026");
        Visitor.Page taken =
                clerk.send(
                        clerk.get("/petitions/new"),
                        "form[action=/petitions]",
                        new Answers()
                                .put("人", "郎某丙")
                                .put("诉求", "反映吃拿卡要")
                                .put("机构", "qingshi.jigongwei"));
        String record = record(taken);
        assertThat(clerk.get(record).text("dl.facts")).contains("郎某丙");
        Visitor.Page seen = mingze.account("p014").get(record);
        assertThat(seen.text("main")).doesNotContain("郎某丙").doesNotContain("信访机构");
        assertThat(seen.text("dl.facts")).contains("隐去（个人信息，青石街道纪工委和上级单位的负责人可见）");
    }

    @Test
    @DisplayName("有个人信息的附件只给看得到的人；没有的，看得到那一笔的人都打得开")
    void files() {
        Visitor street = as("p019", "qingshi.gongwei.secretary");
        Visitor.Page talk =
                street.send(
                        street.get("/records/new/Talk?类=谈心&对象=p044"),
                        FORM,
                        new Answers().put("日", today).file("附.file", "谈话记录.txt", "谈得好"));
        Visitor.Page study =
                street.send(
                        street.get("/records/new/Study"),
                        FORM,
                        new Answers()
                                .put("类", "研讨")
                                .put("题", "街道的研讨")
                                .put("日", today)
                                .file("附.file", "签到.txt", "都到了"));
        assertThat(file(talk)).as(talk.text("main")).isNotEmpty();
        Visitor office = mingze.account("p008");
        Visitor.Page refused = office.get(file(talk));
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text("main")).contains("由青石街道党工委和上级单位的负责人看", "找青石街道党工委");
        assertThat(mingze.account("p001").file(file(talk)).status()).isEqualTo(200);
        assertThat(office.file(file(study)).status()).isEqualTo(200);
        assertThat(mingze.account("p030").get(file(study)).status())
                .as("打不开那一笔的，也打不开它的附件")
                .isEqualTo(403);
    }

    private static String file(Visitor.Page record) {
        return record.document().select("a[href*=/files/]").attr("href");
    }

    @Test
    @DisplayName("全部字段的表格里，谁的记录看得到，谁的个人信息才写出来")
    void exported() {
        String record = record(petition("郎某丁"));
        assertThat(record).matches("/records/\\d+");
        String table =
                "/records/fields.csv?type="
                        + URLEncoder.encode("来件", StandardCharsets.UTF_8)
                        + "&from="
                        + today
                        + "&to="
                        + today;
        assertThat(csv(mingze.account("p014"), table)).contains("郎某丁");
        for (String other : new String[] {"p011", "p008"}) {
            assertThat(csv(mingze.account(other), table))
                    .as(other)
                    .contains("第" + record.replaceAll("\\D", "") + "号", "隐去")
                    .doesNotContain("郎某丁");
        }
    }

    private static String csv(Visitor visitor, String path) {
        return new String(visitor.file(path).bytes(), StandardCharsets.UTF_8);
    }

    @Test
    @DisplayName("改了来信人的，案卷的经过只说改过，不说是谁")
    void correctedInTheDossier() {
        Visitor.Page dossier = petition("郎某戊");
        Visitor clerk = mingze.account("p015");
        clerk.send(
                clerk.get(record(dossier) + "/correction"),
                FORM,
                new Answers().put("人", "郎某己").put("人数", "2").put("因", "写错"));
        String chain = mingze.account("p011").get(dossier.path()).text("ol.chain");
        assertThat(chain).doesNotContain("郎某己").contains("改过", "写错");
        assertThat(chain).contains("不给现在这个岗位看").doesNotContain("点开看");
        assertThat(clerk.get(dossier.path()).text("ol.chain")).contains("点开看，会留痕");
    }

    @Test
    @DisplayName("读不到来信人的上级岗位，照样能在案卷里记办事处主任批的延期")
    void extended() {
        Visitor street = as("p020", "qingshi.banshichu.head");
        Visitor.Page page = petition("郎某庚");
        page =
                street.send(
                        street.get(page.path()),
                        "#acceptance form",
                        new Answers().put("受理否", "是").put("告知", "是"));
        Visitor above = as("p020", "qingshi.gongwei.deputy");
        Visitor.Page seen = above.get(page.path());
        assertThat(above.get(record(page)).text("main")).doesNotContain("郎某庚");
        Visitor.Page granted = above.send(seen, "#extension form", new Answers());
        assertThat(granted.text("ol.chain")).contains("延期", "办事处主任");
    }
}
