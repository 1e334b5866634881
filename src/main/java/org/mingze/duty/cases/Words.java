package org.mingze.duty.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// 词串 — a line of a case cut at spaces; what stands in quotation marks or braces stays whole.
final class Words {
    private final Example.Line line;
    private final String file;
    private final List<String> words;
    private int next;

    Words(String file, Example.Line line) {
        this.file = file;
        this.line = line;
        this.words = cut(line.text());
    }

    private static List<String> cut(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        int depth = 0;
        boolean quoted = false;
        for (int index = 0; index < text.length(); index++) {
            char at = text.charAt(index);
            quoted ^= at == '"';
            depth += at == '{' || at == '「' ? 1 : at == '}' || at == '」' ? -1 : 0;
            if (at == ' ' && depth == 0 && !quoted) {
                if (!word.isEmpty()) {
                    words.add(word.toString());
                    word.setLength(0);
                }
            } else {
                word.append(at);
            }
        }
        if (!word.isEmpty()) {
            words.add(word.toString());
        }
        return words;
    }

    boolean isDone() {
        return next >= words.size();
    }

    String take(String what) {
        if (isDone()) {
            throw fault("缺少" + what);
        }
        return words.get(next++);
    }

    Optional<String> peek() {
        return isDone() ? Optional.empty() : Optional.of(words.get(next));
    }

    /// The word after a key word, if the key word stands here.
    Optional<String> after(String key) {
        if (peek().filter(key::equals).isEmpty()) {
            return Optional.empty();
        }
        next++;
        return Optional.of(take(key + "之后的词"));
    }

    boolean skip(String key) {
        boolean here = peek().filter(key::equals).isPresent();
        next += here ? 1 : 0;
        return here;
    }

    void expectEnd() {
        if (!isDone()) {
            throw fault("多出“" + words.get(next) + "”");
        }
    }

    static String unquote(String text) {
        return text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"")
                ? text.substring(1, text.length() - 1)
                : text;
    }

    /// `第12号` as `12`.
    static String number(String word) {
        return word.startsWith("第") && word.endsWith("号")
                ? word.substring(1, word.length() - 1)
                : word;
    }

    ExampleFault fault(String sentence) {
        return new ExampleFault(file, line.number(), sentence + "：" + line.text());
    }
}
