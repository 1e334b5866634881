package org.mingze.assessment.overview;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mingze.duty.Standing;

@DisplayName("驾驶舱的合计")
class MonthlyTest {
    @Test
    @DisplayName("起因撤销了的、不适用的，不算到期；缺据的、在办的算")
    void countsWhatThereWasToDo() {
        Monthly.Sum sum = new Monthly.Sum();
        for (Standing standing : Standing.values()) {
            sum.add(standing, 1);
        }
        assertThat(sum.all()).isEqualTo(Standing.values().length - 2);
        assertThat(sum.judged()).isEqualTo(3);
    }
}
