package org.mingze.exchange.dutylist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.mingze.reading.document.DocumentText;
import org.mingze.reading.document.Read;
import org.mingze.sheet.Cell;
import org.mingze.sheet.OpeningSheets;
import org.mingze.sheet.SheetFault;
import org.mingze.sheet.SheetFile;

/// 读清单 — the lines of a document or a workbook, or why it cannot be read.
final class ReadingDutyList {
    private static final int LINES_MAX = 20_000;

    private ReadingDutyList() {}

    /// 读的结果.
    sealed interface Lines {
        record Sound(List<SourceLine> lines) implements Lines {
            public Sound {
                lines = List.copyOf(lines);
            }
        }

        record Refused(String sentence) implements Lines {}
    }

    static Lines read(String name, byte[] file) throws IOException {
        String ending = name.toLowerCase(Locale.ROOT);
        return ending.endsWith(".xlsx") || ending.endsWith(".xls") || ending.endsWith(".csv")
                ? sheets(name, file)
                : document(name, file);
    }

    private static Lines document(String name, byte[] file) {
        return switch (DocumentText.read(name, file)) {
            case Read.Refused(String sentence) -> new Lines.Refused(sentence);
            case Read.Document(String _, String text, String _) -> {
                List<SourceLine> lines = new ArrayList<>();
                int number = 0;
                for (String line : text.lines().limit(LINES_MAX).toList()) {
                    number++;
                    lines.add(new SourceLine("第" + number + "行", List.of(line.split("\t", -1))));
                }
                yield new Lines.Sound(lines);
            }
        };
    }

    private static Lines sheets(String name, byte[] file) throws IOException {
        Path kept = Files.createTempFile("mingze-duty-list", ".sheet");
        try {
            Files.write(kept, file);
            return switch (OpeningSheets.open(kept, name)) {
                case OpeningSheets.Opened.Refused(String sentence) ->
                        new Lines.Refused(sentence + "。");
                case OpeningSheets.Opened.Sheets(SheetFile sheets) -> {
                    try (sheets) {
                        yield new Lines.Sound(lines(sheets));
                    }
                }
            };
        } catch (SheetFault fault) {
            return new Lines.Refused(fault.sentence() + "。");
        } finally {
            Files.deleteIfExists(kept);
        }
    }

    private static List<SourceLine> lines(SheetFile sheets) {
        List<SourceLine> lines = new ArrayList<>();
        for (int sheet = 0; sheet < sheets.sheets().size(); sheet++) {
            sheets.rows(
                    sheet,
                    row -> {
                        List<String> cells = row.cells().stream().map(Cell::text).toList();
                        boolean one =
                                cells.stream().filter(cell -> !cell.isBlank()).distinct().count()
                                        <= 1;
                        lines.add(
                                new SourceLine(
                                        row.sheet() + "!第" + row.number() + "行",
                                        one ? cells.stream().distinct().toList() : cells));
                        return lines.size() < LINES_MAX;
                    });
        }
        return lines;
    }
}
