package org.mingze.duty.closing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mingze.calendar.Period;
import org.mingze.calendar.Periods;
import org.mingze.duty.AsOf;
import org.mingze.duty.Obligation;
import org.mingze.duty.ObligationKey;
import org.mingze.duty.Obligations;
import org.mingze.duty.Occasion;
import org.mingze.duty.form.Extensions;
import org.mingze.duty.form.Waivers;
import org.mingze.duty.situation.ClosedPeriods;
import org.mingze.journal.Draft;
import org.mingze.journal.Entry;
import org.mingze.work.EntryCheck;
import org.mingze.work.Knowledge;

/// 结后之行 — 免, 停 and 延 of what is closed: only the authority may, everything else enters freely.
public final class AfterClose {
    private AfterClose() {}

    /// Why the act may not enter; none for other drafts.
    public static List<EntryCheck.Fault> faults(Knowledge known, Entry tried) {
        boolean act =
                switch (tried.kind()) {
                    case "免", "停", "延" -> true;
                    default -> false;
                };
        if (!act) {
            return List.of();
        }
        AsOf asOf = new AsOf(known, tried.occurred().day());
        List<EntryCheck.Fault> faults = new ArrayList<>();
        for (Obligation owed : cited(tried, asOf)) {
            Optional<Entry> close = ClosedPeriods.closing(owed, tried, asOf);
            if (close.isPresent() && !isAuthorized(tried, owed, asOf)) {
                faults.add(
                        new EntryCheck.Fault(
                                "批",
                                "%s已月结（第%d号），事后%s须由有权机关批，批的不是"
                                        .formatted(
                                                close.get().content().text("期").orElse(""),
                                                close.get().number(),
                                                tried.kind())));
            }
        }
        return faults.stream().distinct().toList();
    }

    private static boolean isAuthorized(Entry act, Obligation owed, AsOf asOf) {
        return act.kind().equals("延")
                ? Extensions.isAuthorized(act, owed, asOf)
                : Waivers.isAuthorized(act, owed, asOf);
    }

    /// The obligations that the act names.
    private static List<Obligation> cited(Entry act, AsOf asOf) {
        String institution = act.content().text("编号").orElse("");
        String duty = act.content().text("号").orElse("");
        Optional<String> occasion =
                act.content()
                        .text("期")
                        .or(() -> act.content().text("件").map(number -> "件" + number));
        Obligations obligations = new Obligations(asOf.known(), asOf.day());
        List<Obligation> found;
        try {
            found =
                    occasion.isPresent()
                            ? obligations.on(institution, duty, Occasion.parse(occasion.get()))
                            : ofClosed(institution, duty, act, obligations);
        } catch (IllegalArgumentException unreadable) {
            return List.of();
        }
        return found.stream().filter(owed -> isNamed(act, owed.key())).toList();
    }

    private static boolean isNamed(Entry act, ObligationKey key) {
        return act.content().text("谁").map(key.bearer()::equals).orElse(true)
                && act.content().text("对").map(key.counterpart().orElse("")::equals).orElse(true);
    }

    /// An act that names no occasion reaches back over what was closed since its day.
    private static List<Obligation> ofClosed(
            String institution, String duty, Entry act, Obligations obligations) {
        List<Obligation> found = new ArrayList<>();
        for (Entry close : obligations.asOf().known().acts(PeriodClose.KIND)) {
            Period period = Periods.parse(close.content().text("期").orElse(""));
            if (!period.end().isBefore(act.occurred().day())) {
                obligations.raised(period.start(), period.end()).stream()
                        .filter(owed -> owed.key().institution().equals(institution))
                        .filter(owed -> owed.key().duty().equals(duty))
                        .forEach(found::add);
            }
        }
        return found;
    }

    /// The faults of a draft that would become this entry.
    public static List<EntryCheck.Fault> faults(Knowledge known, Draft draft, Instant now) {
        return faults(known, Entry.of(known.size() + 1, draft, now));
    }
}
