package org.mingze.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mingze.RunningMingze;
import org.mingze.Visitor;
import org.mingze.Visitor.Page;
import org.mingze.duty.EnteringRecord;
import org.mingze.institution.expression.Value;
import org.mingze.journal.Content;
import org.mingze.journal.Draft;
import org.mingze.journal.EntryMode;
import org.mingze.journal.Occurred;
import org.mingze.journal.Recorder;
import org.mingze.work.ChinaTime;
import org.mingze.work.CountyLedgers;

@DisplayName("查找：看得到的都找得到，看不到的一个字也找不到")
class FindingWalkTest {
    private static final String POST = "qingshi.gongwei.secretary";
    private static final String ELSEWHERE = "liuhe.dangwei";

    private final RunningMingze mingze = RunningMingze.shared();
    private final Visitor secretary = mingze.account("p019");
    private final Visitor leader = mingze.account("p001");

    private Page find(Visitor visitor, String words, String rest) {
        return visitor.get(
                "/search?words=" + URLEncoder.encode(words, StandardCharsets.UTF_8) + rest);
    }

    @Test
    @DisplayName("两个字就找得到记录、制度和条文，说明在哪一项；一个字要再写一个")
    void finds() {
        Page found = find(secretary, "学习", "");
        assertThat(found.title()).startsWith("“学习”").endsWith("处");
        assertThat(found.text("#institutions")).isEqualTo("制度");
        assertThat(found.document().select(".row-why b").eachText()).contains("学习");
        assertThat(find(secretary, "学", "").text("main")).contains("太短");
        assertThat(find(secretary, "鳜鱼", "").title()).contains("没有找到");
    }

    @Test
    @DisplayName("按类、按期、按种类收窄，翻页不重复")
    void narrows() {
        Page meetings = find(secretary, "学习", "&type=%E4%BC%9A%E8%AE%AE");
        assertThat(meetings.document().select(".found-about").eachText())
                .isNotEmpty()
                .allMatch(about -> about.startsWith("会议"));
        Page institutions = find(secretary, "学习", "&kind=%E5%88%B6%E5%BA%A6");
        assertThat(institutions.document().select("#records")).isEmpty();
        List<String> first = links(find(secretary, "学习", "&kind=%E8%AE%B0%E5%BD%95&page=1"));
        List<String> second = links(find(secretary, "学习", "&kind=%E8%AE%B0%E5%BD%95&page=2"));
        assertThat(first).hasSize(20).doesNotContainAnyElementsOf(second);
        assertThat(second).isNotEmpty();
    }

    @Test
    @DisplayName("别的乡镇的记录，街道书记找不到，县委书记找得到")
    void sight() {
        assertThat(
                        links(find(secretary, "柳河镇", "&kind=%E8%AE%B0%E5%BD%95")).stream()
                                .filter(link -> !isRecordedBySecretary(link)))
                .isEmpty();
        assertThat(find(leader, "柳河镇", "&kind=%E8%AE%B0%E5%BD%95").text(".found-about"))
                .contains("柳河镇");
    }

    @Test
    @DisplayName("别的单位的问题，责任人是自己，两个字就找得到；不是自己的找不到")
    void whatIsMineToAnswer() {
        long finding =
                enter("问题", Map.of("源", "自查", "述", "鲟鳇池护栏缺损", "责任单位", ELSEWHERE, "责任人", POST));
        long other = enter("问题", Map.of("源", "自查", "述", "鲟鳇池水位不明", "责任单位", ELSEWHERE));
        Page found = find(secretary, "鲟鳇", "");
        assertThat(found.document().select("a[href$=/" + finding + "]")).isNotEmpty();
        assertThat(found.document().select("a[href$=/" + other + "]")).isEmpty();
        assertThat(find(secretary, "护栏", "").text("main")).contains("鲟鳇池护栏缺损");
    }

    private long enter(String kind, Map<String, String> said) {
        Map<String, Content> fields = new LinkedHashMap<>();
        said.forEach((name, text) -> fields.put(name, new Content.Text(text)));
        EnteringRecord.Outcome outcome =
                mingze.bean(EnteringRecord.class)
                        .enter(
                                1,
                                new Draft(
                                        kind,
                                        Occurred.on(LocalDate.now(ChinaTime.ZONE)),
                                        new Recorder("p001", "mingchuan.xianwei.secretary"),
                                        EntryMode.REPORTED,
                                        new Content.Group(fields)),
                                Instant.now());
        assertThat(outcome).isInstanceOf(EnteringRecord.Outcome.Entered.class);
        return ((EnteringRecord.Outcome.Entered) outcome).entry().number();
    }

    @Test
    @DisplayName("只在台账里找到的，标题也说台账；两处都有的，说记录和台账，各标签的件数合起来是它的件数")
    void headedAsTheTabs() {
        enter("问题", Map.of("源", "自查", "述", "鲃鲤渠闸门锈蚀", "责任单位", ELSEWHERE));
        assertThat(find(leader, "鲃鲤", "").text("#records")).isEqualTo("台账");
        enter("走访", Map.of("类", "调研", "人", "mingchuan.xianwei.secretary", "地", "鲃鲤渠"));
        Page both = find(leader, "鲃鲤", "");
        assertThat(both.text("#records")).isEqualTo("记录和台账");
        assertThat(both.text(".views")).contains("记录1", "台账1");
    }

    @Test
    @DisplayName("个人、涉案的内容谁也查不到")
    void classed() {
        List<String> classed =
                mingze.bean(CountyLedgers.class)
                        .ask(
                                1,
                                known ->
                                        known.records().ofType("谈话").stream()
                                                .flatMap(talk -> talk.field("问题").stream())
                                                .filter(Value.Text.class::isInstance)
                                                .map(value -> ((Value.Text) value).value())
                                                .limit(3)
                                                .toList());
        assertThat(classed).isNotEmpty();
        for (String words : classed) {
            assertThat(
                            find(leader, words, "&type=%E8%B0%88%E8%AF%9D")
                                    .document()
                                    .select("#records"))
                    .isEmpty();
        }
    }

    /// Whoever recorded a thing sees it.
    private boolean isRecordedBySecretary(String link) {
        long number = Long.parseLong(link.replaceAll("\\D", ""));
        return mingze.bean(CountyLedgers.class)
                .ask(
                        1,
                        known ->
                                known.records()
                                        .history(number)
                                        .orElseThrow()
                                        .original()
                                        .recorder()
                                        .person()
                                        .equals("p019"));
    }

    private static List<String> links(Page page) {
        return page.document()
                .select("#records, .row.is-found .row-title a, .found .row-title a")
                .eachAttr("href");
    }
}
