package org.mingze.sheet;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.function.Predicate;

/// 表格文件 — the sheets of one file, whose rows are read one after the other.
public interface SheetFile extends Closeable {
    int COLUMNS_MAX = 300;

    /// The names of the sheets, in their order.
    List<String> sheets();

    MergedCells merged(int sheet);

    /// Gives the rows that are not empty from the top until one is answered by false.
    ///
    /// @throws SheetFault where the file cannot be read any further
    void rows(int sheet, Predicate<SheetRow> each);

    @Override
    void close() throws IOException;
}
