package org.mingze.report.kept;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.mingze.report.DutyReport;

/// 报告变化 — what differs between a report and the same report composed later: figures, the records
/// behind them, sentences, and what the person wrote.
public final class ReportChanges {
    private static final int NUMBERS_MAX = 20;

    private final List<String> changes = new ArrayList<>();

    private ReportChanges() {}

    public static List<String> between(DutyReport before, DutyReport after) {
        ReportChanges found = new ReportChanges();
        found.figures(byName(before), byName(after));
        found.sentences(texts(before, DutyReport.Item.class), texts(after, DutyReport.Item.class));
        found.own(own(before), own(after));
        return List.copyOf(found.changes);
    }

    /// Figures by what they count; a name that comes again gets its number.
    private static Map<String, DutyReport.Figure> byName(DutyReport report) {
        Map<String, DutyReport.Figure> byName = new LinkedHashMap<>();
        for (DutyReport.Figure figure : report.annex()) {
            int colon = figure.what().indexOf('：');
            String name = colon < 0 ? figure.what() : figure.what().substring(0, colon);
            String key = name;
            for (int again = 2; byName.containsKey(key); again++) {
                key = name + "（第" + again + "处）";
            }
            byName.put(key, figure);
        }
        return byName;
    }

    private void figures(
            Map<String, DutyReport.Figure> before, Map<String, DutyReport.Figure> after) {
        after.forEach(
                (name, figure) ->
                        Optional.ofNullable(before.get(name))
                                .ifPresentOrElse(
                                        old -> figure(name, old, figure),
                                        () ->
                                                changes.add(
                                                        "新写“" + name + "”" + shown(figure) + "。")));
        before.forEach(
                (name, figure) -> {
                    if (!after.containsKey(name)) {
                        changes.add("不再写“" + name + "”，原为" + shown(figure) + "。");
                    }
                });
    }

    private void figure(String name, DutyReport.Figure before, DutyReport.Figure after) {
        Set<Long> added = new LinkedHashSet<>(after.records());
        before.records().forEach(added::remove);
        Set<Long> gone = new LinkedHashSet<>(before.records());
        after.records().forEach(gone::remove);
        boolean same = before.value().equals(after.value());
        if (same && added.isEmpty() && gone.isEmpty()) {
            return;
        }
        String said =
                same
                        ? "“" + name + "”仍是" + shown(after) + "，记录变了"
                        : "“" + name + "”由" + shown(before) + "改为" + shown(after);
        changes.add(said + numbers("，新计", added) + numbers("，不再计", gone) + "。");
    }

    private static String shown(DutyReport.Figure figure) {
        return figure.shown() + figure.unit();
    }

    private static String numbers(String head, Set<Long> numbers) {
        if (numbers.isEmpty()) {
            return "";
        }
        String some =
                numbers.stream()
                        .limit(NUMBERS_MAX)
                        .map(number -> "第" + number + "号")
                        .collect(Collectors.joining("、"));
        return head + some + (numbers.size() > NUMBERS_MAX ? "等" + numbers.size() + "笔" : "");
    }

    private void sentences(Set<String> before, Set<String> after) {
        after.stream()
                .filter(text -> !before.contains(text))
                .forEach(text -> changes.add("新写：" + text));
        before.stream()
                .filter(text -> !after.contains(text))
                .forEach(text -> changes.add("不再写：" + text));
    }

    private static Set<String> texts(DutyReport report, Class<? extends DutyReport.Run> kind) {
        return report.sections().stream()
                .flatMap(section -> section.paragraphs().stream())
                .flatMap(paragraph -> paragraph.runs().stream())
                .filter(kind::isInstance)
                .map(DutyReport.Run::text)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private void own(Map<String, String> before, Map<String, String> after) {
        after.forEach(
                (hint, words) -> {
                    if (!Objects.equals(before.getOrDefault(hint, ""), words)) {
                        changes.add("本人写的“" + hint + "”改了。");
                    }
                });
    }

    private static Map<String, String> own(DutyReport report) {
        Map<String, String> own = new LinkedHashMap<>();
        report.sections().stream()
                .flatMap(section -> section.paragraphs().stream())
                .flatMap(paragraph -> paragraph.runs().stream())
                .forEach(
                        run -> {
                            if (run instanceof DutyReport.Own(String hint, var written)) {
                                own.merge(hint, written.orElse(""), (one, two) -> one + "\n" + two);
                            }
                        });
        return own;
    }
}
