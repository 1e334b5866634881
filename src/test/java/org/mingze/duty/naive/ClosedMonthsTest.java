package org.mingze.duty.naive;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mingze.duty.AsOf;
import org.mingze.duty.Obligation;
import org.mingze.duty.situation.ClosedPeriods;
import org.mingze.institution.expression.Value.Reference;
import org.mingze.journal.Entry;

@DisplayName("一次月结盖住哪些应尽事项")
class ClosedMonthsTest {
    private static final String ASKED = "2026-04-20";

    private final Trial counting = new Trial("try.counting");
    private final Trial answering = new Trial("try.answering");
    private final Trial ladders = new Trial("try.ladders");

    private static Obligation owed(Trial county, String duty, String bearer, String occasion) {
        return county.verdict(ASKED, duty, bearer, "", occasion).obligation();
    }

    private static Entry close(Trial county, String... fields) {
        county.on("2026-03-10").add("月结", fields);
        return county.entries().getLast();
    }

    private static AsOf asOf(Trial county) {
        return new AsOf(county.known(), LocalDate.parse(ASKED));
    }

    private boolean covers(Obligation owed, String... fields) {
        return ClosedPeriods.covers(close(counting, fields), owed, asOf(counting));
    }

    @Test
    @DisplayName("期在那个月里结束的盖住，别的月的、跨年的和写不成期的不盖")
    void coversWhatEndsInItsPeriod() {
        Obligation january = owed(counting, "学.月", "支1", "2026-01");

        assertThat(covers(january, "期", "2026-01")).isTrue();
        assertThat(covers(january, "期", "2026-02")).isFalse();
        assertThat(covers(january, "期", "正月")).isFalse();
        assertThat(covers(january)).isFalse();
        assertThat(covers(owed(counting, "学.窗", "支1", "2026"), "期", "2026-01")).isFalse();
    }

    @Test
    @DisplayName("写明机构的，只盖它自己、它的岗和它以下的")
    void coversWhoeverIsWithinTheBody() {
        counting.on(Trial.SETUP).add("机构", "号", "镇2", "名", "镇2", "类", "党委", "级", "乡镇", "属", "县");
        Obligation branch = owed(counting, "学.月", "支1", "2026-01");
        Obligation post = owed(counting, "学.参", "支书", "2026-01");

        assertThat(covers(branch, "期", "2026-01", "机构", "支1")).isTrue();
        assertThat(covers(branch, "期", "2026-01", "机构", "镇1")).isTrue();
        assertThat(covers(post, "期", "2026-01", "机构", "县")).isTrue();
        assertThat(covers(branch, "期", "2026-01", "机构", "镇2")).isFalse();
        Obligation nobodys =
                new Obligation(
                        branch.enactment(),
                        branch.duty(),
                        Optional.<Reference>empty(),
                        Optional.empty(),
                        branch.occasion());
        assertThat(covers(nobodys, "期", "2026-01", "机构", "县")).isFalse();
        assertThat(covers(nobodys, "期", "2026-01")).isTrue();
    }

    @Test
    @DisplayName("由记录而起的，看那条记录的业时；由违责而起的，看违的那一件")
    void coversByTheRecordOrTheBreachThatRaisedIt() {
        long submission = answering.on("2026-01-05").add("来件", "机构", "支1", "类", "平件");
        Obligation answer = owed(answering, "答.日", "支1", "件" + submission);
        assertThat(ClosedPeriods.covers(close(answering, "期", "2026-01"), answer, asOf(answering)))
                .isTrue();
        assertThat(ClosedPeriods.covers(close(answering, "期", "2026-02"), answer, asOf(answering)))
                .isFalse();

        long late = ladders.on("2026-01-05").add("来件", "机构", "支1", "类", "平件");
        String rung = "升1|try.ladders|升.答|支1||件" + late;
        Obligation step = ladders.verdict(ASKED, "升.级", "镇1", "支1", rung).obligation();
        assertThat(ClosedPeriods.covers(close(ladders, "期", "2026-01"), step, asOf(ladders)))
                .isTrue();
        assertThat(ClosedPeriods.covers(close(ladders, "期", "2026-02"), step, asOf(ladders)))
                .isFalse();
    }

    private String waived(String... close) {
        if (close.length > 0) {
            close(counting, close);
        }
        String[] act = {
            "编号", "try.counting", "号", "学.月", "谁", "支1", "期", "2026-01", "批", "镇1", "因", "防汛"
        };
        counting.on("2026-03-20").add("免", act);
        return counting.verdict(ASKED, "学.月", "支1", "", "2026-01").note();
    }

    @Test
    @DisplayName("月结以后才免的，说明是事后")
    void saysThatAWaiverCameAfterTheClose() {
        assertThat(waived("期", "2026-01")).isEqualTo("镇1事后免：防汛");
    }

    @Test
    @DisplayName("结的是别的月，或月结在后，不是事后")
    void saysNothingOfACloseOfAnotherMonthOrALaterOne() {
        assertThat(waived("期", "2026-02")).isEqualTo("镇1免：防汛");
        Entry close = close(counting, "期", "2026-01");
        Obligation january = owed(counting, "学.月", "支1", "2026-01");

        assertThat(counting.verdict(ASKED, "学.月", "支1", "", "2026-01").note()).isEqualTo("镇1免：防汛");
        assertThat(ClosedPeriods.closing(january, close, asOf(counting))).isEmpty();
    }
}
