package org.mingze.report.paper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.fontbox.ttf.TTFSubsetter;

/// 写OFD — draws the pages as GB/T 33190 asks: one layer a page, every face cut down and embedded.
final class OfdWriting {
    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    private static final String SPACE = " xmlns:ofd=\"http://www.ofdspec.org/2016\"";
    private static final double MILLIMETRES_PER_POINT = 1 / Sheets.POINTS_PER_MILLIMETRE;

    private final Manuscript manuscript;
    private final Sheets sheets;
    private final Typefaces typefaces;
    private final ZipOutputStream zip;
    private final Map<String, TreeSet<Integer>> used = new TreeMap<>();
    private final List<String> fonts;
    private int lastId;

    private OfdWriting(
            Manuscript manuscript, Sheets sheets, Typefaces typefaces, ZipOutputStream zip) {
        this.manuscript = manuscript;
        this.sheets = sheets;
        this.typefaces = typefaces;
        this.zip = zip;
        for (Sheets.Sheet sheet : sheets.sheets()) {
            for (Sheets.Mark mark : sheet.marks()) {
                if (mark instanceof Sheets.Words words) {
                    TreeSet<Integer> points =
                            used.computeIfAbsent(words.font(), _ -> new TreeSet<>());
                    words.text().codePoints().forEach(points::add);
                }
            }
        }
        this.fonts = new ArrayList<>(used.keySet());
        this.lastId = fonts.size() + sheets.sheets().size();
    }

    static void write(Manuscript manuscript, Sheets sheets, Typefaces typefaces, OutputStream out)
            throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        new OfdWriting(manuscript, sheets, typefaces, zip).compose();
        zip.finish();
    }

    private void compose() throws IOException {
        put("OFD.xml", root());
        for (int index = 0; index < sheets.sheets().size(); index++) {
            put("Doc_0/Pages/Page_" + index + "/Content.xml", page(sheets.sheets().get(index)));
        }
        for (String font : fonts) {
            TTFSubsetter subset = new TTFSubsetter(typefaces.font(font));
            subset.addAll(used.getOrDefault(font, new TreeSet<>()));
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            subset.writeToStream(file);
            put("Doc_0/Res/" + font + ".ttf", file.toByteArray());
        }
        put("Doc_0/PublicRes.xml", resources());
        put("Doc_0/Document.xml", document());
    }

    private void put(String name, String text) throws IOException {
        put(name, (HEAD + text).getBytes(StandardCharsets.UTF_8));
    }

    private void put(String name, byte[] bytes) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTime(manuscript.made().toEpochMilli());
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }

    /// Nothing of the machine or the account that wrote the file stands in it.
    private String root() {
        String id =
                UUID.nameUUIDFromBytes(
                                (manuscript.title() + manuscript.made())
                                        .getBytes(StandardCharsets.UTF_8))
                        .toString()
                        .replace("-", "");
        return "<ofd:OFD"
                + SPACE
                + " Version=\"1.0\" DocType=\"OFD\"><ofd:DocBody><ofd:DocInfo><ofd:DocID>"
                + id
                + "</ofd:DocID><ofd:Title>"
                + escaped(manuscript.title())
                + "</ofd:Title><ofd:CreationDate>"
                + manuscript.made().toString().substring(0, 10)
                + "</ofd:CreationDate><ofd:Creator>Mingze</ofd:Creator></ofd:DocInfo>"
                + "<ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>";
    }

    private String document() {
        StringBuilder text = new StringBuilder();
        text.append("<ofd:Document").append(SPACE).append("><ofd:CommonData><ofd:MaxUnitID>");
        text.append(lastId);
        text.append("</ofd:MaxUnitID><ofd:PageArea><ofd:PhysicalBox>0 0 210 297");
        text.append("</ofd:PhysicalBox></ofd:PageArea><ofd:PublicRes>PublicRes.xml");
        text.append("</ofd:PublicRes></ofd:CommonData><ofd:Pages>");
        for (int index = 0; index < sheets.sheets().size(); index++) {
            text.append("<ofd:Page ID=\"").append(pageId(index));
            text.append("\" BaseLoc=\"Pages/Page_").append(index).append("/Content.xml\"/>");
        }
        text.append("</ofd:Pages><ofd:Outlines>");
        for (Sheets.Bookmark bookmark : sheets.bookmarks()) {
            text.append("<ofd:OutlineElem Title=\"").append(escaped(bookmark.title()));
            text.append("\"><ofd:Actions>").append(action(bookmark.place()));
            text.append("</ofd:Actions></ofd:OutlineElem>");
        }
        return text.append("</ofd:Outlines></ofd:Document>").toString();
    }

    private String action(Sheets.Place place) {
        return "<ofd:Action Event=\"CLICK\"><ofd:Goto><ofd:Dest Type=\"XYZ\" PageID=\""
                + pageId(place.sheet())
                + "\" Left=\"0\" Top=\""
                + millimetres(place.top())
                + "\" Zoom=\"0\"/></ofd:Goto></ofd:Action>";
    }

    private int pageId(int sheet) {
        return fonts.size() + 1 + sheet;
    }

    private String resources() {
        StringBuilder text = new StringBuilder();
        text.append("<ofd:Res").append(SPACE).append(" BaseLoc=\"Res\"><ofd:Fonts>");
        for (String font : fonts) {
            text.append("<ofd:Font ID=\"").append(fonts.indexOf(font) + 1);
            text.append("\" FontName=\"Mingze-").append(font);
            text.append("\" FamilyName=\"Mingze-").append(font);
            text.append("\" Charset=\"unicode\"><ofd:FontFile>").append(font);
            text.append(".ttf</ofd:FontFile></ofd:Font>");
        }
        return text.append("</ofd:Fonts></ofd:Res>").toString();
    }

    private String page(Sheets.Sheet sheet) {
        StringBuilder text = new StringBuilder();
        text.append("<ofd:Page").append(SPACE).append("><ofd:Area><ofd:PhysicalBox>0 0 210 297");
        text.append("</ofd:PhysicalBox></ofd:Area><ofd:Content><ofd:Layer ID=\"").append(++lastId);
        text.append("\" Type=\"Body\">");
        for (Sheets.Mark mark : sheet.marks()) {
            switch (mark) {
                case Sheets.Words words -> words(text, words);
                case Sheets.Bar bar -> bar(text, bar);
            }
        }
        return text.append("</ofd:Layer></ofd:Content></ofd:Page>").toString();
    }

    private void words(StringBuilder text, Sheets.Words words) {
        double top = words.baseline() - words.points();
        text.append("<ofd:TextObject ID=\"").append(++lastId).append("\" Boundary=\"");
        text.append(millimetres(words.left())).append(' ').append(millimetres(top)).append(' ');
        text.append(millimetres(words.width())).append(' ');
        text.append(millimetres(words.points() * 1.4)).append("\" Font=\"");
        text.append(fonts.indexOf(words.font()) + 1).append("\" Size=\"");
        text.append(millimetres(words.points())).append("\">");
        words.mark()
                .map(figure -> sheets.places().get(figure))
                .ifPresent(
                        place ->
                                text.append("<ofd:Actions>")
                                        .append(action(place))
                                        .append("</ofd:Actions>"));
        text.append("<ofd:FillColor Value=\"0 0 0\"/><ofd:TextCode X=\"0\" Y=\"");
        text.append(millimetres(words.points())).append('"');
        List<Double> advances = words.advances();
        if (advances.size() > 1) {
            text.append(" DeltaX=\"");
            text.append(
                    advances.subList(0, advances.size() - 1).stream()
                            .map(OfdWriting::millimetres)
                            .collect(Collectors.joining(" ")));
            text.append('"');
        }
        text.append('>').append(escaped(words.text())).append("</ofd:TextCode></ofd:TextObject>");
    }

    private void bar(StringBuilder text, Sheets.Bar bar) {
        String width = millimetres(bar.width());
        String height = millimetres(bar.height());
        text.append("<ofd:PathObject ID=\"").append(++lastId).append("\" Boundary=\"");
        text.append(millimetres(bar.left())).append(' ').append(millimetres(bar.top()));
        text.append(' ').append(width).append(' ').append(height);
        text.append("\" Stroke=\"false\" Fill=\"true\"><ofd:FillColor Value=\"0 0 0\"/>");
        text.append("<ofd:AbbreviatedData>M 0 0 L ").append(width).append(" 0 L ").append(width);
        text.append(' ').append(height).append(" L 0 ").append(height);
        text.append(" C</ofd:AbbreviatedData></ofd:PathObject>");
    }

    /// Thousandths, without needless digits.
    private static String millimetres(double points) {
        long thousandths = Math.round(points * MILLIMETRES_PER_POINT * 1000);
        String text = String.valueOf(thousandths / 1000.0);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
