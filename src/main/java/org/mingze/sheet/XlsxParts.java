package org.mingze.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// The parts of an .xlsx file looked through once within fixed limits: nothing grows without bound,
/// nothing runs, nothing is fetched. What it finds on the way are the merged cells.
final class XlsxParts {
    private static final long INFLATED_MAX = 1L << 30;
    private static final long STRINGS_MAX = 200L << 20;
    private static final long SMALL = 20L << 20;
    private static final int RATIO_MAX = 200;
    private static final int ENTRIES_MAX = 5_000;
    private static final int AREAS_MAX = 200_000;
    private static final String AREA = "mergeCell ref=\"";
    private static final String BOMB = "文件解压后过大，像是压缩炸弹，拆成几份再传";

    private final ZipFile zip;
    private final Map<String, MergedCells> merged = new LinkedHashMap<>();
    private long inflated;

    private XlsxParts(ZipFile zip) {
        this.zip = zip;
    }

    /// The merged cells of each sheet by its name.
    static Map<String, MergedCells> lookThrough(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            XlsxParts parts = new XlsxParts(zip);
            parts.look();
            return parts.merged;
        } catch (ZipException broken) {
            throw new SheetFault("文件残缺，用Excel打开后另存一份再传", broken);
        } catch (XMLStreamException broken) {
            throw new SheetFault("文件里的目录读不出，用Excel打开后另存一份再传", broken);
        }
    }

    private void look() throws IOException, XMLStreamException {
        int count = 0;
        Enumeration<? extends ZipEntry> entries = zip.entries();
        while (entries.hasMoreElements()) {
            ZipEntry entry = entries.nextElement();
            if (++count > ENTRIES_MAX) {
                throw new SheetFault(BOMB);
            }
            refuseMacros(entry.getName());
            refuseBomb(entry, Math.max(0, entry.getSize()));
        }
        if (zip.getEntry("xl/workbook.xml") == null) {
            throw new SheetFault(
                    zip.getEntry("word/document.xml") == null
                            ? "压缩包里没有表格，传.xlsx、.xls、.csv或.tsv"
                            : "这是Word文件，把表格复制到Excel里另存为.xlsx再传");
        }
        Map<String, String> targets = targets();
        for (Map.Entry<String, String> sheet : sheetIds().entrySet()) {
            String path = targets.getOrDefault(sheet.getValue(), "");
            ZipEntry entry = zip.getEntry(path);
            if (entry != null) {
                merged.put(sheet.getKey(), scan(entry));
            }
        }
        ZipEntry strings = zip.getEntry("xl/sharedStrings.xml");
        if (strings != null) {
            long before = inflated;
            scan(strings);
            if (inflated - before > STRINGS_MAX) {
                throw new SheetFault("文件里不同的文字超过200兆，拆成几份再传");
            }
        }
    }

    private static void refuseMacros(String name) {
        if (name.endsWith("vbaProject.bin") || name.startsWith("xl/macrosheets/")) {
            throw new SheetFault("文件带宏，另存为不带宏的.xlsx再传");
        }
    }

    private void refuseBomb(ZipEntry entry, long size) {
        boolean dense = size > SMALL && size > RATIO_MAX * Math.max(1, entry.getCompressedSize());
        if (dense || inflated + size > INFLATED_MAX) {
            throw new SheetFault(BOMB);
        }
    }

    private MergedCells scan(ZipEntry entry) throws IOException {
        List<MergedCells.Area> areas = new ArrayList<>();
        byte[] buffer = new byte[1 << 16];
        String rest = "";
        long size = 0;
        try (InputStream in = zip.getInputStream(entry)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                size += read;
                refuseBomb(entry, size);
                String text = rest + new String(buffer, 0, read, StandardCharsets.ISO_8859_1);
                if (size == read && text.contains("<!DOCTYPE")) {
                    throw new SheetFault("文件里有外部引用，不合表格的写法，用Excel打开后另存一份再传");
                }
                rest = collect(text, areas);
            }
        }
        inflated += size;
        return new MergedCells(areas);
    }

    /// Collects the areas in a piece, and gives back its end, in which one may have begun.
    private static String collect(String text, List<MergedCells.Area> areas) {
        int from = 0;
        for (int at = text.indexOf(AREA); at >= 0; at = text.indexOf(AREA, from)) {
            int start = at + AREA.length();
            int end = text.indexOf('"', start);
            if (end < 0) {
                return text.substring(at);
            }
            if (areas.size() < AREAS_MAX) {
                MergedCells.Area.parse(text.substring(start, end)).ifPresent(areas::add);
            }
            from = end;
        }
        return text.substring(Math.max(from, text.length() - AREA.length()));
    }

    private Map<String, String> sheetIds() throws IOException, XMLStreamException {
        Map<String, String> ids = new LinkedHashMap<>();
        elements(
                "xl/workbook.xml",
                "sheet",
                reader -> {
                    String id = "";
                    for (int at = 0; at < reader.getAttributeCount(); at++) {
                        if (reader.getAttributeLocalName(at).equals("id")) {
                            id = reader.getAttributeValue(at);
                        }
                    }
                    ids.put(String.valueOf(reader.getAttributeValue(null, "name")), id);
                });
        return ids;
    }

    private Map<String, String> targets() throws IOException, XMLStreamException {
        Map<String, String> targets = new HashMap<>();
        elements(
                "xl/_rels/workbook.xml.rels",
                "Relationship",
                reader -> {
                    String target = String.valueOf(reader.getAttributeValue(null, "Target"));
                    targets.put(
                            String.valueOf(reader.getAttributeValue(null, "Id")),
                            target.startsWith("/") ? target.substring(1) : "xl/" + target);
                });
        return targets;
    }

    private interface Element {
        void take(XMLStreamReader reader);
    }

    private void elements(String path, String name, Element element)
            throws IOException, XMLStreamException {
        ZipEntry entry = zip.getEntry(path);
        if (entry == null) {
            return;
        }
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        scan(entry);
        try (InputStream in = zip.getInputStream(entry)) {
            XMLStreamReader reader = factory.createXMLStreamReader(in);
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamConstants.START_ELEMENT
                        && reader.getLocalName().equals(name)) {
                    element.take(reader);
                }
            }
        }
    }
}
