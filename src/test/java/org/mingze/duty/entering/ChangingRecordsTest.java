package org.mingze.duty.entering;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mingze.RunningMingze;
import org.mingze.Visitor;
import org.mingze.Visitor.Answers;
import org.mingze.work.ChinaTime;

@DisplayName("谁记的谁改")
class ChangingRecordsTest {
    private static final String FORM = "form.entry";
    private static final String WITHDRAWAL = "form.part";

    private final RunningMingze mingze = RunningMingze.shared();
    private final String today = LocalDate.now(ChinaTime.ZONE).toString();

    private Visitor.Page street() {
        Visitor clerk = mingze.account("p019");
        return clerk.send(
                clerk.get("/records/new/Study"),
                FORM,
                new Answers().put("类", "研讨").put("题", "街道的研讨").put("日", today));
    }

    @Test
    @DisplayName("上级单位看得到下级记的，不替它更正、撤销，说请谁来改；页上也不给按钮")
    void leftToWhoeverEnteredIt() {
        String record = street().path();
        Visitor county = mingze.account("p001");
        Visitor.Page seen = county.get(record);
        assertThat(seen.status()).isEqualTo(200);
        assertThat(seen.document().select("a[href$=correction], a[href$=withdrawal]")).isEmpty();
        for (String deed : new String[] {"/correction", "/withdrawal"}) {
            Visitor.Page refused = county.get(record + deed);
            assertThat(refused.status()).as(deed).isEqualTo(403);
            assertThat(refused.text("main")).contains("谁记的谁改", "请青石街道党工委来改");
        }
    }

    @Test
    @DisplayName("督查室列给街道的问题：街道补填空着的栏，不改写好的，也不能撤销；督查室改了、撤了，街道今日就知道")
    void foundByAnother() {
        Visitor supervision = mingze.account("p011");
        Visitor.Page found =
                supervision.send(
                        supervision.get("/records/new/Finding"),
                        FORM,
                        new Answers()
                                .put("源", "督查")
                                .put("述", "窗口午间无人")
                                .put("责任单位", "qingshi.gongwei")
                                .put("日", today));
        assertThat(found.path()).matches("/records/\\d+");
        Visitor street = mingze.account("p019");
        Visitor.Page own = street.get(found.path());
        assertThat(own.document().select("a[href$=correction]").text()).isEqualTo("补填");
        Visitor.Page refused = street.get(found.path() + "/withdrawal");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text("main")).contains("不能由要办的单位撤销");

        Visitor.Page form = street.get(found.path() + "/correction");
        Visitor.Page overwritten =
                street.send(form, FORM, new Answers().put("述", "没有问题").put("因", "不同意"));
        assertThat(overwritten.status()).isEqualTo(422);
        assertThat(overwritten.text("#faults")).contains("只能补填还空着的栏");
        Visitor.Page filled =
                street.send(form, FORM, new Answers().put("原因", "没有排班").put("因", "补填"));
        assertThat(filled.text("dl.facts")).contains("没有排班", "窗口午间无人");
        Visitor.Page mended =
                street.send(
                        street.get(found.path() + "/correction"),
                        FORM,
                        new Answers().put("原因", "没有排午班").put("因", "写漏了"));
        assertThat(mended.text("dl.facts")).as("自己补的自己改").contains("没有排午班");
        assertThat(street.get("/").text("#changed")).doesNotContain("窗口午间无人");
        assertThat(supervision.get("/").text("main")).contains("别的单位七天内改动的", "窗口午间无人", "因：补填");

        supervision.send(
                supervision.get(found.path() + "/withdrawal"),
                WITHDRAWAL,
                new Answers().put("因", "列错了单位"));
        assertThat(street.get("/").text("main")).contains("别的单位七天内改动的", "窗口午间无人", "因：列错了单位");
    }

    @Test
    @DisplayName("本单位本月记录只数自己记的、没有撤销的，点开正是那几笔")
    void ownRecordsOfTheMonth() {
        Visitor street = mingze.account("p019");
        long before = monthly(street);
        String withdrawn = street().path();
        street();
        assertThat(monthly(street)).isEqualTo(before + 2);
        street.send(
                street.get(withdrawn + "/withdrawal"), WITHDRAWAL, new Answers().put("因", "重了"));
        Visitor supervision = mingze.account("p011");
        supervision.send(
                supervision.get("/records/new/Finding"),
                FORM,
                new Answers()
                        .put("源", "督查")
                        .put("述", "公示栏没有更新")
                        .put("责任单位", "qingshi.gongwei")
                        .put("日", today));
        assertThat(monthly(street)).isEqualTo(before + 1);
        Visitor.Page list =
                street.get(street.get("/").document().select("aside a:contains(逐笔看)").attr("href"));
        assertThat(list.document().select("tbody tr")).hasSize((int) before + 1);
        assertThat(list.text("tbody")).doesNotContain("公示栏没有更新");
    }

    private static long monthly(Visitor street) {
        String tally = street.get("/").text("section.part:has(h2:contains(本单位本月记录)) .tally");
        return Long.parseLong(tally);
    }

    @Test
    @DisplayName("信访局办事员登记的来信，本局的岗位都看得到是谁来的，别的部门看不到")
    void readWhereItWasEntered() {
        Visitor clerk = mingze.account("p015");
        Visitor.Page taken =
                clerk.send(
                        clerk.get("/petitions/new"),
                        "form[action=/petitions]",
                        new Answers().put("人", "褚某丁").put("诉求", "修渠"));
        String record = taken.path().replace("dossiers", "records");
        assertThat(mingze.account("p014").get(record).text("dl.facts")).contains("褚某丁", "修渠");
        assertThat(mingze.account("p011").get(record).text("main")).doesNotContain("褚某丁");
        Visitor.Page mended =
                clerk.send(
                        clerk.get(record + "/correction"),
                        FORM,
                        new Answers().put("诉求", "修渠和桥").put("因", "漏写"));
        assertThat(mended.text("dl.facts")).as("没有改的名字还在").contains("褚某丁", "修渠和桥");
        Visitor.Page named =
                clerk.send(
                        clerk.get(record + "/correction"),
                        FORM,
                        new Answers().put("人", "褚某辰").put("因", "写错一字"));
        assertThat(named.text("dl.facts")).contains("褚某辰");
    }

    @Test
    @DisplayName("交街道办理的来信，街道信访办读得到是谁、为什么来；街道别的内设机构读不到")
    void readByWhoeverHandlesIt() {
        Visitor clerk = mingze.account("p015");
        Visitor.Page taken =
                clerk.send(
                        clerk.get("/petitions/new"),
                        "form[action=/petitions]",
                        new Answers()
                                .put("人", "卫某己")
                                .put("诉求", "修堤")
                                .put("机构", "qingshi.banshichu"));
        String record = taken.path().replace("dossiers", "records");
        Visitor office = mingze.account("p024");
        office.post("/acting-post", new Answers().put("post", "qingshi.xinfangban.head"));
        assertThat(office.get(record).text("dl.facts")).contains("卫某己", "修堤");
        assertThat(mingze.account("p028").get(record).text("main")).doesNotContain("卫某己");
    }

    @Test
    @DisplayName("自己整改的，从记一笔也不能自己验收：和案卷里一样不收，填的都在")
    void verifiedByAnother() {
        Visitor.Page own = verifiedByOneself("台账三天没有登记", today);
        assertThat(own.status()).isEqualTo(409);
        assertThat(own.text(".refusal")).contains("现在不能记下验收", "没有入账");
        assertThat(own.document().select("[name=结论] [selected], [name=结论][checked]").val())
                .isEqualTo("通过");
    }

    @Test
    @DisplayName("记自己约谈自己的，表单上就写明不合，照记、判违；读不到对象的看不到是谁")
    void talkedToOneself() {
        Visitor discipline = mingze.account("p021");
        Visitor.Page form = discipline.get("/records/new/Talk?类=约谈&对象=p021");
        String post = form.document().select("[name=谈话人] [selected]").val();
        Visitor.Page own =
                discipline.send(
                        form,
                        FORM,
                        new Answers()
                                .put("谈话人", post)
                                .put("对象", "p021")
                                .put("日", today)
                                .put("again", "show"));
        assertThat(own.text("main")).contains("约谈的是别人，不约谈自己", "对象=何允中。事实照记");
        Visitor.Page entered =
                discipline.send(
                        form,
                        FORM,
                        new Answers().put("谈话人", post).put("对象", "p021").put("日", today));
        assertThat(entered.text(".notice")).contains("对象=何允中），事实照记");
        assertThat(entered.text("main")).contains("不合：对象=何允中");
        Visitor.Page looking = mingze.account("p011").get(entered.path());
        assertThat(looking.text("main"))
                .contains("约谈的是别人，不约谈自己", "“对象”隐去")
                .doesNotContain("对象=何允中");
    }

    @Test
    @DisplayName("事后记的自行验收照实入账、判违，案卷仍然待验收")
    void verifiedByOneselfBefore() {
        LocalDate day = LocalDate.parse(today).minusDays(1);
        Visitor.Page own = verifiedByOneself("值班表两天没有更新", day.toString());
        assertThat(own.path()).as(own.text("#faults")).matches("/records/\\d+");
        Visitor supervision = mingze.account("p011");
        Visitor.Page dossier =
                supervision.get(own.document().select("a[href^=/dossiers/]").attr("href"));
        assertThat(dossier.text("main")).contains("现在：待验收", "（自行验收，不算）");
        Visitor.Page closed = mingze.account("p019").get(dossier.path());
        assertThat(closed.text("#verifications")).as("谁都能验收，除了谁").contains("除了", "别的岗位都能办，就近的有");
    }

    private Visitor.Page verifiedByOneself(String what, String day) {
        Visitor supervision = mingze.account("p011");
        Visitor.Page found =
                supervision.send(
                        supervision.get("/records/new/Finding"),
                        FORM,
                        new Answers()
                                .put("源", "督查")
                                .put("述", what)
                                .put("责任单位", "qingshi.gongwei")
                                .put("日", day));
        String problem = found.path().replaceAll("\\D", "");
        Visitor street = mingze.account("p019");
        Visitor.Page mended =
                street.send(
                        street.get("/records/new/Rectification?" + "问题=" + problem),
                        FORM,
                        new Answers().put("情况", "已经补登").put("日", day));
        assertThat(mended.path()).as(mended.text("#faults")).matches("/records/\\d+");
        String rectified = mended.path().replaceAll("\\D", "");
        return street.send(
                street.get("/records/new/Verification?整改=" + rectified),
                FORM,
                new Answers().put("结论", "通过").put("日", day).file("附.file", "照片.txt", "台账"));
    }
}
