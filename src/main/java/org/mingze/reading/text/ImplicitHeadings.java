package org.mingze.reading.text;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// 隐含标题 — unnumbered paragraph leads that work as headings: parallel first sentences, short
/// lines that stand alone, and a last paragraph that opens with 下一步.
final class ImplicitHeadings {
    static final int TOP = 1;
    static final int INNER = 2;

    private static final int LEAD_MAX = 42;
    private static final int ALONE_MAX = 26;
    private static final Pattern NEXT =
            Pattern.compile("(?:下一步|下步|今后|下一阶段|接下来)(?:的?工作)?(?:中|，|我|，?将|要|工作)");
    private static final Pattern NO_HEADING =
            Pattern.compile(
                    ".*(?:报告人|汇报人|述职人|[0-9*]{1,4} ?年.{0,4}月|各位|同志们|谢谢|特此|此致|敬礼|如下|单位：|报告$).*");
    private static final Pattern CATEGORY =
            Pattern.compile(
                    ".*(?:情况|问题|不足|差距|原因|根源|分析|措施|打算|方向|建议|计划|做法|成效|评价|安排|概况|意见|职责|要求|结果|附则)");

    private final String text;
    private final List<Passage> paragraphs;
    private final Map<Integer, Marker> leading;
    private final Map<Integer, Integer> found = new HashMap<>();

    private ImplicitHeadings(String text, List<Passage> paragraphs, Map<Integer, Marker> leading) {
        this.text = text;
        this.paragraphs = paragraphs;
        this.leading = leading;
    }

    /// Where implicit headings start, each with its place: TOP or INNER.
    static Map<Integer, Integer> find(
            String text, List<Passage> paragraphs, Map<Integer, Marker> leading) {
        ImplicitHeadings headings = new ImplicitHeadings(text, paragraphs, leading);
        headings.findParallel();
        headings.findAlone();
        headings.findLeading();
        headings.findLast();
        return headings.found;
    }

    /// Short lines that stand before each new start of a numbering, with its style.
    static Map<Integer, Marker.Style> heads(
            String text, List<Passage> paragraphs, Map<Integer, Marker> leading) {
        Map<Marker.Style, List<Integer>> lines = new EnumMap<>(Marker.Style.class);
        boolean bodySeen = false;
        for (int index = 0; index + 1 < paragraphs.size(); index++) {
            Passage paragraph = paragraphs.get(index);
            Optional<Marker> next =
                    Optional.ofNullable(leading.get(paragraphs.get(index + 1).start()))
                            .filter(marker -> marker.ordinal() == 1);
            String line = paragraph.text(text).strip();
            boolean marked = leading.containsKey(paragraph.start());
            if (!marked && next.isPresent() && isAlone(line.replace("）", ""))) {
                Marker.Style style = next.get().style();
                boolean admonition =
                        (bodySeen || paragraph.start() > 200) && CATEGORY.matcher(line).matches();
                List<Integer> found = lines.computeIfAbsent(style, any -> new ArrayList<>());
                found.add(paragraph.start());
                if (admonition && style == Marker.Style.CHINESE && found.size() == 1) {
                    found.add(paragraph.start());
                }
            }
            bodySeen |= marked || line.length() > 40;
        }
        Map<Integer, Marker.Style> heads = new HashMap<>();
        lines.forEach(
                (style, starts) -> {
                    if (starts.size() > 1) {
                        starts.forEach(start -> heads.put(start, style));
                    }
                });
        return heads;
    }

    static boolean opensNext(String title) {
        return title.length() > 12 && NEXT.matcher(title).lookingAt();
    }

    private void findParallel() {
        List<Passage> run = new ArrayList<>();
        for (Passage paragraph : paragraphs) {
            Marker marker = leading.get(paragraph.start());
            if (marker != null) {
                closeRun(run);
            } else if (isLead(lead(paragraph), paragraph)) {
                run.add(paragraph);
            } else if (run.size() < 2) {
                run.clear();
            }
        }
        closeRun(run);
    }

    private void closeRun(List<Passage> run) {
        List<Passage> parallel = new ArrayList<>();
        for (Passage one : run) {
            int fellows = 0;
            for (Passage other : run) {
                fellows += one.start() != other.start() && parallel(lead(one), lead(other)) ? 1 : 0;
            }
            if (fellows > 0) {
                parallel.add(one);
            }
        }
        if (parallel.size() >= 2) {
            for (Passage one : parallel) {
                found.put(one.start(), INNER);
            }
        }
        run.clear();
    }

    private String lead(Passage paragraph) {
        int end = text.indexOf('。', paragraph.start());
        return end < 0 || end >= paragraph.end() ? "" : text.substring(paragraph.start(), end);
    }

    private static boolean isLead(String lead, Passage paragraph) {
        return lead.length() >= 5
                && lead.length() <= LEAD_MAX
                && paragraph.end() - paragraph.start() > lead.length() + 12
                && lead.chars().noneMatch(c -> (c >= '0' && c <= '9') || c == '：' || c == '；')
                && !lead.startsWith("今年")
                && !lead.contains("我");
    }

    /// Two leads are parallel if they open alike and have as many clauses, or equal clauses.
    private static boolean parallel(String one, String other) {
        List<Integer> first = clauses(one);
        List<Integer> second = clauses(other);
        if (first.size() != second.size()) {
            return false;
        }
        int unequal = 0;
        for (int index = 0; index < first.size(); index++) {
            unequal += Math.abs(first.get(index) - second.get(index)) > 1 ? 1 : 0;
        }
        int alike = 0;
        while (alike < Math.min(one.length(), other.length())
                && one.charAt(alike) == other.charAt(alike)) {
            alike++;
        }
        boolean brief = Math.max(one.length(), other.length()) <= 30;
        boolean even = unequal == 0 && (alike >= 1 || (first.size() >= 2 && one.length() <= 26));
        boolean twins = one.length() == other.length() && one.length() <= 10;
        return even || twins || (brief && alike >= 2);
    }

    private static List<Integer> clauses(String lead) {
        List<Integer> lengths = new ArrayList<>();
        int from = 0;
        for (int at = 0; at <= lead.length(); at++) {
            if (at == lead.length() || lead.charAt(at) == '，') {
                lengths.add(at - from);
                from = at + 1;
            }
        }
        return lengths;
    }

    private void findAlone() {
        boolean bodySeen = false;
        for (int index = 0; index < paragraphs.size() - 1; index++) {
            Passage paragraph = paragraphs.get(index);
            String line = paragraph.text(text).strip();
            boolean marked = leading.containsKey(paragraph.start());
            boolean name = index == 0 && line.length() >= 8;
            if (!marked
                    && !name
                    && isAlone(line)
                    && (bodySeen || CATEGORY.matcher(line).matches())) {
                Passage next = paragraphs.get(index + 1);
                boolean numbered = leading.containsKey(next.start());
                boolean body =
                        next.end() - next.start() >= 30 || text.charAt(next.end() - 1) == '：';
                boolean category = CATEGORY.matcher(line).matches();
                boolean known = category || bodySeen;
                if ((body && known) || (numbered && category && bodySeen)) {
                    found.put(paragraph.start(), category ? TOP : INNER);
                }
            }
            bodySeen |= marked || line.length() > 40;
        }
    }

    private static boolean isAlone(String line) {
        return (line.length() >= 3 || line.equals("附则"))
                && line.length() <= ALONE_MAX
                && "。；：，、！？…”》）".indexOf(line.charAt(line.length() - 1)) < 0
                && line.indexOf('。') < 0
                && line.indexOf('\t') < 0
                && line.indexOf('|') < 0
                && line.indexOf('：') < 0
                && !NO_HEADING.matcher(line).matches();
    }

    /// A paragraph that opens with 下一步 and leads in to the numbered items up to the end.
    private void findLeading() {
        for (int index = 1; index < paragraphs.size() - 1; index++) {
            Passage paragraph = paragraphs.get(index);
            Passage before = paragraphs.get(index - 1);
            boolean headed =
                    leading.containsKey(before.start()) && before.end() - before.start() < 30;
            boolean opens =
                    NEXT.matcher(text).region(paragraph.start(), paragraph.end()).lookingAt();
            boolean leads =
                    "：。".indexOf(text.charAt(paragraph.end() - 1)) >= 0
                            && leading.containsKey(paragraphs.get(index + 1).start());
            if (opens && leads && !headed && !leading.containsKey(paragraph.start())) {
                found.put(paragraph.start(), TOP);
            }
        }
    }

    private void findLast() {
        for (int index = paragraphs.size() - 1;
                index >= Math.max(0, paragraphs.size() - 3);
                index--) {
            Passage paragraph = paragraphs.get(index);
            boolean long40 = paragraph.end() - paragraph.start() >= 40;
            boolean opens =
                    NEXT.matcher(text).region(paragraph.start(), paragraph.end()).lookingAt();
            if (long40 && opens && !leading.containsKey(paragraph.start())) {
                found.put(paragraph.start(), TOP);
            }
            if (long40) {
                return;
            }
        }
    }
}
