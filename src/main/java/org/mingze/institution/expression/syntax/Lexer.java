package org.mingze.institution.expression.syntax;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mingze.institution.expression.syntax.Faults.Kind;

/// Cuts the source into tokens; full-width and other look-alike signs become the plain ones.
final class Lexer {
    enum Sort {
        NUMBER,
        TEXT,
        NAME,
        SIGN,
        END
    }

    /// @param unit the unit that a number carries, empty if none
    record Token(Sort sort, String text, String unit, int start, int end) {
        boolean isSign(String sign) {
            return sort == Sort.SIGN && text.equals(sign);
        }
    }

    static final Set<String> UNITS = Set.of("日", "工作日", "周", "月", "年", "小时", "分钟", "元", "万元", "%");

    private static final Map<String, String> WORDS =
            Map.of("且", "且", "或", "或", "非", "非", "in", "∈");
    private static final Map<String, String> PAIRS =
            Map.of("&&", "且", "||", "或", "!=", "≠", "<=", "≤", ">=", "≥", "=>", "⇒", "->", "->");
    private static final Map<String, String> NOT_OURS = Map.of("==", "=", "<>", "≠", "=<", "≤");
    private static final String SINGLES = "=≠<>≤≥∈⇒+-*/()[],.";
    private static final Map<Character, Character> LOOK_ALIKES =
            Map.of('≦', '≤', '≧', '≥', '×', '*', '÷', '/', '−', '-', '“', '"', '”', '"');
    private static final Map<String, String> REPLACEMENTS =
            Map.of(
                    "。", ".", "、", ",", "'", "\"", "‘", "\"", "’", "\"", "{", "[", "}", "]", "!",
                    "非");

    private final String source;
    private final Faults faults;
    private final List<Token> tokens = new ArrayList<>();
    private int position;

    private Lexer(String source, Faults faults) {
        this.source = source;
        this.faults = faults;
    }

    static List<Token> tokens(String source, Faults faults) {
        Lexer lexer = new Lexer(source, faults);
        while (lexer.position < source.length() && faults.isEmpty()) {
            lexer.next();
        }
        int end = source.length();
        lexer.tokens.add(new Token(Sort.END, "", "", end, end));
        return List.copyOf(lexer.tokens);
    }

    private void next() {
        char sign = plain(position);
        if (Character.isWhitespace(sign)) {
            position++;
        } else if (sign == '"') {
            text();
        } else if (isDigit(sign)) {
            number();
        } else if (isNameStart(position)) {
            name();
        } else {
            sign(sign);
        }
    }

    private void text() {
        int start = position;
        char close = source.charAt(start) == '“' ? '”' : source.charAt(start);
        int end = source.indexOf(close, start + 1);
        if (end < 0) {
            faults.add(Kind.OPEN_TEXT, start, source.length(), "文字没有收尾", "在文字末尾补上引号");
            return;
        }
        position = end + 1;
        add(Sort.TEXT, source.substring(start + 1, end), "", start);
    }

    private void number() {
        int start = position;
        StringBuilder digits = new StringBuilder(digits());
        if (plain(position) == '.' && isDigit(plain(position + 1))) {
            position++;
            digits.append('.').append(digits());
        }
        int unitStart = position;
        if (plain(position) == '%') {
            position++;
        } else {
            skipName();
        }
        String unit =
                Normalizer.normalize(source.substring(unitStart, position), Normalizer.Form.NFKC);
        if (!unit.isEmpty() && !UNITS.contains(unit)) {
            faults.add(
                    Kind.NUMBER,
                    unitStart,
                    position,
                    "“" + unit + "”不是单位",
                    "可用的单位：日 工作日 周 月 年 小时 分钟 元 万元 %；数后面接词要空一格");
        }
        add(Sort.NUMBER, digits.toString(), unit, start);
    }

    private String digits() {
        StringBuilder digits = new StringBuilder();
        while (isDigit(plain(position))) {
            digits.append(plain(position));
            position++;
        }
        return digits.toString();
    }

    private void name() {
        int start = position;
        skipName();
        String name = Normalizer.normalize(source.substring(start, position), Normalizer.Form.NFKC);
        String word = WORDS.get(name);
        add(word == null ? Sort.NAME : Sort.SIGN, word == null ? name : word, "", start);
    }

    private void sign(char sign) {
        int start = position;
        String pair = "" + sign + plain(position + 1);
        String known = PAIRS.get(pair);
        if (known != null) {
            position += 2;
            add(Sort.SIGN, known, "", start);
        } else if (NOT_OURS.containsKey(pair)) {
            refuse(pair, 2, NOT_OURS.get(pair));
        } else if (sign == '→') {
            position++;
            add(Sort.SIGN, "->", "", start);
        } else if (SINGLES.indexOf(sign) >= 0) {
            position++;
            add(Sort.SIGN, String.valueOf(sign), "", start);
        } else {
            int length = Character.charCount(source.codePointAt(start));
            String wrong =
                    length == 1 ? String.valueOf(sign) : source.substring(start, start + length);
            refuse(wrong, length, REPLACEMENTS.get(wrong));
        }
    }

    private void refuse(
            String wrong, int length, @org.jspecify.annotations.Nullable String instead) {
        faults.add(
                Kind.CHARACTER,
                position,
                position + length,
                "表达式里不能用“" + wrong + "”",
                instead == null ? "删去它，或写成文字 \"…\"" : "改用 " + instead);
    }

    private void add(Sort sort, String text, String unit, int start) {
        tokens.add(new Token(sort, text, unit, start, position));
    }

    private void skipName() {
        while (position < source.length() && (isNameStart(position) || isDigit(plain(position)))) {
            position += Character.charCount(source.codePointAt(position));
        }
    }

    private boolean isNameStart(int index) {
        int point = source.codePointAt(index);
        return Character.isLetter(point) || plain(index) == '_';
    }

    private static boolean isDigit(char sign) {
        return sign >= '0' && sign <= '9';
    }

    /// The sign at an index without its full-width disguise; 0 beyond the end.
    private char plain(int index) {
        if (index >= source.length()) {
            return 0;
        }
        char sign = source.charAt(index);
        if (sign >= '！' && sign <= '～') {
            return (char) (sign - '！' + '!');
        }
        return sign == '　' ? ' ' : LOOK_ALIKES.getOrDefault(sign, sign);
    }
}
