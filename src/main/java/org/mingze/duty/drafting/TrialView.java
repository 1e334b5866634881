package org.mingze.duty.drafting;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Month;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.mingze.duty.Standing;
import org.mingze.duty.simulation.Simulation;
import org.mingze.institution.expression.Rational;
import org.mingze.web.Field;
import org.mingze.web.Heading;
import org.mingze.web.Prose;

/// 试行页的内容 — a simulation in pictures and sentences.
final class TrialView {
    private static final int IMPOSSIBLE_MAX = 500;
    private static final int BEARERS_MAX = 500;
    private static final int YEARS_MAX = 5;
    private static final BigDecimal LEAST = new BigDecimal("0.1");
    private static final int HEAT_MIDDLE = 5;
    private static final int HEAT_MAX = 9;

    private final Simulation simulation;
    private final SetOtherwise set;
    private final TrialList list;

    private TrialView(Simulation simulation, SetOtherwise set, TrialList list) {
        this.simulation = simulation;
        this.set = set;
        this.list = list;
    }

    static TrialPage of(
            Simulation simulation,
            SetOtherwise set,
            TrialList list,
            Heading heading,
            String send,
            List<Field> asked) {
        return new TrialView(simulation, set, list).page(heading, send, asked);
    }

    /// The form again, with what is wrong in it.
    static TrialPage faulty(Heading heading, String send, List<Field> asked, String fault) {
        return new TrialPage(
                heading,
                send,
                asked,
                "",
                List.of(),
                fault,
                List.of(),
                List.of(),
                "",
                TrialPage.Listed.NOTHING,
                List.of(),
                List.of(),
                List.of());
    }

    private TrialPage page(Heading heading, String send, List<Field> asked) {
        List<Optional<Standing>> after =
                simulation.matrix().stream()
                        .map(Simulation.Transition::after)
                        .distinct()
                        .sorted(TrialView::order)
                        .toList();
        return new TrialPage(
                new Heading(heading.crumbs(), finding(), lede(), heading.acts()),
                send,
                asked,
                Simulation.CAUTION,
                set.names().stream().map(set::says).toList(),
                "",
                after.stream().map(TrialList::word).toList(),
                matrix(after),
                "缺据：现行"
                        + simulation.before().unproven()
                        + "/"
                        + simulation.before().all()
                        + "，草案"
                        + simulation.after().unproven()
                        + "/"
                        + simulation.after().all()
                        + "。",
                list.page(),
                extra(),
                impossible(),
                simulation.variations().stream().map(TrialView::variation).toList());
    }

    /// The finding in one sentence.
    private String finding() {
        if (simulation.duties().isEmpty()) {
            return "与现行各版没有差别";
        }
        int worse = simulation.newBreaches().size();
        int changed = simulation.changes().size();
        return changed == 0 ? "照草案判，没有一项会变" : "照草案判，" + changed + "项会变，其中" + worse + "项成违或迟";
    }

    private Prose lede() {
        Simulation.Asked asked = simulation.asked();
        Prose said =
                Prose.of(
                        asked.from()
                                + "至"
                                + asked.to()
                                + "的记录，判到"
                                + asked.at()
                                + "，所知"
                                + asked.known()
                                + "笔。"
                                + (asked.isAhead() ? "此后的日子还没有到，不判。" : ""));
        return simulation.duties().isEmpty()
                ? said
                : said.words("改动所及：").strong(String.join("、", simulation.duties())).words("。");
    }

    private List<TrialPage.Line> matrix(List<Optional<Standing>> after) {
        return simulation.matrix().stream()
                .map(Simulation.Transition::before)
                .distinct()
                .sorted(TrialView::order)
                .map(
                        before ->
                                new TrialPage.Line(
                                        TrialList.word(before),
                                        after.stream().map(now -> cell(before, now)).toList()))
                .toList();
    }

    private TrialPage.Cell cell(Optional<Standing> before, Optional<Standing> after) {
        int count =
                simulation.matrix().stream()
                        .filter(each -> each.before().equals(before) && each.after().equals(after))
                        .mapToInt(Simulation.Transition::count)
                        .sum();
        boolean broken = isBreach(before);
        boolean breaks = isBreach(after);
        String style =
                before.equals(after)
                        ? "same"
                        : breaks && !broken ? "worse" : broken && !breaks ? "better" : "same";
        return count == 0
                ? new TrialPage.Cell("", "", "", false)
                : new TrialPage.Cell(
                        style,
                        "" + count,
                        list.address(before, after),
                        list.isChosen(before, after));
    }

    private static boolean isBreach(Optional<Standing> standing) {
        return standing.filter(known -> known == Standing.BREACHED || known == Standing.LATE)
                .isPresent();
    }

    private static int order(Optional<Standing> one, Optional<Standing> other) {
        return Integer.compare(
                one.map(Standing::ordinal).orElse(-1), other.map(Standing::ordinal).orElse(-1));
    }

    private List<TrialPage.Bearer> extra() {
        Map<String, Map<YearMonth, Rational>> byBearer = new TreeMap<>();
        for (Simulation.Extra each : simulation.extra()) {
            byBearer.computeIfAbsent(each.bearer(), _ -> new TreeMap<>())
                    .put(each.month(), each.acts());
        }
        List<TrialPage.Bearer> lines = new ArrayList<>();
        byBearer.entrySet().stream()
                .sorted(Comparator.comparing(entry -> total(entry.getValue()).negated()))
                .limit(BEARERS_MAX)
                .forEach(entry -> lines.add(bearer(entry.getKey(), entry.getValue())));
        return lines;
    }

    private TrialPage.Bearer bearer(String code, Map<YearMonth, Rational> acts) {
        return new TrialPage.Bearer(
                list.name(code),
                acts.keySet().stream()
                        .map(YearMonth::getYear)
                        .distinct()
                        .limit(YEARS_MAX)
                        .map(year -> year(year, acts))
                        .toList());
    }

    private static TrialPage.Year year(int year, Map<YearMonth, Rational> acts) {
        List<Rational> months =
                Arrays.stream(Month.values())
                        .map(month -> acts.getOrDefault(YearMonth.of(year, month), Rational.ZERO))
                        .toList();
        return new TrialPage.Year(
                year + "年",
                months.stream().map(TrialView::heat).toList(),
                said(months.stream().reduce(Rational.ZERO, Rational::plus)));
    }

    /// A step of the scale that is blue for less, ochre for more; a part of an act is a step too.
    private static TrialPage.Cell heat(Rational acts) {
        BigInteger[] parts = acts.numerator().abs().divideAndRemainder(acts.denominator());
        int away = parts[0].min(BigInteger.valueOf(HEAT_MAX)).intValue() + parts[1].signum();
        int at = Math.clamp(HEAT_MIDDLE + (long) away * acts.numerator().signum(), 1, HEAT_MAX);
        return new TrialPage.Cell("h" + at, said(acts), "", false);
    }

    private static Rational total(Map<YearMonth, Rational> acts) {
        return acts.values().stream().reduce(Rational.ZERO, Rational::plus);
    }

    /// 多3.3 or 少1, to one place; what is less than that is said as the least; empty for neither.
    private static String said(Rational acts) {
        if (acts.compareTo(Rational.ZERO) == 0) {
            return "";
        }
        BigDecimal much =
                new BigDecimal(acts.numerator().abs())
                        .divide(new BigDecimal(acts.denominator()), 1, RoundingMode.HALF_UP)
                        .max(LEAST);
        boolean more = acts.compareTo(Rational.ZERO) > 0;
        return (more ? "多" : "少") + much.stripTrailingZeros().toPlainString();
    }

    private List<String> impossible() {
        List<String> said =
                new ArrayList<>(
                        simulation.impossible().stream()
                                .limit(IMPOSSIBLE_MAX)
                                .map(this::impossible)
                                .toList());
        int all = simulation.impossible().size();
        if (all > IMPOSSIBLE_MAX) {
            said.add("等，共" + all + "件");
        }
        return said;
    }

    private String impossible(Simulation.Impossible each) {
        return list.who(each.key()) + "：须" + each.acts() + "件，只有" + each.workingDays() + "个工作日";
    }

    private static TrialPage.Variation variation(Simulation.Variation each) {
        return new TrialPage.Variation(
                each.parameter() + (each.by() > 0 ? "加" : "减") + Math.abs(each.by()),
                each.value(),
                each.breaches(),
                each.newBreaches(),
                each.impossible());
    }
}
