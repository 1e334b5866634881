package org.mingze.exchange.conversion;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.mingze.journal.CanonicalJson;
import org.mingze.journal.Content;

/// 列对应 — which record the rows of a head become, and what each column is.
///
/// @param columns   as many as the head has names, and one more: the name of the sheet
/// @param constants what every row says, by path of field; `@日` for the day
/// @param year      of days that tell none
public record Mapping(
        String recordType, List<Target> columns, Map<String, String> constants, OptionalInt year) {
    public static final String DAY = "@日";

    public Mapping {
        columns = List.copyOf(columns);
        constants = Map.copyOf(constants);
    }

    public Target column(int column) {
        return column < columns.size() ? columns.get(column) : Target.ignored();
    }

    public String written() {
        Map<String, Content> fields = new LinkedHashMap<>();
        fields.put("类", new Content.Text(recordType));
        List<Content> targets = new ArrayList<>();
        columns.forEach(target -> targets.add(new Content.Text(target.written())));
        fields.put("列", new Content.Series(targets));
        Map<String, Content> fixed = new LinkedHashMap<>();
        constants.forEach((path, text) -> fixed.put(path, new Content.Text(text)));
        fields.put("定值", new Content.Group(fixed));
        year.ifPresent(at -> fields.put("年", new Content.Text(String.valueOf(at))));
        return CanonicalJson.write(new Content.Group(fields));
    }

    public static Mapping parse(String written) {
        Content.Group group = (Content.Group) CanonicalJson.read(written);
        List<Target> columns = new ArrayList<>();
        if (group.get("列").orElse(Content.Group.EMPTY) instanceof Content.Series(var items)) {
            for (Content item : items) {
                columns.add(Target.parse(item instanceof Content.Text(String text) ? text : ""));
            }
        }
        Map<String, String> constants = new LinkedHashMap<>();
        if (group.get("定值").orElse(Content.Group.EMPTY) instanceof Content.Group fixed) {
            fixed.fields()
                    .keySet()
                    .forEach(path -> constants.put(path, fixed.text(path).orElse("")));
        }
        OptionalInt year =
                group.text("年")
                        .map(Integer::parseInt)
                        .map(OptionalInt::of)
                        .orElse(OptionalInt.empty());
        return new Mapping(group.text("类").orElse(""), columns, constants, year);
    }
}
