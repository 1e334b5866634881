package org.mingze.report.paper;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.GregorianCalendar;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDBorderStyleDictionary;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageXYZDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

/// 写PDF — draws the pages with faces of which only the used characters are embedded.
final class PdfWriting {
    private final Manuscript manuscript;
    private final Sheets sheets;
    private final Typefaces typefaces;
    private final PDDocument document;
    private final Map<String, PDFont> fonts = new HashMap<>();
    private final List<PDPage> pages = new ArrayList<>();

    private PdfWriting(
            Manuscript manuscript, Sheets sheets, Typefaces typefaces, PDDocument document) {
        this.manuscript = manuscript;
        this.sheets = sheets;
        this.typefaces = typefaces;
        this.document = document;
    }

    static void write(Manuscript manuscript, Sheets sheets, Typefaces typefaces, OutputStream out)
            throws IOException {
        try (PDDocument document = new PDDocument()) {
            new PdfWriting(manuscript, sheets, typefaces, document).compose();
            document.save(out);
        }
    }

    private void compose() throws IOException {
        document.setDocumentId(manuscript.made().toEpochMilli());
        for (int index = 0; index < sheets.sheets().size(); index++) {
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            pages.add(page);
        }
        for (int index = 0; index < pages.size(); index++) {
            draw(sheets.sheets().get(index), pages.get(index));
        }
        outline();
        properties();
    }

    private void draw(Sheets.Sheet sheet, PDPage page) throws IOException {
        try (PDPageContentStream stream = new PDPageContentStream(document, page)) {
            for (Sheets.Mark mark : sheet.marks()) {
                switch (mark) {
                    case Sheets.Words words -> {
                        words(stream, words);
                        link(page, words);
                    }
                    case Sheets.Bar bar -> {
                        stream.addRect(
                                (float) bar.left(),
                                (float) (Sheets.HEIGHT - bar.top() - bar.height()),
                                (float) bar.width(),
                                (float) bar.height());
                        stream.fill();
                    }
                }
            }
        }
    }

    private void words(PDPageContentStream stream, Sheets.Words words) throws IOException {
        stream.beginText();
        stream.setFont(font(words.font()), (float) words.points());
        stream.setCharacterSpacing((float) words.tracking());
        stream.newLineAtOffset((float) words.left(), (float) (Sheets.HEIGHT - words.baseline()));
        stream.showText(words.text());
        stream.endText();
    }

    private PDFont font(String name) throws IOException {
        PDFont known = fonts.get(name);
        if (known == null) {
            known = PDType0Font.load(document, typefaces.font(name), true);
            fonts.put(name, known);
        }
        return known;
    }

    /// A mark leads to the row of its figure.
    private void link(PDPage page, Sheets.Words words) throws IOException {
        Sheets.Place place = words.mark().map(figure -> sheets.places().get(figure)).orElse(null);
        if (place == null) {
            return;
        }
        PDAnnotationLink link = new PDAnnotationLink();
        PDBorderStyleDictionary border = new PDBorderStyleDictionary();
        border.setWidth(0);
        link.setBorderStyle(border);
        link.setRectangle(
                new PDRectangle(
                        (float) words.left(),
                        (float) (Sheets.HEIGHT - words.baseline() - 2),
                        (float) words.width(),
                        (float) words.points() + 2));
        link.setDestination(destination(place));
        page.getAnnotations().add(link);
    }

    private PDPageXYZDestination destination(Sheets.Place place) {
        PDPageXYZDestination destination = new PDPageXYZDestination();
        destination.setPage(pages.get(place.sheet()));
        destination.setTop((int) (Sheets.HEIGHT - place.top()));
        return destination;
    }

    private void outline() {
        PDDocumentOutline outline = new PDDocumentOutline();
        document.getDocumentCatalog().setDocumentOutline(outline);
        for (Sheets.Bookmark bookmark : sheets.bookmarks()) {
            PDOutlineItem item = new PDOutlineItem();
            item.setTitle(bookmark.title());
            item.setDestination(destination(bookmark.place()));
            outline.addLast(item);
        }
    }

    /// Nothing of the machine or the account that wrote the file stays in it.
    private void properties() {
        PDDocumentInformation properties = new PDDocumentInformation();
        properties.setTitle(manuscript.title());
        properties.setProducer("Mingze");
        GregorianCalendar made = new GregorianCalendar(TimeZone.getTimeZone("UTC"));
        made.setTimeInMillis(manuscript.made().toEpochMilli());
        properties.setCreationDate(made);
        document.setDocumentInformation(properties);
        document.getDocumentCatalog().setLanguage("zh-CN");
        PDViewerPreferences shown =
                new PDViewerPreferences(new org.apache.pdfbox.cos.COSDictionary());
        shown.setDisplayDocTitle(true);
        document.getDocumentCatalog().setViewerPreferences(shown);
    }
}
