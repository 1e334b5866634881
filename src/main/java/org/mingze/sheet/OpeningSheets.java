package org.mingze.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/// 打开表格 — tells by its first bytes what a file is, and refuses in one sentence what is no
/// sheet.
public final class OpeningSheets {
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] COMPOUND = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
    private static final int HEAD = 1024;
    private static final long BYTES_MAX = 100L << 20;

    private OpeningSheets() {}

    /// 打开结果.
    public sealed interface Opened {
        record Sheets(SheetFile file) implements Opened {}

        record Refused(String sentence) implements Opened {}
    }

    /// Opens a file by what it holds; a file that cannot be read is refused with a sentence.
    ///
    /// @param name what the file is called, which tells a .tsv from a .csv
    public static Opened open(Path file, String name) {
        try {
            long size = Files.size(file);
            if (size == 0) {
                return refused("文件是空的，换一份有内容的");
            }
            if (size > BYTES_MAX) {
                return refused("文件超过100兆，拆成几份再传");
            }
            return byContent(file, name, head(file));
        } catch (SheetFault fault) {
            return refused(fault.sentence());
        } catch (IOException unreadable) {
            return refused("文件打不开或残缺，用Excel打开后另存一份再传");
        }
    }

    private static Opened byContent(Path file, String name, byte[] head) throws IOException {
        if (starts(head, ZIP)) {
            return new Opened.Sheets(XlsxSheets.open(file));
        }
        if (starts(head, COMPOUND)) {
            return new Opened.Sheets(XlsSheets.open(file));
        }
        String text = new String(head, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        if (text.contains("<html") || text.contains("<table") || text.contains("<!doctype")) {
            return refused("文件其实是网页（HTML），用Excel打开后另存为.xlsx再传");
        }
        if (text.contains("<?xml")) {
            return refused("文件是XML，用Excel打开后另存为.xlsx再传");
        }
        String ending = name.toLowerCase(Locale.ROOT);
        boolean sheet = ending.endsWith(".xlsx") || ending.endsWith(".xls");
        boolean binary = text.indexOf('\0') >= 0 && TextSheet.wide(head).isEmpty();
        if (sheet || binary || text.startsWith("%pdf")) {
            return refused("文件不是表格，传.xlsx、.xls、.csv或.tsv");
        }
        return new Opened.Sheets(TextSheet.open(file, name));
    }

    private static byte[] head(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(HEAD);
        }
    }

    private static boolean starts(byte[] head, byte[] mark) {
        return head.length >= mark.length && Arrays.equals(Arrays.copyOf(head, mark.length), mark);
    }

    private static Opened refused(String sentence) {
        return new Opened.Refused(sentence);
    }
}
