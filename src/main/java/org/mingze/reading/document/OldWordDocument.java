package org.mingze.reading.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.StringJoiner;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.OldWordFileFormatException;
import org.apache.poi.hwpf.usermodel.Paragraph;
import org.apache.poi.hwpf.usermodel.Range;
import org.apache.poi.hwpf.usermodel.Table;
import org.apache.poi.hwpf.usermodel.TableRow;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.mingze.journal.secrecy.SecrecyMark;

/// 旧版 Word 文档 — the text of a .doc: paragraphs, and tables row by row with tabs between cells.
final class OldWordDocument {
    private OldWordDocument() {}

    static String text(byte[] file) throws UnreadableDocument {
        try (POIFSFileSystem files = new POIFSFileSystem(new ByteArrayInputStream(file))) {
            DirectoryNode root = files.getRoot();
            if (root.hasEntryCaseInsensitive("EncryptedPackage")) {
                throw new UnreadableDocument("加了密码，去掉密码后再读");
            }
            if (!root.hasEntryCaseInsensitive("WordDocument")) {
                throw new UnreadableDocument("不是 Word 文档（可能是表格或演示文稿），另存为 .docx 后再读");
            }
            if (root.hasEntryCaseInsensitive("Macros")) {
                throw new UnreadableDocument("带有宏，另存为不带宏的 .docx 后再读");
            }
            try (HWPFDocument document = new HWPFDocument(root)) {
                return text(document);
            }
        } catch (EncryptedDocumentException locked) {
            throw new UnreadableDocument("加了密码，去掉密码后再读", locked);
        } catch (OldWordFileFormatException older) {
            throw new UnreadableDocument("是 Word 97 以前的格式，用 Word 另存为 .docx 后再读", older);
        } catch (UnreadableDocument refused) {
            throw refused;
        } catch (IOException | RuntimeException broken) {
            throw new UnreadableDocument("不是完好的 Word 文档，用 Word 重新另存为 .docx 后再读", broken);
        }
    }

    private static String text(HWPFDocument document) {
        StringBuilder text = new StringBuilder();
        String header = document.getHeaderStoryRange().text();
        for (String line : header.split("[\r\n]", -1)) {
            if (SecrecyMark.in(line)) {
                text.append(line.strip()).append('\n');
            }
        }
        Range body = document.getRange();
        int at = 0;
        while (at < body.numParagraphs()) {
            Paragraph paragraph = body.getParagraph(at);
            if (paragraph.isInTable()) {
                Table table = body.getTable(paragraph);
                addTable(table, text);
                at += Math.max(1, table.numParagraphs());
            } else {
                text.append(plain(paragraph.text())).append('\n');
                at++;
            }
        }
        return text.toString();
    }

    private static void addTable(Table table, StringBuilder text) {
        for (int row = 0; row < table.numRows(); row++) {
            TableRow cells = table.getRow(row);
            StringJoiner line = new StringJoiner("\t");
            for (int cell = 0; cell < cells.numCells(); cell++) {
                line.add(plain(cells.getCell(cell).text()).replace('\n', ' ').strip());
            }
            text.append(line).append('\n');
        }
    }

    /// Without field codes and control characters.
    private static String plain(String written) {
        String shown = Range.stripFields(written);
        StringBuilder plain = new StringBuilder(shown.length());
        for (int at = 0; at < shown.length(); at++) {
            char c = shown.charAt(at);
            switch (c) {
                case '\r', '\u0007', '\f' -> {}
                case '\u000b' -> plain.append('\n');
                case '\u001e' -> plain.append('-');
                default -> {
                    if (c >= ' ' || c == '\t') {
                        plain.append(c);
                    }
                }
            }
        }
        return plain.toString();
    }
}
