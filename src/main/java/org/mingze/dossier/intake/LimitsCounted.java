package org.mingze.dossier.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mingze.dossier.Dossiers;
import org.mingze.dossier.Saying;
import org.mingze.duty.AsOf;
import org.mingze.duty.Verdict;
import org.mingze.journal.Content;
import org.mingze.journal.Draft;
import org.mingze.journal.Entry;
import org.mingze.journal.EntryMode;
import org.mingze.journal.Occurred;
import org.mingze.work.EntryCheck;
import org.mingze.work.Knowledge;

/// 算时限 — the petition tried on what is known, and then its acceptance: by when each step is owed.
///
/// Whoever asks must be alone with what is known, for trying changes it for a moment.
record LimitsCounted(Knowledge known, LocalDate today) {
    List<IntakePage.Limit> of(Draft draft, Instant now) {
        if (!EntryCheck.faults(known, draft, today).isEmpty()) {
            return List.of();
        }
        Entry petition = Entry.of(known.size() + 1, draft, now);
        return known.trying(
                petition,
                tried -> {
                    Map<String, IntakePage.Limit> limits = new LinkedHashMap<>();
                    owed(tried, petition.number()).forEach(each -> add(limits, each, ""));
                    Entry acceptance = Entry.of(known.size() + 2, accepted(draft, petition), now);
                    tried.trying(acceptance, next -> owed(next, petition.number()))
                            .forEach(each -> add(limits, each, "（今天受理的话）"));
                    return new ArrayList<>(limits.values());
                });
    }

    private List<Verdict> owed(Knowledge tried, long number) {
        return new Dossiers(new AsOf(tried, today))
                .owed(number).stream()
                        .filter(verdict -> verdict.due().isPresent())
                        .filter(verdict -> !verdict.obligation().duty().form().isJudgedAtEntry())
                        .sorted(Comparator.comparing(verdict -> verdict.due().orElseThrow()))
                        .toList();
    }

    private void add(Map<String, IntakePage.Limit> limits, Verdict verdict, String supposing) {
        Saying saying = Saying.of(known, today);
        LocalDate due = verdict.due().orElseThrow();
        limits.putIfAbsent(
                verdict.obligation().key().institution() + verdict.obligation().duty().number(),
                new IntakePage.Limit(
                        verdict.obligation().duty().name() + supposing,
                        saying.day(due),
                        saying.left(due).left(),
                        verdict.obligation().duty().basis().citation()));
    }

    private Draft accepted(Draft draft, Entry petition) {
        Map<String, Content> fields = new LinkedHashMap<>();
        fields.put("机构", draft.content().get("机构").orElseThrow());
        fields.put("件", new Content.Text(String.valueOf(petition.number())));
        fields.put("受理否", new Content.Text("是"));
        return new Draft(
                "受理",
                Occurred.on(today),
                draft.recorder(),
                EntryMode.DONE,
                new Content.Group(fields));
    }
}
