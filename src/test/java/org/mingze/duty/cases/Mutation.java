package org.mingze.duty.cases;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// 改法 — the ways in which one line of a rule is written otherwise.
///
/// @param from  the place of the change in the line
/// @param until the end of that place
record Mutation(int from, int until, String instead) {
    private static final Pattern KEPT =
            Pattern.compile(
                    "(据|号|名|督|向|依|说明): ('[^']*'|[^,{}]*)|(下界|上界): [^,}]*|自: \\d{4}-\\d\\d-\\d\\d|#.*");
    private static final Pattern NUMBER = Pattern.compile("(?<![\\p{L}\\d./\"])\\d+(?![\\d\"])");
    private static final Pattern WORDS =
            Pattern.compile("\\[((?:\"[^\"]*\"|[一-龥]+)(?:, (?:\"[^\"]*\"|[一-龥]+))+)\\]");
    private static final Pattern LENGTH =
            Pattern.compile("(?<=\\d)(工作日|日|周|月|年)(?=[\\s,}\\])']|$)");
    private static final Pattern RUNG = Pattern.compile("\\{(?:满|次): [^{}]*}");
    private static final String VALUE = "(?:'[^']*'|\\{[^{}]*}|[^,{}\\[\\]]+)";
    private static final Pattern OPTIONAL =
            Pattern.compile(", (?:宽限|窗|间隔|可延|不早于|扣除|当|且|归|至少在列|复位|遇假|遇调休): " + VALUE);
    private static final Pattern OPTIONAL_LINE =
            Pattern.compile("^ +(?:宽限|窗|间隔|可延|不早于|扣除|当|至少在列|复位|可免|谁缺): .*$");
    private static final Map<String, List<String>> WORDS_FOR =
            Map.ofEntries(
                    Map.entry("≥", List.of(">")),
                    Map.entry("≤", List.of("<")),
                    Map.entry(" > ", List.of(" ≥ ")),
                    Map.entry(" < ", List.of(" ≤ ")),
                    Map.entry(" = ", List.of(" ≠ ")),
                    Map.entry(" ≠ ", List.of(" = ")),
                    Map.entry(" 且 ", List.of(" 或 ")),
                    Map.entry(" 或 ", List.of(" 且 ")),
                    Map.entry("有(", List.of("凡(")),
                    Map.entry("凡(", List.of("有(")),
                    Map.entry("首(", List.of("末(")),
                    Map.entry("末(", List.of("首(")),
                    Map.entry("非 ", List.of("")),
                    Map.entry("至少: ", List.of("至多: ")),
                    Map.entry("至多: ", List.of("至少: ")),
                    Map.entry("每: 周", List.of("每: 月")),
                    Map.entry("每: 月", List.of("每: 季")),
                    Map.entry("每: 季", List.of("每: 月")),
                    Map.entry("每: 半年", List.of("每: 季")),
                    Map.entry("每: 年", List.of("每: 半年")),
                    Map.entry("则: 顺延", List.of("则: 不顺延")),
                    Map.entry("则: 不顺延", List.of("则: 顺延")),
                    Map.entry("末日遇休: 顺延", List.of("末日遇休: 不顺延")),
                    Map.entry("末日遇休: 不顺延", List.of("末日遇休: 顺延")),
                    Map.entry("遇假: 免", List.of("遇假: 仍")),
                    Map.entry("遇假: 顺延", List.of("遇假: 免")),
                    Map.entry("遇假: 仍", List.of("遇假: 免")),
                    Map.entry("成员: 期末", List.of("成员: 期初")),
                    Map.entry("成员: 期初", List.of("成员: 期末")),
                    Map.entry("成员: 曾在", List.of("成员: 期末")),
                    Map.entry("按: 岗", List.of("按: 人")),
                    Map.entry("按: 人", List.of("按: 岗")),
                    Map.entry("违则: 警", List.of("违则: 记")),
                    Map.entry("违则: 记", List.of("违则: 警")),
                    Map.entry("违则: 拒", List.of("违则: 记")));

    /// Every mutation of a line, from left to right.
    static List<Mutation> of(String line) {
        List<MatchResult> kept = KEPT.matcher(line).results().toList();
        List<Mutation> found = new ArrayList<>();
        WORDS_FOR.forEach(
                (word, others) ->
                        Pattern.compile(Pattern.quote(word))
                                .matcher(line)
                                .results()
                                .flatMap(
                                        at ->
                                                others.stream()
                                                        .map(
                                                                other ->
                                                                        new Mutation(
                                                                                at.start(),
                                                                                at.end(),
                                                                                other)))
                                .forEach(found::add));
        NUMBER.matcher(line).results().flatMap(at -> numbers(line, at)).forEach(found::add);
        LENGTH.matcher(line)
                .results()
                .map(at -> new Mutation(at.start(), at.end(), unit(at.group())))
                .forEach(found::add);
        WORDS.matcher(line).results().flatMap(Mutation::without).forEach(found::add);
        Stream.of(OPTIONAL, OPTIONAL_LINE)
                .flatMap(pattern -> pattern.matcher(line).results())
                .map(at -> new Mutation(at.start(), at.end(), ""))
                .forEach(found::add);
        List<MatchResult> rungs = RUNG.matcher(line).results().toList();
        for (int rung = 1; rung < rungs.size(); rung++) {
            found.add(new Mutation(rungs.get(rung - 1).end(), rungs.get(rung).end(), ""));
        }
        return found.stream()
                .filter(mutation -> kept.stream().noneMatch(mutation::isWithin))
                .distinct()
                .sorted(
                        Comparator.comparingInt(Mutation::from)
                                .thenComparingInt(Mutation::until)
                                .thenComparing(Mutation::instead))
                .toList();
    }

    private static Stream<Mutation> numbers(String line, MatchResult at) {
        long number = Long.parseLong(at.group());
        int width = at.group().length();
        boolean padded = width > 1 && at.group().startsWith("0");
        boolean monthDay =
                line.startsWith("-", at.end())
                        || (at.start() > 0 && line.charAt(at.start() - 1) == '-');
        if (padded || monthDay) {
            return Stream.of(number > 1 ? number - 1 : number + 1)
                    .map(
                            other ->
                                    new Mutation(
                                            at.start(),
                                            at.end(),
                                            ("%0" + width + "d").formatted(other)));
        }
        return Stream.of(number + 1, number - 1)
                .filter(other -> other >= 0)
                .map(other -> new Mutation(at.start(), at.end(), Long.toString(other)));
    }

    private static String unit(String unit) {
        return switch (unit) {
            case "工作日" -> "日";
            case "日" -> "工作日";
            case "周" -> "工作日";
            case "月" -> "周";
            default -> "月";
        };
    }

    /// A list with each of its words left out.
    private static Stream<Mutation> without(MatchResult at) {
        List<String> words = List.of(at.group(1).split(", "));
        return words.stream()
                .map(
                        word ->
                                new Mutation(
                                        at.start(1),
                                        at.end(1),
                                        String.join(
                                                ", ",
                                                words.stream()
                                                        .filter(other -> !other.equals(word))
                                                        .toList())));
    }

    private boolean isWithin(MatchResult part) {
        return from >= part.start() && until <= part.end();
    }

    String apply(String line) {
        return line.substring(0, from) + instead + line.substring(until);
    }

    /// `3` → `4` in its surroundings.
    String told(String line) {
        String before = line.substring(0, from);
        String context = before.substring(Math.max(0, before.length() - 14)).strip();
        return context + "〔" + line.substring(from, until).strip() + "→" + instead.strip() + "〕";
    }
}
