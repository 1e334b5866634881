package org.mingze.reading.document;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// PDF 炸弹 — refuses a PDF whose compressed streams would unfold beyond all measure, by unfolding
/// them first without keeping anything.
final class PdfBomb {
    private static final long STREAM_MAX = 128L * 1024 * 1024;
    private static final long TOTAL_MAX = 512L * 1024 * 1024;
    private static final byte[] STREAM = "stream".getBytes(StandardCharsets.US_ASCII);
    private static final Pattern TWICE =
            Pattern.compile(
                    "/(?:FlateDecode|Fl|LZWDecode|RunLengthDecode) ?/(?:FlateDecode|Fl|LZWDecode)\\b");

    private PdfBomb() {}

    static void refuse(byte[] file) throws UnreadableDocument {
        byte[] sink = new byte[64 * 1024];
        long total = 0;
        for (int at = next(file, 0); at >= 0; at = next(file, at)) {
            String before =
                    new String(
                            file,
                            Math.max(0, at - 400),
                            at - Math.max(0, at - 400),
                            StandardCharsets.ISO_8859_1);
            if (TWICE.matcher(before.replaceAll("\\s+", " ")).find()) {
                throw bomb();
            }
            long size = unfolded(file, at, sink);
            total += size;
            if (size > STREAM_MAX || total > TOTAL_MAX) {
                throw bomb();
            }
        }
    }

    private static UnreadableDocument bomb() {
        return new UnreadableDocument("压缩比异常，可能是恶意文件，未读入，核实来源后重新导出");
    }

    /// Where the bytes of the next stream begin; -1 if there is none.
    private static int next(byte[] file, int from) {
        for (int at = from; at + STREAM.length + 2 < file.length; at++) {
            if (file[at] == 's' && isStream(file, at)) {
                int body = at + STREAM.length;
                return file[body] == '\r' && file[body + 1] == '\n' ? body + 2 : body + 1;
            }
        }
        return -1;
    }

    private static boolean isStream(byte[] file, int at) {
        for (int index = 0; index < STREAM.length; index++) {
            if (file[at + index] != STREAM[index]) {
                return false;
            }
        }
        byte after = file[at + STREAM.length];
        boolean end = at >= 3 && file[at - 1] == 'd' && file[at - 2] == 'n';
        return !end && (after == '\r' || after == '\n');
    }

    private static long unfolded(byte[] file, int at, byte[] sink) {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(file, at, file.length - at);
            long size = 0;
            while (!inflater.finished() && size <= STREAM_MAX) {
                int more = inflater.inflate(sink);
                if (more == 0) {
                    return size;
                }
                size += more;
            }
            return size;
        } catch (DataFormatException notCompressed) {
            return 0;
        } finally {
            inflater.end();
        }
    }
}
