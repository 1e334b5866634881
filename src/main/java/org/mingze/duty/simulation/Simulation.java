package org.mingze.duty.simulation;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.mingze.duty.ObligationKey;
import org.mingze.duty.Standing;
import org.mingze.institution.expression.Rational;

/// 试行 — what a draft would have made of the records of a past range.
///
/// @param duties     号 of the duties that the draft touches, the only ones that were judged
/// @param matrix     how many obligations went from which standing to which
/// @param changes    every obligation whose standing changes
/// @param same       every other one that was judged; nothing is said of it
/// @param extra      what more each bearer would have had to do in each whole month
/// @param impossible what no diligence could have fulfilled
public record Simulation(
        Draft draft,
        Asked asked,
        List<String> duties,
        List<Transition> matrix,
        List<Change> changes,
        List<Change> same,
        List<Extra> extra,
        List<Impossible> impossible,
        Share before,
        Share after,
        List<Variation> variations) {
    /// What it says on its face.
    public static final String CAUTION = "往年的行为是照往年的制度做的；制度变了，行为也会变。本表只说同样的记录照草案怎么判，不是预测。";

    public Simulation {
        duties = List.copyOf(duties);
        matrix = List.copyOf(matrix);
        changes = List.copyOf(changes);
        same = List.copyOf(same);
        extra = List.copyOf(extra);
        impossible = List.copyOf(impossible);
        variations = List.copyOf(variations);
    }

    /// 草案.
    public record Draft(String institution, String title) {}

    /// 所问 — the range replayed, the day on which it is judged, and what is known.
    public record Asked(LocalDate from, LocalDate to, LocalDate at, long known) {
        /// The day on which a range is judged that nobody gave one for: its last day or that of the
        /// last entry, but no day that has not come.
        public static LocalDate day(LocalDate to, LocalDate last, LocalDate today) {
            LocalDate come = to.isBefore(today) ? to : today;
            return last.isBefore(come) ? come : last;
        }

        /// Whether its last days have not come, so that they are not judged.
        public boolean isAhead() {
            return at.isBefore(to);
        }
    }

    /// 一变 — empty where nothing was owed.
    public record Transition(Optional<Standing> before, Optional<Standing> after, int count) {}

    /// 一项之变 — and what is said of it before and after.
    public record Change(
            ObligationKey key,
            Optional<Standing> before,
            Optional<Standing> after,
            String saidBefore,
            String saidAfter) {
        public boolean isNewBreach() {
            return after.filter(Simulation::isBreach).isPresent()
                    && before.filter(Simulation::isBreach).isEmpty();
        }
    }

    static boolean isBreach(Standing standing) {
        return switch (standing) {
            case BREACHED, LATE -> true;
            case AHEAD,
                    OPEN,
                    FULFILLED,
                    WAIVED,
                    STAYED,
                    REVOKED,
                    NOT_APPLICABLE,
                    UNPROVEN,
                    INACTIVE,
                    CONFLICTED ->
                    false;
        };
    }

    /// 多出的件数 — negative where the draft asks for less.
    public record Extra(String bearer, YearMonth month, Rational acts) {}

    /// 做不到 — more acts than there are working days to do them.
    public record Impossible(ObligationKey key, Rational acts, long workingDays) {}

    /// 缺据之比 — of all that was judged, what cannot be told.
    public record Share(int unproven, int all) {}

    /// 改一个数 — the same draft with one number changed.
    ///
    /// @param value as it stands in the draft after the change
    public record Variation(
            String parameter,
            int by,
            String value,
            int breaches,
            int newBreaches,
            int impossible) {}

    public List<Change> newBreaches() {
        return changes.stream().filter(Change::isNewBreach).toList();
    }

    public int breaches() {
        return matrix.stream()
                .filter(each -> each.after().filter(Simulation::isBreach).isPresent())
                .mapToInt(Transition::count)
                .sum();
    }
}
