package org.mingze.report.paper;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackagePartName;
import org.apache.poi.openxml4j.opc.PackagingURIHelper;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFFooter;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.xmlbeans.XmlCursor;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STFldCharType;

/// 版面 — A4 with the type area of 156 × 225 mm, page numbers outside below it.
final class DocxPage {
    private static final double TWIPS_PER_MILLIMETRE = 1440 / 25.4;
    private static final double NUMBER_POINTS = 14;
    private static final double NUMBER_LINE = 18;
    private static final String FONT_TABLE = "/word/fontTable.xml";
    private static final String FONT_TABLE_TYPE =
            "application/vnd.openxmlformats-officedocument.wordprocessingml.fontTable+xml";
    private static final String FONT_TABLE_RELATION =
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships/fontTable";
    private static final String MAIN_NAMESPACE =
            "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    private static final String WORD_NAMESPACE = "http://schemas.microsoft.com/office/word";

    private final XWPFDocument document;

    DocxPage(XWPFDocument document) {
        this.document = document;
    }

    void apply() {
        CTSectPr section = document.getDocument().getBody().addNewSectPr();
        CTPageSz size = section.addNewPgSz();
        size.setW(millimetres(210));
        size.setH(millimetres(297));
        CTPageMar margins = section.addNewPgMar();
        margins.setTop(millimetres(37));
        margins.setRight(millimetres(26));
        margins.setBottom(millimetres(35));
        margins.setLeft(millimetres(28));
        margins.setHeader(millimetres(15));
        // The dashes stand 7 mm below the type area, in the middle of a line of 6 mm.
        margins.setFooter(millimetres(25));
        margins.setGutter(BigInteger.ZERO);
        document.setEvenAndOddHeadings(true);
        setting();
        footer(HeaderFooterType.DEFAULT, ParagraphAlignment.RIGHT);
        footer(HeaderFooterType.EVEN, ParagraphAlignment.LEFT);
        fontTable();
    }

    /// Word sets it as its newest versions do, and no punctuation closer than it is wide.
    private void setting() {
        try (XmlCursor cursor = document.getSettings().getCTSettings().newCursor()) {
            cursor.toEndToken();
            cursor.beginElement("characterSpacingControl", MAIN_NAMESPACE);
            cursor.insertAttributeWithValue("val", MAIN_NAMESPACE, "doNotCompress");
            cursor.toNextToken();
            cursor.beginElement("compat", MAIN_NAMESPACE);
            cursor.beginElement("compatSetting", MAIN_NAMESPACE);
            cursor.insertAttributeWithValue("name", MAIN_NAMESPACE, "compatibilityMode");
            cursor.insertAttributeWithValue("uri", MAIN_NAMESPACE, WORD_NAMESPACE);
            cursor.insertAttributeWithValue("val", MAIN_NAMESPACE, "15");
        }
    }

    static BigInteger millimetres(double millimetres) {
        return BigInteger.valueOf(Math.round(millimetres * TWIPS_PER_MILLIMETRE));
    }

    /// `— 1 —`, one character from the outer edge.
    private void footer(HeaderFooterType type, ParagraphAlignment side) {
        XWPFFooter footer = document.createFooter(type);
        XWPFParagraph line = DocxText.lined(footer.createParagraph(), NUMBER_LINE);
        line.setAlignment(side);
        if (side == ParagraphAlignment.RIGHT) {
            line.setIndentationRight((int) (NUMBER_POINTS * 20));
        } else {
            line.setIndentationLeft((int) (NUMBER_POINTS * 20));
        }
        words(line, "— ");
        field(line, STFldCharType.BEGIN);
        XWPFRun instruction = DocxText.set(line.createRun(), Face.PAGE_NUMBER, NUMBER_POINTS, 0);
        instruction.getCTR().addNewInstrText().setStringValue("PAGE");
        field(line, STFldCharType.SEPARATE);
        words(line, "1");
        field(line, STFldCharType.END);
        words(line, " —");
    }

    private static void words(XWPFParagraph line, String words) {
        XWPFRun run = line.createRun();
        run.setText(words);
        DocxText.set(run, Face.PAGE_NUMBER, NUMBER_POINTS, 0);
    }

    private static void field(XWPFParagraph line, STFldCharType.Enum type) {
        XWPFRun run = DocxText.set(line.createRun(), Face.PAGE_NUMBER, NUMBER_POINTS, 0);
        run.getCTR().addNewFldChar().setFldCharType(type);
    }

    /// Names the faces to use where an office does not have those of the standard.
    private void fontTable() {
        StringBuilder fonts = new StringBuilder();
        fonts.append("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>");
        fonts.append("<w:fonts xmlns:w=\"").append(MAIN_NAMESPACE).append("\">");
        for (Face face : Face.values()) {
            fonts.append("<w:font w:name=\"").append(face.face()).append("\"><w:altName w:val=\"");
            fonts.append(face.substitutes()).append("\"/></w:font>");
        }
        fonts.append("</w:fonts>");
        try {
            PackagePartName name = PackagingURIHelper.createPartName(FONT_TABLE);
            PackagePart part = document.getPackage().createPart(name, FONT_TABLE_TYPE);
            document.getPackagePart()
                    .addRelationship(name, TargetMode.INTERNAL, FONT_TABLE_RELATION);
            try (OutputStream out = part.getOutputStream()) {
                out.write(fonts.toString().getBytes(StandardCharsets.UTF_8));
            }
        } catch (InvalidFormatException impossible) {
            throw new IllegalStateException(impossible);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
