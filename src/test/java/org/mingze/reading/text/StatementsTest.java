package org.mingze.reading.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("问题、原因、措施")
class StatementsTest {

    @Test
    @DisplayName("同一节里原因另起一列时，问题和原因分开")
    void switchesFromProblemsToCauses() {
        Reading reading = read("二、存在问题及原因分析\n一是学习不深。读原著少。二是作风不实。下村少。\n产生问题的原因主要有：一是认识有偏差。二是压力传导弱。");
        assertThat(gists(reading)).containsExactly("学习不深", "作风不实");
        assertThat(reading.causes())
                .extracting(Reading.Cause::gist)
                .containsExactly("认识有偏差", "压力传导弱");
    }

    @Test
    @DisplayName("问题里自己说了因为什么的，那几个字是原因；因公、因此不是")
    void readsTheCauseInsideAProblem() {
        Reading reading =
                read(
                        """
                        二、存在的问题
                        （一）渠道维护不及时。因点多面广、资金不足，部分渠道淤堵没有清。
                        （二）出勤不够。因公外出较多，会议参加得少。
                        """);
        assertThat(reading.causes()).extracting(Reading.Cause::gist).containsExactly("点多面广、资金不足");
        assertThat(gists(reading)).hasSize(2);
    }

    @Test
    @DisplayName("落款、日期、附录不是措施，数字后的注号不是数")
    void neitherSignatureNorAnnexIsAMeasure() {
        Reading reading =
                read(
                        "一、存在问题\n一是学习不深。\n二、下步打算\n（一）每月学习2[3]次。\n周砚田\n2026年11月23日\n附录　数字与记录\n数字摘要152f：用来核验9次。");
        assertThat(reading.measures()).extracting(Reading.Measure::gist).containsExactly("每月学习2次");
        assertThat(reading.figures()).extracting(Reading.Figure::text).containsExactly("2次");
        assertThat(read("二、下步打算\n加强学习，每月一次。\n周砚田\n2026年11月23日").measures())
                .extracting(Reading.Measure::gist)
                .containsExactly("加强学习，每月一次");
    }

    @Test
    @DisplayName("机制的名字不从日期中间起，也不从说时间的话起")
    void aMechanismBeginsWithNoTime() {
        assertThat(read("8月底前完成制度修订。").mechanisms()).isEmpty();
        assertThat(read("年底以前建立矛盾调解制度。12月矛盾调解机制运行。").mechanisms())
                .containsExactlyInAnyOrder("矛盾调解制度", "矛盾调解机制");
    }

    @Test
    @DisplayName("成绩段落里的主要表现在，分号隔开的每句是一个问题")
    void findsProblemsBuriedInPraise() {
        Reading reading = read("一、工作情况\n全年工作成效明显。同时，也存在一些问题和不足，主要表现在：学习不够系统；调研不够深入；督办不够及时。");
        assertThat(gists(reading)).containsExactly("学习不够系统", "调研不够深入", "督办不够及时");
    }

    @Test
    @DisplayName("否认的话不是问题，已做的事和号召不是措施")
    void leavesDenialsAndDoneWorkAlone() {
        Reading reading =
                read("一、廉洁情况\n不存在违规收受礼金的问题。要多到基层去，要讲真话。已建立台账。\n二、存在问题\n（一）个人有关事项方面。不存在漏报瞒报情况。");
        assertThat(reading.findings()).isEmpty();
        assertThat(reading.measures()).isEmpty();
    }

    @Test
    @DisplayName("措施的时限、责任单位、频次照录原文")
    void readsParticulars() {
        Reading reading =
                read("三、整改措施\n1.健全制度。每季度检查一次，2026年6月底前完成。（责任单位：县财政局）\n2.加强督办。由县纪委牵头，10个工作日内反馈。");
        Reading.Measure first = reading.measures().getFirst();
        assertThat(first.frequency()).hasValue("每季度检查一次");
        assertThat(first.deadline()).hasValue("2026年6月底前");
        assertThat(first.owner()).hasValue("县财政局");
        Reading.Measure second = reading.measures().getLast();
        assertThat(second.owner()).hasValue("县纪委");
        assertThat(second.deadline()).hasValue("10个工作日内");
    }

    @Test
    @DisplayName("问题按话题配措施，不按次序；没有措施接住的问题留空")
    void linksByTopic() {
        Reading reading =
                read(
                        """
                        一、存在问题
                        （一）公务用车登记不规范。车辆使用台账缺失。
                        （二）理论学习不系统。读原著少。
                        （三）信访积案化解慢。三件积案未化解。
                        二、整改措施
                        （一）加强理论学习，通读原著。
                        （二）规范公务用车台账，按月公示车辆使用。
                        """);
        assertThat(reading.links())
                .extracting(link -> link.measure().orElse(-1))
                .containsExactly(1, 0, -1);
    }

    @Test
    @DisplayName("不编号的问题段，每句一个问题，笼统的开头不算；根子在于后面的是原因")
    void readsAParagraphThatNothingItemises() {
        Reading reading =
                read(
                        "二、存在的不足\n虽然做了一些工作，但对照要求还有差距。主要是责任压得不够实，抓党建少。监督偏软，自办案件少。公开不及时，栏目没有更新。\n"
                                + "产生上述问题，根子在于学习不系统，要求吃得不透；加之考核导向不鲜明。");
        assertThat(gists(reading)).containsExactly("责任压得不够实，抓党建少", "监督偏软，自办案件少", "公开不及时，栏目没有更新");
        assertThat(reading.causes())
                .extracting(Reading.Cause::gist)
                .containsExactly("学习不系统，要求吃得不透", "加之考核导向不鲜明");
    }

    @Test
    @DisplayName("没有编号的通报：检查发现的每句是问题，要求谁做什么的每句是措施，落款不是")
    void readsACircularWithoutNumbers() {
        Reading reading =
                read(
                        "关于检查情况的通报\n各乡镇：\n检查发现，各地总体重视，但问题仍然突出。东山镇未按规定建立隐患台账。兴旺化工厂票证不全，2人无证上岗。\n"
                                + "对此，提出以下要求：各乡镇要在7月15日前完成整改。县应急局要对兴旺化工厂立案查处。\n县安全生产委员会办公室");
        assertThat(gists(reading)).containsExactly("东山镇未按规定建立隐患台账", "兴旺化工厂票证不全，2人无证上岗");
        assertThat(reading.measures())
                .extracting(Reading.Measure::gist)
                .containsExactly("各乡镇要在7月15日前完成整改", "县应急局要对兴旺化工厂立案查处");
    }

    @Test
    @DisplayName("编号后的小标签不算措施的话，编号的责任领导是上一条的责任人，最后也是一条")
    void readsLabelsThatAreNumbered() {
        Reading reading =
                read(
                        "二、整改情况\n1.关于水费征收不严问题\n（1）问题表现：少收水费46.8万元。\n（2）整改措施：追缴少收水费，9月30日前入库。\n（3）责任领导：王某某\n"
                                + "三、下步打算\n首先，压实责任。修订清单。其次，提升质效。配齐人员。最后，规范公开。每月检查。");
        assertThat(reading.measures().getFirst().gist()).isEqualTo("追缴少收水费，9月30日前入库");
        assertThat(reading.measures().getFirst().owner()).contains("王某某");
        assertThat(reading.measures())
                .extracting(Reading.Measure::gist)
                .endsWith("压实责任", "提升质效", "规范公开")
                .doesNotContain("责任领导：王某某");
    }

    private static List<String> gists(Reading reading) {
        return reading.findings().stream().map(Reading.Finding::gist).toList();
    }

    private static Reading read(String said) {
        return ReportReader.read("件.txt", said);
    }
}
