package org.mingze.exchange.dutylist;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// 找清单各条 — the lines of a duty list in a document: rows below a head that names whom and what,
/// else sentences that say how often somebody does something.
final class FindingDutyLines {
    private static final Pattern EVIDENCE =
            Pattern.compile("(?:佐证|佐证材料|印证材料|工作痕迹|痕迹|留存)[:：]?\\s*([^；;。）)]+)");
    private static final Pattern BASIS =
            Pattern.compile("《[^》]{2,60}》(?:第[一二三四五六七八九十百\\d]{1,5}条)?");
    private static final Pattern MARK =
            Pattern.compile(
                    "^\\s*(?:[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十\\d]{1,3}[)）]|\\d{1,3}[.．、]"
                            + "|第[一二三四五六七八九十百\\d]{1,4}条|[一二三四五六七八九十]是)\\s*");
    private static final int LINES_MAX = 1_000;
    private static final int TEXT_MAX = 600;

    private final ListWords words = ListWords.known();
    private final List<DutyLine> found = new ArrayList<>();
    private Map<String, Integer> columns = Map.of();
    private String who = "";
    private String title = "";
    private String above = "";

    private FindingDutyLines() {}

    /// 读出 — the title of the list and its lines.
    record Found(String title, List<DutyLine> lines) {
        Found {
            lines = List.copyOf(lines);
        }
    }

    static Found in(List<SourceLine> document) {
        FindingDutyLines finding = new FindingDutyLines();
        for (SourceLine line : document) {
            finding.take(line);
        }
        return new Found(finding.title, finding.found);
    }

    private void take(SourceLine line) {
        if (line.text().isEmpty() || found.size() >= LINES_MAX) {
            return;
        }
        if (title.isEmpty()) {
            title = line.cells().stream().filter(cell -> !cell.isBlank()).findFirst().orElse("");
        }
        if (!line.isRow()) {
            prose(line);
            return;
        }
        Map<String, Integer> head = head(line);
        if (head.containsKey("做什么") && head.size() > 1) {
            columns = head;
            above = "";
        } else if (columns.containsKey("做什么")) {
            row(line);
        }
    }

    private Map<String, Integer> head(SourceLine line) {
        Map<String, Integer> head = new LinkedHashMap<>();
        for (int at = 0; at < line.cells().size(); at++) {
            int column = at;
            words.column(line.cells().get(at)).ifPresent(name -> head.putIfAbsent(name, column));
        }
        return head;
    }

    /// A cell without a name belongs to the name above it, as where cells are merged.
    private void row(SourceLine line) {
        String what = cell(line, "做什么");
        if (what.isEmpty()) {
            return;
        }
        if (!cell(line, "谁").isEmpty()) {
            above = cell(line, "谁");
        }
        add(
                line,
                above.isEmpty() ? who : above,
                what,
                cell(line, "多久"),
                cell(line, "佐证"),
                cell(line, "依据"));
    }

    private String cell(SourceLine line, String column) {
        int at = columns.getOrDefault(column, -1);
        return at < 0 || at >= line.cells().size() ? "" : line.cells().get(at).strip();
    }

    /// A heading tells whose the sentences below it are.
    private void prose(SourceLine line) {
        String text = line.text();
        boolean heading = text.length() <= 40 && !text.matches(".*[。；;]$");
        Frequency frequency = Frequency.read(text);
        if (heading && !frequency.said()) {
            columns = Map.of();
            words.in("角色", text).stream().findFirst().ifPresent(word -> who = word.written());
            return;
        }
        for (String part : List.of(text.split("(?<=[。；;])(?![（(])", -1))) {
            sentence(line, part.strip());
        }
    }

    private void sentence(SourceLine line, String sentence) {
        boolean marked = MARK.matcher(sentence).find();
        String plain = MARK.matcher(sentence).replaceFirst("").replaceFirst("[。；;]$", "");
        String act = plain.replaceAll("[（(][^）)]*[)）]", "").replaceFirst("[。；;]$", "");
        boolean asks = !words.in("记录", act).isEmpty();
        boolean says = Frequency.read(act).said() || DutyShape.told(act);
        if (act.isEmpty() || !(says && (asks || marked))) {
            return;
        }
        add(
                line,
                bearer(act),
                act,
                "",
                first(EVIDENCE, plain, 1).orElse(""),
                first(BASIS, plain, 0).orElse(""));
    }

    /// Who stands at the head of the sentence; else whom the heading names; else whom it mentions.
    private String bearer(String act) {
        List<String> named = words.in("角色", act).stream().map(ListWords.Word::written).toList();
        return named.stream()
                .filter(act::startsWith)
                .findFirst()
                .orElseGet(() -> who.isEmpty() && !named.isEmpty() ? named.getFirst() : who);
    }

    private static Optional<String> first(Pattern pattern, String text, int group) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(group).strip()) : Optional.empty();
    }

    private void add(
            SourceLine line,
            String bearer,
            String what,
            String often,
            String evidence,
            String basis) {
        found.add(
                new DutyLine(
                        found.size() + 1,
                        line.place(),
                        bounded(bearer),
                        bounded(what),
                        bounded(often),
                        bounded(evidence),
                        bounded(basis)));
    }

    private static String bounded(String text) {
        String line = text.replaceAll("\\s+", " ").replace("\0", "").strip();
        return line.length() <= TEXT_MAX ? line : line.substring(0, TEXT_MAX);
    }
}
