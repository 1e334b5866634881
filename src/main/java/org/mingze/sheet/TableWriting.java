package org.mingze.sheet;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/// 写表格 — writes a table row by row; nothing of it is kept.
public interface TableWriting extends Closeable {
    void row(List<Cell> cells) throws IOException;

    /// Ends the file; the stream below stays open.
    @Override
    void close() throws IOException;

    static TableWriting open(TableForm form, OutputStream out, String title, List<String> heads)
            throws IOException {
        return switch (form) {
            case XLSX -> new XlsxTable(out, title, heads);
            case CSV -> new CsvTable(out, heads);
            case DOCX -> new WordTable(out, title, heads);
        };
    }
}
