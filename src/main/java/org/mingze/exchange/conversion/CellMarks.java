package org.mingze.exchange.conversion;

import java.util.ArrayList;
import java.util.List;

/// The marks that part one cell into items and fields, and the stroke that takes their meaning
/// away: 、 ； ｜ between, ｛｝ around, \ before a mark that is only a character.
final class CellMarks {
    private static final String MARKS = "、；;｛｝{}｜|\\↵";
    private static final char SHIELDED = '\uE000';

    private CellMarks() {}

    /// A text as it stands inside a cell of several.
    static String guarded(String text) {
        StringBuilder guarded = new StringBuilder();
        String plain = text.replace("\r\n", "\n");
        for (int at = 0; at < plain.length(); at++) {
            char each = plain.charAt(at);
            if (each == '\n') {
                guarded.append('↵');
                continue;
            }
            if (MARKS.indexOf(each) >= 0) {
                guarded.append('\\');
            }
            guarded.append(each);
        }
        return guarded.toString();
    }

    /// The text of a cell, every mark with a stroke before it replaced by what stands for it.
    static String shielded(String cell) {
        StringBuilder shielded = new StringBuilder();
        for (int at = 0; at < cell.length(); at++) {
            char each = cell.charAt(at);
            int mark = at + 1 < cell.length() ? MARKS.indexOf(cell.charAt(at + 1)) : -1;
            if (each == '\\' && mark >= 0) {
                shielded.append((char) (SHIELDED + mark));
                at++;
            } else {
                shielded.append(each);
            }
        }
        return shielded.toString();
    }

    /// A piece of a shielded text as it was meant.
    static String plain(String piece) {
        StringBuilder plain = new StringBuilder();
        for (int at = 0; at < piece.length(); at++) {
            char each = piece.charAt(at);
            int mark = each - SHIELDED;
            if (mark >= 0 && mark < MARKS.length()) {
                plain.append(MARKS.charAt(mark));
            } else {
                plain.append(each == '↵' ? '\n' : each);
            }
        }
        return plain.toString().strip();
    }

    /// The pieces between marks that stand in no braces; empty ones left out.
    static List<String> parted(String shielded, String marks) {
        List<String> pieces = new ArrayList<>();
        StringBuilder piece = new StringBuilder();
        int depth = 0;
        for (int at = 0; at < shielded.length(); at++) {
            char each = shielded.charAt(at);
            depth += each == '｛' || each == '{' ? 1 : each == '｝' || each == '}' ? -1 : 0;
            if (depth == 0 && marks.indexOf(each) >= 0) {
                pieces.add(piece.toString());
                piece.setLength(0);
            } else {
                piece.append(each);
            }
        }
        pieces.add(piece.toString());
        return pieces.stream().filter(each -> !each.isBlank()).map(String::strip).toList();
    }

    /// What stands inside the braces around a piece, if there are any.
    static String opened(String piece) {
        String text = piece.strip();
        boolean braced =
                text.length() >= 2
                        && "｛{".indexOf(text.charAt(0)) >= 0
                        && "｝}".indexOf(text.charAt(text.length() - 1)) >= 0;
        return braced ? text.substring(1, text.length() - 1) : text;
    }
}
