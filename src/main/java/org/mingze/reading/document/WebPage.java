package org.mingze.reading.document;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// 网页 — the text of a web page, as a .doc that some systems hand out: no script, no reference is
/// followed.
final class WebPage {
    private static final Pattern CHARSET =
            Pattern.compile("(?i)charset\\s*=\\s*[\"']?([A-Za-z0-9_-]{2,20})");
    private static final Pattern ENTITY = Pattern.compile("&(#x?[0-9A-Fa-f]{1,6}|[a-zA-Z]{2,8});");
    private static final Pattern SPACES = Pattern.compile("[ \\t\\r\\n]+");
    private static final Set<String> HIDDEN = Set.of("script", "style", "head", "title", "xml");
    private static final Set<String> BLOCKS =
            Set.of(
                    "p",
                    "div",
                    "br",
                    "tr",
                    "table",
                    "li",
                    "ul",
                    "ol",
                    "h1",
                    "h2",
                    "h3",
                    "h4",
                    "h5",
                    "h6",
                    "section",
                    "article",
                    "pre",
                    "blockquote",
                    "hr",
                    "body",
                    "dd",
                    "dt");
    private static final Map<String, String> NAMED =
            Map.of(
                    "nbsp", " ", "lt", "<", "gt", ">", "amp", "&", "quot", "\"", "apos", "'",
                    "ldquo", "“", "rdquo", "”", "mdash", "—", "middot", "·");

    private WebPage() {}

    static String text(byte[] file) throws UnreadableDocument {
        String head = new String(file, 0, Math.min(4096, file.length), StandardCharsets.ISO_8859_1);
        Matcher named = CHARSET.matcher(head);
        boolean marked = head.startsWith("\u00ff\u00fe") || head.startsWith("\u00fe\u00ff");
        if (!marked && named.find() && Charset.isSupported(named.group(1))) {
            String wanted = named.group(1).toLowerCase(Locale.ROOT);
            boolean chinese = wanted.startsWith("gb");
            Charset charset = Charset.forName(chinese ? "GB18030" : wanted);
            return strip(new String(file, charset));
        }
        return strip(PlainFile.text(file));
    }

    private static String strip(String page) {
        StringBuilder text = new StringBuilder(page.length() / 2);
        int at = 0;
        while (at < page.length()) {
            int tag = page.indexOf('<', at);
            int end = tag < 0 ? page.length() : tag;
            text.append(SPACES.matcher(decode(page.substring(at, end))).replaceAll(" "));
            at = tag < 0 ? page.length() : afterTag(page, tag, text);
        }
        return text.toString().replaceAll(" *\n *", "\n").replaceAll("\n{2,}", "\n").strip() + "\n";
    }

    private static int afterTag(String page, int tag, StringBuilder text) {
        if (page.startsWith("<!--", tag)) {
            int end = page.indexOf("-->", tag);
            return end < 0 ? page.length() : end + 3;
        }
        int end = page.indexOf('>', tag);
        if (end < 0) {
            return page.length();
        }
        int stop = tag + 1;
        while (stop < end && !Character.isWhitespace(page.charAt(stop))) {
            stop++;
        }
        String name = page.substring(tag + 1, stop).toLowerCase(Locale.ROOT);
        String bare = name.replace("/", "");
        if (HIDDEN.contains(name) && page.charAt(end - 1) != '/') {
            Matcher close = Pattern.compile("(?i)</" + Pattern.quote(name) + "\\s*>").matcher(page);
            return close.find(end) ? close.end() : page.length();
        }
        if (bare.equals("td") || bare.equals("th")) {
            text.append(name.startsWith("/") ? "\t" : "");
        } else if (BLOCKS.contains(bare)) {
            text.append('\n');
        }
        return end + 1;
    }

    private static String decode(String said) {
        if (said.indexOf('&') < 0) {
            return said;
        }
        Matcher entity = ENTITY.matcher(said);
        StringBuilder plain = new StringBuilder();
        while (entity.find()) {
            entity.appendReplacement(plain, Matcher.quoteReplacement(character(entity.group(1))));
        }
        return entity.appendTail(plain).toString();
    }

    private static String character(String name) {
        if (name.charAt(0) != '#') {
            return NAMED.getOrDefault(name, " ");
        }
        boolean hex = name.length() > 1 && (name.charAt(1) == 'x' || name.charAt(1) == 'X');
        String digits = name.substring(hex ? 2 : 1);
        boolean proper = digits.matches(hex ? "[0-9A-Fa-f]{1,6}" : "[0-9]{1,6}");
        int code = proper ? Integer.parseInt(digits, hex ? 16 : 10) : ' ';
        return Character.isValidCodePoint(code) && code >= ' ' ? Character.toString(code) : " ";
    }
}
