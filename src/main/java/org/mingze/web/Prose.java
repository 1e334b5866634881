package org.mingze.web;

import java.util.ArrayList;
import java.util.List;

/// 句 — a sentence whose parts may be links, strong words or the words that say what failed.
public record Prose(List<Piece> pieces) {
    public static final Prose EMPTY = new Prose(List.of());

    /// 句段 — one part of a sentence.
    public sealed interface Piece {
        record Words(String text) implements Piece {}

        record Strong(String text) implements Piece {}

        record Failing(String text) implements Piece {}

        record Reference(String text, String href) implements Piece {}
    }

    public Prose {
        pieces = List.copyOf(pieces);
    }

    public static Prose of(String text) {
        return EMPTY.words(text);
    }

    public Prose words(String text) {
        return text.isEmpty() ? this : plus(new Piece.Words(text));
    }

    public Prose strong(String text) {
        return plus(new Piece.Strong(text));
    }

    public Prose failing(String text) {
        return plus(new Piece.Failing(text));
    }

    public Prose reference(String text, String href) {
        return plus(new Piece.Reference(text, href));
    }

    public Prose and(Prose after) {
        List<Piece> longer = new ArrayList<>(pieces);
        longer.addAll(after.pieces);
        return new Prose(longer);
    }

    public boolean isEmpty() {
        return pieces.isEmpty();
    }

    private Prose plus(Piece piece) {
        List<Piece> longer = new ArrayList<>(pieces);
        longer.add(piece);
        return new Prose(longer);
    }
}
