package org.mingze.report.paper;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/// 字库 — the open faces beside the program, opened for one file that is being written.
final class Typefaces implements AutoCloseable {
    private static final String EVERY = "fang";
    /// As wide as the Times New Roman of a .docx, so that both break lines at the same places.
    private static final String LATIN = "latin";
    private static final int ABSENT = '〓';
    private static final Map<String, byte[]> FILES = new ConcurrentHashMap<>();

    private final Map<String, Typeface> open = new HashMap<>();
    private final Map<Key, Glyph> glyphs = new HashMap<>();

    private record Key(String font, int codePoint) {}

    private record Typeface(TrueTypeFont font, CmapLookup characters) {}

    /// 字形 — which face has a character, and its width in parts of its size.
    record Glyph(String font, int codePoint, double width) {}

    /// The glyph of the face, else that of the largest face, else the sign for a missing character.
    Glyph glyph(Face face, int codePoint) {
        String font = codePoint >= ' ' && codePoint <= '~' ? LATIN : face.embedded();
        return glyphs.computeIfAbsent(new Key(font, codePoint), key -> find(key.font(), codePoint));
    }

    private Glyph find(String font, int codePoint) {
        if (has(font, codePoint)) {
            return new Glyph(font, codePoint, width(font, codePoint));
        }
        int shown = has(EVERY, codePoint) ? codePoint : ABSENT;
        return new Glyph(EVERY, shown, width(EVERY, shown));
    }

    private boolean has(String font, int codePoint) {
        return typeface(font).characters().getGlyphId(codePoint) != 0;
    }

    private double width(String font, int codePoint) {
        try {
            Typeface face = typeface(font);
            int glyph = face.characters().getGlyphId(codePoint);
            return face.font().getAdvanceWidth(glyph) / (double) face.font().getUnitsPerEm();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    TrueTypeFont font(String font) {
        return typeface(font).font();
    }

    private Typeface typeface(String font) {
        Typeface known = open.get(font);
        if (known == null) {
            known = read(font);
            open.put(font, known);
        }
        return known;
    }

    private static Typeface read(String font) {
        try {
            byte[] file = FILES.computeIfAbsent(font, Typefaces::file);
            TrueTypeFont parsed = new TTFParser().parse(new RandomAccessReadBuffer(file));
            return new Typeface(parsed, parsed.getUnicodeCmapLookup());
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static byte[] file(String font) {
        try (InputStream in = Typefaces.class.getResourceAsStream("/fonts/" + font + ".ttf")) {
            if (in == null) {
                throw new IllegalStateException("no font " + font);
            }
            return in.readAllBytes();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    @Override
    public void close() throws IOException {
        for (Typeface face : open.values()) {
            face.font().close();
        }
    }
}
