package org.mingze.exchange;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mingze.exchange.conversion.Heads;
import org.mingze.exchange.conversion.LimitStarts;
import org.mingze.exchange.conversion.Mapping;
import org.mingze.exchange.conversion.Roster;
import org.mingze.exchange.conversion.SuggestingMapping;
import org.mingze.exchange.conversion.Target;
import org.mingze.institution.RecordType;
import org.mingze.sheet.Cell;
import org.mingze.sheet.SheetRow;
import org.mingze.web.Field;
import org.mingze.web.Heading;
import org.mingze.web.Link;
import org.mingze.web.Prose;
import org.mingze.work.Knowledge;

/// The form in which a person says what each column is, and what a sent form says.
///
/// @param titles the words of 职 in the county's vocabulary
record MappingForm(
        List<FileLook.Layout> layouts,
        Collection<RecordType> types,
        List<String> titles,
        LimitStarts starts) {
    private static final String NOTHING = "不读这张表";
    private static final int SAMPLES = 3;

    static MappingForm of(FileLook look, Knowledge known) {
        return new MappingForm(
                look.layouts(),
                ImportTypes.of(known),
                known.rules().vocabulary().choices().getOrDefault("职", List.of()),
                new LimitStarts(known.rules()));
    }

    /// What each head is read as, before anybody changed it: as last time, else as it looks.
    Map<String, Mapping> suggested(
            java.util.function.Function<String, Optional<Mapping>> remembered) {
        Map<String, Mapping> mappings = new LinkedHashMap<>();
        for (FileLook.Layout layout : layouts) {
            String digest = layout.heads().digest();
            mappings.put(
                    digest,
                    remembered
                            .apply(digest)
                            .filter(last -> isKnown(last.recordType()))
                            .orElseGet(() -> fresh(layout)));
        }
        return mappings;
    }

    private boolean isKnown(String type) {
        return types.stream().anyMatch(known -> known.name().equals(type));
    }

    private Mapping fresh(FileLook.Layout layout) {
        Heads heads = layout.heads();
        return SuggestingMapping.type(heads, layout.rows(), types)
                .map(type -> SuggestingMapping.of(heads, layout.rows(), type, starts.of(type)))
                .orElseGet(() -> new Mapping("", List.of(), Map.of(), heads.year()));
    }

    /// What a sent form says; a head whose type was changed is suggested anew.
    Map<String, Mapping> sent(Map<String, List<String>> sent) {
        Map<String, Mapping> mappings = new LinkedHashMap<>();
        for (int place = 0; place < layouts.size(); place++) {
            FileLook.Layout layout = layouts.get(place);
            Heads heads = layout.heads();
            String type = first(sent, "type" + place);
            boolean changed = !type.equals(first(sent, "was" + place));
            Optional<RecordType> known =
                    types.stream().filter(each -> each.name().equals(type)).findFirst();
            mappings.put(
                    heads.digest(),
                    changed && known.isPresent()
                            ? SuggestingMapping.of(
                                    heads, layout.rows(), known.get(), starts.of(known.get()))
                            : told(sent, place, heads, known.map(RecordType::name).orElse("")));
        }
        return mappings;
    }

    /// Whether a type was changed, so that the form is to be shown again.
    boolean isChanged(Map<String, List<String>> sent) {
        for (int place = 0; place < layouts.size(); place++) {
            String type = first(sent, "type" + place);
            if (!type.isEmpty() && !type.equals(first(sent, "was" + place))) {
                return true;
            }
        }
        return false;
    }

    private static Mapping told(
            Map<String, List<String>> sent, int place, Heads heads, String type) {
        List<Target> columns = new ArrayList<>();
        for (int column = 0; column <= heads.names().size(); column++) {
            columns.add(Target.parse(first(sent, "c" + place + "." + column)));
        }
        Map<String, String> constants = new LinkedHashMap<>();
        String prefix = "k" + place + ".";
        for (String name : sent.keySet()) {
            String value = first(sent, name);
            if (name.startsWith(prefix) && !value.isEmpty()) {
                constants.put(name.substring(prefix.length()), value);
            }
        }
        String year = first(sent, "year" + place);
        return new Mapping(
                type,
                columns,
                constants,
                year.matches("20\\d{2}")
                        ? OptionalInt.of(Integer.parseInt(year))
                        : OptionalInt.empty());
    }

    private static String first(Map<String, List<String>> sent, String name) {
        return sent.getOrDefault(name, List.of()).stream().findFirst().orElse("").strip();
    }

    MappingPage page(KeptImport kept, Map<String, Mapping> mappings, String fault) {
        List<MappingPage.Section> sections = new ArrayList<>();
        for (int place = 0; place < layouts.size(); place++) {
            FileLook.Layout layout = layouts.get(place);
            sections.add(
                    section(
                            place,
                            layout,
                            mappings.getOrDefault(layout.heads().digest(), fresh(layout))));
        }
        return new MappingPage(
                new Heading(
                        List.of(new Link("导入", "/imports"), new Link(kept.name(), "")),
                        "核对每一列是什么",
                        Prose.of("对过一次就记住，下次同样的表头不用再对。先试读，不入账。"),
                        List.of()),
                kept.path() + "/mapping",
                fault,
                sections);
    }

    private MappingPage.Section section(int place, FileLook.Layout layout, Mapping mapping) {
        Optional<RecordType> type =
                types.stream().filter(each -> each.name().equals(mapping.recordType())).findFirst();
        List<MappingPage.Column> columns = new ArrayList<>();
        Heads heads = layout.heads();
        for (int column = 0; type.isPresent() && column <= heads.names().size(); column++) {
            boolean sheet = column == heads.names().size();
            columns.add(
                    new MappingPage.Column(
                            sheet ? "" : SheetRow.letters(column),
                            sheet ? "（工作表的名称）" : heads.names().get(column),
                            sheet ? String.join("、", layout.sheets()) : samples(layout, column),
                            "c" + place + "." + column,
                            options(type.get(), mapping.column(column))));
        }
        return new MappingPage.Section(
                place,
                String.join("、", layout.sheets()),
                typeField(place, mapping),
                mapping.recordType().equals(Roster.NAME) ? rosterNote() : "",
                type.map(RecordType::name).orElse(""),
                columns,
                type.map(of -> constants(place, of, mapping)).orElse(List.of()));
    }

    private String rosterNote() {
        return "新的单位才要性质和成立日，账上有的不用写。职从职务里认，认不出的写职："
                + String.join("、", titles)
                + "。电话、出生只用来分清同名的人，不入账。";
    }

    private static String samples(FileLook.Layout layout, int column) {
        return layout.rows().stream()
                .map(row -> row.at(column))
                .filter(cell -> !cell.isBlank())
                .limit(SAMPLES)
                .map(Cell::text)
                .map(text -> text.length() <= 24 ? text : text.substring(0, 23) + "…")
                .collect(Collectors.joining("｜"));
    }

    private Field typeField(int place, Mapping mapping) {
        List<Field.Option> options =
                Stream.concat(
                                Stream.of(
                                        new Field.Option(
                                                "", NOTHING, mapping.recordType().isEmpty())),
                                types.stream()
                                        .map(
                                                type ->
                                                        new Field.Option(
                                                                type.name(),
                                                                type.name(),
                                                                type.name()
                                                                        .equals(
                                                                                mapping
                                                                                        .recordType()))))
                        .toList();
        return new Field("type" + place, "一行是一笔什么", "", true, "", new Field.Control.Menu(options));
    }

    private List<Field.Option> options(RecordType type, Target chosen) {
        Map<Target, String> words = new LinkedHashMap<>();
        words.put(Target.ignored(), "不要");
        words.put(new Target.Day(), "日期（业时）");
        starts.of(type)
                .forEach(
                        start ->
                                words.put(
                                        new Target.DayAndField(start),
                                        "日期（业时）和" + type.label(start)));
        words.put(new Target.RecordNumber(), "账上的号");
        words.put(new Target.RowKey(), "本行编号");
        SuggestingMapping.paths(type)
                .forEach(
                        path ->
                                words.put(
                                        new Target.Field(path),
                                        called(type, path) + mark(type, path)));
        return words.entrySet().stream()
                .map(
                        each ->
                                new Field.Option(
                                        each.getKey().written(),
                                        each.getValue(),
                                        each.getKey().equals(chosen)))
                .toList();
    }

    private static String called(RecordType type, String path) {
        int dot = path.indexOf('.');
        return dot < 0
                ? type.label(path)
                : type.label(path.substring(0, dot)) + "·" + type.label(path);
    }

    private static String mark(RecordType type, String path) {
        return type.field(path).filter(RecordType.Field::required).isPresent() ? "（必填）" : "";
    }

    /// What no column fills and is required, and the day and the year.
    private static List<Field> constants(int place, RecordType type, Mapping mapping) {
        List<Field> fields = new ArrayList<>();
        if (mapping.columns().stream().noneMatch(Target::isDay)) {
            fields.add(
                    line(
                            "k" + place + "." + Mapping.DAY,
                            "每行的日期",
                            "没有日期列时",
                            mapping.columns().stream()
                                    .noneMatch(Target.RecordNumber.class::isInstance),
                            mapping.constants().getOrDefault(Mapping.DAY, "")));
        }
        for (RecordType.Field field : type.fields().values()) {
            boolean wanted =
                    field.required()
                            || field.name().equals(type.owner())
                            || (type.name().equals(Roster.NAME) && field.name().equals("成立"));
            boolean filled =
                    mapping.columns().stream()
                            .anyMatch(
                                    target ->
                                            target.field()
                                                    .filter(
                                                            path ->
                                                                    (path + ".")
                                                                            .startsWith(
                                                                                    field.name()
                                                                                            + "."))
                                                    .isPresent());
            if (wanted && !filled) {
                fields.add(
                        line(
                                "k" + place + "." + field.name(),
                                "每行的“" + type.label(field.name()) + "”",
                                field.required() ? "没有这一列时" : "只有新的单位要",
                                field.required(),
                                mapping.constants().getOrDefault(field.name(), "")));
            }
        }
        fields.add(
                line(
                        "year" + place,
                        "没写年份的日期算哪一年",
                        "",
                        false,
                        mapping.year().isPresent()
                                ? String.valueOf(mapping.year().getAsInt())
                                : ""));
        return fields;
    }

    private static Field line(
            String name, String label, String hint, boolean required, String value) {
        return new Field(
                name, label, hint, required, "", new Field.Control.Line(value, "text", ""));
    }
}
