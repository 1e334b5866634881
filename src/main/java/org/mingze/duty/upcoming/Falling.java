package org.mingze.duty.upcoming;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.mingze.duty.Obligations;
import org.mingze.duty.Standing;
import org.mingze.duty.Verdict;
import org.mingze.duty.showing.DutyRows;
import org.mingze.institution.expression.Value;
import org.mingze.organization.Organization;
import org.mingze.organization.Post;
import org.mingze.work.Knowledge;

/// 到期 — what an office owes by which day: its body and every post in it.
public final class Falling {
    private static final int BACK_YEARS = 1;

    private Falling() {}

    /// The bearers whose duties an office looks after.
    public static Set<Value.Reference> office(
            Organization organization, String body, LocalDate day) {
        Set<Value.Reference> bearers = new LinkedHashSet<>();
        if (!body.isEmpty()) {
            bearers.add(Value.Reference.body(body));
            for (Post post : organization.postsIn(body, day)) {
                bearers.add(Value.Reference.post(post.code()));
            }
        }
        return bearers;
    }

    /// Duties that a record can answer and that fall due in `from`–`to`, both included,
    /// by day; what was raised more than a year before is left out.
    public static Map<LocalDate, List<Verdict>> between(
            Knowledge known,
            Set<Value.Reference> bearers,
            LocalDate today,
            LocalDate from,
            LocalDate to) {
        return between(new Obligations(known, today, bearers).verdicts(since(from), to), from, to);
    }

    /// The first day on which what falls due from a day on may have been raised.
    static LocalDate since(LocalDate from) {
        return from.minusYears(BACK_YEARS);
    }

    static Map<LocalDate, List<Verdict>> between(
            List<Verdict> judged, LocalDate from, LocalDate to) {
        Map<LocalDate, List<Verdict>> byDay = new TreeMap<>();
        judged.stream()
                .filter(verdict -> isShown(verdict))
                .filter(verdict -> isIn(verdict.due().orElseThrow(), from, to))
                .sorted(Comparator.comparing(verdict -> verdict.obligation().duty().number()))
                .forEach(
                        verdict ->
                                byDay.computeIfAbsent(
                                                verdict.due().orElseThrow(), _ -> new ArrayList<>())
                                        .add(verdict));
        return byDay;
    }

    /// One list for each duty of a bearer: the members of a covered set together.
    public static List<List<Verdict>> sets(List<Verdict> verdicts) {
        Map<Object, List<Verdict>> sets = new LinkedHashMap<>();
        for (Verdict verdict : verdicts) {
            sets.computeIfAbsent(DutyRows.set(verdict), _ -> new ArrayList<>()).add(verdict);
        }
        return List.copyOf(sets.values());
    }

    /// Still owed, and not yet late beyond help.
    public static boolean isOpen(Verdict verdict) {
        return switch (verdict.standing()) {
            case OPEN, UNPROVEN, AHEAD, INACTIVE, CONFLICTED -> true;
            case BREACHED, FULFILLED, LATE, WAIVED, STAYED, REVOKED, NOT_APPLICABLE -> false;
        };
    }

    /// The same, or broken and still to be made good by a record.
    public static boolean isOwed(Verdict verdict) {
        return isOpen(verdict)
                || (verdict.standing() == Standing.BREACHED && isAnswerable(verdict));
    }

    private static boolean isAnswerable(Verdict verdict) {
        return verdict.obligation().duty().form().isAnswerable();
    }

    private static boolean isShown(Verdict verdict) {
        return verdict.obligation().bearer().isPresent()
                && verdict.due().isPresent()
                && verdict.standing() != Standing.NOT_APPLICABLE
                && isAnswerable(verdict);
    }

    private static boolean isIn(LocalDate day, LocalDate from, LocalDate to) {
        return !day.isBefore(from) && !day.isAfter(to);
    }
}
