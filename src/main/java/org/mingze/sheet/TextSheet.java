package org.mingze.sheet;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// 分隔文本 — a .csv or .tsv file as one sheet: UTF-16 where its first bytes say so, else strict
/// UTF-8, else GB18030.
final class TextSheet implements SheetFile {
    private static final List<Charset> ENCODINGS =
            List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"));
    private static final String SEPARATORS = ",;\t\n\r";
    private static final int HEAD = 4_096;
    private static final int FIELD_MAX = 1 << 20;
    private static final int ROWS_MAX = 2_000_000;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final Path file;
    private final String name;
    private final Charset encoding;
    private final char separator;

    private TextSheet(Path file, String name, Charset encoding, char separator) {
        this.file = file;
        this.name = name;
        this.encoding = encoding;
        this.separator = separator;
    }

    static TextSheet open(Path file, String name) throws IOException {
        Charset encoding =
                Stream.concat(wide(head(file)).stream(), ENCODINGS.stream())
                        .filter(tried -> isIn(file, tried))
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        new SheetFault(
                                                "文件的编码既不是UTF-8、UTF-16也不是GB18030，用Excel另存为.xlsx再传"));
        String sheet = name.replaceFirst("\\.[A-Za-z]{2,4}$", "");
        return new TextSheet(file, sheet, encoding, separator(file, name, encoding));
    }

    private static byte[] head(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(HEAD);
        }
    }

    /// UTF-16, told by its mark or, where it has none, by the side on which the marks between cells
    /// have their empty byte.
    static Optional<Charset> wide(byte[] head) {
        if (head.length >= 2 && head[0] == (byte) 0xFF && head[1] == (byte) 0xFE) {
            return Optional.of(StandardCharsets.UTF_16LE);
        }
        if (head.length >= 2 && head[0] == (byte) 0xFE && head[1] == (byte) 0xFF) {
            return Optional.of(StandardCharsets.UTF_16BE);
        }
        int little = 0;
        int big = 0;
        int other = 0;
        for (int at = 0; at + 1 < head.length; at += 2) {
            if (head[at] == 0 && head[at + 1] == 0) {
                other++;
            }
            little += head[at + 1] == 0 && SEPARATORS.indexOf(head[at]) >= 0 ? 1 : 0;
            big += head[at] == 0 && SEPARATORS.indexOf(head[at + 1]) >= 0 ? 1 : 0;
        }
        if (other > 0 || (little == 0) == (big == 0)) {
            return Optional.empty();
        }
        return Optional.of(little > 0 ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE);
    }

    private static boolean isIn(Path file, Charset encoding) {
        char[] buffer = new char[1 << 16];
        try (Reader reader = reader(file, encoding)) {
            int read = 0;
            while (read >= 0) {
                read = reader.read(buffer);
            }
            return true;
        } catch (CharacterCodingException other) {
            return false;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Reader reader(Path file, Charset encoding) throws IOException {
        InputStream in = Files.newInputStream(file);
        return new BufferedReader(
                new InputStreamReader(
                        in,
                        encoding.newDecoder()
                                .onMalformedInput(CodingErrorAction.REPORT)
                                .onUnmappableCharacter(CodingErrorAction.REPORT)),
                1 << 16);
    }

    /// The mark that the first lines hold most of.
    private static char separator(Path file, String name, Charset encoding) throws IOException {
        if (name.toLowerCase(Locale.ROOT).endsWith(".tsv")) {
            return '\t';
        }
        char[] head = new char[1 << 14];
        try (Reader reader = reader(file, encoding)) {
            int length = Math.max(0, reader.read(head));
            String text = new String(head, 0, length);
            long commas = text.chars().filter(c -> c == ',').count();
            long tabs = text.chars().filter(c -> c == '\t').count();
            long semicolons = text.chars().filter(c -> c == ';').count();
            if (tabs > commas && tabs >= semicolons) {
                return '\t';
            }
            return semicolons > commas ? ';' : ',';
        }
    }

    @Override
    public List<String> sheets() {
        return List.of(name);
    }

    @Override
    public MergedCells merged(int sheet) {
        return MergedCells.NONE;
    }

    @Override
    public void rows(int sheet, Predicate<SheetRow> each) {
        int number = 0;
        try (Reader reader = reader(file, encoding)) {
            skipMark(reader);
            CsvReader<CsvRecord> records =
                    CsvReader.builder()
                            .fieldSeparator(separator)
                            .skipEmptyLines(false)
                            .allowExtraCharsAfterClosingQuote(true)
                            .allowExtraFields(true)
                            .allowMissingFields(true)
                            .maxBufferSize(FIELD_MAX)
                            .ofCsvRecord(reader);
            for (CsvRecord record : records) {
                number++;
                if (number > ROWS_MAX) {
                    throw new SheetFault("超过" + ROWS_MAX + "行，拆成几份再传");
                }
                List<Cell> cells = cells(record);
                if (!cells.stream().allMatch(Cell::isBlank)
                        && !each.test(new SheetRow(name, number, cells))) {
                    return;
                }
            }
        } catch (CsvParseException broken) {
            throw new SheetFault("第" + (number + 1) + "行读不出：一格没有引号收尾，或超过一兆字，改好再传", broken);
        } catch (IOException unreadable) {
            throw new SheetFault("第" + (number + 1) + "行之后读不出，另存一份再传", unreadable);
        }
    }

    private static void skipMark(Reader reader) throws IOException {
        reader.mark(1);
        if (reader.read() != BYTE_ORDER_MARK) {
            reader.reset();
        }
    }

    private static List<Cell> cells(CsvRecord record) {
        List<Cell> cells = new ArrayList<>();
        for (String field : record.getFields()) {
            if (cells.size() == COLUMNS_MAX) {
                break;
            }
            cells.add(Cell.of(Formulas.original(field)));
        }
        return cells;
    }

    @Override
    public void close() {}
}
