package org.mingze.reading.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mingze.reading.review.Decision.Act;
import org.mingze.reading.text.Reading;
import org.mingze.reading.text.ReportReader;

@DisplayName("人定了的，机器再读也不变")
class ReviewTest {
    private static final String TEXT =
            """
            关于整改的报告
            一、存在的问题
            （一）理论学习不深入。学习多以会代训。
            （二）项目推进缓慢。开工晚了4个月。
            二、整改措施
            （一）健全理论学习制度，2026年6月底前完成。责任人：王某
            （二）加快项目推进，每周调度1次。
            """;

    private final Find problem = Find.at(FindKind.PROBLEM, 10, 20);
    private final Find other = Find.at(FindKind.PROBLEM, 30, 40);
    private final List<Decision> decisions = new ArrayList<>();

    @Test
    @DisplayName("没有人定的都未定，按原文的先后")
    void startsOpen() {
        assertThat(review(other, problem))
                .extracting(Reviewed::find)
                .containsExactly(problem, other);
        assertThat(review(problem)).allMatch(Reviewed::isOpen);
    }

    @Test
    @DisplayName("读回本产品写的报告：数连着它的单位，中间的标注不算在里面")
    void theMarkOfANoteIsNoPartOfAFigure() {
        String text = "一、履职情况\n上半年开党委会65[3]次，走访1,204[4]户、1[5]个村。\n";
        assertThat(Finds.of(ReportReader.read("报告.docx", text), text))
                .filteredOn(find -> find.kind() == FindKind.FIGURE)
                .extracting(find -> find.said(text))
                .containsExactly("65次", "1,204户", "1个");
    }

    @Test
    @DisplayName("20余次是一处约数，不再另算一处含糊")
    void aRoughFigureIsNotVagueToo() {
        String text = "一、履职情况\n下沉支部督学20余次，走访多次。\n";
        Reading machine = ReportReader.read("报告.docx", text);
        Reading left = Finds.reading(machine, Review.of(Finds.of(machine, text), List.of()), text);
        assertThat(left.figures()).extracting(Reading.Figure::text).containsExactly("20余次");
        assertThat(left.vague()).extracting(Reading.VagueAmount::text).containsExactly("多次");
    }

    @Test
    @DisplayName("编了号的措施在上一级标题下，不在它前面那一条下")
    void anItemStandsUnderTheHeadingAboveIt() {
        String text =
                "一、存在问题\n一是责任落实不到底。\n三、下步措施\n一是全面加强政治建设。每季度开会。\n二是全面夯实根基。扎实测评。\n三是全面履行责任。加大力度。\n";
        Reading machine = ReportReader.read("报告.docx", text);
        for (String item : List.of("三是全面履行", "全面履行")) {
            assertThat(Finds.part(machine, text.indexOf(item))).isEqualTo("三、下步措施");
        }
        assertThat(Finds.part(machine, text.indexOf("扎实测评"))).contains("二是全面夯实根基");
    }

    @Test
    @DisplayName("采纳的记着谁、何时、哪一版读本")
    void remembersWhoAndWhen() {
        decide(Act.ACCEPTED, problem, problem);
        Decision made = review(problem).getFirst().decision().orElseThrow();
        assertThat(made.person()).isEqualTo("p1");
        assertThat(made.reader()).isEqualTo("读本1");
        assertThat(made.at()).isEqualTo(Instant.EPOCH.plusSeconds(1));
    }

    @Test
    @DisplayName("不采的，再读还是不采，不会变回未定")
    void staysRejected() {
        decide(Act.REJECTED, problem, problem);
        assertThat(review(problem)).singleElement().matches(Reviewed::isRejected);
    }

    @Test
    @DisplayName("新版读本把同一句读长了几个字，人的定夺照样管着它")
    void followsASentenceReadLonger() {
        decide(Act.REJECTED, problem, problem);
        assertThat(review(Find.at(FindKind.PROBLEM, 10, 26)))
                .singleElement()
                .matches(Reviewed::isRejected);
        assertThat(review(Find.at(FindKind.PROBLEM, 12, 19))).hasSize(1);
    }

    @Test
    @DisplayName("同一处是问题也是措施，定了问题不等于定了措施")
    void keepsKindsApart() {
        decide(Act.REJECTED, problem, problem);
        assertThat(review(problem, Find.at(FindKind.MEASURE, 10, 20)))
                .filteredOn(Reviewed::isOpen)
                .hasSize(1);
    }

    @Test
    @DisplayName("改过的以人改的为准，字段和起止都是")
    void keepsTheCorrection() {
        Find longer = new Find(FindKind.PROBLEM, 10, 28, Map.of(Find.WORDING, "学习走过场"));
        decide(Act.CORRECTED, problem, longer);
        Reviewed reviewed = review(problem).getFirst();
        assertThat(reviewed.find()).isEqualTo(longer);
        assertThat(reviewed.key()).isEqualTo(problem.key());
    }

    @Test
    @DisplayName("人把两句划成一个问题，机器读出的第二句不再单列")
    void takesInWhatTheCorrectionCovers() {
        decide(Act.CORRECTED, problem, Find.at(FindKind.PROBLEM, 10, 40));
        assertThat(review(problem, other)).hasSize(1);
    }

    @Test
    @DisplayName("机器没读出、人补上的一处一直在；以后机器也读出了，不重复")
    void keepsTheAddition() {
        decide(Act.ADDED, other, other);
        assertThat(review(problem)).extracting(Reviewed::find).containsExactly(problem, other);
        assertThat(review(problem, Find.at(FindKind.PROBLEM, 31, 40))).hasSize(2);
    }

    @Test
    @DisplayName("新版读本不再读出的，人采纳过的还在")
    void keepsWhatTheReaderNoLongerFinds() {
        decide(Act.ACCEPTED, problem, problem);
        assertThat(review(other)).extracting(Reviewed::find).containsExactly(problem, other);
    }

    @Test
    @DisplayName("撤回一步，回到上一步定的；补上的撤回就没有了")
    void takesBackOneStep() {
        decide(Act.REJECTED, problem, problem);
        decide(Act.CORRECTED, problem, Find.at(FindKind.PROBLEM, 10, 22));
        decide(Act.UNDONE, problem, problem);
        assertThat(review(problem)).singleElement().matches(Reviewed::isRejected);
        decide(Act.UNDONE, problem, problem);
        assertThat(review(problem)).singleElement().matches(Reviewed::isOpen);
        decide(Act.ADDED, other, other);
        decide(Act.UNDONE, other, other);
        assertThat(review(problem)).hasSize(1);
    }

    @Test
    @DisplayName("审过的读本里没有不采的，问题和措施按人定的连")
    void readsAsReviewed() {
        Reading machine = ReportReader.read("报告.txt", TEXT);
        List<Find> found = Finds.of(machine, TEXT);
        Find first = found.getFirst();
        assertThat(first.said(TEXT)).isEqualTo("理论学习不深入");
        Find measure = measure(found, "加快项目推进");
        decide(Act.CORRECTED, measure, measure.with(Find.AGAINST, first.key()));
        Find second = found.get(1);
        decide(Act.REJECTED, second, second);
        List<Reviewed> reviewed = Review.of(found, decisions);
        Reading reading = Finds.reading(machine, reviewed, TEXT);
        assertThat(reading.findings()).hasSize(machine.findings().size() - 1);
        Chain chain = Chain.of(reviewed).getFirst();
        assertThat(chain.measures())
                .extracting(each -> each.find().from())
                .contains(measure.from());
    }

    private static Find measure(List<Find> found, String said) {
        return found.stream()
                .filter(find -> find.kind() == FindKind.MEASURE)
                .filter(find -> find.said(TEXT).startsWith(said))
                .findFirst()
                .orElseThrow();
    }

    private List<Reviewed> review(Find... found) {
        return Review.of(List.of(found), decisions);
    }

    private void decide(Act act, Find subject, Find result) {
        decisions.add(
                new Decision(
                        new UUID(0, decisions.size()),
                        act,
                        subject,
                        result,
                        "p1",
                        Instant.EPOCH.plusSeconds(decisions.size() + 1),
                        "读本1"));
    }
}
