package org.mingze.report.paper;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;

/// What stands in an office's own document beside its places, masked: its words, the names that
/// Word keeps; and a look through every part of the file for what is left.
final class MaskedTemplate {
    private static final Pattern PARAGRAPH = Pattern.compile("</w:p>|</a:p>|<w:br/>|<w:tab/>");
    private static final Pattern TAG = Pattern.compile("<[^>]*>");
    private static final Pattern ABOUT =
            Pattern.compile("(?:author|initials|userId|providerId|descr|title)=\"([^\"]*)\"");
    private static final int PART_MAX = 64 << 20;

    private MaskedTemplate() {}

    /// A paragraph whose words change is written in the face of its first words.
    static void mask(XWPFParagraph paragraph, UnaryOperator<String> mask) {
        String text = OfficeTemplate.text(paragraph);
        String masked = outsidePlaces(text, mask);
        List<XWPFRun> runs = paragraph.getRuns();
        if (masked.equals(text) || runs.isEmpty()) {
            return;
        }
        OfficeTemplate.set(runs.getFirst(), masked);
        for (int at = 1; at < runs.size(); at++) {
            OfficeTemplate.set(runs.get(at), "");
        }
    }

    private static String outsidePlaces(String text, UnaryOperator<String> mask) {
        Matcher place = OfficeTemplate.PLACE.matcher(text);
        StringBuilder masked = new StringBuilder();
        int from = 0;
        while (place.find()) {
            masked.append(mask.apply(text.substring(from, place.start()))).append(place.group());
            from = place.end();
        }
        return masked.append(mask.apply(text.substring(from))).toString();
    }

    /// Nobody's name stays in the properties of the file.
    static void forget(XWPFDocument document) {
        POIXMLProperties properties = document.getProperties();
        POIXMLProperties.CoreProperties core = properties.getCoreProperties();
        core.setTitle("");
        core.setDescription("");
        core.setKeywords("");
        core.setSubjectProperty("");
        core.setCategory("");
        core.getUnderlyingProperties().setCreatorProperty(Optional.empty());
        core.getUnderlyingProperties().setLastModifiedByProperty(Optional.empty());
        properties.getExtendedProperties().setCompany("");
        properties.getExtendedProperties().setManager("");
        properties.getCustomProperties().getUnderlyingProperties().setPropertyArray(null);
    }

    /// One sentence where a word is left that the mask would take away; empty for none.
    static Optional<String> left(byte[] file, UnaryOperator<String> mask) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
                if (!part.getName().endsWith(".xml") && !part.getName().endsWith(".rels")) {
                    continue;
                }
                String xml = new String(zip.readNBytes(PART_MAX), StandardCharsets.UTF_8);
                if (isLeft(xml, mask)) {
                    return Optional.of(
                            "模板的“"
                                    + place(part.getName())
                                    + "”里有遮盖不掉的字（文本框、批注、修订或属性）。删去它，或挪到正文里，再写遮盖件。");
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isLeft(String xml, UnaryOperator<String> mask) {
        String text = TAG.matcher(PARAGRAPH.matcher(xml).replaceAll("\n")).replaceAll("");
        if (!mask.apply(text).equals(text)) {
            return true;
        }
        Matcher about = ABOUT.matcher(xml);
        while (about.find()) {
            if (!mask.apply(about.group(1)).equals(about.group(1))) {
                return true;
            }
        }
        return false;
    }

    private static String place(String part) {
        String name = part.substring(part.lastIndexOf('/') + 1).replaceAll("\\d*\\.xml.*$", "");
        return switch (name) {
            case "document" -> "正文";
            case "header" -> "页眉";
            case "footer" -> "页脚";
            case "comments", "commentsExtended" -> "批注";
            case "footnotes", "endnotes" -> "脚注";
            case "core", "app", "custom" -> "文件属性";
            default -> name;
        };
    }
}
