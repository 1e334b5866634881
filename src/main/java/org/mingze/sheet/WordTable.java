package org.mingze.sheet;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// A table as .docx on A4 across, its head repeated on every page.
final class WordTable implements TableWriting {
    private static final String TYPES =
            """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
            <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
            <Default Extension="xml" ContentType="application/xml"/>\
            <Override PartName="/word/document.xml" ContentType="\
            application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>""";
    private static final String RELATIONS =
            """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
            <Relationship Id="rId1" Type="\
            http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" \
            Target="word/document.xml"/></Relationships>""";
    private static final String BEGIN =
            """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>\
            <w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:rPr><w:rFonts w:eastAsia="方正小标宋简体"/>\
            <w:sz w:val="36"/></w:rPr><w:t xml:space="preserve">""";
    private static final String TABLE =
            """
            </w:t></w:r></w:p>\
            <w:tbl><w:tblPr><w:tblW w:w="5000" w:type="pct"/><w:tblBorders>""";
    private static final String END =
            """
            </w:tbl><w:p/><w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>\
            <w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" \
            w:footer="567" w:gutter="0"/></w:sectPr></w:body></w:document>""";

    private final ZipOutputStream zip;
    private final Writer writer;

    WordTable(OutputStream out, String title, List<String> heads) throws IOException {
        zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        writer = new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8), 1 << 16);
        part("[Content_Types].xml", TYPES);
        part("_rels/.rels", RELATIONS);
        zip.putNextEntry(new ZipEntry("word/document.xml"));
        writer.write(BEGIN + escaped(title) + TABLE + borders() + "</w:tblBorders></w:tblPr>");
        row(heads.stream().map(Cell::of).toList(), true);
    }

    private void part(String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private static String borders() {
        StringBuilder borders = new StringBuilder();
        for (String side : List.of("top", "left", "bottom", "right", "insideH", "insideV")) {
            borders.append("<w:").append(side);
            borders.append(" w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"auto\"/>");
        }
        return borders.toString();
    }

    @Override
    public void row(List<Cell> cells) throws IOException {
        row(cells, false);
    }

    private void row(List<Cell> cells, boolean head) throws IOException {
        writer.write("<w:tr><w:trPr><w:cantSplit/>");
        writer.write(head ? "<w:tblHeader/></w:trPr>" : "</w:trPr>");
        for (Cell cell : cells) {
            writer.write(
                    "<w:tc><w:tcPr><w:tcW w:w=\"0\" w:type=\"auto\"/></w:tcPr><w:p><w:r><w:rPr>");
            writer.write(head ? "<w:b/><w:sz w:val=\"21\"/>" : "<w:sz w:val=\"21\"/>");
            writer.write("</w:rPr><w:t xml:space=\"preserve\">");
            writer.write(escaped(shown(cell)));
            writer.write("</w:t></w:r></w:p></w:tc>");
        }
        writer.write("</w:tr>");
    }

    private static String shown(Cell cell) {
        if (cell instanceof Cell.Truth(boolean truth)) {
            return truth ? "是" : "否";
        }
        return cell.plain();
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        text.codePoints()
                .filter(point -> point >= ' ' || point == '\n' || point == '\t')
                .forEach(
                        point -> {
                            switch (point) {
                                case '&' -> escaped.append("&amp;");
                                case '<' -> escaped.append("&lt;");
                                case '>' -> escaped.append("&gt;");
                                default -> escaped.appendCodePoint(point);
                            }
                        });
        return escaped.toString();
    }

    @Override
    public void close() throws IOException {
        writer.write(END);
        writer.flush();
        zip.closeEntry();
        zip.finish();
    }
}
