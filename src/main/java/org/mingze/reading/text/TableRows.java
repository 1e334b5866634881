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
    private static final Pattern CELL = Pattern.compile("[^\\t|]+");
    private static final Map<Column, Pattern> HEADERS = new LinkedHashMap<>();

    static {
        HEADERS.put(
                Column.OWNER,
                Pattern.compile(
                        "责任.{0,2}(?:单位|部门|人|领导|科室|主体|处室|站所)|牵头.{0,4}|承办.{0,4}|主办.{0,4}|负责人"));
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
                    cell(Column.OWNER).map(c -> c.text(plain)).or(stated::owner),
                    cell(Column.FREQUENCY).map(c -> c.text(plain)).or(stated::frequency));
        }
    }

    private TableRows() {}

    static List<Row> find(String text, List<Passage> paragraphs) {
        List<Row> rows = new ArrayList<>();
        List<Column> header = List.of();
        for (Passage paragraph : paragraphs) {
            List<int[]> cells = cells(text, paragraph);
            if (cells.size() < 2) {
                header = cells.isEmpty() ? header : List.of();
                continue;
            }
            List<Column> columns = columns(text, cells);
            long known = columns.stream().filter(c -> c != Column.UNKNOWN).count();
            if (known >= 2 && known * 2 >= cells.size()) {
                header = columns;
                rows.add(new Row(paragraph.start(), paragraph.end(), List.of()));
            } else if (!header.isEmpty()) {
                rows.add(row(header, cells, paragraph));
            }
        }
        return rows;
    }

    static Set<Integer> starts(List<Row> rows) {
        Set<Integer> starts = new HashSet<>();
        rows.forEach(row -> starts.add(row.start()));
        return starts;
    }

    private static Row row(List<Column> header, List<int[]> cells, Passage paragraph) {
        List<Cell> found = new ArrayList<>();
        int shift = Math.max(0, header.size() - cells.size());
        for (int index = 0; index < cells.size() && index + shift < header.size(); index++) {
            int[] cell = cells.get(index);
            found.add(new Cell(header.get(index + shift), cell[0], cell[1]));
        }
        return new Row(paragraph.start(), paragraph.end(), found);
    }

    private static List<int[]> cells(String text, Passage paragraph) {
        List<int[]> cells = new ArrayList<>();
        Matcher matcher = CELL.matcher(text).region(paragraph.start(), paragraph.end());
        while (matcher.find()) {
            int start = matcher.start();
            int end = matcher.end();
            while (start < end && text.charAt(start) == ' ') {
                start++;
            }
            while (end > start && text.charAt(end - 1) == ' ') {
                end--;
            }
            boolean rule = text.substring(start, end).chars().allMatch(c -> c == '-' || c == '：');
            if (start < end && !rule) {
                cells.add(new int[] {start, end});
            }
        }
        return cells;
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
