package org.mingze.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("账行")
class EntryLineTest {
    private static final Instant NOW = Instant.parse("2026-02-25T01:10:11.123456789Z");
    private static final Draft TALK =
            new Draft(
                    "谈话",
                    Occurred.parse("2026-02-25T09:30"),
                    new Recorder("p012", "qingshi.secretary"),
                    EntryMode.REPORTED,
                    new Content.Group(Map.of("类", new Content.Text("提醒谈话"))),
                    Map.of("对象", new Content.Text("p031")));

    @Test
    @DisplayName("一笔待录写成一行，字段齐、时刻到微秒、分级值只留摘要")
    void isOneCanonicalLine() {
        JournalHead.Appended appended = JournalHead.EMPTY.append(TALK, NOW, new Random(1));
        String digest = appended.classedValues().getFirst().commitment().toString();
        assertThat(appended.text())
                .isEqualTo(
                        "{\"业\":\"2026-02-25T09:30\",\"人\":\"p012\",\"办\":\"补\",\"号\":\"1\","
                                + "\"容\":{\"类\":\"提醒谈话\"},\"密\":{\"对象\":\""
                                + digest
                                + "\"},\"岗\":\"qingshi.secretary\","
                                + "\"录\":\"2026-02-25T09:10:11.123456\",\"类\":\"谈话\"}");
        assertThat(EntryLine.parse(appended.text())).isEqualTo(appended.line());
        assertThat(appended.entry().content().text("对象")).contains("p031");
    }

    @Test
    @DisplayName("钟倒走时录时仍逐笔往后，每笔至少晚一微秒")
    void neverStepsBack() {
        JournalHead head = JournalHead.EMPTY.append(TALK, NOW, new Random(1)).head();
        JournalHead.Appended second = head.append(TALK, NOW.minusSeconds(60), new Random(1));
        assertThat(second.line().recordedAt())
                .isEqualTo(Instant.parse("2026-02-25T01:10:11.123457Z"));
    }

    @Test
    @DisplayName("同一字段不能既公开又分级")
    void keepsClassedValuesOutOfTheContent() {
        Draft draft =
                new Draft(
                        "谈话",
                        TALK.occurred(),
                        Recorder.SETUP,
                        EntryMode.DONE,
                        TALK.content(),
                        Map.of("类", new Content.Text("x")));
        assertThatThrownBy(() -> JournalHead.EMPTY.append(draft, NOW, new Random(1)))
                .hasMessageContaining("「类」");
    }

    @ParameterizedTest
    @DisplayName("写法稍异的行都读不出")
    @ValueSource(strings = {" ", "业\":\"2026-02-25T09:30:00", "extra", "号\":\"01", "mode"})
    void readsOnlyTheCanonicalLine(String change) {
        String text = JournalHead.EMPTY.append(TALK, NOW, new Random(1)).text();
        String changed =
                switch (change) {
                    case " " -> text + " ";
                    case "extra" -> text.replace("{\"业\"", "{\"a\":\"\",\"业\"");
                    case "mode" -> text.replace("\"办\":\"补\"", "\"办\":\"好\"");
                    default -> {
                        String key = change.substring(0, 1);
                        yield text.replaceFirst("" + key + "\":\"[^\"]*", change);
                    }
                };
        assertThat(changed).isNotEqualTo(text);
        assertThatThrownBy(() -> EntryLine.parse(changed))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @DisplayName("附件在内容的任何深处都找得到")
    void findsCitations() {
        Digest digest = Digest.of(new byte[] {1});
        Content content =
                new Content.Group(
                        Map.of(
                                "附",
                                new Content.Series(List.of(new Content.Text("照片.jpg#" + digest)))));
        assertThat(Evidence.citations(content))
                .containsExactly(new Evidence.Citation("照片.jpg", digest));
    }
}
