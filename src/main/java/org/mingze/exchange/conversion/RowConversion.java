package org.mingze.exchange.conversion;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.mingze.institution.RecordType;
import org.mingze.institution.expression.Type;
import org.mingze.institution.expression.Value.Reference.Kind;
import org.mingze.journal.Content;
import org.mingze.journal.Draft;
import org.mingze.journal.EntryMode;
import org.mingze.journal.Occurred;
import org.mingze.journal.Recorder;
import org.mingze.organization.Organization;
import org.mingze.sheet.Cell;
import org.mingze.sheet.SheetRow;
import org.mingze.work.EntryCheck;

/// 换算一行 — a row of a sheet as a draft, or every cell of it that is to be mended.
public final class RowConversion {
    private static final Pattern NUMBER = Pattern.compile("第?([1-9]\\d{0,17})号?");

    private final RecordType type;
    private final Mapping mapping;
    private final Heads heads;
    private final FindingNames names;
    private final Recorder recorder;
    private final OptionalInt year;
    private final LocalDate today;

    /// @param today the day on which the names of a row are read that does not tell its day
    public RowConversion(
            RecordType type,
            Mapping mapping,
            Heads heads,
            Organization organization,
            Recorder recorder,
            LocalDate today) {
        this.type = type;
        this.mapping = mapping;
        this.heads = heads;
        this.names = new FindingNames(organization);
        this.recorder = recorder;
        this.today = today;
        this.year = mapping.year().isPresent() ? mapping.year() : heads.year();
    }

    public RecordType type() {
        return type;
    }

    /// What one row has given so far.
    private static final class Row {
        private final SheetRow row;
        private final Map<String, Content> fields = new LinkedHashMap<>();
        private final List<RowProblem> problems = new ArrayList<>();

        Row(SheetRow row) {
            this.row = row;
        }

        void wrong(int column, String written, String remedy) {
            problems.add(new RowProblem(row.address(column), written, remedy));
        }
    }

    public Converted convert(SheetRow sheetRow, Earlier earlier) {
        Row row = new Row(sheetRow);
        Optional<LocalDateTime> moment = moment(row);
        Optional<Long> number = number(row);
        LocalDate day =
                number.flatMap(earlier::dayOf)
                        .or(() -> moment.map(LocalDateTime::toLocalDate))
                        .orElse(today);
        CellConversion conversion =
                new CellConversion(names.within(bodies(sheetRow, day)), day, year, earlier);
        fields(row, conversion);
        Optional<String> key = key(sheetRow);
        if (!row.problems.isEmpty()) {
            return new Converted.Faulty(
                    row.problems,
                    namesRecord(sheetRow)
                            ? Optional.empty()
                            : Optional.of(
                                    new Converted.Fresh(
                                            draft(row, moment.orElse(day.atStartOfDay())), key)));
        }
        Draft draft = draft(row, moment.orElse(LocalDate.EPOCH.atStartOfDay()));
        return number.isPresent()
                ? new Converted.Known(number.get(), column(new Target.RecordNumber()), draft, key)
                : new Converted.Fresh(draft, key);
    }

    /// The address of the cell that fills a field, for a fault found later; of the row if none
    /// does.
    public RowProblem problem(SheetRow row, String field, String sentence) {
        String path = field.replaceAll("\\[\\d+\\]", "");
        for (int column = 0; column < mapping.columns().size(); column++) {
            Target target = mapping.column(column);
            boolean here =
                    (target.isDay() && path.equals("日"))
                            || target.field().filter(at -> isWithin(at, path)).isPresent();
            if (here && column < heads.names().size()) {
                return new RowProblem(row.address(column), cell(row, column).text(), sentence);
            }
        }
        return RowProblem.of(row, sentence);
    }

    private static boolean isWithin(String at, String path) {
        return at.equals(path) || at.startsWith(path + ".") || path.startsWith(at + ".");
    }

    /// Each fault found later with the cell that it is about.
    public List<RowProblem> problems(SheetRow row, List<EntryCheck.Fault> faults) {
        return faults.stream()
                .map(fault -> problem(row, fault.field(), fault.sentence()))
                .distinct()
                .toList();
    }

    /// The top-level fields that columns or constants fill.
    public List<String> filledFields() {
        List<String> filled = new ArrayList<>();
        for (Target target : mapping.columns()) {
            target.field().ifPresent(path -> filled.add(path.replaceFirst("\\..*", "")));
        }
        return filled;
    }

    public boolean hasDay() {
        return dayColumn() >= 0;
    }

    private int dayColumn() {
        return IntStream.range(0, mapping.columns().size())
                .filter(column -> mapping.column(column).isDay())
                .findFirst()
                .orElse(-1);
    }

    private int column(Target target) {
        return mapping.columns().indexOf(target);
    }

    private Cell cell(SheetRow row, int column) {
        return column == heads.names().size() ? Cell.of(row.sheet()) : row.at(column);
    }

    private Optional<LocalDateTime> moment(Row row) {
        int column = dayColumn();
        Cell cell = column < 0 ? Cell.blank() : cell(row.row, column);
        boolean constant = cell.isBlank() && mapping.constants().containsKey(Mapping.DAY);
        Cell told = constant ? Cell.of(mapping.constants().getOrDefault(Mapping.DAY, "")) : cell;
        Optional<LocalDateTime> moment = ChineseDay.read(told, year);
        boolean known =
                column(new Target.RecordNumber()) >= 0 && number(new Row(row.row)).isPresent();
        if (moment.isEmpty() && !(known && told.isBlank())) {
            row.wrong(Math.max(0, column), told.text(), ChineseDay.remedy(told, year, "写明发生日期"));
        }
        return moment;
    }

    private boolean namesRecord(SheetRow row) {
        int column = column(new Target.RecordNumber());
        return column >= 0 && !cell(row, column).isBlank();
    }

    private Optional<Long> number(Row row) {
        int column = column(new Target.RecordNumber());
        Cell cell = column < 0 ? Cell.blank() : cell(row.row, column);
        if (cell.isBlank()) {
            return Optional.empty();
        }
        Matcher matcher = NUMBER.matcher(Likeness.narrow(cell.text()));
        if (!matcher.matches()) {
            row.wrong(column, cell.text(), "写记录的号，例如第12号；新记录空着");
            return Optional.empty();
        }
        return Optional.of(Long.parseLong(matcher.group(1)));
    }

    /// The 编号 that the file gives a row.
    public Optional<String> key(SheetRow row) {
        int column = column(new Target.RowKey());
        Cell cell = column < 0 ? Cell.blank() : cell(row, column);
        return cell.isBlank() ? Optional.empty() : Optional.of(Likeness.narrow(cell.text()));
    }

    /// The bodies that the row names, each in a cell of its own.
    private Set<String> bodies(SheetRow row, LocalDate day) {
        Predicate<String> namesBody =
                path -> typeAt(path).filter(at -> at == Type.Simple.BODY).isPresent();
        return IntStream.range(0, mapping.columns().size())
                .filter(column -> mapping.column(column).field().filter(namesBody).isPresent())
                .mapToObj(column -> names.find(Kind.BODY, cell(row, column).text(), day).code())
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
    }

    private void fields(Row row, CellConversion conversion) {
        mapping.constants()
                .forEach(
                        (path, text) -> {
                            if (!path.equals(Mapping.DAY) && !text.isBlank()) {
                                put(row, conversion, path, Cell.of(text), 0, "");
                            }
                        });
        for (int column = 0; column < mapping.columns().size(); column++) {
            Cell cell = cell(row.row, column);
            Optional<String> path = mapping.column(column).field().filter(_ -> !cell.isBlank());
            if (path.isPresent() && !isToldAsDay(row, column)) {
                String head = column < heads.names().size() ? heads.names().get(column) : "";
                put(row, conversion, path.get(), cell, column, head);
            }
        }
    }

    /// Whether the cell was named already as one that is no day.
    private boolean isToldAsDay(Row row, int column) {
        String address = row.row.address(column);
        return mapping.column(column) instanceof Target.DayAndField
                && row.problems.stream().anyMatch(problem -> problem.cell().equals(address));
    }

    private void put(
            Row row, CellConversion conversion, String path, Cell cell, int column, String head) {
        Optional<Type> of = typeAt(path);
        if (of.isEmpty()) {
            row.wrong(column, cell.text(), "“" + type.name() + "”没有“" + path + "”这一项，改列对应");
            return;
        }
        switch (conversion.make(of.get(), cell, head)) {
            case CellConversion.Made.Sound(Content content) ->
                    put(row.fields, path, content, item(column, path));
            case CellConversion.Made.Wrong(String remedy) -> {
                WordForDay word = new WordForDay(type, filledFields());
                Optional<String> instead = word.instead(path, head, cell.text());
                if (isStranger(path, cell) || instead.isPresent()) {
                    Content content = new Content.Text(cell.text().strip());
                    put(row.fields, instead.orElse(path), content, 0);
                } else {
                    row.wrong(column, cell.text(), remedy + word.remedy(path, head));
                }
            }
        }
    }

    /// Whom a field of class 个人 or 涉案 names need not be registered: who petitions is a stranger.
    private boolean isStranger(String path, Cell cell) {
        return type.field(path)
                .filter(field -> field.type() == Type.Simple.PERSON)
                .filter(field -> field.fieldClass().isClassed())
                .filter(_ -> names.isUnknown(cell.text()))
                .isPresent();
    }

    private Optional<Type> typeAt(String path) {
        int dot = path.indexOf('.');
        Optional<Type> top =
                type.field(dot < 0 ? path : path.substring(0, dot)).map(RecordType.Field::type);
        if (dot < 0) {
            return top;
        }
        return top.map(at -> at instanceof Type.ListOf(Type inner) ? inner : at)
                .filter(Type.Structure.class::isInstance)
                .map(Type.Structure.class::cast)
                .flatMap(at -> Optional.ofNullable(at.fields().get(path.substring(dot + 1))));
    }

    /// Of several columns with one path the second fills the second item of the list.
    private void put(Map<String, Content> fields, String path, Content content, int item) {
        int dot = path.indexOf('.');
        if (dot < 0) {
            fields.put(path, content);
            return;
        }
        String top = path.substring(0, dot);
        boolean list = type.field(top).filter(f -> f.type() instanceof Type.ListOf).isPresent();
        Content before = fields.getOrDefault(top, Content.Group.EMPTY);
        if (!list) {
            fields.put(top, with((Content.Group) before, path.substring(dot + 1), content));
            return;
        }
        List<Content> items =
                new ArrayList<>(
                        before instanceof Content.Series(var given) ? given : List.<Content>of());
        while (items.size() <= item) {
            items.add(Content.Group.EMPTY);
        }
        Content.Group group = (Content.Group) items.get(item);
        items.set(item, with(group, path.substring(dot + 1), content));
        fields.put(top, new Content.Series(items));
    }

    private static Content.Group with(Content.Group group, String name, Content content) {
        Map<String, Content> inside = new LinkedHashMap<>(group.fields());
        inside.put(name, content);
        return new Content.Group(inside);
    }

    /// How many columns before this one have its path.
    private int item(int column, String path) {
        Target target = new Target.Field(path);
        return (int) mapping.columns().stream().limit(column).filter(target::equals).count();
    }

    /// Items of which no column said anything are none.
    private static Content whole(Content content) {
        return content instanceof Content.Series(List<Content> items)
                ? new Content.Series(
                        items.stream().filter(item -> !item.equals(Content.Group.EMPTY)).toList())
                : content;
    }

    private Draft draft(Row row, LocalDateTime moment) {
        Map<String, Content> open = new LinkedHashMap<>();
        Map<String, Content> classed = new LinkedHashMap<>();
        for (RecordType.Field field : type.fields().values()) {
            Content content = row.fields.get(field.name());
            if (content != null) {
                (field.fieldClass().isClassed() ? classed : open).put(field.name(), whole(content));
            }
        }
        LocalTime time = moment.toLocalTime();
        return new Draft(
                type.name(),
                new Occurred(
                        moment.toLocalDate(),
                        time.equals(LocalTime.MIDNIGHT) ? Optional.empty() : Optional.of(time)),
                recorder,
                EntryMode.REPORTED,
                new Content.Group(open),
                classed);
    }
}
