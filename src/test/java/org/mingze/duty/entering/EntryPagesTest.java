package org.mingze.duty.entering;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mingze.RunningMingze;
import org.mingze.Visitor;
import org.mingze.duty.showing.DutyLinks;
import org.mingze.institution.expression.Value;
import org.mingze.work.ChinaTime;
import org.mingze.work.CountyLedgers;
import org.mingze.work.Knowledge;
import org.mingze.work.RecordHistory;

@DisplayName("记一笔、更正、撤销，在真正的程序里")
class EntryPagesTest {
    private static final String FORM = "form.entry";

    private final Visitor secretary = RunningMingze.shared().visitor("周砚田");
    private final Visitor township = RunningMingze.shared().holder("liuhe.dangwei.secretary");
    private final LocalDate today = LocalDate.now(ChinaTime.ZONE);

    /// The quarterly study duty of a township whose second quarter has none.
    private static String studyDuty() {
        return "/duties/party.centre.group/"
                + DutyLinks.encoded("中心组.季")
                + "?bearer=liuhe.dangwei&occasion=2026"
                + DutyLinks.encoded("二季");
    }

    private static long size() {
        return RunningMingze.shared().bean(CountyLedgers.class).ask(1, known -> known.size());
    }

    private static Visitor.Answers study() {
        return new Visitor.Answers()
                .put("机构", "liuhe.dangwei")
                .put("类", "研讨")
                .put("题", "补记二季度研讨")
                .put("日", "2026-06-18");
    }

    @Test
    @DisplayName("记一次带材料的研讨，季度职责由违转为已履，到期时仍是违；更正去掉材料又转回违；撤销后不计")
    void studyTurnsTheDuty() {
        assertThat(township.get(studyDuty()).text(".verdict .mark")).isEqualTo("违");
        Visitor.Page form = township.get("/records/new/Study");
        assertThat(form.status()).isEqualTo(200);
        assertThat(form.document().select("[name=机构] [selected]").attr("value"))
                .isEqualTo("liuhe.dangwei");
        Visitor.Page record = township.send(form, FORM, study().file("材料.file", "讲稿.txt", "学习讲稿"));
        assertThat(record.path()).matches("/records/\\d+");
        assertThat(record.text(".notice.is-done")).contains("已记下").contains("计入");
        assertThat(record.text(".thumbs")).contains("讲稿.txt");
        assertThat(township.get(studyDuty()).text(".verdict .mark")).isEqualTo("已履");
        assertThat(township.get(studyDuty() + "&known=then").text(".verdict .mark")).isEqualTo("违");

        Visitor.Page correction = township.get(record.path() + "/correction");
        assertThat(correction.status()).isEqualTo(200);
        Visitor.Page nothing =
                township.send(correction, FORM, new Visitor.Answers().put("因", "没有改"));
        assertThat(nothing.status()).isEqualTo(422);
        assertThat(nothing.text("#faults")).contains("写明改哪一项");
        Visitor.Page corrected =
                township.send(
                        correction, FORM, new Visitor.Answers().put("材料", "").put("因", "附件传错"));
        assertThat(corrected.path()).isEqualTo(record.path());
        assertThat(corrected.text(".chain")).contains("更正").contains("附件传错").contains("讲稿.txt");
        assertThat(township.get(studyDuty()).text(".verdict .mark")).isEqualTo("违");
        assertThat(township.get(studyDuty()).text(".against")).contains("材料数=0");

        Visitor.Page withdrawal = township.get(record.path() + "/withdrawal");
        Visitor.Page without =
                township.send(withdrawal, "form.part", new Visitor.Answers().put("因", " "));
        assertThat(without.text("#faults")).contains("写明撤销的理由");
        Visitor.Page gone =
                township.send(withdrawal, "form.part", new Visitor.Answers().put("因", "记错了"));
        assertThat(gone.text(".tags")).contains("已撤销");
        assertThat(gone.text(".chain")).contains("因：记错了");
        assertThat(township.send(withdrawal, "form.part", new Visitor.Answers().put("因", "记错了")))
                .returns(record.path(), Visitor.Page::path);
        Visitor.Page otherwise =
                township.send(withdrawal, "form.part", new Visitor.Answers().put("因", "又想的理由"));
        assertThat(otherwise.status()).as("退回去改了理由再送").isEqualTo(409);
        assertThat(otherwise.text("#refusal")).contains("后来改的没有登记");
        assertThat(otherwise.document().select("form.part")).isEmpty();
        assertThat(gone.document().select("a[href$=correction]")).isEmpty();
        assertThat(township.get(record.path() + "/correction").status()).isEqualTo(403);
    }

    @Test
    @DisplayName("栏照词汇里的叫法写，系统填的栏不问；问题没有写是什么问题，记不下，填的都在")
    void asksInWordsOfTheOffice() {
        Visitor.Page form = secretary.get("/records/new/Finding");
        assertThat(form.text(FORM)).contains("问题来源", "在哪一笔里发现").doesNotContain("读者");
        assertThat(form.document().select("[name=位], [name=读者]")).isEmpty();
        long before = size();
        Visitor.Page silent = secretary.send(form, FORM, new Visitor.Answers().put("源", "走访"));
        assertThat(silent.status()).isEqualTo(422);
        assertThat(silent.text("#faults")).contains("写上问题，再记");
        assertThat(silent.document().select("[name=源] [selected]").attr("value")).isEqualTo("走访");
        assertThat(size()).isEqualTo(before);
    }

    @Test
    @DisplayName("检查填了不合格，不写情况也没有附件的记不下，说写哪一栏；合格的不用写")
    void saysWhatWasFoundWanting() {
        Visitor.Page form = secretary.get("/records/new/Inspection");
        assertThat(form.text(FORM)).contains("检查合格填“否”时要写");
        Visitor.Answers wanting = new Visitor.Answers().put("类", "安全").put("日", today.toString());
        Visitor.Page silent = secretary.send(form, FORM, wanting.put("合格", "否"));
        assertThat(silent.status()).isEqualTo(422);
        assertThat(silent.text("#faults")).contains("检查合格填了“否”，检查情况、附件至少写一项，再记");
        Visitor.Page sound =
                secretary.send(
                        form,
                        FORM,
                        new Visitor.Answers()
                                .put("类", "安全")
                                .put("日", today.toString())
                                .put("合格", "是"));
        assertThat(sound.path()).matches("/records/\\d+");
    }

    @Test
    @DisplayName("标有密级的话记不下，账上什么也没有多")
    void nothingMarkedEnters() {
        long before = size();
        Visitor.Page form = township.get("/records/new/Study");
        Visitor.Page refused = township.send(form, FORM, talkedOf("传达机密★20年文件精神"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("#faults")).contains("标有密级的内容不得录入");
        assertThat(size()).isEqualTo(before);
    }

    private static Visitor.Answers talkedOf(String topic) {
        return new Visitor.Answers()
                .put("机构", "liuhe.dangwei")
                .put("类", "研讨")
                .put("题", topic)
                .put("日", "2026-08-05")
                .file("材料.file", "提纲.txt", "提纲");
    }

    @Test
    @DisplayName("记下以后退回去，原样再送还是那一笔；改了再送，说后来改的没有登记，再按一次另记一笔")
    void changedAfterSending() {
        Visitor.Page form = township.get("/records/new/Study");
        Visitor.Page record = township.send(form, FORM, talkedOf("原来的题目"));
        long entered = size();
        Visitor.Page same = township.send(form, FORM, talkedOf("原来的题目"));
        assertThat(same.path()).isEqualTo(record.path());
        Visitor.Page edited = township.send(form, FORM, talkedOf("退回去改的题目"));
        assertThat(edited.status()).isEqualTo(409);
        assertThat(edited.text("#refusal")).contains("后来改的没有登记").contains("再按一次记下");
        assertThat(edited.document().select("#refusal a").attr("href")).isEqualTo(record.path());
        assertThat(edited.text("textarea[name=题]")).isEqualTo("退回去改的题目");
        assertThat(size()).isEqualTo(entered);
        Visitor.Page second = township.send(edited, FORM, new Visitor.Answers());
        assertThat(second.path()).matches("/records/\\d+").isNotEqualTo(record.path());
        assertThat(second.text("main")).contains("退回去改的题目");
        correctedAfterSending(second.path());
    }

    private void correctedAfterSending(String record) {
        Visitor.Page form = township.get(record + "/correction");
        Visitor.Answers typed = new Visitor.Answers().put("题", "更正的题目").put("因", "写错");
        township.send(form, FORM, typed);
        assertThat(township.send(form, FORM, typed).path()).isEqualTo(record);
        Visitor.Page edited =
                township.send(form, FORM, new Visitor.Answers().put("题", "又改的题目").put("因", "又写错"));
        assertThat(edited.text("#faults")).contains("后来改的没有登记");
        assertThat(township.get(record).text("h1, main")).doesNotContain("又改的题目");
        Visitor.Page corrected = township.send(edited, FORM, new Visitor.Answers());
        assertThat(corrected.path()).isEqualTo(record);
        assertThat(corrected.text("main")).contains("又改的题目");
    }

    @Test
    @DisplayName("别的单位做的事由该单位录；街道书记替别的镇记，不收，填的都在")
    void othersAreRecordedThere() {
        long before = size();
        Visitor.Page refused = secretary.send(secretary.get("/records/new/Study"), FORM, study());
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("#faults")).contains("柳河镇党委，不归你现在的岗位录，由该单位录");
        assertThat(refused.text("textarea[name=题]")).isEqualTo("补记二季度研讨");
        assertThat(size()).isEqualTo(before);
    }

    @Test
    @DisplayName("别的单位的人做的谈话、走访由该单位录：街道书记不替柳河镇党委书记记，填的都在")
    void whatOthersDidIsRecordedThere() {
        long before = size();
        Visitor.Page talk =
                secretary.send(
                        secretary.get("/records/new/Talk"),
                        FORM,
                        new Visitor.Answers()
                                .put("类", "谈心")
                                .put("谈话人", "liuhe.dangwei.secretary")
                                .put("对象", "p019")
                                .put("问题", "替别人记的谈话"));
        assertThat(talk.status()).isEqualTo(422);
        assertThat(talk.text("#faults")).contains("柳河镇党委，不归你现在的岗位录，由该单位录");
        assertThat(talk.text("textarea[name=问题]")).isEqualTo("替别人记的谈话");
        Visitor.Page visit =
                secretary.send(
                        secretary.get("/records/new/Visit"),
                        FORM,
                        new Visitor.Answers().put("类", "调研").put("人", "liuhe.dangwei.secretary"));
        assertThat(visit.status()).isEqualTo(422);
        assertThat(size()).isEqualTo(before);
    }

    @Test
    @DisplayName("别的单位的职责，街道书记打开地址也不给看，说找谁；县里看得到")
    void dutyOfAnotherBody() {
        Visitor.Page refused = secretary.get(studyDuty());
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text("main")).contains("不归你现在的岗位看").contains("上级单位");
        assertThat(RunningMingze.shared().account("p001").get(studyDuty()).status()).isEqualTo(200);
    }

    @Test
    @DisplayName("更正不能把一笔记录改成别的镇的；留在本单位的更正照收")
    void correctionToAnotherBody() {
        Visitor.Page record =
                township.send(
                        township.get("/records/new/Study"),
                        FORM,
                        study().put("题", "本镇的研讨").file("材料.file", "稿.txt", "学习讲稿"));
        Visitor.Page correction = township.get(record.path() + "/correction");
        long before = size();
        Visitor.Page moved =
                township.send(
                        correction,
                        FORM,
                        new Visitor.Answers().put("机构", "chengguan.dangwei").put("因", "换单位"));
        assertThat(moved.status()).isEqualTo(422);
        assertThat(moved.text("#faults")).contains("不归你现在的岗位录，由该单位录");
        assertThat(size()).isEqualTo(before);
        Visitor.Page kept =
                township.send(
                        correction, FORM, new Visitor.Answers().put("题", "本镇的专题").put("因", "题目写错"));
        assertThat(kept.path()).isEqualTo(record.path());
        Visitor.Page gone =
                township.send(
                        township.get(record.path() + "/withdrawal"),
                        "form.part",
                        new Visitor.Answers().put("因", "试过了"));
        assertThat(gone.text(".tags")).contains("已撤销");
    }

    @Test
    @DisplayName("明天的日期、账上没有的号、漏填的必填项，各在那一栏说怎么改，写过的字都在")
    void faults() {
        Visitor.Page form = secretary.get("/records/new/Submission");
        long before = size();
        Visitor.Page shown =
                secretary.send(
                        form,
                        FORM,
                        new Visitor.Answers()
                                .put("日", today.plusDays(1).toString())
                                .put("类", "")
                                .put("前件", "99999999")
                                .put("人数", "三"));
        assertThat(shown.status()).isEqualTo(422);
        assertThat(shown.document().title()).startsWith("有错：");
        assertThat(shown.text("#faults")).contains("不能晚于今天").contains("类").contains("整数");
        assertThat(shown.document().select("[name=日]").attr("value"))
                .isEqualTo(today.plusDays(1).toString());
        assertThat(shown.document().select("[name=人数]").attr("value")).isEqualTo("三");
        Visitor.Page cited =
                secretary.send(
                        secretary.get("/records/new/Submission"),
                        FORM,
                        new Visitor.Answers().put("类", "信访").put("前件", "99999999"));
        assertThat(cited.text("#faults")).contains("第99999999号不在账上");
        assertThat(size()).isEqualTo(before);
    }

    @Test
    @DisplayName("补记一期已过的，日期空着要人写：不拿今天当那一天")
    void lateRecordAsksForItsDay() {
        Visitor.Page form = secretary.get("/records/new/Visit?" + DutyLinks.encoded("日") + "=");
        assertThat(form.document().select("[name=日]").attr("value")).isEmpty();
        assertThat(form.text("main")).contains("写明哪一天的事，就能看到它计入哪些职责");
        long before = size();
        Visitor.Page shown =
                secretary.send(form, FORM, new Visitor.Answers().put("类", "调研").put("地", "石磨村"));
        assertThat(shown.text("#faults")).contains("写明发生日期");
        assertThat(size()).isEqualTo(before);
    }

    @Test
    @DisplayName("还没有到的日子，那一栏就说记录不能晚于今天；右侧不说它不算迟录")
    void aDayToCome() {
        Visitor.Page form =
                secretary.get(
                        "/records/new/Visit?" + DutyLinks.encoded("日") + "=" + today.plusDays(1));
        assertThat(form.text(".field:has([name=日])")).contains("还没有到，记录不能晚于今天");
        assertThat(form.text("#counts")).contains("这一天还没有到").doesNotContain("不算迟录");
    }

    @Test
    @DisplayName("同一张表单送两次，只记一笔；再加一项不入账")
    void once() {
        Visitor.Page form = secretary.get("/records/new/Visit");
        Visitor.Answers answers =
                new Visitor.Answers().put("类", "调研").put("地", "石磨村").put("日", today.toString());
        long before = size();
        Visitor.Page entered = secretary.send(form, FORM, answers);
        assertThat(entered.text("#faults")).isEmpty();
        String first = entered.path();
        String second = secretary.send(form, FORM, answers).path();
        assertThat(second).isEqualTo(first);
        assertThat(size()).isEqualTo(before + 1);

        Visitor.Page meeting = secretary.get("/records/new/Meeting");
        int rows = meeting.document().select("#f-议程 .group").size();
        Visitor.Page longer =
                secretary.send(meeting, FORM, new Visitor.Answers().put("again", "add:议程"));
        assertThat(longer.status()).isEqualTo(200);
        assertThat(longer.document().select("#f-议程 > .group")).hasSize(rows + 1);
        assertThat(size()).isEqualTo(before + 1);
    }

    @Test
    @DisplayName("右侧先说这一笔会计入什么，差一点的指到那一栏，问完什么也没有改")
    void counts() {
        long before = size();
        Visitor.Page form =
                secretary.get(
                        "/records/new/Study?"
                                + DutyLinks.encoded("类")
                                + "="
                                + DutyLinks.encoded("研讨"));
        Element near = form.document().select("#counts .near").first();
        assertThat(near).isNotNull();
        assertThat(form.text("#counts .near")).contains("材料数=0");
        assertThat(form.document().select("#counts .near a[data-fill]").attr("data-fill"))
                .isEqualTo("f-材料");
        assertThat(size()).isEqualTo(before);
    }

    @Test
    @DisplayName("约谈没写共同谈话人和签字：录入时就说这两条规矩缺据、补哪一栏，记下以后再说一次")
    void rulesThatWaitForAField() {
        Visitor street = RunningMingze.shared().account("p021");
        String asked = "/records/new/Talk?" + DutyLinks.encoded("类") + "=";
        Visitor.Page blank = street.get("/records/new/Talk");
        assertThat(blank.text("#counts .lack")).doesNotContain("约谈由两人以上", "被约谈人签字");
        Visitor.Page form =
                street.get(
                        asked + DutyLinks.encoded("约谈") + "&" + DutyLinks.encoded("对象") + "=p041");
        assertThat(form.text("#counts .lack"))
                .contains("约谈由两人以上进行", "共同谈话人没有填")
                .contains("约谈记录由被约谈人签字", "本人已签字没有填");
        assertThat(form.document().select("#counts .lack a[data-fill]").eachAttr("data-fill"))
                .contains("f-同谈", "f-署名");
        Visitor.Page record = street.send(form, FORM, new Visitor.Answers());
        assertThat(record.path()).matches("/records/\\d+");
        assertThat(record.text(".notice"))
                .contains("“约谈由两人以上进行”缺据（共同谈话人没有填）", "“约谈记录由被约谈人签字”缺据（本人已签字没有填）");
    }

    @Test
    @DisplayName("谈话对象只给本单位和上级看，督查室看到为什么隐去；别的单位打不开这一笔")
    void classed() {
        String talk =
                secretary
                        .get("/records?type=" + DutyLinks.encoded("谈话") + "&body=qingshi.gongwei")
                        .document()
                        .select("tbody a.open")
                        .attr("href");
        Visitor.Page own = secretary.get(talk);
        assertThat(own.status()).isEqualTo(200);
        assertThat(own.text("dl.facts")).doesNotContain("隐去");
        Visitor looking = RunningMingze.shared().account("p011");
        Visitor.Page masked = looking.get(talk);
        assertThat(masked.text("dl.facts")).contains("隐去").contains("青石街道党工委");
        assertThat(masked.document().select("a[href$=correction]")).isEmpty();
        assertThat(looking.get(talk + "/correction").status()).isEqualTo(403);
        Visitor.Page refused = RunningMingze.shared().visitor(otherThanStreet()).get(talk);
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text("main")).contains("不归", "看", "找青石街道党工委");
    }

    private static String otherThanStreet() {
        return Visitor.listed(RunningMingze.shared().address()).stream()
                .filter(line -> !line.contains("青石") && !line.contains("县委"))
                .findFirst()
                .map(line -> line.split(" ", -1)[1])
                .orElseThrow();
    }

    @Test
    @DisplayName("记录能按类、单位、字找，也能按号列出")
    void lists() {
        Visitor.Page list =
                secretary.get("/records?type=" + DutyLinks.encoded("学习") + "&body=qingshi.gongwei");
        assertThat(list.title()).matches("记录\\d+笔");
        assertThat(list.document().select("tbody tr td:nth-child(2)").eachText())
                .isNotEmpty()
                .containsOnly("学习");
        Visitor county = RunningMingze.shared().account("p001");
        assertThat(county.get("/records/numbers?n=1966,1873,x").document().select("tbody tr"))
                .hasSize(2);
        assertThat(secretary.get("/records/numbers?n=1966,1873,x").text(".lede"))
                .contains("另有1笔不归你的岗位看");
        assertThat(secretary.get("/records?find=" + DutyLinks.encoded("没有这几个字")).text(".blank"))
                .contains("没有符合的记录");
        assertThat(secretary.get("/records/7").status()).isEqualTo(404);
        assertThat(secretary.get("/records/x").status()).isEqualTo(404);
    }

    @Test
    @DisplayName("村书记翻不到、打不开也导不出别的单位的记录；写着他的、由他的问题而起的打得开")
    void sight() {
        Visitor village = RunningMingze.shared().account("p042");
        List<String> bodies =
                village.get("/records?type=" + DutyLinks.encoded("会议"))
                        .document()
                        .select("tbody tr td:nth-child(4)")
                        .eachText();
        assertThat(bodies).allMatch(body -> body.contains("北井"));
        String street =
                secretary
                        .get("/records?type=" + DutyLinks.encoded("会议") + "&body=qingshi.gongwei")
                        .document()
                        .select("tbody a.open")
                        .attr("href");
        Visitor.Page refused = village.get(street);
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text("main")).contains("不归", "找青石街道党工委");
        String asked = "?type=" + DutyLinks.encoded("会议") + "&body=qingshi.gongwei";
        assertThat(village.file("/records/fields.csv" + asked).latin().lines().count()).isOne();
        assertThat(village.file("/records/table.csv" + asked).latin().lines().count()).isOne();
        String verified =
                RunningMingze.shared()
                        .bean(CountyLedgers.class)
                        .ask(1, known -> verifiedFor(known));
        assertThat(village.get(verified).status()).isEqualTo(200);
    }

    /// A verification, by somebody above, of what the village secretary rectified.
    private static String verifiedFor(Knowledge known) {
        return known.records().ofType("验收").stream()
                .filter(
                        record ->
                                known.records().citedBy(record).stream()
                                        .anyMatch(
                                                cited ->
                                                        cited.field("人")
                                                                .filter(
                                                                        Value.Reference.post(
                                                                                        "qingshi.beijing.secretary")
                                                                                ::equals)
                                                                .isPresent()))
                .map(record -> "/records/" + record.number())
                .findFirst()
                .orElseThrow();
    }

    @Test
    @DisplayName("一页一页翻，翻到的就是全部走访，由近到远，一笔不重不漏")
    void everyPageOfAList() {
        List<String> all =
                RunningMingze.shared().bean(CountyLedgers.class).ask(1, known -> visits(known));
        List<String> turned = new ArrayList<>();
        Visitor county = RunningMingze.shared().account("p001");
        int page = 1;
        while (turned.size() < all.size() && page < 100) {
            String address = "/records?type=" + DutyLinks.encoded("走访") + "&page=" + page;
            county.get(address).document().select("main td a[href^=/records/]").stream()
                    .map(link -> link.attr("href"))
                    .distinct()
                    .forEach(turned::add);
            page++;
        }
        assertThat(all).hasSizeGreaterThan(100);
        assertThat(turned).isEqualTo(all);
    }

    private static List<String> visits(Knowledge known) {
        return known.records().everOfType("走访", LocalDate.MIN, LocalDate.MAX).stream()
                .sorted(
                        Comparator.comparing((RecordHistory each) -> each.original().day())
                                .thenComparingLong(RecordHistory::number)
                                .reversed())
                .map(each -> "/records/" + each.number())
                .toList();
    }
}
