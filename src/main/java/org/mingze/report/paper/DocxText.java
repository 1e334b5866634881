package org.mingze.report.paper;

import java.math.BigInteger;
import org.apache.poi.xwpf.usermodel.LineSpacingRule;
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
final class DocxText {
    private static final int TWIPS = 20;
    private static final String LATIN = "Times New Roman";

    private DocxText() {}

    static XWPFParagraph paragraph(XWPFDocument document, double line) {
        return lined(document.createParagraph(), line);
    }

    static XWPFParagraph lined(XWPFParagraph paragraph, double line) {
        paragraph.setSpacingBetween(line, LineSpacingRule.EXACT);
        paragraph.setSpacingBefore(0);
        paragraph.setSpacingAfter(0);
        CTPPr properties = properties(paragraph);
        // Word would else carry two lines over where one belongs, and 22 lines would be 21.
        properties.addNewWidowControl().setVal(false);
        properties.addNewOverflowPunct().setVal(false);
        properties.addNewAutoSpaceDE().setVal(false);
        properties.addNewAutoSpaceDN().setVal(false);
        return paragraph;
    }

    static XWPFRun words(XWPFParagraph paragraph, String words, Face face, Style style) {
        XWPFRun run = paragraph.createRun();
        run.setText(words);
        return set(run, face, style.points(), style.tracking());
    }

    static XWPFRun set(XWPFRun run, Face face, double points, double tracking) {
        CTRPr properties =
                run.getCTR().isSetRPr() ? run.getCTR().getRPr() : run.getCTR().addNewRPr();
        CTFonts fonts = properties.addNewRFonts();
        fonts.setAscii(LATIN);
        fonts.setHAnsi(LATIN);
        fonts.setEastAsia(face.face());
        fonts.setHint(STHint.EAST_ASIA);
        run.setFontSize(points);
        if (tracking != 0) {
            run.setCharacterSpacing((int) Math.round(tracking * TWIPS));
        }
        properties.addNewLang().setEastAsia("zh-CN");
        return run;
    }

    /// `[n]`, raised, a link to the row of the annex.
    static void mark(XWPFParagraph paragraph, Manuscript.Run written, Style style) {
        CTHyperlink link = paragraph.getCTP().addNewHyperlink();
        link.setAnchor(anchor(written.mark().orElseThrow()));
        XWPFHyperlinkRun run = new XWPFHyperlinkRun(link, link.addNewR(), paragraph);
        run.setText(written.text());
        set(run, Face.BODY, style.points(), style.tracking());
        run.setSubscript(VerticalAlign.SUPERSCRIPT);
        paragraph.addRun(run);
    }

    static String anchor(int number) {
        return "figure" + number;
    }

    /// In characters for Word and in twips for others.
    static void indent(XWPFParagraph paragraph, Style style) {
        if (style.firstCharacters() > 0) {
            CTInd indent = indentOf(paragraph);
            indent.setFirstLineChars(BigInteger.valueOf(style.firstCharacters() * 100L));
            indent.setFirstLine(BigInteger.valueOf(Math.round(style.firstIndent() * TWIPS)));
        }
        if (style.rightCharacters() > 0) {
            CTInd indent = indentOf(paragraph);
            indent.setRightChars(BigInteger.valueOf(style.rightCharacters() * 100L));
            indent.setRight(BigInteger.valueOf(Math.round(style.rightIndent() * TWIPS)));
        }
    }

    static void outline(XWPFParagraph paragraph, int level) {
        properties(paragraph).addNewOutlineLvl().setVal(BigInteger.valueOf(level));
    }

    /// The lines of the paragraph stay on one page.
    static void keepLines(XWPFParagraph paragraph) {
        properties(paragraph).addNewKeepLines();
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
