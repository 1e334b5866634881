package org.mingze;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("真正的程序，样例县")
class RunningMingzeTest {
    @Test
    @DisplayName("周砚田登录后，页头写着现任的岗位")
    void signsIn() {
        Visitor visitor = RunningMingze.shared().visitor("周砚田");
        assertThat(visitor.get("/more").text(".rail")).contains("周砚田").contains("青石街道党工委书记");
    }
}
