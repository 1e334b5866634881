package org.mingze.exchange.holidays;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mingze.calendar.WorkCalendar;

@DisplayName("读放假通知：哪天放假、哪天上班、出自哪一句")
class HolidayTextTest {
    private static final String YEAR_2026 =
            """
            国务院办公厅关于2026年部分节假日安排的通知
            国办发明电〔2025〕7号
            各省、自治区、直辖市人民政府，国务院各部委、各直属机构：
            经国务院批准，现将2026年元旦、春节等假期的具体安排通知如下。
            一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
            二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
            三、清明节：4月4日（周六）至6日（周一）放假，共3天。
            四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
            五、端午节：6月19日（周五）至21日（周日）放假，共3天。
            六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
            七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。
            节假日期间，各地区、各部门要妥善安排好值班和安全等工作。
            国务院办公厅
            2025年11月4日
            """;

    private static HolidayText.Notice read(String text) {
        return HolidayText.read(text).orElseThrow();
    }

    @Test
    @DisplayName("2026年的通知读出来，与随程序发布的年历一天不差")
    void agreesWithThePublishedYear() {
        HolidayText.Notice notice = read(YEAR_2026);
        assertThat(notice.year()).isEqualTo(2026);
        assertThat(notice.number()).isEqualTo("国办发明电〔2025〕7号");
        assertThat(notice.issuedOn()).contains(LocalDate.of(2025, 11, 4));
        assertThat(notice.told()).hasSize(13).allMatch(each -> each.doubt().isEmpty());
        assertThat(new HolidayDays(notice).conflicts(WorkCalendar.published())).isEmpty();
        WorkCalendar told =
                WorkCalendar.published()
                        .noticed(2026, new HolidayDays(notice).lines(_ -> true).lines().toList());
        assertThat(told.noticeOf(2026)).isEqualTo(WorkCalendar.published().noticeOf(2026));
        LocalDate.of(2025, 12, 1)
                .datesUntil(LocalDate.of(2027, 2, 1))
                .forEach(
                        day ->
                                assertThat(told.occasion(day) + told.isWorkingDay(day))
                                        .isEqualTo(
                                                WorkCalendar.published().occasion(day)
                                                        + WorkCalendar.published()
                                                                .isWorkingDay(day)));
    }

    @Test
    @DisplayName("与年历不同的日子逐天说出：改成上班的，和没有说到的")
    void namesConflicts() {
        HolidayText.Notice changed =
                read(
                        YEAR_2026
                                .replace("5月9日（周六）上班", "5月10日（周日）上班")
                                .replace("共3天。1月4日（周日）上班。", "共3天。"));
        assertThat(new HolidayDays(changed).conflicts(WorkCalendar.published()))
                .containsExactly(
                        "5月10日：年历里是放假，通知说上班（劳动节）",
                        "1月4日：年历里是上班（元旦），通知没有说",
                        "5月9日：年历里是上班（劳动节），通知没有说");
    }

    @Test
    @DisplayName("星期、天数、日期对不上的，说出对不上什么，不替人选")
    void doubts() {
        HolidayText.Notice notice =
                read(
                        """
                        关于2027年部分节假日安排的通知
                        元旦：1月1日（周五）至3日（周日）放假，共4天。
                        春节：2月14日（周六）上班。2月30日放假。
                        """);
        assertThat(notice.told())
                .extracting(HolidayText.Told::doubt)
                .containsExactly("写的是4天，起止是3天", "2月14日写的是周六，2027年的这一天是周日", "没有2月30日这一天");
        assertThat(notice.told().getFirst().sentence()).isEqualTo("元旦:1月1日(周五)至3日(周日)放假,共4天。");
    }

    @Test
    @DisplayName("跨年的假、写全年份的假、半角和全角、星期的说法都认得")
    void otherWritings() {
        HolidayText.Notice notice =
                read(
                        """
                        ２０２３年部分节假日安排如下
                        1.元旦: 2022年12月31日至2023年1月2日放假调休，共3天。
                        2.国庆节、中秋节：９月２９日（星期五）～10月6日放假调休，共8天。10月7日（星期六）、8日（星期日）上班。
                        3.清明节：4月5日放假1天。
                        """);
        assertThat(notice.told())
                .extracting(each -> each.first() + " " + each.last() + " " + each.working())
                .isEqualTo(
                        List.of(
                                "2022-12-31 2023-01-02 false",
                                "2023-09-29 2023-10-06 false",
                                "2023-10-07 2023-10-07 true",
                                "2023-10-08 2023-10-08 true",
                                "2023-04-05 2023-04-05 false"));
        assertThat(notice.told()).allMatch(each -> each.doubt().isEmpty());
        assertThat(HolidayText.read("今年的会开得好。")).isEqualTo(Optional.empty());
    }
}
