package org.mingze.work.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mingze.institution.FieldClass;
import org.mingze.institution.RecordReader;
import org.mingze.institution.RecordType;
import org.mingze.institution.expression.Type;
import org.mingze.institution.expression.Type.Simple;
import org.mingze.journal.Content;
import org.mingze.web.Again;
import org.mingze.web.Field;
import org.mingze.web.Field.Control;
import org.mingze.web.Field.Option;

@DisplayName("记录表单和它送来的内容")
class EntryContentTest {
    private static final RecordType MEETING = meeting();

    @Test
    @DisplayName("送来的参数成为记录的内容，空的不记")
    void read() {
        Content.Group typed =
                EntryContent.typed(
                        MEETING,
                        Map.of(
                                "机构", List.of("qingshi"),
                                "到会", List.of("p001", "p002", ""),
                                "议程.0.题", List.of("资金安排"),
                                "议程.1.题", List.of(""),
                                "附", List.of("签到表.jpg#9f3c"),
                                "题", List.of(" ")));
        assertThat(EntryContent.filled(typed))
                .isEqualTo(
                        group(
                                Map.of(
                                        "机构", text("qingshi"),
                                        "到会", series(text("p001"), text("p002")),
                                        "议程", series(group(Map.of("题", text("资金安排")))),
                                        "附", series(text("签到表.jpg#9f3c")))));
    }

    @Test
    @DisplayName("再加一项、移去一项、移去一人，别的答案都在")
    void changed() {
        Content.Group typed =
                group(
                        Map.of(
                                "机构", text("qingshi"),
                                "到会", series(text("p001"), text("p002")),
                                "议程",
                                        series(
                                                group(Map.of("题", text("甲"))),
                                                group(Map.of("题", text("乙"))))));
        assertThat(rows(change(typed, Again.add("议程")))).hasSize(3);
        assertThat(rows(change(typed, Again.removeRow("议程", 0))))
                .containsExactly(group(Map.of("题", text("乙"))));
        assertThat(change(typed, Again.remove("到会", "p001")).get("到会"))
                .contains(series(text("p002")));
        assertThat(change(typed, Again.removeRow("议程", 7))).isEqualTo(typed);
        assertThat(rows(change(Content.Group.EMPTY, Again.add("议程")))).hasSize(1);
    }

    @Test
    @DisplayName("必填的和已答的先问，其余收在补充里；差错落在那一栏")
    void asked() {
        EntryForm form =
                EntryForm.of(
                        MEETING,
                        group(Map.of("议程", series(group(Map.of("题", text("甲")))))),
                        List.of(
                                new RecordReader.Fault("机构", "未填“机构”，它是必填的。"),
                                new RecordReader.Fault("议程[1].类", "写明类别")),
                        new Known());
        assertThat(form.fields()).extracting(Field::name).containsExactly("机构", "题", "议程", "附");
        assertThat(form.folded()).extracting(Field::name).containsExactly("到会", "应到");
        assertThat(form.fields().getFirst().fault()).contains("必填");
        assertThat(form.fields().get(2).control())
                .isInstanceOfSatisfying(
                        Control.Rows.class,
                        rows ->
                                assertThat(rows.rows().getFirst().get(1).fault())
                                        .isEqualTo("写明类别"));
    }

    private static Content.Group change(Content.Group typed, String button) {
        return EntryContent.changed(typed, Again.parse(button).orElseThrow());
    }

    private static List<Content> rows(Content.Group typed) {
        return typed.get("议程").orElseThrow() instanceof Content.Series(List<Content> items)
                ? items
                : List.of();
    }

    private static RecordType meeting() {
        Map<String, RecordType.Field> fields = new LinkedHashMap<>();
        Map<String, Type> item = new LinkedHashMap<>();
        item.put("题", Simple.TEXT);
        item.put("类", new Type.Choice("议题类", List.of("学习", "决策")));
        add(fields, "机构", Simple.BODY, true);
        add(fields, "到会", new Type.ListOf(Simple.PERSON), false);
        add(fields, "应到", Simple.INTEGER, false);
        add(fields, "题", Simple.TEXT, false);
        add(fields, "议程", new Type.ListOf(new Type.Structure(item)), false);
        add(fields, "附", new Type.ListOf(Simple.EVIDENCE), false);
        return new RecordType("会议", "Meeting", "机构", fields);
    }

    private static void add(
            Map<String, RecordType.Field> fields, String name, Type type, boolean required) {
        fields.put(
                name,
                new RecordType.Field(name, type, required, false, FieldClass.INTERNAL, List.of()));
    }

    private static Content text(String value) {
        return new Content.Text(value);
    }

    private static Content series(Content... items) {
        return new Content.Series(List.of(items));
    }

    private static Content.Group group(Map<String, Content> fields) {
        return new Content.Group(fields);
    }

    private static final class Known implements EntryForm.Candidates {
        @Override
        public List<Option> people() {
            return List.of(new Option("p001", "周砚田", false));
        }

        @Override
        public List<Option> posts() {
            return List.of();
        }

        @Override
        public List<Option> bodies() {
            return List.of(new Option("qingshi", "青石街道党工委", false));
        }

        @Override
        public List<Option> records(Set<String> types) {
            return List.of();
        }
    }
}
