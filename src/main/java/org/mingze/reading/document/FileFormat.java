package org.mingze.reading.document;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// 文件格式 — what a file is by its first bytes; its name only tells one archive from another.
enum FileFormat {
    WORD,
    OLD_WORD,
    PDF,
    RTF,
    WEB_PAGE,
    MAIL_PAGE,
    WORD_XML,
    OFD,
    PICTURE,
    ARCHIVE,
    PLAIN;

    private static final int HEAD = 2048;

    static FileFormat of(String name, byte[] file) {
        String head = new String(file, 0, Math.min(HEAD, file.length), StandardCharsets.ISO_8859_1);
        String ending = name.toLowerCase(Locale.ROOT);
        if (head.startsWith("PK\3\4")) {
            return zipped(head, ending);
        }
        if (head.startsWith("\u00d0\u00cf\u0011\u00e0")) {
            return OLD_WORD;
        }
        if (head.indexOf("%PDF-") >= 0 && head.indexOf("%PDF-") < 1024) {
            return PDF;
        }
        if (picture(head)) {
            return PICTURE;
        }
        if (head.startsWith("Rar!") || head.startsWith("7z\u00bc\u00af")) {
            return ARCHIVE;
        }
        return written(head, ending);
    }

    private static FileFormat zipped(String head, String ending) {
        if (ending.endsWith(".ofd") || head.contains("OFD.xml")) {
            return OFD;
        }
        return ending.endsWith(".zip") ? ARCHIVE : WORD;
    }

    private static boolean picture(String head) {
        return head.startsWith("\u00ff\u00d8\u00ff")
                || head.startsWith("\u0089PNG")
                || head.startsWith("GIF8")
                || head.startsWith("II*\0")
                || head.startsWith("MM\0*")
                || (head.startsWith("BM") && head.indexOf('\0') >= 0);
    }

    /// Formats that are themselves written in characters, with or without a byte order mark.
    private static FileFormat written(String head, String ending) {
        String plain =
                head.replaceFirst("^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)", "")
                        .replace("\0", "")
                        .stripLeading()
                        .toLowerCase(Locale.ROOT);
        if (plain.startsWith("{\\rtf")) {
            return RTF;
        }
        if (plain.startsWith("mime-version:")
                || plain.contains("content-type: multipart/related")) {
            return MAIL_PAGE;
        }
        if (plain.startsWith("<?xml") || plain.startsWith("<w:")) {
            boolean word = plain.contains("w:worddocument") || plain.contains("pkg:package");
            return word || plain.contains("progid=\"word.document\"") ? WORD_XML : WEB_PAGE;
        }
        boolean page =
                plain.startsWith("<!doctype html")
                        || plain.startsWith("<html")
                        || plain.startsWith("<head")
                        || plain.startsWith("<meta")
                        || plain.startsWith("<div")
                        || plain.startsWith("<p>")
                        || plain.startsWith("<table");
        boolean worded = ending.endsWith(".docx") && !page;
        return page ? WEB_PAGE : worded ? WORD : PLAIN;
    }
}
