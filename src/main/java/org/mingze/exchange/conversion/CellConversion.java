package org.mingze.exchange.conversion;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mingze.institution.expression.Type;
import org.mingze.institution.expression.Type.Simple;
import org.mingze.institution.expression.Value.Reference.Kind;
import org.mingze.journal.Content;
import org.mingze.sheet.Cell;

/// One cell as the text of a field, or what to write instead.
///
/// @param day  on which names are read
record CellConversion(FindingNames names, LocalDate day, OptionalInt year, Earlier earlier) {
    /// Before the 编号 of a row of the same file, until that row has a number of the journal.
    static final char ROW = '\u0001';

    private static final String LIST = "、；;\n";
    private static final Pattern NUMBER = Pattern.compile("第?([1-9]\\d{0,17})号?");
    private static final Pattern SPAN = Pattern.compile("(\\d{1,6})个?(工作日|日|天|周|星期|月|年|小时|时|分钟)?");

    /// What a cell became.
    sealed interface Made {
        record Sound(Content content) implements Made {}

        record Wrong(String remedy) implements Made {}
    }

    Made make(Type type, Cell cell, String head) {
        if (cell instanceof Cell.Broken) {
            return new Made.Wrong("公式没有算出结果，改成值");
        }
        if (Likeness.narrow(cell.text()).equals("不详")) {
            return sound("不详");
        }
        return switch (type) {
            case Type.ListOf(Type.Structure(Map<String, Type> inside)) ->
                    structures(inside, head).items(cell.text());
            case Type.ListOf(Type element) -> list(element, cell, head);
            case Type.Structure(Map<String, Type> inside) -> structure(inside, cell, head);
            case Type.Choice choice -> word(choice, cell.text());
            case Type.RecordOf _ -> link(cell.text());
            case Type.DurationOf(var unit) -> span(cell.text(), unit.word());
            case Simple simple -> simple(simple, cell, head);
        };
    }

    private StructureCell structures(Map<String, Type> inside, String head) {
        return new StructureCell(inside, (type, text) -> make(type, new Cell.Text(text), head));
    }

    private Made structure(Map<String, Type> inside, Cell cell, String head) {
        Made made = structures(inside, head).items(cell.text());
        return made instanceof Made.Sound(Content.Series(List<Content> items))
                ? items.size() == 1 ? new Made.Sound(items.getFirst()) : new Made.Wrong("这一格只写一项")
                : made;
    }

    private Made list(Type element, Cell cell, String head) {
        List<Content> items = new ArrayList<>();
        for (String part : CellMarks.parted(CellMarks.shielded(cell.text()), LIST)) {
            switch (make(element, new Cell.Text(CellMarks.plain(part)), head)) {
                case Made.Sound(Content content) -> items.add(content);
                case Made.Wrong wrong -> {
                    return wrong;
                }
            }
        }
        return new Made.Sound(new Content.Series(items));
    }

    private Made simple(Simple type, Cell cell, String head) {
        String text = cell.text().replace("\r\n", "\n").strip();
        return switch (type) {
            case TEXT -> sound(shown(cell, text));
            case EVIDENCE -> sound(text);
            case TRUTH -> truth(cell, text);
            case INTEGER ->
                    number(text)
                            .filter(n -> n.scale() <= 0)
                            .map(n -> sound(n.toPlainString()))
                            .orElse(new Made.Wrong("写整数，例如12"));
            case NUMBER ->
                    number(text)
                            .map(n -> sound(n.toPlainString()))
                            .orElse(new Made.Wrong("写数字，例如12.5"));
            case MONEY ->
                    ChineseNumber.money(text, head)
                            .map(n -> sound(n.toPlainString() + "元"))
                            .orElse(new Made.Wrong("写金额，例如50万元"));
            case DURATION -> span(text, "");
            case DAY -> day(cell, false);
            case MOMENT -> day(cell, true);
            case PERSON -> name(Kind.PERSON, text);
            case POST -> name(Kind.POST, text);
            case BODY -> name(Kind.BODY, text);
            case PERIOD -> sound(text);
        };
    }

    private static Optional<BigDecimal> number(String text) {
        return ChineseNumber.read(text);
    }

    /// A date in a column of words reads as a date, not as its serial number.
    private String shown(Cell cell, String text) {
        boolean date = cell instanceof Cell.Amount(BigDecimal _, boolean shownAsDay) && shownAsDay;
        return date
                ? ChineseDay.read(cell, year).map(at -> at.toLocalDate().toString()).orElse(text)
                : text;
    }

    private static Made truth(Cell cell, String text) {
        if (cell instanceof Cell.Truth(boolean value)) {
            return sound(value ? "是" : "否");
        }
        return switch (Likeness.narrow(text)) {
            case "是", "√", "✓", "✔", "☑", "有", "对", "Y", "y", "1", "TRUE", "true", "已" ->
                    sound("是");
            case "否",
                    "×",
                    "✗",
                    "✘",
                    "☐",
                    "无",
                    "没有",
                    "N",
                    "n",
                    "0",
                    "FALSE",
                    "false",
                    "x",
                    "X",
                    "未" ->
                    sound("否");
            default -> new Made.Wrong("写“是”或“否”");
        };
    }

    private Made day(Cell cell, boolean moment) {
        Optional<LocalDateTime> read = ChineseDay.read(cell, year);
        if (read.isPresent()) {
            boolean midnight = read.get().toLocalTime().equals(LocalTime.MIDNIGHT);
            return sound(
                    moment && !midnight
                            ? read.get().toString()
                            : read.get().toLocalDate().toString());
        }
        return new Made.Wrong(ChineseDay.remedy(cell, year, "写日期"));
    }

    private static Made word(Type.Choice choice, String text) {
        String plain = Likeness.narrow(text).replaceAll("\\s+", "");
        for (String word : choice.words()) {
            if (word.equals(text.strip()) || Likeness.narrow(word).equals(plain)) {
                return sound(word);
            }
        }
        String words = String.join("、", choice.words());
        return new Made.Wrong(
                Likeness.nearest(plain, choice.words())
                                .map(near -> "没有这个词，是不是“" + near + "”；")
                                .orElse("没有这个词，")
                        + "可用："
                        + words);
    }

    private Made link(String text) {
        String plain = Likeness.narrow(text);
        if (earlier.isKey(plain)) {
            return sound(ROW + plain);
        }
        if (earlier.isFaultyKey(plain)) {
            return new Made.Wrong("编号“" + plain + "”的行有要改的，先改好它");
        }
        Matcher matcher = NUMBER.matcher(plain);
        return matcher.matches()
                ? sound(matcher.group(1))
                : new Made.Wrong("写记录的号（第12号），或本文件前面行的编号");
    }

    private static Made span(String text, String unit) {
        Matcher matcher = SPAN.matcher(Likeness.narrow(text).replaceAll("\\s+", ""));
        if (!matcher.matches() || (matcher.group(2) == null && unit.isEmpty())) {
            return new Made.Wrong("写时长，例如15日、3工作日");
        }
        String written = matcher.group(2) == null ? unit : matcher.group(2);
        String word =
                switch (written) {
                    case "天" -> "日";
                    case "星期" -> "周";
                    case "时" -> "小时";
                    default -> written;
                };
        return sound(matcher.group(1) + word);
    }

    private Made name(Kind kind, String text) {
        FindingNames.Found found = names.find(kind, text, day);
        return found.code()
                .map(CellConversion::sound)
                .orElseGet(() -> new Made.Wrong(found.remedy()));
    }

    private static Made sound(String text) {
        return new Made.Sound(new Content.Text(text));
    }
}
