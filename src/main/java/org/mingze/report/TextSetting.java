package org.mingze.report;

import java.math.BigInteger;
import org.apache.poi.xwpf.usermodel.LineSpacingRule;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.VerticalAlign;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFHyperlinkRun;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTFonts;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTHyperlink;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTInd;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STHint;

/// 排字 — faces, sizes, lines and indents of paragraphs.
final class TextSetting {
    static final double TITLE_POINTS = 22;
    static final double BODY_POINTS = 16;
    static final double ANNEX_POINTS = 10.5;
    static final int TITLE_LINE_TWIPS = 660;
    /// 28.9 points: 22 lines fill the type area of 225 mm, 29 points would only let 21 in.
    static final int BODY_LINE_TWIPS = 578;

    static final int ANNEX_LINE_TWIPS = 320;
    private static final int TWIPS = 20;
    private static final String LATIN = "Times New Roman";

    private TextSetting() {}

    static XWPFParagraph paragraph(XWPFDocument document, int lineTwips) {
        return lined(document.createParagraph(), lineTwips);
    }

    static XWPFParagraph lined(XWPFParagraph paragraph, int lineTwips) {
        paragraph.setSpacingBetween(lineTwips / (double) TWIPS, LineSpacingRule.EXACT);
        paragraph.setSpacingBefore(0);
        paragraph.setSpacingAfter(0);
        CTPPr properties = properties(paragraph);
        properties.addNewOverflowPunct().setVal(false);
        properties.addNewAutoSpaceDE().setVal(false);
        properties.addNewAutoSpaceDN().setVal(false);
        return paragraph;
    }

    static XWPFRun words(XWPFParagraph paragraph, String words, Face face, double points) {
        XWPFRun run = paragraph.createRun();
        run.setText(words);
        return set(run, face, points);
    }

    static XWPFRun set(XWPFRun run, Face face, double points) {
        CTRPr properties =
                run.getCTR().isSetRPr() ? run.getCTR().getRPr() : run.getCTR().addNewRPr();
        CTFonts fonts = properties.addNewRFonts();
        fonts.setAscii(LATIN);
        fonts.setHAnsi(LATIN);
        fonts.setEastAsia(face.face());
        fonts.setHint(STHint.EAST_ASIA);
        run.setFontSize(points);
        properties.addNewLang().setEastAsia("zh-CN");
        return run;
    }

    /// ［n］, raised, a link to the row of the annex.
    static void mark(XWPFParagraph paragraph, int number) {
        CTHyperlink link = paragraph.getCTP().addNewHyperlink();
        link.setAnchor(anchor(number));
        XWPFHyperlinkRun run = new XWPFHyperlinkRun(link, link.addNewR(), paragraph);
        run.setText("［" + number + "］");
        set(run, Face.BODY, BODY_POINTS);
        run.setSubscript(VerticalAlign.SUPERSCRIPT);
        paragraph.addRun(run);
    }

    static String anchor(int number) {
        return "figure" + number;
    }

    /// Two characters, in characters for Word and in twips for others.
    static void indent(XWPFParagraph paragraph) {
        CTInd indent = indentOf(paragraph);
        indent.setFirstLineChars(BigInteger.valueOf(200));
        indent.setFirstLine(BigInteger.valueOf((long) (2 * BODY_POINTS * TWIPS)));
    }

    static void fromRight(XWPFParagraph paragraph, int characters) {
        paragraph.setAlignment(ParagraphAlignment.RIGHT);
        CTInd indent = indentOf(paragraph);
        indent.setRightChars(BigInteger.valueOf(characters * 100L));
        indent.setRight(BigInteger.valueOf((long) (characters * BODY_POINTS * TWIPS)));
    }

    static void outline(XWPFParagraph paragraph, int level) {
        properties(paragraph).addNewOutlineLvl().setVal(BigInteger.valueOf(level));
    }

    private static CTInd indentOf(XWPFParagraph paragraph) {
        CTPPr properties = properties(paragraph);
        return properties.isSetInd() ? properties.getInd() : properties.addNewInd();
    }

    private static CTPPr properties(XWPFParagraph paragraph) {
        return paragraph.getCTP().isSetPPr()
                ? paragraph.getCTP().getPPr()
                : paragraph.getCTP().addNewPPr();
    }
}
