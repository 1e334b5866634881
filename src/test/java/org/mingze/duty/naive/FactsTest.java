package org.mingze.duty.naive;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mingze.calendar.Period;
import org.mingze.calendar.Periods;
import org.mingze.duty.situation.Situation;
import org.mingze.institution.expression.Value;
import org.mingze.institution.expression.Value.Link;
import org.mingze.institution.expression.Value.Numeric;
import org.mingze.institution.expression.Value.Reference;
import org.mingze.institution.expression.Value.Series;
import org.mingze.institution.expression.Value.Text;
import org.mingze.institution.expression.Value.Unknown;

@DisplayName("条件里问得到账上的什么")
class FactsTest {
    private static final Period JANUARY = Periods.parse("2026-01");
    private static final Reference SECRETARY = Reference.post("支书");

    private final Trial county =
            Trial.under(
                    """
                    记录:
                      公假: {英: Leave, 归: 岗, 字段: {岗: 岗, 自: 日, 止: 日}}
                    案卷:
                      整改: {起: 问题, 阶段: [{名: 已销, 当: '有(承(此, 销号), x -> x.过)'}, {名: 在改}]}
                    定义:
                      长: {于: 学习, 为: 学时 > 1}
                    职责:
                      - {号: 平, 谁: 党支部, 督: 党委, 据: 自定 试 D, 式: 频次, 每: 月, 至少: 1, 做: {录: 学习, 且: 长}}
                    """);

    private Situation on(String day) {
        return county.situation(day).borneBy(Optional.of(Reference.body("支1")));
    }

    private static Series links(Long... numbers) {
        return new Series(
                List.of(numbers).stream().map(number -> (Value) new Link(number)).toList());
    }

    @Test
    @DisplayName("今日以后的记录看不见，承来的也看不见")
    void doesNotSeeWhatIsYetToHappen() {
        long finding = county.on("2026-01-05").add("问题", "机构", "支1", "原因", "不严");
        String number = Long.toString(finding);
        long closure = county.on("2026-02-10").add("销号", "问题", number);

        assertThat(on("2026-01-04").world().field(new Link(finding), "原因"))
                .isEqualTo(new Unknown("第" + number + "号不在账"));
        assertThat(on("2026-01-05").world().field(new Link(finding), "原因"))
                .isEqualTo(new Text("不严"));
        assertThat(on("2026-02-09").world().followers(new Link(finding), "销号")).isEqualTo(links());
        assertThat(on("2026-02-10").world().followers(new Link(finding), "销号"))
                .isEqualTo(links(closure));
    }

    @Test
    @DisplayName("没有期的问不了期内；建账以前的期不详；上期内的是上一期的")
    void readsTheRecordsOfAPeriod() {
        long study = county.on("2026-01-10").add("学习", "机构", "支1");
        county.on("2026-02-10").add("学习", "机构", "支1");
        Situation february = on("2026-02-28").in(Periods.parse("2026-02"));
        assertThat(february.world().slice("上期内", "学习")).isEqualTo(links(study));
        assertThat(on("2026-02-28").world().slice("期内", "学习")).isEqualTo(new Unknown("期内无期可依"));
        assertThat(county.situation("2026-02-28").in(JANUARY).world().slice("期内", "学习"))
                .isEqualTo(new Unknown("期内无期可依"));

        county.on("2026-01-01").add("建账", "型", "学习", "自", "2026-01-05");
        assertThat(on("2026-02-28").in(JANUARY).world().slice("期内", "学习"))
                .isEqualTo(new Unknown("建账前的学习不详"));
    }

    @Test
    @DisplayName("期内在办的卷：期末以前立的，期初以前已结的不在内")
    void readsTheDossiersOpenInAPeriod() {
        long closed = county.on("2026-01-05").add("问题", "机构", "支1");
        county.on("2026-01-31").add("销号", "问题", Long.toString(closed), "过", "是");
        long closing = county.on("2026-01-06").add("问题", "机构", "支1");
        county.on("2026-02-01").add("销号", "问题", Long.toString(closing), "过", "是");
        long open = county.on("2026-02-28").add("问题", "机构", "支1");
        county.on("2026-03-01").add("问题", "机构", "支1");

        assertThat(on("2026-03-20").in(Periods.parse("2026-02")).world().slice("案卷", "问题"))
                .isEqualTo(links(closing, open));
    }

    @Test
    @DisplayName("立了卷的有阶段，没立的阶段不详")
    void tellsTheStageOfADossier() {
        long finding = county.on("2026-01-05").add("问题", "机构", "支1");
        long study = county.on("2026-01-05").add("学习", "机构", "支1");

        assertThat(on("2026-01-06").world().stage(new Link(finding))).isEqualTo(new Text("在改"));
        assertThat(on("2026-01-06").world().stage(new Link(study))).isEqualTo(new Unknown("阶段不详"));
    }

    @Test
    @DisplayName("定义出来的一栏，只有那一种记录有")
    void derivesAFieldOfItsOwnRecordType() {
        long study = county.on("2026-01-05").add("学习", "机构", "支1", "学时", "2");
        long finding = county.on("2026-01-05").add("问题", "机构", "支1");

        assertThat(on("2026-01-06").world().field(new Link(study), "长"))
                .isEqualTo(Value.Truth.TRUE);
        assertThat(on("2026-01-06").world().field(new Link(finding), "长"))
                .isEqualTo(new Unknown("长未填"));
    }

    @Test
    @DisplayName("责任主体是岗的才有本岗")
    void hasItsOwnPostOnlyIfAPostBears() {
        Situation post = county.situation("2026-01-06").borneBy(Optional.of(SECRETARY));

        assertThat(post.scope().value("本岗")).isEqualTo(SECRETARY);
        assertThat(on("2026-01-06").scope().value("本岗")).isEqualTo(new Unknown("本岗不详"));
    }

    private Value leave(String day) {
        return on(day).world().leaveDays(SECRETARY, new Value.PeriodValue(JANUARY));
    }

    @Test
    @DisplayName("公假只数期内的工作日，重了的一日只数一次，别的岗的不数，起止不详的不详")
    void countsTheWorkingDaysOnLeave() {
        county.on("2026-01-04").add("公假", "岗", "支书", "自", "2025-12-30", "止", "2026-01-06");
        county.on("2026-01-08").add("公假", "岗", "支书", "自", "2026-01-06", "止", "2026-01-07");
        county.on("2026-01-08").add("公假", "岗", "镇书", "自", "2026-01-12", "止", "2026-01-16");
        county.on("2026-02-02").add("公假", "岗", "支书", "自", "2026-01-30", "止", "2026-02-02");
        county.on("2026-02-09").add("公假", "岗", "支书", "自", "2026-02-09", "止", "2026-02-10");
        assertThat(leave("2026-02-20"))
                .isEqualTo(Numeric.of(workingDays("2026-01-04", "2026-01-07") + 1));

        county.on("2026-02-10").add("公假", "岗", "支书", "自", "2026-01-20");
        assertThat(leave("2026-02-20")).isInstanceOf(Unknown.class);
    }

    private static long workingDays(String from, String to) {
        return LocalDate.parse(from)
                .datesUntil(LocalDate.parse(to).plusDays(1))
                .filter(Comparison.CALENDAR::isWorkingDay)
                .count();
    }

    @Test
    @DisplayName("建账以前的公假不详")
    void doesNotKnowLeaveFromBeforeTheOpening() {
        county.on("2026-01-01").add("建账", "型", "公假", "自", "2026-01-05");

        assertThat(leave("2026-02-20")).isEqualTo(new Unknown("建账前的公假不详"));
    }
}
