package org.mingze.duty.closing;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mingze.duty.ObligationKey;
import org.mingze.duty.Standing;

/// 调整 — what one later entry changed of a closed period; the closed balance stays.
///
/// @param number     counted from 1 for each 月结, in the order of the journal
/// @param entry      the entry that caused it, and its kind
/// @param afterwards 事后: an act of an authority on a period that was closed
public record Adjustment(
        int number, long close, long entry, String kind, boolean afterwards, List<Shift> shifts) {
    public Adjustment {
        shifts = List.copyOf(shifts);
    }

    /// 一项之移 — an obligation that stood there and stands here; empty where it was not raised.
    public record Shift(ObligationKey key, Optional<Standing> before, Optional<Standing> after) {}

    /// 差额 — how much more or less of each standing a duty has.
    public record Difference(String institution, String duty, Map<Standing, Integer> changes) {}

    /// The difference of each duty.
    public List<Difference> differences() {
        Map<List<String>, Map<Standing, Integer>> byDuty = new LinkedHashMap<>();
        for (Shift shift : shifts) {
            Map<Standing, Integer> changes =
                    byDuty.computeIfAbsent(
                            List.of(shift.key().institution(), shift.key().duty()),
                            _ -> new EnumMap<>(Standing.class));
            shift.before().ifPresent(standing -> changes.merge(standing, -1, Integer::sum));
            shift.after().ifPresent(standing -> changes.merge(standing, 1, Integer::sum));
        }
        List<Difference> differences = new ArrayList<>();
        byDuty.forEach(
                (duty, changes) -> {
                    changes.values().removeIf(count -> count == 0);
                    differences.add(new Difference(duty.getFirst(), duty.getLast(), changes));
                });
        return differences;
    }
}
