package org.mingze.access.factor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("动态码")
class TimeCodeTest {
    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    @ParameterizedTest(name = "{0}秒时是{1}")
    @DisplayName("与RFC 6238附录B的SHA-1数值一致（取末六位）")
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void asInTheStandard(long second, String code) {
        assertThat(TimeCode.at(SECRET, TimeCode.step(Instant.ofEpochSecond(second))))
                .isEqualTo(code);
    }

    @Test
    @DisplayName("前后各容一步，再远不认；用过的那一步和更早的不认")
    void oneStepOffAndOnce() {
        Instant now = Instant.ofEpochSecond(1_111_111_111);
        long step = TimeCode.step(now);
        for (long off = -1; off <= 1; off++) {
            assertThat(TimeCode.matching(SECRET, TimeCode.at(SECRET, step + off), 0, now))
                    .isEqualTo(OptionalLong.of(step + off));
        }
        assertThat(TimeCode.matching(SECRET, TimeCode.at(SECRET, step + 2), 0, now)).isEmpty();
        assertThat(TimeCode.matching(SECRET, TimeCode.at(SECRET, step - 2), 0, now)).isEmpty();
        assertThat(TimeCode.matching(SECRET, TimeCode.at(SECRET, step), step, now)).isEmpty();
    }

    @Test
    @DisplayName("密钥写成三十二进制，验证器认得")
    void base32() {
        assertThat(TimeCode.base32(SECRET)).isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
    }
}
