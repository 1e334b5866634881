package org.mingze.report.masking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mingze.organization.Organization;

@DisplayName("遮字")
class MaskedWordsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    private final MaskedWords words = new MaskedWords(MaskedNames.of(new Organization(), DAY, DAY));

    @Test
    @DisplayName("电话和身份证号遮住")
    void telephonesAreMasked() {
        assertThat(words.words("电话13812345678，证号110101199003078888，座机0371-6612345"))
                .isEqualTo("电话*，证号*，座机*");
    }

    @Test
    @DisplayName("树根里像电话的十一位数字不是谁的电话，不遮")
    void aDigestIsNotATelephone() {
        String root = "d1d749b720bf1e65fecae6dce1015ee8e15108670496fc75405cab03637ee6f7";
        assertThat(words.words("树根" + root + "。")).isEqualTo("树根" + root + "。");
    }
}
