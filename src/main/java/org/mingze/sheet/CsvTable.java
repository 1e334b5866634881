package org.mingze.sheet;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// A table as .csv in UTF-8 with a byte order mark, as Excel wants it.
final class CsvTable implements TableWriting {
    private final Writer writer;

    CsvTable(OutputStream out, List<String> heads) throws IOException {
        writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
        writer.write('\uFEFF');
        row(heads.stream().map(Cell::of).toList());
    }

    @Override
    public void row(List<Cell> cells) throws IOException {
        for (int column = 0; column < cells.size(); column++) {
            if (column > 0) {
                writer.write(',');
            }
            writer.write(written(cells.get(column)));
        }
        writer.write("\r\n");
    }

    private static String written(Cell cell) {
        String text =
                switch (cell) {
                    case Cell.Text(String value) -> Formulas.harmless(value);
                    case Cell.Truth(boolean value) -> value ? "是" : "否";
                    case Cell.Blank _, Cell.Amount _, Cell.Broken _ -> cell.plain();
                };
        boolean quoted =
                text.chars()
                                .anyMatch(
                                        c ->
                                                c == ',' || c == '"' || c == '\n' || c == '\r'
                                                        || c == ';')
                        || !text.equals(text.strip());
        return quoted ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }

    @Override
    public void close() throws IOException {
        writer.flush();
    }
}
