package org.mingze.assessment.overview;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mingze.calendar.Period;
import org.mingze.duty.running.KeptDue;
import org.mingze.work.Sight;
import org.mingze.work.WorkRecord;
import org.mingze.work.WorkRecords;

/// 已数 — everything that the overview shows, counted once for a county, a day and a place in its
/// journal.
///
/// @param first     the number of entries known when the counting began
/// @param last      and when it ended; more entered in between if they differ
/// @param standings by who owes which duty
/// @param problems  every finding that roots a dossier
/// @param lags      how many records were entered after their day, by body and month
record Counted(
        LocalDate day,
        long first,
        long last,
        Map<Owing, Monthly> standings,
        List<Problem> problems,
        List<WorkRecords.Lag> lags) {
    /// 所负 — a duty and the body that answers for it.
    record Owing(String body, String level, String group, String institution, String duty) {}

    /// 问题一件.
    record Problem(
            WorkRecord root,
            String source,
            String stage,
            Optional<String> body,
            boolean closed,
            boolean relapsed) {
        boolean isSeenBy(Sight sight) {
            return sight.sees(root, body);
        }
    }

    Counted {
        standings = Map.copyOf(standings);
        problems = List.copyOf(problems);
        lags = List.copyOf(lags);
    }

    /// The months that are counted: from the beginning of the year before this one to the end of
    /// this one.
    static Period span(LocalDate day) {
        return KeptDue.span(day);
    }
}
