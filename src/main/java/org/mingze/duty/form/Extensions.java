package org.mingze.duty.form;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mingze.calendar.RestDayRule;
import org.mingze.calendar.Span;
import org.mingze.duty.AsOf;
import org.mingze.duty.Obligation;
import org.mingze.duty.Verdict;
import org.mingze.duty.situation.Situation;
import org.mingze.duty.situation.Slots;
import org.mingze.institution.DutyForm;
import org.mingze.institution.ValueReader;
import org.mingze.institution.expression.Rational;
import org.mingze.institution.expression.Type;
import org.mingze.institution.expression.Value;
import org.mingze.journal.Entry;
import org.mingze.work.ChinaTime;

/// 延期 — a limit moved by the named authority, dated and recorded before the limit it moves ends.
public final class Extensions {
    private Extensions() {}

    /// 延后 — the due day after every valid extension, and the entries that moved it.
    public record Moved(LocalDate due, List<Long> acts) {
        public Moved {
            acts = List.copyOf(acts);
        }
    }

    /// The due day after every valid extension of this obligation, in the order they were recorded.
    public static Moved moved(
            LocalDate due,
            Obligation obligation,
            Optional<DutyForm.Extendable> extendable,
            RestDayRule restDays,
            Situation situation) {
        LocalDate moved = due;
        List<Long> used = new ArrayList<>();
        for (Entry act : of(obligation, situation.asOf())) {
            if (extendable.isEmpty() || !mayMore(extendable.get(), used.size(), situation)) {
                break;
            }
            boolean told =
                    !extendable.get().notice()
                            || act.content().text("告知").filter("是"::equals).isPresent();
            if (told && isInTime(act, moved) && isByAuthority(act, extendable.get(), situation)) {
                Optional<Span> by = by(act, extendable.get(), situation);
                if (by.isPresent()) {
                    moved = situation.known().calendar().limit(moved, by.get(), restDays);
                    used.add(act.number());
                }
            }
        }
        return new Moved(moved, used);
    }

    private static boolean mayMore(DutyForm.Extendable extendable, int used, Situation situation) {
        return Slots.number(extendable.times(), situation)
                .filter(times -> times.compareTo(Rational.of(used)) > 0)
                .isPresent();
    }

    /// The 延 entries that cite this obligation and are seen on the day.
    public static List<Entry> of(Obligation obligation, AsOf asOf) {
        return Waivers.acts("延", obligation, asOf).stream()
                .filter(act -> !act.occurred().day().isAfter(asOf.day()))
                .filter(act -> Waivers.cites(act, obligation))
                .toList();
    }

    /// Whether who made the act may move the limit of this obligation.
    public static boolean isAuthorized(Entry act, Obligation obligation, AsOf asOf) {
        Situation situation = Situations.of(obligation, asOf);
        return obligation
                .duty()
                .form()
                .extending()
                .filter(given -> isByAuthority(act, given, situation))
                .isPresent();
    }

    /// Whether the limit may be moved once more than the acts that moved it already.
    public static boolean mayMore(Verdict verdict, AsOf asOf) {
        Obligation obligation = verdict.obligation();
        List<Entry> cited = of(obligation, asOf);
        int used =
                (int) cited.stream().filter(act -> verdict.acts().contains(act.number())).count();
        return obligation
                .duty()
                .form()
                .extending()
                .filter(given -> mayMore(given, used, Situations.of(obligation, asOf)))
                .isPresent();
    }

    /// The posts that 可延.批 names on the day; empty where nobody can be told.
    public static List<String> approvers(Obligation obligation, AsOf asOf) {
        Situation situation = Situations.of(obligation, asOf).after(asOf.day());
        return obligation.duty().form().extending().stream()
                .flatMap(given -> Waivers.posts(given.authority(), situation, asOf.day()).stream())
                .toList();
    }

    /// 可延.限 — by how much one extension may move the limit; empty while it is open.
    public static Optional<Span> most(Obligation obligation, AsOf asOf) {
        return obligation
                .duty()
                .form()
                .extending()
                .flatMap(given -> Slots.span(given.by(), Situations.of(obligation, asOf)));
    }

    private static boolean isInTime(Entry act, LocalDate due) {
        return !act.occurred().day().isAfter(due) && !ChinaTime.day(act.recordedAt()).isAfter(due);
    }

    private static boolean isByAuthority(
            Entry act, DutyForm.Extendable extendable, Situation situation) {
        Situation that = situation.after(act.occurred().day());
        return Waivers.isBy(act, extendable.authority(), that);
    }

    /// What the act grants, never more than the institution allows.
    private static Optional<Span> by(
            Entry act, DutyForm.Extendable extendable, Situation situation) {
        Optional<Span> allowed = Slots.span(extendable.by(), situation);
        Optional<Span> granted =
                act.content()
                        .get("限")
                        .flatMap(text -> ValueReader.read(Type.Simple.DURATION, text))
                        .flatMap(
                                value ->
                                        value instanceof Value.Duration(Span span)
                                                ? Optional.of(span)
                                                : Optional.empty());
        if (granted.isEmpty() || allowed.isEmpty()) {
            return allowed;
        }
        boolean sameUnit = granted.get().unit() == allowed.get().unit();
        return sameUnit && granted.get().amount() <= allowed.get().amount() ? granted : allowed;
    }
}
