package org.mingze.report.paper;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.apache.poi.common.usermodel.PictureType;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.util.Units;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;

/// 写DOCX — paragraphs and tables with the properties of their styles; Word sets the pages.
final class DocxWriting {
    private static final double TWIPS = 20;
    /// A longer last paragraph may leave the signature with its last lines.
    private static final int KEPT_MAX = 110;

    private static final int MODULE_PIXELS = 8;

    private final XWPFDocument document;

    private DocxWriting(XWPFDocument document) {
        this.document = document;
    }

    /// @param pages how many there are by our own setting; Word counts again when it opens the file
    static void write(Manuscript manuscript, int pages, OutputStream out) throws IOException {
        try (XWPFDocument document = new XWPFDocument()) {
            new DocxPage(document).apply();
            DocxWriting writing = new DocxWriting(document);
            writing.blocks(manuscript.blocks());
            writing.properties(manuscript, pages);
            document.write(out);
        }
    }

    /// Adds blocks to a document of others.
    static void append(List<Manuscript.Block> blocks, XWPFDocument document) throws IOException {
        new DocxWriting(document).blocks(blocks);
    }

    private void blocks(List<Manuscript.Block> blocks) throws IOException {
        for (Manuscript.Block block : blocks) {
            switch (block) {
                case Manuscript.Paragraph paragraph -> paragraph(paragraph);
                case Manuscript.Table table -> new DocxTable(document).add(table);
                case Manuscript.Code code -> code(code);
            }
        }
    }

    private void paragraph(Manuscript.Paragraph paragraph) {
        Style style = paragraph.style();
        XWPFParagraph written = DocxText.paragraph(document, style.line());
        written.setAlignment(
                switch (style.side()) {
                    case LEFT -> ParagraphAlignment.LEFT;
                    case CENTRE -> ParagraphAlignment.CENTER;
                    case RIGHT -> ParagraphAlignment.RIGHT;
                    case BOTH -> ParagraphAlignment.BOTH;
                });
        written.setSpacingBefore((int) (style.before() * TWIPS));
        written.setSpacingAfter((int) (style.after() * TWIPS));
        DocxText.indent(written, style);
        style.outline().ifPresent(level -> DocxText.outline(written, level));
        if (style.onNewPage()) {
            written.setPageBreak(true);
        }
        if (style.staysWithNext() && paragraph.text().length() <= KEPT_MAX) {
            written.setKeepNext(true);
            DocxText.keepLines(written);
        }
        paragraph.runs().forEach(run -> run(written, run, style));
    }

    private static void run(XWPFParagraph paragraph, Manuscript.Run run, Style style) {
        if (run.mark().isPresent()) {
            DocxText.mark(paragraph, run, style);
            return;
        }
        List<String> lines = List.of(run.text().split("\n", -1));
        for (int index = 0; index < lines.size(); index++) {
            XWPFRun words = DocxText.words(paragraph, lines.get(index), run.face(), style);
            if (index < lines.size() - 1) {
                words.addBreak();
            }
        }
    }

    private void code(Manuscript.Code code) throws IOException {
        XWPFParagraph paragraph = document.createParagraph();
        List<List<Boolean>> modules = SquareCode.of(code.words());
        int side = modules.size() * MODULE_PIXELS;
        BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_BINARY);
        for (int row = 0; row < side; row++) {
            for (int column = 0; column < side; column++) {
                boolean dark = modules.get(row / MODULE_PIXELS).get(column / MODULE_PIXELS);
                image.setRGB(column, row, dark ? 0 : 0xFFFFFF);
            }
        }
        ByteArrayOutputStream picture = new ByteArrayOutputStream();
        ImageIO.write(image, "png", picture);
        int size = (int) (Manuscript.Code.MILLIMETRES * Units.EMU_PER_CENTIMETER / 10);
        try {
            paragraph
                    .createRun()
                    .addPicture(
                            new ByteArrayInputStream(picture.toByteArray()),
                            PictureType.PNG,
                            "code.png",
                            size,
                            size);
        } catch (InvalidFormatException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// Nothing of the machine or the account that wrote the file stays in it.
    private void properties(Manuscript manuscript, int pages) {
        POIXMLProperties properties = document.getProperties();
        POIXMLProperties.CoreProperties core = properties.getCoreProperties();
        core.setTitle(manuscript.title());
        core.getUnderlyingProperties().setCreatorProperty(Optional.empty());
        core.getUnderlyingProperties().setLastModifiedByProperty(Optional.empty());
        String made = manuscript.made().truncatedTo(ChronoUnit.SECONDS).toString();
        try {
            core.setCreated(made);
            core.setModified(made);
        } catch (InvalidFormatException impossible) {
            throw new IllegalStateException(impossible);
        }
        properties.getExtendedProperties().setApplication("Mingze");
        properties.getExtendedProperties().getUnderlyingProperties().setPages(pages);
    }
}
