package org.mingze.journal.secrecy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/// 标密的文件 — whether a file that is handed in bears a mark of secrecy where its text can be read
/// without a reader: plain texts, and the parts of Office documents. Pictures and scans are not
// read.
public final class MarkedFile {
    private static final Set<String> TEXTS = Set.of("txt", "csv", "tsv", "md", "html", "htm");
    private static final List<Charset> CHARSETS =
            List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"));
    private static final Pattern PART =
            Pattern.compile(
                    "word/(document|header\\d*|footer\\d*)\\.xml|xl/sharedStrings\\.xml"
                            + "|ppt/slides/slide\\d+\\.xml|content\\.xml");
    private static final int PART_MAX = 4 << 20;
    private static final int PARTS_MAX = 60;

    private MarkedFile() {}

    public static boolean isMarked(String name, byte[] bytes) {
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        boolean text = TEXTS.contains(ending);
        return SecrecyMark.isStarred(name)
                || (text && CHARSETS.stream().anyMatch(set -> SecrecyMark.in(head(bytes, set))))
                || inParts(bytes);
    }

    private static String head(byte[] bytes, Charset charset) {
        return new String(bytes, 0, Math.min(PART_MAX, bytes.length), charset);
    }

    private static boolean inParts(byte[] bytes) {
        if (bytes.length < 4 || bytes[0] != 'P' || bytes[1] != 'K') {
            return false;
        }
        try (ZipInputStream parts = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            int read = 0;
            for (ZipEntry part = parts.getNextEntry();
                    part != null && read < PARTS_MAX;
                    part = parts.getNextEntry()) {
                if (PART.matcher(part.getName()).matches()) {
                    read++;
                    String xml = new String(parts.readNBytes(PART_MAX), StandardCharsets.UTF_8);
                    if (SecrecyMark.in(words(xml))) {
                        return true;
                    }
                }
            }
            return false;
        } catch (IOException | IllegalArgumentException noArchive) {
            return false;
        }
    }

    /// A paragraph or a cell a line, without the tags.
    private static String words(String xml) {
        return xml.replaceAll("</(w:p|a:p|si|text:p)>", "\n").replaceAll("<[^>]*>", "");
    }
}
