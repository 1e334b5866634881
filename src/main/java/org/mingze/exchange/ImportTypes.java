package org.mingze.exchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mingze.exchange.conversion.Roster;
import org.mingze.institution.FieldClass;
import org.mingze.institution.RecordType;
import org.mingze.institution.expression.Type;
import org.mingze.institution.expression.Type.Simple;
import org.mingze.work.Knowledge;

/// What the rows of a file can become: the records that somebody enters, and the acts that set up
/// the organization.
final class ImportTypes {
    private static final List<RecordType> ACTS =
            List.of(
                    act("机构", "*名", "*类", "级", "属:机构", "地", "号"),
                    act("岗位", "*名", "*于:机构", "*职", "分管:机构们", "号"),
                    act("人员", "*名", "号"),
                    act("任", "*人:人", "*岗:岗"),
                    act("卸", "*人:人", "*岗:岗"),
                    act("编入", "*人:人", "*机构:机构"),
                    act(Roster.NAME, Roster.FIELDS.toArray(String[]::new)));

    private ImportTypes() {}

    static List<RecordType> of(Knowledge known) {
        List<RecordType> types = new ArrayList<>();
        known.rules().vocabulary().recordTypes().values().stream()
                .filter(type -> known.isRecordType(type.name()))
                .filter(type -> !known.rules().vocabulary().engineMade().contains(type.name()))
                .forEach(types::add);
        types.addAll(ACTS);
        return types;
    }

    static Optional<RecordType> find(Knowledge known, String name) {
        return of(known).stream().filter(type -> type.name().equals(name)).findFirst();
    }

    static boolean isAct(String name) {
        return ACTS.stream().anyMatch(type -> type.name().equals(name));
    }

    private static RecordType act(String name, String... fields) {
        Map<String, RecordType.Field> declared = new LinkedHashMap<>();
        for (String written : fields) {
            boolean required = written.startsWith("*");
            String[] parts = written.substring(required ? 1 : 0).split(":", -1);
            declared.put(
                    parts[0],
                    new RecordType.Field(
                            parts[0],
                            type(parts.length > 1 ? parts[1] : ""),
                            required,
                            false,
                            FieldClass.PUBLIC,
                            List.of()));
        }
        return new RecordType(name, name, RecordType.ANYBODY, declared);
    }

    private static Type type(String word) {
        return switch (word) {
            case "机构" -> Simple.BODY;
            case "机构们" -> new Type.ListOf(Simple.BODY);
            case "日" -> Simple.DAY;
            case "人" -> Simple.PERSON;
            case "岗" -> Simple.POST;
            default -> Simple.TEXT;
        };
    }
}
