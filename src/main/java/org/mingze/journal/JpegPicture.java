package org.mingze.journal;

import java.io.ByteArrayOutputStream;
import java.util.Optional;

/// Removes from a JPEG picture the segments that may say where it was taken (EXIF, XMP, IPTC).
final class JpegPicture {
    private static final int START = 0xd8;
    private static final int END = 0xd9;
    private static final int EXIF_OR_XMP = 0xe1;
    private static final int IPTC = 0xed;

    private final byte[] bytes;
    private final ByteArrayOutputStream kept;
    private int at = 2;

    private JpegPicture(byte[] bytes) {
        this.bytes = bytes;
        this.kept = new ByteArrayOutputStream(bytes.length);
    }

    /// Other files come back as they are; empty when a JPEG picture is broken.
    static Optional<byte[]> withoutPlace(byte[] bytes) {
        boolean jpeg =
                bytes.length > 3
                        && (bytes[0] & 0xff) == 0xff
                        && (bytes[1] & 0xff) == START
                        && (bytes[2] & 0xff) == 0xff;
        return jpeg ? new JpegPicture(bytes).rewritten() : Optional.of(bytes);
    }

    /// Copies segment by segment; what follows the end of the picture is dropped too.
    private Optional<byte[]> rewritten() {
        kept.write(bytes, 0, 2);
        while (at + 1 < bytes.length && (bytes[at] & 0xff) == 0xff) {
            int marker = bytes[at + 1] & 0xff;
            if (marker == 0xff) {
                at++;
            } else if (marker == END) {
                kept.write(bytes, at, 2);
                return Optional.of(kept.toByteArray());
            } else if (!segment(marker)) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private boolean segment(int marker) {
        if (at + 3 >= bytes.length) {
            return false;
        }
        int length = 2 + ((bytes[at + 2] & 0xff) << 8 | (bytes[at + 3] & 0xff));
        if (length < 4 || at + length > bytes.length) {
            return false;
        }
        if (marker != EXIF_OR_XMP && marker != IPTC) {
            kept.write(bytes, at, length);
        }
        at += length;
        scan();
        return true;
    }

    /// Copies compressed picture content, which ends at the next marker that is not part of it.
    private void scan() {
        int start = at;
        while (at + 1 < bytes.length && !isMarker()) {
            at++;
        }
        kept.write(bytes, start, at - start);
    }

    private boolean isMarker() {
        int next = bytes[at + 1] & 0xff;
        return (bytes[at] & 0xff) == 0xff && next != 0 && (next < 0xd0 || next > 0xd7);
    }
}
