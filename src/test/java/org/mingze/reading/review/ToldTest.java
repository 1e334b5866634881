package org.mingze.reading.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("文中写了的不再问")
class ToldTest {
    private static final LocalDate AFTER = LocalDate.of(2025, 12, 31);
    private final Told told =
            new Told(
                    Map.of("a.secretary", "周砚田", "a.organizer", "林若谷", "b.organizer", "何允中"),
                    Map.of(
                            "a.secretary", "青石街道党工委书记",
                            "a.organizer", "青石街道组织委员",
                            "b.organizer", "柳河镇组织委员"),
                    AFTER);

    @Test
    @DisplayName("时限写成一个日子：几月底、季度、上半年、年底、旬，没写年份的取报告期之后的头一个")
    void tellsTheDay() {
        assertThat(day("2026年6月30日前")).isEqualTo("2026-06-30");
        assertThat(day("6月底前")).isEqualTo("2026-06-30");
        assertThat(day("2月底前")).isEqualTo("2026-02-28");
        assertThat(day("3月中旬")).isEqualTo("2026-03-20");
        assertThat(day("第一季度")).isEqualTo("2026-03-31");
        assertThat(day("明年上半年")).isEqualTo("2026-06-30");
        assertThat(day("年底前")).isEqualTo("2026-12-31");
        assertThat(day("2027年底前")).isEqualTo("2027-12-31");
    }

    @Test
    @DisplayName("不是日子的不猜：长期坚持、立行立改、2月30日、13月底")
    void doesNotGuess() {
        for (String said : new String[] {"长期坚持", "立行立改", "2月30日前", "13月底", "底", ""}) {
            assertThat(day(said)).as(said).isEmpty();
        }
    }

    @Test
    @DisplayName("责任人写名字或写岗位都对得上；对上两个岗位的不猜")
    void tellsTheOwner() {
        assertThat(told.owner("党工委书记周砚田")).contains("a.secretary");
        assertThat(told.owner("党工委书记")).contains("a.secretary");
        assertThat(told.owner("组织委员")).isEmpty();
        assertThat(told.owner("镇财政所")).isEmpty();
    }

    @Test
    @DisplayName("人填过的表以人填的为准，空着就是空着")
    void aPersonGoesBefore() {
        Find find =
                new Find(
                        FindKind.MEASURE,
                        0,
                        9,
                        Map.of(Find.SAID_OWNER, "周砚田", Find.SAID_DEADLINE, "6月底前"));
        assertThat(told.owner(new Reviewed(find, find, Optional.empty()))).isEqualTo("a.secretary");
        Decision made =
                new Decision(
                        new java.util.UUID(0, 1),
                        Decision.Act.CORRECTED,
                        find,
                        find.with(Find.DEADLINE, "2026-09-30"),
                        "p1",
                        java.time.Instant.EPOCH,
                        "");
        Reviewed corrected = new Reviewed(find, made.result(), Optional.of(made));
        assertThat(told.owner(corrected)).isEmpty();
        assertThat(told.deadline(corrected)).isEqualTo("2026-09-30");
    }

    @Test
    @DisplayName("照抄的一句不管空格换行都找得到，有几处取近的，没有的说没有")
    void findsTheExcerpt() {
        String text = "一是学习　不深。\n二是学习不深。";
        assertThat(Excerpt.find(text, "学习不\n深", 0)).contains(new Excerpt(2, 7));
        assertThat(Excerpt.find(text, "学习不深", 14)).contains(new Excerpt(11, 15));
        assertThat(Excerpt.find(text, "没有的话", 0)).isEmpty();
        assertThat(Excerpt.find(text, "  ", 0)).isEmpty();
    }

    private static String day(String said) {
        return SaidDay.of(said, AFTER).map(LocalDate::toString).orElse("");
    }
}
