package org.mingze.exchange.conversion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mingze.institution.expression.Rational;
import org.mingze.institution.expression.Type;
import org.mingze.institution.expression.Type.Simple;
import org.mingze.institution.expression.Value;
import org.mingze.journal.Content;
import org.mingze.organization.Organization;
import org.mingze.sheet.Cell;

@DisplayName("一格里写几项")
class StructureCellTest {
    private static final java.time.LocalDate DAY = java.time.LocalDate.of(2026, 3, 1);

    private static Map<String, Type> agenda() {
        Map<String, Type> agenda = new LinkedHashMap<>();
        agenda.put("序", Simple.INTEGER);
        agenda.put("名", Simple.TEXT);
        agenda.put("题", new Type.ListOf(Simple.TEXT));
        agenda.put("临时", Simple.TRUTH);
        Map<String, Type> speech = new LinkedHashMap<>();
        speech.put("意见", Simple.TEXT);
        speech.put("序", Simple.INTEGER);
        agenda.put("发言", new Type.ListOf(new Type.Structure(speech)));
        agenda.put("表决", new Type.Structure(Map.of("赞成", Simple.INTEGER)));
        return agenda;
    }

    private static CellConversion.Made read(String cell) {
        return new CellConversion(
                        new FindingNames(new Organization()),
                        DAY,
                        java.util.OptionalInt.empty(),
                        new Earlier() {
                            @Override
                            public boolean isKey(String key) {
                                return false;
                            }

                            @Override
                            public boolean isFaultyKey(String key) {
                                return false;
                            }

                            @Override
                            public java.util.Optional<java.time.LocalDate> dayOf(long number) {
                                return java.util.Optional.empty();
                            }
                        })
                .make(new Type.ListOf(new Type.Structure(agenda())), new Cell.Text(cell), "议程");
    }

    private static Content sound(String cell) {
        return read(cell) instanceof CellConversion.Made.Sound(Content content)
                ? content
                : new Content.Text(read(cell).toString());
    }

    private static Content.Group group(Object... pairs) {
        Map<String, Content> fields = new LinkedHashMap<>();
        for (int at = 0; at < pairs.length; at += 2) {
            fields.put(
                    (String) pairs[at],
                    pairs[at + 1] instanceof Content content
                            ? content
                            : new Content.Text((String) pairs[at + 1]));
        }
        return new Content.Group(fields);
    }

    @Test
    @DisplayName("一行一项，项里按名写；里面再有几项的用花括号；半角的标点也认得")
    void readsItems() {
        assertThat(sound("序：1；名：审议甲；题：党建、防汛；临时：是\n名:听取乙; 表决：｛赞成：７｝；发言：｛｛意见：同意；序：1｝｜｛意见：缓议｝｝"))
                .isEqualTo(
                        new Content.Series(
                                List.of(
                                        group(
                                                "序",
                                                "1",
                                                "名",
                                                "审议甲",
                                                "题",
                                                new Content.Series(
                                                        List.of(
                                                                new Content.Text("党建"),
                                                                new Content.Text("防汛"))),
                                                "临时",
                                                "是"),
                                        group(
                                                "名",
                                                "听取乙",
                                                "表决",
                                                group("赞成", "7"),
                                                "发言",
                                                new Content.Series(
                                                        List.of(
                                                                group("意见", "同意", "序", "1"),
                                                                group("意见", "缓议")))))));
    }

    @Test
    @DisplayName("只写名的也成一项；说不清是哪一项的、值不对的，说出怎么改")
    void readsBareNames() {
        assertThat(sound("审议甲；听取乙"))
                .isEqualTo(new Content.Series(List.of(group("名", "审议甲"), group("名", "听取乙"))));
        assertThat(read("名：甲；通过").toString()).contains("“通过”没有说是哪一项");
        assertThat(read("序：第一；名：甲").toString()).contains("序：写整数");
    }

    @Test
    @DisplayName("写出来再读回来一样：文字里有分号、括号、顿号、换行、反斜线也一样")
    void writesWhatItReads() {
        Value.Group speech =
                new Value.Group(Map.of("意见", new Value.Text("甲；乙｛丙｝\\｜丁\n戊、己：庚 {x} ↵ C:\\new")));
        Map<String, Value> item = new LinkedHashMap<>();
        item.put("序", new Value.Numeric(Rational.of(1)));
        item.put("名", new Value.Text("名：不是名；｛不是项｝"));
        item.put("题", new Value.Series(List.of(new Value.Text("甲、乙"), new Value.Text("丙\\"))));
        item.put("发言", new Value.Series(List.of(speech, speech)));
        item.put("表决", new Value.Group(Map.of("赞成", new Value.Numeric(Rational.of(5)))));
        Value.Series whole =
                new Value.Series(
                        List.of(
                                new Value.Group(item),
                                new Value.Group(Map.of("名", new Value.Text("乙")))));
        String cell = new ValueWords(new Organization()).cell(whole, DAY);
        Content.Series read = (Content.Series) sound(cell);
        assertThat(read.items()).hasSize(2);
        Content.Group first = (Content.Group) read.items().getFirst();
        assertThat(first.text("名")).contains("名：不是名；｛不是项｝");
        assertThat(first.get("题"))
                .contains(
                        new Content.Series(
                                List.of(new Content.Text("甲、乙"), new Content.Text("丙\\"))));
        Content.Series speeches = (Content.Series) first.get("发言").orElseThrow();
        assertThat(speeches.items())
                .hasSize(2)
                .allMatch(
                        each ->
                                ((Content.Group) each)
                                        .text("意见")
                                        .equals(
                                                java.util.Optional.of(
                                                        "甲；乙｛丙｝\\｜丁\n戊、己：庚 {x} ↵ C:\\new")));
    }
}
