package org.mingze.assessment.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mingze.access.HeldPost;
import org.mingze.access.Officer;
import org.mingze.assessment.AssessmentsPage;
import org.mingze.assessment.SchemePage;
import org.mingze.assessment.ScorePage;
import org.mingze.calendar.Period;
import org.mingze.calendar.Periods;
import org.mingze.calendar.WorkCalendar;
import org.mingze.duty.assessment.Score;
import org.mingze.institution.expression.Value;
import org.mingze.journal.Archive;
import org.mingze.journal.Content;
import org.mingze.journal.Draft;
import org.mingze.journal.Entry;
import org.mingze.journal.EntryMode;
import org.mingze.journal.Occurred;
import org.mingze.journal.Recorder;
import org.mingze.web.Field;
import org.mingze.web.Link;
import org.mingze.work.Knowledge;
import org.mingze.work.Sight;

@DisplayName("考核，样例县加一个试评办法")
class SchemeViewTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final Period YEAR = Periods.parse("2026");
    private static final Knowledge KNOWN = known();
    private static final Schemes SCHEMES = new Schemes(KNOWN, DAY);
    private static final Schemes.Declared DECLARED =
            SCHEMES.find(TryScheme.ID, TryScheme.NUMBER, Optional.of(YEAR)).orElseThrow();

    private static Knowledge known() {
        Knowledge known =
                Knowledge.of(
                        Archive.read(Path.of("samples", "mingchuan")).entries(),
                        WorkCalendar.published());
        Instant now = Instant.parse("2026-11-20T02:00:00Z");
        known.apply(Entry.of(known.size() + 1, TryScheme.enacted(DAY), now));
        known.apply(Entry.of(known.size() + 1, appeal(), now));
        return known;
    }

    private static Draft appeal() {
        Map<String, Content> fields = new LinkedHashMap<>();
        Map.of("编号", "party.score", "号", "党建分", "谁", "chengguan.dangwei", "期", "2026")
                .forEach((name, value) -> fields.put(name, new Content.Text(value)));
        fields.put("理由", new Content.Text("少算一次走访"));
        fields.put("署名", new Content.Text("傅同尘"));
        return new Draft(
                Appeals.APPEAL,
                Occurred.on(DAY),
                new Recorder("p030", "chengguan.dangwei.secretary"),
                EntryMode.DONE,
                new Content.Group(fields));
    }

    private static Sight sight(String post) {
        return Sight.of(KNOWN.organization(), post, DAY);
    }

    private static Score score(String subject) {
        return AskedScheme.score(
                SCHEMES, DECLARED, YEAR, subject, sight("mingchuan.xianwei.secretary"));
    }

    private static ScorePage page(String subject, String post) {
        Officer officer = new Officer(1, "p001", "顾明远", new HeldPost(post, "岗位"));
        return new ScoreView(SCHEMES, DECLARED, YEAR, score(subject), officer, SentForm.NONE)
                .page(Optional.empty());
    }

    @Test
    @DisplayName("一览列出施行的办法，说出多少对象、排不排名")
    void list() {
        AssessmentsPage page = SchemesView.of(SCHEMES);
        assertThat(page.heading().title()).isEqualTo("考核办法2个，2个在算分");
        assertThat(page.lines())
                .allSatisfy(line -> assertThat(line.about().toString()).contains("不排名"));
    }

    @Test
    @DisplayName("没有写排名的办法不排名，看不到的对象不列出，但说有几个")
    void unranked() {
        SchemePage whole =
                new SchemeView(SCHEMES, DECLARED, YEAR, sight("mingchuan.xianwei.secretary"), false)
                        .page();
        assertThat(whole.ranks()).isFalse();
        assertThat(whole.rows()).hasSize(3).allMatch(SchemePage.Row::known);
        SchemePage street =
                new SchemeView(SCHEMES, DECLARED, YEAR, sight("qingshi.gongwei.secretary"), false)
                        .page();
        assertThat(street.rows()).hasSize(1);
        assertThat(street.hidden()).isEqualTo("另有2个不归这个岗位看。");
    }

    @Test
    @DisplayName("与上一期比，要看的时候才算；平常的页只写这一期，有一处通向比较")
    void comparedWhereAsked() {
        Sight county = sight("mingchuan.xianwei.secretary");
        SchemePage plain = new SchemeView(SCHEMES, DECLARED, YEAR, county, false).page();
        assertThat(plain.before()).isEmpty();
        assertThat(plain.compare().orElseThrow().text()).isEqualTo("与2025年比");
        assertThat(plain.compare().orElseThrow().href()).endsWith("?period=2026&compare=1");
        SchemePage compared = new SchemeView(SCHEMES, DECLARED, YEAR, county, true).page();
        assertThat(compared.unfinished())
                .as("没有过完的一期，先说明")
                .containsExactly("这一期到12月31日为止；在那以前做的、记的都会算进来。", "前一期是过完了的，先不要拿来比高低。");
        assertThat(plain.unfinished()).hasSize(1);
        assertThat(compared.before()).isEqualTo("2025年");
        assertThat(compared.compare()).isEmpty();
        assertThat(compared.rows()).noneMatch(row -> row.change().equals("—"));
    }

    @Test
    @DisplayName("上一期算不出的，比较时写明为什么")
    void tellsWhyNothingCompares() {
        Schemes.Declared party =
                SCHEMES.find("party.score", "党建分", Optional.of(YEAR)).orElseThrow();
        Sight county = sight("mingchuan.xianwei.secretary");
        SchemePage compared = new SchemeView(SCHEMES, party, YEAR, county, true).page();
        assertThat(compared.heading().lede().toString()).contains("2025年算不出：党建满分待定");
        SchemePage plain = new SchemeView(SCHEMES, party, YEAR, county, false).page();
        assertThat(plain.heading().lede().toString()).doesNotContain("算不出");
    }

    @Test
    @DisplayName("每一项有取到的记录和怎样会变")
    void explained() {
        ScorePage.Item item =
                page("qingshi.gongwei", "mingchuan.xianwei.secretary").items().getFirst();
        assertThat(item.records().orElseThrow().href()).startsWith("/records/numbers?n=");
        assertThat(item.change()).isEqualTo("再有一次，多0.03分。0得0分，到400得满分，其间按比例。");
        assertThat(item.full()).isEqualTo("10");
    }

    @Test
    @DisplayName("被考核的单位能申诉，不能给自己人工分；县里能给分，不能替它申诉")
    void rights() {
        ScorePage own = page("qingshi.gongwei", "qingshi.gongwei.secretary");
        assertThat(own.appeals().form()).isPresent();
        assertThat(own.manual().orElseThrow().form()).isEmpty();
        ScorePage county = page("qingshi.gongwei", "mingchuan.xianwei.secretary");
        assertThat(county.appeals().form()).isEmpty();
        assertThat(county.manual().orElseThrow().form()).isPresent();
    }

    @Test
    @DisplayName("办法写明由上级督的，只有上级的岗位能答复；督查室看得到，也不能")
    void enforced() {
        Schemes.Declared party =
                SCHEMES.find("party.score", "党建分", Optional.of(YEAR)).orElseThrow();
        Value street = Value.Reference.body("qingshi.gongwei");
        assertThat(SCHEMES.mayJudge(party, YEAR, street, sight("mingchuan.xianwei.office")))
                .isTrue();
        assertThat(SCHEMES.mayJudge(party, YEAR, street, sight("mingchuan.duchashi.head")))
                .isFalse();
        assertThat(SCHEMES.mayJudge(party, YEAR, street, sight("qingshi.gongwei.secretary")))
                .isFalse();
        assertThat(partyPage("liuhe.dangwei").appeals().blank()).contains("由明川县委答复");
    }

    @Test
    @DisplayName("办法写明由上级督的，上级的各岗位今日都有这件申诉；督查室和申诉的人没有")
    void calledToday() {
        assertThat(today("p008", "mingchuan.xianwei.office")).contains("等你答复的申诉", "少算一次走访");
        assertThat(today("p001", "mingchuan.xianwei.secretary")).contains("少算一次走访");
        assertThat(today("p014", "mingchuan.duchashi.head")).isEmpty();
        assertThat(today("p030", "chengguan.dangwei.secretary")).isEmpty();
    }

    private static String today(String person, String post) {
        Officer officer = new Officer(1, person, "某人", new HeldPost(post, "岗位"));
        return new Appealed().of(KNOWN, officer, DAY).map(Object::toString).orElse("");
    }

    @Test
    @DisplayName("按式子算的项也列出它数到的记录；不许人工加减分的，申诉成立就更正记录")
    void formula() {
        ScorePage page = partyPage("chengguan.dangwei");
        assertThat(page.items())
                .filteredOn(item -> item.name().equals("到党建联系点"))
                .singleElement()
                .satisfies(item -> assertThat(item.formula()).contains("走访"))
                .satisfies(item -> assertThat(item.records()).isPresent())
                .satisfies(item -> assertThat(item.lacking()).isEqualTo(!item.among().isEmpty()))
                .satisfies(
                        item ->
                                assertThat(item.among())
                                        .allMatch(who -> who.text().matches(".+缺\\d+次"))
                                        .extracting(Link::href)
                                        .doesNotHaveDuplicates());
        assertThat(
                        page.appeals().lines().stream()
                                .flatMap(line -> line.form().stream())
                                .flatMap(form -> form.fields().stream())
                                .map(Field::control)
                                .filter(Field.Control.Choices.class::isInstance)
                                .flatMap(of -> ((Field.Control.Choices) of).options().stream())
                                .map(Field.Option::label))
                .containsExactly("维持", "成立");
    }

    @Test
    @DisplayName("按式子算的项没有得满分，写明谁再有一次多几分")
    void tellsWhatOneMoreBrings() {
        ScorePage.Item visits =
                partyPage("chengguan.dangwei").items().stream()
                        .filter(item -> item.name().equals("到党建联系点"))
                        .findFirst()
                        .orElseThrow();
        assertThat(visits.lacking()).isTrue();
        assertThat(visits.change()).matches(".+再有一次，多2分。算出多少得多少，不超过满分。");
        assertThat(visits.amongTitle()).isEqualTo("还缺记录的");
        assertThat(visits.among().stream().map(Link::text))
                .anyMatch(who -> visits.change().startsWith(who.replaceFirst("缺.*", "")));
    }

    @Test
    @DisplayName("没有到期、还缺记录的，写明缺多少、到哪一天，满分要做齐才保得住")
    void tellsWhatIsLackingBeforeItFallsDue() {
        assertThat(partyPage("liuhe.dangwei").items())
                .filteredOn(item -> item.name().equals("专题研究基层党建"))
                .singleElement()
                .satisfies(item -> assertThat(item.points()).isEqualTo(item.full()))
                .satisfies(
                        item ->
                                assertThat(item.why().getLast())
                                        .startsWith("未到期：")
                                        .contains("缺1", "12月31日到期"))
                .satisfies(item -> assertThat(item.change()).contains("才保得住"));
    }

    @Test
    @DisplayName("数职责的项，写明还有几项职责没有到期")
    void tellsWhatIsNotDue() {
        ScorePage page = partyPage("liuhe.dangwei");
        assertThat(page.items())
                .filteredOn(item -> item.name().equals("专题研究基层党建"))
                .singleElement()
                .satisfies(
                        item -> {
                            assertThat(item.open().orElseThrow().text()).isEqualTo("另有1项未到期");
                            assertThat(item.open().orElseThrow().href()).contains("&standing=");
                        });
    }

    private static ScorePage partyPage(String subject) {
        Schemes.Declared party =
                SCHEMES.find("party.score", "党建分", Optional.of(YEAR)).orElseThrow();
        Sight sight = sight("mingchuan.xianwei.secretary");
        Score score = AskedScheme.score(SCHEMES, party, YEAR, subject, sight);
        Officer officer =
                new Officer(1, "p001", "顾明远", new HeldPost("mingchuan.xianwei.secretary", "县委书记"));
        return new ScoreView(SCHEMES, party, YEAR, score, officer, SentForm.NONE)
                .page(Optional.empty());
    }
}
