package org.mingze.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mingze.RunningMingze;
import org.mingze.Visitor;
import org.mingze.Visitor.Answers;
import org.mingze.work.ChinaTime;

@DisplayName("台账页和案卷页")
class DossierPagesTest {
    private final RunningMingze mingze = RunningMingze.shared();

    @Test
    @DisplayName("案卷上的相关职责，点开是它的职责页")
    void duties() {
        Visitor visitor = mingze.account("p015");
        Visitor.Page ledger = visitor.get("/ledgers/petitions");
        String dossier = ledger.document().select("a[href^=/dossiers/]").getFirst().attr("href");
        List<String> duties =
                visitor.get(dossier).document().select("aside a[href^=/duties/]").eachAttr("href");
        assertThat(duties).isNotEmpty();
        assertThat(duties).allMatch(each -> visitor.get(each).status() == 200);
    }

    @Test
    @DisplayName("台账列出件数和阶段，打开一件看到经过、期限和相关职责")
    void ledgerAndDossier() {
        Visitor visitor = mingze.visitor("周砚田");
        Visitor.Page ledger = visitor.get("/ledgers/rectification");
        assertThat(ledger.status()).isEqualTo(200);
        assertThat(ledger.title()).isEqualTo("整改台账");
        assertThat(ledger.document().select("tbody tr")).isNotEmpty();
        Visitor.Page open = visitor.get(ledger.document().select(".lede a").attr("href"));
        assertThat(open.document().select("tbody tr"))
                .as("在办的几件，点开正是那几件")
                .hasSize(
                        Integer.parseInt(
                                ledger.document().select(".lede a").eachText().getFirst()));
        String first = ledger.document().select("tbody th a").eachAttr("href").getFirst();
        Visitor.Page dossier = visitor.get(first);
        assertThat(dossier.status()).isEqualTo(200);
        assertThat(dossier.document().select("ol.chain li")).isNotEmpty();
        assertThat(dossier.document().select("ol.stages li[aria-current=step]")).hasSize(1);
        assertThat(dossier.text("aside.side")).contains("相关职责");
    }

    @Test
    @DisplayName("复发的问题，阶段里已销号写的是销号那天，不是后来回头看的那天")
    void closedOnTheDayOfItsClosure() {
        Visitor leader = mingze.account("p001");
        List<Visitor.Page> lookedAt =
                leader
                        .get("/ledgers/rectification?stage=已复发")
                        .document()
                        .select("tbody th a")
                        .eachAttr("href")
                        .stream()
                        .map(leader::get)
                        .filter(page -> page.text("ol.chain").contains("回头看"))
                        .toList();
        assertThat(lookedAt).isNotEmpty();
        for (Visitor.Page page : lookedAt) {
            String closed =
                    page.document().select("ol.chain li:contains(从台账销号)").eachText().getLast();
            String stage = page.document().select("ol.stages li:contains(已销号)").text();
            assertThat(closed).startsWith(stage.replace("已销号", "").strip());
        }
    }

    @Test
    @DisplayName("延期只列制度写明的批准人，别的岗位不收；记错的由记的岗位撤销，期限回到原来，经过里留着")
    void extension() {
        Visitor clerk = mingze.account("p015");
        String path = extendable(clerk);
        Visitor.Page page = clerk.get(path);
        assertThat(page.document().select("#extension select[name=批] option").eachText())
                .hasSize(2)
                .last()
                .asString()
                .endsWith("县信访局局长");
        String before = page.text("aside .gauge");
        Visitor.Page forged =
                clerk.send(page, "#extension form", new Answers().put("批", "no.such.post"));
        assertThat(forged.status()).isEqualTo(422);
        assertThat(forged.text("#extension .fault")).contains("县信访局局长批准，依");
        String most = page.document().select("#extension input[name=限]").val();
        Answers over = new Answers().put("限", String.valueOf(Integer.parseInt(most) + 1));
        Visitor.Page tooLong = clerk.send(page, "#extension form", over);
        assertThat(tooLong.status()).isEqualTo(422);
        assertThat(tooLong.text("#extension .fault")).contains("一次至多延" + most + "日，依");
        assertThat(tooLong.document().title()).as("页首先说有错").startsWith("有错：");
        assertThat(tooLong.text("#faults a[href='#f-限']")).contains("一次至多延" + most + "日，依");
        Visitor.Page done = clerk.send(clerk.get(path), "#extension form", new Answers());
        assertThat(done.text(".notice")).contains("在这一页撤销延期");
        assertThat(done.text("aside .gauge")).isNotEqualTo(before);
        for (String href : done.document().select("ol.chain .receipt a").eachAttr("href")) {
            assertThat(clerk.get(href).status()).as(href).isEqualTo(200);
        }
        assertThat(done.document().select("#extension form")).as("只能延一次").isEmpty();
        assertThat(mingze.account("p014").get(path).document().select("#extension-withdrawal"))
                .isEmpty();
        Visitor.Page back =
                clerk.send(done, "#extension-withdrawal form", new Answers().put("因", "记错了件"));
        assertThat(back.text("aside .gauge")).isEqualTo(before);
        assertThat(back.text("ol.chain li:contains(已撤销)")).contains("延期", "延长" + most + "日");
        assertThat(back.text("ol.chain li:contains(撤销延期)")).contains("记错了件");
    }

    @Test
    @DisplayName("送来的表没有写明看到哪一笔的，说表不全，不说别人改过；写的还在，重新打开就能办")
    void formNotWhole() {
        Visitor supervisor = mingze.account("p011");
        String path = found(supervisor);
        Visitor.Page refused = supervisor.post(path + "/measures", new Answers().put("内容", "补种五棵"));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("main")).contains("送来的表不全", "重新打开案卷").doesNotContain("案卷里有了新的记录");
        assertThat(refused.document().select("#measures textarea[name=内容]").val())
                .isEqualTo("补种五棵");
        Visitor.Page done = supervisor.send(refused, "#measures form", new Answers());
        assertThat(done.text(".notice")).contains("已记下");
    }

    @Test
    @DisplayName("督查室看得到信访局的来件，不替它受理、答复、延期")
    void looksOn() {
        String path = extendable(mingze.account("p015"));
        Visitor.Page seen = mingze.account("p011").get(path);
        assertThat(seen.status()).isEqualTo(200);
        assertThat(seen.text("#extension")).contains("这一件由县信访局办");
        assertThat(seen.document().select("#extension form, #reply form")).isEmpty();
    }

    @Test
    @DisplayName("整改的延期由批准的单位记，责任人自己记不了；验收不通过写明还差什么，责任人今日看得到，再整改")
    void rectified() {
        Visitor responsible = mingze.account("p042");
        Visitor supervisor = mingze.account("p011");
        String path = found(supervisor);
        supervisor.send(supervisor.get(path), "#measures form", new Answers().put("内容", "补种三十五棵"));
        Visitor.Page page = responsible.get(path);
        assertThat(page.document().select("#extension form button")).isEmpty();
        assertThat(mingze.account("p019").get(path).document().select("#extension form"))
                .isNotEmpty();
        assertThat(supervisor.get(path).document().select("#extension")).isEmpty();
        extendedByTheStreet(path);
        page = responsible.get(path);
        responsible.send(page, "#rectifications form", new Answers().put("情况", "补种了三十棵"));
        Answers failed = new Answers().put("结论", "不通过");
        Visitor.Page silent = supervisor.send(supervisor.get(path), "#verifications form", failed);
        assertThat(silent.text("#verifications .fault")).contains("写明还差什么");
        supervisor.send(silent, "#verifications form", failed.put("由", "还少五棵"));
        assertThat(
                        responsible
                                .get("/")
                                .document()
                                .select(
                                        "section[aria-labelledby=returned] .row:has(a[href='"
                                                + path
                                                + "'])")
                                .text())
                .contains("退回", "验收不通过：还少五棵", "再整改");
        Visitor.Page again =
                responsible.send(
                        responsible.get(path),
                        "#rectifications form",
                        new Answers().put("情况", "补齐了"));
        assertThat(again.text("li[aria-current=step]")).contains("待验收");
        assertThat(responsible.get("/").document().select("#returned ~ * a[href='" + path + "']"))
                .isEmpty();
    }

    /// What the street granted stands on 今日 of the village, and so does that it took it back.
    private void extendedByTheStreet(String path) {
        Visitor village = mingze.account("p042");
        Visitor street = mingze.account("p019");
        Visitor.Page granted =
                street.send(street.get(path), "#extension form", new Answers().put("限", "3"));
        String row = "section[aria-labelledby=extended] .row:has(a[href='" + path + "'])";
        assertThat(village.get("/").text(row)).contains("延长3日");
        assertThat(street.get("/").document().select(row)).as("自己记的不告诉自己").isEmpty();
        street.send(granted, "#extension-withdrawal form", new Answers().put("因", "批错了"));
        assertThat(village.get("/").text(row)).contains("撤销延期，因：批错了").doesNotContain("延长3日");
        assertThat(village.get(path).text("ol.chain")).contains("已撤销", "批错了");
    }

    @Test
    @DisplayName("完成期限写在补齐的期限以前的，先到先算：不说成延期，过了就在逾期里")
    void dueBeforeFilling() {
        Visitor supervisor = mingze.account("p011");
        LocalDate today = LocalDate.now(ChinaTime.ZONE);
        Visitor.Page soon = supervisor.get(found(supervisor, "井盖松动", today, today.plusDays(1)));
        assertThat(soon.text("main")).contains("井盖松动").doesNotContain("延期后");
        assertThat(soon.text("aside")).contains(dayWords(today.plusDays(1)) + "到期");
        found(supervisor, "路灯不亮", today.minusDays(5), today.minusDays(1));
        assertThat(supervisor.get("/ledgers/rectification?due=over").text("tbody"))
                .contains("路灯不亮")
                .doesNotContain("井盖松动");
        assertThat(mingze.account("p042").get("/").text("main")).contains("路灯不亮");
    }

    private static String dayWords(LocalDate day) {
        return day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
    }

    private static String found(Visitor supervisor, String what, LocalDate day, LocalDate due) {
        Visitor.Page done =
                supervisor.send(
                        supervisor.get("/records/new/Finding"),
                        "form.entry",
                        new Answers()
                                .put("源", "督查")
                                .put("述", what)
                                .put("原因", "巡查不到位")
                                .put("责任单位", "qingshi.beijing")
                                .put("责任人", "qingshi.beijing.secretary")
                                .put("日", day.toString())
                                .put("期限", due.toString()));
        return "/dossiers/" + done.text(".notice").replaceAll("\\D*(\\d+).*", "$1");
    }

    private static String found(Visitor supervisor) {
        Visitor.Page form = supervisor.get("/records/new/Finding");
        Visitor.Page done =
                supervisor.send(
                        form,
                        "form.entry",
                        new Answers()
                                .put("源", "督查")
                                .put("述", "行道树缺株")
                                .put("原因", "冬季管护不到位")
                                .put("责任单位", "qingshi.beijing")
                                .put("责任人", "qingshi.beijing.secretary")
                                .put("期限", "2027-03-26"));
        String entered = done.text(".notice").replaceAll("\\D*(\\d+).*", "$1");
        return "/dossiers/" + entered;
    }

    private static String extendable(Visitor clerk) {
        return clerk
                .get("/ledgers/petitions?stage=办理中")
                .document()
                .select("tbody th a")
                .eachAttr("href")
                .stream()
                .filter(href -> !clerk.get(href).document().select("#extension form").isEmpty())
                .findFirst()
                .orElseThrow();
    }

    @Test
    @DisplayName("问得不多的表单一次问全：受理否和告知不收在补充里")
    void askedWhole() {
        Visitor.Page form = mingze.account("p015").get("/records/new/Acceptance");
        assertThat(form.document().select(".entry-form > [id=f-受理否], .entry-form > [id=f-告知]"))
                .hasSize(2);
    }

    @Test
    @DisplayName("筛了一栏以后，每个阶段写几件，点开就是几件")
    void stagesCountWhatTheColumnsLetThrough() {
        Visitor supervision = mingze.account("p011");
        Visitor.Page all = supervision.get("/ledgers/rectification");
        List<String> sources =
                all.document().select("select[name=source] option[value~=.]").eachAttr("value");
        assertThat(sources).hasSizeGreaterThan(1);
        for (String source : sources) {
            Visitor.Page one =
                    supervision.get(
                            "/ledgers/rectification?source="
                                    + URLEncoder.encode(source, StandardCharsets.UTF_8));
            for (Element view : one.document().select(".views a:has(.tally)")) {
                String counted = view.select(".tally").text();
                if (counted.equals("0")) {
                    continue;
                }
                assertThat(supervision.get(view.attr("href")).text("main"))
                        .as(source + view.text())
                        .contains("共" + counted + "件");
            }
        }
    }

    @Test
    @DisplayName("信访台账和没有的台账")
    void others() {
        Visitor visitor = mingze.visitor("周砚田");
        assertThat(visitor.get("/ledgers/petitions").title()).isEqualTo("信访台账");
        assertThat(visitor.get("/ledgers/nothing").status()).isEqualTo(404);
        assertThat(visitor.get("/dossiers/99999999").text("h1")).contains("没有第99999999号案卷");
    }
}
