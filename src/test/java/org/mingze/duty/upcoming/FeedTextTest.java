package org.mingze.duty.upcoming;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("订阅文本的行")
class FeedTextTest {
    @Test
    @DisplayName("每行不过75个字节，不在一个字中间断开，接起来还是原文")
    void folds() {
        String line = "SUMMARY:" + "每季度召开一次党工委会议专题研究全面从严治党😀".repeat(6);
        String folded = FeedText.folded(line);
        for (String part : folded.split("\r\n", -1)) {
            assertThat(part.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(75);
            assertThat(part).doesNotContain("\ufffd");
        }
        assertThat(folded.replace("\r\n ", "").strip()).isEqualTo(line);
    }
}
