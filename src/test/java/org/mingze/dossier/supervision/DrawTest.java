package org.mingze.dossier.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mingze.calendar.WorkCalendar;
import org.mingze.journal.Archive;
import org.mingze.organization.Organization;
import org.mingze.work.Knowledge;

@DisplayName("抽签")
class DrawTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final Organization ORGANIZATION =
            Knowledge.of(
                            Archive.read(Path.of("samples", "mingchuan")).entries(),
                            WorkCalendar.published())
                    .organization();

    private static Draw draw(String letter, int count) {
        return new Draw("村社区", "mingchuan.xianwei", count, 2000, letter.repeat(64));
    }

    @Test
    @DisplayName("同一个种子再抽，抽中的不变；换一个种子就变")
    void again() {
        List<String> first = draw("a", 4).drawn(ORGANIZATION, DAY);
        assertThat(first).hasSize(4).doesNotHaveDuplicates();
        assertThat(draw("a", 4).drawn(ORGANIZATION, DAY)).isEqualTo(first);
        assertThat(draw("b", 4).drawn(ORGANIZATION, DAY)).isNotEqualTo(first);
    }

    @Test
    @DisplayName("多抽几个，先抽中的还在前面")
    void more() {
        assertThat(draw("c", 6).drawn(ORGANIZATION, DAY))
                .startsWith(draw("c", 3).drawn(ORGANIZATION, DAY).toArray(new String[0]));
    }

    @Test
    @DisplayName("只在那一类单位里抽，抽不出比有的更多")
    void kind() {
        List<String> all = draw("d", 50).drawn(ORGANIZATION, DAY);
        assertThat(all).hasSizeLessThan(50);
        assertThat(all)
                .allSatisfy(
                        code ->
                                assertThat(ORGANIZATION.body(code, DAY).orElseThrow().kind())
                                        .isEqualTo("村社区"));
    }

    @Test
    @DisplayName("记下的种子读回来是同一次抽签，别的备案号不是")
    void text() {
        Draw draw = draw("e", 2);
        assertThat(Draw.parse(draw.text())).hasValue(draw);
        assertThat(Draw.parse("备〔2026〕3号")).isEmpty();
    }
}
