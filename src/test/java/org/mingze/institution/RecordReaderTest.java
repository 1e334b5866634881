package org.mingze.institution;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mingze.institution.RecordReader.Fault;
import org.mingze.institution.RecordReader.Read;
import org.mingze.institution.expression.Rational;
import org.mingze.institution.expression.Value;
import org.mingze.journal.Content;

@DisplayName("读记录")
class RecordReaderTest {
    private static final Vocabulary VOCABULARY =
            InstitutionFiles.read(List.of(Path.of("institutions"))).vocabulary();

    private static Content text(String value) {
        return new Content.Text(value);
    }

    private static Read read(String type, Map<String, Content> fields) {
        return RecordReader.read(
                VOCABULARY.recordType(type).orElseThrow(),
                new Content.Group(fields),
                RecordReader.Resolver.CODES);
    }

    private static List<Fault> faults(String type, Map<String, Content> fields) {
        return read(type, fields) instanceof Read.Faulty(List<Fault> faults, var _)
                ? faults
                : List.of();
    }

    @Test
    @DisplayName("各类字段读成各自的值")
    void typesEveryKindOfField() {
        Read read =
                read(
                        "支出",
                        Map.of(
                                "机构", text("县政府"),
                                "类", text("合同"),
                                "金额", text("80万元"),
                                "事项", text("第12号"),
                                "月份", text("3")));
        assertThat(read)
                .isEqualTo(
                        new Read.Sound(
                                Map.of(
                                        "机构", Value.Reference.body("县政府"),
                                        "类", new Value.Text("合同"),
                                        "金额", new Value.Money(Rational.of(800_000)),
                                        "事项", new Value.Link(12),
                                        "月份", Value.Numeric.of(3))));
    }

    @ParameterizedTest
    @CsvSource({"3.5万, 35000", "'35,000', 35000", "'1，234，567元', 1234567", "50万元, 500000"})
    @DisplayName("金额照平常的写法读：3.5万、35,000")
    void readsAmountsAsPeopleWriteThem(String written, long yuan) {
        Read read = read("支出", Map.of("机构", text("县政府"), "类", text("合同"), "金额", text(written)));
        assertThat(read)
                .isInstanceOfSatisfying(
                        Read.Sound.class,
                        sound ->
                                assertThat(sound.fields())
                                        .containsEntry("金额", new Value.Money(Rational.of(yuan))));
    }

    @Test
    @DisplayName("列表里的结构逐项读出")
    void readsStructuresInLists() {
        Content item =
                new Content.Group(
                        Map.of(
                                "序",
                                text("1"),
                                "题",
                                new Content.Series(List.of(text("第一议题"))),
                                "临时",
                                text("否"),
                                "表决",
                                new Content.Group(Map.of("赞成", text("5")))));
        Map<String, Content> fields =
                Map.of(
                        "机构", text("县委"),
                        "类", text("常委会"),
                        "主持", text("县委书记"),
                        "议程", new Content.Series(List.of(item)),
                        "附", new Content.Series(List.of(text("纪要.pdf"))));
        assertThat(read("会议", fields))
                .isInstanceOfSatisfying(
                        Read.Sound.class,
                        sound -> {
                            assertThat(sound.fields().get("议程"))
                                    .isEqualTo(
                                            new Value.Series(
                                                    List.of(
                                                            new Value.Group(
                                                                    Map.of(
                                                                            "序",
                                                                            Value.Numeric.of(1),
                                                                            "题",
                                                                            new Value.Series(
                                                                                    List.of(
                                                                                            new Value
                                                                                                    .Text(
                                                                                                    "第一议题"))),
                                                                            "临时",
                                                                            Value.Truth.FALSE,
                                                                            "表决",
                                                                            new Value.Group(
                                                                                    Map.of(
                                                                                            "赞成",
                                                                                            Value
                                                                                                    .Numeric
                                                                                                    .of(
                                                                                                            5))))))));
                            assertThat(sound.fields().get("附"))
                                    .isEqualTo(
                                            new Value.Series(
                                                    List.of(new Value.Evidence("纪要.pdf", ""))));
                        });
    }

    @Test
    @DisplayName("日、时、附件")
    void readsDaysMomentsAndEvidence() {
        Content file = new Content.Group(Map.of("名", text("a.pdf"), "摘要", text("00ff")));
        Read read =
                read(
                        "值班",
                        Map.of(
                                "机构", text("县委"),
                                "人", text("县委书记"),
                                "自", text("2026-02-28T09:30"),
                                "止", text("2026-03-01")));
        assertThat(read)
                .isEqualTo(
                        new Read.Sound(
                                Map.of(
                                        "机构",
                                        Value.Reference.body("县委"),
                                        "人",
                                        Value.Reference.post("县委书记"),
                                        "自",
                                        new Value.Moment(LocalDateTime.of(2026, 2, 28, 9, 30)),
                                        "止",
                                        new Value.Moment(
                                                LocalDate.of(2026, 3, 1).atStartOfDay()))));
        assertThat(faults("处置", Map.of("检查书", file)))
                .extracting(Fault::field)
                .doesNotContain("检查书");
    }

    @Test
    @DisplayName("不详是已知的未知，空白等于没有填")
    void tellsKnownUnknownFromAbsent() {
        Map<String, Content> fields = Map.of("源", text("自查"), "原因", text("不详"), "述", text(" "));
        assertThat(read("问题", fields))
                .isEqualTo(
                        new Read.Sound(
                                Map.of(
                                        "源",
                                        new Value.Text("自查"),
                                        "原因",
                                        new Value.Unknown("原因不详"))));
    }

    @ParameterizedTest(name = "{0}.{1}={2}")
    @CsvSource({
        "问题, 原年, 1.5, 要整数",
        "问题, 期限, 2026-02-30, 要日期",
        "问题, 源, 巡查, 没有“巡查”这个词",
        "问题, 述说, 甲, 是不是“述”？",
        "措施, 问题, 甲, 要一个记录的号",
        "措施, 问题, 第0号, 要一个记录的号",
        "会议, 专题, 对, 要是 或 否",
        "会议, 报告时长, 一小时, 要时长",
        "支出, 金额, 很多, 要金额",
        "学习, 学时, 1/0, 要数",
        "值班, 自, 2026-02-28 09:30, 要时刻"
    })
    @DisplayName("错的值指出字段并说要什么")
    void saysWhatAFieldWants(String type, String field, String written, String sentence) {
        assertThat(faults(type, Map.of(field, text(written))))
                .anySatisfy(
                        fault -> {
                            assertThat(fault.field()).isEqualTo(field);
                            assertThat(fault.sentence()).contains(sentence);
                        });
    }

    @Test
    @DisplayName("缺必填的字段，所有差错一次说完")
    void gathersEveryFault() {
        assertThat(faults("学习", Map.of("学时", text("甲"), "附注", text("乙"))))
                .extracting(Fault::field)
                .containsExactlyInAnyOrder("机构", "类", "学时", "附注");
    }

    @Test
    @DisplayName("更正只读所改的字段")
    void readsAChangeWithoutRequiredFields() {
        Read change =
                RecordReader.readChange(
                        VOCABULARY.recordType("学习").orElseThrow(),
                        new Content.Group(Map.of("学时", text("2.5"))),
                        RecordReader.Resolver.CODES);
        assertThat(change)
                .isEqualTo(new Read.Sound(Map.of("学时", new Value.Numeric(Rational.parse("5/2")))));
    }

    @Test
    @DisplayName("找不到的人、岗、机构是差错")
    void refusesNamesThatNobodyBears() {
        Read read =
                RecordReader.readChange(
                        VOCABULARY.recordType("学习").orElseThrow(),
                        new Content.Group(Map.of("机构", text("无此单位"))),
                        (_, _) -> Optional.empty());
        assertThat(read)
                .isInstanceOfSatisfying(
                        Read.Faulty.class,
                        faulty ->
                                assertThat(faulty.faults().getFirst().sentence())
                                        .contains("找不到机构“无此单位”"));
    }
}
