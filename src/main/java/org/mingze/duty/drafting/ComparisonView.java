package org.mingze.duty.drafting;

import com.github.difflib.text.DiffRow;
import com.github.difflib.text.DiffRowGenerator;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mingze.duty.drafting.ComparisonPage.Line;
import org.mingze.institution.Duty;
import org.mingze.institution.Institution;
import org.mingze.institution.wording.RuleWording;
import org.mingze.web.Prose;
import org.mingze.work.Knowledge;

/// 对照 — what differs between two texts of an institution.
final class ComparisonView {
    /// Lines that stayed, shown before and after one that changed.
    private static final int AROUND = 3;

    private ComparisonView() {}

    /// The duties whose name or sentence differs, each with what both say; a duty is known by its
    /// number, whatever it is called.
    static List<ComparisonPage.Duty> duties(
            Knowledge known, Institution before, Institution after, LocalDate today) {
        Map<String, Duty> old = byNumber(before);
        Map<String, Duty> now = byNumber(after);
        RuleWording oldWording = SetOtherwise.on(known, before, today).wording();
        RuleWording newWording = SetOtherwise.on(known, after, today).wording();
        Set<String> numbers = new LinkedHashSet<>(old.keySet());
        numbers.addAll(now.keySet());
        List<ComparisonPage.Duty> duties = new ArrayList<>();
        for (String number : numbers) {
            Optional<Duty> was = Optional.ofNullable(old.get(number));
            Optional<Duty> is = Optional.ofNullable(now.get(number));
            String said = was.map(oldWording::of).orElse("");
            String says = is.map(newWording::of).orElse("");
            if (!said.equals(says) || !was.map(Duty::name).equals(is.map(Duty::name))) {
                duties.add(
                        new ComparisonPage.Duty(
                                name(was, is), words(said, says), words(says, said)));
            }
        }
        return duties;
    }

    private static String name(Optional<Duty> was, Optional<Duty> is) {
        String now = is.or(() -> was).orElseThrow().name();
        return was.map(Duty::name)
                .filter(name -> !name.equals(now))
                .map(name -> now + "（原称“" + name + "”）")
                .orElse(now);
    }

    private static Map<String, Duty> byNumber(Institution version) {
        Map<String, Duty> duties = new LinkedHashMap<>();
        version.duties().forEach(duty -> duties.put(duty.number(), duty));
        return duties;
    }

    /// What both begin with and end with, and between them what differs.
    private static ComparisonPage.Words words(String text, String other) {
        int[] own = text.codePoints().toArray();
        int[] others = other.codePoints().toArray();
        int least = Math.min(own.length, others.length);
        int head = 0;
        while (head < least && own[head] == others[head]) {
            head++;
        }
        int tail = 0;
        while (tail < least - head
                && own[own.length - 1 - tail] == others[others.length - 1 - tail]) {
            tail++;
        }
        return new ComparisonPage.Words(
                new String(own, 0, head),
                new String(own, head, own.length - head - tail),
                new String(own, own.length - tail, tail));
    }

    /// A line that only one side has is marked as a whole.
    private static ComparisonPage.Words line(DiffRow row, String text, String other) {
        return row.getTag() == DiffRow.Tag.CHANGE
                ? words(text, other)
                : new ComparisonPage.Words(text, "", "");
    }

    /// The numbers that both sides tell as a setting has them, whatever their texts write.
    static List<Prose> set(
            Knowledge known, Institution before, Institution after, LocalDate today) {
        SetOtherwise old = SetOtherwise.on(known, before, today);
        SetOtherwise now = SetOtherwise.on(known, after, today);
        Set<String> names = new LinkedHashSet<>(old.names());
        names.addAll(now.names());
        return names.stream()
                .map(
                        name -> {
                            SetOtherwise side = now.names().contains(name) ? now : old;
                            return side.leading(
                                    Prose.EMPTY
                                            .strong("两边写的" + name + "都不作数")
                                            .words(
                                                    "："
                                                            + side.sets(name)
                                                            + "，旧的写"
                                                            + old.writes(name)
                                                            + "，新的写"
                                                            + now.writes(name)
                                                            + "。"),
                                    name);
                        })
                .toList();
    }

    /// The lines that changed and a few around them.
    static List<Line> lines(String before, String after) {
        List<Line> all = new ArrayList<>();
        int old = 0;
        int now = 0;
        for (DiffRow row :
                DiffRowGenerator.create()
                        .lineNormalizer(line -> line)
                        .build()
                        .generateDiffRows(before.lines().toList(), after.lines().toList())) {
            boolean gone = row.getTag() == DiffRow.Tag.DELETE;
            boolean added = row.getTag() == DiffRow.Tag.INSERT;
            old += added ? 0 : 1;
            now += gone ? 0 : 1;
            all.add(
                    new Line(
                            style(row.getTag()),
                            added ? "" : "" + old,
                            line(row, row.getOldLine(), row.getNewLine()),
                            gone ? "" : "" + now,
                            line(row, row.getNewLine(), row.getOldLine())));
        }
        return near(all);
    }

    private static String style(DiffRow.Tag tag) {
        return switch (tag) {
            case INSERT -> "is-new";
            case DELETE -> "is-gone";
            case CHANGE -> "is-changed";
            case EQUAL -> "";
        };
    }

    private static List<Line> near(List<Line> all) {
        List<Line> shown = new ArrayList<>();
        for (int index = 0; index < all.size(); index++) {
            int from = Math.max(0, index - AROUND);
            int to = Math.min(all.size(), index + AROUND + 1);
            if (all.subList(from, to).stream().anyMatch(line -> !line.style().isEmpty())) {
                shown.add(all.get(index));
            }
        }
        return shown;
    }
}
