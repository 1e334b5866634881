package org.mingze.exchange.conversion;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mingze.institution.RecordType;
import org.mingze.institution.expression.Type;
import org.mingze.sheet.SheetRow;

/// 猜列对应 — from the names of columns and fields that are equal, contained or alike, from what
/// ledgers call them, and from the first cells below.
public final class SuggestingMapping {
    private static final List<String> DAY_WORDS =
            List.of("日", "日期", "业时", "时间", "发生日期", "发现日", "发现日期", "任职日", "任职日期", "任职时间", "现任职务时间");
    private static final List<String> KEY_WORDS = List.of("编号", "问题编号", "行编号", "台账编号");

    private static final double KNOWN = 0.97;
    private static final double TITLED = 0.5;

    private SuggestingMapping() {}

    /// The record type whose fields the names fit best.
    public static Optional<RecordType> type(
            Heads heads, List<SheetRow> rows, Collection<RecordType> types) {
        return types.stream()
                .filter(type -> fit(heads, rows, type) > 0)
                .max(Comparator.comparingDouble(type -> fit(heads, rows, type)));
    }

    private static double fit(Heads heads, List<SheetRow> rows, RecordType type) {
        double sum = 0;
        double required = 0;
        for (Pair pair : pairs(heads, rows, type)) {
            sum += pair.likeness();
            boolean needed = type.field(pair.path()).filter(RecordType.Field::required).isPresent();
            required += needed ? 0.5 : 0;
        }
        HeadingWords words = HeadingWords.known();
        double named = words.isTitle(type.name(), heads.sheet()) ? TITLED : 0;
        boolean told = heads.above().stream().anyMatch(t -> words.isTitle(type.name(), t));
        double titled = told ? TITLED : 0;
        return sum == 0 ? 0 : sum + required + named + titled - 0.05 * type.requiredFields().size();
    }

    /// What each column looks to be.
    ///
    /// @param starts the fields of days from which limits run, which a day of the record often is
    public static Mapping of(
            Heads heads, List<SheetRow> rows, RecordType type, Set<String> starts) {
        List<Target> columns =
                new ArrayList<>(Collections.nCopies(heads.names().size() + 1, Target.ignored()));
        for (Pair pair : pairs(heads, rows, type)) {
            columns.set(pair.column(), new Target.Field(pair.path()));
        }
        again(heads, columns);
        special(heads, columns, List.of("号", "记录号"), new Target.RecordNumber());
        special(heads, columns, DAY_WORDS, new Target.Day());
        day(heads, columns);
        starts.stream().sorted().forEach(start -> start(heads, columns, type, start));
        special(heads, columns, KEY_WORDS, new Target.RowKey());
        return new Mapping(type.name(), columns, Map.of(), heads.year());
    }

    /// 议题2 is read as 议题1 is: the second item of the same list.
    private static void again(Heads heads, List<Target> columns) {
        for (int column = 0; column < heads.names().size(); column++) {
            String name = unnumbered(heads.names().get(column));
            for (int like = 0; like < heads.names().size(); like++) {
                boolean inside =
                        columns.get(like) instanceof Target.Field(String path)
                                && path.contains(".");
                boolean free = columns.get(column).equals(Target.ignored());
                if (inside && free && unnumbered(heads.names().get(like)).equals(name)) {
                    columns.set(column, columns.get(like));
                }
            }
        }
    }

    private static String unnumbered(String name) {
        return Likeness.plain(name).replaceAll("[\\d一二三四五六七八九十]+", "");
    }

    /// 走访时间, 来访日期: where no column is the day by its name, the first that ends as one.
    private static void day(Heads heads, List<Target> columns) {
        for (int column = 0; column < heads.names().size(); column++) {
            boolean free = columns.get(column).equals(Target.ignored());
            String name = Likeness.plain(heads.names().get(column));
            if (free && !columns.contains(new Target.Day()) && name.matches(".+(日期|时间)")) {
                columns.set(column, new Target.Day());
            }
        }
    }

    /// 来访日期 of a register of petitions is both their day and the day of receipt, from which
    /// limits run, unless the register has a column for either.
    private static void start(Heads heads, List<Target> columns, RecordType type, String start) {
        int own = columns.indexOf(new Target.Field(start));
        int day = columns.indexOf(new Target.Day());
        boolean same =
                day >= 0
                        && day < heads.names().size()
                        && isKnown(heads.names().get(day), type, start);
        if (own >= 0 && day < 0) {
            columns.set(own, new Target.DayAndField(start));
        } else if (own < 0 && same) {
            columns.set(day, new Target.DayAndField(start));
        }
    }

    /// The lowest part of a head of several rows.
    private static String last(String name) {
        String plain = Likeness.plain(name);
        return plain.substring(plain.lastIndexOf('/') + 1);
    }

    private static void special(
            Heads heads, List<Target> columns, List<String> words, Target target) {
        for (String word : words) {
            for (int column = 0; column < heads.names().size(); column++) {
                boolean free = columns.get(column).equals(Target.ignored());
                if (free && Likeness.plain(heads.names().get(column)).equals(word)) {
                    columns.set(column, target);
                    return;
                }
            }
        }
    }

    private record Pair(int column, String path, double likeness) {}

    private static List<Pair> pairs(Heads heads, List<SheetRow> rows, RecordType type) {
        List<Pair> all = new ArrayList<>();
        for (int column = 0; column < heads.names().size(); column++) {
            String name = heads.names().get(column);
            ColumnCells cells = ColumnCells.of(rows, column);
            for (String path : paths(type)) {
                if (type.form().unasked().contains(path)
                        || type.typeOf(path).filter(of -> !cells.mayBe(of)).isPresent()) {
                    continue;
                }
                double likeness = likeness(name, type, path);
                boolean day = likeness < 1 && DAY_WORDS.contains(Likeness.plain(name));
                if (likeness >= Likeness.ENOUGH && !day && !name.equals(Heads.REMEDY)) {
                    all.add(new Pair(column, path, likeness));
                }
            }
        }
        all.sort(Comparator.comparingDouble(Pair::likeness).reversed());
        Set<Integer> columns = new HashSet<>();
        Set<String> paths = new HashSet<>();
        List<Pair> chosen = new ArrayList<>();
        for (Pair pair : all) {
            if (!columns.contains(pair.column()) && paths.add(pair.path())) {
                columns.add(pair.column());
                chosen.add(pair);
            }
        }
        return chosen;
    }

    /// Nothing is more alike than what people call the field.
    private static double likeness(String name, RecordType type, String path) {
        if (isLabelled(name, type, path)) {
            return 1;
        }
        return Math.max(
                isKnown(name, type, path) ? KNOWN : 0,
                Math.max(likeness(name, path), lastPart(name, path)));
    }

    /// Whether people or common ledgers call a field so.
    static boolean isCalled(String name, RecordType type, String path) {
        return isLabelled(name, type, path) || isKnown(name, type, path);
    }

    private static boolean isLabelled(String name, RecordType type, String path) {
        String plain = Likeness.plain(name);
        return plain.equals(Likeness.plain(type.label(path))) && !DAY_WORDS.contains(plain);
    }

    private static boolean isKnown(String name, RecordType type, String path) {
        return HeadingWords.known().isField(type.name(), path, last(name));
    }

    private static double likeness(String name, String path) {
        return Likeness.of(name.replace("/", ""), path.replace(".", ""));
    }

    private static double lastPart(String name, String path) {
        return 0.95 * Likeness.of(name.substring(name.lastIndexOf('/') + 1), path);
    }

    /// The paths of all fields that a column can fill.
    public static List<String> paths(RecordType type) {
        List<String> paths = new ArrayList<>();
        for (RecordType.Field field : type.fields().values()) {
            Type element = field.type() instanceof Type.ListOf(Type inner) ? inner : field.type();
            if (element instanceof Type.Structure(Map<String, Type> inside)) {
                paths.add(field.name());
                inside.keySet().forEach(name -> paths.add(field.name() + "." + name));
            } else {
                paths.add(field.name());
            }
        }
        return paths;
    }
}
