package org.mingze.reading.text;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// 表格行 — rows of a task table or of a duty table, by the words of its header.
final class TableRows {
    private static final Pattern BORDER = Pattern.compile("\\t|[|]| {3,}");
    private static final Map<Column, Pattern> HEADERS = new LinkedHashMap<>();

    static {
        HEADERS.put(
                Column.PERSON,
                Pattern.compile("(?:.{0,2}责任|牵头|包保|分管|包案).{0,2}(?:人|领导|同志)|负责人|责任人员"));
        HEADERS.put(
                Column.OWNER,
                Pattern.compile("责任.{0,2}(?:单位|部门|科室|主体|处室|站所)|牵头.{0,4}|承办.{0,4}|主办.{0,4}"));
        HEADERS.put(
                Column.DEADLINE, Pattern.compile(".{0,4}时限.{0,2}|.{0,4}期限|完成时间|时间节点|时间要求|整改时间"));
        HEADERS.put(Column.FREQUENCY, Pattern.compile("频次|频率|次数|履职频次|工作频次"));
        HEADERS.put(
                Column.DONE,
                Pattern.compile(
                        "完成情况|整改(?:落实)?情况|进展.{0,4}|备注|配合.{0,4}|整改成效|落实情况|佐证.{0,4}|.{0,2}目标"));
        HEADERS.put(Column.CAUSE, Pattern.compile(".{0,4}原因.{0,4}"));
        HEADERS.put(Column.MEASURE, Pattern.compile(".{0,4}措施.{0,4}|整改任务|整改内容|整改要求"));
        HEADERS.put(Column.PROBLEM, Pattern.compile(".{0,6}问题.{0,4}|问题表现|具体表现|审计发现.{0,4}"));
        HEADERS.put(
                Column.DUTY,
                Pattern.compile(
                        ".{0,4}责任内容|.{0,4}职责.{0,4}|责任事项|.{0,4}任务.{0,4}|工作内容|责任清单|履责.{0,4}|具体责任|工作事项|主要工作|工作要求|具体内容|工作举措|内容"));
        HEADERS.put(Column.NUMBER, Pattern.compile("序号|编号|号"));
    }

    /// 列 — what a column of a table says.
    enum Column {
        NUMBER,
        PROBLEM,
        CAUSE,
        MEASURE,
        DUTY,
        OWNER,
        PERSON,
        DEADLINE,
        FREQUENCY,
        DONE,
        UNKNOWN
    }

    /// 单元格 — one cell of a row, in the plain text.
    record Cell(Column column, int start, int end) {
        String text(String plain) {
            return plain.substring(start, end);
        }
    }

    /// 行 — the cells of one row below a header.
    record Row(int start, int end, List<Cell> cells) {
        Optional<Cell> cell(Column column) {
            return cells.stream().filter(c -> c.column() == column).findFirst();
        }

        Particulars particulars(String plain) {
            String said = plain.substring(start, end);
            Particulars stated = Particulars.of(said);
            return new Particulars(
                    cell(Column.DEADLINE).map(c -> c.text(plain)).or(stated::deadline),
                    cell(Column.OWNER)
                            .or(() -> cell(Column.PERSON))
                            .map(c -> c.text(plain))
                            .or(stated::owner),
                    cell(Column.FREQUENCY).map(c -> c.text(plain)).or(stated::frequency));
        }
    }

    private TableRows() {}

    static List<Row> find(String text, List<Passage> paragraphs) {
        List<Row> rows = new ArrayList<>();
        List<Column> header = List.of();
        int index = 0;
        while (index < paragraphs.size()) {
            Passage paragraph = paragraphs.get(index);
            List<int[]> cells = cells(text, paragraph);
            List<Column> columns = columns(text, cells);
            long known = columns.stream().filter(c -> c != Column.UNKNOWN).count();
            if (cells.size() == 1 && columns.getFirst() == Column.NUMBER) {
                index += stacked(text, paragraphs.subList(index, paragraphs.size()), rows);
                header = List.of();
                continue;
            }
            if (cells.size() >= 2 && known >= 2 && known * 2 >= cells.size()) {
                header = columns;
                rows.add(new Row(paragraph.start(), paragraph.end(), List.of()));
            } else if (cells.size() >= 2 && !header.isEmpty()) {
                rows.add(row(header, cells, paragraph));
            } else if (!cells.isEmpty()) {
                header = List.of();
            }
            index++;
        }
        return rows;
    }

    /// A table whose cells stand one a line: header cells from 序号 on, then 1, its cells, 2, and so
    /// on. Answers how many paragraphs it took.
    private static int stacked(String text, List<Passage> lines, List<Row> rows) {
        List<Column> header = new ArrayList<>();
        int at = 0;
        while (at < lines.size() && number(text, lines.get(at)) != 1 && at < 12) {
            header.addAll(columns(text, cells(text, lines.get(at))));
            at++;
        }
        long known = header.stream().filter(c -> c != Column.UNKNOWN).count();
        if (header.size() < 3 || known * 2 < header.size() || at >= lines.size() || at >= 12) {
            return 1;
        }
        Passage last = lines.get(at - 1);
        rows.add(new Row(lines.getFirst().start(), last.end(), List.of()));
        int ordinal = 1;
        while (at < lines.size() && number(text, lines.get(at)) == ordinal) {
            int first = at;
            List<Cell> cells = new ArrayList<>();
            for (int column = 0; column < header.size() && at < lines.size(); column++) {
                boolean next = column > 0 && number(text, lines.get(at)) == ordinal + 1;
                if (next) {
                    break;
                }
                Passage line = lines.get(at);
                cells.add(new Cell(header.get(column), line.start(), line.end()));
                at++;
            }
            rows.add(new Row(lines.get(first).start(), lines.get(at - 1).end(), cells));
            ordinal++;
        }
        return at;
    }

    private static int number(String text, Passage line) {
        String said = line.text(text).strip();
        boolean digits = !said.isEmpty() && said.length() <= 3;
        digits &= said.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits ? Integer.parseInt(said) : -1;
    }

    /// Where the paragraphs start that the rows took.
    static Set<Integer> starts(List<Row> rows, List<Passage> paragraphs) {
        Set<Integer> starts = new HashSet<>();
        int index = 0;
        for (Row row : rows) {
            while (index < paragraphs.size() && paragraphs.get(index).start() < row.end()) {
                if (paragraphs.get(index).start() >= row.start()) {
                    starts.add(paragraphs.get(index).start());
                }
                index++;
            }
        }
        return starts;
    }

    private static Row row(List<Column> header, List<int[]> cells, Passage paragraph) {
        List<Cell> found = new ArrayList<>();
        int shift = Math.max(0, header.size() - cells.size());
        for (int index = 0; index < cells.size() && index + shift < header.size(); index++) {
            int[] cell = cells.get(index);
            if (cell[0] == cell[1]) {
                continue;
            }
            found.add(new Cell(header.get(index + shift), cell[0], cell[1]));
        }
        return new Row(paragraph.start(), paragraph.end(), found);
    }

    /// The cells of a line, between tabs, bars or wide spaces; empty ones stand, but for the ends.
    private static List<int[]> cells(String text, Passage paragraph) {
        List<int[]> cells = new ArrayList<>();
        Matcher border = BORDER.matcher(text).region(paragraph.start(), paragraph.end());
        int from = paragraph.start();
        while (border.find()) {
            addCell(text, from, border.start(), cells);
            from = border.end();
        }
        addCell(text, from, paragraph.end(), cells);
        boolean barred = text.charAt(paragraph.start()) == '|';
        if (barred && cells.size() > 1) {
            cells.removeFirst();
        }
        if (!cells.isEmpty() && cells.getLast()[0] == cells.getLast()[1]) {
            cells.removeLast();
        }
        boolean rule = cells.stream().allMatch(c -> isRule(text.substring(c[0], c[1])));
        return rule ? List.of() : cells;
    }

    private static boolean isRule(String cell) {
        return cell.chars().allMatch(c -> c == '-' || c == '：' || c == '—');
    }

    private static void addCell(String text, int from, int to, List<int[]> cells) {
        int start = from;
        int end = to;
        while (start < end && text.charAt(start) == ' ') {
            start++;
        }
        while (end > start && text.charAt(end - 1) == ' ') {
            end--;
        }
        cells.add(new int[] {start, end});
    }

    private static List<Column> columns(String text, List<int[]> cells) {
        List<Column> columns = new ArrayList<>();
        for (int[] cell : cells) {
            String title = text.substring(cell[0], cell[1]).replace(" ", "");
            Column column = Column.UNKNOWN;
            for (Map.Entry<Column, Pattern> header : HEADERS.entrySet()) {
                if (title.length() <= 8 && header.getValue().matcher(title).matches()) {
                    column = header.getKey();
                    break;
                }
            }
            columns.add(column);
        }
        return columns;
    }
}
