package org.mingze.duty.naive;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mingze.duty.Standing;

@DisplayName("并入以后，没办完的由并入的机构接着办")
class MergersTest {
    private final Trial county = new Trial("try.answering");

    @BeforeEach
    void neighbour() {
        county.on(Trial.SETUP).add("机构", "号", "支2", "名", "支2", "类", "党支部", "级", "村", "属", "镇1");
    }

    private void merge() {
        county.on("2026-01-08").add("撤销机构", "机构", "支1", "并入", "支2");
    }

    @Test
    @DisplayName("并入以前来的件，限在以后的，不撤；并入的机构答复了，算履行")
    void isSeenThroughByTheSuccessor() {
        long one = county.on("2026-01-05").add("来件", "机构", "支1", "类", "平件");
        long other = county.on("2026-01-05").add("来件", "机构", "支1", "类", "平件");
        merge();
        assertThat(county.standing("2026-01-08", "答.日", "支1", "件" + one)).contains(Standing.OPEN);

        county.on("2026-01-09").add("答复", "机构", "支2", "件", Long.toString(one));
        assertThat(county.standing("2026-03-10", "答.日", "支1", "件" + one))
                .contains(Standing.FULFILLED);
        assertThat(county.standing("2026-03-10", "答.日", "支1", "件" + other))
                .contains(Standing.BREACHED);
    }

    @Test
    @DisplayName("并入那天和以后的件，写的还是原来的机构，由并入的机构担")
    void bearsWhatStillNamesTheFormerBody() {
        long submission = county.on("2026-01-08").add("来件", "机构", "支1", "类", "平件");
        merge();

        assertThat(county.standing("2026-01-09", "答.日", "支2", "件" + submission))
                .contains(Standing.OPEN);
    }

    @Test
    @DisplayName("并入以前已经办到的、已经违的，照旧是原来的机构")
    void judgesThePastAsItWas() {
        long done = county.on("2026-01-02").add("来件", "机构", "支1", "类", "平件");
        county.on("2026-01-04").add("答复", "机构", "支1", "件", Long.toString(done));
        merge();

        assertThat(county.standing("2026-03-10", "答.日", "支1", "件" + done))
                .contains(Standing.FULFILLED);
    }
}
