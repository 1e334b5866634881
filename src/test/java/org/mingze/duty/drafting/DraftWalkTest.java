package org.mingze.duty.drafting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mingze.RunningMingze;
import org.mingze.Visitor;
import org.mingze.Visitor.Answers;
import org.mingze.Visitor.Page;
import org.mingze.access.Office;
import org.mingze.duty.showing.DayWords;
import org.mingze.work.ChinaTime;

@DisplayName("从草案到施行，不用脚本")
class DraftWalkTest {
    private final Visitor office = RunningMingze.shared().account("p008");
    private final Visitor township = RunningMingze.shared().visitor("周砚田");

    @Test
    @DisplayName("别人起草的，村里不能改也不能丢弃，能照它另起一份；县里可以丢弃")
    void ofAnother() {
        Page begun = township.send(township.get("/drafts"), "form[action=/drafts]", new Answers());
        assertThat(begun.text("label small")).contains("周砚田起草");
        Visitor village = RunningMingze.shared().account("p042");
        Page seen = village.get(begun.path());
        assertThat(seen.document().select("button[formaction$=discard]")).isEmpty();
        Page refused = village.post(begun.path() + "/discard", new Answers().put("text", "空"));
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text("main")).contains("由周砚田起草").contains("另起一份");
        Page own = village.send(seen, "form:has(textarea)", new Answers());
        assertThat(own.path()).startsWith("/drafts/").isNotEqualTo(begun.path());
        Page gone = office.send(office.get(begun.path()), "form:has(textarea)", new Answers());
        assertThat(gone.status()).isEqualTo(200);
        assertThat(office.get(begun.path()).text("label small")).contains("周砚田起草");
    }

    @Test
    @DisplayName("写一部新的，改到没有错，在过去一年上试行，施行，设参，对照，再废止")
    void walk() {
        Page draft = office.send(office.get("/drafts"), "form[action=/drafts]", new Answers());
        String today = LocalDate.now(ChinaTime.ZONE).toString();
        String text =
                draft.document()
                        .select("textarea")
                        .val()
                        .replaceAll("自: \\d{4}-\\d\\d-\\d\\d", "自: " + today)
                        .replace("local.example", "local.walk")
                        .replace("某某制度", "试写制度");
        Page broken =
                office.send(
                        draft,
                        "form:has(textarea)",
                        new Answers().put("text", text.replace("频次", "频率")));
        assertThat(broken.text("#checks h2")).contains("有").contains("处要改");
        assertThat(broken.text("#checks li")).contains("行").contains("怎么改");
        assertThat(broken.document().select("#checks .acts a")).isEmpty();
        assertThat(broken.text("#checks li code")).as("那一行的原文").contains("频率");
        assertThat(broken.document().select("#checks li a").attr("href")).isEqualTo("#text");

        Page sound = office.send(broken, "form:has(textarea)", new Answers().put("text", text));
        assertThat(sound.text("#checks h2")).isEqualTo("没有错，1项职责，1项在等数");
        assertThat(sound.text("#checks .says")).contains("每季").contains("学习");
        assertThat(sound.text("#checks")).contains("今天落在").contains("在等：学习次数");

        Page trial = office.get(sound.document().select("#checks a").get(0).attr("href"));
        assertThat(trial.title()).contains("照草案判");
        assertThat(trial.text(".trial")).contains("未启用");

        Page enactment = office.get(sound.document().select("#checks a").get(1).attr("href"));
        Page without = office.send(enactment, "form[action$=enactment]", new Answers());
        assertThat(without.text("#faults")).contains("写明依据的文号");
        Page enacted =
                office.send(
                        without, "form[action$=enactment]", new Answers().put("据", "明委〔2026〕1号"));
        assertThat(enacted.title()).isEqualTo("试写制度");
        assertThat(enacted.text(".notice")).contains("施行了：试写制度").contains("入账第");
        assertThat(enacted.text("main")).contains("学习次数没有来源");

        Page setting = office.get("/institutions/local.walk/parameters/学习次数");
        assertThat(setting.text(".facts")).contains("型 整");
        Page tooLow =
                office.send(
                        setting,
                        "form[action*=parameters]",
                        new Answers().put("值", "0").put("据", "明委〔2026〕2号"));
        assertThat(tooLow.text("#faults")).contains("上下界");
        Page set =
                office.send(
                        tooLow,
                        "form[action*=parameters]",
                        new Answers().put("值", "2").put("据", "明委〔2026〕2号"));
        assertThat(set.text(".notice")).contains("设好了：学习次数");
        assertThat(set.text(".says")).contains("2");
        changedAfterSending(
                tooLow, new Answers().put("值", "3").put("据", "明委〔2026〕2号"), "input[name=值]");

        Page single = office.get("/institutions/local.walk/comparison");
        assertThat(single.text("h1")).isEqualTo("只施行过一版");
        assertThat(single.document().select("form.filters, .lines")).isEmpty();
        assertThat(single.document().select(".head a[href=/institutions/local.walk]").eachText())
                .contains("看它的条文与职责");

        Page repeal = office.get("/institutions/local.walk/repeal");
        Page early =
                office.send(
                        repeal,
                        "form[action$=repeal]",
                        new Answers().put("自", "2025-01-01").put("据", "明委〔2026〕3号"));
        String first = DayWords.full(LocalDate.parse(today));
        assertThat(early.text("#faults"))
                .contains(first + "起施行，废止不能在这一天以前，最早写" + first)
                .doesNotContain(today);
        Page repealed =
                office.send(repeal, "form[action$=repeal]", new Answers().put("据", "明委〔2026〕3号"));
        assertThat(repealed.text(".notice")).contains("废止了：试写制度");
        assertThat(repealed.text(".tags")).contains("已废止");
        assertThat(repealed.text(".notice.is-warn"))
                .as("哪一笔废止的")
                .contains("起废止")
                .contains("明委〔2026〕3号")
                .contains("章书简");
        assertThat(repealed.document().select("a[href$=repeal], a[href$=suspension]")).isEmpty();
        assertThat(repealed.document().select("a[href*=/parameters/]")).as("废止了不再设数").isEmpty();
        assertThat(office.get("/institutions/local.walk/repeal").status()).isEqualTo(403);
        changedAfterSending(repeal, new Answers().put("据", "明委〔2026〕4号"), "input[name=据]");
        setMeanwhile(text);
    }

    /// Goes back to a form that was sent, and sends it with other words.
    private void changedAfterSending(Page form, Answers otherwise, String typed) {
        Page changed = office.send(form, "form:has([name=据])", otherwise);
        assertThat(changed.status()).isEqualTo(409);
        assertThat(changed.text("#refusal")).contains("后来改的没有登记");
        assertThat(changed.document().select("#refusal a").attr("href"))
                .isEqualTo("/institutions/local.walk");
        assertThat(changed.document().select(typed).attr("value")).isIn("3", "明委〔2026〕4号");
        assertThat(changed.document().select("[name=key]").val())
                .isNotEqualTo(form.document().select("[name=key]").val());
    }

    private void setMeanwhile(String text) {
        Page draft = office.send(office.get("/drafts"), "form[action=/drafts]", new Answers());
        String tomorrow = LocalDate.now(ChinaTime.ZONE).plusDays(1).toString();
        Page changed =
                office.send(
                        draft,
                        "form:has(textarea)",
                        new Answers()
                                .put(
                                        "text",
                                        text.replaceAll("自: \\d{4}-\\d\\d-\\d\\d", "自: " + tomorrow)
                                                .replace("值: 待定", "值: 5")
                                                .replace("名: 每季度的学习", "名: 每季度学一次")));
        String said = "县里定为2（" + LocalDate.now(ChinaTime.ZONE) + "起，明委〔2026〕2号），稿中写的是5";
        assertThat(changed.text("#checks")).as("检查说另有设定").contains("稿中的学习次数不会生效").contains(said);
        Page trial = office.get(changed.document().select("#checks .acts a").get(0).attr("href"));
        assertThat(trial.text("main")).as("试行说另有设定").contains(said);
        assertThat(trial.document().select(".set a").attr("href"))
                .startsWith("/institutions/local.walk/parameters/");
        Page enactment =
                office.get(changed.document().select("#checks .acts a").get(1).attr("href"));
        assertThat(enactment.text("main")).as("施行前说另有设定").contains(said);
        Page enacted =
                office.send(
                        enactment, "form[action$=enactment]", new Answers().put("据", "明委〔2026〕4号"));
        assertThat(enacted.status()).isEqualTo(200);
        assertThat(
                        office.get("/institutions/local.walk/comparison")
                                .document()
                                .select(".lines .is-changed mark")
                                .eachText())
                .as("改了的字")
                .contains("待定", "5");
        assertThat(
                        office.get("/institutions/local.walk/comparison")
                                .document()
                                .select(".versus th[scope=row]")
                                .eachText())
                .as("改了名的还是那一项")
                .containsExactly("每季度学一次（原称“每季度的学习”）");
        assertThat(office.get("/institutions/local.walk/comparison").text(".set"))
                .as("对照说另有设定")
                .contains("两边写的学习次数都不作数")
                .contains("旧的写待定，新的写5");
    }

    @Test
    @DisplayName("明天才施行的一部，页上写的是明天起的数，不说没有来源、未启用")
    void planned() {
        String tomorrow = LocalDate.now(ChinaTime.ZONE).plusDays(1).toString();
        Page draft = office.send(office.get("/drafts"), "form[action=/drafts]", new Answers());
        String text =
                draft.document()
                        .select("textarea")
                        .val()
                        .replaceAll("自: \\d{4}-\\d\\d-\\d\\d", "自: " + tomorrow)
                        .replace("local.example", "local.tomorrow")
                        .replace("值: 待定", "值: 3");
        Page changed = office.send(draft, "form:has(textarea)", new Answers().put("text", text));
        Page enactment =
                office.get(changed.document().select("#checks .acts a").get(1).attr("href"));
        office.send(enactment, "form[action$=enactment]", new Answers().put("据", "明委〔2026〕6号"));
        assertThat(office.get("/institutions/local.tomorrow").text("main"))
                .contains("至少要有3次")
                .doesNotContain("未启用")
                .doesNotContain("没有来源，");
    }

    @Test
    @DisplayName("从现行的一版改起：改了哪几项看得见，同一天的一版不能再施行")
    void begunFromAVersion() {
        Page institution = office.get("/institutions/party.centre.group");
        Page draft = office.send(institution, "form[action=/drafts]", new Answers());
        assertThat(draft.text("#checks h2")).contains("没有错");
        Page trial = office.get(draft.document().select("#checks a").get(0).attr("href"));
        assertThat(trial.title()).isEqualTo("与现行各版没有差别");
        Page enactment = office.get(draft.document().select("#checks a").get(1).attr("href"));
        Page unsure =
                office.send(
                        enactment, "form[action$=enactment]", new Answers().put("据", "明委〔2026〕1号"));
        assertThat(unsure.text("#faults")).contains("这是中共中央办公厅的制度").contains("核对过");
        Page refused =
                office.send(unsure, "form[action$=enactment]", new Answers().put("上级", "核对过"));
        assertThat(refused.text("#faults")).contains("里已有").contains("改“施行”的“自”");
        assertThat(office.get("/institutions/party.centre.group/comparison").title())
                .isEqualTo("只施行过一版");
    }

    @Test
    @DisplayName("暂停了的，页上写着由哪一笔暂停，能恢复；恢复了照原文再计")
    void suspendedAndResumed() {
        String today = LocalDate.now(ChinaTime.ZONE).toString();
        Page draft = office.send(office.get("/drafts"), "form[action=/drafts]", new Answers());
        String text =
                draft.document()
                        .select("textarea")
                        .val()
                        .replaceAll("自: \\d{4}-\\d\\d-\\d\\d", "自: 2026-01-01")
                        .replace("local.example", "local.pause");
        office.send(draft, "form:has(textarea)", new Answers().put("text", text));
        office.send(
                office.get(draft.path() + "/enactment"),
                "form[action$=enactment]",
                new Answers().put("据", "明委〔2026〕6号"));
        Page suspended =
                office.send(
                        office.get("/institutions/local.pause/suspension"),
                        "form[action$=suspension]",
                        new Answers().put("自", "2026-03-01").put("据", "明委〔2026〕7号"));
        assertThat(suspended.text(".notice.is-warn"))
                .contains("2026年3月1日起暂停")
                .contains("明委〔2026〕7号");
        assertThat(suspended.document().select("a[href$=suspension]")).isEmpty();
        assertThat(
                        township.get("/institutions/local.pause")
                                .document()
                                .select("a[href$=resumption]"))
                .as("街道不能恢复")
                .isEmpty();
        assertThat(office.get("/institutions").text("li:has(a[href$=local.pause])"))
                .contains("2026年3月1日起暂停")
                .doesNotContain("起施行");
        Page early =
                office.send(
                        office.get("/institutions/local.pause/resumption"),
                        "form[action$=resumption]",
                        new Answers().put("自", "2026-02-01").put("据", "明委〔2026〕8号"));
        String after = "2026年3月1日起暂停，恢复要在这一天以后，最早写2026年3月2日";
        assertThat(early.text("#faults")).contains(after);
        Page same =
                office.send(
                        early, "form[action$=resumption]", new Answers().put("自", "2026-03-01"));
        assertThat(same.text("#faults")).contains(after).doesNotContain("里已有");
        Page resumed = office.send(same, "form[action$=resumption]", new Answers().put("自", today));
        assertThat(resumed.text(".notice")).contains("恢复了").doesNotContain("起暂停");
        assertThat(resumed.text(".tags")).contains("施行");
        assertThat(resumed.document().select(".versions small").eachText())
                .satisfiesExactly(
                        last -> assertThat(last).startsWith("恢复入账第"),
                        second -> assertThat(second).startsWith("暂停入账第"),
                        first -> assertThat(first).startsWith("施行入账第"));
        Page act = office.get(resumed.document().select(".versions small a").attr("href"));
        assertThat(act.text("h1")).startsWith("恢复《");
        assertThat(act.text("main dl")).contains("类 恢复");
        again(today);
    }

    @Test
    @DisplayName("先定了以后暂停，又从今天起暂停：显示今天起的一版，以后的恢复和暂停写明哪天起；没到日子的收得回，到了的收不回")
    void suspendedBeforeAPlannedSuspension() {
        LocalDate today = LocalDate.now(ChinaTime.ZONE);
        Page draft = office.send(office.get("/drafts"), "form[action=/drafts]", new Answers());
        String text =
                draft.document()
                        .select("textarea")
                        .val()
                        .replaceAll("自: \\d{4}-\\d\\d-\\d\\d", "自: 2026-01-01")
                        .replace("local.example", "local.planned");
        office.send(draft, "form:has(textarea)", new Answers().put("text", text));
        Page enacting = office.get(draft.path() + "/enactment");
        assertThat(enacting.text("main")).contains("“自”这一天或以后开始的期").contains("此前开始的期，照原来的一版判到期末");
        office.send(enacting, "form[action$=enactment]", new Answers().put("据", "明委〔2026〕12号"));
        ending("suspension", "2040-01-01");
        Page suspended = ending("suspension", today.toString());
        assertThat(suspended.text(".versions .is-now")).contains(today.toString());
        assertThat(suspended.text(".source")).contains(today.toString()).doesNotContain("2040");
        assertThat(suspended.text(".tags")).contains("2040年1月1日起暂停");
        assertThat(suspended.text(".versions")).contains("尚未暂停");
        Page resumed = ending("resumption", today.plusDays(1).toString());
        assertThat(resumed.text(".versions .is-now")).contains(today.toString());
        assertThat(resumed.text(".tags")).contains("起恢复").contains("2040年1月1日起暂停");
        assertThat(resumed.text(".versions")).contains("尚未恢复");
        takesBack(resumed.document().select(".versions small a").getFirst().attr("href"));
        assertThat(office.get("/institutions/local.planned").text(".tags"))
                .contains("起恢复")
                .doesNotContain("2040年");
        Page repealed = ending("repeal", "2041-01-01");
        assertThat(repealed.document().select("a[href$=/repeal]")).isEmpty();
        takesBack(repealed.document().select(".notice a[href*=/acts/]").attr("href"));
        assertThat(office.get("/institutions/local.planned").document().select("a[href$=/repeal]"))
                .isNotEmpty();
        String inForce =
                suspended.document().select(".versions .is-now a[href*=/acts/]").attr("href");
        assertThat(office.get(inForce + "/withdrawal").text("main")).contains("不能收回", "照它判过");
    }

    private void takesBack(String act) {
        assertThat(township.get(act).document().select(".head a[href$=/withdrawal]")).isEmpty();
        Page asked =
                office.get(
                        office.get(act)
                                .document()
                                .select(".head a[href$=/withdrawal]")
                                .attr("href"));
        String form = "form[action$=/withdrawal]";
        assertThat(office.send(asked, form, new Answers()).text("#faults")).contains("依据");
        Page back = office.send(asked, form, new Answers().put("据", "明委〔2026〕14号"));
        assertThat(back.text(".notice")).contains("已收回");
    }

    private Page ending(String act, String from) {
        return office.send(
                office.get("/institutions/local.planned/" + act),
                "form[action$=" + act + "]",
                new Answers().put("自", from).put("据", "明委〔2026〕13号"));
    }

    private void again(String today) {
        Page twice =
                office.send(
                        office.get("/institutions/local.pause/suspension"),
                        "form[action$=suspension]",
                        new Answers().put("自", today).put("据", "明委〔2026〕11号"));
        assertThat(twice.text("#faults")).contains("起恢复，暂停要在这一天以后");
    }

    @Test
    @DisplayName("制度列表的标题数的与“全部”一样多；施行的一笔没有另写依据的，写条文里的依")
    void countsAlike() {
        Page list = township.get("/institutions");
        assertThat(list.title())
                .startsWith(
                        "制度" + list.document().select(".views .tally").eachText().getFirst() + "部");
        Page institution = township.get("/institutions/discipline.round");
        Page act = township.get(institution.document().select(".versions small a").attr("href"));
        assertThat(act.text("main dl")).contains("依据 青街工委〔2024〕21号");
    }

    @Test
    @DisplayName("有未启用职责的，标签上数的部数与下面列的一样多；筛了的，制定机关的次序照旧")
    void filteredAlike() {
        Page all = township.get("/institutions");
        Page open = township.get("/institutions?open=1");
        assertThat(open.text(".views [aria-current] .tally"))
                .isEqualTo("" + open.document().select("main .row").size());
        List<String> issuers = all.document().select("section.part h2").eachText();
        for (String words : List.of("党", "应当", "检查", "公开")) {
            List<String> found =
                    township.get("/institutions?find=" + words)
                            .document()
                            .select("section.part h2")
                            .eachText();
            assertThat(found)
                    .as(words)
                    .isEqualTo(issuers.stream().filter(found::contains).toList());
        }
    }

    @Test
    @DisplayName("上级的制度在本县暂停，制度列表里仍在它的制定机关下，写着暂停；暂停的一笔有页")
    void suspendedUnderItsIssuer() {
        String id =
                office.get("/institutions")
                        .document()
                        .select("section.part:not(:has(h2:contains(县里和乡镇街道制定))) .row-title a")
                        .eachAttr("href")
                        .getLast()
                        .replace("/institutions/", "");
        LocalDate today = LocalDate.now(ChinaTime.ZONE);
        String issuer = issuerOf(id);
        Page suspended =
                office.send(
                        office.get("/institutions/" + id + "/suspension"),
                        "form[action$=suspension]",
                        new Answers()
                                .put("自", today.minusDays(1).toString())
                                .put("据", "明委〔2026〕9号")
                                .put("上级", "yes"));
        try {
            assertThat(issuerOf(id)).isEqualTo(issuer).isNotEqualTo("县里和乡镇街道制定");
            assertThat(office.get("/institutions").text("li:has(a[href$=" + id + "])"))
                    .contains("暂停");
            String act = suspended.document().select(".notice.is-warn a").attr("href");
            Page entry = township.get(act);
            assertThat(entry.text("h1")).startsWith("暂停《");
            assertThat(entry.text("main")).contains("明委〔2026〕9号", "由谁入账");
            assertThat(entry.document().select("main dl a").attr("href")).contains(id);
            Visitor administrator = RunningMingze.shared().administrator(Office.SECURITY);
            assertThat(administrator.get("/institutions").status()).isEqualTo(403);
            assertThat(administrator.get(act).status()).isEqualTo(403);
            assertThat(township.get(act.replace(id, "local.example")).status()).isEqualTo(404);
        } finally {
            office.send(
                    office.get("/institutions/" + id + "/resumption"),
                    "form[action$=resumption]",
                    new Answers()
                            .put("自", today.toString())
                            .put("据", "明委〔2026〕10号")
                            .put("上级", "yes"));
        }
        assertThat(issuerOf(id)).isEqualTo(issuer);
    }

    private String issuerOf(String id) {
        return office.get("/institutions")
                .text("section.part:has(a[href$=/institutions/" + id + "]) h2");
    }

    @Test
    @DisplayName("试行的每一格通向它数的各项，一页一页都看得到；只在草案里的项就地展开")
    void cellsOfATrial() {
        Page begun =
                office.send(
                        office.get("/institutions/party.centre.group"),
                        "form[action=/drafts]",
                        new Answers());
        String text = begun.document().select("textarea").val().replace("至少: 1", "至少: 2");
        String duty = text.substring(text.indexOf("  - 号: 中心组.季"), text.indexOf("  - 号: 中心组.天"));
        Page sound =
                office.send(
                        begun,
                        "form:has(textarea)",
                        new Answers()
                                .put(
                                        "text",
                                        text.replace(
                                                duty,
                                                duty
                                                        + duty.replace("中心组.季", "中心组.新")
                                                        + duty.replace("中心组.季", "中心组.又"))));
        Page trial = office.get(sound.document().select("#checks .acts a").get(0).attr("href"));
        assertThat(trial.document().select("#list .row-title a[href*=中心组.新]")).isEmpty();
        assertThat(trial.text("#list details")).contains("无此事项");
        assertThat(trial.document().select(".trial-extra thead th")).hasSize(15);
        assertThat(trial.document().select(".trial-extra td:not(:empty)").eachText())
                .isNotEmpty()
                .allMatch(cell -> cell.matches("[多少]\\d+(\\.\\d)?"));
        String duties = trial.document().select("#list .row-title a").attr("href");
        assertThat(office.get(duties).status()).as(duties).isEqualTo(200);
        for (Element cell : trial.document().select(".trial td a")) {
            Page listed = office.get(cell.attr("href").replace("#list", ""));
            assertThat(listed.text("#list .tally")).isEqualTo(cell.text());
            assertThat(listed.document().select("#list .row")).isNotEmpty();
            assertThat(listed.text(".trial [aria-current]")).isEqualTo(cell.text());
        }
        String next = trial.document().select("#list [data-step=next]").attr("href");
        assertThat(next).as("不止一页").isNotEmpty();
        assertThat(office.get(next.replace("#list", "")).text("#list .pager")).contains("第41–");
    }

    @Test
    @DisplayName("街道的岗位能起草和试行，不能施行、暂停、废止，页上也没有")
    void whoMayEnact() {
        Page refused = township.get("/institutions/party.centre.group/repeal");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text("main")).contains("制度由县委或县政府的岗位废止");
        assertThat(township.get("/institutions/party.centre.group/suspension").status())
                .isEqualTo(403);
        assertThat(township.get("/drafts").status()).isEqualTo(200);
        Page page = township.get("/institutions/party.centre.group");
        assertThat(page.document().select("a[href$=repeal], a[href$=suspension]")).isEmpty();
    }
}
