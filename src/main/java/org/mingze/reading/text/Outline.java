package org.mingze.reading.text;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// 提纲 — builds the tree of sections from numbering marks and implicit headings.
final class Outline {
    private static final int TITLE_LENGTH = 20;
    private static final int BODY_MIN = 15;
    private static final Pattern TRANSITION =
            Pattern.compile(
                    "(?:[^。：]{5,40}(?:原因|根源|症结)[^。：]{0,14}|[^。：]{0,40}(?:提出|作出)[^。：]{0,10}"
                            + "(?:要求|建议|意见|措施)[^。：]{0,6})：.*|(?:针对|为进一步|为切实)[^。]{0,60}[：。]",
                    Pattern.DOTALL);
    private static final Pattern CLOSING =
            Pattern.compile(
                    "请(?:各|你|予|同志|大家|组织|领导|审|[^，。]{1,12}(?:于|自|在|按))|特此|以上(?:报告|汇报|检查|述职|发言|是|情况|剖析|材料|，)"
                            + "|附件|附：|欢迎|恳请|联系(?:电话|人)|说明：|备注：|注：");

    private final String text;
    private final List<Passage> paragraphs;
    private final Map<Integer, List<Marker>> markers = new HashMap<>();
    private final Deque<Section> open = new ArrayDeque<>();
    private final Map<Integer, Marker.Style> heads = new HashMap<>();
    private final Map<Marker.Style, Integer> rank = new EnumMap<>(Marker.Style.class);

    private Outline(String text, List<Passage> paragraphs) {
        this.text = text;
        this.paragraphs = paragraphs;
    }

    /// The root section of a plain text; the paragraphs in `taken` (table rows) are left out.
    static Section of(String text, Set<Integer> taken) {
        List<Passage> paragraphs = new ArrayList<>();
        for (Passage paragraph : paragraphs(text)) {
            if (!taken.contains(paragraph.start())) {
                paragraphs.add(paragraph);
            }
        }
        return new Outline(text, paragraphs).build();
    }

    static List<Passage> paragraphs(String text) {
        List<Passage> found = new ArrayList<>();
        int from = 0;
        while (from < text.length()) {
            int end = text.indexOf('\n', from);
            end = end < 0 ? text.length() : end;
            int start = from;
            while (start < end && text.charAt(start) <= ' ') {
                start++;
            }
            if (start < end) {
                found.add(new Passage(start, end, true));
            }
            from = end + 1;
        }
        return found;
    }

    /// The outline of a tree of sections, with offsets in the source.
    static List<Reading.Heading> headings(Section root, PlainText plain) {
        List<Reading.Heading> headings = new ArrayList<>();
        collect(root, plain, headings);
        return headings;
    }

    private static void collect(Section section, PlainText plain, List<Reading.Heading> headings) {
        for (Section inner : section.sections()) {
            String mark =
                    inner.marker().map(m -> plain.written(m.start(), m.end()).strip()).orElse("");
            String title = inner.title(plain.text());
            int length = Math.min(TITLE_LENGTH, title.length());
            int from = inner.titleStart();
            headings.add(
                    new Reading.Heading(
                            inner.level(),
                            mark,
                            plain.written(from, from + length),
                            plain.origin(inner.start()),
                            inner.implicit()));
            collect(inner, plain, headings);
        }
    }

    private Section build() {
        chooseMarkers();
        rankStyles();
        Map<Integer, Marker> leading = leading();
        Map<Integer, Integer> implicit = ImplicitHeadings.find(text, paragraphs, leading);
        heads.putAll(ImplicitHeadings.heads(text, paragraphs, leading));
        heads.keySet().forEach(start -> implicit.put(start, ImplicitHeadings.TOP));
        Section root = Section.root();
        open.push(root);
        for (Passage paragraph : paragraphs) {
            List<Marker> inside = markers.getOrDefault(paragraph.start(), List.of());
            if (inside.isEmpty() || !inside.getFirst().leading()) {
                openParagraph(paragraph, implicit);
            }
            addText(paragraph, inside);
        }
        return root;
    }

    private Map<Integer, Marker> leading() {
        Map<Integer, Marker> leading = new HashMap<>();
        markers.forEach(
                (start, inside) -> {
                    if (inside.getFirst().leading()) {
                        leading.put(start, inside.getFirst());
                    }
                });
        return leading;
    }

    private void openParagraph(Passage paragraph, Map<Integer, Integer> implicit) {
        if (CLOSING.matcher(text).region(paragraph.start(), paragraph.end()).lookingAt()) {
            while (open.size() > 1) {
                open.pop();
            }
        }
        Integer found = implicit.get(paragraph.start());
        if (found == null) {
            if (TRANSITION.matcher(paragraph.text(text)).matches()) {
                closeItems();
            }
            while (open.getFirst().inParagraph()) {
                open.pop();
            }
            return;
        }
        boolean top = found == ImplicitHeadings.TOP;
        int start = paragraph.start();
        Optional<Marker.Style> head = Optional.ofNullable(heads.get(start));
        while (open.size() > 1 && !holds(open.getFirst(), head, top)) {
            open.pop();
        }
        Section section =
                new Section(Optional.empty(), true, open.getFirst().level() + 1, start, start);
        head.ifPresent(section::setHeadOf);
        push(section);
    }

    /// Closes the items that end with their own paragraph, before one that turns to another matter.
    private void closeItems() {
        while (open.size() > 1 && open.getFirst().marker().isPresent()) {
            Section top = open.getFirst();
            boolean body = top.end() - top.titleStart() > top.title(text).length() + BODY_MIN;
            boolean opensList = top.parts().size() > 1 && top.holdsSections();
            if (!body || opensList) {
                return;
            }
            open.pop();
        }
    }

    /// Whether an open section may hold an implicit heading.
    private boolean holds(Section section, Optional<Marker.Style> head, boolean top) {
        if (head.isPresent()) {
            return !section.implicit() && rankOf(section) < rank(head.get());
        }
        return !top && container(section);
    }

    private static boolean container(Section section) {
        return section.marker()
                .map(m -> m.leading() && m.style().compareTo(Marker.Style.ARABIC) <= 0)
                .orElse(false);
    }

    private void addText(Passage paragraph, List<Marker> inside) {
        int from = paragraph.start();
        boolean opens = true;
        for (Marker marker : inside) {
            addPassage(from, marker.start(), opens);
            opens = marker.leading();
            openMarked(marker);
            from = marker.end();
        }
        addPassage(from, paragraph.end(), opens);
    }

    private void addPassage(int start, int end, boolean opens) {
        int from = start;
        while (from < end && text.charAt(from) == ' ') {
            from++;
        }
        if (from < end) {
            open.getFirst().add(new Passage(from, end, opens));
        }
    }

    private void openMarked(Marker marker) {
        boolean sameOpen = false;
        for (Section section : open) {
            sameOpen |= section.marker().map(m -> m.style() == marker.style()).orElse(false);
        }
        while (open.size() > 1) {
            Section top = open.getFirst();
            if (top.headOf().filter(style -> rank(style) <= rank(marker.style())).isPresent()) {
                break;
            }
            if (top.implicit()) {
                boolean outer = marker.leading() && marker.style() == Marker.Style.CHINESE;
                if (!outer && !sameOpen) {
                    break;
                }
            } else if (!sameOpen && rankOf(top) < rank(marker.style())) {
                break;
            }
            open.pop();
            if (sameOpen && !top.implicit() && styleOf(top) == marker.style()) {
                break;
            }
        }
        int title = marker.end();
        while (title < text.length() && text.charAt(title) == ' ') {
            title++;
        }
        int level = open.getFirst().level() + 1;
        push(new Section(Optional.of(marker), false, level, marker.start(), title));
    }

    private static Marker.Style styleOf(Section section) {
        return section.marker().map(Marker::style).orElse(Marker.Style.PART);
    }

    private int rank(Marker.Style style) {
        return rank.getOrDefault(style, 0);
    }

    private int rankOf(Section section) {
        return rank(styleOf(section));
    }

    private void rankStyles() {
        List<Marker> leading = new ArrayList<>();
        for (Passage paragraph : paragraphs) {
            List<Marker> inside = markers.getOrDefault(paragraph.start(), List.of());
            inside.stream().filter(Marker::leading).forEach(leading::add);
        }
        rank.putAll(Marker.ranks(leading));
    }

    private void push(Section section) {
        open.getFirst().add(section);
        open.push(section);
    }

    /// Keeps the candidates that count on: 一是 that 二是 follows, 二是 that follows 一是.
    private void chooseMarkers() {
        List<Marker> all = new ArrayList<>();
        Map<Marker, Integer> home = new HashMap<>();
        for (Passage paragraph : paragraphs) {
            for (Marker marker : Marker.candidates(text, paragraph.start(), paragraph.end())) {
                all.add(marker);
                home.put(marker, paragraph.start());
            }
        }
        Set<Marker> followed = followed(all);
        Map<Marker.Style, Integer> last = new EnumMap<>(Marker.Style.class);
        Map<Marker.Style, Integer> ever = new EnumMap<>(Marker.Style.class);
        for (Marker marker : all) {
            int goes = ever.getOrDefault(marker.style(), 0);
            boolean onward = marker.leading() && marker.ordinal() == goes + 1;
            int before = onward ? goes : last.getOrDefault(marker.style(), 0);
            boolean sure = marker.leading() && marker.style() != Marker.Style.ROW;
            boolean next = marker.ordinal() > 1 && follows(marker, before);
            boolean first = marker.ordinal() == 1 && followed.contains(marker);
            if ((sure && plausible(marker, before)) || next || first) {
                last.put(marker.style(), marker.ordinal());
                ever.put(marker.style(), marker.ordinal());
                resetBelow(marker, last);
                int start = home.getOrDefault(marker, 0);
                markers.computeIfAbsent(start, any -> new ArrayList<>()).add(marker);
            }
        }
    }

    /// 最后 ends a run wherever it stands; everything else is one more than what was before.
    private static boolean follows(Marker marker, int before) {
        int step = marker.ordinal() - before;
        boolean last = marker.style() == Marker.Style.FIRSTLY && marker.ordinal() == 4;
        return step == 1 || (last && before > 1 && step > 0);
    }

    private static boolean plausible(Marker marker, int before) {
        return switch (marker.style()) {
            case ARABIC, HALF_BRACKETED, BRACKETED_ARABIC ->
                    marker.ordinal() <= before + 5 && marker.ordinal() > 0;
            case PART, CHINESE, BRACKETED_CHINESE, DOTTED, CIRCLED, ARTICLE, ROW, FIRST -> true;
            case FIRSTLY, IS, MUST -> marker.ordinal() <= before + 2;
        };
    }

    private static void resetBelow(Marker marker, Map<Marker.Style, Integer> last) {
        if (!marker.leading()) {
            return;
        }
        for (Marker.Style style : Marker.Style.values()) {
            if (style.compareTo(marker.style()) > 0) {
                last.remove(style);
            }
        }
    }

    private static Set<Marker> followed(List<Marker> all) {
        Set<Marker> followed = new HashSet<>();
        Map<Marker.Style, Marker> waiting = new EnumMap<>(Marker.Style.class);
        for (Marker marker : all) {
            Marker first = waiting.get(marker.style());
            if (first != null && marker.ordinal() == first.ordinal() + 1) {
                followed.add(first);
            }
            waiting.put(marker.style(), marker);
        }
        return followed;
    }
}
