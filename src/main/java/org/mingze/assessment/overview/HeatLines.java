package org.mingze.assessment.overview;

import java.time.LocalDate;
import java.util.Optional;
import org.mingze.institution.Institution;
import org.mingze.institution.expression.Rational;
import org.mingze.institution.expression.Value;
import org.mingze.work.Enactment;
import org.mingze.work.Knowledge;

/// 冷热线 — below which rate the county calls a duty cold, and from which on hot. An institution
/// leaves both numbers to the county; where they are not set nothing is coloured.
///
/// @param institution its 编号, where the numbers are set
record HeatLines(String institution, String title, Optional<Lines> lines) {
    private static final String COLD = "冷线";
    private static final String HOT = "热线";
    private static final int STEPS = 9;

    /// 两线 — in whole percent.
    record Lines(long cold, long hot) {}

    /// 冷热 — how a rate is called.
    enum Warmth {
        COLD("冷"),
        WARM("温"),
        HOT("热");

        private final String word;

        Warmth(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    /// The lines as they hold on a day; empty where no institution in force asks for them.
    static Optional<HeatLines> of(Knowledge known, LocalDate day) {
        return known.rules().institutions().stream()
                .flatMap(id -> known.rules().inForce(id, day).stream())
                .map(Enactment::institution)
                .filter(
                        each ->
                                each.parameters().containsKey(COLD)
                                        && each.parameters().containsKey(HOT))
                .findFirst()
                .map(each -> new HeatLines(each.id(), each.title(), lines(known, each, day)));
    }

    private static Optional<Lines> lines(Knowledge known, Institution institution, LocalDate day) {
        Optional<Long> cold = number(known, institution, COLD, day);
        Optional<Long> hot = number(known, institution, HOT, day);
        return cold.isPresent() && hot.isPresent() && cold.get() < hot.get()
                ? Optional.of(new Lines(cold.get(), hot.get()))
                : Optional.empty();
    }

    private static Optional<Long> number(
            Knowledge known, Institution institution, String name, LocalDate day) {
        return known.rules()
                .parameter(institution, name, Optional.empty(), known.organization(), day)
                .filter(value -> value instanceof Value.Numeric)
                .map(value -> ((Value.Numeric) value).value())
                .filter(Rational::isWhole)
                .map(number -> number.numerator().longValue());
    }

    /// How a rate is called; empty while no lines are set.
    Optional<Warmth> warmth(long percent) {
        return lines.map(
                set ->
                        percent < set.cold()
                                ? Warmth.COLD
                                : percent >= set.hot() ? Warmth.HOT : Warmth.WARM);
    }

    /// The step of nine, 1 the coldest; what lies between the lines is parted evenly.
    Optional<Integer> step(long percent) {
        return lines.map(
                set -> {
                    if (percent < set.cold()) {
                        return 1;
                    }
                    if (percent >= set.hot()) {
                        return STEPS;
                    }
                    long between = (percent - set.cold()) * (STEPS - 2);
                    return 2 + (int) (between / (set.hot() - set.cold()));
                });
    }
}
