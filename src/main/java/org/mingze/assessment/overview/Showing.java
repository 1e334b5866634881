package org.mingze.assessment.overview;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.mingze.journal.Entry;
import org.mingze.work.Knowledge;

/// 上报 — that a county shows its sums to a superior, as its journal says.
///
/// @param entry    the number of the act that agreed to it
/// @param superior the name of the county-space that sees them
/// @param basis    the document that orders it
record Showing(long entry, String superior, LocalDate since, String basis) {
    static final String BEGUN = "上报汇总";
    static final String ENDED = "停报汇总";

    /// Those that are agreed to and not ended, in their order.
    static List<Showing> standing(Knowledge known) {
        Set<String> ended =
                known.acts(ENDED).stream()
                        .flatMap(act -> act.content().text("件").stream())
                        .collect(Collectors.toSet());
        return known.acts(BEGUN).stream()
                .filter(act -> !ended.contains(String.valueOf(act.number())))
                .map(Showing::of)
                .toList();
    }

    private static Showing of(Entry act) {
        return new Showing(
                act.number(),
                act.content().text("上级").orElse(""),
                act.occurred().day(),
                act.content().text("文").orElse(""));
    }
}
