package org.mingze.institution.file.tree;

import java.util.List;

/// 树 — the content of a file, every scalar a text with its place.
public sealed interface Tree {
    Position place();

    /// Nodes below and including this one, aliases counted as often as they are used.
    long size();

    /// A single value.
    ///
    /// @param quote  the quotation mark around it, or 0 if it stands plain
    /// @param inLine whether it begins and ends on one line
    record Scalar(String text, Position place, char quote, boolean inLine) implements Tree {
        @Override
        public long size() {
            return 1;
        }

        /// Another text at the same place.
        public Scalar replaced(String other) {
            return new Scalar(other, place, quote, false);
        }

        /// The place of the character at `offset` (UTF-16) in the text.
        public Position at(int offset) {
            if (!inLine) {
                return place;
            }
            String before = text.substring(0, Math.clamp(offset, 0, text.length()));
            int column = (int) before.codePoints().count();
            if (quote != 0) {
                char mark = quote;
                column += 1 + (int) before.chars().filter(character -> character == mark).count();
            }
            return place.right(column);
        }
    }

    record Sequence(List<Tree> items, Position place, long size) implements Tree {}

    record Mapping(List<Pair> pairs, Position place, long size) implements Tree {}

    record Pair(Scalar key, Tree value) {}
}
