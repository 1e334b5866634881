package org.mingze.reading.sameness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("雷同")
class SamenessIndexTest {
    private static final String FORMULA = "坚持以习近平新时代中国特色社会主义思想为指导，全面贯彻落实党的二十大精神，扎实推进各项工作落地见效。";

    private final Random random = new Random(7);

    @Test
    @DisplayName("抄来的一段改动一成也找得出，说明在哪一份的哪一处")
    void findsEditedCopies() {
        int found = 0;
        List<String> texts = new ArrayList<>();
        for (int number = 0; number < 200; number++) {
            texts.add(FORMULA + prose(900) + FORMULA);
        }
        SamenessIndex index = SamenessIndex.of(texts);
        for (int turn = 0; turn < 100; turn++) {
            int other = random.nextInt(texts.size());
            String copied = texts.get(other).substring(200, 400);
            String text = prose(500) + edited(copied) + prose(500);
            Sameness sameness = index.check(text, number -> false);
            found +=
                    sameness.passages().stream()
                                    .anyMatch(
                                            p ->
                                                    p.other() == other
                                                            && p.from() < 700
                                                            && p.to() > 500)
                            ? 1
                            : 0;
        }
        assertThat(found).isGreaterThanOrEqualTo(98);
    }

    @Test
    @DisplayName("两份之间的雷同成对找全，互不相干的不成对")
    void findsAllPairs() {
        List<String> texts = new ArrayList<>();
        for (int number = 0; number < 300; number++) {
            texts.add(FORMULA + prose(800));
        }
        for (int number = 0; number < 50; number++) {
            texts.set(
                    number + 100,
                    prose(300) + edited(texts.get(number).substring(100, 350)) + prose(300));
        }
        List<Sameness.Pair> pairs = SamenessIndex.of(texts).pairs();
        long planted =
                pairs.stream().filter(p -> p.other() == p.one() + 100 && p.one() < 50).count();
        assertThat(planted).isGreaterThanOrEqualTo(49);
        assertThat(pairs.size() - planted).isLessThanOrEqualTo(1);
    }

    @Test
    @DisplayName("处处都有的套话不算雷同，也不算作者自己的")
    void learnsFormulae() {
        List<String> texts = new ArrayList<>();
        for (int number = 0; number < 60; number++) {
            texts.add(FORMULA + prose(300));
        }
        Sameness sameness = SamenessIndex.of(texts).check(FORMULA + prose(300), number -> false);
        assertThat(sameness.passages()).isEmpty();
        assertThat(sameness.own()).isGreaterThan(0.95);
    }

    @Test
    @DisplayName("自己的占比：抄了一半就是一半，全抄就近于零")
    void tellsOwnShare() {
        List<String> texts = List.of(prose(600), prose(600), prose(600));
        SamenessIndex index = SamenessIndex.of(texts);
        assertThat(index.check(prose(600), number -> false).own()).isEqualTo(1);
        assertThat(index.check(texts.get(1), number -> false).own()).isLessThan(0.05);
        assertThat(index.check(texts.get(1), number -> number == 1).own()).isEqualTo(1);
        assertThat(index.check(texts.get(0).substring(0, 300) + prose(300), number -> false).own())
                .isBetween(0.4, 0.6);
    }

    @Test
    @DisplayName("空的和极短的文字没有雷同")
    void readsShortTexts() {
        SamenessIndex index = SamenessIndex.of(List.of("", "短", prose(100)));
        assertThat(index.check("", number -> false)).isEqualTo(new Sameness(List.of(), 1));
        assertThat(index.check("一、", number -> false).passages()).isEmpty();
        assertThat(index.pairs()).isEmpty();
    }

    private String prose(int length) {
        StringBuilder prose = new StringBuilder(length);
        for (int at = 0; at < length; at++) {
            prose.append(at % 17 == 16 ? '，' : (char) ('一' + random.nextInt(3000)));
        }
        return prose.toString();
    }

    /// One letter in ten changed, dropped or doubled.
    private String edited(String text) {
        StringBuilder edited = new StringBuilder();
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            int turn = random.nextInt(10) == 0 ? random.nextInt(3) : 3;
            switch (turn) {
                case 0 -> edited.append((char) ('一' + random.nextInt(3000)));
                case 1 -> edited.append(c).append((char) ('一' + random.nextInt(3000)));
                case 2 -> {}
                default -> edited.append(c);
            }
        }
        return edited.toString();
    }
}
