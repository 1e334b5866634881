package org.mingze.work.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("字组：两个汉字就能找")
class GramsTest {
    @Test
    @DisplayName("一句话里任何相连的两个字，都在这句话的字组里；一个字没有字组")
    void pairs() {
        String text = "党工委会议专题研究全面从严治党";
        int[] grams = Grams.of(text);
        for (int at = 0; at + 2 <= text.length(); at++) {
            int[] pair = Grams.of(text.substring(at, at + 2));
            assertThat(pair).hasSize(1);
            assertThat(grams).contains(pair);
        }
        assertThat(Grams.of("党")).isEmpty();
        assertThat(Grams.of("党 委")).isEmpty();
    }

    @Test
    @DisplayName("英文和数字按整词，不分大小写；标点隔开两边的字")
    void words() {
        assertThat(Grams.of("明政发〔2026〕12号 GBT"))
                .contains(Grams.of("2026"))
                .contains(Grams.of("gbt"))
                .doesNotContain(Grams.of("202"));
        assertThat(Grams.of("学习，党建")).doesNotContain(Grams.of("习党"));
    }

    @Test
    @DisplayName("号列放进去的号原样取得出，不论相隔多远")
    void postings() {
        Random random = new Random(7);
        TreeSet<Integer> numbers = new TreeSet<>();
        for (int made = 0; made < 5_000; made++) {
            numbers.add(
                    1 + (random.nextBoolean() ? random.nextInt(2_000) : random.nextInt(1 << 30)));
        }
        Postings postings = new Postings();
        numbers.forEach(postings::add);
        int[] all = numbers.stream().mapToInt(Integer::intValue).toArray();
        assertThat(postings.all()).isEqualTo(all);
        int[] even = Arrays.stream(all).filter(number -> number % 2 == 0).toArray();
        assertThat(Postings.both(all, even)).isEqualTo(even);
    }
}
