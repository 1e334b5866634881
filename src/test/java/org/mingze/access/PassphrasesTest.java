package org.mingze.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("口令")
class PassphrasesTest {
    @ParameterizedTest
    @DisplayName("短的、重复的、连号的、常见的、含账号的，都说怎么改")
    @ValueSource(
            strings = {
                "short",
                "aaaaaaaaaaaa",
                "ababababababab",
                "123456789012",
                "abcdefghijklmn",
                "Password-1234",
                "woaini1314!!",
                "Qwertyuiop[]",
                "zhouyantian-2026"
            })
    void refused(String chosen) {
        assertThat(Passphrases.fault(chosen, "zhouyantian")).isPresent();
    }

    @ParameterizedTest
    @DisplayName("几个不相干的词连起来就行")
    @ValueSource(strings = {"南桥北井石磨柳巷-六十二渡口", "tide gravel onion seven", "k7m2-p9xw-3tqd"})
    void taken(String chosen) {
        assertThat(Passphrases.fault(chosen, "zhouyantian")).isEmpty();
    }

    @Test
    @DisplayName("一次性口令每个都不同，自己也过得了关")
    void oneTime() {
        assertThat(Stream.generate(Passphrases::oneTime).limit(500))
                .doesNotHaveDuplicates()
                .allSatisfy(each -> assertThat(Passphrases.fault(each, "p019")).isEmpty());
    }
}
