package org.mingze.journal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// 规范文本 — the one JSON text of a content: keys by code point, no white space, only strings,
/// arrays and objects.
///
/// What is hashed is this text in UTF-8. Reading accepts white space between tokens and nothing
/// else that writing would not produce in another form.
public final class CanonicalJson {
    /// The order of keys: by code point, which differs from `String.compareTo` beyond U+FFFF.
    static final Comparator<String> BY_CODE_POINT = CanonicalJson::compareByCodePoint;

    private static final int DEPTH_MAX = 100;

    private CanonicalJson() {}

    /// A text that is no content, with its place.
    public static final class Fault extends RuntimeException {
        private final int line;
        private final int column;

        Fault(int line, int column, String sentence) {
            super("第" + line + "行第" + column + "列：" + sentence);
            this.line = line;
            this.column = column;
        }

        public int line() {
            return line;
        }

        public int column() {
            return column;
        }
    }

    public static String write(Content content) {
        StringBuilder text = new StringBuilder();
        write(content, text);
        return text.toString();
    }

    /// Reads one content.
    ///
    /// @throws Fault at the first place that is not strict JSON of strings, arrays and objects
    public static Content read(String text) {
        Reader reader = new Reader(text);
        Content content = reader.content(0);
        reader.skipSpace();
        if (reader.at < text.length()) {
            throw reader.fault("内容已经结束，此后的文字须删去");
        }
        return content;
    }

    private static void write(Content content, StringBuilder text) {
        switch (content) {
            case Content.Text(String value) -> writeString(value, text);
            case Content.Series(List<Content> items) -> {
                text.append('[');
                String separator = "";
                for (Content item : items) {
                    text.append(separator);
                    write(item, text);
                    separator = ",";
                }
                text.append(']');
            }
            case Content.Group(Map<String, Content> fields) -> {
                Map<String, Content> sorted = new TreeMap<>(BY_CODE_POINT);
                sorted.putAll(fields);
                text.append('{');
                String separator = "";
                for (Map.Entry<String, Content> field : sorted.entrySet()) {
                    text.append(separator);
                    writeString(field.getKey(), text);
                    text.append(':');
                    write(field.getValue(), text);
                    separator = ",";
                }
                text.append('}');
            }
        }
    }

    private static void writeString(String value, StringBuilder text) {
        text.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '"' -> text.append("\\\"");
                case '\\' -> text.append("\\\\");
                case '\b' -> text.append("\\b");
                case '\f' -> text.append("\\f");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                default -> {
                    if (c < ' ') {
                        text.append(String.format("\\u%04x", (int) c));
                    } else if (isLoneSurrogate(value, i)) {
                        throw new IllegalArgumentException("half a character at " + i);
                    } else {
                        text.append(c);
                    }
                }
            }
        }
        text.append('"');
    }

    private static boolean isLoneSurrogate(CharSequence value, int at) {
        char c = value.charAt(at);
        if (Character.isHighSurrogate(c)) {
            return at + 1 == value.length() || !Character.isLowSurrogate(value.charAt(at + 1));
        }
        return Character.isLowSurrogate(c)
                && (at == 0 || !Character.isHighSurrogate(value.charAt(at - 1)));
    }

    private static int compareByCodePoint(String left, String right) {
        int length = Math.min(left.length(), right.length());
        for (int i = 0; i < length; i++) {
            char a = left.charAt(i);
            char b = right.charAt(i);
            if (a != b) {
                return Character.isSurrogate(a) == Character.isSurrogate(b)
                        ? Character.compare(a, b)
                        : Boolean.compare(Character.isSurrogate(a), Character.isSurrogate(b));
            }
        }
        return Integer.compare(left.length(), right.length());
    }

    private static final class Reader {
        private final String text;
        private int at;

        Reader(String text) {
            this.text = text;
        }

        Content content(int depth) {
            if (depth > DEPTH_MAX) {
                throw fault("嵌套超过" + DEPTH_MAX + "层，须拆开");
            }
            skipSpace();
            return switch (peek()) {
                case '"' -> new Content.Text(string());
                case '[' -> series(depth);
                case '{' -> group(depth);
                default -> throw fault("此处须是双引号括起的文本、[ 或 {（数字也写成文本）");
            };
        }

        private Content.Series series(int depth) {
            at++;
            List<Content> items = new ArrayList<>();
            skipSpace();
            if (peek() == ']') {
                at++;
                return new Content.Series(items);
            }
            do {
                items.add(content(depth + 1));
            } while (another(']'));
            return new Content.Series(items);
        }

        private Content.Group group(int depth) {
            at++;
            Map<String, Content> fields = new LinkedHashMap<>();
            skipSpace();
            if (peek() == '}') {
                at++;
                return Content.Group.EMPTY;
            }
            do {
                skipSpace();
                if (peek() != '"') {
                    throw fault("此处须是双引号括起的字段名");
                }
                int start = at;
                String name = string();
                skipSpace();
                if (peek() != ':') {
                    throw fault("字段名之后须是冒号");
                }
                at++;
                if (fields.put(name, content(depth + 1)) != null) {
                    at = start;
                    throw fault("字段「" + name + "」重复，须删去一个");
                }
            } while (another('}'));
            return new Content.Group(fields);
        }

        private boolean another(char end) {
            skipSpace();
            char c = peek();
            if (c != ',' && c != end) {
                throw fault("此处须是逗号或 " + end);
            }
            at++;
            return c == ',';
        }

        private String string() {
            int start = at++;
            StringBuilder value = new StringBuilder();
            while (peek() != '"') {
                char c = peek();
                if (at >= text.length()) {
                    at = start;
                    throw fault("文本缺右引号");
                } else if (c < ' ') {
                    throw fault("文本里的控制字符须写成转义");
                }
                at++;
                value.append(c == '\\' ? escaped() : c);
            }
            at++;
            for (int i = 0; i < value.length(); i++) {
                if (isLoneSurrogate(value, i)) {
                    at = start;
                    throw fault("文本里有半个字符，须补全或删去");
                }
            }
            return value.toString();
        }

        private char escaped() {
            char c = peek();
            at++;
            return switch (c) {
                case '"', '\\', '/' -> c;
                case 'b' -> '\b';
                case 'f' -> '\f';
                case 'n' -> '\n';
                case 'r' -> '\r';
                case 't' -> '\t';
                case 'u' -> hexadecimal();
                default -> {
                    at--;
                    throw fault("没有这种转义");
                }
            };
        }

        private char hexadecimal() {
            int code = 0;
            for (int i = 0; i < 4; i++) {
                int digit = peek() < 128 ? Character.digit(peek(), 16) : -1;
                if (digit < 0) {
                    throw fault("\\u 之后须是四位十六进制数");
                }
                code = code * 16 + digit;
                at++;
            }
            return (char) code;
        }

        private char peek() {
            return at < text.length() ? text.charAt(at) : '\0';
        }

        private void skipSpace() {
            while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
                at++;
            }
        }

        private Fault fault(String sentence) {
            int place = Math.min(at, text.length());
            int lineStart = text.lastIndexOf('\n', place - 1) + 1;
            int line =
                    1 + (int) text.substring(0, lineStart).chars().filter(c -> c == '\n').count();
            return new Fault(line, 1 + text.codePointCount(lineStart, place), sentence);
        }
    }
}
