package org.mingze.web.english;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// 英文页 — a page as its template wrote it, with the words of the tool in English. Words of the
/// county and of its institutions stay as they are, marked `lang="zh-CN"`.
public final class EnglishPage {
    private static final Pattern TAG =
            Pattern.compile(
                    "<!--.*?-->|<(?<close>/?)(?<name>[a-zA-Z][a-zA-Z0-9]*|!doctype)"
                            + "(?<rest>(?:\"[^\"]*\"|'[^']*'|[^'\">])*)>",
                    Pattern.DOTALL);
    private static final Pattern SPOKEN =
            Pattern.compile(
                    "(?<=\\s)(?<name>aria-label|placeholder|title|alt|data-label)=\"(?<value>[^\"]*)\"");
    private static final Set<String> VOID =
            Set.of("input", "br", "hr", "img", "meta", "link", "wbr", "!doctype");
    /// Elements of SVG that close themselves.
    private static final Set<String> DRAWN =
            Set.of("path", "rect", "circle", "line", "polyline", "polygon", "ellipse", "use");
    private static final Set<String> SILENT = Set.of("script", "style", "textarea");
    private static final Set<String> UNMARKED = Set.of("option", "title", "text", "tspan");

    private final Phrases phrases;
    private final String page;
    private final StringBuilder english;
    private final Deque<String> open = new ArrayDeque<>();
    private final Seam seam;
    private int silentFrom = Integer.MAX_VALUE;

    private EnglishPage(Phrases phrases, String page) {
        this.phrases = phrases;
        this.page = page;
        this.english = new StringBuilder(page.length());
        this.seam = new Seam(english);
    }

    public static String of(Phrases phrases, String page) {
        return new EnglishPage(phrases, page).translated();
    }

    private String translated() {
        Matcher tag = TAG.matcher(page);
        int from = 0;
        while (tag.find()) {
            text(page.substring(from, tag.start()));
            tag(tag);
            from = tag.end();
        }
        text(page.substring(from));
        return english.toString();
    }

    private void tag(Matcher tag) {
        if (tag.group("name") == null) {
            english.append(tag.group());
            return;
        }
        String name = tag.group("name");
        String rest = tag.group("rest");
        if (!tag.group("close").isEmpty()) {
            closes(name);
            english.append(tag.group());
            seam.passes(name, open.size());
            return;
        }
        boolean spoken = open.size() < silentFrom;
        english.append('<').append(name).append(spoken ? attributes(name, rest) : rest).append('>');
        if (!VOID.contains(name) && !DRAWN.contains(name) && !rest.endsWith("/")) {
            open.push(name);
            boolean county = rest.contains("lang=\"zh-CN\"") && !name.equals("html");
            if (spoken && (county || SILENT.contains(name))) {
                silentFrom = open.size();
            }
        }
        seam.opens(name);
    }

    private void closes(String name) {
        if (open.contains(name)) {
            while (!open.pop().equals(name)) {
                // what is left open inside ends with it
            }
        }
        if (open.size() < silentFrom) {
            silentFrom = Integer.MAX_VALUE;
        }
    }

    private String attributes(String element, String rest) {
        if (element.equals("html")) {
            return rest.replace("lang=\"zh-CN\"", "lang=\"en\"");
        }
        return SPOKEN.matcher(rest)
                .replaceAll(
                        found ->
                                Matcher.quoteReplacement(
                                        found.group(1)
                                                + "=\""
                                                + phrases.english(found.group(2), "", word -> word)
                                                        .orElse(found.group(2))
                                                + "\""));
    }

    private void text(String text) {
        if (open.size() >= silentFrom || !Phrases.isChinese(text)) {
            seam.joins(text, false, open.size());
            return;
        }
        boolean marked = open.isEmpty() || !UNMARKED.contains(open.peek());
        int start = text.indexOf(text.strip());
        String before = text.substring(0, start);
        String after = text.substring(start + text.strip().length());
        Optional<String> said =
                phrases.english(text, seam.numberBefore(), word -> marked ? chinese(word) : word);
        String spoken =
                before
                        + said.orElseGet(() -> marked ? chinese(text.strip()) : text.strip())
                        + after;
        seam.joins(spoken, said.isPresent(), open.size());
    }

    private static String chinese(String words) {
        return "<span lang=\"zh-CN\">" + words + "</span>";
    }
}
