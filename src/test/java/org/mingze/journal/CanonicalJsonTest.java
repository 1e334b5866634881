package org.mingze.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("规范文本")
class CanonicalJsonTest {
    private static final String CHARACTERS = "会议ab\"\\/\b\f\n\r\t\u0000\u001f\u007f 一𠀀＂\uffff";

    @Test
    @DisplayName("字段按码点排列，不留空白")
    void sortsFieldsByCodePoint() {
        Content.Group group =
                new Content.Group(
                        Map.of(
                                "𠀀",
                                text("一"),
                                "\uff5e",
                                new Content.Series(List.of(text("二"), text(""))),
                                "a",
                                Content.Group.EMPTY));
        assertThat(CanonicalJson.write(group))
                .isEqualTo("{\"a\":{},\"\uff5e\":[\"二\",\"\"],\"𠀀\":\"一\"}");
    }

    @Test
    @DisplayName("任意内容写出再读回不变，再写不变")
    void readsBackWhatItWrote() {
        Random random = new Random(7);
        for (int i = 0; i < 5_000; i++) {
            Content content = content(random, 0);
            String text = CanonicalJson.write(content);
            assertThat(CanonicalJson.read(text)).isEqualTo(content);
            assertThat(CanonicalJson.write(CanonicalJson.read(text))).isEqualTo(text);
        }
    }

    @Test
    @DisplayName("任意残破文本只会得到带行列的说明")
    void faultsOnlyWithAPlace() {
        Random random = new Random(11);
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder(CanonicalJson.write(content(random, 0)));
            for (int n = random.nextInt(3); n >= 0; n--) {
                int at = random.nextInt(text.length());
                if (random.nextBoolean()) {
                    text.setCharAt(at, "{}[]\",:\\u1n\ud800\n".charAt(random.nextInt(13)));
                } else {
                    text.setLength(at + 1);
                }
            }
            Throwable thrown = catchThrowable(() -> CanonicalJson.read(text.toString()));
            if (thrown != null) {
                assertThat(thrown).isInstanceOf(CanonicalJson.Fault.class);
                assertThat(thrown.getMessage()).startsWith("第");
            }
        }
    }

    @ParameterizedTest(name = "{0} → 第{1}行第{2}列")
    @DisplayName("出错之处有行有列")
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "{\"号\":12}|1|6",
                "{\"a\":\"1\",\"a\":\"2\"}|1|10",
                "[\"a\",]|1|6",
                "[\"a\" \"b\"]|1|6",
                "\"a|1|1",
                "\"\\x\"|1|3",
                "\"\\u12g4\"|1|6",
                "\"\\ud800\"|1|1",
                "{} {}|1|4",
                "true|1|1",
                "{a:1}|1|2",
            })
    void saysWhere(String text, int line, int column) {
        assertThatThrownBy(() -> CanonicalJson.read(text))
                .isInstanceOfSatisfying(
                        CanonicalJson.Fault.class,
                        fault -> {
                            assertThat(fault.line()).isEqualTo(line);
                            assertThat(fault.column()).isEqualTo(column);
                        });
    }

    @Test
    @DisplayName("嵌套过深被拒而不致栈溢出")
    void refusesDepth() {
        assertThatThrownBy(() -> CanonicalJson.read("[".repeat(100_000)))
                .isInstanceOf(CanonicalJson.Fault.class)
                .hasMessageContaining("嵌套");
    }

    private static Content content(Random random, int depth) {
        int kind = depth > 3 ? 0 : random.nextInt(3);
        int size = random.nextInt(4);
        return switch (kind) {
            case 0 -> text(word(random));
            case 1 -> {
                List<Content> items = new ArrayList<>();
                for (int i = 0; i < size; i++) {
                    items.add(content(random, depth + 1));
                }
                yield new Content.Series(items);
            }
            default -> {
                Map<String, Content> fields = new LinkedHashMap<>();
                for (int i = 0; i < size; i++) {
                    fields.put(word(random), content(random, depth + 1));
                }
                yield new Content.Group(fields);
            }
        };
    }

    private static String word(Random random) {
        int[] points = CHARACTERS.codePoints().toArray();
        StringBuilder word = new StringBuilder();
        for (int n = random.nextInt(6); n > 0; n--) {
            word.appendCodePoint(points[random.nextInt(points.length)]);
        }
        return word.toString();
    }

    private static Content text(String value) {
        return new Content.Text(value);
    }
}
