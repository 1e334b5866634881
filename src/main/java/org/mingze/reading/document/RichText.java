package org.mingze.reading.document;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/// RTF 文本 — the text of a rich text file: groups that hold no text are passed over.
final class RichText {
    private static final int DEPTH_MAX = 500;
    private static final Set<String> HIDDEN =
            Set.of(
                    "fonttbl",
                    "colortbl",
                    "stylesheet",
                    "info",
                    "pict",
                    "object",
                    "themedata",
                    "colorschememapping",
                    "datastore",
                    "latentstyles",
                    "listtable",
                    "listoverridetable",
                    "rsidtbl",
                    "generator",
                    "xmlnstbl",
                    "fldinst",
                    "footer",
                    "footerl",
                    "footerr",
                    "footerf",
                    "filetbl",
                    "revtbl",
                    "shppict",
                    "nonshppict");

    private final byte[] file;
    private final StringBuilder text = new StringBuilder();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Deque<Boolean> hidden = new ArrayDeque<>();
    private Charset charset = Charset.forName("GB18030");
    private boolean hiding;
    private int fallback = 1;
    private int at;

    private RichText(byte[] file) {
        this.file = file;
    }

    static String text(byte[] file) throws UnreadableDocument {
        return new RichText(file).read();
    }

    private String read() throws UnreadableDocument {
        while (at < file.length) {
            char c = (char) (file[at] & 0xFF);
            at++;
            switch (c) {
                case '{' -> {
                    flush();
                    hidden.push(hiding);
                    if (hidden.size() > DEPTH_MAX) {
                        throw new UnreadableDocument("RTF 结构异常，用 Word 另存为 .docx 后再读");
                    }
                }
                case '}' -> {
                    flush();
                    hiding = !hidden.isEmpty() && hidden.pop();
                }
                case '\\' -> control();
                case '\r', '\n' -> {}
                default -> add((byte) c);
            }
        }
        flush();
        return text.toString();
    }

    private void add(byte b) {
        if (!hiding) {
            bytes.write(b);
        }
    }

    private void flush() {
        text.append(bytes.toString(charset));
        bytes.reset();
    }

    private void put(String said) {
        flush();
        if (!hiding) {
            text.append(said);
        }
    }

    private void control() {
        if (at >= file.length) {
            return;
        }
        char c = (char) (file[at] & 0xFF);
        if (c == '\'') {
            add((byte) hex(at + 1));
            at = Math.min(file.length, at + 3);
            return;
        }
        if (!Character.isLetter(c) || c > 'z') {
            at++;
            switch (c) {
                case '*' -> hiding = true;
                case '~' -> put(" ");
                case '\\', '{', '}' -> add((byte) c);
                case '\r', '\n' -> put("\n");
                default -> {}
            }
            return;
        }
        int start = at;
        while (at < file.length && file[at] >= 'a' && file[at] <= 'z') {
            at++;
        }
        String word = new String(file, start, at - start, StandardCharsets.US_ASCII);
        at = Math.max(at, start + 1);
        word(word, number());
    }

    /// The number after a control word, and the space that ends it; 1 if there is none.
    private int number() {
        int start = at;
        while (at < file.length
                && at - start < 8
                && ((file[at] >= '0' && file[at] <= '9') || (at == start && file[at] == '-'))) {
            at++;
        }
        String digits = new String(file, start, at - start, StandardCharsets.US_ASCII);
        if (at < file.length && file[at] == ' ') {
            at++;
        }
        return digits.isEmpty() || digits.equals("-") ? 1 : Integer.parseInt(digits);
    }

    private void word(String word, int number) {
        switch (word) {
            case "par", "line", "row", "page", "sect" -> put("\n");
            case "tab", "cell" -> put("\t");
            case "uc" -> fallback = Math.max(0, Math.min(8, number));
            case "u" -> unicode(number);
            case "ansicpg" -> codepage(number);
            case "emdash" -> put("—");
            case "lquote" -> put("‘");
            case "rquote" -> put("’");
            case "ldblquote" -> put("“");
            case "rdblquote" -> put("”");
            default -> {
                if (HIDDEN.contains(word)) {
                    flush();
                    hiding = true;
                }
            }
        }
    }

    private void codepage(int number) {
        String name = number == 936 ? "GB18030" : number == 65001 ? "UTF-8" : "windows-" + number;
        flush();
        charset = Charset.isSupported(name) ? Charset.forName(name) : charset;
    }

    /// A character by its number; what stands after it for older readers is passed over.
    private void unicode(int number) {
        put(String.valueOf((char) (number < 0 ? number + 65536 : number)));
        for (int skipped = 0; skipped < fallback && at < file.length; skipped++) {
            if (file[at] == '\\' && at + 1 < file.length && file[at + 1] == '\'') {
                at = Math.min(file.length, at + 4);
            } else if (file[at] != '{' && file[at] != '}' && file[at] != '\\') {
                at++;
            }
        }
    }

    private int hex(int from) {
        if (from + 1 >= file.length) {
            return '?';
        }
        int high = Character.digit(file[from], 16);
        int low = Character.digit(file[from + 1], 16);
        return high < 0 || low < 0 ? '?' : high * 16 + low;
    }
}
